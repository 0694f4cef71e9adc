import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateLifecycles } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { ANSWER_PERIODS, BAR_RULE, DESK_FROM_DAYS } from '../data/fair-law.data.js';
import { fairGuards, type FairFacts } from './fair.guards.js';
import { FAIR_LIFECYCLE } from './fair.lifecycle.js';
import { answerRow, barringFrom, daysOf, endOf, eveOf, startOf } from './fair.rules.js';

const GUARDS = fairGuards(DESK_FROM_DAYS);
const MOVES = `
new       announce       announced
announced open           running
announced cancel         cancelled
announced register-stall announced
running   register-stall running
announced end            ended
running   end            ended
ended     archive        archived
`;

describe('the lifecycle of a fair', () => {
  it('has these rows and no other', () => {
    expect(FAIR_LIFECYCLE.moves.map(({ from, command, to }) => `${from ?? 'new'} ${command} ${to}`).sort()).toEqual(MOVES.trim().split('\n').map((line) => line.split(/\s+/).join(' ')).sort());
  });

  it('is a sound table, in which time can always do what it brings', () => {
    const expiring = new Map(DEADLINE_KINDS.flatMap(({ code, rule }) => (rule.onExpiry === undefined ? [] : [[code, [rule.onExpiry]] as const])));
    const vocabulary = { permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(FAIR_LIFECYCLE.moves.flatMap(({ emits }) => emits)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)), expiring, guards: { fair: new Set(Object.keys(GUARDS)) } };
    expect(validateLifecycles([FAIR_LIFECYCLE], vocabulary)).toEqual([]);
    expect(['fair.end', 'fair.records'].map((kind) => expiring.get(kind))).toEqual([['end'], ['archive']]);
  });
});

const FACTS: FairFacts = { row: { agency: 'chaoan', startsOn: '2026-11-20', endsOn: '2026-11-24', hasDesk: true }, actor: { agencies: ['chaoan'] }, input: { today: '2026-11-20', exhibitorKnown: true, clauseSigned: true, barring: [] } };
const row = (change: Partial<FairFacts['row']>): FairFacts => ({ ...FACTS, row: { ...FACTS.row, ...change } });
const sent = (input: Record<string, unknown>): FairFacts => ({ ...FACTS, input: { ...FACTS.input, ...input } });

const SEEN: readonly (readonly [guard: string, refuses: FairFacts, holds: FairFacts])[] = [
  ['in-own-agency', row({ agency: 'xiangqiao' }), FACTS],
  ['dates-in-order', row({ startsOn: '2026-11-25' }), row({ startsOn: '2026-11-24' })],
  ['dates-in-order', sent({ today: '2026-11-25' }), sent({ today: '2026-11-24' })],
  ['desk-where-needed', row({ hasDesk: false, startsOn: '2026-11-22' }), row({ hasDesk: false, startsOn: '2026-11-23' })],
  ['has-begun', sent({ today: '2026-11-19' }), FACTS],
  ['exhibitor-known', sent({ exhibitorKnown: false }), FACTS],
  ['stall-free', sent({ stallTaken: true }), FACTS],
  ['clause-signed', sent({ clauseSigned: false }), FACTS],
  ['not-barred', sent({ barring: [{ edition: 28 }] }), FACTS],
];

describe('guards of a fair', () => {
  it.each(SEEN)('%s refuses and holds', (name, refuses, holds) => {
    expect([GUARDS[name]?.holds(refuses), GUARDS[name]?.holds(holds)]).toEqual([false, true]);
  });

  it('are all seen, and the bar shows its findings', () => {
    expect(new Set(SEEN.map(([name]) => name))).toEqual(new Set(Object.keys(GUARDS)));
    expect(GUARDS['not-barred']?.details?.(sent({ barring: [{ edition: 28 }] }))).toEqual([{ edition: 28 }]);
  });
});

describe('the days of a fair', () => {
  it.each([['2026-11-20', '2026-11-24', 5], ['2026-11-20', '2026-11-20', 1], ['2026-12-30', '2027-01-02', 4], ['2028-02-28', '2028-03-01', 3]])('%s to %s are %d', (from, to, days) => {
    expect(daysOf(from, to)).toBe(days);
  });

  it('begin and end at midnight in Asia/Shanghai', () => {
    expect([eveOf('2026-11-20'), startOf('2026-11-20'), endOf('2026-11-24')].map((at) => at.toISOString())).toEqual(['2026-11-19T15:59:59.999Z', '2026-11-19T16:00:00.000Z', '2026-11-24T15:59:59.999Z']);
  });

  it.each([[1, 1, 8], [2, 2, 24], [3, 2, 24], [4, 4, 48], [7, 4, 48], [8, 8, 120], [30, 8, 120]])('%d days: %d to %d hours to answer', (days, least, most) => {
    expect(answerRow(ANSWER_PERIODS, days)).toMatchObject({ leastHours: least, mostHours: most });
  });

  it('leave time to answer within the fair at every length', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 366 }), (days) => (answerRow(ANSWER_PERIODS, days)?.leastHours ?? Infinity) < days * 24 && (answerRow(ANSWER_PERIODS, days)?.mostHours ?? Infinity) <= days * 24));
  });
});

const found = (edition: number, standing = true): { edition: number; standing: boolean } => ({ edition, standing });

describe('two findings in a row bar from the next fair', () => {
  it.each([
    ['none', [], 29, 0], ['one', [found(28)], 29, 0], ['two at the same edition', [found(28), found(28)], 29, 2], ['one at each of the two before', [found(27), found(28)], 29, 2], ['two, but a fair without between', [found(27), found(27)], 29, 0],
    ['one revoked', [found(27), found(28, false)], 29, 0], ['two and one long ago', [found(20), found(27), found(28)], 29, 2], ['findings of the same edition are too late for it', [found(29), found(29)], 29, 0], ['the edition after the barred one is open', [found(27), found(28)], 30, 0],
  ] as const)('%s', (_, strikes, edition, barring) => {
    expect(barringFrom(BAR_RULE, strikes, edition)).toHaveLength(barring);
  });

  it('never by what was revoked, and a bar ends by itself', () => {
    const strikes = fc.array(fc.record({ edition: fc.integer({ min: 1, max: 8 }), standing: fc.boolean() }), { maxLength: 12 });
    fc.assert(fc.property(strikes, fc.integer({ min: 1, max: 12 }), (all, edition) => {
      const standing = all.filter((one) => one.standing);
      expect(barringFrom(BAR_RULE, all, edition)).toEqual(barringFrom(BAR_RULE, standing, edition));
      const last = Math.max(0, ...standing.map((one) => one.edition));
      expect(barringFrom(BAR_RULE, all, last + 2)).toEqual([]);
    }));
  });
});
