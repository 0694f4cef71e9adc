import { dayAfter, instantAt, localOf } from '../../../kernel/clock/index.js';

/** Not at all; when it happens, outside the quiet hours; with others in one message a day. */
export const MODES = ['off', 'at-once', 'daily'] as const;
export type Mode = (typeof MODES)[number];

/** When somebody wants to be told. Times of day HH:MM in Asia/Shanghai. */
export interface Habits {
  /** Nothing is sent from here … */
  readonly quietFrom: string | null;
  /** … until here, on the next day where it is the earlier time. */
  readonly quietUntil: string | null;
  /** When the message of the day is sent. */
  readonly digestAt: string;
  /** On working days only, by the calendar. */
  readonly workingDays: boolean;
}

type Wanted = (day: string) => boolean;

/**
 * When something is to be sent: at once, moved out of the quiet hours and of days off; or with the next message of the day.
 * Never before `now`. `isWorking` answers for a day YYYY-MM-DD.
 */
export function dueAt(now: Date, mode: Exclude<Mode, 'off'>, habits: Habits, isWorking: Wanted): Date {
  const wanted: Wanted = (day) => !habits.workingDays || isWorking(day);
  return mode === 'daily' ? nextDigest(now, habits.digestAt, wanted) : nextLoud(now, habits, wanted);
}

function nextDigest(now: Date, time: string, wanted: Wanted): Date {
  let { day } = localOf(now);
  while (!wanted(day) || instantAt(day, time) <= now) day = dayAfter(day);
  return instantAt(day, time);
}

function nextLoud(now: Date, habits: Habits, wanted: Wanted): Date {
  for (let at = now; ; ) {
    const { day, time } = localOf(at);
    if (!wanted(day)) at = instantAt(dayAfter(day), '00:00');
    else if (isQuiet(time, habits)) at = endOfQuiet(day, time, habits);
    else return at;
  }
}

/** Its first minute is quiet, its end is not. Times of day compare as their texts. */
export function isQuiet(time: string, { quietFrom, quietUntil }: Pick<Habits, 'quietFrom' | 'quietUntil'>): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const [after, before] = [time >= quietFrom, time < quietUntil];
  return quietFrom > quietUntil ? after || before : after && before;
}

function endOfQuiet(day: string, time: string, { quietUntil }: Habits): Date {
  const until = quietUntil ?? '00:00';
  return instantAt(time < until ? day : dayAfter(day), until);
}
