import type { LocalizedText } from '../text.js';
import { ClockError, type Bounds, type ClockRule, type ClockUnit, type Granted } from './types.js';

/** A piece of the limit: the limit itself, then each extension. */
export interface Portion {
  readonly amount: number;
  readonly unit: ClockUnit;
  readonly label: LocalizedText;
}

interface Open {
  readonly code: string;
  readonly amount: number | null;
  readonly bounds?: Bounds;
}

/** The limit with its extensions, checked: what the law leaves open must be given, and nothing else may be. Throws {@link ClockError}. */
export function portionsOf(rule: ClockRule, set: number | null, extensions: readonly Granted[]): Portion[] {
  const portions = [{ amount: amountOf(rule, set), unit: rule.unit, label: rule.label }, ...granted(rule, extensions)];
  for (const { amount, unit } of portions) {
    if (!Number.isInteger(amount) || amount <= 0) throw new ClockError('amount-not-positive', `${rule.code}: an amount of ${amount} cannot be counted`);
    if ((unit === 'hour') !== (rule.unit === 'hour')) throw new ClockError('units-mixed', `${rule.code}: hours run from the minute, days from the next day; one limit cannot hold both`);
  }
  return portions;
}

function amountOf({ code, amount, bounds }: Open, given: number | null): number {
  if (amount !== null) {
    if (given !== null) throw new ClockError('amount-given', `${code}: the law fixes the amount; none may be given`);
    return amount;
  }
  if (given === null) throw new ClockError('amount-missing', `${code}: the law leaves the amount open; it must be given`);
  refuseOutside(code, given, bounds);
  return given;
}

function refuseOutside(code: string, given: number, { minimum = 1, maximum }: Bounds = { maximum: Infinity }): void {
  if (given < minimum || given > maximum) throw new ClockError('amount-out-of-bounds', `${code}: ${given} is not within ${minimum} to ${maximum}`);
}

function granted(rule: ClockRule, extensions: readonly Granted[]): Portion[] {
  const ladder = rule.extensions ?? [];
  return extensions.map(({ code, amount = null }, index) => {
    const step = ladder.find((candidate) => candidate.code === code);
    if (step === undefined) throw new ClockError('extension-unknown', `${rule.code} has no extension ${code}`);
    if (ladder[index] !== step) throw new ClockError('extension-out-of-order', `${rule.code}: extension ${code} comes out of its order`);
    return { amount: amountOf(step, amount), unit: step.unit, label: step.label };
  });
}
