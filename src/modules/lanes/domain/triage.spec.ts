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
const lane = (change: Partial<AllFacts>): string => {
  const facts = { ...CLEAR, ...change };
  return proposal(LANE_RULES, conditionsOf(facts, judge(RULES, facts))).lane;
};
const triaged = (change: Partial<AllFacts>): string => {
  const { simple, score } = judge(RULES, { ...CLEAR, ...change });
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

  it('explains every point: the score is the sum of what holds', () => {
    const facts = fc.record({
      sameMarkOrDesign: fc.boolean(), factsClear: fc.boolean(), evidenceComplete: fc.boolean(), foreignEvidence: fc.boolean(), contested: fc.boolean(), grave: fc.boolean(), rightLive: fc.boolean(), partiesKnown: fc.boolean(),
      amount: fc.integer({ min: 0, max: 200_000 }), venue: fc.constantFrom(...VENUES),
    });
    fc.assert(fc.property(facts, (given) => {
      const { criteria, score, simple, threshold, version } = judge(RULES, given);
      expect(criteria.map(({ code }) => code).sort()).toEqual([...CRITERION_CODES].sort());
      expect(score).toBe(criteria.filter(({ holds }) => holds).reduce((sum, { weight }) => sum + weight, 0));
      expect(simple).toBe(criteria.every(({ required, holds }) => holds || !required) && score >= threshold);
      expect(version).toBe('1');
      // What somebody contests, or what rests on a dead right, never goes the short way of simple cases.
      if (given.contested || !given.rightLive) expect(proposal(LANE_RULES, conditionsOf(given, judge(RULES, given))).lane).not.toBe('expedited');
    }));
  });

  it('goes by the rules of the day', () => {
    const next = { ...RULES, version: '2', from: '2027-01-01' } as TriageRules;
    expect([rulesOn([RULES, next], '2026-12-31').version, rulesOn([RULES, next], '2027-01-01').version]).toEqual(['1', '2']);
    expect(() => rulesOn([RULES], '2021-08-31')).toThrow('no rules of triage');
    expect(TRIAGE_RULES.map(({ version, from, basis }) => `${version} ${from} ${basis.status}`)).toEqual(['1 2021-09-01 unverified']);
    for (const { criteria } of TRIAGE_RULES) for (const { label } of criteria) expect([label.zh.trim(), label.en.trim()]).not.toContain('');
  });
});
