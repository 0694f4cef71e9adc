import { Temporal } from 'temporal-polyfill';
import type { LegalDate } from './types.js';

const ZONE = 'Asia/Shanghai';

/** Day YYYY-MM-DD and time of day HH:MM:SS.mmm of an instant, in Asia/Shanghai. */
export function localOf(at: Date): { readonly day: LegalDate; readonly time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'millisecond' }) };
}

/** The instant of a time of day, HH:MM or finer, in Asia/Shanghai. */
export function instantAt(day: LegalDate, time: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
}

export function dayAfter(day: LegalDate): LegalDate {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
