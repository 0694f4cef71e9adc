import { Temporal } from 'temporal-polyfill';
import { DayBook } from './calendar.js';
import type { Calendar, Reminders } from './types.js';

const ZONE = 'Asia/Shanghai';
/** Offices open at this hour; a service value, not a legal one. */
const MORNING = '09:00:00.000+08:00';

/** A service standard of this system: no statute tells an office to remind itself. */
export const USUAL_REMINDERS: Reminders = { workingDaysBefore: [5, 3, 1], halfway: true };

/** Mornings on which to remind of `due`, between the day of the trigger, where it comes first, and it. Guessing a year here marks nothing as provisional. */
export function reminderDays(trigger: Temporal.PlainDate | null, due: Temporal.PlainDate, calendar: Calendar, { workingDaysBefore, halfway }: Reminders): string[] {
  const book = new DayBook(calendar);
  const half = trigger === null || !halfway ? [] : [trigger.add({ days: Math.floor(trigger.until(due).days / 2) })];
  const days = [...workingDaysBefore.map((count) => back(due, count, book)), ...half];
  const within = days.filter((day) => (trigger === null || Temporal.PlainDate.compare(day, trigger) > 0) && Temporal.PlainDate.compare(day, due) <= 0);
  return [...new Set(within.map((day) => `${day.toString()}T${MORNING}`))].sort();
}

/** A limit in hours is over before a morning comes: only its middle. */
export function reminderMoment(at: Temporal.Instant, end: Temporal.Instant, { halfway }: Reminders): string[] {
  const half = at.add({ milliseconds: Math.floor(at.until(end).total('milliseconds') / 2) });
  return halfway ? [half.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' })] : [];
}

function back(due: Temporal.PlainDate, count: number, book: DayBook): Temporal.PlainDate {
  let day = due;
  for (let left = count; left > 0; ) {
    day = day.subtract({ days: 1 });
    if (book.isWorking(day)) left -= 1;
  }
  return day;
}
