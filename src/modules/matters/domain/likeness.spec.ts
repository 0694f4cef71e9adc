import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DUPLICATES, factors, LIKENESS, likeness, type Measured } from './likeness.rules.js';

const nothing: Measured = { 'same-number': 0, 'same-right': 0, 'same-party': 0, 'like-name': 0, 'like-address': 0, 'like-facts': 0 };
const of = (change: Partial<Measured>): [number, string[]] => {
  const { score, reasons } = likeness({ ...nothing, ...change });
  return [score, reasons.map(({ code }) => code)];
};

describe('likeness', () => {
  it.each<[string, Partial<Measured>, number, string[]]>([
    ['nothing in common', {}, 0, []],
    ['the number is named', { 'same-number': 1 }, 1, ['same-number']],
    ['the same right and party', { 'same-right': 1, 'same-party': 1 }, 0.7, ['same-right', 'same-party']],
    ['the same party is not counted again for its name', { 'same-party': 1, 'like-name': 1 }, 0.4, ['same-party']],
    ['a like name counts by its share', { 'like-name': 0.5 }, 0.15, ['like-name']],
    ['a name that is hardly alike does not count', { 'like-name': 0.39 }, 0, []],
    ['facts from a third of the words on', { 'like-facts': 0.3 }, 0.105, ['like-facts']],
    ['fewer words in common are chance', { 'like-facts': 0.29 }, 0, []],
    ['everything is no more than one', { 'same-number': 1, 'same-right': 1, 'same-party': 1, 'like-facts': 1, 'like-address': 1 }, 1, ['same-number', 'same-right', 'same-party', 'like-address', 'like-facts']],
  ])('%s', (_, measured, score, codes) => {
    expect(of(measured)).toEqual([score, codes]);
  });

  it('never falls when more is alike, and stays between 0 and 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const measured = fc.record({ 'same-number': fc.constantFrom(0, 1), 'same-right': fc.constantFrom(0, 1), 'same-party': fc.constant(0), 'like-name': share, 'like-address': share, 'like-facts': share });
    fc.assert(fc.property(measured, fc.constantFrom('like-address', 'like-facts', 'same-right'), (given, code) => {
      const [less, more] = [likeness(given).score, likeness({ ...given, [code]: 1 }).score];
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(1);
      expect(more).toBeGreaterThanOrEqual(less);
    }));
  });

  it('has words for every reason, and thresholds that are shares', () => {
    for (const { label, weight } of LIKENESS) expect([label.zh.length > 1, label.en.length > 1, weight > 0 && weight <= 1]).toEqual([true, true, true]);
    for (const value of [DUPLICATES.shownFrom, DUPLICATES.nameFrom, DUPLICATES.factsFrom, DUPLICATES.sameFactFrom]) expect(value > 0 && value < 1).toBe(true);
  });
});

describe('factors', () => {
  it.each<[number, number, [string, number][]]>([[4, 1, []], [5, 1, [['mass-complaints', 5]]], [1, 2, [['shared-contact', 2]]], [9, 3, [['mass-complaints', 9], ['shared-contact', 3]]], [0, 0, []]])('%i on one party, %i documents', (sameParty, documents, expected) => {
    expect(factors({ sameParty, total: 100, documents }).map(({ code, count }) => [code, count])).toEqual(expected);
  });
});
