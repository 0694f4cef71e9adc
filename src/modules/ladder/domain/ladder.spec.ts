import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Move } from '../../../kernel/lifecycle/index.js';
import { computeDeadline } from '../../../kernel/clock/index.js';
import { CALENDARS } from '../../deadlines/data/index.js';
import { ESCALATION_STEP_LIFECYCLE } from './escalation-step.lifecycle.js';
import { distanceOf, isAbove, RUNG_CODES, topOf, type StepCondition } from './ladder.rules.js';

const CALENDAR = { years: new Map(CALENDARS.map((year) => [year.year, year])) };
/** The date that a clock must have come to by now. */
const reached = (when: StepCondition, now: string): string => {
  const rule = distanceOf(when);
  return rule === null ? 'now' : String(computeDeadline(rule, now, CALENDAR, {}).safeDue);
};

describe('distances on the ladder', () => {
  it('count working days ahead of today, today not among them', () => {
    // Monday 23 November: Tuesday, Wednesday, Thursday.
    expect(reached({ on: 'case-clock', workingDaysLeft: 3 }, '2026-11-23T10:00:00+08:00')).toMatch(/^2026-11-26T23:59:59/);
    // Friday: the next working day is Monday.
    expect(reached({ on: 'case-clock', workingDaysLeft: 1 }, '2026-11-27T10:00:00+08:00')).toMatch(/^2026-11-30T23:59:59/);
  });

  it('count working days back from today: five whole days have passed since the date', () => {
    // Due on Monday 23; Tuesday 24 to Friday 27 and Monday 30 pass; on Tuesday 1 December it climbs, not before.
    const late: StepCondition = { on: 'case-clock', workingDaysLate: 5 };
    expect(reached(late, '2026-11-30T23:00:00+08:00')).toMatch(/^2026-11-20T23:59:59/);
    expect(reached(late, '2026-12-01T00:00:00+08:00')).toMatch(/^2026-11-23T23:59:59/);
    // Over the holidays of 1 to 7 October, with Saturday 10 October worked: 8, 9 and 10 have passed. What fell due on a holiday waits one day more.
    expect(reached({ on: 'urging-clock', workingDaysLate: 3 }, '2026-10-12T09:00:00+08:00')).toMatch(/^2026-09-30T23:59:59/);
  });

  it('are now itself where a clock has just run out, and nothing where urgings are counted', () => {
    expect(reached({ on: 'case-clock', workingDaysLate: 0 }, '2026-11-23T10:00:00+08:00')).toBe('now');
    expect(distanceOf({ on: 'urgings', channel: 'hotline-12345', count: 2 })).toBeNull();
  });

  it('never pass a clock on sooner the longer it has to be late', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 300 }), (one, other, day) => {
      const now = new Date(Date.UTC(2026, 1, 1, 4) + day * 86_400_000).toISOString();
      const at = (workingDaysLate: number): string => reached({ on: 'case-clock', workingDaysLate }, now);
      expect(at(Math.max(one, other)) <= at(Math.min(one, other))).toBe(true);
      expect(Date.parse(at(one))).toBeLessThan(Date.parse(now));
    }));
  });
});

describe('who is told', () => {
  const LINES = [{ code: 'city', parent: null }, { code: 'county', parent: 'city' }, { code: 'town', parent: 'county' }];

  it('is the top of the line that leads up from the agency, itself where nothing is above', () => {
    expect(['town', 'county', 'city', 'unknown'].map((code) => topOf(code, LINES))).toEqual(['city', 'city', 'city', 'unknown']);
  });

  it('is above the agency from the city bureau on', () => {
    expect(RUNG_CODES.map((code) => [code, isAbove(code)])).toEqual([['owner', false], ['head', false], ['city-bureau', true], ['joint-meeting', true]]);
  });
});

describe('the table of steps, typed by hand', () => {
  it('takes a step once, within the agency or above it', () => {
    expect((ESCALATION_STEP_LIFECYCLE.moves as readonly Move[]).map(({ from, command, to, emits }) => [from, command, to, emits])).toEqual([
      [null, 'take', 'taken', ['escalation-step.taken']], [null, 'take-above', 'taken', ['escalation-step.taken-above']],
    ]);
  });
});
