import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { Vault, type PartyIdentity } from '../../platform/security/vault.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { CASE } from '../cases/index.js';
import { validityOn } from '../rights/index.js';
import type { CaseRightDto } from './case-right.dto.js';
import type { EntryListQuery, InvolvedCaseDto, InvolvedCaseQuery, PartyDto, UnmaskPartyDto } from './case-party.dto.js';
import { partyWarnings } from './domain/party.rules.js';

const SEEN: Statement = { name: 'case-seen', text: 'SELECT 1 FROM case_file WHERE id = $1' };
const ENTRY = 'source, added_at AS "addedAt", added_by AS "addedBy", removed_at AS "removedAt", removed_by AS "removedBy", removed_reason AS "removedReason"';
const PARTIES: Statement = {
  name: 'case-parties',
  text: `SELECT p.id, p.role, p.represents, p.power_of_attorney AS "powerOfAttorney", ${ENTRY},
           CASE WHEN p.organisation_id IS NOT NULL THEN jsonb_build_object('id', coalesce(t.id, o.id), 'name', coalesce(t.name, o.name), 'uscc', coalesce(t.uscc, o.uscc), 'state', coalesce(t.state, o.state)) END AS organisation,
           CASE WHEN p.person_id IS NOT NULL THEN jsonb_build_object('id', n.id, 'label', n.label) END AS person
         FROM case_party p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN organisation t ON t.id = o.merged_into LEFT JOIN person n ON n.id = p.person_id
         WHERE p.case_id = $1 AND ($2 OR p.removed_at IS NULL) ORDER BY p.added_at, p.id`,
};
const RIGHTS: Statement = {
  name: 'case-rights',
  text: `SELECT c.id, c.relied_upon AS "reliedUpon", c.claimed_licence AS "claimedLicence", ${ENTRY},
           jsonb_build_object('id', r.id, 'state', r.state, 'version', r.version, 'type', r.right_type, 'number', r.number, 'kind', r.kind, 'title', r.title, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'status', r.status) AS "right", r.status_since AS "statusSince"
         FROM case_right c JOIN ip_right r ON r.id = c.right_id WHERE c.case_id = $1 AND ($2 OR c.removed_at IS NULL) ORDER BY c.added_at, c.id`,
};
/** By every entry that was merged into the organisation. What the reader does not see drops out in the database. */
const INVOLVED: Statement = {
  name: 'organisation-cases',
  text: `SELECT f.id, f.case_number AS "caseNumber", f.state, f.track, f.agency, f.opened_at AS "openedAt", array_agg(DISTINCT p.role) AS roles
         FROM case_party p JOIN case_file f ON f.id = p.case_id
         WHERE p.organisation_id = ANY(ARRAY(SELECT id FROM organisation WHERE id = $1 OR merged_into = $1)) AND p.removed_at IS NULL AND ($2::uuid IS NULL OR f.id < $2)
         GROUP BY f.id ORDER BY f.id DESC LIMIT $3`,
};
const ORGANISATION: Statement = { name: 'organisation-seen', text: 'SELECT 1 FROM organisation WHERE id = $1' };
/** Where a person stands in this case: as a party, newest first, or as holder of a right that it relies upon. */
const MENTIONS: Statement = {
  name: 'case-person-mentions',
  text: `SELECT id, 'party' AS part FROM case_party WHERE case_id = $1 AND person_id = $2
         UNION ALL SELECT $2::uuid, 'person' FROM case_right c JOIN ip_right r ON r.id = c.right_id WHERE c.case_id = $1 AND r.holders @> jsonb_build_array(jsonb_build_object('party', jsonb_build_object('person', $2::text)))
         ORDER BY part, id DESC`,
};

interface Mention {
  readonly id: string;
  readonly part: 'party' | 'person';
}

@Injectable()
export class CasePartiesQueries {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly vault: Vault,
  ) {}

  /** Persons are masked. 404 for a case that is not there or not for this account. */
  async parties({ claims, at }: Acting, caseId: string, { removed }: EntryListQuery): Promise<Page<PartyDto>> {
    const rows = await this.ofCase(claims, PARTIES, caseId, removed);
    const day = legalDay(at);
    return { items: (rows as unknown as (PartyDto & Parameters<typeof partyWarnings>[0])[]).map((row) => ({ ...row, warnings: partyWarnings(row, day) })), next: null };
  }

  async rights({ claims, at }: Acting, caseId: string, { removed }: EntryListQuery): Promise<Page<CaseRightDto>> {
    const rows = await this.ofCase(claims, RIGHTS, caseId, removed);
    const day = legalDay(at);
    const items = (rows as unknown as (CaseRightDto & { statusSince: string | null })[]).map(({ statusSince, ...row }) => ({ ...row, validity: validityOn({ ...row.right, rightType: row.right.type, statusSince }, day) }));
    return { items: items as unknown as CaseRightDto[], next: null };
  }

  /** Cases of the reader in which the organisation stands, newest first. */
  async casesOf({ claims }: Acting, organisationId: string, { cursor, limit }: InvolvedCaseQuery): Promise<Page<InvolvedCaseDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [[there] = [], rows = []] = await this.database.readAll(claims, [{ statement: ORGANISATION, values: [organisationId] }, { statement: INVOLVED, values: [organisationId, after, limit + 1] }]);
    if (there === undefined) throw httpProblem('subject.not-found');
    return pageOf(rows as InvolvedCaseDto[], limit, ({ id }) => [id]);
  }

  /** A person of the case in clear. Who, when and why is in the ledger before anything is shown. */
  async unmask(acting: Acting, caseId: string, person: string, { purpose, reason }: UnmaskPartyDto): Promise<Answer<PartyIdentity>> {
    const mentions = await this.database.read<Mention & object>(acting.claims, MENTIONS, [caseId, person]);
    if (mentions.length === 0) throw httpProblem('subject.not-found');
    await this.workflow.note(acting, CASE, caseId, { event: 'identity.unmasked', data: { person, purpose, reason } });
    for (const { id, part } of mentions) {
      const identity = await this.vault.openPerson(acting.claims, id, part, purpose);
      if (identity !== null) return { status: 200, body: identity };
    }
    throw httpProblem('subject.not-found');
  }

  private async ofCase(claims: Acting['claims'], statement: Statement, caseId: string, removed: 'yes' | 'no'): Promise<object[]> {
    const [[seen] = [], rows = []] = await this.database.readAll(claims, [{ statement: SEEN, values: [caseId] }, { statement, values: [caseId, removed === 'yes'] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return rows;
  }
}
