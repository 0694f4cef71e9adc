import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localOf } from '../../../kernel/clock/index.js';
import { dueAt, isQuiet, type Habits } from './due.rules.js';

const USUAL: Habits = { quietFrom: '22:00', quietUntil: '07:30', digestAt: '08:30', workingDays: true };
/** November 2026 begins on a Sunday. */
const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
const at = (local: string): Date => new Date(`${local}+08:00`);
const due = (now: string, mode: 'at-once' | 'daily', habits: Partial<Habits> = {}): string => {
  const { day, time } = localOf(dueAt(at(now), mode, { ...USUAL, ...habits }, weekday));
  return `${day} ${time.slice(0, 8)}`;
};

describe('when a message is sent', () => {
  // Typed by hand: Friday is 27 November 2026, Monday the 30th.
  it.each<[string, string, 'at-once' | 'daily', Partial<Habits>, string]>([
    ['by day at once', '2026-11-27T10:00:00', 'at-once', {}, '2026-11-27 10:00:00'],
    ['in the last moment before the quiet', '2026-11-26T21:59:59', 'at-once', {}, '2026-11-26 21:59:59'],
    ['in the first minute of the quiet: in the morning', '2026-11-25T22:00:00', 'at-once', {}, '2026-11-26 07:30:00'],
    ['in the night: in the same morning', '2026-11-26T03:00:00', 'at-once', {}, '2026-11-26 07:30:00'],
    ['at the end of the quiet', '2026-11-26T07:30:00', 'at-once', {}, '2026-11-26 07:30:00'],
    ['on Friday night: on Monday morning', '2026-11-27T23:00:00', 'at-once', {}, '2026-11-30 07:30:00'],
    ['on Saturday: on Monday morning', '2026-11-28T12:00:00', 'at-once', {}, '2026-11-30 07:30:00'],
    ['on Saturday, without quiet hours: as Monday begins', '2026-11-28T12:00:00', 'at-once', { quietFrom: null, quietUntil: null }, '2026-11-30 00:00:00'],
    ['on Saturday, where days do not matter', '2026-11-28T12:00:00', 'at-once', { workingDays: false }, '2026-11-28 12:00:00'],
    ['in a quiet noon', '2026-11-27T12:15:00', 'at-once', { quietFrom: '12:00', quietUntil: '13:30' }, '2026-11-27 13:30:00'],
    ['after a quiet noon', '2026-11-27T14:00:00', 'at-once', { quietFrom: '12:00', quietUntil: '13:30' }, '2026-11-27 14:00:00'],
    ['daily, before its time', '2026-11-27T08:00:00', 'daily', {}, '2026-11-27 08:30:00'],
    ['daily, just at its time: the next one', '2026-11-26T08:30:00', 'daily', {}, '2026-11-27 08:30:00'],
    ['daily, after it on Friday', '2026-11-27T10:00:00', 'daily', {}, '2026-11-30 08:30:00'],
    ['daily, where days do not matter', '2026-11-27T10:00:00', 'daily', { workingDays: false }, '2026-11-28 08:30:00'],
  ])('%s', (_, now, mode, habits, expected) => {
    expect(due(now, mode, habits)).toBe(expected);
  });

  const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
  const habits = fc.record({ quiet: fc.option(fc.tuple(time, time).filter(([from, until]) => from !== until)), digestAt: time, workingDays: fc.boolean() })
    .map(({ quiet, digestAt, workingDays }): Habits => ({ quietFrom: quiet?.[0] ?? null, quietUntil: quiet?.[1] ?? null, digestAt, workingDays }));
  const instant = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') }).map((milliseconds) => new Date(milliseconds));
  const DAY = 86_400_000;

  it('is never before, never in the quiet, never on a day off, and never far away', () => {
    fc.assert(fc.property(instant, habits, (now, wishes) => {
      const sent = dueAt(now, 'at-once', wishes, weekday);
      const { day, time: hour } = localOf(sent);
      expect(sent.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(sent.getTime() - now.getTime()).toBeLessThanOrEqual(4 * DAY);
      expect(isQuiet(hour, wishes)).toBe(false);
      expect(wishes.workingDays && !weekday(day)).toBe(false);
    }), { numRuns: 500 });
  });

  it('is not moved where nothing speaks against now', () => {
    fc.assert(fc.property(instant, habits, (now, wishes) => {
      const { day, time: hour } = localOf(now);
      fc.pre(!isQuiet(hour, wishes) && (!wishes.workingDays || weekday(day)));
      expect(dueAt(now, 'at-once', wishes, weekday)).toEqual(now);
    }), { numRuns: 500 });
  });

  it('of the day comes once a day, at its time', () => {
    fc.assert(fc.property(instant, habits, (now, wishes) => {
      const sent = dueAt(now, 'daily', wishes, weekday);
      expect(sent.getTime()).toBeGreaterThan(now.getTime());
      expect(localOf(sent).time.slice(0, 5)).toBe(wishes.digestAt);
      const next = dueAt(sent, 'daily', wishes, weekday);
      expect(next.getTime() - sent.getTime()).toBeGreaterThanOrEqual(DAY);
      // All that is written between two of them goes with the second.
      expect(dueAt(new Date((sent.getTime() + next.getTime()) / 2), 'daily', wishes, weekday)).toEqual(next);
    }), { numRuns: 500 });
  });
});
