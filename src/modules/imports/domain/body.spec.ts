import { describe, expect, it } from '@jest/globals';
import { bodyOf, isBlank } from './body.rules.js';
import type { Column } from './columns.rules.js';

const column = (path: string, kind: Column['kind'] = 'text'): Column => ({ path, kind, labels: [] });

describe('a row', () => {
  it('becomes a submission with its parts; what is empty is left out', () => {
    const { body, problems } = bodyOf(['Z-1', '陈测试', '', '某厂', '2027-12-31', null], [column('externalNumber'), column('reporter.name'), column('reporter.phone', 'digits'), column('target.name'), column('representative.powerOfAttorney.validUntil', 'day'), column('facts')], { channel: 'window' });
    expect(body).toEqual({ channel: 'window', externalNumber: 'Z-1', reporter: { name: '陈测试' }, target: { name: '某厂' }, representative: { powerOfAttorney: { validUntil: '2027-12-31' } }, realName: true });
    expect(problems).toEqual([]);
  });

  it('goes before what was told beside the file, and is anonymous without a name', () => {
    const { body } = bodyOf(['12315', ''], [column('channel'), column('reporter.name')], { channel: 'hotline-12345', 'right.type': 'none', 'right.holder': 'none' });
    expect(body).toEqual({ channel: '12315', right: { type: 'none', holder: 'none' }, realName: false });
  });

  it('says itself whether it is anonymous where it has a column for it', () => {
    expect(bodyOf(['否', '陈测试'], [column('realName', 'boolean'), column('reporter.name')], {}).body).toMatchObject({ realName: false, reporter: { name: '陈测试' } });
  });

  it('has all its problems at once: cells, and cells without a heading', () => {
    const { body, problems } = bodyOf([{ fault: 'formula-cell' }, '4.45E+17', 'x', 'left aside', 'y', '', 'z'], [column('facts'), column('reporter.documentNumber', 'digits'), undefined, null], {});
    expect(problems).toEqual([{ path: 'facts', code: 'formula-cell' }, { path: 'reporter.documentNumber', code: 'scientific-notation' }, { path: 'C', code: 'cell-without-heading' }, { path: 'E', code: 'cell-without-heading' }, { path: 'G', code: 'cell-without-heading' }]);
    expect(body).toEqual({ realName: false });
  });

  it('does not change what was told beside the file', () => {
    const fixed = { 'right.type': 'none' };
    bodyOf(['trademark'], [column('right.type')], fixed);
    expect(bodyOf([''], [column('right.type')], fixed).body).toMatchObject({ right: { type: 'none' } });
  });

  it('is none where nothing stands', () => {
    expect([isBlank([]), isBlank(['', ' ', null, undefined]), isBlank([0]), isBlank([false]), isBlank([{ fault: 'formula-cell' }])]).toEqual([true, true, false, false, false]);
  });

  it('with a gap counts the cells behind it', () => {
    const sparse: string[] = [];
    sparse[3] = 'x';
    expect(bodyOf(sparse, [column('facts')], {}).problems).toEqual([{ path: 'D', code: 'cell-without-heading' }]);
  });
});
