import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANE_RULES } from '../data/lane-rules.data.js';
import { TRIAGE_RULES } from '../data/triage.data.js';
import { conditionsOf, proposal } from './lane.rules.js';
import { CRITERION_CODES, judge, rulesOn, VENUES, type KnownFacts, type StatedFacts, type TriageRules } from './triage.rules.js';

type AllFacts = StatedFacts & KnownFacts;
const CLEAR: AllFacts = {
  sameMarkOrDesign: true, factsClear: true, evidenceComplete: true, foreignEvidence: false, contested: false, grave: false, amount: 12_000, venue: 'elsewhere', rightLive: true, partiesKnown: true,
};
const RULES = rulesOn(TRIAGE_RULES, '2026-11-23');
const lane = (change: Partial<AllFacts>, rules = RULES): string => {
  const facts = { ...CLEAR, ...change };
  return proposal(LANE_RULES, conditionsOf(facts, judge(rules, facts))).lane;
};
const triaged = (change: Partial<AllFacts>, rules = RULES): string => {
  const { simple, score } = judge(rules, { ...CLEAR, ...change });
  return `${simple ? 'simple' : 'complex'} ${score}`;
};

/** Facts, points and lane typed by hand: same mark 3, clear facts 3, complete evidence 2, up to 50,000 yuan 2; seven are enough, where nothing that is required lacks. */
describe('triage of cases (繁简分流)', () => {
  it.each<[string, Partial<AllFacts>, string, string]>([
    ['everything holds', {}, 'simple 10', 'expedited'],
    ['a larger amount', { amount: 50_000.01 }, 'simple 8', 'expedited'],
    ['just as much as is small', { amount: 50_000 }, 'simple 10', 'expedited'],
    ['evidence missing', { evidenceComplete: false }, 'simple 8', 'expedited'],
    ['evidence missing and a larger amount', { evidenceComplete: false, amount: 90_000 }, 'complex 6', 'ordinary'],
    ['another mark', { sameMarkOrDesign: false }, 'simple 7', 'expedited'],
    ['facts not clear', { factsClear: false }, 'simple 7', 'expedited'],
    ['another mark, facts not clear', { sameMarkOrDesign: false, factsClear: false }, 'complex 4', 'ordinary'],
    ['contested', { contested: true }, 'complex 10', 'ordinary'],
    ['evidence from abroad', { foreignEvidence: true }, 'complex 10', 'ordinary'],
    ['a right that is not live', { rightLive: false }, 'complex 10', 'ordinary'],
    ['a party that nobody knows', { partiesKnown: false }, 'complex 10', 'ordinary'],
    ['grave', { grave: true }, 'simple 10', 'major'],
    ['grave, at a fair', { grave: true, venue: 'fair' }, 'simple 10', 'major'],
    ['at a fair, contested', { venue: 'fair', contested: true }, 'complex 10', 'exhibition'],
    ['at a fair, party unknown', { venue: 'fair', partiesKnown: false }, 'complex 10', 'ordinary'],
    ['on a platform', { venue: 'platform' }, 'simple 10', 'platform'],
    ['on a platform without evidence', { venue: 'platform', evidenceComplete: false }, 'simple 8', 'expedited'],
    ['in a market', { venue: 'market' }, 'simple 10', 'market'],
    ['tableware', { venue: 'tableware-centre', contested: true }, 'complex 10', 'rapid-centre'],
    ['tableware with evidence from abroad', { venue: 'tableware-centre', foreignEvidence: true }, 'complex 10', 'ordinary'],
  ])('%s', (_, change, verdict, expected) => {
    expect([triaged(change), lane(change)]).toEqual([verdict, expected]);
  });

  /** Since December 2026: bad faith makes every case complex, good faith gives two points. */
  it.each<[string, Partial<AllFacts>, string, string]>([
    ['no record', { holderStanding: 'none' }, 'simple 10', 'expedited'],
    ['a record of good faith', { holderStanding: 'good' }, 'simple 12', 'expedited'],
    ['a record of bad faith', { holderStanding: 'bad' }, 'complex 10', 'ordinary'],
    ['bad faith at a fair', { holderStanding: 'bad', venue: 'fair' }, 'complex 10', 'exhibition'],
    ['evidence missing, a larger amount, no record', { holderStanding: 'none', evidenceComplete: false, amount: 90_000 }, 'complex 6', 'ordinary'],
    ['the same in good faith', { holderStanding: 'good', evidenceComplete: false, amount: 90_000 }, 'simple 8', 'expedited'],
    ['good faith and contested', { holderStanding: 'good', contested: true }, 'complex 12', 'ordinary'],
  ])('in the second rules: %s', (_, change, verdict, expected) => {
    const second = rulesOn(TRIAGE_RULES, '2026-12-01');
    expect([triaged(change, second), lane(change, second)]).toEqual([verdict, expected]);
    expect(triaged(change)).toBe(triaged({ ...change, holderStanding: undefined }));
  });

  it.each(TRIAGE_RULES.map((rules) => [rules.version, rules] as const))('explains every point of rules %s: the score is the sum of what holds', (_, rules) => {
    const facts = fc.record({
      sameMarkOrDesign: fc.boolean(), factsClear: fc.boolean(), evidenceComplete: fc.boolean(), foreignEvidence: fc.boolean(), contested: fc.boolean(), grave: fc.boolean(), rightLive: fc.boolean(), partiesKnown: fc.boolean(),
      amount: fc.integer({ min: 0, max: 200_000 }), venue: fc.constantFrom(...VENUES), holderStanding: fc.constantFrom('good' as const, 'bad' as const, 'none' as const),
    });
    fc.assert(fc.property(facts, (given) => {
      const { criteria, score, simple, threshold, version } = judge(rules, given);
      expect(criteria.map(({ code }) => code).sort()).toEqual(CRITERION_CODES.slice(0, rules.version === '1' ? 8 : 10).sort());
      expect(score).toBe(criteria.filter(({ holds }) => holds).reduce((sum, { weight }) => sum + weight, 0));
      expect(simple).toBe(criteria.every(({ required, holds }) => holds || !required) && score >= threshold);
      expect(version).toBe(rules.version);
      // What somebody contests, or what rests on a dead right, never goes the short way of simple cases.
      if (given.contested || !given.rightLive) expect(proposal(LANE_RULES, conditionsOf(given, judge(rules, given))).lane).not.toBe('expedited');
    }));
  });

  it('goes by the rules of the day', () => {
    const next = { ...RULES, version: '2', from: '2027-01-01' } as TriageRules;
    expect([rulesOn([RULES, next], '2026-12-31').version, rulesOn([RULES, next], '2027-01-01').version]).toEqual(['1', '2']);
    expect(() => rulesOn([RULES], '2021-08-31')).toThrow('no rules of triage');
    expect(TRIAGE_RULES.map(({ version, from, basis }) => `${version} ${from} ${basis.status}`)).toEqual(['1 2021-09-01 unverified', '2 2026-12-01 unverified']);
    for (const { criteria } of TRIAGE_RULES) for (const { label } of criteria) expect([label.zh.trim(), label.en.trim()]).not.toContain('');
  });
});
