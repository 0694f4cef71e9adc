import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { COUNT_CAP, countOf, decodeCursor, pageOf, withTotal, type Page } from '../../platform/http/pagination.js';
import type { CalendarDto, DeadlineKindDto, DeadlineListQuery, DeadlineRowDto } from './deadline-list.dto.js';

const CALENDARS = { name: 'calendar-list', text: 'SELECT year, notice, notice_title AS "noticeTitle", notice_date::text AS "noticeDate", status, days FROM work_calendar ORDER BY year' };
const KINDS = { name: 'deadline-kind-list', text: 'SELECT code, effective_from::text AS "effectiveFrom", effective_to::text AS "effectiveTo", rule FROM deadline_kind ORDER BY code, effective_from' };
/** How far ahead "due soon" looks; a service value of this worklist, not a legal one. */
const SOON_MILLISECONDS = 3 * 24 * 3600 * 1000;
/** A paused clock has no date: it sorts behind every other. */
const NEVER = '9999-12-31T00:00:00.000Z';

@Injectable()
export class DeadlinesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** Most urgent first, by the safe date. */
  async list({ claims, at }: Acting, query: DeadlineListQuery): Promise<Page<DeadlineRowDto>> {
    const [due = null, id = null] = decodeCursor(query.cursor, 'instant', 'uuid') ?? [];
    const queries = [listQuery(claims, at, query, { what: 'page', due, id }), ...(query.count === 'yes' ? [listQuery(claims, at, query, { what: 'count', due: null, id: null })] : [])];
    const [raw = [], counted] = await this.database.readAll(claims, queries);
    const { items, next } = pageOf(raw.map((row) => this.rows.map(Deadline, row)), query.limit, (row) => [row.safeDue?.toISOString() ?? NEVER, row.id]);
    const shown = items.map((row) => ({ ...showDeadline(row), subjectType: row.subjectType, subjectId: row.subjectId, region: row.region }));
    return withTotal({ items: shown, next }, counted);
  }

  calendars({ claims }: Acting): Promise<CalendarDto[]> {
    return this.database.read<CalendarDto & Record<string, never>>(claims, CALENDARS, []);
  }

  kinds({ claims }: Acting): Promise<DeadlineKindDto[]> {
    return this.database.read<DeadlineKindDto & Record<string, never>>(claims, KINDS, []);
  }
}

const SHOWN: Readonly<Record<DeadlineListQuery['show'], string>> = { open: '', overdue: " AND status = 'overdue'", 'due-soon': ' AND safe_due <= $5', provisional: ' AND provisional' };

function listQuery(claims: Claims, at: Date, { show, limit }: DeadlineListQuery, { what, due, id }: { what: 'page' | 'count'; due: string | null; id: string | null }): Query {
  const byAgency = claims.scope === 'agencies';
  const soon = show === 'due-soon' ? [new Date(at.getTime() + SOON_MILLISECONDS)] : [];
  return { statement: listStatement(show, byAgency, what), values: [byAgency ? claims.agencies : claims.actor, due, id, what === 'page' ? limit + 1 : COUNT_CAP + 1, ...soon] };
}

function listStatement(show: DeadlineListQuery['show'], byAgency: boolean, what: 'page' | 'count'): Statement {
  const where = `ended_at IS NULL AND ($2::timestamptz IS NULL OR (coalesce(safe_due, 'infinity'), id) > (CASE WHEN $2 >= '9999-12-31Z' THEN 'infinity' ELSE $2 END, $3::uuid))${SHOWN[show]}`;
  const order = "ORDER BY coalesce(safe_due, 'infinity'), id LIMIT $4";
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM deadline WHERE agency = mine AND ${where} ${order}) row`;
  const page = `${byAgency ? mine : `SELECT * FROM deadline WHERE $1::text IS NOT NULL AND ${where}`} ${order}`;
  return { name: `deadline-${what}-${show}-${byAgency ? 'mine' : 'all'}`, text: what === 'page' ? page : countOf(page) };
}
