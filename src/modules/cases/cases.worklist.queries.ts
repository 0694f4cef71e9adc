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
const NEAR = 2000;

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

/** A way of narrowing down: a letter for the name of the statement, and its condition. */
type Part = readonly [letter: string, condition: string];

interface List {
  readonly order: 'due' | 'newest';
  readonly source: Part;
  /** Reference of the agencies, where the list of each is walked by itself and the lists are merged. */
  readonly each: string | null;
  readonly parts: readonly Part[];
  readonly after: string | null;
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
  const [source, each] = sourceOf(claims, query, bound);
  const parts = filtersOf(query, bound);
  const after = what === 'page' ? afterOf(query, bound) : null;
  const list: List = { order, source, each, parts, after, most: bound.add(what === 'page' ? query.limit + 1 : COUNT_CAP + 1) };
  const text = textOf(what, list, asked === null ? null : matchOf(asked, bound));
  // By date of opening the best index depends on how many cases the agency has: without a name the statement is planned for it each time.
  return { statement: { name: order === 'newest' ? '' : nameOf(what, list, asked), text }, values: bound.values };
}

function textOf(what: 'page' | 'count', list: List, match: string | null): string {
  if (match === null) return what === 'page' ? walk(list) : countOf(walk(list));
  return what === 'page' ? found(list, match) : countOf(`${all(list, match)} LIMIT ${list.most}`);
}

/** Says everything that the text depends on. */
function nameOf(what: 'page' | 'count', { source, parts, after }: List, asked: Asked | null): string {
  const search = asked === null ? '' : `-q${asked.words === null ? '' : 'w'}${asked.part === null ? '' : 'p'}`;
  return `case-${what}-${source[0]}-${parts.map(([letter]) => letter).join('')}${after === null ? '' : '-on'}${search}`;
}

/** Whose cases: the narrowest column that an index begins with. */
function sourceOf(claims: Claims, query: CaseListQuery, bound: Bound): [source: Part, each: string | null] {
  if (ofOfficer(query)) return [['own', `assignee = ${bound.add(officerOf(claims, query))}`], null];
  const agencies = agenciesOf(claims, query);
  if (agencies === null) return [['all', 'true'], null];
  if (agencies.length < 2) return [['one', `agency = ${bound.add(agencies[0] ?? '')}`], null];
  const mine = bound.add(agencies);
  // Few cases have no officer or a flag: these have one index over all agencies.
  const few = query.assignee === 'none' || query.flags !== undefined;
  return [[few ? 'few' : 'each', `agency = ANY (${mine}::text[])`], few ? null : mine];
}

/** Null for those who see the whole city. */
function agenciesOf({ scope, agencies }: Claims, { agency }: CaseListQuery): readonly string[] | null {
  if (agency !== undefined) return [agency];
  return scope === 'agencies' ? agencies : null;
}

function filtersOf(query: CaseListQuery, bound: Bound): Part[] {
  const filters: Readonly<Record<string, readonly [value: unknown, condition: (value: string) => string]>> = {
    s: [query.state, (value) => `state = ANY (${value}::text[])`],
    t: [query.track, (value) => `track = ${value}`],
    r: [query.region, (value) => `region = ${value}`],
    k: [query.rightType, (value) => `right_type = ${value}`],
    l: [query.lane, (value) => `lane = ${value}`],
    f: [query.flags, (value) => `flags <> '{}' AND flags @> ${value}::text[]`],
    a: [query.dueAfter, (value) => `${DUE} >= ${value}::timestamptz AND ${DUE} < 'infinity'`],
    b: [query.dueBefore, (value) => `${DUE} < ${value}::timestamptz`],
    // Where the officer leads, the agency is a condition like others.
    g: [ofOfficer(query) ? query.agency : undefined, (value) => `agency = ${value}`],
  };
  const given = Object.entries(filters).flatMap(([letter, [value, condition]]): Part[] => (value === undefined ? [] : [[letter, condition(bound.add(value))]]));
  return query.assignee === 'none' ? [...given, ['n', 'assignee IS NULL']] : given;
}

function officerOf({ actor }: Claims, { assignee }: CaseListQuery): string | undefined {
  return assignee === 'me' ? actor : assignee;
}

function ofOfficer({ assignee }: CaseListQuery): boolean {
  return assignee !== undefined && assignee !== 'none';
}

function afterOf({ order, cursor }: CaseListQuery, bound: Bound): string | null {
  const place = order === 'newest' ? decodeCursor(cursor, 'uuid') : decodeCursor(cursor, 'instant', 'uuid');
  if (place === null) return null;
  const [due = '', id = due] = place;
  if (order === 'newest') return `id < ${bound.add(id)}::uuid`;
  return `(${DUE}, id) > (${bound.add(due === NEVER ? 'infinity' : due)}::timestamptz, ${bound.add(id)}::uuid)`;
}

function conditions({ parts, after }: List): string {
  return [...parts.map(([, condition]) => condition), ...(after === null ? [] : [after])].map((condition) => ` AND ${condition}`).join('');
}

/** Along an index, in its order; over several agencies along the list of each, then merged. */
function walk(list: List, columns = `${ROW}, ${DUE} AS due`, most = list.most): string {
  const { order, source, each } = list;
  const rows = (whose: string): string => `SELECT ${columns} FROM case_file WHERE ${whose}${conditions(list)} ORDER BY ${BY[order]} LIMIT ${most}`;
  if (each === null) return rows(source[1]);
  return `SELECT row.* FROM unnest(${each}::text[]) AS mine CROSS JOIN LATERAL (${rows('agency = mine')}) row ORDER BY ${AGAIN[order]} LIMIT ${most}`;
}

/** Everything that matches. */
function all(list: List, match: string): string {
  return `SELECT ${ROW}, ${DUE} AS due FROM case_file WHERE ${list.source[1]}${conditions(list)} AND ${match}`;
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
