import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMoney, centsOf, isMoney, moneyText, percentOf } from './index.js';

describe('money', () => {
  it.each([['0', 0n], ['0.1', 10n], ['0.01', 1n], ['3000', 300000n], ['3000.5', 300050n], ['123456789012.34', 12345678901234n]])('%s is %s cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(['', '-1', '1.', '.5', '1.234', '01', '1,000', '1e3', ' 1'])('%j is no amount', (text) => {
    expect(isMoney(text)).toBe(false);
    expect(() => centsOf(text)).toThrow(RangeError);
  });

  it('adds what floating point cannot', () => {
    expect(addMoney('0.1', '0.2')).toBe('0.30');
    expect(addMoney('99999999999999.99', '0.01')).toBe('100000000000000.00');
    expect(addMoney()).toBe('0.00');
  });

  it('drops fractions of a cent', () => {
    expect([percentOf(5000000n, 3), percentOf(1n, 3), percentOf(99n, 3), percentOf(33n, 3, 34)]).toEqual([150000n, 0n, 2n, 33n]);
    expect(moneyText(-5n)).toBe('-0.05');
  });

  it('comes back from text as it was', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 18n), (cents) => centsOf(moneyText(cents)) === cents));
  });
});
