import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { Vault, type ReporterIdentity } from '../../platform/security/vault.js';

const COMPLAINTS = { name: 'case-reporters', text: 'SELECT id FROM complaint WHERE case_id = $1 ORDER BY id LIMIT 200' };
const COMPLAINTS_OF_ALL = { name: 'cases-reporters', text: 'SELECT id FROM complaint WHERE case_id = ANY ($1::uuid[]) ORDER BY id' };
/** Written into every statement that reads the vault. Nobody is shown what is read for it. */
const PURPOSE = 'scrub';
const CLAIMS = systemClaims('case-texts');

/** Free words about a case: officers know who reported it, and write names down without a thought. */
@Injectable()
export class CaseTexts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The text without what is known of those who reported, and without anybody's mobile or identity number. */
  async scrubbed(caseId: string, text: string): Promise<string> {
    const [clean = ''] = await this.scrubbedAll(caseId, [text]);
    return clean;
  }

  /** Several texts of the same case, in their order. */
  async scrubbedAll(caseId: string, texts: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(CLAIMS, COMPLAINTS, [caseId]);
    return this.scrubbedOf(rows.map(({ id }) => id), texts);
  }

  /** A text about several cases: without what is known of those who reported in any of them. */
  async scrubbedIn(caseIds: readonly string[], text: string): Promise<string> {
    const rows = await this.database.read<{ id: string }>(CLAIMS, COMPLAINTS_OF_ALL, [caseIds]);
    const [clean = ''] = await this.scrubbedOf(rows.map(({ id }) => id), [text]);
    return clean;
  }

  /** Texts about complaints, which may not be in a case yet. */
  async scrubbedOf(complaintIds: readonly string[], texts: readonly string[]): Promise<string[]> {
    const reporters = await Promise.all(complaintIds.map((id) => this.vault.open(CLAIMS, id, PURPOSE)));
    const people = reporters.flatMap((reporter) => (reporter === null ? [] : peopleOf(reporter)));
    return texts.map((text) => people.reduce((clean, person) => this.vault.scrub(clean, person), this.vault.scrub(text, {})));
  }
}

function peopleOf({ representative, joint = [], ...reporter }: ReporterIdentity): { name: string; phone: string }[] {
  return [reporter, ...joint, ...(representative === undefined ? [] : [representative])];
}
