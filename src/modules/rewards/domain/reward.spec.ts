import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centsOf } from '../../../kernel/money/index.js';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { REWARD_GUARDS, type RewardFacts } from './reward.guards.js';
import { REWARD_LIFECYCLE } from './reward.lifecycle.js';
import { collectedOf, rewardOf, unsettledOf, type MoneyOfDecision } from './reward.rules.js';

const moves: readonly Move[] = REWARD_LIFECYCLE.moves;

describe('the table of rewards, typed by hand', () => {
  it('goes from the claim by three persons to the money, or ends before', () => {
    expect(moves.map(({ from, command, to, guards = [] }) => `${from ?? '-'} ${command} ${to} | ${guards.join(' ')}`)).toEqual([
      '- claim claimed | ', 'claimed propose proposed | case-closed judgment-where-crime violation-found money-settled not-excluded only-one', 'proposed second seconded | another-person not-handler',
      'seconded approve granted | third-person not-handler finance-agreed', 'proposed send-back claimed | another-person', 'seconded send-back claimed | another-person', 'claimed refuse refused | another-person', 'proposed refuse refused | another-person',
      'seconded refuse refused | another-person', 'granted collect payable | payee-fits', 'granted lapse lapsed | ', 'payable ask-payee asked | ', 'asked release-payee released | another-releases', 'released pay paid | saw-payee not-in-advance',
    ]);
    expect(['paid', 'refused', 'lapsed'].flatMap((state) => allowedCommands(REWARD_LIFECYCLE, state))).toEqual([]);
  });

  it('runs a clock for the decision and one for collecting', () => {
    expect(moves.flatMap(({ from, command, clocks }) => (clocks === undefined ? [] : [[from, command, clocks]]))).toEqual([
      [null, 'claim', { start: ['reward.decision'] }], ['seconded', 'approve', { stop: ['reward.decision'], start: ['reward.collection'] }],
      ['claimed', 'refuse', { stop: ['reward.decision'] }], ['proposed', 'refuse', { stop: ['reward.decision'] }], ['seconded', 'refuse', { stop: ['reward.decision'] }],
      ['granted', 'collect', { stop: ['reward.collection'] }], ['granted', 'lapse', { lapse: ['reward.collection'] }],
    ]);
  });
});

const holds = (name: string, input: Record<string, unknown> = {}, row: Partial<RewardFacts['row']> = {}, id = 'o1'): boolean =>
  REWARD_GUARDS[name]?.holds({ row: { amount: null, proposedBy: null, secondedBy: null, askedBy: null, releasedBy: null, ...row }, actor: { id }, input }) ?? false;

