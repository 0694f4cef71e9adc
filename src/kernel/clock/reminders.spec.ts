import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeDeadline, type ClockOptions } from './compute.js';
import type { ClockRule } from './types.js';
import { CALENDAR, pauseOf, ruleOf } from './years.spec-support.js';

const reminders = (rule: ClockRule, trigger: string, options: ClockOptions = {}): readonly string[] => computeDeadline(rule, trigger, CALENDAR, options).reminders;
const days = (rule: ClockRule, day: string, options: ClockOptions = {}): string[] => reminders(rule, `${day}T10:00:00+08:00`, options).map((at) => at.slice(0, 10));

describe('reminders', () => {
  it('come at half time and five, three and one working days before, at nine in the morning', () => {
    // Fifteen working days from Monday 2 November end on Monday 23. Half of 21 days is ten: the 12th. Back from the 23rd: 20 (1), 18 (3), 16 (5).
    expect(reminders(ruleOf(15, 'working_day'), '2026-11-02T22:00:00+08:00')).toEqual(['2026-11-12', '2026-11-16', '2026-11-18', '2026-11-20'].map((day) => `${day}T09:00:00.000+08:00`));
  });

  it('count the working days of the notice', () => {
    // Due on Saturday 10 October, which is worked: back 9, 8 of October, 30, 29, 28 of September. Half of 17 days is eight: 1 October.
    expect(days(ruleOf(7, 'working_day'), '2026-09-23')).toEqual(['2026-09-28', '2026-09-30', '2026-10-01', '2026-10-09']);
  });

  it('go by the safe date for an authority and by the legal date for a party', () => {
    const rule = ruleOf(60, 'calendar_day', { reminders: { workingDaysBefore: [1], halfway: false } });
    // From 5 August: safe 30 September, legal 8 October.
    expect(days(rule, '2026-08-05')).toEqual(['2026-09-29']);
    expect(days({ ...rule, holder: 'party' }, '2026-08-05')).toEqual(['2026-09-30']);
  });

  it('are as the kind says', () => {
    expect(days(ruleOf(15, 'working_day', { reminders: { workingDaysBefore: [10, 2], halfway: false } }), '2026-11-02')).toEqual(['2026-11-09', '2026-11-19']);
    expect(days(ruleOf(15, 'working_day', { reminders: { workingDaysBefore: [], halfway: false } }), '2026-11-02')).toEqual([]);
  });

  it('that would come before the clock began are left out, and two on one morning are one', () => {
    expect(days(ruleOf(2, 'working_day'), '2026-11-16')).toEqual(['2026-11-17']);
  });

  it('of hours come once, in the middle', () => {
    expect(reminders(ruleOf(24, 'hour'), '2026-11-16T10:00:00+08:00')).toEqual(['2026-11-16T22:00:00.000+08:00']);
    expect(reminders(ruleOf(24, 'hour', { reminders: { workingDaysBefore: [5], halfway: false } }), '2026-11-16T10:00:00+08:00')).toEqual([]);
  });

  it('of what is counted back have no half time', () => {
    // Notice of a hearing on Monday 16 November: legal 5, safe 4 November. Back from the 4th: 3 (1), 30 October (3), 28 October (5).
    expect(days(ruleOf(7, 'working_day', { before: true, roll: 'none' }), '2026-11-16')).toEqual(['2026-10-28', '2026-10-30', '2026-11-03']);
  });

  it('are silent while a pause lasts, and follow the new date after it', () => {
    const rule = ruleOf(15, 'working_day', { reminders: { workingDaysBefore: [1], halfway: false } });
    expect(days(rule, '2026-11-02', { pauses: [pauseOf('2026-11-04T09:00:00+08:00', null)] })).toEqual([]);
    expect(days(rule, '2026-11-02', { pauses: [pauseOf('2026-11-04T09:00:00+08:00', '2026-11-05T18:00:00+08:00')] })).toEqual(['2026-11-24']);
  });

  it('never make a date provisional, and lie between trigger and date, in order', () => {
    expect(computeDeadline(ruleOf(60, 'calendar_day', { roll: 'none' }), '2022-01-03T10:00:00+08:00', CALENDAR).provisional).toBe(false);
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.constantFrom('working_day' as const, 'calendar_day' as const), fc.integer({ min: 0, max: 200 }), (amount, unit, offset) => {
      const trigger = new Date(Date.parse('2026-01-05T02:00:00Z') + offset * 86_400_000).toISOString();
      const { reminders: list, safeDue } = computeDeadline(ruleOf(amount, unit), trigger, CALENDAR);
      expect([...list].sort()).toEqual(list);
      for (const at of list) {
        expect(Date.parse(at)).toBeGreaterThan(Date.parse(trigger) - 3_600_000);
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(safeDue ?? ''));
      }
    }));
  });
});
