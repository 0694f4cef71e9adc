import type { Temporal } from 'temporal-polyfill';
import type { DayBook } from './calendar.js';
import type { RollRule } from './types.js';

/** The last day after the roll rule of the statute. */
export function rolled(rule: RollRule, last: Temporal.PlainDate, book: DayBook): Temporal.PlainDate {
  switch (rule) {
    case 'none':
      return last;
    case 'after_statutory_holiday':
      // The whole announced block counts as the holiday, shifted days included; a plain weekend does not move the date.
      return book.inAnnouncedHoliday(last) ? book.forward(last, (day) => !book.inAnnouncedHoliday(day)) : last;
    case 'after_rest_day':
    case 'next_working_day':
      // The day after the last day off is a working day: the two rules differ in wording, not in the date that they give.
      return book.forward(last, (day) => book.isWorking(day));
  }
}
