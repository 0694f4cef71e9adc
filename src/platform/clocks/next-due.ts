import type { Deadline } from './deadline.entity.js';

/** The earliest date by which something has to be done on a subject; what runs late counts, what is paused or ended does not. */
export function nextDue(deadlines: readonly Deadline[]): Date | null {
  const dates = deadlines.flatMap(({ endedAt, safeDue }) => (endedAt === null && safeDue !== null ? [safeDue.getTime()] : []));
  return dates.length === 0 ? null : new Date(Math.min(...dates));
}
