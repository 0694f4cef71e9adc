import { moneyText, centsOf } from '../../kernel/money/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Gather, Moving } from '../../platform/workflow/workflow.js';
import { BEFORE_COURT } from './domain/fine.lifecycle.js';
import { dayBefore, type Uncounted } from './domain/fine.rules.js';

const OF_DECISION = { name: 'fines-of-decision', text: 'SELECT id, state, uncounted FROM fine WHERE parent_id = $1 AND ended_at IS NULL ORDER BY id' };

/** Money of a decision that is not settled yet. */
export interface OpenMoney {
  readonly id: string;
  readonly state: string;
  readonly uncounted: readonly Uncounted[];
}

/** Where reconsideration or a suit stands, in the words of the decision that is attacked. Instants RFC 3339. */
interface Attack {
  readonly at: string;
  readonly fileNumber: string;
}

/** What an attack on a decision has to know of its money; `money` stands in what was gathered. */
export function moneyGather(decision: string): Gather {
  return { queries: [{ statement: OF_DECISION, values: [decision] }], facts: ([money = []]) => ({ money }) };
}

/** The days of the attack do not count for the surcharge (行政处罚法第七十三条第三款). What is recorded on the fine already stays. */
export function attacked(money: readonly OpenMoney[], { at, fileNumber }: Attack): Moving[] {
  return beforeCourt(money).map(({ id, uncounted }) => {
    const open = uncounted.some(({ to }) => to === null);
    return { id, input: {}, patch: { fileNumber, uncounted: open ? uncounted : [...uncounted, { from: legalDay(new Date(at)), to: null }] }, data: { at, fileNumber } };
  });
}

/** The decision stands, as it was or with other sums (CNY); the court can be asked once nothing can be attacked any more. */
export function upheld(money: readonly OpenMoney[], { at, fileNumber }: Attack, remediesEnd: Date, sums: { readonly fine: number; readonly confiscation: number } | null): Moving[] {
  const to = dayBefore(legalDay(new Date(at)));
  const changed = sums === null ? {} : { fine: moneyText(centsOf(sums.fine.toFixed(2))), confiscation: moneyText(centsOf(sums.confiscation.toFixed(2))) };
  return beforeCourt(money).map(({ id, uncounted }) => ({
    id, input: {}, triggers: { 'enforcement.application': remediesEnd }, data: { at, fileNumber, ...changed },
    patch: { fileNumber, remediesEnd, uncounted: uncounted.map((one) => (one.to === null ? { ...one, to } : one)), ...changed },
  }));
}

/** The decision fell, or asks for no money any more. */
export function fallen(money: readonly OpenMoney[], { at, fileNumber }: Attack): Moving[] {
  return money.map(({ id }) => ({ id, input: {}, patch: { fileNumber, outcome: 'annulled' }, data: { at, fileNumber } }));
}

function beforeCourt(money: readonly OpenMoney[]): readonly OpenMoney[] {
  return money.filter(({ state }) => BEFORE_COURT.some((one) => one === state));
}
