import type { Basis } from '../../../kernel/text.js';

/** `city-principal-head`: the principal head of an agency of a city with districts, or above it. */
export type Approver = 'head' | 'city-principal-head';

export interface SeizurePower {
  readonly law: string;
  readonly approver: Approver;
  /** Days on which it stood, both included, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string | null;
  readonly basis: Basis;
  /** Where it says who approves. */
  readonly approval: Basis;
}

/** The power as the law stood on a day, YYYY-MM-DD in Asia/Shanghai; undefined where there was none, and nothing may be taken. */
export function powerOn(powers: readonly SeizurePower[], law: string, day: string): SeizurePower | undefined {
  return powers.find((power) => power.law === law && power.from <= day && (power.to === null || day <= power.to));
}

export interface Approval {
  /** In which capacity the actor approves. */
  readonly capacity: string;
  /** Level of the actor's agency. */
  readonly level: string | null;
}

/** Whether whoever approves is high enough for what the law asks. */
export function highEnough(approver: Approver, { capacity, level }: Approval): boolean {
  return approver === 'head' || (capacity === 'principal-head' && level === 'city');
}
