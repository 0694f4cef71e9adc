import { centsOf, moneyText, percentOf } from '../../../kernel/money/index.js';
import type { Basis } from '../../../kernel/text.js';

/** Days are YYYY-MM-DD in Asia/Shanghai; validity includes both ends. Money is decimal text in CNY. */
export interface SurchargeRate {
  readonly from: string;
  readonly to: string | null;
  readonly percentPerDay: number;
  /** Of the fine. */
  readonly capPercent: number;
  readonly basis: Basis;
}

export interface CollectionLimit {
  readonly ground: string;
  readonly from: string;
  readonly to: string | null;
  /** Kinds of decisions that it is open to. */
  readonly kinds: readonly string[];
  /** Highest fine; null where there is no limit. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly basis: Basis;
}

/** A part of the fine, and the last day on which it could be paid in time. */
export interface DuePart {
  readonly amount: string;
  readonly dueOn: string;
}

export interface PaidPart {
  readonly amount: string;
  readonly paidOn: string;
}

/** Days that are not counted; `to` is null while it lasts. */
export interface Uncounted {
  readonly from: string;
  readonly to: string | null;
}

export interface SurchargeQuestion {
  readonly fine: string;
  readonly parts: readonly DuePart[];
  readonly payments: readonly PaidPart[];
  readonly uncounted: readonly Uncounted[];
  /** Counted to the end of this day. */
  readonly on: string;
}

export interface SurchargeStep {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** What was in arrears on these days. */
  readonly arrears: string;
  readonly percentPerDay: number;
  readonly amount: string;
  readonly basis: Basis;
}

export interface Surcharge {
  readonly steps: readonly SurchargeStep[];
  readonly uncapped: string;
  readonly cap: string;
  readonly amount: string;
}

/**
 * The surcharge to the end of a day: for every day in arrears so many percent of what is due and not paid, never more than the
 * fine. The day after the last day to pay is the first one counted; what is paid on a day is not in arrears on it.
 */
export function surchargeOn(rates: readonly SurchargeRate[], question: SurchargeQuestion): Surcharge {
  const { fine, parts, on } = question;
  const first = parts.map(({ dueOn }) => dueOn).sort()[0];
  const steps: SurchargeStep[] = [];
  for (let day = first === undefined ? on : nextDay(first); day <= on; day = nextDay(day)) extend(steps, rates, question, day);
  const uncapped = steps.reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  const cap = percentOf(centsOf(fine), rateOn(rates, on)?.capPercent ?? 0);
  return { steps, uncapped: moneyText(uncapped), cap: moneyText(cap), amount: moneyText(uncapped < cap ? uncapped : cap) };
}

/** Days that follow each other at the same arrears and rate are one step. */
function extend(steps: SurchargeStep[], rates: readonly SurchargeRate[], question: SurchargeQuestion, day: string): void {
  const rate = rateOn(rates, day);
  const arrears = question.uncounted.some(({ from, to }) => from <= day && (to === null || day <= to)) ? 0n : arrearsOn(question, day);
  if (rate === undefined || arrears === 0n) return;
  const { percentPerDay, basis } = rate;
  const before = steps.at(-1);
  const last = before !== undefined && sameRun(before, day, arrears, percentPerDay) ? steps.pop() : undefined;
  const { from, days } = last ?? { from: day, days: 0 };
  steps.push({ from, to: day, days: days + 1, arrears: moneyText(arrears), percentPerDay, amount: moneyText(percentOf(arrears, percentPerDay, days + 1)), basis });
}

function sameRun(last: SurchargeStep, day: string, arrears: bigint, percentPerDay: number): boolean {
  return nextDay(last.to) === day && last.arrears === moneyText(arrears) && last.percentPerDay === percentPerDay;
}

function arrearsOn({ parts, payments }: SurchargeQuestion, day: string): bigint {
  const due = parts.filter(({ dueOn }) => dueOn < day).reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  const paid = payments.filter(({ paidOn }) => paidOn <= day).reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  return due > paid ? due - paid : 0n;
}

function rateOn(rates: readonly SurchargeRate[], day: string): SurchargeRate | undefined {
  return rates.find(({ from, to }) => from <= day && (to === null || day <= to));
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Why a plan of payment does not do; null where it does: days ahead in their order, and to the cent what is outstanding. */
export function planFault(plan: readonly DuePart[], outstanding: string, today: string): 'empty' | 'order' | 'past' | 'sum' | 'nothing-in-a-part' | null {
  if (plan.length === 0) return 'empty';
  if (plan.some(({ amount }) => centsOf(amount) === 0n)) return 'nothing-in-a-part';
  if (plan.some(({ dueOn }) => dueOn <= today)) return 'past';
  if (plan.some(({ dueOn }, index) => index > 0 && dueOn <= (plan[index - 1]?.dueOn ?? ''))) return 'order';
  return plan.reduce((sum, { amount }) => sum + centsOf(amount), 0n) === centsOf(outstanding) ? null : 'sum';
}

/** The first part that the payments do not cover yet; null when all are paid. */
export function openPart(plan: readonly DuePart[], paid: string): DuePart | null {
  let left = centsOf(paid);
  for (const part of plan) {
    left -= centsOf(part.amount);
    if (left < 0n) return part;
  }
  return null;
}

export interface Debt {
  readonly fine: string;
  readonly confiscation: string;
  /** Imposed and remitted as it stands; nought where none was imposed. */
  readonly surcharge: string;
  readonly paid: { readonly fine: string; readonly confiscation: string; readonly surcharge: string };
}

export const ITEMS = ['fine', 'confiscation', 'surcharge'] as const;
export type Item = (typeof ITEMS)[number];

export interface Outstanding extends Readonly<Record<Item, string>> {
  readonly total: string;
}

export function outstandingOf(debt: Debt): Outstanding {
  const open = (item: Item): bigint => {
    const left = centsOf(debt[item]) - centsOf(debt.paid[item]);
    return left > 0n ? left : 0n;
  };
  const [fine, confiscation, surcharge] = [open('fine'), open('confiscation'), open('surcharge')];
  return { fine: moneyText(fine), confiscation: moneyText(confiscation), surcharge: moneyText(surcharge), total: moneyText(fine + confiscation + surcharge) };
}

/** Whether an officer may take so much on the spot. */
export function mayCollect(limits: readonly CollectionLimit[], { ground, kind, amount, person, day }: { ground: string; kind: string; amount: string; person: boolean; day: string }): boolean {
  const limit = limits.find((row) => row.ground === ground && row.from <= day && (row.to === null || day <= row.to) && row.kinds.includes(kind));
  if (limit === undefined) return false;
  const highest = person ? limit.person : limit.organisation;
  return highest === null || centsOf(amount) <= centsOf(highest);
}

/** The columns that sums follow from. */
export interface FineSums {
  readonly fine: string;
  readonly confiscation: string;
  /** Last day to pay, as the decision says. */
  readonly payBy: string;
  readonly surcharge: { readonly imposedOn: string; readonly remitted: string } | null;
  /** Surcharge that had accrued when payment was put off. */
  readonly accrued: string;
  readonly uncounted: readonly Uncounted[];
}

export interface Payment extends PaidPart {
  readonly item: Item;
}

/** Rows of other tables: what was paid, and the plan in force. */
export interface Paid {
  readonly payments: readonly Payment[];
  readonly plan: readonly DuePart[];
}

const sumOf = (payments: readonly Payment[], item: Item): string => moneyText(payments.filter((one) => one.item === item).reduce((sum, { amount }) => sum + centsOf(amount), 0n));

/** The plan in force; the whole by the day of the decision where there is none. */
export function partsOf({ fine, payBy }: Pick<FineSums, 'fine' | 'payBy'>, plan: readonly DuePart[]): readonly DuePart[] {
  return plan.length === 0 ? [{ amount: fine, dueOn: payBy }] : plan;
}

/** The surcharge to the end of a day, whether it was imposed or not. */
export function accruedOn(rates: readonly SurchargeRate[], row: FineSums, { payments, plan }: Paid, on: string): Surcharge {
  const now = surchargeOn(rates, { fine: row.fine, parts: partsOf(row, plan), payments: payments.filter(({ item }) => item === 'fine'), uncounted: row.uncounted, on });
  const uncapped = centsOf(now.uncapped) + centsOf(row.accrued);
  const cap = centsOf(now.cap);
  return { ...now, uncapped: moneyText(uncapped), amount: moneyText(uncapped < cap ? uncapped : cap) };
}

/** What is owed and what was paid at the end of a day. What is paid on a day is not in arrears on it. */
export function debtOn(rates: readonly SurchargeRate[], row: FineSums, paid: Paid, on: string): Debt {
  const { payments } = paid;
  const imposed = row.surcharge === null ? 0n : centsOf(accruedOn(rates, row, paid, on).amount) - centsOf(row.surcharge.remitted);
  return { fine: row.fine, confiscation: row.confiscation, surcharge: moneyText(imposed > 0n ? imposed : 0n), paid: { fine: sumOf(payments, 'fine'), confiscation: sumOf(payments, 'confiscation'), surcharge: sumOf(payments, 'surcharge') } };
}

export function outstandingOn(rates: readonly SurchargeRate[], row: FineSums, paid: Paid, on: string): Outstanding {
  return outstandingOf(debtOn(rates, row, paid, on));
}

/** Items of which more was paid than is owed. */
export function overpaidOn(rates: readonly SurchargeRate[], row: FineSums, paid: Paid, on: string): Item[] {
  const debt = debtOn(rates, row, paid, on);
  return ITEMS.filter((item) => centsOf(debt.paid[item]) > centsOf(debt[item]));
}

/** Whether these payments cover the part of the plan that was open before them. */
export function coversPart(row: Pick<FineSums, 'fine' | 'payBy'>, { payments, plan }: Paid, fresh: readonly Payment[]): boolean {
  const parts = partsOf(row, plan);
  const before = openPart(parts, sumOf(payments, 'fine'));
  return before !== null && openPart(parts, sumOf([...payments, ...fresh], 'fine')) !== before;
}

/** Calendar day before a day, both YYYY-MM-DD. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
