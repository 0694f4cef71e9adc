import { describe, expect, it } from '@jest/globals';
import { HEARING_THRESHOLDS, PENALTY_KINDS } from '../data/penalty-kinds.data.js';
import { heavierThan, hearingReasons, incomeAddsUp, isPublished, needsConsent, sumOf, unfitItems, type IllegalIncome, type PenaltyItem } from './penalty.rules.js';

const item = (kind: string, more: Partial<PenaltyItem> = {}): PenaltyItem => ({ kind, content: '测试', ...more });
const fine = (amount: number): PenaltyItem => item('fine', { amount });
const income = (more: Partial<IllegalIncome>): IllegalIncome => ({ way: 'computed', received: 0, deducted: 0, amount: 0, refunded: 0, ...more });

describe('penalties that were announced and those that are decided (处罚法第四十四条、第四十五条)', () => {
  it.each<[string, PenaltyItem[], PenaltyItem[], string[]]>([
    ['the same', [fine(100)], [fine(100)], []],
    ['a smaller fine', [fine(99.99)], [fine(100)], []],
    ['a greater fine, by a cent', [fine(100.01)], [fine(100)], ['fine']],
    ['two fines that make one', [fine(0.1), fine(0.2)], [fine(0.3)], []],
    ['another kind', [fine(100), item('warning')], [fine(100)], ['warning']],
    ['fewer kinds', [item('warning')], [fine(100), item('warning')], []],
    ['a longer time', [item('stop-business', { days: 31 })], [item('stop-business', { days: 30 })], ['stop-business']],
    ['a shorter time', [item('stop-business', { days: 29 })], [item('stop-business', { days: 30 })], []],
    ['nothing was announced', [item('warning')], [], ['warning']],
  ])('%s', (_, decided, before, heavier) => {
    expect(heavierThan(decided, before)).toEqual(heavier);
  });

  it('adds up in cents', () => {
    expect([sumOf([fine(0.1), fine(0.2), item('confiscate-goods', { amount: 5 })], 'fine'), sumOf([fine(1), item('confiscate-goods', { amount: 5 })], 'fine', 'confiscate-goods'), sumOf([], 'fine')]).toEqual([0.3, 6, 0]);
  });
});

/** Typed from 处罚法第九条: what has a sum, what may have a time. */
describe('kinds of penalties', () => {
  it('are those that an agency of market regulation imposes, with their article', () => {
    expect(PENALTY_KINDS.map(({ code, measure, hearing, basis }) => [code, measure, hearing, basis.article])).toEqual([
      ['warning', 'none', 'never', '第九条第一项'], ['public-criticism', 'none', 'never', '第九条第一项'], ['fine', 'money', 'amount', '第九条第二项'], ['confiscate-income', 'money', 'amount', '第九条第二项'], ['confiscate-goods', 'money', 'amount', '第九条第二项'],
      ['suspend-licence', 'time', 'always', '第九条第三项'], ['lower-qualification', 'none', 'always', '第九条第三项'], ['revoke-licence', 'none', 'always', '第九条第三项'], ['restrict-activity', 'time', 'always', '第九条第四项'],
      ['stop-business', 'time', 'always', '第九条第四项'], ['close-business', 'none', 'always', '第九条第四项'], ['bar-from-trade', 'time', 'always', '第九条第四项'], ['other', 'none', 'always', '第九条第六项'],
    ]);
  });

  it.each<[string, PenaltyItem, boolean]>([
    ['a fine with a sum', fine(1), true], ['a fine without', item('fine'), false], ['a fine of nothing', fine(0), false], ['a fine that lasts', item('fine', { amount: 1, days: 3 }), false], ['a warning', item('warning'), true], ['a warning with a sum', item('warning', { amount: 1 }), false],
    ['a warning that lasts', item('warning', { days: 3 }), false], ['a stop of business without an end', item('stop-business'), true], ['for thirty days', item('stop-business', { days: 30 }), true], ['with a sum', item('stop-business', { amount: 1 }), false], ['what is no penalty', item('detention'), false],
  ])('%s', (_, one, fits) => {
    expect(unfitItems([one], PENALTY_KINDS)).toEqual(fits ? [] : [one.kind]);
  });

  it('are published, but for a mere warning (公示规定第二条第二款)', () => {
    expect([isPublished([]), isPublished([item('warning')]), isPublished([item('warning'), item('public-criticism')]), isPublished([fine(1)])]).toEqual([false, false, true, true]);
  });
});

