import { Injectable } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Vault } from '../../platform/security/vault.js';
import { Workflow, type Also, type Gather } from '../../platform/workflow/workflow.js';
import { CASE, type CaseFile } from '../cases/index.js';
import { Persons, type RegisterReasonDto } from '../parties/index.js';
import { casePartyProblem } from './case-parties.errors.js';
import type { AddPartyDto, ChangedEntryDto, PowerOfAttorneyDto } from './case-party.dto.js';
import { CaseParty } from './case-party.entity.js';
import type { AddCaseRightDto } from './case-right.dto.js';
import { CaseRight } from './case-right.entity.js';

const ORGANISATION: Statement = { name: 'party-organisation', text: 'SELECT coalesce(merged_into, id) AS id FROM organisation WHERE id = $1' };
const RIGHT: Statement = { name: 'party-right', text: "SELECT id FROM ip_right WHERE id = $1 AND state = 'registered'" };
const PARTIES: Statement = { name: 'lock-case-parties', text: 'SELECT id, role, organisation_id AS "organisationId", person_id AS "personId", represents, removed_at IS NULL AS live FROM case_party WHERE case_id = $1 ORDER BY id FOR UPDATE' };
const RIGHTS: Statement = { name: 'lock-case-rights', text: 'SELECT id, right_id AS "rightId", removed_at IS NULL AS live FROM case_right WHERE case_id = $1 ORDER BY id FOR UPDATE' };
const marking = (table: 'case_party' | 'case_right'): { remove: Statement; restore: Statement } => ({
  remove: { name: `remove-${table}`, text: `UPDATE ${table} SET removed_at = $2, removed_by = $3, removed_reason = $4 WHERE id = $1 AND removed_at IS NULL RETURNING id` },
  restore: { name: `restore-${table}`, text: `UPDATE ${table} SET removed_at = NULL, removed_by = NULL, removed_reason = NULL WHERE id = $1 AND removed_at IS NOT NULL RETURNING id` },
});
const MARK = { party: marking('case_party'), right: marking('case_right') };

interface LiveParty {
  readonly id: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly represents: string | null;
  readonly live: boolean;
}

interface LiveRight {
  readonly id: string;
  readonly rightId: string;
  readonly live: boolean;
}

interface Gathered {
  readonly parties?: readonly LiveParty[];
  readonly rights?: readonly LiveRight[];
  readonly named?: { readonly id: string };
}

/** What a change comes to: the entry that it is about, its event, and what is written. */
interface Change {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly also: Also;
  readonly live: boolean;
}

/** Parties and rights of a case. They do not move the case, so that its version stays; each change is on its chain. */
@Injectable()
export class CasePartiesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly persons: Persons,
    private readonly vault: Vault,
  ) {}

  addParty(acting: Acting, caseId: string, body: AddPartyDto): Promise<Answer<ChangedEntryDto>> {
    const { role, organisationId, person, reason } = body;
    return this.persons.again(async () => {
      const found = person === undefined ? null : await this.persons.find(person, acting.at);
      const id = newId();
      const sealed = person === undefined ? [] : [this.vault.sealPerson(id, 'party', person, acting.at)];
      const gather = gathering(caseId, organisationId === undefined ? null : { statement: ORGANISATION, values: [organisationId] });
      return this.change(acting, caseId, gather, ({ parties = [], named }) => {
        refuseUnknown(body, parties, named);
        const row: CaseParty = { id, caseId, role, organisationId: named?.id ?? null, personId: found?.id ?? null, ...agency(body), ...byOfficer(acting) };
        refuseTwin(parties, row);
        const data = { party: id, role, organisation: row.organisationId, person: row.personId, represents: row.represents, reason };
        return { id, event: 'case.party-added', data, also: { inserts: [insertInto(CaseParty, row), ...(found?.fresh ?? []), ...sealed] }, live: true };
      });
    });
  }

  removeParty(acting: Acting, caseId: string, id: string, { reason }: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.change(acting, caseId, gathering(caseId), ({ parties = [] }) => {
      const { role } = entryOf(parties, id, true);
      if (parties.some((party) => party.live && party.represents === id)) throw casePartyProblem('case-party.represented');
      return { id, event: 'case.party-removed', data: { party: id, role, reason }, also: removing(acting, 'party', id, reason), live: false };
    });
  }

  restoreParty(acting: Acting, caseId: string, id: string, { reason }: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.change(acting, caseId, gathering(caseId), ({ parties = [] }) => {
      const party = entryOf(parties, id, false);
      refuseTwin(parties, party);
      return { id, event: 'case.party-restored', data: { party: id, role: party.role, reason }, also: restoring('party', id), live: true };
    });
  }

  addRight(acting: Acting, caseId: string, { rightId, reliedUpon, reason }: AddCaseRightDto): Promise<Answer<ChangedEntryDto>> {
    const id = newId();
    return this.change(acting, caseId, gathering(caseId, { statement: RIGHT, values: [rightId] }), ({ rights = [], named }) => {
      if (named === undefined) throw casePartyProblem('case-party.unknown');
      refuseSecond(rights, rightId);
      const row: CaseRight = { id, caseId, rightId, reliedUpon: reliedUpon ?? null, claimedLicence: null, ...byOfficer(acting) };
      return { id, event: 'case.right-added', data: { entry: id, right: rightId, reliedUpon, reason }, also: { inserts: [insertInto(CaseRight, row)] }, live: true };
    });
  }

  removeRight(acting: Acting, caseId: string, id: string, { reason }: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.change(acting, caseId, gathering(caseId), ({ rights = [] }) => {
      const { rightId } = entryOf(rights, id, true);
      return { id, event: 'case.right-removed', data: { entry: id, right: rightId, reason }, also: removing(acting, 'right', id, reason), live: false };
    });
  }

  restoreRight(acting: Acting, caseId: string, id: string, { reason }: RegisterReasonDto): Promise<Answer<ChangedEntryDto>> {
    return this.change(acting, caseId, gathering(caseId), ({ rights = [] }) => {
      const { rightId } = entryOf(rights, id, false);
      refuseSecond(rights, rightId);
      return { id, event: 'case.right-restored', data: { entry: id, right: rightId, reason }, also: restoring('right', id), live: true };
    });
  }

  /** Under the lock of the case: its agency, and not after its end. */
  private change(acting: Acting, caseId: string, gather: Gather, work: (gathered: Gathered) => Change): Promise<Answer<ChangedEntryDto>> {
    return this.workflow.attach<CaseFile, ChangedEntryDto>(acting, { subject: CASE, id: caseId, gather }, ({ agency, state }, gathered) => {
      if (!acting.claims.agencies.includes(agency)) throw casePartyProblem('case-party.foreign-agency');
      if (state === 'closed') throw casePartyProblem('case-party.case-closed');
      const { id, live, ...fact } = work(gathered);
      return { fact, answer: { status: fact.also.inserts === undefined ? 200 : 201, body: { id, caseId, live } } };
    });
  }
}

