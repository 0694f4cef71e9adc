import { Injectable } from '@nestjs/common';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { COUNT_CAP, countOf, decodeCursor, pageOf, withTotal, type Page } from '../../platform/http/pagination.js';
import { INSTRUMENTS, instrumentsOn, lawVersionOn } from './data/index.js';
import type { DeadlineDetailDto, DeadlineListQuery, DeadlineRowDto } from './deadline-list.dto.js';
import type { CalendarDto, DeadlineKindDto, LawsDto } from './reference.dto.js';
import { showClock, showRow } from './show-clock.js';

const CALENDARS = { name: 'calendar-list', text: 'SELECT year, notice, notice_title AS "noticeTitle", notice_date::text AS "noticeDate", status, days FROM work_calendar ORDER BY year' };
const ONE = { name: 'deadline-one', text: 'SELECT * FROM deadline WHERE id = $1' };
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
    private readonly clocks: Clocks,
  ) {}

  /** Most urgent first, by the safe date. */
  async list({ claims, at }: Acting, query: DeadlineListQuery): Promise<Page<DeadlineRowDto>> {
    const asked = { claims, at, query };
    const after = decodeCursor(query.cursor, 'instant', 'uuid') ?? undefined;
    const [raw = [], counted] = await this.database.readAll(claims, [listQuery(asked, 'page', after), ...(query.count === 'yes' ? [listQuery(asked, 'count')] : [])]);
    const { items, next } = pageOf(raw.map((row) => this.rows.map(Deadline, row)), query.limit, (row) => [row.safeDue?.toISOString() ?? NEVER, row.id]);
    return withTotal({ items: items.map(showRow), next }, counted);
  }

  async one({ claims, at }: Acting, id: string): Promise<DeadlineDetailDto> {
    const [found] = await this.database.read<object & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return showClock(this.clocks, this.rows.map(Deadline, found), at);
  }

  calendars({ claims }: Acting): Promise<CalendarDto[]> {
    return this.database.read<CalendarDto & Record<string, never>>(claims, CALENDARS, []);
  }

  laws({ at }: Acting, on?: string): LawsDto {
    return { version: lawVersionOn(on ?? legalDay(at)), laws: on === undefined ? [...INSTRUMENTS] : instrumentsOn(on) };
  }

  kinds({ claims }: Acting): Promise<DeadlineKindDto[]> {
    return this.database.read<DeadlineKindDto & Record<string, never>>(claims, KINDS, []);
  }
}

const SHOWN: Readonly<Record<DeadlineListQuery['show'], string>> = { open: '', overdue: " AND status = 'overdue'", 'due-soon': '', provisional: ' AND provisional', paused: " AND status = 'paused'" };
const FILTERS = { kind: 'kind = ?', subjectType: 'subject_type = ?', dueAfter: "coalesce(safe_due, 'infinity') >= ?::timestamptz", dueBefore: "coalesce(safe_due, 'infinity') < ?::timestamptz" } as const;
type Filter = keyof typeof FILTERS;
/** In the name of a statement, which PostgreSQL cuts at 63 bytes. */
const FILTER_NAMES: Readonly<Record<Filter, string>> = { kind: 'k', subjectType: 's', dueAfter: 'a', dueBefore: 'b' };

interface Asked {
  readonly claims: Claims;
  readonly at: Date;
  readonly query: DeadlineListQuery;
}

function listQuery({ claims, at, query }: Asked, what: 'page' | 'count', [due, id]: readonly (string | null)[] = [null, null]): Query {
  const { show, limit, agency } = query;
  const given = filtersOf(query, at);
  const agencies = agenciesOf(claims, agency);
  const filters = Object.keys(given) as Filter[];
  return { statement: listStatement(show, filters, agencies !== null, what), values: [agencies ?? claims.actor, due ?? null, id ?? null, what === 'page' ? limit + 1 : COUNT_CAP + 1, ...Object.values(given)] };
}

/** Instants as they are in UTC: PostgreSQL reads offsets that JavaScript does not, and the other way round. */
function filtersOf({ kind, subjectType, dueAfter, dueBefore, show }: DeadlineListQuery, at: Date): Partial<Record<Filter, string>> {
  const soon = new Date(at.getTime() + SOON_MILLISECONDS).toISOString();
  const until = [dueBefore === undefined ? [] : [new Date(dueBefore).toISOString()], show === 'due-soon' ? [soon] : []].flat().sort()[0];
  const all = { kind, subjectType, dueAfter: dueAfter === undefined ? undefined : new Date(dueAfter).toISOString(), dueBefore: until };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Whose clocks are looked through, one index range each; null for the whole city. */
function agenciesOf({ scope, agencies }: Claims, agency: string | undefined): readonly string[] | null {
  if (agency === undefined) return scope === 'agencies' ? agencies : null;
  return scope === 'agencies' && !agencies.includes(agency) ? [] : [agency];
}

function listStatement(show: DeadlineListQuery['show'], filters: readonly Filter[], byAgency: boolean, what: 'page' | 'count'): Statement {
  const wanted = filters.map((filter, index) => ` AND ${FILTERS[filter].replace('?', `$${index + 5}`)}`).join('');
  const where = `ended_at IS NULL AND ($2::timestamptz IS NULL OR (coalesce(safe_due, 'infinity'), id) > (CASE WHEN $2 >= '9999-12-31Z' THEN 'infinity' ELSE $2 END, $3::uuid))${SHOWN[show]}${wanted}`;
  const order = "ORDER BY coalesce(safe_due, 'infinity'), id LIMIT $4";
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM deadline WHERE agency = mine AND ${where} ${order}) row`;
  const page = `${byAgency ? mine : `SELECT * FROM deadline WHERE $1::text IS NOT NULL AND ${where}`} ${order}`;
  return { name: `deadline-${what}-${show}-${byAgency ? 'mine' : 'all'}-${filters.map((filter) => FILTER_NAMES[filter]).join('')}`, text: what === 'page' ? page : countOf(page) };
}