/** 处罚法第六十三条. Neither threshold was read in an official copy: the lower one counts. */
describe('the right to a hearing', () => {
  const reasons = (items: PenaltyItem[], naturalPerson: boolean, day = '2026-07-23'): unknown[] => hearingReasons(items, { kinds: PENALTY_KINDS, thresholds: HEARING_THRESHOLDS, day, naturalPerson }).map(({ kind, threshold }) => [kind, threshold]);

  it.each<[string, PenaltyItem[], boolean, unknown[]]>([
    ['an organisation below 100,000', [fine(99_999.99)], false, []],
    ['an organisation at 100,000 (以上包括本数)', [fine(100_000)], false, [['fine', 'market-regulation']]],
    ['a person below 5,000', [fine(4_999.99)], true, []],
    ['a person at 5,000', [fine(5_000)], true, [['fine', 'guangdong']]],
    ['income and goods together', [item('confiscate-income', { amount: 60_000 }), item('confiscate-goods', { amount: 40_000 })], false, [['confiscation', 'market-regulation']]],
    ['a fine and a confiscation, neither large', [fine(60_000), item('confiscate-goods', { amount: 60_000 })], false, []],
    ['a stop of business', [item('stop-business', { days: 3 })], false, [['stop-business', null]]],
    ['a revoked licence and a large fine', [item('revoke-licence'), fine(200_000)], false, [['revoke-licence', null], ['fine', 'market-regulation']]],
    ['a warning', [item('warning')], true, []],
  ])('%s', (_, items, natural, expected) => {
    expect(reasons(items, natural)).toEqual(expected);
  });

  it('asks the threshold of the day, and says that the sources are not verified', () => {
    expect(reasons([fine(200_000)], false, '2021-07-14')).toEqual([]);
    expect(HEARING_THRESHOLDS.map(({ code, naturalPerson, organisation, basis }) => [code, naturalPerson, organisation, basis.status])).toEqual([['market-regulation', 10_000, 100_000, 'unverified'], ['guangdong', 5_000, 100_000, 'unverified']]);
  });
});

/** 总局令第118号第三条至第六条、第十条、第十一条、第十四条. */
describe('illegal income in the administrative sense', () => {
  const taking = (amount: number): PenaltyItem[] => (amount === 0 ? [fine(1)] : [item('confiscate-income', { amount })]);

  it.each<[string, IllegalIncome | undefined, number, boolean]>([
    ['none, nothing taken', undefined, 0, true], ['none, something taken', undefined, 1, false],
    ['received less deducted', income({ received: 300, deducted: 180, amount: 120 }), 120, true], ['not what is left', income({ received: 300, deducted: 180, amount: 300 }), 300, false],
    ['more deducted than received', income({ received: 100, deducted: 180, amount: 0 }), 0, true], ['what was paid back is not taken', income({ received: 300, deducted: 180, amount: 120, refunded: 20 }), 100, true],
    ['and may not be taken', income({ received: 300, deducted: 180, amount: 120, refunded: 20 }), 120, false], ['more paid back than received', income({ received: 300, deducted: 180, amount: 120, refunded: 121 }), 0, false],
    ['in part', income({ way: 'partial', received: 50, amount: 50 }), 50, true], ['cannot be found out', income({ way: 'unknowable' }), 0, true], ['cannot be found out, and is taken', income({ way: 'unknowable', received: 5, amount: 5 }), 5, false],
    ['not computed by itself', income({ way: 'not-separate' }), 0, true], ['cents', income({ received: 0.3, deducted: 0.1, amount: 0.2 }), 0.2, true],
  ])('%s', (_, given, taken, fits) => {
    expect(incomeAddsUp(given, taking(taken))).toBe(fits);
  });

  it('needs the consent of the principal head where it is not found out in full (第十四条第三款)', () => {
    expect([undefined, income({}), income({ way: 'partial' }), income({ way: 'unknowable' }), income({ way: 'not-separate' })].map(needsConsent)).toEqual([false, false, true, true, false]);
  });
});
