import { describe, expect, it } from '@jest/globals';
import { AGENCIES } from './agencies.data.js';
import { GENERIC_BODIES, MEASURES, type Measure } from './measures.data.js';

/** The right-hand column as printed in 2021, row by row: the oracle. Only the line breaks of the page are gone. */
const PRINTED: Readonly<Record<number, string>> = {
  1: '市公安局、市市场监管局(市知识产权局)、市法院、市检察院牵头,市委宣传部(市版权局)、市司法局、市农业农村局、市文化广电旅游体育局、市林业局、潮州海关按职责分工负责',
  2: '市法院牵头,市公安局、市司法局、市农业农村局、市文化广电旅游体育局、市市场监管局(市知识产权局)、市林业局、市检察院、潮州海关按职责分工负责',
  3: '市法院、市市场监管局(市知识产权局)牵头,市发展改革局、市司法局、市农业农村局、市文化广电旅游体育局、市林业局、人民银行潮州中支、潮州海关按职责分工负责',
  4: '市市场监管局(市知识产权局)、市委宣传部(市版权局)、市司法局、市文化广电旅游体育局牵头,市法院按职责分工负责',
  5: '市人大常委会法工委牵头,市委宣传部(市版权局)、市工业和信息化局、市司法局、市农业农村局、市市场监管局(市知识产权局)、市林业局、潮州海关按职责分工负责',
  6: '市人大常委会办公室、市政协文教体卫史委牵头,市文化广电旅游体育局、市农业农村局、市市场监管局(市知识产权局)、市林业局、市人大常委会教育科学文化卫生工委、潮州海关按职责分工负责',
  7: '市市场监管局(市知识产权局)牵头,市发展改革局、市司法局、市农业农村局、市商务局、市文化广电旅游体育局、市林业局、市工商联、人民银行潮州中支按职责分工负责',
  8: '市市场监管局(市知识产权局)、市委宣传部(市版权局)牵头,市公安局、市司法局、市文化广电旅游体育局、市政务服务数据管理局院、市法院、市检察按职责分工负责',
  9: '市市场监管局(市知识产权局)牵头,市发展改革局、市科技局、市工业和信息化局、市农业农村局、市文化广电旅游体育局、市国资委、韩山师范学院按职责分工负责',
  10: '市委政法委牵头,市公安局、市市场监管局(市知识产权局)、市文化广电旅游体育局、市农业农村局、市林业局、市法院、市检察院、潮州海关按职责分工负责',
  11: '市市场监管局(市知识产权局)牵头,市委网信办、市工业和信息化局、市司法局、市商务局、市文化广电旅游体育局、市法院按职责分工负责',
  12: '市市场监管局(市知识产权局)牵头,市司法局、市农业农村局、市文化广电旅游体育局、市林业局、市法院、按职责分工负责',
  13: '市商务局、市委宣传部(市版权局)牵头,市公安局、市司法局、市文化广电旅游体育局、市市场监管局(市知识产权局)、潮州海关按职责分工负责',
  14: '市市场监管局(市知识产权局)、市法院牵头,市委宣传部(市版权局)、市民政局、市司法局、市商务局、市国资委、潮州银保监分局按职责分工负责',
  15: '市委宣传部(市版权局)、市公安局、市商务局、市农业农村局、市市场监管局(市知识产权局)、市林业局、市法院、市检察院、潮州海关按职责分工负责',
  16: '市市场监管局(市知识产权局)、市委宣传部(市版权局)牵头,市委外办、市公安局、市法院按职责分工负责',
  17: '市司法局、市市场监管局、市政务服务数据管理局牵头,市委宣传部(市版权局)、市公安局、市文化广电旅游体育局、市农业农村局、市林业局、市检察院、潮州海关按职责分工负责',
  18: '市市场监管局(市知识产权局)、市人力资源社会保障局、市司法局牵头,市委宣传部(市版权局)、市教育局、市公安局、市农业农村局、市林业局、市法院、市检察院、潮州海关、韩山师范学院按职责分工负责',
  19: '各级党委和政府、各有关部门按职责分工负责',
  20: '市市场监管局(市知识产权局)牵头,市委宣传部(市版权局)、市农业农村局、市林业局按职责分工负责',
  21: '各级党委和政府、各有关部门按职责分工负责',
  22: '各级党委和政府按职责分工负责',
  23: '市委组织部牵头,各级党委和政府、市委宣传部(市版权局)、市市场监管局(市知识产权局)按职责分工负责',
  24: '各级政府、各有关部门按职责分工负责',
  25: '各级政府、各有关部门按职责分工负责',
};

/** How the one garbled row is read; every other row is taken as it stands. */
const mended = (printed: string): string => printed.replace('市政务服务数据管理局院、市法院、市检察按', '市政务服务数据管理局、市法院、市检察院按');

const codeOf = new Map<string, string>([
  ...AGENCIES.flatMap((agency): [string, string][] => (agency.nameIn2021 === null ? [] : [[agency.nameIn2021, agency.code]])),
  ['市市场监管局', 'cz-market-regulation'],
  ...GENERIC_BODIES.map((body): [string, string] => [body.name.zh, body.code]),
]);

function read(printed: string): { lead: string[]; others: string[] } {
  const [before, after] = mended(printed).replace('按职责分工负责', '').split('牵头,');
  const codes = (list: string | undefined): string[] => (list ?? '').split('、').filter((name) => name !== '').map((name) => codeOf.get(name) ?? `unknown: ${name}`);
  return after === undefined ? { lead: [], others: codes(before) } : { lead: codes(before), others: codes(after) };
}

