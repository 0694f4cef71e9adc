import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { CaseUrgingsDto, UrgingCountDto, UrgingDto, UrgingListQuery } from './urging.dto.js';
import { Urging } from './urging.entity.js';

/** How many of the channel came before on the same case: an index holds all that is counted. */
const PLACE = "CASE WHEN u.state <> 'withdrawn' THEN (SELECT count(*)::int FROM urging e WHERE e.case_id = u.case_id AND e.channel = u.channel AND e.id <= u.id AND e.state <> 'withdrawn') END AS nth";
const MOST = 200;
const ROWS = `SELECT u.*, ${PLACE} FROM urging u WHERE`;
const REST = '($2::text IS NULL OR u.channel = $2) AND ($3::text IS NULL OR u.state = $3) AND ($4::text IS NULL OR u.agency = $4) AND ($5::uuid IS NULL OR u.id < $5) ORDER BY u.id DESC LIMIT $6';
const OF_CASE: Statement = { name: 'urgings-of-case', text: `${ROWS} u.case_id = $1::uuid AND ${REST}` };
const OF_AGENCY: Statement = { name: 'urgings-of-agency', text: `${ROWS} $1::uuid IS NULL AND u.agency = $4 AND ${REST}` };
const ALL: Statement = { name: 'urgings', text: `${ROWS} $1::uuid IS NULL AND ${REST}` };
const ONE: Statement = { name: 'urging-one', text: `${ROWS} u.id = $1` };
const OF_ORDER: Statement = { name: 'urgings-of-order', text: `${ROWS} u.source_system = $1 AND u.order_number = $2 ORDER BY u.id` };
export const NTH: Statement = { name: 'urging-nth', text: `SELECT ${PLACE} FROM urging u WHERE u.id = $1` };
const BEFORE: Statement = { name: 'urgings-before', text: "SELECT case_id AS \"caseId\", count(*)::int AS count FROM urging WHERE case_id = ANY($1::uuid[]) AND channel = $2 AND state <> 'withdrawn' GROUP BY case_id" };
const CASE_SEEN: Statement = { name: 'urging-case-seen', text: 'SELECT id FROM case_file WHERE id = $1' };
const COUNTS: Statement = {
  name: 'urging-counts',
  text: `SELECT channel, count(*) FILTER (WHERE state = 'sent')::int AS sent, count(*) FILTER (WHERE state = 'answered')::int AS answered, count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn,
           count(*) FILTER (WHERE state <> 'withdrawn')::int AS total FROM urging WHERE case_id = $1 GROUP BY channel ORDER BY channel`,
};

/** Urgings, under the claims of who reads. */
@Injectable()
export class UrgingsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { case: caseId, agency, channel, state, cursor, limit }: UrgingListQuery): Promise<Page<UrgingDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<object & Record<string, never>>(claims, statementFor(caseId, agency), [...[caseId, channel, state, agency].map((given) => given ?? null), after, limit + 1]);
    return pageOf(found.map((raw) => this.shown(raw)), limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one({ claims }: Acting, id: string): Promise<UrgingDto> {
    const [found] = await this.database.read<object & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.shown(found);
  }

  /** How often these cases were urged by a channel, by case. */
  async before({ claims }: Acting, cases: readonly string[], channel: string): Promise<Map<string, number>> {
    const found = await this.database.read<{ caseId: string; count: number }>(claims, BEFORE, [cases, channel]);
    return new Map(found.map(({ caseId, count }) => [caseId, count]));
  }

  /** What was recorded under the number of an order that urges. */
  async ofOrder({ claims }: Acting, sourceSystem: string, order: string): Promise<UrgingDto[]> {
    const found = await this.database.read<object & Record<string, never>>(claims, OF_ORDER, [sourceSystem, order]);
    return found.map((raw) => this.shown(raw));
  }

  async ofCase({ claims }: Acting, caseId: string): Promise<CaseUrgingsDto> {
    const [seen = [], counts = [], items = []] = await this.database.readAll(claims, [{ statement: CASE_SEEN, values: [caseId] }, { statement: COUNTS, values: [caseId] }, { statement: OF_CASE, values: [caseId, null, null, null, null, MOST] }]);
    if (seen.length === 0) throw httpProblem('subject.not-found');
    return { counts: counts as UrgingCountDto[], items: items.map((raw) => this.shown(raw)) };
  }

  private shown(raw: object): UrgingDto {
    return shownUrging(this.rows.map(Urging, raw), (raw as { nth: number | null }).nth);
  }
}

/** By the filter that leaves least. */
function statementFor(caseId: string | undefined, agency: string | undefined): Statement {
  if (caseId !== undefined) return OF_CASE;
  return agency === undefined ? ALL : OF_AGENCY;
}

export function shownUrging({ id, state, version, caseId, channel, agency, sender, addressee, letter, sourceSystem, externalNumber, orderNumber: order, reason, days, sentAt, nextDue, answer, answeredBy, answeredAt, withdrawnFor }: Urging, nth: number | null): UrgingDto {
  const [sent, due, answered] = [sentAt, nextDue, answeredAt].map((at) => at?.toISOString() ?? null);
  return { id, state, version, caseId, channel, nth, agency, sender, addressee, letter, sourceSystem, externalNumber, order, reason, days, sentAt: sent ?? '', answerDue: due ?? null, answer, answeredBy, answeredAt: answered ?? null, withdrawnFor };
}
