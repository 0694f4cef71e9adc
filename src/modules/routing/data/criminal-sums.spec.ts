import { describe, expect, it } from '@jest/globals';
import { administrativeIncome, crimeOf, goodsSum, type GoodsLine } from '../domain/criminal-sums.rules.js';
import { ADMINISTRATIVE_INCOME, CRIMINAL_SUMS, CRIMINAL_THRESHOLDS } from './criminal-thresholds.data.js';

const POT = { name: '汤锅', sold: true };
const sum = (lines: readonly GoodsLine[]): ReturnType<typeof goodsSum> => goodsSum(lines, CRIMINAL_SUMS);

describe('the sum of goods, counted by hand from 法释〔2025〕5号第二十八条', () => {
  it('takes what was sold at its price, and what was not at the average of the same goods', () => {
    // 100 × 80 + 50 × 110 = 13,500; on average 90; 30 unsold: 2,700, whatever is labelled.
    const found = sum([{ ...POT, quantity: 100, price: '80' }, { ...POT, quantity: 50, price: '110' }, { name: '汤锅', quantity: 30, sold: false, labelledPrice: '500', marketPrice: '900' }]);
    expect(found.steps.map(({ way, value, basis }) => [way, value, basis.article])).toEqual([['sold', '8000.00', '第二十八条'], ['sold', '5500.00', '第二十八条'], ['average', '2700.00', '第二十八条']]);
    expect([found.sold, found.unsold, found.total]).toEqual(['13500.00', '2700.00', '16200.00']);
  });

  it('goes to the labelled price, then to the market, and says what it could not value', () => {
    const found = sum([{ name: '刀', quantity: 10, sold: false, labelledPrice: '19.9', marketPrice: '300' }, { name: '叉', quantity: 3, sold: false, marketPrice: '33.33' }, { name: '勺', quantity: 7, sold: false }, { name: '碗', quantity: 1, sold: true }]);
    expect(found.steps.map(({ name, way, value }) => [name, way, value])).toEqual([['刀', 'labelled', '199.00'], ['叉', 'market', '99.99']]);
    expect(found.unvalued).toEqual(['勺', '碗']);
  });

  it('drops a fraction of a cent of the average', () => {
    expect(sum([{ ...POT, quantity: 3, price: '0.01' }, { ...POT, quantity: 4, price: '0.02' }, { name: '汤锅', quantity: 1, sold: false }]).unsold).toBe('0.01');
  });
});

