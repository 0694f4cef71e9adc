/** A worklist by its key. Which agencies and lanes there are is not known here. */
export type Worklist =
  | { readonly kind: 'me' }
  | { readonly kind: 'agency'; readonly agency: string }
  | { readonly kind: 'lane'; readonly agency: string; readonly lane: string }
  | { readonly kind: 'team'; readonly team: string }
  /** What the head of the agency has to look at. */
  | { readonly kind: 'head'; readonly agency: string };

const WORD = '[a-z0-9][a-z0-9-]{0,59}';
const AGENCY = new RegExp(`^agency:(${WORD})$`);
const HEAD = new RegExp(`^head:(${WORD})$`);
const TEAM = /^team:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const LANE = new RegExp(`^lane:(${WORD}):(${WORD})$`);

const SHAPES: readonly (readonly [RegExp, (first: string, second: string) => Worklist])[] = [
  [AGENCY, (agency) => ({ kind: 'agency', agency })],
  [LANE, (agency, lane) => ({ kind: 'lane', agency, lane })],
  [TEAM, (team) => ({ kind: 'team', team })],
  [HEAD, (agency) => ({ kind: 'head', agency })],
];

/** Null for what is no key at all. */
export function listOf(key: string): Worklist | null {
  if (key === 'me') return { kind: 'me' };
  for (const [shape, made] of SHAPES) {
    const [, first, second = ''] = shape.exec(key) ?? [];
    if (first !== undefined) return made(first, second);
  }
  return null;
}

export function keyOf(list: Worklist): string {
  if (list.kind === 'me') return 'me';
  if (list.kind === 'team') return `team:${list.team}`;
  return list.kind === 'lane' ? `lane:${list.agency}:${list.lane}` : `${list.kind}:${list.agency}`;
}

/** Where a case stands. */
export interface Place {
  /** Only open cases are listed. */
  readonly listed: boolean;
  readonly agency: string | null;
  readonly lane: string | null;
  readonly assignee: string | null;
  readonly team: string | null;
  /** On the list of the head. */
  readonly escalated: boolean;
}

export function stands(place: Place, list: Worklist, actor: string): boolean {
  if (!place.listed) return false;
  if (list.kind === 'me') return place.assignee === actor;
  if (list.kind === 'team') return place.team === list.team;
  return place.agency === list.agency && inAgency(place, list);
}

function inAgency(place: Place, list: Exclude<Worklist, { kind: 'me' | 'team' }>): boolean {
  if (list.kind === 'lane') return place.lane === list.lane;
  return list.kind === 'agency' || place.escalated;
}

const POSITION = /^(\d{1,18})-(\d{1,18})-(\d{1,11})$/;

/** How far a reader has come: every transaction below `xid` was seen whole, and of this one what comes up to `seq`. */
export interface Position {
  readonly xid: string;
  readonly seq: string;
  /** Seconds since 1970, by the clock of the database, when the reader had come so far. */
  readonly at: string;
}

export function positionOf(id: string): Position | null {
  const [, xid, seq, at] = POSITION.exec(id) ?? [];
  return xid === undefined || seq === undefined || at === undefined ? null : { xid, seq, at };
}

export function idOf({ xid, seq, at }: Position): string {
  return `${xid}-${seq}-${at}`;
}
