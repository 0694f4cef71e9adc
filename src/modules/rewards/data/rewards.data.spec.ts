import { describe, expect, it } from '@jest/globals';
import { EXCLUSION_BASIS, EXCLUSION_CODES, REFUSAL_CODES, REWARD_RULES, rewardRulesOn, SCOPE_BASIS, SCOPES } from './rewards.data.js';

describe('the data of rewards, typed by hand', () => {
  it('has the levels, minimums, cap and threshold, and says that nobody read the text', () => {
    const [{ from, levels, most, finance, basis } = rewardRulesOn('2026-11-23')] = REWARD_RULES;
    expect([from, most, finance, levels.map(({ level, percent, least }) => [level, percent, least])]).toEqual(['2021-12-01', '1000000.00', '500000.00', [[1, 5, '5000.00'], [2, 3, '3000.00'], [3, 1, '1000.00']]]);
    for (const one of [basis, SCOPE_BASIS, EXCLUSION_BASIS]) expect([one.status, one.note]).toEqual(['unverified', expect.stringContaining('未')]);
  });

  it('knows no rules before the first day', () => {
    expect(rewardRulesOn('2021-12-01').from).toBe('2021-12-01');
    expect(() => rewardRulesOn('2021-11-30')).toThrow('2021-11-30');
  });

  it('lists who is excluded, why a violation is major, and why a claim is refused', () => {
    expect(EXCLUSION_CODES).toEqual(['staff', 'infringed', 'agent', 'offender', 'paid']);
    expect(SCOPES.map(({ code, withJudgment }) => [code, withJudgment])).toEqual([['crime', true], ['suspension', false], ['closure', false], ['licence-revoked', false], ['large-fine', false]]);
    expect(REFUSAL_CODES).toEqual(['not-major', 'not-first', 'excluded', 'no-help', 'not-found']);
  });
});