describe('guards of rewards', () => {
  it('ask for a closed case, a violation that was found, and money that is known', () => {
    expect([holds('case-closed', { caseState: 'closed' }), holds('case-closed', { caseState: 'reopened' }), holds('case-closed')]).toEqual([true, false, false]);
    expect([holds('violation-found', { decisions: 1 }), holds('violation-found', { decisions: 0, judgment: '刑初1号' }), holds('violation-found', { decisions: 0 }), holds('violation-found')]).toEqual([true, true, false, false]);
    expect([holds('judgment-where-crime', { withJudgment: true, judgment: '刑初1号' }), holds('judgment-where-crime', { withJudgment: false }), holds('judgment-where-crime', { withJudgment: true }), holds('judgment-where-crime', { withJudgment: false, judgment: '刑初1号' })]).toEqual([true, true, false, false]);
    expect([holds('money-settled', { unsettled: 0 }), holds('money-settled', { unsettled: 1 }), holds('money-settled')]).toEqual([true, false, false]);
  });

  it('exclude whoever stands in the case, and a second reward for it', () => {
    expect([holds('not-excluded', { excluded: [] }), holds('not-excluded', { excluded: ['agent'] })]).toEqual([true, false]);
    expect([holds('only-one', { others: 0 }), holds('only-one', { others: 1 }), holds('only-one')]).toEqual([true, false, false]);
  });

  it('want another person at each step, and none who handled the case', () => {
    expect([holds('another-person', {}, { proposedBy: 'o2' }), holds('another-person', {}, { proposedBy: 'o1' }), holds('another-person')]).toEqual([true, false, true]);
    expect([holds('third-person', {}, { proposedBy: 'o2', secondedBy: 'o3' }), holds('third-person', {}, { proposedBy: 'o1', secondedBy: 'o3' }), holds('third-person', {}, { proposedBy: 'o2', secondedBy: 'o1' })]).toEqual([true, false, false]);
    expect([holds('not-handler', { handlers: ['o2'] }), holds('not-handler', { handlers: ['o2', 'o1'] })]).toEqual([true, false]);
    expect([holds('another-releases', {}, { askedBy: 'o2' }), holds('another-releases', {}, { askedBy: 'o1' })]).toEqual([true, false]);
    expect([holds('saw-payee', {}, { askedBy: 'o1', releasedBy: 'o2' }), holds('saw-payee', {}, { askedBy: 'o2', releasedBy: 'o1' }), holds('saw-payee', {}, { askedBy: 'o2', releasedBy: 'o3' })]).toEqual([true, true, false]);
  });

  it('want the finance bureau from its amount on, the person who reported, and a day that has come', () => {
    const finance = '500000.00';
    expect([holds('finance-agreed', { finance }, { amount: '499999.99' }), holds('finance-agreed', { finance }, { amount: '500000.00' }), holds('finance-agreed', { finance, financeNumber: '潮财1号' }, { amount: '500000.00' })]).toEqual([true, false, true]);
    expect([holds('payee-fits', { fits: true }), holds('payee-fits', { fits: false }), holds('payee-fits')]).toEqual([true, false, false]);
    expect([holds('not-in-advance', { paidOn: '2026-11-23', today: '2026-11-23' }), holds('not-in-advance', { paidOn: '2026-11-24', today: '2026-11-23' })]).toEqual([true, false]);
  });
});

const SECOND = { percent: 3, least: '3000.00', most: '1000000.00' };

describe('the amount of a reward', () => {
  it.each([
    // Counted by hand: 3 % of what came in, at least 3,000, at most a million.
    ['150000.00', '4500.00'], ['100000.00', '3000.00'], ['99999.99', '3000.00'], ['0.00', '3000.00'], ['100000.33', '3000.00'], ['100000.34', '3000.01'], ['33333333.33', '999999.99'], ['33333334.00', '1000000.00'], ['900000000.00', '1000000.00'],
  ])('of %s that came in is %s', (collected, reward) => {
    expect(rewardOf(centsOf(collected), SECOND)).toBe(reward);
  });

  it('counts what was imposed and came in, of each decision for itself', () => {
    const money = (imposed: string, paid: string, state = 'paid'): MoneyOfDecision => ({ imposed, paid, state });
    expect(collectedOf([money('150000.00', '150000.00'), money('20000.00', '5000.50', 'written-off')])).toBe(15500050n);
    // What was paid too much in one place does not make up for another.
    expect(collectedOf([money('100.00', '300.00'), money('500.00', '0.00')])).toBe(10000n);
    expect(unsettledOf([money('1.00', '1.00'), money('1.00', '0.00', 'written-off'), money('1.00', '0.00', 'due'), money('1.00', '0.50', 'scheduled')])).toBe(2);
  });

  it('never leaves its bounds, and never falls when more comes in', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 13n });
    fc.assert(fc.property(cents, cents, fc.constantFrom(1, 3, 5), (one, other, percent) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      const rule = { ...SECOND, percent };
      const [small, large] = [centsOf(rewardOf(less, rule)), centsOf(rewardOf(more, rule))];
      expect(small <= large && small >= 300000n && large <= 100000000n).toBe(true);
    }));
  });
});
