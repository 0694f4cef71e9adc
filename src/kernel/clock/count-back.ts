import type { Temporal } from 'temporal-polyfill';
import type { LocalizedText } from '../text.js';
import type { DayBook } from './calendar.js';
import type { Portion } from './portions.js';
import { AMOUNT, STEPS } from './words.js';

export interface CountedBack {
  readonly legal: Temporal.PlainDate;
  readonly safe: Temporal.PlainDate;
  readonly steps: readonly LocalizedText[];
}

/**
 * The last day on which a thing may be done that must be done so many days before another, such as the notice of a hearing. The day of
 * the hearing is not counted. Whether the day of the notice is one of them the statutes do not say: the legal date counts it, the safe
 * date leaves all of them between.
 */
export function countBack(trigger: Temporal.PlainDate, { amount, unit, label }: Portion, book: DayBook): CountedBack {
  const counts = (day: Temporal.PlainDate): boolean => unit === 'calendar_day' || book.isWorking(day);
  let legal = trigger;
  for (let left = amount; left > 0; ) {
    legal = legal.subtract({ days: 1 });
    if (counts(legal)) left -= 1;
  }
  let safe = legal.subtract({ days: 1 });
  while (book.isOff(safe)) safe = safe.subtract({ days: 1 });
  return { legal, safe, steps: [STEPS.portion(label, AMOUNT(amount, unit)), STEPS.back(legal.toString()), STEPS.safeBack(safe.toString())] };
}
