import type { Basis } from '../../kernel/text.js';
import type { Clocks } from './clocks.js';
import { DEADLINE_LIFECYCLE } from './deadline.lifecycle.js';
import type { Deadline, RecordedExtension, RecordedPause } from './deadline.entity.js';

/** As things stand in law: a clock whose last instant has passed is overdue before the sweeper says so. */
export function stateAt({ status, legalDue }: Deadline, at: Date): string {
  return status === 'running' && legalDue !== null && legalDue < at ? 'overdue' : status;
}

/** Where a command leads from how things stand; null where the table has no such row. */
export function leadsTo(deadline: Deadline, command: string, at: Date): string | null {
  const state = stateAt(deadline, at);
  return DEADLINE_LIFECYCLE.moves.find((move) => move.command === command && move.from === state)?.to ?? null;
}

/** The clock ended by a command; the same object where the table does not let it. */
export function ended(deadline: Deadline, command: 'stop' | 'satisfy' | 'lapse', at: Date): Deadline {
  const status = leadsTo(deadline, command, at);
  return status === null ? deadline : { ...deadline, status, endedAt: at, remindAt: null };
}

/**
 * The clock stopped by an act of the instant `acted` that is recorded at `at`: the law looks at the act. That the sweeper found it
 * overdue meanwhile stays in `overdueAt`. An instant before the clock began or ahead does not count.
 */
export function stopped(deadline: Deadline, at: Date, acted: Date): Deadline {
  if (acted < deadline.triggerAt || acted > at) return ended(deadline, 'stop', at);
  const inTime = deadline.status === 'overdue' && deadline.legalDue !== null && acted <= deadline.legalDue;
  const next = ended(inTime ? { ...deadline, status: 'running' } : deadline, 'stop', acted);
  return next.endedAt === null ? deadline : next;
}

export function paused(clocks: Clocks, deadline: Deadline, at: Date, why: { readonly reason: string; readonly basis: Basis; readonly note?: string }): Deadline {
  const status = leadsTo(deadline, 'pause', at);
  if (status === null) return deadline;
  const pause: RecordedPause = { from: at.toISOString(), to: null, ...why };
  return clocks.recount({ ...deadline, status, pauses: [...deadline.pauses, pause] });
}

export function resumed(clocks: Clocks, deadline: Deadline, at: Date): Deadline {
  const status = leadsTo(deadline, 'resume', at);
  if (status === null) return deadline;
  return clocks.recount({ ...deadline, status, pauses: deadline.pauses.map((pause) => (pause.to === null ? { ...pause, to: at.toISOString() } : pause)) });
}

/** `overdueAt` stays: that it was late is not undone. Throws ClockError where the amount does not fit the rung. */
export function extended(clocks: Clocks, deadline: Deadline, at: Date, granted: RecordedExtension): Deadline {
  const status = leadsTo(deadline, 'extend', at);
  return status === null ? deadline : clocks.recount({ ...deadline, status, extensions: [...deadline.extensions, granted] });
}

export function expired(deadline: Deadline, at: Date): Deadline {
  return { ...deadline, status: leadsTo(deadline, 'expire', deadline.triggerAt) ?? deadline.status, overdueAt: at, remindAt: null };
}
