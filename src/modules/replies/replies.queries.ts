import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { COUNT_CAP, countOf, decodeCursor, pageOf, withTotal, type Page } from '../../platform/http/pagination.js';
import type { ReplyDto, ReplyListQuery, ReplyWithClocksDto } from './reply.dto.js';

const COLUMNS = `id, state, version, complaint_id AS "complaintId", channel, source_system AS "sourceSystem", external_number AS "externalNumber", agency, owed_since AS "owedSince", next_due AS "nextDue", answer, answered_at AS "answeredAt", demands`;
const ONE = { name: 'reply-one', text: `SELECT ${COLUMNS} FROM reply_obligation WHERE id = $1` };
const DEADLINES = { name: 'reply-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };
const NEVER = '9999-12-31T00:00:00.000Z';

@Injectable()
export class RepliesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** What is owed, most urgent first: what the caller's agencies answer, or what goes through their desk. */
  async list({ claims }: Acting, query: ReplyListQuery): Promise<Page<ReplyDto>> {
    const [due = null, id = null] = decodeCursor(query.cursor, 'instant', 'uuid') ?? [];
    const queries = [listQuery(claims, query, 'page', [due, id]), ...(query.count === 'yes' ? [listQuery(claims, query, 'count', [null, null])] : [])];
    const [rows = [], counted] = await this.database.readAll(claims, queries);
    return withTotal(pageOf(rows as ReplyDto[], query.limit, (row) => [(row.nextDue as Date | string | null) === null ? NEVER : new Date(row.nextDue ?? NEVER).toISOString(), row.id]), counted);
  }

  async one({ claims }: Acting, id: string): Promise<ReplyWithClocksDto> {
    const [[found] = [], deadlines = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...found, deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))) } as unknown as ReplyWithClocksDto;
  }
}

function listQuery(claims: Claims, { through, limit }: ReplyListQuery, what: 'page' | 'count', after: readonly (string | null)[]): Query {
  const by = claims.scope !== 'agencies' ? 'all' : through === 'desk' ? 'intake_agency' : 'agency';
  return { statement: listStatement(by, what), values: [by === 'all' ? claims.actor : claims.agencies, ...after, what === 'page' ? limit + 1 : COUNT_CAP + 1] };
}

function listStatement(by: 'all' | 'agency' | 'intake_agency', what: 'page' | 'count'): Statement {
  const due = "coalesce(next_due, 'infinity')";
  const where = `state = 'owed' AND ($2::timestamptz IS NULL OR (${due}, id) > (CASE WHEN $2 >= '9999-12-31Z' THEN 'infinity' ELSE $2 END, $3::uuid))`;
  const order = (columns: string): string => `ORDER BY ${columns}, id LIMIT $4`;
  const all = `SELECT ${COLUMNS} FROM reply_obligation WHERE $1::text IS NOT NULL AND ${where} ${order(due)}`;
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM reply_obligation WHERE ${by} = mine AND ${where} ${order(due)}) row ${order('coalesce("nextDue", \'infinity\')')}`;
  const page = by === 'all' ? all : mine;
  return { name: `reply-${what}-${by}`, text: what === 'page' ? page : countOf(page) };
}
