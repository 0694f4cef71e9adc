import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goodsSum, type GoodsLine } from '../domain/criminal-sums.rules.js';
import { CRIMINAL_SUMS } from './criminal-thresholds.data.js';

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
const text = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

const price = fc.integer({ min: 1, max: 10_000_000 });
const pieces = fc.integer({ min: 1, max: 5_000 });
const sort = fc.record({ sales: fc.array(fc.record({ quantity: pieces, price }), { maxLength: 5 }), unsold: pieces, labelled: price });

describe('the sum of goods, whatever the goods', () => {
  it('has lines that add up to the total, and values stock between the lowest and the highest price paid, else as labelled', () => {
    fc.assert(fc.property(fc.array(sort, { maxLength: 6 }), (sorts) => {
      const lines = sorts.flatMap(({ sales, unsold, labelled }, no): GoodsLine[] => [
        ...sales.map(({ quantity, price: paid }) => ({ name: `货物${no}`, quantity, sold: true, price: text(paid) })),
        { name: `货物${no}`, quantity: unsold, sold: false, labelledPrice: text(labelled) },
      ]);
      const found = goodsSum(lines, CRIMINAL_SUMS);
      expect([found.unvalued, found.steps.reduce((sum, { value }) => sum + cents(value), 0n), cents(found.sold) + cents(found.unsold)]).toEqual([[], cents(found.total), cents(found.total)]);
      sorts.forEach(({ sales, unsold, labelled }, no) => {
        const stock = found.steps.find(({ name, way }) => name === `货物${no}` && way !== 'sold');
        const prices = sales.length === 0 ? [labelled] : sales.map((sale) => sale.price);
        const value = cents(stock?.value ?? '-1.00');
        expect([stock?.way, value >= BigInt(Math.min(...prices) * unsold), value <= BigInt(Math.max(...prices) * unsold)]).toEqual([sales.length === 0 ? 'labelled' : 'average', true, true]);
      });
    }), { numRuns: 200 });
  });
});
