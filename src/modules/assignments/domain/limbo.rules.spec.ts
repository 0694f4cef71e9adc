import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutoff, EXPLANATIONS, FINDINGS, findingsOf, type OpenCase, type When } from './limbo.rules.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const ago = (days: number): Date => cutoff(NOW, days);
const WHEN: When = { at: NOW, days: 30, staffed: true };
/** In hand, on the clock, touched yesterday: nothing to find. */
const WELL: OpenCase = { assignee: 'officer', nextDue: ago(-5), agedAt: ago(-3), rankAt: ago(-5), touchedAt: ago(1), escalatedAt: null };
const found = (one: Partial<OpenCase>, when: Partial<When> = {}): string[] => findingsOf({ ...WELL, ...one }, { ...WHEN, ...when }).map(({ finding, explanation }) => `${finding}: ${explanation ?? '?'}`);

describe('what would be forgotten', () => {
  it.each<[string, Partial<OpenCase>, Partial<When>, string[]]>([
    ['a case in hand, on the clock, touched', {}, {}, []],
    ['nobody in charge, for some days', { assignee: null }, {}, ['no-owner: may-be-claimed']],
    ['nobody in charge, and nobody there', { assignee: null }, { staffed: false }, ['no-owner: ?']],
    ['nobody in charge, first of the list for a month', { assignee: null, rankAt: ago(31) }, {}, ['no-owner: ?']],
    ['nobody in charge, and the head knows', { assignee: null, rankAt: ago(31), escalatedAt: ago(1) }, { staffed: false }, ['no-owner: on-the-list-of-the-head']],
    ['no clock', { nextDue: null }, {}, ['no-clock: ranked-by-waiting']],
    ['untouched, with a date to come', { touchedAt: ago(31) }, {}, ['untouched: due-later']],
    ['untouched just so long as it may be', { touchedAt: ago(30) }, {}, []],
    ['untouched for less than is asked', { touchedAt: ago(31) }, { days: 32 }, []],
    ['untouched, overdue, but its lane lets it wait', { touchedAt: ago(31), nextDue: ago(2) }, {}, ['untouched: may-wait']],
    ['untouched and overdue', { touchedAt: ago(31), nextDue: ago(2), agedAt: ago(20) }, {}, ['untouched: ?']],
    ['all at once', { assignee: null, nextDue: null, touchedAt: ago(40), agedAt: ago(35), rankAt: ago(35) }, {}, ['no-owner: ?', 'no-clock: ranked-by-waiting', 'untouched: ?']],
    ['all at once on the list of the head', { assignee: null, nextDue: null, touchedAt: ago(40), agedAt: ago(35), rankAt: ago(35), escalatedAt: ago(0) }, {}, ['no-owner: on-the-list-of-the-head', 'no-clock: on-the-list-of-the-head', 'untouched: on-the-list-of-the-head']],
  ])('%s', (_, one, when, expected) => {
    expect(found(one, when)).toEqual(expected);
  });

  const day = fc.integer({ min: -100, max: 100 }).map(ago);

  it('whatever the case: on the list of the head everything is explained, and off it nothing unexplained is younger than the days asked for', () => {
    fc.assert(fc.property(fc.record({ assignee: fc.option(fc.constant('officer')), nextDue: fc.option(day), agedAt: day, touchedAt: day }), fc.integer({ min: 1, max: 90 }), (given, days) => {
      const one: OpenCase = { ...given, rankAt: given.nextDue !== null && given.nextDue < given.agedAt ? given.nextDue : given.agedAt, escalatedAt: null };
      expect(findingsOf({ ...one, escalatedAt: NOW }, { ...WHEN, days, staffed: false }).filter(({ explanation }) => explanation === null)).toEqual([]);
      const bare = findingsOf(one, { ...WHEN, days }).filter(({ explanation }) => explanation === null);
      if (bare.length > 0) expect(one.rankAt <= NOW && (one.rankAt < ago(days) || one.touchedAt < ago(days))).toBe(true);
    }), { seed: 20_261_123 });
  });

  it('has words in both languages', () => {
    for (const { zh, en } of [...Object.values(FINDINGS), ...Object.values(EXPLANATIONS)]) expect([zh.trim() === '', en.trim() === '']).toEqual([false, false]);
  });
});
