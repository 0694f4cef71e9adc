import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strengthOf } from '../data/redactions.data.js';
import { detections, occurrences, type Keep } from './detection.rules.js';
import { hidesAtLeast, publishedText, segmentsOf, unfitSpans, unitedSpans, type Span } from './redaction.rules.js';

const NOTHING: Keep = { creditCodes: [], addresses: [], numbers: [] };
const span = (start: number, end: number, rule = 'phone', replacement = '〔〕'): Span => ({ start, end, rule, replacement, reason: '测试' });

/** A text, and places of it that do not touch each other. */
const TEXTS = fc.tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 6 })).map(([text, places]) => {
  let free = 0;
  const spans = [...places].sort(([one], [other]) => one - other).flatMap(([from, length]): Span[] => {
    const start = Math.max(free, from);
    const end = Math.min(text.length, start + length + 1);
    if (start >= end) return [];
    free = end;
    return [span(start, end, 'reviewer', '〔不〕')];
  });
  return { text, spans };
});

describe('the published text', () => {
  it('is the original with each place replaced', () => {
    expect(publishedText('电话13800000000，住址不明', [span(2, 13, 'phone', '〔电话〕')])).toBe('电话〔电话〕，住址不明');
  });

  it('follows from original and map alone, whatever their order; what is kept is the original, and the pieces give it back', () => {
    fc.assert(fc.property(TEXTS, ({ text, spans }) => {
      const segments = segmentsOf(text, spans);
      expect(segments.map(({ original }) => original).join('')).toBe(text);
      expect(segments.filter(({ kept }) => kept).every(({ original, shown, start, end }) => original === shown && text.slice(start, end) === shown)).toBe(true);
      expect(segments.filter(({ kept }) => !kept).map(({ start, end, rule }) => [start, end, rule])).toEqual(spans.map(({ start, end, rule }) => [start, end, rule]));
      expect(publishedText(text, [...spans].reverse())).toBe(segments.map(({ shown }) => shown).join(''));
    }));
  });
});

describe('places', () => {
  it.each<[string, Span[], string[]]>([
    ['fit', [span(0, 2), span(2, 4)], []],
    ['overlap', [span(0, 3), span(2, 4)], ['0-3 overlaps 2-4']],
    ['lie outside', [span(3, 9)], ['3-9 lies outside the text']],
    ['are empty', [span(2, 2)], ['2-2 lies outside the text']],
    ['cut a character', [span(4, 5)], ['4-5 cuts a character']],
  ])('%s', (_, spans, problems) => {
    expect(unfitSpans('甲乙丙丁😀', spans)).toEqual(problems);
  });

  it('that touch each other become one, of the stronger rule', () => {
    expect(unitedSpans([span(5, 9, 'person'), span(0, 6, 'address'), span(12, 14)], strengthOf).map(({ start, end, rule }) => [start, end, rule])).toEqual([[0, 9, 'person'], [12, 14, 'phone']]);
  });

  it.each<[string, Span[], boolean]>([
    ['the same', [span(2, 6)], true], ['wider', [span(0, 9)], true], ['in two that join', [span(1, 4), span(4, 8)], true],
    ['shorter', [span(2, 5)], false], ['nothing', [], false], ['with a gap', [span(1, 3), span(4, 8)], false],
  ])('hide at least what was hidden: %s', (_, after, enough) => {
    expect(hidesAtLeast([span(2, 6)], after)).toBe(enough);
  });

  it('united always fit, and hide every proposal', () => {
    const proposals = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([start, length]) => span(start, start + length)), { maxLength: 12 });
    fc.assert(fc.property(proposals, (proposed) => {
      const united = unitedSpans(proposed, strengthOf);
      expect(unfitSpans('字'.repeat(60), united)).toEqual([]);
      expect(hidesAtLeast(proposed, united)).toBe(true);
    }));
  });
});

