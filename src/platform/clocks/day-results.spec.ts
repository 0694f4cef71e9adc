import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeDeadline, type ClockRule, type ComputedDeadline } from '../../kernel/clock/index.js';
import { DayResults } from './day-results.js';

const CALENDAR = { years: new Map() };

function rule(unit: ClockRule['unit'], amount: number): ClockRule {
  return { code: `test.${unit}`, amount, unit, label: { zh: '测试', en: 'test' }, roll: 'after_rest_day', basis: { status: 'verified' } } as unknown as ClockRule;
}

describe('results kept by day', () => {
  it('are what counting gives, word for word, for any minute of any day', () => {
    const rules = [rule('working_day', 7), rule('calendar_day', 15), rule('month', 3)];
    const results = new DayResults();
    const anyTime = fc.date({ min: new Date('1975-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true });
    // Few days, many minutes: most triggers meet a kept result.
    const crowded = fc.integer({ min: 0, max: 3 * 86_400_000 }).map((milliseconds) => new Date(Date.parse('2026-09-29T12:00:00Z') + milliseconds));
    fc.assert(fc.property(fc.constantFrom(...rules), fc.oneof(anyTime, crowded), (one, trigger) => {
      const counted = (): ComputedDeadline => computeDeadline(one, trigger.toISOString(), CALENDAR);
      expect(results.of(one, trigger, counted)).toEqual(counted());
    }), { numRuns: 300 });
  });

  it('are counted once a day, and again for another rule or after many days', () => {
    const results = new DayResults();
    const one = rule('working_day', 7);
    let counted = 0;
    const ask = (which: ClockRule, at: string): void => {
      results.of(which, new Date(at), () => {
        counted += 1;
        return computeDeadline(which, at, CALENDAR);
      });
    };
    // 00:00 and 23:59 of one day in Beijing.
    for (const at of ['2026-11-19T16:00:00.000Z', '2026-11-20T15:59:59.999Z']) ask(one, at);
    expect(counted).toBe(1);
    ask(one, '2026-11-20T16:00:00.000Z');
    ask(rule('working_day', 7), '2026-11-20T16:00:00.000Z');
    expect(counted).toBe(3);
    for (let day = 0; day < 1_000; day += 1) ask(one, new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString());
    counted = 0;
    ask(one, '2026-11-20T15:59:59.999Z');
    expect(counted).toBe(1);
  });
});
