/** A case in a worklist, as far as its order goes. Instants in any unit, all in the same. */
export interface Ranked {
  readonly id: string;
  /** The earlier of its next safe date and the end of the patience of its lane. Set when it comes into the list or its date moves, never in the past: it stays while time passes. */
  readonly rankAt: number;
}

/** Below zero where the first goes first. As the indexes have it: rank, then id. */
export function byRank(one: Ranked, other: Ranked): number {
  if (one.rankAt !== other.rankAt) return one.rankAt - other.rankAt;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/**
 * The latest instant at which a case is begun, if `officers` take the first of the list whenever they have finished the last, and none
 * has one for longer than `longest`. What comes after the instant at which a case ranks ranks behind it: from then on only the `ahead`
 * that stood before it go first, and every officer takes one in each period of `longest`.
 */
export function begunBy(rankAt: number, ahead: number, officers: number, longest: number): number {
  return rankAt + Math.ceil((ahead + 1) / officers) * longest;
}
