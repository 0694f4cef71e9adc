import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { BASE_DOCUMENTS, consentRequired, FALLEN } from './data/grounds.data.js';
import type { ListingDto, ListingListQuery } from './listing.dto.js';
import { Listing } from './listing.entity.js';

const LIST: Statement = { name: 'listings', text: 'SELECT * FROM listing WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const LIST_OF_CASE: Statement = { name: 'listings-of-case', text: 'SELECT * FROM listing WHERE case_id = $4 AND ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const ONE: Statement = { name: 'listing-one', text: 'SELECT * FROM listing WHERE id = $1' };

const PROCEEDING: Statement = { name: 'listing-proceeding', text: "SELECT replace(tableoid::regclass::text, '_', '-') AS kind, agency FROM proceeding WHERE id = $1 AND case_id = $2" };
const FIRM: Statement = { name: 'listing-firm', text: 'SELECT o.name, o.uscc FROM case_party p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1 AND p.case_id = $2 AND p.removed_at IS NULL AND o.uscc IS NOT NULL' };
const PROPOSED: Statement = { name: 'listing-proposed', text: "SELECT id FROM listing WHERE proceeding_id = $1 AND party_id = $2 AND state <> 'not-listed' LIMIT 1" };
/** The decision that stands, and whether the party has it. */
const BASE: Statement = {
  name: 'listing-base',
  text: `SELECT d.id, d.number, d.issued_at AS "issuedAt", EXISTS (SELECT FROM service_record s WHERE s.document_id = d.id AND s.recipient = l.party_id::text) AS served
         FROM listing l JOIN official_document d ON d.subject_id = l.proceeding_id AND d.kind = ANY($2::text[]) AND d.withdrawn_at IS NULL WHERE l.id = $1 ORDER BY d.id DESC LIMIT 1`,
};
const PROCEEDING_STATE: Statement = { name: 'listing-proceeding-state', text: 'SELECT p.state FROM listing l JOIN proceeding p ON p.id = l.proceeding_id WHERE l.id = $1' };
const CLOCKS: Statement = { name: 'listing-clocks', text: "SELECT kind, legal_due AS due FROM deadline WHERE subject_type = 'listing' AND subject_id = $1 ORDER BY id" };
/** Its decision, for the register. */
const DECISION: Statement = { name: 'listing-decision', text: "SELECT id, number FROM official_document WHERE subject_id = $1 AND kind = 'listing-decision' ORDER BY withdrawn_at IS NULL DESC, id DESC LIMIT 1" };
/** What credit repair came to. */
const REPAIR: Statement = { name: 'listing-repair', text: "SELECT coalesce(bool_or(state = 'granted'), false) AS granted, coalesce(bool_or(revoked_at IS NOT NULL), false) AS revoked FROM credit_repair WHERE target_id = $1" };
const RESTING: Statement = { name: 'listings-resting-on', text: "SELECT id FROM listing WHERE proceeding_id = $1 AND state IN ('decided', 'in-effect') ORDER BY id" };
/** Those whose three years, and any longer measure, are over. */
const EXPIRED: Statement = {
  name: 'listings-expired',
  text: `SELECT l.id FROM deadline c JOIN listing l ON l.id = c.subject_id AND l.state = 'in-effect' AND (l.measures_until IS NULL OR l.measures_until < $2)
         WHERE c.subject_type = 'listing' AND c.kind = 'list.removal' AND c.ended_at IS NULL AND c.legal_due < $1 ORDER BY c.legal_due, l.id LIMIT 500`,
};

interface FoundBase {
  readonly id: string;
  readonly number: string | null;
  readonly issuedAt: Date;
  readonly served: boolean;
}

interface Clock {
  readonly kind: string;
  readonly due: Date;
}

const endsOf = (clocks: readonly Clock[]) => (kind: string): string | undefined => clocks.findLast((clock) => clock.kind === kind)?.due.toISOString();
const shownBase = ({ issuedAt, served, number }: FoundBase): object => ({ issuedOn: legalDay(issuedAt), served, number });

function repairOf(found: readonly object[] | undefined): { readonly repairGranted: boolean; readonly repairRevoked: boolean } {
  const [repair] = (found ?? []) as { granted: boolean; revoked: boolean }[];
  return { repairGranted: repair?.granted === true, repairRevoked: repair?.revoked === true };
}

/** What the guards see of the case when a listing is proposed. */
export interface Proposal {
  /** Empty where the case has no such proceeding. */
  readonly proceeding: { readonly kind: string; readonly agency: string };
  readonly firm?: { readonly name: string; readonly uscc: string };
  readonly proposed: boolean;
}

export function gatherProposal(caseId: string, proceedingId: string, partyId: string): Gather {
  return {
    queries: [{ statement: PROCEEDING, values: [proceedingId, caseId] }, { statement: FIRM, values: [partyId, caseId] }, { statement: PROPOSED, values: [proceedingId, partyId] }],
    facts: ([proceeding = [], firm = [], proposed = []]) => ({ proceeding: proceeding[0] ?? { kind: '', agency: '' }, firm: firm[0], proposed: proposed.length > 0 }),
  };
}

/** What the guards see afterwards: the decision that it rests on, its clocks, and the time. */
export function gatherListing({ at }: Acting, id: string): Gather {
  return {
    queries: [{ statement: BASE, values: [id, Object.values(BASE_DOCUMENTS)] }, { statement: PROCEEDING_STATE, values: [id] }, { statement: CLOCKS, values: [id] }, { statement: DECISION, values: [id] }, { statement: REPAIR, values: [id] }],
    facts: ([bases, states, clocks = [], decisions, repairs]) => {
      const [base] = (bases ?? []) as FoundBase[];
      const fallen = (states as { state: string }[]).some(({ state }) => (FALLEN as readonly string[]).includes(state));
      const ends = endsOf(clocks as Clock[]);
      const period = ends('hearing.request');
      return {
        base: base === undefined ? null : shownBase(base), baseFallen: base === undefined || fallen,
        periodOver: period !== undefined && at.getTime() > Date.parse(period), yearEnds: ends('list.early-removal'), listEnds: ends('list.removal'), decision: decisions?.[0],
        ...repairOf(repairs), consentRequired: consentRequired(legalDay(at)), today: legalDay(at), now: at.getTime(),
      };
    },
  };
}

/** Listings under the claims of who reads. */
@Injectable()
export class ListingsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { cursor, limit, state, case: caseId }: ListingListQuery): Promise<Page<ListingDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const values = [state ?? null, after, limit + 1];
    const [found = []] = await this.database.readAll(claims, [caseId === undefined ? { statement: LIST, values } : { statement: LIST_OF_CASE, values: [...values, caseId] }]);
    return pageOf(found.map((raw) => shownListing(this.rows.map(Listing, raw))), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async row({ claims }: Acting, id: string): Promise<Listing> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(Listing, found);
  }

  async one(acting: Acting, id: string): Promise<ListingDto> {
    return shownListing(await this.row(acting, id));
  }

  /** Those that stand on the decision of a proceeding. */
  async restingOn({ claims }: Acting, proceedingId: string): Promise<string[]> {
    return (await this.database.read<{ id: string }>(claims, RESTING, [proceedingId])).map(({ id }) => id);
  }

  async expired({ claims, at }: Acting): Promise<string[]> {
    return (await this.database.read<{ id: string }>(claims, EXPIRED, [at, legalDay(at)])).map(({ id }) => id);
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function shownListing({ id, state, version, agency, consentAgency, caseId, proceedingId, ground, partyId, partyName, uscc, facts, hearingRequested, reason, ...row }: Listing): ListingDto {
  const { consentedAt, servedAt, publishedAt, endedAt, nextDue } = row;
  return {
    id, state, version, agency, consentAgency, caseId, proceedingId, ground, partyId, partyName, uscc, facts, hearingRequested,
    consentedAt: instant(consentedAt), servedAt: instant(servedAt), publishedAt: instant(publishedAt), endedAt: instant(endedAt), reason, nextDue: instant(nextDue),
  };
}
