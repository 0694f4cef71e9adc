import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { FACT_CODES, FACT_KINDS, FACT_OF_FINDING, FIRST_RULES, STANDING_RULES } from '../data/track-records.data.js';
import { TRACK_FACT_GUARDS, type TrackFactFacts } from './track-record.guards.js';
import { TRACK_FACT_LIFECYCLE } from './track-record.lifecycle.js';
import { standingOf, standingRulesOn, together, type CountedFact, type StandingCode } from './track-record.rules.js';

const rowsOf = ({ moves }: Lifecycle): string[] => moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);
const RULES = FIRST_RULES;
let made = 0;
const fact = (kind: string, occurredOn = '2026-11-20'): CountedFact => ({ id: `f${(made += 1)}`, kind, occurredOn });
const standing = (facts: readonly CountedFact[], day = '2026-12-01'): string => { const { standing: code, goodPoints, badPoints } = standingOf(RULES, FACT_KINDS, facts, day); return `${code} ${goodPoints} ${badPoints}`; };

describe('track records of right holders', () => {
  it('are kept by a table, typed by hand', () => {
    expect(rowsOf(TRACK_FACT_LIFECYCLE)).toEqual([
      '- record recorded | track-record.record | known-organisation open-party-of-the-case not-in-the-future', 'recorded ask-strike strike-asked | track-record.record | ',
      'strike-asked strike struck | track-record.strike | of-own-agency somebody-else-asked', 'recorded fall struck | track-record.strike | base-fell', 'strike-asked fall struck | track-record.strike | base-fell', 'strike-asked keep recorded | track-record.strike | of-own-agency',
    ]);
    expect(allowedCommands(TRACK_FACT_LIFECYCLE, 'struck')).toEqual([]);
  });

  /** Typed by hand: upheld 1 for three years; unfounded and wrong 1 for two; malicious, false, filed in bad faith, paid to withdraw 2 for three. */
  it.each<[string, readonly CountedFact[], string]>([
    ['nothing', [], 'none 0 0'],
    ['upheld once', [fact('complaint-upheld')], 'none 1 0'],
    ['upheld twice', [fact('complaint-upheld'), fact('complaint-upheld')], 'good 2 0'],
    ['upheld often, one wrong notice', [...Array.from({ length: 5 }, () => fact('complaint-upheld')), fact('wrong-notice')], 'none 5 1'],
    ['two wrong notices', [fact('wrong-notice'), fact('wrong-notice')], 'bad 0 2'],
    ['unfounded and wrong', [fact('complaint-unfounded'), fact('wrong-notice')], 'bad 0 2'],
    ['one malicious notice among good', [...Array.from({ length: 9 }, () => fact('complaint-upheld')), fact('malicious-notice')], 'bad 9 2'],
    ['a false statement', [fact('false-statement')], 'bad 0 2'],
    ['paid to withdraw', [fact('withdrawn-after-threat')], 'bad 0 2'],
    ['filed in bad faith', [fact('bad-faith-filing')], 'bad 0 2'],
  ])('%s', (_, facts, expected) => {
    expect(standing(facts)).toBe(expected);
  });

  it('forget: a fact counts from its day, and ceases with the same day of its last month', () => {
    const facts = [fact('wrong-notice', '2024-12-02'), fact('false-statement', '2023-12-02')];
    expect([standing(facts, '2024-12-01'), standing(facts, '2024-12-02'), standing(facts, '2026-12-01'), standing(facts, '2026-12-02')]).toEqual(['bad 0 2', 'bad 0 3', 'bad 0 3', 'none 0 0']);
    // Twenty-four months after 29 February: 28 February, the last day that there is.
    expect([standing([fact('wrong-notice', '2024-02-29')], '2026-02-27'), standing([fact('wrong-notice', '2024-02-29')], '2026-02-28')]).toEqual(['none 0 1', 'none 0 0']);
  });

  it('say which facts counted, and by which rules', () => {
    const [old, now] = [fact('wrong-notice', '2020-01-01'), fact('complaint-upheld')];
    expect(standingOf(RULES, FACT_KINDS, [old, now], '2026-12-01')).toMatchObject({ version: '1', counted: [now.id] });
    expect(standingOf(null, FACT_KINDS, [now], '2026-11-30')).toEqual({ standing: 'none', version: null, goodPoints: 0, badPoints: 0, counted: [] });
    expect([standingRulesOn(STANDING_RULES, '2026-11-30'), standingRulesOn(STANDING_RULES, '2026-12-01')?.version]).toEqual([null, '1']);
  });

  it('never turn better by a bad fact, nor worse by a good one', () => {
    const rank: Readonly<Record<StandingCode, number>> = { bad: 0, none: 1, good: 2 };
    const kinds = fc.array(fc.constantFrom(...FACT_CODES), { maxLength: 8 });
    fc.assert(fc.property(kinds, fc.constantFrom(...FACT_KINDS), (codes, more) => {
      const facts = codes.map((code) => fact(code));
      const of = (all: readonly CountedFact[]): number => rank[standingOf(RULES, FACT_KINDS, all, '2026-12-01').standing];
      const [before, after] = [of(facts), of([...facts, fact(more.code)])];
      expect(more.side === 'bad' ? after <= before : after >= before).toBe(true);
    }));
  });

  it('of several holders: one in bad faith is enough, good faith takes all', () => {
    expect([together([]), together(['good']), together(['good', 'none']), together(['good', 'bad']), together(['good', 'good']), together(['none'])]).toEqual(['none', 'good', 'none', 'bad', 'good', 'none']);
  });

  it('have data with sources', () => {
    expect(FACT_KINDS.map(({ code, side, weight, months, basis }) => `${code} ${side} ${weight} ${months} ${basis.status}`)).toEqual([
      'complaint-upheld good 1 36 unverified', 'complaint-unfounded bad 1 24 unverified', 'wrong-notice bad 1 24 verified', 'malicious-notice bad 2 36 verified', 'false-statement bad 2 36 unverified', 'withdrawn-after-threat bad 2 36 unverified', 'bad-faith-filing bad 2 36 unverified',
    ]);
    expect(Object.values(FACT_OF_FINDING).filter((code) => !FACT_CODES.includes(code))).toEqual([]);
    expect([RULES.good, RULES.bad, RULES.from]).toEqual([2, 2, '2026-12-01']);
  });
});

