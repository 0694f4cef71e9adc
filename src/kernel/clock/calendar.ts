import { Temporal } from 'temporal-polyfill';
import { ClockError, type Calendar, type CalendarYear, type DayKind, type LegalDate } from './types.js';

const OFF: ReadonlySet<DayKind> = new Set(['rest_day', 'statutory_holiday', 'shifted_rest_day']);
const ANNOUNCED_OFF: ReadonlySet<DayKind> = new Set(['statutory_holiday', 'shifted_rest_day']);

/** Looks days up and remembers which years without a notice it had to guess. */
export class DayBook {
  readonly guessed = new Set<number>();

  constructor(private readonly calendar: Calendar) {}

  /** A notice may speak of December of the year before. */
  kind(date: Temporal.PlainDate): DayKind {
    const text = date.toString();
    const own = this.calendar.years.get(date.year);
    const announced = own?.days[text] ?? this.calendar.years.get(date.year + 1)?.days[text];
    if (announced !== undefined) return announced.kind;
    if (own === undefined) this.guessed.add(date.year);
    return date.dayOfWeek > 5 ? 'rest_day' : 'working_day';
  }

  isOff(date: Temporal.PlainDate): boolean {
    return OFF.has(this.kind(date));
  }

  isWorking(date: Temporal.PlainDate): boolean {
    return !this.isOff(date);
  }

  inAnnouncedHoliday(date: Temporal.PlainDate): boolean {
    return ANNOUNCED_OFF.has(this.kind(date));
  }

  /** First day from `date` on for which `wanted` holds. */
  forward(date: Temporal.PlainDate, wanted: (date: Temporal.PlainDate) => boolean): Temporal.PlainDate {
    let day = date;
    while (!wanted(day)) day = day.add({ days: 1 });
    return day;
  }

  /** Last day up to `date` that is a working day. */
  backToWork(date: Temporal.PlainDate): Temporal.PlainDate {
    let day = date;
    while (this.isOff(day)) day = day.subtract({ days: 1 });
    return day;
  }
}

/** Refuses a calendar that would make an engine compute happily and wrongly. Throws {@link ClockError}. */
export function validateCalendarYear(year: CalendarYear): void {
  const days = Object.entries(year.days);
  if (days.length === 0) throw new ClockError('calendar-empty', `Calendar ${year.year} names no day: an empty year is no notice`);
  if (year.notice.trim() === '' || year.noticeTitle.trim() === '') throw new ClockError('calendar-invalid', `Calendar ${year.year} names no official notice`);
  for (const [text, { kind }] of days) refuseDay(year.year, text, kind);
  if (!days.some(([, { kind }]) => kind === 'statutory_holiday')) throw new ClockError('calendar-invalid', `Calendar ${year.year} has no statutory holiday`);
}

function refuseDay(year: number, text: LegalDate, kind: DayKind): void {
  const date = plainDate(year, text);
  if (date.year !== year && !(date.year === year - 1 && date.month === 12)) throw new ClockError('calendar-invalid', `Calendar ${year}: ${text} belongs to another year`);
  const weekend = date.dayOfWeek > 5;
  if (kind === 'make_up_working_day' && !weekend) throw new ClockError('calendar-invalid', `Calendar ${year}: ${text} is a working day anyway, it cannot make up for another`);
  if (kind === 'shifted_rest_day' && weekend) throw new ClockError('calendar-invalid', `Calendar ${year}: ${text} is a weekend, it cannot be a shifted rest day`);
  if (kind === 'working_day' || kind === 'rest_day') throw new ClockError('calendar-invalid', `Calendar ${year}: ${text} is listed as an ordinary day; list only what the notice changes`);
}

function plainDate(year: number, text: LegalDate): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new ClockError('calendar-invalid', `Calendar ${year}: ${text} is no date`);
  }
}
