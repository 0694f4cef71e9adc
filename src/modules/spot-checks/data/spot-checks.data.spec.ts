import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_KINDS } from '../../documents/index.js';
import { CHECK_RESULTS, DRAW_LIMITS, KEY_GROUNDS, LEAST_SHARES, leastSharesOn, OFFICERS_PER_CHECK, REPEATED } from './spot-checks.data.js';

describe('data of spot checks', () => {
  it('names documents that there are', () => {
    const kinds = new Set(DOCUMENT_KINDS.map(({ kind }) => kind));
    expect(KEY_GROUNDS.flatMap(({ documents }) => documents.filter((kind) => !kinds.has(kind)))).toEqual([]);
    expect(KEY_GROUNDS.map(({ code, documents }) => [code, documents])).toEqual([['infringement', ['penalty-decision', 'on-the-spot-decision', 'adjudication-decision']]]);
  });

  it('is what was written down, each with its source', () => {
    expect([LEAST_SHARES.map(({ from, general, key }) => [from, general, key]), OFFICERS_PER_CHECK.count, REPEATED.checks, REPEATED.months, DRAW_LIMITS.pool, DRAW_LIMITS.drawn]).toEqual([[['2021-09-01', 3, 20]], 2, 2, 12, 5000, 500]);
    const bases = [...LEAST_SHARES, OFFICERS_PER_CHECK, REPEATED, DRAW_LIMITS].map(({ basis }) => basis);
    expect(bases.filter(({ status, note = '' }) => status === 'unverified' && !note.includes('未'))).toEqual([]);
    expect(CHECK_RESULTS.filter(({ withCase }) => withCase).map(({ code }) => code)).toEqual(['case-opened']);
  });

  it('has shares for every day from the first', () => {
    expect(leastSharesOn('2021-09-01').general).toBe(3);
    expect(() => leastSharesOn('2021-08-31')).toThrow('No shares are known for 2021-08-31');
  });
});
