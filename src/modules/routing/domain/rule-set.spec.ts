import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../kernel/lifecycle/index.js';
import { RULE_SET_GUARDS, type RuleSetFacts } from './rule-set.guards.js';
import { RULE_SET_LIFECYCLE } from './rule-set.lifecycle.js';

const HEAD: RuleSetFacts['actor'] = { id: 'head', agencies: ['cz-market-regulation', 'chaoan-market-regulation'] };
const GOOD: RuleSetFacts = { row: { writtenBy: ['clerk'] }, actor: HEAD, input: { errors: 0, backtests: 1, effectiveFrom: '2026-12-01', today: '2026-11-22', lastFirstDay: '2026-06-01', reason: '条款号有误' } };
const facts = (more: Partial<RuleSetFacts>): RuleSetFacts => ({ ...GOOD, ...more });
const input = (more: Record<string, unknown>): RuleSetFacts => facts({ input: { ...GOOD.input, ...more } });
const ask = (state: string | null, command: string, given = GOOD): ReturnType<typeof decide> => decide({ lifecycle: RULE_SET_LIFECYCLE, guards: RULE_SET_GUARDS, state, command, facts: given, input: given.input });
const refused = (command: string, given: RuleSetFacts, state = 'submitted'): string[] => {
  const decision = ask(state, command, given);
  return decision.ok ? [] : decision.failed.map(({ code }) => code);
};

describe('the life of a rule set', () => {
  it.each<[string | null, string, string, string]>([
    [null, 'draft', 'draft', 'routing.draft'], ['draft', 'revise', 'draft', 'routing.draft'], ['draft', 'submit', 'submitted', 'routing.draft'], ['submitted', 'send-back', 'draft', 'routing.publish'],
    ['submitted', 'publish', 'published', 'routing.publish'], ['published', 'retire', 'retired', 'routing.publish'],
  ])('%s --%s--> %s under %s', (from, command, to, permission) => {
    expect(ask(from, command)).toMatchObject({ ok: true, move: { to, permission } });
  });

  it('has no other moves: nothing is published unsubmitted, changed once submitted, or taken back once published', () => {
    const moves = RULE_SET_LIFECYCLE.moves.map(({ from, command }) => `${String(from)} ${command}`);
    expect(moves).toHaveLength(6);
    for (const [state, command] of [['draft', 'publish'], ['submitted', 'revise'], ['published', 'revise'], ['published', 'send-back'], ['retired', 'publish'], ['draft', 'retire']] as const) expect([state, command, ask(state, command).ok]).toEqual([state, command, false]);
  });

  it('is not submitted with errors', () => {
    expect([refused('submit', input({ errors: 0 }), 'draft'), refused('submit', input({ errors: 2 }), 'draft'), refused('submit', input({ errors: undefined }), 'draft')]).toEqual([[], ['routing.rules-have-problems'], ['routing.rules-have-problems']]);
  });

  it('is not published by any of its authors', () => {
    expect([refused('publish', facts({ row: { writtenBy: ['clerk', 'head'] } })), refused('publish', facts({ row: { writtenBy: ['clerk'] } }))]).toEqual([['routing.four-eyes'], []]);
  });

  it('is published by the bureau that distributes, not by an office that receives', () => {
    expect([refused('publish', facts({ actor: { id: 'x', agencies: ['chaoan-market-regulation'] } })), refused('send-back', facts({ actor: { id: 'x', agencies: [] } }))]).toEqual([['routing.not-the-distributing-bureau'], ['routing.not-the-distributing-bureau']]);
  });

  it('is not published untried, with errors, for a day gone by, or for a day that another set has', () => {
    expect(refused('publish', input({ backtests: 0 }))).toEqual(['routing.no-backtest']);
    expect(refused('publish', input({ errors: 1 }))).toEqual(['routing.rules-have-problems']);
    expect([refused('publish', input({ effectiveFrom: '2026-11-21' })), refused('publish', input({ effectiveFrom: '2026-11-22' }))]).toEqual([['routing.first-day-past'], []]);
    expect([refused('publish', input({ lastFirstDay: '2026-12-01' })), refused('publish', input({ lastFirstDay: '2027-01-01' })), refused('publish', input({ lastFirstDay: '' }))]).toEqual([['routing.first-day-taken'], ['routing.first-day-taken'], []]);
  });

  it('tells everything that stands in the way at once', () => {
    expect(refused('publish', { row: { writtenBy: ['x'] }, actor: { id: 'x', agencies: [] }, input: { errors: 1, backtests: 0, effectiveFrom: '2026-01-01', today: '2026-11-22', lastFirstDay: '2026-06-01' } })).toEqual([
      'routing.not-the-distributing-bureau', 'routing.four-eyes', 'routing.rules-have-problems', 'routing.no-backtest', 'routing.first-day-past', 'routing.first-day-taken',
    ]);
  });
});
