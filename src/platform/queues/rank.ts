/** BullMQ knows so many places in a line; what is written after the last one (in 2045) stands in order of arrival. */
export const LAST_PLACE = 2 ** 21 - 1;
/** Length of a place. Within one, jobs stand in order of arrival. */
export const PLACE_MINUTES = 5;
const MINUTE = 60_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/**
 * The place of a job in its queue: when its event was written, and for ordinary work so many minutes later. The key never changes
 * and yet ages: ordinary work is overtaken by hurried work that was written before a known instant, and by nothing after it.
 */
export function placeOf(writtenAt: number, hurried: boolean, patienceMinutes: number): number {
  const place = Math.floor((writtenAt - FIRST_DAY) / (PLACE_MINUTES * MINUTE)) + (hurried ? 0 : Math.ceil(patienceMinutes / PLACE_MINUTES));
  // 0 would mean "without a place", which goes before everybody.
  return Math.min(Math.max(place, 1), LAST_PLACE);
}

/** When a row of the outbox was written: its id (UUIDv7) begins with the milliseconds. */
export function writtenAt(outboxId: string): number {
  return Number.parseInt(outboxId.slice(0, 8) + outboxId.slice(9, 13), 16);
}
