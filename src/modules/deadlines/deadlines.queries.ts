import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
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
  async list({ claims, at }: Acting, { show, limit, cursor }: DeadlineListQuery): Promise<Page<DeadlineRowDto>> {
    const [due = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const byAgency = claims.scope === 'agencies';
    const soon = show === 'due-soon' ? [new Date(at.getTime() + SOON_MILLISECONDS)] : [];
    const raw = await this.database.read<object & Record<string, never>>(claims, listStatement(show, byAgency), [byAgency ? claims.agencies : claims.actor, due, id, limit + 1, ...soon]);
    const shown = raw.map((row) => this.rows.map(Deadline, row)).map((row) => ({ ...showDeadline(row), subjectType: row.subjectType, subjectId: row.subjectId, region: row.region, due: row.safeDue?.toISOString() ?? NEVER }));
    const page = pageOf(shown, limit, (row) => [row.due, String((row as Record<string, unknown>)['id'])]);
    return { ...page, items: page.items.map(({ due: _, ...row }) => row) as unknown as DeadlineRowDto[] };
  }

  calendars({ claims }: Acting): Promise<CalendarDto[]> {
    return this.database.read<CalendarDto & Record<string, never>>(claims, CALENDARS, []);
  }

  kinds({ claims }: Acting): Promise<DeadlineKindDto[]> {
    return this.database.read<DeadlineKindDto & Record<string, never>>(claims, KINDS, []);
  }
}

const SHOWN: Readonly<Record<DeadlineListQuery['show'], string>> = { open: '', overdue: " AND status = 'overdue'", 'due-soon': ' AND safe_due <= $5', provisional: ' AND provisional' };

function listStatement(show: DeadlineListQuery['show'], byAgency: boolean): Statement {
  const where = `ended_at IS NULL AND ($2::timestamptz IS NULL OR (coalesce(safe_due, 'infinity'), id) > (CASE WHEN $2 >= '9999-12-31Z' THEN 'infinity' ELSE $2 END, $3::uuid))${SHOWN[show]}`;
  const order = "ORDER BY coalesce(safe_due, 'infinity'), id LIMIT $4";
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM deadline WHERE agency = mine AND ${where} ${order}) row`;
  return { name: `deadline-list-${show}-${byAgency ? 'mine' : 'all'}`, text: `${byAgency ? mine : `SELECT * FROM deadline WHERE $1::text IS NOT NULL AND ${where}`} ${order}` };
}
