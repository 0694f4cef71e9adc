import { describe, expect, it } from '@jest/globals';
import { compareAmounts, type Amounts, type CrimeQuestion } from '../domain/crime.js';
import { CRIMINAL_THRESHOLDS } from './criminal-thresholds.data.js';

type Ask = Partial<Omit<CrimeQuestion, 'amounts' | 'rightType'>>;
const crime = (rightType: CrimeQuestion['rightType'], amounts: Amounts, more: Ask = {}): string => compareAmounts(CRIMINAL_THRESHOLDS, { rightType, amounts, matter: 'counterfeit', punishedWithinTwoYears: false, day: '2026-11-20', ...more }).crime;
const AGAIN = { punishedWithinTwoYears: true };

/** Typed from 法释〔2025〕5号, article by article: one unit below the limit, and the limit itself. */
const LIMITS: readonly [string, CrimeQuestion['rightType'], Amounts, Amounts, Ask?][] = [
  ['article 3: illegal income from goods', 'trademark', { illegalIncome: 29_999 }, { illegalIncome: 30_000 }],
  ['article 3: business amount', 'trademark', { businessAmount: 49_999 }, { businessAmount: 50_000 }],
  ['article 3: two marks, income', 'trademark', { illegalIncome: 19_999, marks: 2 }, { illegalIncome: 20_000, marks: 2 }],
  ['article 3: two marks, amount', 'trademark', { businessAmount: 29_999, marks: 2 }, { businessAmount: 30_000, marks: 2 }],
  ['article 3: again within two years, income', 'trademark', { illegalIncome: 19_999 }, { illegalIncome: 20_000 }, AGAIN],
  ['article 5: again within two years, sales', 'trademark', { businessAmount: 29_999 }, { businessAmount: 30_000 }, AGAIN],
  ['article 6: labels', 'trademark', { pieces: 9_999 }, { pieces: 10_000 }],
  ['article 6: labels of two marks', 'trademark', { pieces: 4_999, marks: 3 }, { pieces: 5_000, marks: 3 }],
  ['article 6: labels, again', 'trademark', { pieces: 4_999 }, { pieces: 5_000 }, AGAIN],
  ['article 6: income from labels', 'trademark', { pieces: 1, illegalIncome: 19_999 }, { pieces: 1, illegalIncome: 20_000 }],
  ['article 6: amount of labels', 'trademark', { pieces: 1, businessAmount: 29_999 }, { pieces: 1, businessAmount: 30_000 }],
  ['article 10: passing off patents, income', 'patent', { illegalIncome: 99_999 }, { illegalIncome: 100_000 }],
  ['article 10: amount', 'patent', { businessAmount: 199_999 }, { businessAmount: 200_000 }],
  ['article 10: loss of the patentee', 'patent', { directLoss: 299_999 }, { directLoss: 300_000 }],
  ['article 10: two patents', 'patent', { businessAmount: 99_999, marks: 2 }, { businessAmount: 100_000, marks: 2 }],
  ['article 10: again', 'patent', { illegalIncome: 49_999 }, { illegalIncome: 50_000 }, AGAIN],
  ['article 13: income from copies', 'copyright', { illegalIncome: 29_999 }, { illegalIncome: 30_000 }],
  ['article 13: amount', 'copyright', { businessAmount: 49_999 }, { businessAmount: 50_000 }],
  ['article 13: copies', 'copyright', { pieces: 499 }, { pieces: 500 }],
  ['article 13: works online', 'copyright', { works: 499 }, { works: 500 }],
  ['article 13: downloads', 'copyright', { downloads: 9_999 }, { downloads: 10_000 }],
  ['article 13: clicks', 'copyright', { clicks: 99_999 }, { clicks: 100_000 }],
  ['article 13: members', 'copyright', { members: 999 }, { members: 1_000 }],
  ['article 13: again', 'copyright', { businessAmount: 29_999 }, { businessAmount: 30_000 }, AGAIN],
  ['article 13 no. 5: half of two items', 'copyright', { businessAmount: 25_000, pieces: 249 }, { businessAmount: 25_000, pieces: 250 }],
  ['article 13 no. 5: half of copies and half online', 'copyright', { pieces: 250, clicks: 49_999 }, { pieces: 250, clicks: 50_000 }],
  ['article 17: loss of the owner of a secret', 'trade_secret_technical', { directLoss: 299_999 }, { directLoss: 300_000 }],
  ['article 17: income from a secret', 'trade_secret_business', { illegalIncome: 299_999 }, { illegalIncome: 300_000 }],
  ['article 17: again', 'trade_secret_business', { directLoss: 99_999 }, { directLoss: 100_000 }, AGAIN],
];

describe('criminal thresholds', () => {
  it.each(LIMITS.map(([name, ...rest]) => ({ name, rest })))('$name', ({ rest: [right, below, at, more] }) => {
    expect([crime(right, below, more), crime(right, at, more)]).toEqual(['none', 'threshold-met']);
  });

  it('two figures of one item of article 13 are not two items', () => {
    expect(crime('copyright', { downloads: 5_000, clicks: 50_000 })).toBe('none');
    expect(crime('copyright', { illegalIncome: 15_000, pieces: 250 })).toBe('none');
  });

  it('infringing a patent is no crime, whatever its size; passing off is', () => {
    expect([crime('patent', { businessAmount: 9_000_000 }, { matter: 'infringement' }), crime('patent', { businessAmount: 9_000_000 })]).toEqual(['none', 'threshold-met']);
  });

  it('rights without an article in the chapter have no threshold', () => {
    for (const right of ['geographical_indication', 'unfair_competition', 'plant_variety', 'layout_design', 'special_mark', 'none'] as const) expect([right, crime(right, { businessAmount: 9_000_000, illegalIncome: 9_000_000, directLoss: 9_000_000 })]).toEqual([right, 'none']);
  });

  it('holds from the day on which the interpretation came into force, and not before', () => {
    const asked = { businessAmount: 50_000 };
    expect([crime('trademark', asked, { day: '2025-04-25' }), crime('trademark', asked, { day: '2025-04-26' })]).toEqual(['none', 'threshold-met']);
  });

  it('shows what was compared with what, and what was reached', () => {
    const { compared } = compareAmounts(CRIMINAL_THRESHOLDS, { rightType: 'trademark', matter: 'counterfeit', amounts: { businessAmount: 52_000 }, punishedWithinTwoYears: false, day: '2026-11-20' });
    expect(compared.map(({ threshold, figure, limit, given, reached, basis }) => [threshold, figure, limit, given, reached, basis.article])).toEqual([['213-goods', 'businessAmount', 50_000, 52_000, true, '第三条第一款'], ['214', 'businessAmount', 50_000, 52_000, true, '第五条第一款']]);
    expect(compareAmounts(CRIMINAL_THRESHOLDS, { rightType: 'trademark', matter: 'counterfeit', amounts: {}, punishedWithinTwoYears: true, day: '2026-11-20' })).toEqual({ crime: 'none', compared: [] });
  });

  it('every row names its article, and was read', () => {
    for (const { basis, offence, effectiveFrom } of CRIMINAL_THRESHOLDS) expect([basis.status, basis.source.includes('法释〔2025〕5号'), basis.article.startsWith('第'), offence.zh.endsWith('罪') || offence.zh.includes('罪（'), effectiveFrom]).toEqual(['verified', true, true, true, '2025-04-26']);
  });
});
