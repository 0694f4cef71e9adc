/** A worklist by its key. Which agencies and lanes there are is not known here. */
export type Worklist =
  | { readonly kind: 'me' }
  | { readonly kind: 'agency'; readonly agency: string }
  | { readonly kind: 'lane'; readonly agency: string; readonly lane: string };

const WORD = '[a-z0-9][a-z0-9-]{0,59}';
const AGENCY = new RegExp(`^agency:(${WORD})$`);
const LANE = new RegExp(`^lane:(${WORD}):(${WORD})$`);

/** Null for what is no key at all. */
export function listOf(key: string): Worklist | null {
  if (key === 'me') return { kind: 'me' };
  const agency = AGENCY.exec(key)?.[1];
  if (agency !== undefined) return { kind: 'agency', agency };
  const [, ofAgency, lane] = LANE.exec(key) ?? [];
  return ofAgency === undefined || lane === undefined ? null : { kind: 'lane', agency: ofAgency, lane };
}

export function keyOf(list: Worklist): string {
  if (list.kind === 'me') return 'me';
  return list.kind === 'agency' ? `agency:${list.agency}` : `lane:${list.agency}:${list.lane}`;
}

/** Where a case stands. */
export interface Place {
  /** Only open cases are listed. */
  readonly listed: boolean;
  readonly agency: string | null;
  readonly lane: string | null;
  readonly assignee: string | null;
}

export function stands(place: Place, list: Worklist, actor: string): boolean {
  if (!place.listed) return false;
  if (list.kind === 'me') return place.assignee === actor;
  return place.agency === list.agency && (list.kind === 'agency' || place.lane === list.lane);
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
