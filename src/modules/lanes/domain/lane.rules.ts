import type { CriterionCode, KnownFacts, StatedFacts, Verdict, Venue } from './triage.rules.js';

/** Lanes that a case passes through, each with a target of its own: `lane.<code>`. */
export const PASSABLE = ['exhibition', 'rapid-centre', 'expedited', 'platform', 'market', 'major', 'ordinary'] as const;
export type LaneCode = (typeof PASSABLE)[number];

/** What may have to be so before a case comes into a lane: what triage looks at, and what tells the lanes apart. */
export type Condition = CriterionCode | 'simple' | 'at-fair' | 'on-platform' | 'in-market' | 'centre-industry' | 'grave-or-complex';

/** Why a case is put out of its lane. */
export const GROUNDS = ['contested', 'right-attacked', 'facts-unclear', 'amount-exceeded', 'evidence-missing', 'party-unknown', 'foreign-evidence', 'turned-grave', 'bad-faith', 'fair-over', 'not-grave'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface Entry {
  readonly code: LaneCode;
  readonly entry: readonly Condition[];
}

const BY_VENUE: Readonly<Record<Venue, readonly Condition[]>> = { elsewhere: [], fair: ['at-fair'], platform: ['on-platform'], market: ['in-market'], 'tableware-centre': ['centre-industry'] };

/** Every condition that the facts meet. */
export function conditionsOf({ venue, grave }: StatedFacts & KnownFacts, { criteria, simple }: Verdict): Condition[] {
  const met = criteria.flatMap(({ code, holds }): Condition[] => (holds ? [code] : []));
  return [...met, ...(simple ? (['simple'] as const) : []), ...BY_VENUE[venue], ...(grave ? (['grave-or-complex'] as const) : [])];
}

/** Conditions of the lane that are not met, in the order of the lane. */
export function unmet(entry: readonly Condition[], met: readonly string[]): Condition[] {
  return entry.filter((condition) => !met.includes(condition));
}

/** The first lane whose conditions are all met, and what each of the others lacks. The last lane asks for nothing. */
export function proposal(lanes: readonly Entry[], met: readonly Condition[]): { readonly lane: LaneCode; readonly lacking: Readonly<Record<string, readonly Condition[]>> } {
  const lacking = Object.fromEntries(lanes.map(({ code, entry }) => [code, unmet(entry, met)]));
  return { lane: lanes.find(({ entry }) => unmet(entry, met).length === 0)?.code ?? 'ordinary', lacking };
}

/** Places that are left; null: no end of them. Never below nothing, though a capacity that was made smaller may be exceeded. */
export function placesLeft(capacity: number | null, taken: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken);
}
