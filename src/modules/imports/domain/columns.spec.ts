import { describe, expect, it } from '@jest/globals';
import { letters, plain, readHeader, type Column, type Mapping } from './columns.rules.js';

const KNOWN: readonly Column[] = [{ path: 'externalNumber', kind: 'digits', labels: ['编号'] }, { path: 'reporter.name', kind: 'text', labels: ['姓名', '名称(姓名)'] }, { path: 'facts', kind: 'text', labels: ['事实'] }];
const NONE: Mapping = { labels: {}, fixed: {} };
const paths = (headings: string[], mapping = NONE, leave = false): unknown => readHeader(headings, KNOWN, mapping, leave).columns.map((column) => column?.path ?? column);

describe('a header', () => {
  it('may name its columns by path or by label, however it is typed', () => {
    expect(paths(['externalNumber', '姓 名', '事实：'])).toEqual(['externalNumber', 'reporter.name', 'facts']);
    expect(paths(['编号*', '名称（姓名）', 'ＦＡＣＴＳ'])).toEqual(['externalNumber', 'reporter.name', 'facts']);
    expect(paths(['编号（必填）', ' reporter.NAME '])).toEqual(['externalNumber', 'reporter.name']);
  });

  it('of a special kind of file may mean something else, or nothing', () => {
    expect(paths(['编号', '序号', '内容'], { labels: { 序号: null, 内容: 'facts' }, fixed: {} })).toEqual(['externalNumber', null, 'facts']);
    expect(readHeader(['编号', '序号', '内容'], KNOWN, { labels: { 序号: null, 内容: 'facts' }, fixed: {} }, false).refused).toBeNull();
  });

  it('tells every column that is unknown, stands twice or has no name, by its letter', () => {
    expect(readHeader(['编号', '备注', '姓名', '', '编号', '满意度', '事实'], KNOWN, NONE, false)).toMatchObject({
      refused: 'columns-unknown',
      problems: [{ column: 'B', code: 'unknown', heading: '备注' }, { column: 'D', code: 'blank' }, { column: 'E', code: 'doubled', heading: '编号' }, { column: 'F', code: 'unknown', heading: '满意度' }],
    });
  });

  it('may leave unknown columns aside, but not columns that stand twice', () => {
    expect(readHeader(['编号', '备注', '姓名'], KNOWN, NONE, true)).toMatchObject({ refused: null, problems: [{ column: 'B', code: 'unknown' }] });
    expect(paths(['编号', '备注', '', '姓名'], NONE, true)).toEqual(['externalNumber', null, undefined, 'reporter.name']);
    expect(readHeader(['编号', '姓名', '编号'], KNOWN, NONE, true).refused).toBe('columns-unknown');
  });

  it.each([[['陈测试', '13800000000', '某厂']], [['编号', 'a', 'b']], [['', '']], [[]]])('is none where fewer than half of its names are known: %j', (headings) => {
    const { refused, problems } = readHeader(headings, KNOWN, NONE, true);
    expect([refused, JSON.stringify(problems).includes('heading')]).toEqual(['header-missing', false]);
  });

  it('never tells a name that holds a long number', () => {
    expect(readHeader(['编号', '姓名', '13800000000'], KNOWN, NONE, false).problems).toEqual([{ column: 'C', code: 'unknown' }]);
    expect(readHeader(['编号', '姓名', '１３８０'], KNOWN, NONE, false).problems).toEqual([{ column: 'C', code: 'unknown' }]);
    expect(readHeader(['编号', '姓名', '长'.repeat(41)], KNOWN, NONE, false).problems).toEqual([{ column: 'C', code: 'unknown' }]);
  });

  it('of more than three hundred columns is refused, and at most fifty problems are told', () => {
    expect(readHeader(Array.from({ length: 301 }, () => '编号'), KNOWN, NONE, false).refused).toBe('too-many-columns');
    expect(readHeader(Array.from({ length: 300 }, () => '编号'), KNOWN, NONE, false).problems).toHaveLength(50);
  });

  it('is spelt without blanks, stars and colons', () => {
    expect([plain(' 是否同意\n公示投诉信息 ：'), plain('Reporter.Name'), plain('姓名（必填）*')]).toEqual(['是否同意公示投诉信息', 'reporter.name', '姓名']);
  });

  it('counts columns as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
  });
});
