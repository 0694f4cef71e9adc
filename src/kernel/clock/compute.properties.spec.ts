import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeDeadline } from './compute.js';
import type { ClockRule, ClockUnit, PauseInterval, RollRule } from './types.js';
import { CALENDAR, granted, pauseOf, ruleOf, stepOf, YEAR_2026 } from './years.spec-support.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00+08:00');

/** Minutes from the beginning of 2026 in Shanghai, so that triggers fall at every hour. */
const minute = fc.integer({ min: 0, max: 330 * 24 * 60 });
const instant = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();
const rolls = fc.constantFrom<RollRule>('none', 'after_statutory_holiday', 'after_rest_day', 'next_working_day');
const dayUnits = fc.constantFrom<ClockUnit>('working_day', 'calendar_day', 'month');
const amounts = fc.integer({ min: 1, max: 12 });
const pauses = fc.array(fc.tuple(minute, fc.integer({ min: 0, max: 40 * 24 * 60 })), { maxLength: 4 }).map((list) => list.map(([from, length]) => pauseOf(instant(from), instant(from + length))));

const dayRules = fc.record({ amount: amounts, unit: dayUnits, roll: rolls, step: fc.tuple(amounts, dayUnits) })
  .map(({ amount, unit, roll, step: [more, moreUnit] }) => ruleOf(amount, unit, { roll, extensions: [stepOf('head', more, moreUnit)] }));
const hourRules = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })).map(([amount, more]) => ruleOf(amount, 'hour', { extensions: [stepOf('head', more, 'hour')] }));
const rules: fc.Arbitrary<ClockRule> = fc.oneof(dayRules, hourRules);

function due(rule: ClockRule, at: number, list: readonly PauseInterval[], extensions: readonly string[] = []): { legal: number; safe: number } {
  const { legalDue, safeDue } = computeDeadline(rule, instant(at), CALENDAR, { pauses: list, extensions: granted(...extensions) });
  return { legal: Date.parse(legalDue ?? ''), safe: Date.parse(safeDue ?? '') };
}

/** The naive oracle: walks dates in Shanghai as text and asks the notice of 2026 and the day of the week, nothing else. */
function shanghaiDate(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

function works(date: string): boolean {
  const kind = YEAR_2026.days[date]?.kind;
  if (kind === undefined) return ![0, 6].includes(new Date(date).getUTCDay());
  return kind === 'make_up_working_day';
}

/** Working days after the day of the trigger, up to and with the due day, outside every pause. */
function workedBetween(from: string, to: string, list: readonly PauseInterval[]): number {
  let count = 0;
  for (let at = Date.parse(from) + DAY; at <= Date.parse(to); at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    const paused = list.some((pause) => shanghaiDate(Date.parse(pause.from)) <= date && date <= shanghaiDate(Date.parse(pause.to ?? pause.from)));
    if (works(date) && !paused) count += 1;
  }
  return count;
}

describe('every deadline', () => {
  it('is safe no later than it is legal, and never due before its trigger', () => {
    fc.assert(fc.property(rules, minute, pauses, (rule, at, list) => {
      const { legal, safe } = due(rule, at, list);
      expect(safe).toBeLessThanOrEqual(legal);
      expect(safe).toBeGreaterThan(START + at * 60_000);
    }));
  });

  it('is not made earlier by an extension', () => {
    fc.assert(fc.property(rules, minute, pauses, (rule, at, list) => {
      const [plain, longer] = [due(rule, at, list), due(rule, at, list, ['head'])];
      expect(longer.legal).toBeGreaterThanOrEqual(plain.legal);
      expect(longer.safe).toBeGreaterThanOrEqual(plain.safe);
    }));
  });

  it('is not made earlier by one more pause, prolonged or not', () => {
    fc.assert(fc.property(rules, minute, pauses, pauses, fc.boolean(), (rule, at, list, more, prolonged) => {
      const extensions = prolonged ? ['head'] : [];
      const [fewer, all] = [due(rule, at, list, extensions), due(rule, at, [...list, ...more], extensions)];
      expect(all.legal).toBeGreaterThanOrEqual(fewer.legal);
      expect(all.safe).toBeGreaterThanOrEqual(fewer.safe);
    }));
  });

  it('does not depend on the order of the pauses, nor on calling twice', () => {
    fc.assert(fc.property(rules, minute, pauses, (rule, at, list) => {
      const result = due(rule, at, list);
      expect(due(rule, at, [...list].reverse())).toEqual(result);
      expect(computeDeadline(rule, instant(at), CALENDAR, { pauses: list })).toEqual(computeDeadline(rule, instant(at), CALENDAR, { pauses: list }));
    }));
  });

  it('moves on, never back, when its trigger comes later', () => {
    fc.assert(fc.property(rules, minute, fc.integer({ min: 1, max: 5000 }), (rule, at, later) => {
      expect(due(rule, at + later, []).legal).toBeGreaterThanOrEqual(due(rule, at, []).legal);
    }));
  });
});

describe('working days', () => {
  it('between trigger and due are exactly the amount, by a count that shares no code', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), rolls, minute, pauses, (amount, roll, at, list) => {
      const { legal } = due(ruleOf(amount, 'working_day', { roll }), at, list);
      const [from, to] = [shanghaiDate(START + at * 60_000), shanghaiDate(legal)];
      expect(workedBetween(from, to, list)).toBe(amount);
      expect(works(to)).toBe(true);
    }));
  });
});
