import type { Claims } from '../../platform/database/claims.js';
import type { Query } from '../../platform/database/database.js';
import { COUNT_CAP, countOf, decodeCursor } from '../../platform/http/pagination.js';
import { queryOf } from '../../platform/search/words.js';
import type { CaseListQuery, CaseOrder } from './case-list.dto.js';
import type { CaseListRow } from './case-view.dto.js';
import { LANE_CODES } from './data/lanes.data.js';

/** As the indexes have it (migration 1790000005000): cases without a date behind all others. */
const DUE = "(CASE WHEN next_due IS NULL THEN 'infinity'::timestamptz ELSE next_due END)";
export const ROW = `id, case_number AS "caseNumber", state, version, track, agency, region, right_type AS "rightType", right_number AS "rightNumber", target_name AS "targetName", assignee, lane, flags, next_due AS "nextDue", opened_at AS "openedAt", team, escalated_at AS "escalatedAt", escalated_for AS "escalatedFor", rank_at AS "rankAt", aged_at AS "agedAt"`;
const SHOWN = ROW.replace(/\w+ AS /g, '');
/** A cursor has a date in any case. */
const NEVER = '9999-12-31T00:00:00.000Z';
/** How many cases of the list are looked at one by one before a search asks the indexes of words and parts. */
const NEAR = 1000;

/** Closed cases have no rank, and the indexes leave them out. */
const BY = { due: `${DUE}, id`, newest: 'id DESC', rank: 'rank_at, id' } as const;
const KEY = { due: DUE, newest: DUE, rank: 'rank_at' } as const;
/** The same over rows that were read already. */
const AGAIN = { due: 'due, id', newest: 'id DESC', rank: 'due, id' } as const;

/** Values of one statement, in order. */
class Bound {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A list for each row of `from`, narrowed down to it by `mine`. */
interface Each {
  readonly from: string;
  readonly mine: string;
}

interface List {
  readonly order: CaseOrder;
  /** Whose cases, as a condition. */
  readonly whose: string;
  /** Lists that are walked by themselves and merged. */
  readonly each: Each | null;
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
export function placeOf(order: CaseOrder, { id, nextDue, rankAt }: Pick<CaseListRow, 'id' | 'nextDue' | 'rankAt'>): string[] {
  if (order === 'newest') return [id];
  return [(order === 'due' ? nextDue : rankAt)?.toISOString() ?? NEVER, id];
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
function sourceOf(claims: Claims, query: CaseListQuery, bound: Bound): [whose: string, each: Each | null] {
  if (ofOfficer(query)) return [`assignee = ${bound.add(officerOf(claims, query))}`, null];
  if (query.team !== undefined) return [`team = ${bound.add(query.team)}::uuid`, null];
  const agencies = agenciesOf(claims, query);
  if (agencies === null) return ['true', null];
  return query.order === 'rank' && query.escalated === undefined ? byLane(agencies, query.lane === undefined ? LANE_CODES : [query.lane], bound) : byAgency(agencies, query, bound);
}

function byAgency(agencies: readonly string[], query: CaseListQuery, bound: Bound): [whose: string, each: Each | null] {
  if (agencies.length < 2) return [`agency = ${bound.add(agencies[0] ?? '')}`, null];
  const mine = bound.add(agencies);
  // Few cases have no officer or a flag: these have one index over all agencies.
  const few = query.assignee === 'none' || query.flags !== undefined || query.escalated !== undefined;
  return [`agency = ANY (${mine}::text[])`, few ? null : { from: `unnest(${mine}::text[]) AS mine`, mine: 'agency = mine' }];
}

/** The lanes are few: one index leads through each of them, and merged they are the list of the agency. */
function byLane(agencies: readonly string[], lanes: readonly string[], bound: Bound): [whose: string, each: Each | null] {
  const [mine, ways] = [bound.add(agencies), bound.add(lanes)];
  if (agencies.length * lanes.length < 2) return [`agency = (${mine}::text[])[1] AND lane = (${ways}::text[])[1]`, null];
  return [`agency = ANY (${mine}::text[])`, { from: `unnest(${mine}::text[]) AS mine CROSS JOIN unnest(${ways}::text[]) AS way`, mine: 'agency = mine AND lane = way' }];
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
    // Where the officer or the team leads, the agency is a condition like others.
    [ofOfficer(query) || query.team !== undefined ? query.agency : undefined, (value) => `agency = ${value}`],
    [ofOfficer(query) ? query.team : undefined, (value) => `team = ${value}::uuid`],
  ];
  const given = filters.flatMap(([value, condition]) => (value === undefined ? [] : [condition(bound.add(value))]));
  return [...given, ...(query.assignee === 'none' ? ['assignee IS NULL'] : []), ...(query.escalated === 'yes' ? ['escalated_at IS NOT NULL'] : []), ...(query.order === 'rank' ? ['rank_at IS NOT NULL'] : [])];
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
  return [`(${KEY[order]}, id) > (${bound.add(due === NEVER ? 'infinity' : due)}::timestamptz, ${bound.add(id)}::uuid)`];
}

/** Along an index, in its order; over several agencies along the list of each, then merged. */
function walk(list: List, columns = `${ROW}, ${KEY[list.order]} AS due`, most = list.most): string {
  const { order, whose, each, conditions } = list;
  const rows = (mine: string): string => `SELECT ${columns} FROM case_file WHERE ${[mine, ...conditions].join(' AND ')} ORDER BY ${BY[order]} LIMIT ${most}`;
  if (each === null) return rows(whose);
  return `SELECT row.* FROM ${each.from} CROSS JOIN LATERAL (${rows(each.mine)}) row ORDER BY ${AGAIN[order]} LIMIT ${most}`;
}

/** Everything that matches. */
function all({ order, whose, conditions }: List, match: string): string {
  return `SELECT ${ROW}, ${KEY[order]} AS due FROM case_file WHERE ${[whose, ...conditions, match].join(' AND ')}`;
}

/**
 * A frequent word fills the page from the beginning of the list; a rare one is quickly found by its index and sorted. Which
 * of the two it is shows in the walk, not in an estimate: the second half is read only where the first did not fill the page.
 */
function found(list: List, match: string): string {
  const { order, most } = list;
  const near = `SELECT * FROM (${walk(list, `${ROW}, ${KEY[order]} AS due, tokens, names`, String(NEAR))}) near_by WHERE ${match} ORDER BY ${AGAIN[order]} LIMIT ${most}`;
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