/** Every entry of the case, locked with it, and the row of the register that is named. */
function gathering(caseId: string, named: { statement: Statement; values: readonly unknown[] } | null = null): Gather {
  const queries = [{ statement: PARTIES, values: [caseId] }, { statement: RIGHTS, values: [caseId] }, ...(named === null ? [] : [named])];
  return { queries, facts: ([parties = [], rights = [], found = []]) => ({ parties, rights, named: found[0] }) };
}

function entryOf<Entry extends { readonly id: string; readonly live: boolean }>(entries: readonly Entry[], id: string, live: boolean): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found === undefined) throw httpProblem('subject.not-found');
  if (found.live !== live) throw casePartyProblem('case-party.not-so');
  return found;
}

function refuseUnknown({ organisationId, represents }: AddPartyDto, parties: readonly LiveParty[], named: object | undefined): void {
  const organisationKnown = organisationId === undefined || named !== undefined;
  const representedKnown = represents === undefined || parties.some(({ id, live }) => id === represents && live);
  if (!organisationKnown || !representedKnown) throw casePartyProblem('case-party.unknown');
}

function agency({ represents = null as string | null, powerOfAttorney: power }: { readonly represents?: string | null; readonly powerOfAttorney?: PowerOfAttorneyDto }): Pick<CaseParty, 'represents' | 'powerOfAttorney'> {
  return { represents, powerOfAttorney: power === undefined ? null : { matters: power.matters, scope: power.scope, validUntil: power.validUntil ?? null, signed: power.signed } };
}

function byOfficer({ at, claims }: Acting): Pick<CaseParty, 'addedAt' | 'addedBy' | 'source' | 'removedAt' | 'removedBy' | 'removedReason'> {
  return { addedAt: at, addedBy: claims.actor, source: 'officer', removedAt: null, removedBy: null, removedReason: null };
}

/** Nobody stands twice in the same role; an agent may act for several. Witnesses are not told apart here. */
function refuseTwin(parties: readonly LiveParty[], { id, role, organisationId, personId, represents }: Omit<LiveParty, 'live'>): void {
  const twin = parties.find((party) => party.live && party.id !== id && party.role === role && party.organisationId === organisationId && party.personId === personId && party.represents === represents);
  if (twin !== undefined && role !== 'witness') throw casePartyProblem('case-party.already', { members: { entryId: twin.id } });
}

function refuseSecond(rights: readonly LiveRight[], rightId: string): void {
  const second = rights.find((right) => right.live && right.rightId === rightId);
  if (second !== undefined) throw casePartyProblem('case-party.already', { members: { entryId: second.id } });
}

function removing({ at, claims }: Acting, what: 'party' | 'right', id: string, reason: string): Also {
  return { updates: [{ statement: MARK[what].remove, values: [id, at, claims.actor, reason] }] };
}

function restoring(what: 'party' | 'right', id: string): Also {
  return { updates: [{ statement: MARK[what].restore, values: [id] }] };
}
