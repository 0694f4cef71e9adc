import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { FACT_KINDS, FIRST_RULES, STANDING_RULES } from './data/track-records.data.js';
import { standingOf, standingRulesOn, together, type CountedFact, type StandingCode } from './domain/track-record.rules.js';
import { TrackFact } from './track-fact.entity.js';
import type { TrackFactDto, TrackRecordDto } from './track-record.dto.js';

const KNOWN: Statement = { name: 'track-record-organisation', text: 'SELECT id FROM organisation WHERE id = $1' };
/** All of them: the standing that is shown is the one that triage counts. */
const COUNTED: Statement = { name: 'track-facts-counted', text: `SELECT id, kind, occurred_on AS "occurredOn" FROM track_fact WHERE organisation_id = $1 AND state <> 'struck' ORDER BY id DESC` };
const FACTS: Statement = { name: 'track-facts', text: 'SELECT * FROM track_fact WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const ONE: Statement = { name: 'track-fact-one', text: 'SELECT * FROM track_fact WHERE id = $1' };
/** Holders, on the day, of the rights that a case relies upon, each with what counts of its record. */
const HOLDERS: Statement = {
  name: 'track-records-of-case',
  text: `SELECT h.id, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'occurredOn', t.occurred_on)), '[]') FROM track_fact t WHERE t.organisation_id = h.id AND t.state <> 'struck') AS facts
         FROM (SELECT DISTINCT (x.holder->'party'->>'organisation')::uuid AS id FROM case_right c JOIN ip_right r ON r.id = c.right_id CROSS JOIN LATERAL jsonb_array_elements(r.holders) AS x (holder)
           WHERE c.case_id = $1 AND c.removed_at IS NULL AND x.holder->'party'->>'organisation' IS NOT NULL AND coalesce(x.holder->>'from' <= $2::text, true) AND coalesce(x.holder->>'to' >= $2::text, true)) h`,
};

/** Records of right holders, under the claims of who reads. */
@Injectable()
export class TrackRecordsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** Throws 404 where the register has no such organisation. */
  async record({ claims, at }: Acting, organisationId: string): Promise<TrackRecordDto> {
    const [[known] = [], found = []] = await this.database.readAll(claims, [{ statement: KNOWN, values: [organisationId] }, { statement: COUNTED, values: [organisationId] }]);
    if (known === undefined) throw httpProblem('subject.not-found');
    const rules = standingRulesOn(STANDING_RULES, legalDay(at));
    const standing = standingOf(rules, FACT_KINDS, found as CountedFact[], legalDay(at));
    const { good: goodFrom, bad: badFrom, basis } = rules ?? FIRST_RULES;
    return { organisationId, ...standing, goodFrom, badFrom, basis };
  }

  async facts({ claims }: Acting, organisationId: string, { cursor, limit }: PageQuery): Promise<Page<TrackFactDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [[known] = [], found = []] = await this.database.readAll(claims, [{ statement: KNOWN, values: [organisationId] }, { statement: FACTS, values: [organisationId, after, limit + 1] }]);
    if (known === undefined) throw httpProblem('subject.not-found');
    return pageOf(found.map((raw) => shownFact(this.rows.map(TrackFact, raw))), limit, ({ id }) => [id]);
  }

  async fact({ claims }: Acting, id: string): Promise<TrackFactDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownFact(this.rows.map(TrackFact, found));
  }
}

/** Standing of the holders of the rights that a case relies upon, for guards and triage. `none` before the first rules, and where no organisation holds them. */
export function holderStanding(caseId: string, at: Date): { readonly query: Query; readonly facts: (rows: readonly object[]) => { holderStanding: StandingCode } } {
  const day = legalDay(at);
  const rules = standingRulesOn(STANDING_RULES, day);
  return {
    query: { statement: HOLDERS, values: [caseId, day] },
    facts: (rows) => ({ holderStanding: together((rows as { facts: CountedFact[] }[]).map(({ facts }) => standingOf(rules, FACT_KINDS, facts, day).standing)) }),
  };
}

export function shownFact({ id, state, version, agency, organisationId, kind, occurredOn, caseId, sourceId, note, recordedBy, recordedAt, strikeAskedBy, reason }: TrackFact): TrackFactDto {
  return { id, state, version, agency, organisationId, kind, occurredOn, caseId, sourceId, note, recordedBy, recordedAt: recordedAt.toISOString(), strikeAskedBy, reason };
}
