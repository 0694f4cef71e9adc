import { Injectable } from '@nestjs/common';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { fold } from '../../kernel/folding.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { Vault, type PartyIdentity, type ReporterIdentity } from '../../platform/security/vault.js';
import { isFixed, redaction, strengthOf } from './data/redactions.data.js';
import { detections, isDays, occurrences, type Detection, type Keep } from './domain/detection.rules.js';
import { unitedSpans, type Span } from './domain/redaction.rules.js';

const PEOPLE: Statement = { name: 'publication-people', text: 'SELECT id, person_id AS "personId" FROM case_party WHERE case_id = $1 AND organisation_id IS NULL ORDER BY id LIMIT 500' };
const REPORTS: Statement = { name: 'publication-reports', text: 'SELECT id, receipt_number AS "receiptNumber", receipt_code AS "receiptCode", external_number AS "externalNumber" FROM complaint WHERE case_id = $1 ORDER BY id LIMIT 200' };
/** Written into every statement that reads the vault. What is read looks for itself in the text and goes nowhere else. */
const PURPOSE = 'publication-redaction';
const CLAIMS = systemClaims('publications', PURPOSE);

interface Report {
  readonly id: string;
  readonly receiptNumber: string;
  readonly receiptCode: string | null;
  readonly externalNumber: string;
}

/** People and codes of a case, in clear only while a text is searched. */
interface Secrets {
  readonly reporters: readonly PartyIdentity[];
  readonly people: readonly PartyIdentity[];
  readonly codes: readonly string[];
}

/** What is known besides the text: who may be shown, and which fields may hold a trade secret. */
export interface Given {
  readonly caseId: string | null;
  readonly keep: Keep;
  /** Names that are shown: parties of the decision. */
  readonly shownNames: readonly string[];
  readonly secretPlaces: readonly { readonly start: number; readonly end: number }[];
}

/** Proposes what is hidden in a text: what looks like personal data, and whatever the vault knows of the people of the case. */
@Injectable()
export class Redactions {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async proposed(text: string, given: Given): Promise<Span[]> {
    const all = [...(await this.found(text, given)), ...given.secretPlaces.map(({ start, end }) => ({ start, end, rule: 'trade-secret' }))];
    const spans = all.map(({ start, end, rule }): Span => ({ start, end, rule, replacement: redaction(rule).replacement, reason: redaction(rule).label.zh }));
    return unitedSpans(spans, strengthOf);
  }

  /** Rules under which a text that is to be shown still has to hide something. Tells which, never what. */
  async residue(text: string, given: Given): Promise<string[]> {
    const left = await this.found(text, given);
    return [...new Set(left.map(({ rule }) => rule).filter(isFixed))].sort();
  }

  /** Whoever is a party as a person; null where nothing is known. */
  async identity(partyId: string): Promise<PartyIdentity | null> {
    return this.vault.openPerson(CLAIMS, partyId, 'party', PURPOSE);
  }

  private async found(text: string, { caseId, keep, shownNames }: Given): Promise<Detection[]> {
    const { reporters, people, codes } = caseId === null ? { reporters: [], people: [], codes: [] } : await this.secrets(caseId);
    const hidden = (identities: readonly PartyIdentity[], rule: string): Detection[] => identities.filter(({ name }) => !shownNames.includes(name)).flatMap((identity) => this.known(text, identity, rule));
    return [...detections(text, keep), ...phones(text, keep), ...hidden(reporters, 'reporter'), ...hidden(people, 'person'), ...occurrences(text, codes, 'reporter-code')];
  }

  private known(text: string, { name, phone, address, documentNumber }: PartyIdentity, rule: string): Detection[] {
    return this.vault.find(text, { name, phone, address, documentNumber }).map(({ start, end }) => ({ start, end, rule }));
  }

  private async secrets(caseId: string): Promise<Secrets> {
    const [parties = [], reports = []] = await this.database.readAll(CLAIMS, [{ statement: PEOPLE, values: [caseId] }, { statement: REPORTS, values: [caseId] }]);
    const filed = reports as unknown as Report[];
    const reporters = await Promise.all(filed.map(({ id }) => this.vault.open(CLAIMS, id, PURPOSE)));
    const people = await Promise.all((parties as { id: string; personId: string | null }[]).flatMap(({ id, personId }) => [this.identity(id), ...(personId === null ? [] : [this.vault.openPerson(CLAIMS, personId, 'person', PURPOSE)])]));
    return {
      reporters: reporters.flatMap((reporter) => (reporter === null ? [] : everybodyIn(reporter))), people: people.filter((person) => person !== null),
      codes: filed.flatMap(({ receiptNumber, receiptCode, externalNumber }) => [receiptNumber, externalNumber, ...(receiptCode === null ? [] : [receiptCode])]),
    };
  }
}

function everybodyIn({ representative, joint = [], ...reporter }: ReporterIdentity): PartyIdentity[] {
  return [reporter, ...joint, ...(representative === undefined ? [] : [representative])];
}

/** Numbers of any country, as the library of the telephone plans finds them. */
function phones(text: string, { numbers, creditCodes }: Keep): Detection[] {
  const { text: folded, from } = fold(text);
  const kept = new Set([...numbers, ...creditCodes].map((one) => one.replace(/\D/g, '')));
  return findPhoneNumbersInText(folded, 'CN').filter(({ number, startsAt, endsAt }) => !kept.has(String(number.nationalNumber)) && !isDays(folded.slice(startsAt, endsAt)))
    .map(({ startsAt, endsAt }) => ({ start: from[startsAt] ?? 0, end: from[endsAt] ?? 0, rule: 'phone' }));
}
