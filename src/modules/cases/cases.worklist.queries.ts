import type { Claims } from '../../platform/database/claims.js';
import type { Query } from '../../platform/database/database.js';
import { COUNT_CAP, countOf, decodeCursor } from '../../platform/http/pagination.js';
import { queryOf } from '../../platform/search/words.js';
import type { CaseListQuery, CaseRowDto } from './case-list.dto.js';

/** As the indexes have it (migration 1790000005000): cases without a date behind all others. */
const DUE = "(CASE WHEN next_due IS NULL THEN 'infinity'::timestamptz ELSE next_due END)";
export const ROW = `id, case_number AS "caseNumber", state, version, track, agency, region, right_type AS "rightType", right_number AS "rightNumber", target_name AS "targetName", assignee, lane, flags, next_due AS "nextDue", opened_at AS "openedAt"`;
const SHOWN = ROW.replace(/\w+ AS /g, '');
/** A cursor has a date in any case. */
const NEVER = '9999-12-31T00:00:00.000Z';
/** How many cases of the list are looked at one by one before a search asks the indexes of words and parts. */
const NEAR = 1000;

const BY = { due: `${DUE}, id`, newest: 'id DESC' } as const;
/** The same over rows that were read already. */
const AGAIN = { due: 'due, id', newest: 'id DESC' } as const;

