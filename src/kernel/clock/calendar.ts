import { Temporal } from 'temporal-polyfill';
import { ClockError, type Calendar, type CalendarYear, type DayKind, type LegalDate } from './types.js';

const OFF: ReadonlySet<DayKind> = new Set(['rest_day', 'statutory_holiday', 'shifted_rest_day']);
const ANNOUNCED_OFF: ReadonlySet<DayKind> = new Set(['statutory_holiday', 'shifted_rest_day']);

/** In December: New Year's leave of the next notice has begun as early as the 29th (2007, 2018). */
const FIRST_DAY_OF_NEXT_NOTICE = 29;

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
    this.noteGuess(date);
    return date.dayOfWeek > 5 ? 'rest_day' : 'working_day';
  }

  private noteGuess({ year, month, day }: Temporal.PlainDate): void {
    const next = month === 12 && day >= FIRST_DAY_OF_NEXT_NOTICE ? [year + 1] : [];
    for (const needed of [year, ...next]) if (!this.calendar.years.has(needed)) this.guessed.add(needed);
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

  /**
   * Last working day from `trigger` up to `date`. A limit that begins and ends inside one holiday has none and keeps `date`:
   * a day before its trigger would be absurd, and looking there could touch a year that the limit has nothing to do with.
   */
  backToWork(date: Temporal.PlainDate, trigger: Temporal.PlainDate): Temporal.PlainDate {
    for (let day = date; Temporal.PlainDate.compare(day, trigger) >= 0; day = day.subtract({ days: 1 })) if (this.isWorking(day)) return day;
    return date;
  }
}

/** Whether a day, YYYY-MM-DD, is a working day; by the weekday alone in a year without a notice. */
export function isWorkingDay(day: LegalDate, calendar: Calendar): boolean {
  return new DayBook(calendar).isWorking(Temporal.PlainDate.from(day));
}

/** Refuses a calendar that would make an engine compute happily and wrongly; it may come from outside. Throws {@link ClockError}. */
export function validateCalendarYear(year: CalendarYear): void {
  const days = Object.entries(year.days);
  if (days.length === 0) throw new ClockError('calendar-empty', `Calendar ${year.year} names no day: an empty year is no notice`);
  if (year.notice.trim() === '' || year.noticeTitle.trim() === '') throw invalid(year.year, 'no official notice is named');
  plainDate(year.year, year.noticeDate);
  for (const [text, day] of days) refuseDay(year.year, text, kindOf(year.year, text, day));
  if (!days.some(([, { kind }]) => kind === 'statutory_holiday')) throw invalid(year.year, 'there is no statutory holiday');
}

/** What would follow from a misplaced day, by kind and by whether it falls on a weekend. */
function refuseDay(year: number, text: LegalDate, kind: DayKind): void {
  const date = plainDate(year, text);
  if (date.year !== year && !(date.year === year - 1 && date.month === 12)) throw invalid(year, `${text} belongs to another year`);
  const weekend = date.dayOfWeek > 5;
  if (kind === 'make_up_working_day' && !weekend) throw invalid(year, `${text} is a working day anyway, it cannot make up for another`);
  if (kind === 'shifted_rest_day' && weekend) throw invalid(year, `${text} is a weekend, it cannot be a shifted rest day`);
}

function kindOf(year: number, text: LegalDate, day: unknown): DayKind {
  const { kind, name } = (day ?? {}) as { kind?: unknown; name?: Partial<Record<'zh' | 'en', unknown>> };
  if (kind === 'working_day' || kind === 'rest_day') throw invalid(year, `${text} is listed as an ordinary day; list only what the notice changes`);
  if (!isAnnounced(kind)) throw invalid(year, `${text} has no known kind`);
  if ([name?.zh, name?.en].some((word) => typeof word !== 'string')) throw invalid(year, `${text} has no name in both languages`);
  return kind;
}

function isAnnounced(kind: unknown): kind is DayKind {
  return kind === 'statutory_holiday' || kind === 'shifted_rest_day' || kind === 'make_up_working_day';
}

function plainDate(year: number, text: LegalDate): Temporal.PlainDate {
  // Temporal also reads 20260101 and dates with a time: the days are looked up by their text.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw invalid(year, `${text} is no date`);
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw invalid(year, `${text} is no date`);
  }
}

function invalid(year: number, fault: string): ClockError {
  return new ClockError('calendar-invalid', `Calendar ${year}: ${fault}`);
}
