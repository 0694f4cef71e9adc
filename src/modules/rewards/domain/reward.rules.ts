import { centsOf, moneyText, percentOf } from '../../../kernel/money/index.js';

/** Money of one decision in the case. Sums in CNY, decimal text. */
export interface MoneyOfDecision {
  readonly state: string;
  /** Fine and confiscation that were imposed. */
  readonly imposed: string;
  /** What came in of both; a surcharge is neither. */
  readonly paid: string;
}

const SETTLED: ReadonlySet<string> = new Set(['paid', 'written-off']);

/** What was imposed and came in, in cents: of each decision never more than it imposed. */
export function collectedOf(money: readonly MoneyOfDecision[]): bigint {
  return money.reduce((sum, { imposed, paid }) => sum + least(centsOf(imposed), centsOf(paid)), 0n);
}

/** Decisions whose money may still come in. */
export function unsettledOf(money: readonly MoneyOfDecision[]): number {
  return money.filter(({ state }) => !SETTLED.has(state)).length;
}

/** A share of what came in, not less than the minimum and not more than the cap. CNY, decimal text; fractions of a cent are dropped. */
export function rewardOf(collected: bigint, { percent, least: minimum, most }: { readonly percent: number; readonly least: string; readonly most: string }): string {
  const share = percentOf(collected, percent);
  const raised = share < centsOf(minimum) ? centsOf(minimum) : share;
  return moneyText(least(raised, centsOf(most)));
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