describe('the limits', () => {
  const ask = (code: string, lines: readonly GoodsLine[], more: { cost?: string; fees?: string; made?: boolean; marks?: number; again?: boolean; pieces?: number; directLoss?: string } = {}): [boolean, string[]] => {
    const threshold = CRIMINAL_THRESHOLDS.find((row) => row.code === code);
    if (threshold === undefined) throw new Error(code);
    const { met, compared } = crimeOf({ threshold, goods: sum(lines), cost: more.cost ?? '0', fees: more.fees, made: more.made, counts: { marks: more.marks, pieces: more.pieces }, directLoss: more.directLoss, punishedWithinTwoYears: more.again ?? false, day: '2026-11-23' });
    return [met, compared.filter(({ reached }) => reached).map(({ figure, limit }) => `${figure} ${limit}`)];
  };
  const sold = (amount: string): GoodsLine => ({ name: '甲', quantity: 1, sold: true, price: amount });
  const unsold = (amount: string): GoodsLine => ({ name: '乙', quantity: 1, sold: false, labelledPrice: amount });
  /** Labels and copies at a cent apiece: the count decides. */
  const labels = (quantity: number, isSold: boolean): GoodsLine => ({ name: '标识', quantity, sold: isSold, ...(isSold ? { price: '0.01' } : { labelledPrice: '0.01' }) });

  it.each<[string, string, readonly GoodsLine[], Parameters<typeof ask>[2], string[]]>([
    ['213: made and stored counts like sold', '213-goods', [sold('20000'), unsold('30000')], { cost: '20000' }, ['businessAmount 50000']],
    ['213: a cent short', '213-goods', [sold('20000'), unsold('29999.99')], { cost: '20000' }, []],
    ['213: income of 30,000 after the purchase', '213-goods', [sold('45000')], { cost: '15000' }, ['illegalIncome 30000']],
    ['213: the same income a cent short', '213-goods', [sold('45000')], { cost: '15000.01' }, []],
    ['213: two marks', '213-goods', [sold('30000')], { cost: '30000', marks: 2 }, ['businessAmount 30000']],
    ['214: sales only', '214', [sold('49999.99'), unsold('1')], { cost: '49999' }, []],
    ['214: unsold three times the limit', '214', [unsold('150000')], {}, ['businessAmount 150000']],
    ['214: a cent short of three times', '214', [unsold('149999.99')], {}, []],
    ['214: sold and unsold together three times the limit', '214', [sold('40000'), unsold('110000')], { cost: '40000' }, ['businessAmount 150000']],
    ['214: again, so three times 30,000', '214', [unsold('90000')], { again: true }, ['businessAmount 90000']],
    ['214: again, a cent short', '214', [unsold('89999.99')], { again: true }, []],
    ['214: somebody who says that he made them is asked under 213', '214', [unsold('60000')], { made: true }, []],
    ['215: made and in store, 10,000 labels', '215', [labels(10_000, false)], { made: true }, ['pieces 10000']],
    ['215: one label short', '215', [labels(9_999, false)], { made: true }, []],
    ['215: made, of two marks', '215', [labels(5_000, false)], { made: true, marks: 2 }, ['pieces 5000']],
    ['215: made, again', '215', [labels(5_000, false)], { made: true, again: true }, ['pieces 5000']],
    ['215: made by others, and unsold: three times', '215', [labels(29_999, false)], {}, []],
    ['215: made by others, with what was sold', '215', [labels(9_000, true), labels(21_000, false)], {}, ['pieces 30000']],
    ['215: made by others, sold', '215', [labels(10_000, true)], {}, ['pieces 10000']],
    ['215: made by others, again: three times 5,000', '215', [labels(15_000, false)], { again: true }, ['pieces 15000']],
    ['215: worth 30,000 in store of whoever made them', '215', [unsold('30000')], { made: true }, ['businessAmount 30000']],
    ['215: the number was given', '215', [unsold('1')], { pieces: 10_000 }, ['pieces 10000']],
    ['218: again, three times 50,000', '218', [unsold('150000')], { again: true }, ['businessAmount 150000']],
    ['218: 3,000 copies unsold', '218', [labels(3_000, false)], {}, ['pieces 3000']],
    ['213 of services: fees of members are income without a deduction', '213-services', [sold('10000')], { cost: '20000', fees: '50000' }, ['illegalIncome 50000']],
    ['213 of services: a cent short', '213-services', [sold('10000')], { cost: '10000', fees: '49999.99' }, []],
    ['218: three times 100,000', '218', [unsold('300000')], {}, ['businessAmount 300000']],
    ['219: loss', '219', [sold('0')], { directLoss: '300000' }, ['directLoss 300000']],
  ])('%s', (_, code, lines, more, reached) => {
    expect(ask(code, lines, more)).toEqual([reached.length > 0, reached]);
  });
});

describe('illegal income of the penalty, counted by hand from 总局令第118号', () => {
  it('leaves out what the party proved, and nothing else; what was paid back is income that is not taken', () => {
    const found = administrativeIncome('40000', [{ what: '购进价款', amount: '12000', kind: 'outlay', proved: true }, { what: '税款', amount: '1000', kind: 'tax', proved: true }, { what: '租金', amount: '5000', kind: 'outlay', proved: false }], '2000', ADMINISTRATIVE_INCOME);
    expect([found.deducted, found.amount, found.refunded, found.toConfiscate]).toEqual(['13000.00', '27000.00', '2000.00', '25000.00']);
    expect(found.steps.map(({ deducted, basis }) => [deducted, basis.article])).toEqual([[true, '第四条至第六条'], [true, '第十条'], [false, '第六条第二款']]);
  });

  it('is never below nought', () => {
    expect(administrativeIncome('100', [{ what: '购进价款', amount: '200', kind: 'outlay', proved: true }], '50', ADMINISTRATIVE_INCOME)).toMatchObject({ amount: '0.00', toConfiscate: '0.00' });
  });
});
