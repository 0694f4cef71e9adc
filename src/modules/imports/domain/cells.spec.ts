import { describe, expect, it } from '@jest/globals';
import { convert, type CellValue } from './cells.rules.js';
import type { Column, ColumnKind } from './columns.rules.js';

const as = (kind: ColumnKind, codes?: Record<string, string>): Column => ({ path: 'a', kind, labels: [], codes });
const value = (cell: CellValue, kind: ColumnKind, codes?: Record<string, string>): unknown => convert(cell, as(kind, codes));

describe('a cell', () => {
  it.each<[CellValue, ColumnKind]>([['', 'text'], ['  \t', 'text'], [null, 'digits'], [undefined, 'boolean'], ['　', 'code']])('that is empty has no value: %j as %s', (cell, kind) => {
    expect(value(cell, kind)).toEqual({ value: undefined });
  });

  it.each<[CellValue, ColumnKind, unknown]>([
    [' 第一行\n第二行 ', 'text', '第一行\n第二行'], ["'13800000000", 'digits', '13800000000'], ['0768-2345678', 'digits', '0768-2345678'], [13800000000, 'digits', '13800000000'], [12.5, 'text', '12.5'], [true, 'text', 'true'],
    ['是', 'boolean', true], ['否', 'boolean', false], ['TRUE', 'boolean', true], ['0', 'boolean', false], [1, 'boolean', true], [false, 'boolean', false], ['匿名', 'boolean', false],
    ['1,234', 'integer', 1234], ['-3', 'number', -3], ['60000.50', 'number', 60000.5], [21, 'integer', 21], ['8、21；30', 'integers', [8, 21, 30]], [21, 'integers', [21]],
    ['2026-11-20 16:42', 'instant', '2026-11-20T16:42:00+08:00'], ['2026/1/5 9:05:30', 'instant', '2026-01-05T09:05:30+08:00'], ['2026年11月20日', 'instant', '2026-11-20T00:00:00+08:00'], ['2026-11-20T16:42:00+08:00', 'instant', '2026-11-20T16:42:00+08:00'],
    ['2026-11-20T08:42:00Z', 'instant', '2026-11-20T08:42:00Z'], ['2026年11月20日', 'day', '2026-11-20'], ['2026.1.5', 'day', '2026-01-05'],
    [new Date(Date.UTC(2026, 10, 20, 16, 42)), 'instant', '2026-11-20T16:42:00+08:00'], [new Date(Date.UTC(2026, 10, 20)), 'day', '2026-11-20'], [new Date(Date.UTC(2026, 10, 20)), 'text', '2026-11-20'],
  ])('%j as %s is %j', (cell, kind, expected) => {
    expect(value(cell, kind)).toEqual({ value: expected });
  });

  it('as a code is what its label stands for, and itself where there is none', () => {
    const codes = { 举报: 'report', '12345': 'hotline-12345' };
    expect([value('举报', 'code', codes), value('report', 'code', codes), value(12345, 'code', codes), value('骂人', 'code', codes), value('constructor', 'code', codes)]).toEqual(
      [{ value: 'report' }, { value: 'report' }, { value: 'hotline-12345' }, { value: '骂人' }, { value: 'constructor' }]);
    expect(value('退货、 退款 ,修理', 'codes', { 退货: 'return', 退款: 'refund' })).toEqual({ value: ['return', 'refund', '修理'] });
  });

  it.each<[CellValue, ColumnKind]>([['也许', 'boolean'], ['三件', 'integer'], ['昨天', 'instant'], ['2026-11', 'day'], ['1e5', 'integer']])('that cannot be understood goes on as it is: %j as %s', (cell, kind) => {
    expect(value(cell, kind)).toEqual({ value: cell });
  });

  it.each<[CellValue, ColumnKind, string]>([
    [{ fault: 'formula-cell' }, 'text', 'formula-cell'], [{ fault: 'error-cell' }, 'boolean', 'error-cell'], ['4.45102E+17', 'digits', 'scientific-notation'], ['1E+10', 'digits', 'scientific-notation'],
    [445102190001010000, 'digits', 'digits-lost'], [1e21, 'text', 'digits-lost'],
  ])('that a spreadsheet has worked out, or lost, is a problem: %j as %s', (cell, kind, problem) => {
    expect(value(cell, kind)).toEqual({ problem });
  });

  it('of fifteen digits is whole', () => {
    expect(value(123456789012345, 'digits')).toEqual({ value: '123456789012345' });
    expect(value('1.38E+10', 'text')).toEqual({ value: '1.38E+10' });
  });
});
