import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centsOf, moneyText } from '../../../kernel/money/index.js';
import { COLLECTION_LIMITS, SURCHARGE_RATES } from '../data/rates.data.js';
import { daysBetween, mayCollect, nextDay, openPart, outstandingOf, planFault, surchargeOn, type DuePart, type SurchargeQuestion } from './fine.rules.js';

const late = (more: Partial<SurchargeQuestion> = {}): SurchargeQuestion => ({ fine: '50000', parts: [{ amount: '50000', dueOn: '2026-11-23' }], payments: [], uncounted: [], on: '2026-11-23', ...more });
const owed = (more: Partial<SurchargeQuestion>): string => surchargeOn(SURCHARGE_RATES, late(more)).amount;

describe('the surcharge, counted by hand', () => {
  it.each<[string, Partial<SurchargeQuestion>, string]>([
    ['nothing on the last day', {}, '0.00'],
    ['3 % of 50,000 on the first day', { on: '2026-11-24' }, '1500.00'],
    ['ten days', { on: '2026-12-03' }, '15000.00'],
    ['thirty-three days stay below the fine', { on: '2026-12-26' }, '49500.00'],
    ['the thirty-fourth day reaches the cap', { on: '2026-12-27' }, '50000.00'],
    ['and it stays there', { on: '2028-01-01' }, '50000.00'],
    ['2 days of 50,000, then 8 days of 20,000', { on: '2026-12-03', payments: [{ amount: '30000', paidOn: '2026-11-26' }] }, '7800.00'],
    ['nothing once it is paid', { on: '2026-12-03', payments: [{ amount: '50000', paidOn: '2026-11-24' }] }, '0.00'],
    ['not while a suit is pending (第七十三条第三款): 2 days before, 1 after', { on: '2026-12-03', uncounted: [{ from: '2026-11-26', to: '2026-12-02' }] }, '4500.00'],
    ['not while it is still pending', { on: '2026-12-03', uncounted: [{ from: '2026-11-24', to: null }] }, '0.00'],
    ['only of the instalment that is late: 5 days of 10,000', { on: '2026-11-28', parts: [{ amount: '10000', dueOn: '2026-11-23' }, { amount: '40000', dueOn: '2026-12-23' }] }, '1500.00'],
    ['fractions of a cent are dropped: 3 % of 0.99', { fine: '0.99', parts: [{ amount: '0.99', dueOn: '2026-11-23' }], on: '2026-11-24' }, '0.02'],
  ])('%s', (_, more, expected) => {
    expect(owed(more)).toBe(expected);
  });

  it('shows its sum step by step with the article', () => {
    const { steps, uncapped, cap } = surchargeOn(SURCHARGE_RATES, late({ on: '2026-12-03', payments: [{ amount: '30000', paidOn: '2026-11-26' }] }));
    expect(steps.map(({ from, to, days, arrears, amount, basis: { article } }) => [from, to, days, arrears, amount, article])).toEqual([
      ['2026-11-24', '2026-11-25', 2, '50000.00', '3000.00', '第七十二条第一款第一项'], ['2026-11-26', '2026-12-03', 8, '20000.00', '4800.00', '第七十二条第一款第一项'],
    ]);
    expect([uncapped, cap]).toEqual(['7800.00', '50000.00']);
  });

  it('knows no rate before the law that it read', () => {
    expect(surchargeOn(SURCHARGE_RATES, late({ parts: [{ amount: '50000', dueOn: '2021-07-01' }], on: '2021-07-14' })).steps).toEqual([]);
  });

  const amount = fc.bigInt(1n, 10n ** 9n).map(moneyText);
  const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.parse('2026-01-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10));

  it('never passes the fine, never falls from day to day, and grows by at most 3 % a day', () => {
    fc.assert(fc.property(amount, fc.array(fc.record({ amount, paidOn: day }), { maxLength: 4 }), fc.array(day, { minLength: 2, maxLength: 2 }), (fine, payments, days) => {
      const [dueOn = '', on = ''] = days.sort();
      const of = (at: string): bigint => centsOf(surchargeOn(SURCHARGE_RATES, { fine, parts: [{ amount: fine, dueOn }], payments, uncounted: [], on: at }).amount);
      const [today, tomorrow] = [of(on), of(nextDay(on))];
      return today <= centsOf(fine) && tomorrow >= today && tomorrow - today <= (centsOf(fine) * 3n) / 100n + 1n;
    }), { numRuns: 60 });
  });

  it('of a fine in instalments is never more than that of the whole', () => {
    fc.assert(fc.property(fc.array(fc.record({ amount, dueOn: day }), { minLength: 1, maxLength: 5 }), day, (parts, on) => {
      const fine = moneyText(parts.reduce((sum, part) => sum + centsOf(part.amount), 0n));
      const first = parts.map(({ dueOn }) => dueOn).sort()[0] ?? '';
      const whole = surchargeOn(SURCHARGE_RATES, { fine, parts: [{ amount: fine, dueOn: first }], payments: [], uncounted: [], on });
      return centsOf(surchargeOn(SURCHARGE_RATES, { fine, parts, payments: [], uncounted: [], on }).amount) <= centsOf(whole.amount);
    }), { numRuns: 60 });
  });
});

describe('a plan of payment', () => {
  const plan: DuePart[] = [{ amount: '20000', dueOn: '2026-12-24' }, { amount: '30000', dueOn: '2027-01-24' }];

  it.each<[string, DuePart[], string, string, string | null]>([
    ['fits', plan, '50000', '2026-11-23', null], ['a deferral is a plan of one part', [{ amount: '50000', dueOn: '2027-03-01' }], '50000.00', '2026-11-23', null],
    ['one cent too little', plan, '50000.01', '2026-11-23', 'sum'], ['one cent too much', plan, '49999.99', '2026-11-23', 'sum'], ['in the past', plan, '50000', '2026-12-24', 'past'],
    ['out of order', [...plan].reverse(), '50000', '2026-11-23', 'order'], ['the same day twice', [plan[0], plan[0]] as DuePart[], '40000', '2026-11-23', 'order'], ['nothing at all', [], '0', '2026-11-23', 'empty'],
    ['a part of nothing', [...plan, { amount: '0', dueOn: '2027-02-24' }], '50000', '2026-11-23', 'nothing-in-a-part'],
  ])('%s', (_, parts, outstanding, today, fault) => {
    expect(planFault(parts, outstanding, today)).toBe(fault);
  });

  it('knows which part is open', () => {
    expect([openPart(plan, '0'), openPart(plan, '19999.99'), openPart(plan, '20000'), openPart(plan, '49999.99'), openPart(plan, '50000')].map((part) => part?.dueOn ?? null)).toEqual(['2026-12-24', '2026-12-24', '2027-01-24', '2027-01-24', null]);
  });

  it('adds up to the cent whatever is split off', () => {
    fc.assert(fc.property(fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 24 }), (cents) => {
      const parts = cents.map((part, index) => ({ amount: moneyText(part), dueOn: new Date(Date.parse('2027-01-01T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10) }));
      const total = cents.reduce((sum, part) => sum + part, 0n);
      return planFault(parts, moneyText(total), '2026-12-31') === null && planFault(parts, moneyText(total + 1n), '2026-12-31') === 'sum' && openPart(parts, moneyText(total)) === null && openPart(parts, moneyText(total - 1n)) === parts.at(-1);
    }));
  });
});

describe('what is outstanding', () => {
  it('is told item by item; too much paid for one does not pay another', () => {
    expect(outstandingOf({ fine: '50000', confiscation: '1200.5', surcharge: '1500', paid: { fine: '50001', confiscation: '200', surcharge: '0' } })).toEqual({ fine: '0.00', confiscation: '1000.50', surcharge: '1500.00', total: '2500.50' });
  });

  it('counts days', () => {
    expect([daysBetween('2026-12-31', '2027-01-01'), daysBetween('2026-11-23', '2026-12-24'), nextDay('2028-02-28')]).toEqual([1, 31, '2028-02-29']);
  });
});

describe('taking the money on the spot (程序规定第七十二条)', () => {
  it.each<[string, string, string, boolean, boolean]>([
    ['small', 'simplified', '100', true, true], ['small', 'simplified', '100.01', true, false], ['small', 'ordinary', '50', true, false],
    ['hard-to-enforce', 'simplified', '200', true, true], ['hard-to-enforce', 'simplified', '200.01', true, false], ['hard-to-enforce', 'simplified', '3000', false, true], ['hard-to-enforce', 'simplified', '3000.01', false, false],
    ['remote', 'ordinary', '80000', false, true], ['remote', 'simplified', '3000', false, true], ['nonsense', 'simplified', '1', true, false],
  ])('%s, %s procedure, %s, a natural person %s: %s', (ground, kind, amount, person, may) => {
    expect(mayCollect(COLLECTION_LIMITS, { ground, kind, amount, person, day: '2026-11-23' })).toBe(may);
  });
});
