/** Who lists a case for supervision. */
export const AUTHORITY_CODES = ['listing-agency', 'joint-meeting', 'peoples-congress', 'political-consultative', 'procuratorate', 'province', 'nation'] as const;
export type AuthorityCode = (typeof AUTHORITY_CODES)[number];

/** Why. */
export const SUPERVISION_REASONS = ['public-concern', 'grave', 'cross-region', 'repeat-infringer', 'stalled', 'ordered-from-above'] as const;
export type SupervisionReason = (typeof SUPERVISION_REASONS)[number];

/** What became of a target, in words. `target` counts from 1. */
export interface TargetResult {
  readonly target: number;
  readonly result: string;
}

/** Targets that no result speaks of, counted from 1, in order. */
export function unanswered(targets: readonly string[], results: readonly TargetResult[]): number[] {
  const told = new Set(results.map(({ target }) => target));
  return targets.map((_, index) => index + 1).filter((target) => !told.has(target));
}