describe('guards of track records', () => {
  const held = (name: string, input: Record<string, unknown> = {}, row: Partial<TrackFactFacts['row']> = {}, actor = { id: 'head', agency: 'county' }): boolean => TRACK_FACT_GUARDS[name]?.holds({ row: { agency: 'county', occurredOn: '2026-11-20', strikeAskedBy: 'officer', ...row }, actor, input }) ?? false;

  it('let a fact fall only with its base', () => {
    expect([held('base-fell', { baseFell: true }), held('base-fell', { baseFell: false }), held('base-fell')]).toEqual([true, false, false]);
  });

  it('ask for an organisation that is openly a party, and a day that has been', () => {
    expect([held('known-organisation', { known: true }), held('known-organisation', { known: false }), held('known-organisation')]).toEqual([true, false, false]);
    expect([held('open-party-of-the-case', { openParty: true }), held('open-party-of-the-case', { openParty: false }), held('open-party-of-the-case')]).toEqual([true, false, false]);
    expect([held('not-in-the-future', { today: '2026-11-20' }), held('not-in-the-future', { today: '2026-11-19' })]).toEqual([true, false]);
  });

  it('take two people of the agency to strike out', () => {
    expect([held('of-own-agency'), held('of-own-agency', {}, { agency: 'city' })]).toEqual([true, false]);
    expect([held('somebody-else-asked'), held('somebody-else-asked', {}, { strikeAskedBy: 'head' }), held('somebody-else-asked', {}, { strikeAskedBy: null })]).toEqual([true, false, false]);
  });
});
