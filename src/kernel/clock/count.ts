import { Temporal } from 'temporal-polyfill';
import type { LocalizedText } from '../text.js';
import type { DayBook } from './calendar.js';
import type { ClockUnit } from './types.js';
import { STEPS } from './words.js';

/** The last day counted, and what is worth telling of the days on the way. */
export interface Counted {
  readonly last: Temporal.PlainDate;
  readonly notes: (first: boolean, book: DayBook, unit: ClockUnit) => LocalizedText[];
}

/** Counts from the day after `start` the days for which `counts` holds. */
export function countDays(start: Temporal.PlainDate, amount: number, counts: (day: Temporal.PlainDate) => boolean): Counted {
  let day = start;
  let first: Temporal.PlainDate | null = null;
  const passed: Temporal.PlainDate[] = [];
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    passed.push(day);
    if (!counts(day)) continue;
    first ??= day;
    left -= 1;
  }
  return { last: day, notes: (isFirst, book, unit) => [...(isFirst && first !== null ? [STEPS.first(first.toString())] : []), ...(unit === 'working_day' ? specialDays(passed, book) : [])] };
}

/**
 * Months end on the day that corresponds to `start`, or on the last day of the month. Paused days are added behind, those that
 * they bring in included.
 */
export function countMonths(start: Temporal.PlainDate, amount: number, isPaused: (day: Temporal.PlainDate) => boolean): Counted {
  const end = start.add({ months: amount });
  let lost = 0;
  for (let day = start.add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) if (isPaused(day)) lost += 1;
  const last = lost === 0 ? end : countDays(end, lost, (day) => !isPaused(day)).last;
  return { last, notes: () => [STEPS.month(end.toString())] };
}

function specialDays(days: readonly Temporal.PlainDate[], book: DayBook): LocalizedText[] {
  const made = days.filter((day) => book.kind(day) === 'make_up_working_day').map(String);
  const off = days.filter((day) => book.inAnnouncedHoliday(day)).map(String);
  return [...(made.length > 0 ? [STEPS.madeUp(made.join('、'))] : []), ...(off.length > 0 ? [STEPS.skipped(ranges(off))] : [])];
}

/** 2026-10-01–2026-10-07 instead of seven dates. */
function ranges(dates: readonly string[]): string {
  const groups: string[][] = [];
  for (const date of dates) {
    const group = groups.at(-1);
    const next = group?.at(-1) === undefined ? null : Temporal.PlainDate.from(group.at(-1) ?? date).add({ days: 1 }).toString();
    if (group !== undefined && next === date) group.push(date);
    else groups.push([date]);
  }
  return groups.map((group) => (group.length === 1 ? group[0] : `${group[0]}–${group.at(-1)}`)).join('、');
}
