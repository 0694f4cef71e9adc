import type { Basis, LocalizedText } from '../text.js';

export type ClockUnit = 'working_day' | 'calendar_day' | 'hour' | 'month';

/**
 * What happens when the last day is not a working day. `after_statutory_holiday`: only when it lies in an announced holiday
 * (总局令第121号第四十五条, 令2第八十条); `after_rest_day`: on any day off (民诉法第八十五条); `next_working_day` (专利法实施细则第五条).
 */
export type RollRule = 'none' | 'after_statutory_holiday' | 'after_rest_day' | 'next_working_day';

export type DayKind = 'working_day' | 'rest_day' | 'statutory_holiday' | 'shifted_rest_day' | 'make_up_working_day';

/** YYYY-MM-DD in Asia/Shanghai. */
export type LegalDate = string;

export interface CalendarDay {
  readonly kind: DayKind;
  readonly name: LocalizedText;
}

/** A year as announced: only the days that differ from Monday to Friday, and holidays that fall on a weekend. */
export interface CalendarYear {
  readonly year: number;
  readonly notice: string;
  readonly noticeTitle: string;
  readonly noticeDate: LegalDate;
  readonly days: Readonly<Record<LegalDate, CalendarDay>>;
}

export interface Calendar {
  readonly years: ReadonlyMap<number, CalendarYear>;
}

/** What may be set where the law names no amount; both included. */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum: number;
}

/** One rung of the ladder; the next may be granted only after it. */
export interface ExtensionStep {
  readonly code: string;
  /** Null where the law leaves it to whoever grants it. */
  readonly amount: number | null;
  readonly bounds?: Bounds;
  readonly unit: ClockUnit;
  readonly approver: string;
  readonly basis: Basis;
  readonly label: LocalizedText;
  /** Why it may still be granted when the limit has run out; without it, it may not. */
  readonly afterExpiry?: Basis;
}

export interface ClockRule {
  readonly code: string;
  /** Null for a period that the agency sets in its notice, within `bounds`. */
  readonly amount: number | null;
  readonly bounds?: Bounds;
  readonly unit: ClockUnit;
  /** Counted back from the trigger: the last day on which something must be done before it. */
  readonly before?: true;
  readonly roll: RollRule;
  readonly basis: Basis;
  readonly label: LocalizedText;
  readonly extensions?: readonly ExtensionStep[];
  /** Whose time it is. A party may use the legal date to the full; an authority keeps to the safe one. Left out: an authority. */
  readonly holder?: 'agency' | 'party';
  /** When to remind, before the date that the holder goes by; the usual distances where nothing is said. */
  readonly reminders?: Reminders;
}

/** Distances of the reminders: working days before the date, and halfway between trigger and date. */
export interface Reminders {
  readonly workingDaysBefore: readonly number[];
  readonly halfway: boolean;
}

/** An extension as granted; with its amount where the law leaves it open. */
export interface Granted {
  readonly code: string;
  readonly amount?: number;
}

/** Time that does not count. Instants are RFC 3339; `to` is null while the pause lasts. */
export interface PauseInterval {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly basis: Basis;
}

export interface ClockWarning {
  readonly code: string;
  readonly text: LocalizedText;
}

/** A computed deadline. Day units end with the last millisecond of the day in Asia/Shanghai. */
export interface ComputedDeadline {
  /** Last instant in law, RFC 3339 with +08:00; null while paused. */
  readonly legalDue: string | null;
  /** Last instant that is safe for the agency; never later than legalDue; null while paused. */
  readonly safeDue: string | null;
  readonly paused: boolean;
  /** A year without an official calendar was touched. */
  readonly provisional: boolean;
  readonly warnings: readonly ClockWarning[];
  /** Instants of the reminders, earliest first, RFC 3339 with +08:00; none while paused. */
  readonly reminders: readonly string[];
  readonly derivation: readonly LocalizedText[];
  readonly basis: Basis;
}

/** A rule or call that cannot be computed. */
export class ClockError extends Error {
  constructor(
    readonly code: 'amount-not-positive' | 'amount-missing' | 'amount-given' | 'amount-out-of-bounds' | 'extension-unknown' | 'extension-out-of-order' | 'pause-reversed' | 'units-mixed' | 'counted-back' | 'calendar-empty' | 'calendar-invalid' | 'instant-invalid',
    message: string,
  ) {
    super(message);
    this.name = 'ClockError';
  }
}