const measure = (number: number): Measure => {
  const found = MEASURES.find((row) => row.number === number);
  if (found === undefined) throw new Error(`no measure ${number}`);
  return found;
};
const defectsOf = (number: number): string[] => measure(number).defects.map((defect) => defect.code);

describe('measures: rows typed by hand from the printed table', () => {
  it('1 has four leads', () => {
    expect(measure(1).lead).toEqual(['cz-police', 'cz-market-regulation', 'cz-court', 'cz-procuratorate']);
    expect(measure(1).supporting).toEqual(['cz-propaganda', 'cz-justice', 'cz-agriculture', 'cz-culture', 'cz-forestry', 'chaozhou-customs']);
    expect(measure(1).title.zh).toBe('加大侵权假冒行为惩戒力度');
    expect(defectsOf(1)).toEqual(['several-leads']);
  });

  it('8 is garbled and read as data bureau, court and procuratorate', () => {
    expect(measure(8).lead).toEqual(['cz-market-regulation', 'cz-propaganda']);
    expect(measure(8).supporting).toEqual(['cz-police', 'cz-justice', 'cz-culture', 'cz-government-data', 'cz-court', 'cz-procuratorate']);
    expect(defectsOf(8)).toEqual(['text-garbled', 'several-leads']);
  });

  it('10 is led by the political and legal commission', () => {
    expect(measure(10).lead).toEqual(['cz-political-legal']);
    expect(measure(10).supporting).toEqual(['cz-police', 'cz-market-regulation', 'cz-culture', 'cz-agriculture', 'cz-forestry', 'cz-court', 'cz-procuratorate', 'chaozhou-customs']);
    expect(defectsOf(10)).toEqual([]);
  });

  it('17 is led by justice, market regulation (short name) and the data bureau', () => {
    expect(measure(17).lead).toEqual(['cz-justice', 'cz-market-regulation', 'cz-government-data']);
    expect(measure(17).supporting).toEqual(['cz-propaganda', 'cz-police', 'cz-culture', 'cz-agriculture', 'cz-forestry', 'cz-procuratorate', 'chaozhou-customs']);
    expect(defectsOf(17)).toEqual(['name-variant', 'several-leads']);
  });

  it('22 has no name in the table, no lead and only a body in general', () => {
    expect(measure(22)).toMatchObject({ lead: [], supporting: [], genericBodies: ['generic-party-committees-and-governments'] });
    expect(measure(22).title.zh).toBe('狠抓责任落实');
    expect(defectsOf(22)).toEqual(['name-missing', 'lead-missing', 'bodies-not-named']);
  });

  it('23 is led by the organization department, with a general body between two agencies', () => {
    expect(measure(23)).toMatchObject({ lead: ['cz-organization'], supporting: ['cz-propaganda', 'cz-market-regulation'], genericBodies: ['generic-party-committees-and-governments'] });
    expect(defectsOf(23)).toEqual(['bodies-not-named']);
  });
});

describe('measures: every row against the printed column', () => {
  it.each(Object.entries(PRINTED))('%s', (number, printed) => {
    const row = measure(Number(number));
    const { lead, others } = read(printed);
    expect(row.lead).toEqual(lead);
    expect(row.supporting).toEqual(others.filter((code) => !code.startsWith('generic-')));
    expect(row.genericBodies).toEqual(others.filter((code) => code.startsWith('generic-')));
  });
});

describe('measures: the whole', () => {
  it('has the numbers 1 to 25, each once and in order', () => {
    expect(MEASURES.map((row) => row.number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('has rows of the six chapters, as many as the document', () => {
    const sizes = new Map<string, number>();
    for (const row of MEASURES) sizes.set(row.chapter.zh, (sizes.get(row.chapter.zh) ?? 0) + 1);
    expect([...sizes.values()]).toEqual([5, 4, 3, 4, 4, 5]);
  });

  it('names only agencies that exist, none twice in a row, and never a general body as an agency', () => {
    const agencies = new Set<string>(AGENCIES.map((agency) => agency.code));
    for (const row of MEASURES) {
      const named = [...row.lead, ...row.supporting];
      expect(new Set(named).size).toBe(named.length);
      for (const code of named) expect(agencies.has(code)).toBe(true);
      expect(named.length + row.genericBodies.length).toBeGreaterThan(0);
    }
    for (const body of GENERIC_BODIES) expect(agencies.has(body.code)).toBe(false);
  });

  it('notes every defect of the table, and only those', () => {
    const noted = (code: string): number[] => MEASURES.filter((row) => row.defects.some((defect) => defect.code === code)).map((row) => row.number);
    expect(noted('name-missing')).toEqual([22]);
    expect(noted('text-garbled')).toEqual([8]);
    expect(noted('stray-punctuation')).toEqual([12]);
    expect(noted('name-variant')).toEqual([17]);
    expect(noted('lead-missing')).toEqual([15, 19, 21, 22, 24, 25]);
    expect(noted('several-leads')).toEqual([1, 3, 4, 6, 8, 13, 14, 16, 17, 18]);
    expect(noted('bodies-not-named')).toEqual([19, 21, 22, 23, 24, 25]);
  });

  it('calls a lead missing exactly where the row has none', () => {
    for (const row of MEASURES) expect(row.defects.some((defect) => defect.code === 'lead-missing')).toBe(row.lead.length === 0);
  });

  it('has every text in both languages', () => {
    for (const row of MEASURES) {
      for (const text of [row.title, row.chapter, ...row.defects.map((defect) => defect.note)]) {
        expect(text.zh.trim()).not.toBe('');
        expect(text.en.trim()).not.toBe('');
      }
      expect(row.text).toMatch(/。$/);
    }
    for (const { name } of GENERIC_BODIES) for (const text of [name.zh, name.en]) expect(text.trim()).not.toBe('');
  });
});
