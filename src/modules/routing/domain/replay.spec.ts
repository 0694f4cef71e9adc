import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECOND_RULE_SET } from '../data/rules.v2.data.js';
import { compile, evaluate } from './evaluate.js';
import { FACT_NAMES, FACT_VALUES, factsWith, type RoutingFacts } from './facts.js';
import { Replay, type PastDecision } from './replay.js';

const LIVE = compile(SECOND_RULE_SET);
const past = (facts: RoutingFacts): PastDecision => {
  const { rule, ...outcome } = evaluate(LIVE, facts);
  return { facts, rule, outcome };
};
const TRADEMARK = factsWith({ classification: 'report', matter: 'infringement', rightType: 'trademark', region: '445103' });
const MARKET = factsWith({ classification: 'report', matter: 'consumer-dispute', region: '445102' });
/** The live rules, but trademarks go to the city, and quickly. */
const DRAFT = compile({
  ...SECOND_RULE_SET,
  rules: SECOND_RULE_SET.rules.map((rule) => {
    if (rule.code === 'trademark') return { ...rule, code: 'trademark-to-city', outcome: { track: 'administrative', agency: 'cz-market-regulation' } } as typeof rule;
    return rule.code === 'ordinary' ? { ...rule, outcome: { lane: 'expedited' } } as typeof rule : rule;
  }),
});
const facts = fc.record(Object.fromEntries(FACT_NAMES.map((fact) => [fact, fc.constantFrom<unknown>(...FACT_VALUES[fact])]))) as unknown as fc.Arbitrary<RoutingFacts>;

describe('Replay', () => {
  it('finds no difference when the rules that decided decide again', () => {
    fc.assert(fc.property(fc.array(facts, { maxLength: 30 }), (history) => {
      const replay = new Replay(LIVE);
      for (const one of history) replay.add(past(one));
      expect([replay.considered, replay.changed, replay.moves]).toEqual([history.length, 0, []]);
    }), { numRuns: 200 });
  });

  it('counts from rule to rule what would change, most often first, with what changes and up to three examples', () => {
    const replay = new Replay(DRAFT);
    for (const one of [MARKET, TRADEMARK, TRADEMARK, TRADEMARK, TRADEMARK]) replay.add(past(one));
    expect([replay.considered, replay.changed]).toEqual([5, 5]);
    expect(replay.moves.map(({ from, to, count, changes, examples }) => [from, to, count, changes, examples.length])).toEqual([['trademark', 'trademark-to-city', 4, ['agency', 'lane'], 3], ['market-report', 'market-report', 1, ['lane'], 1]]);
    expect(replay.moves[0]?.examples[0]).toEqual({
      facts: TRADEMARK, before: { agency: 'chaoan-market-regulation', tracks: ['administrative'], lane: 'ordinary', flags: [] }, after: { agency: 'cz-market-regulation', tracks: ['administrative'], lane: 'expedited', flags: [] },
    });
  });

  it('takes a rule by another name for no difference where the outcome is the same', () => {
    const renamed = compile({ ...SECOND_RULE_SET, rules: SECOND_RULE_SET.rules.map((rule) => ({ ...rule, code: `new-${rule.code}` })) });
    const replay = new Replay(renamed);
    replay.add(past(TRADEMARK));
    expect(replay.changed).toBe(0);
  });

  it('reads decisions of version 1: five facts, one track, neither lane nor flags', () => {
    const replay = new Replay(LIVE);
    replay.add({ facts: { classification: 'report', matter: 'infringement', rightType: 'trademark', region: '445103', border: false }, rule: 'trademark', outcome: { track: 'administrative', agency: 'chaoan-market-regulation' } });
    replay.add({ facts: { classification: 'report', matter: 'infringement', rightType: 'copyright', region: '445103', border: false }, rule: 'copyright', outcome: { track: 'administrative', agency: 'cz-culture' } });
    expect(replay.moves).toMatchObject([{ from: 'copyright', to: 'copyright', count: 1, changes: ['agency'] }]);
  });

  it('tells of a draft that fails as of any other difference', () => {
    const replay = new Replay(compile({ offices: {}, rules: [] }));
    replay.add(past(TRADEMARK));
    expect(replay.moves).toMatchObject([{ from: 'trademark', to: 'evaluation-error', count: 1, changes: ['agency', 'tracks', 'lane'] }]);
  });
});