const hit = (text: string, keep = NOTHING): [string, string][] => detections(text, keep).map(({ start, end, rule }) => [rule, text.slice(start, end)]);

/** Numbers are made up: region 445100, check characters right. */
describe('detections', () => {
  it.each<[string, string, string, string]>([
    ['an identity number', '身份证号44510019900101001X。', 'id-number', '44510019900101001X'],
    ['one in full width, with blanks', '证件：４４５１００ １９９００１０１ ００１Ｘ', 'id-number', '４４５１００ １９９００１０１ ００１Ｘ'],
    ['an old one of fifteen figures', '证号445100900101001', 'id-number', '445100900101001'],
    ['a mobile number', '手机13800000000联系', 'phone', '13800000000'],
    ['a mobile number in groups', '打138-0000-0000', 'phone', '138-0000-0000'],
    ['a landline', '座机0768-2345678', 'phone', '0768-2345678'],
    ['a short number behind its word', '联系电话：2345678', 'phone', '2345678'],
    ['a bank account', '汇至6222020000000000000内', 'bank-account', '6222020000000000000'],
    ['a short account behind its word', '账号：88001234', 'bank-account', '88001234'],
    ['an e-mail address', '邮箱 zhang_san@example.com 联系', 'email', 'zhang_san@example.com'],
    ['an e-mail address in full width', '邮箱ｔｅｓｔ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'email', 'ｔｅｓｔ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['a messenger', '微信号：wxid_test01，', 'messenger', 'wxid_test01'],
    ['a number plate', '车辆粤U·A1234停放', 'plate', '粤U·A1234'],
    ['a new-energy plate', '粤UD12345', 'plate', '粤UD12345'],
    ['an address', '住潮州市湘桥区测试路12号3栋502室。', 'address', '潮州市湘桥区测试路12号3栋502室'],
    ['a name behind a role', '证人李测试，称', 'name-after-role', '李测试'],
    ['a credit code of another', '供货商91445103MA00TQT27J公司', 'credit-code', '91445103MA00TQT27J'],
    ['a long number of unknown kind', '单号5012345678', 'long-number', '5012345678'],
  ])('%s', (_, text, rule, value) => {
    expect(hit(text)).toContainEqual([rule, value]);
  });

  it.each<[string, string, Keep]>([
    ['the credit code of the party', '当事人（统一社会信用代码：91445103MA00TQT27J）', { ...NOTHING, creditCodes: ['91445103MA00TQT27J'] }],
    ['the premises of the party', '在彩塘镇测试路1号查见', { ...NOTHING, addresses: ['潮州市潮安区彩塘镇测试路1号'] }],
    ['the patent', '专利号202630000001.X', { ...NOTHING, numbers: ['202630000001.X'] }],
    ['days', '2026-07-06至2026-08-03', NOTHING],
    ['a number of a document', '潮安市监处罚〔2026〕12号', NOTHING],
    ['articles', '《商标法》第五十七条第三项、第六十条第二款', NOTHING],
    ['sums', '罚款人民币150000元，没收违法所得12000.50元', NOTHING],
    ['ordinary words behind a role', '举报人陈述了有关情况，证人应当出庭', NOTHING],
  ])('leave %s alone', (_, text, keep) => {
    expect(hit(text, keep)).toEqual([]);
  });

  it('find known codes, whatever joins their characters', () => {
    const text = '受理编号TS 2026-0000123，查询码ABCD２３ＥＦ';
    expect(occurrences(text, ['TS20260000123', 'ABCD23EF'], 'reporter-code').map(({ start, end }) => text.slice(start, end))).toEqual(['TS 2026-0000123', 'ABCD２３ＥＦ']);
  });

  it('take no long time over long words', () => {
    const begun = performance.now();
    detections('区县镇村路街巷里苑'.repeat(2000), NOTHING);
    detections('潮州市湘桥'.repeat(4000), NOTHING);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
