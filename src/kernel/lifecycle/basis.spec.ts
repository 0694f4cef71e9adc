import { describe, expect, it } from '@jest/globals';
import { basisOn, groundProblems, groundsOf } from './basis.js';
import type { DatedBasis, Move } from './lifecycle.js';

const OLD: DatedBasis = { source: '旧办法', article: '第十四条', status: 'verified', from: null, to: '2026-04-14' };
const NEW: DatedBasis = { source: '新办法', article: '第十五条', status: 'verified', note: '注', from: '2026-04-15', to: null };
const move = (basis: Move['basis']): Move => ({ from: 'a', command: 'b', to: 'c', permission: 'd', emits: ['e'], basis });

describe('the legal ground of a move', () => {
  it.each([['2020-01-01', '第十四条'], ['2026-04-14', '第十四条'], ['2026-04-15', '第十五条'], ['2040-01-01', '第十五条']])('on %s is %s', (day, article) => {
    expect(basisOn(move([OLD, NEW]), day).article).toBe(article);
  });

  it('is given without its days', () => {
    expect(basisOn(move([OLD, NEW]), '2026-11-22')).toEqual({ source: '新办法', article: '第十五条', status: 'verified', note: '注' });
  });

  it('that never changed stands on every day', () => {
    const basis = { source: '办法', article: '第一条', status: 'unverified' as const };
    expect(basisOn(move(basis), '1999-01-01')).toEqual(basis);
    expect(groundsOf(move(basis))).toEqual([{ ...basis, from: null, to: null }]);
  });

  it('is asked for on a day that the table leaves out only by mistake', () => {
    expect(() => basisOn(move([{ ...OLD, from: '2020-01-01' }, NEW]), '2019-12-31')).toThrow('no legal ground on 2019-12-31');
  });
});

describe('a table of grounds', () => {
  it('that is whole has no problem', () => {
    expect(groundProblems('x.y', move([OLD, NEW]))).toEqual([]);
    expect(groundProblems('x.y', move({ source: '办法', article: '第一条', status: 'verified' }))).toEqual([]);
  });

  it.each<[string, readonly DatedBasis[], string[]]>([
    ['nothing', [], ['x.y: no basis']],
    ['a blank article', [OLD, { ...NEW, article: ' ' }], ['x.y: no basis']],
    ['a beginning that is too late', [{ ...OLD, from: '2020-01-01' }, NEW], ['x.y: its legal grounds do not reach from the beginning to the end']],
    ['an end', [OLD, { ...NEW, to: '2030-01-01' }], ['x.y: its legal grounds do not reach from the beginning to the end']],
    ['a gap', [OLD, { ...NEW, from: '2026-04-16' }], ['x.y: the legal ground from 2026-04-16 does not begin on the day after the one before it ended']],
    ['an overlap', [OLD, { ...NEW, from: '2026-04-14' }], ['x.y: the legal ground from 2026-04-14 does not begin on the day after the one before it ended']],
    ['two that reach back', [OLD, { ...NEW, from: null }], ['x.y: the legal ground from the beginning does not begin on the day after the one before it ended']],
  ])('with %s is refused', (_, basis, problems) => {
    expect(groundProblems('x.y', move(basis))).toEqual(problems);
  });
});