/** Values of one statement, in order. */
class Bound {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

interface List {
  readonly order: 'due' | 'newest';
  /** Whose cases, as a condition. */
  readonly whose: string;
  /** Reference of the agencies, where the list of each is walked by itself and the lists are merged. */
  readonly each: string | null;
  /** What narrows down, and where the page begins. */
  readonly conditions: readonly string[];
  readonly most: string;
}

/** The queries of one request: the page, and the total where it was asked for. None where nothing can be searched for. */
export function worklistQueries(claims: Claims, query: CaseListQuery): Query[] {
  const asked = query.q === undefined ? null : askedFor(query.q);
  if (asked !== null && asked.words === null && asked.part === null) return [];
  const page = queryFor('page', claims, query, asked);
  return query.count === 'yes' ? [page, queryFor('count', claims, query, asked)] : [page];
}

/** The place of a row in its order, for the cursor. */
export function placeOf(order: CaseListQuery['order'], { id, nextDue }: Pick<CaseRowDto, 'id' | 'nextDue'>): string[] {
  return order === 'newest' ? [id] : [nextDue ?? NEVER, id];
}

function queryFor(what: 'page' | 'count', claims: Claims, query: CaseListQuery, asked: Asked | null): Query {
  const { order } = query;
  const bound = new Bound();
  const [whose, each] = sourceOf(claims, query, bound);
  const conditions = [...filtersOf(query, bound), ...(what === 'page' ? afterOf(query, bound) : [])];
  const list: List = { order, whose, each, conditions, most: bound.add(what === 'page' ? query.limit + 1 : COUNT_CAP + 1) };
  const text = textOf(what, list, asked === null ? null : matchOf(asked, bound));
  return { statement: { name: `case-${what}`, text }, values: bound.values };
}

function textOf(what: 'page' | 'count', list: List, match: string | null): string {
  if (match === null) return what === 'page' ? walk(list) : countOf(walk(list));
  return what === 'page' ? found(list, match) : countOf(`${all(list, match)} LIMIT ${list.most}`);
}

/** Whose cases: the narrowest column that an index begins with. */
function sourceOf(claims: Claims, query: CaseListQuery, bound: Bound): [whose: string, each: string | null] {
  if (ofOfficer(query)) return [`assignee = ${bound.add(officerOf(claims, query))}`, null];
  const agencies = agenciesOf(claims, query);
  if (agencies === null) return ['true', null];
  if (agencies.length < 2) return [`agency = ${bound.add(agencies[0] ?? '')}`, null];
  const mine = bound.add(agencies);
  // Few cases have no officer or a flag: these have one index over all agencies.
  const few = query.assignee === 'none' || query.flags !== undefined;
  return [`agency = ANY (${mine}::text[])`, few ? null : mine];
}

/** Null for those who see the whole city. */
function agenciesOf({ scope, agencies }: Claims, { agency }: CaseListQuery): readonly string[] | null {
  if (agency !== undefined) return [agency];
  return scope === 'agencies' ? agencies : null;
}

function filtersOf(query: CaseListQuery, bound: Bound): string[] {
  const filters: readonly (readonly [value: unknown, condition: (value: string) => string])[] = [
    [query.state, (value) => `state = ANY (${value}::text[])`],
    [query.track, (value) => `track = ${value}`],
    [query.region, (value) => `region = ${value}`],
    [query.rightType, (value) => `right_type = ${value}`],
    [query.lane, (value) => `lane = ${value}`],
    [query.flags, (value) => `flags <> '{}' AND flags @> ${value}::text[]`],
    [query.dueAfter, (value) => `${DUE} >= ${value}::timestamptz AND ${DUE} < 'infinity'`],
    [query.dueBefore, (value) => `${DUE} < ${value}::timestamptz`],
    // Where the officer leads, the agency is a condition like others.
    [ofOfficer(query) ? query.agency : undefined, (value) => `agency = ${value}`],
  ];
  const given = filters.flatMap(([value, condition]) => (value === undefined ? [] : [condition(bound.add(value))]));
  return query.assignee === 'none' ? [...given, 'assignee IS NULL'] : given;
}

function officerOf({ actor }: Claims, { assignee }: CaseListQuery): string | undefined {
  return assignee === 'me' ? actor : assignee;
}

function ofOfficer({ assignee }: CaseListQuery): boolean {
  return assignee !== undefined && assignee !== 'none';
}

function afterOf({ order, cursor }: CaseListQuery, bound: Bound): string[] {
  const place = order === 'newest' ? decodeCursor(cursor, 'uuid') : decodeCursor(cursor, 'instant', 'uuid');
  if (place === null) return [];
  const [due = '', id = due] = place;
  if (order === 'newest') return [`id < ${bound.add(id)}::uuid`];
  return [`(${DUE}, id) > (${bound.add(due === NEVER ? 'infinity' : due)}::timestamptz, ${bound.add(id)}::uuid)`];
}

/** Along an index, in its order; over several agencies along the list of each, then merged. */
function walk(list: List, columns = `${ROW}, ${DUE} AS due`, most = list.most): string {
  const { order, whose, each, conditions } = list;
  const rows = (mine: string): string => `SELECT ${columns} FROM case_file WHERE ${[mine, ...conditions].join(' AND ')} ORDER BY ${BY[order]} LIMIT ${most}`;
  if (each === null) return rows(whose);
  return `SELECT row.* FROM unnest(${each}::text[]) AS mine CROSS JOIN LATERAL (${rows('agency = mine')}) row ORDER BY ${AGAIN[order]} LIMIT ${most}`;
}

/** Everything that matches. */
function all({ whose, conditions }: List, match: string): string {
  return `SELECT ${ROW}, ${DUE} AS due FROM case_file WHERE ${[whose, ...conditions, match].join(' AND ')}`;
}

/**
 * A frequent word fills the page from the beginning of the list; a rare one is quickly found by its index and sorted. Which
 * of the two it is shows in the walk, not in an estimate: the second half is read only where the first did not fill the page.
 */
function found(list: List, match: string): string {
  const { order, most } = list;
  const near = `SELECT * FROM (${walk(list, `${ROW}, ${DUE} AS due, tokens, names`, String(NEAR))}) near_by WHERE ${match} ORDER BY ${AGAIN[order]} LIMIT ${most}`;
  return `WITH near AS MATERIALIZED (${near}), far AS MATERIALIZED (${all(list, match)} AND (SELECT count(*) FROM near) < ${most}::int)
          SELECT ${SHOWN} FROM (SELECT ${SHOWN}, due FROM near WHERE (SELECT count(*) FROM near) >= ${most}::int UNION ALL SELECT ${SHOWN}, due FROM far) either ORDER BY ${AGAIN[order]} LIMIT ${most}`;
}

interface Asked {
  readonly words: string | null;
  readonly part: string | null;
}

/** Words anywhere, or one name or number by a part of it: three characters at least, in one piece. */
function askedFor(q: string): Asked {
  const text = searchable(q);
  return { words: queryOf(q), part: /^\S{3,}$/.test(text) ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null };
}

/** The question is hidden from the planner, whose guesses about single words are worse than none. */
function matchOf({ words, part }: Asked, bound: Bound): string {
  const byWords = words === null ? [] : [`tokens @@ (SELECT ${bound.add(words)}::tsquery)`];
  const byPart = part === null ? [] : [`names LIKE (SELECT ${bound.add(part)}::text)`];
  return `(${[...byWords, ...byPart].join(' OR ')})`;
}

/** Half-width and lower case, as the column of names has it. */
export function searchable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
