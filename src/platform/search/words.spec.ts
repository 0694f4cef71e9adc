import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { queryOf, vectorOf, words } from './words.js';

/** The terms of a query, without the operators. */
const terms = (text: string): string[] => (queryOf(text) ?? '').split(' & ').filter((term) => term !== '').map((term) => term.slice(1, -1));
const finds = (query: string, ...texts: string[]): boolean => {
  const known = new Set(words(...texts));
  const asked = terms(query);
  return asked.length > 0 && asked.every((term) => known.has(term));
};

const FACTORY = '潮州市潮安区彩塘镇某不锈钢制品厂（测试）';

describe('words of a text', () => {
  it('gives words of the dictionary, characters and pairs', () => {
    expect(words('不锈钢')).toEqual(['不', '不锈', '不锈钢', '钢', '锈', '锈钢'].sort());
    expect(words('彩塘')).toEqual(['塘', '彩', '彩塘'].sort());
    expect(words('厂')).toEqual(['厂']);
  });

  it.each<[string, string[]]>([
    ['12345678', ['12345678']],
    ['Nike', ['nike']],
    ['NIKE', ['nike']],
    ['ＮＩＫＥ', ['nike']],
    ['１２３４５６７８', ['12345678']],
    ['202630000001.X', ['202630000001', '202630000001x']],
    ['202630000001X', ['202630000001', '202630000001x']],
    ['ZL202630000001.X', ['202630000001', '202630000001x', 'zl202630000001', 'zl202630000001x']],
    ['98101234.5', ['98101234', '981012345']],
    ['CZAJ2026-0000001', ['0000001', 'czaj2026', 'czaj20260000001']],
    ['91445103MA00TQT27J', ['91445103ma00tqt27j']],
    ['2023SR0123456', ['2023sr0123456']],
    ['e-mail', ['email', 'mail']],
    ['Café', ['café']],
    ['メルカリ', ['メルカリ']],
  ])('%s is found by %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('takes several texts, each word once, sorted', () => {
    expect(words('餐具 b', 'a 餐具', 'B')).toEqual(['a', 'b', '具', '餐', '餐具'].sort());
  });

  it.each(['', '   ', '，。！？（）', '😀🎉', '\u200b', "'\\\"&|!:*()<->"])('finds nothing to keep in %j', (text) => {
    expect([words(text), vectorOf(text), queryOf(text)]).toEqual([[], '', null]);
  });

  it('cuts at punctuation, blanks and emoji', () => {
    expect(words('商😀标')).toEqual(['商', '标'].sort());
    expect(words('商，标')).toEqual(['商', '标'].sort());
    expect(words('a😀b')).toEqual(['a', 'b']);
  });

  it('keeps a number whole where it stands in a sentence', () => {
    expect(words('注册号12345678，专利202630000001.X。')).toEqual(expect.arrayContaining(['12345678', '202630000001', '202630000001x', '注册号', '专利']));
  });

  it('bounds what a very long text gives, and a very long word', () => {
    const long = Array.from({ length: 400_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join('');
    expect(vectorOf(long).length).toBeLessThan(1_000_000);
    expect(words('x'.repeat(5000))).toEqual(['x'.repeat(64)]);
    expect(terms('x'.repeat(5000))).toEqual(['x'.repeat(64)]);
    expect(terms(long).length).toBe(32);
  });

  it('survives half a surrogate pair', () => {
    expect(words('a\ud83d b')).toEqual(['a', 'b']);
  });
});

describe('a literal', () => {
  it('quotes every word', () => {
    expect(vectorOf('b a')).toBe("'b' 'a'");
    expect(queryOf('b a')).toBe("'b' & 'a'");
  });

  it('lets nothing through that means something to PostgreSQL', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(vectorOf(text)).toMatch(/^(?:'[\p{L}\p{M}\p{N}]+'(?: |$))*$/u);
      expect(queryOf(text) ?? "'x'").toMatch(/^(?:'[\p{L}\p{M}\p{N}]+'(?: & |$))+$/u);
    }));
  });

  it.each(["') OR 1=1 --", "a' | 'b", 'a\\', "a & !b", 'a:*', "x'); DROP TABLE case_file; --"])('takes %j for words', (text) => {
    expect(queryOf(text)).toMatch(/^'[a-z0-9]+'(?: & '[a-z0-9]+')*$/);
  });
});

describe('what finds what', () => {
  it.each<[string, string, boolean]>([
    ['不锈钢', FACTORY, true], ['彩塘', FACTORY, true], ['彩塘不锈钢', FACTORY, true], ['不锈钢厂', FACTORY, true], ['制品厂', FACTORY, true], ['潮安区', FACTORY, true], ['厂', FACTORY, true], ['测试', FACTORY, true],
    ['塘彩', FACTORY, false], ['陶瓷', FACTORY, false], ['不锈钢 陶瓷', FACTORY, false], ['枫溪', FACTORY, false],
    ['陈测试', `${FACTORY}陈列销售`, false], ['陈测试', '当事人陈测试', true],
    ['12345678', '注册号12345678', true], ['1234567', '注册号12345678', false], ['第12345678号', '注册号12345678', true], ['第三方', '注册号12345678', false], ['12345678 号', '注册号12345678', true],
    ['202630000001.X', '专利202630000001.X', true], ['202630000001', '专利202630000001.X', true], ['202630000001X', '专利202630000001.X', true], ['ZL202630000001.X', '专利202630000001.X', true], ['zl 202630000001.x', 'ZL202630000001.X', false],
    ['202630000001.X', '专利号202630000001', true], ['202630000001.3', '专利202630000001.X', true], ['２０２６３００００００１．Ｘ', '专利202630000001.X', true],
    ['2026300000016', '202630000001.6', true], ['202630000001.6', '2026300000016', true],
    ['981654321', '第981654321号', true], ['98165432', '98165432.1', true], ['98165432.1', '98165432', true],
    ['czaj2026-0000001', 'CZAJ2026-0000001', true], ['0000001', 'CZAJ2026-0000001', true], ['CZAJ20260000001', 'CZAJ2026-0000001', true],
    ['nike 运动鞋', '假冒NIKE的运动鞋', true], ['adidas 运动鞋', '假冒NIKE的运动鞋', false],
  ])('%s in %s: %s', (query, text, found) => {
    expect(finds(query, text)).toBe(found);
  });

  it('finds every Chinese text by any part of it, wherever it is cut', () => {
    const alphabet = [...'潮州市潮安区彩塘镇某不锈钢制品厂凤凰单丛茶叶地理标志购买餐具与宣传不符要求退款和尚未结婚的研究生命起源中华人民共和国知识产权局'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (characters, a, b) => {
        const [from, to] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [number, number];
        expect(finds(characters.slice(from, to + 1).join(''), characters.join(''))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
