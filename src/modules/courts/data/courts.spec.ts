import { describe, expect, it } from '@jest/globals';
import { proposeCourt, type CourtFacts, type CourtTables } from '../domain/court.rules.js';
import { AMOUNT_LIMITS, COURT_RULES, COURTS } from './courts.data.js';

const TABLES: CourtTables = { courts: COURTS, rules: COURT_RULES, limits: AMOUNT_LIMITS };
const PLAIN: CourtFacts = { matter: 'civil', rightTypes: ['trademark'], patentKind: null, software: false, wellKnownMark: false, major: false, respondent: 'other', amount: null, regions: [], invitedBy: null, firstInstance: null };
const DAY = '2026-11-22';

type Row = readonly [what: string, facts: Partial<CourtFacts>, court: string | null, article: string, status: 'verified' | 'unverified'];

/** Typed from the table of courts (domain facts 3.2) and from the texts, without looking at the rows. */
const ORACLE: readonly Row[] = [
  ['a design patent', { rightTypes: ['patent'], patentKind: 'design' }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['an invention', { rightTypes: ['patent'], patentKind: 'invention', amount: 5_000_000 }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['a plant variety', { rightTypes: ['plant_variety'] }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['a layout design', { rightTypes: ['layout_design'] }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['a technical secret', { rightTypes: ['trade_secret_technical'] }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['software', { rightTypes: ['copyright'], software: true }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['software and a mark together', { rightTypes: ['copyright', 'trademark'], software: true }, 'guangzhou-ip-court', '第四条', 'verified'],
  ['a mark to be found well known', { wellKnownMark: true }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['a patent and a mark together', { rightTypes: ['patent', 'trademark'] }, 'guangzhou-ip-court', '第四条', 'verified'],
  ['a suit against the city’s decision on a patent', { matter: 'administrative', rightTypes: ['patent'] }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['pre-suit preservation for a patent', { matter: 'preservation', rightTypes: ['patent'] }, 'guangzhou-ip-court', '第一条至第三条', 'verified'],
  ['an ordinary mark', {}, 'cz-designated-basic-court', '第三条', 'verified'],
  ['an ordinary mark, much money', { amount: 90_000_000 }, 'cz-designated-basic-court', '第三条', 'verified'],
  ['copyright', { rightTypes: ['copyright'] }, 'cz-designated-basic-court', '第三条', 'verified'],
  ['unfair competition', { rightTypes: ['unfair_competition'] }, 'cz-designated-basic-court', '第三条', 'verified'],
  ['a business secret', { rightTypes: ['trade_secret_business'] }, 'cz-designated-basic-court', '第三条', 'verified'],
  ['a penalty for a mark, sued', { matter: 'administrative' }, 'cz-designated-basic-court', '第三条', 'verified'],
  ['an act of customs about a mark', { matter: 'administrative', respondent: 'customs' }, 'cz-court', '第二条', 'verified'],
  ['an act of a county government about a mark', { matter: 'administrative', respondent: 'government' }, 'cz-court', '第二条', 'verified'],
  ['a mark, major with foreign elements', { major: true }, 'cz-court', '第十九条', 'verified'],
  ['a decision on validity', { matter: 'validity', rightTypes: ['patent'] }, 'beijing-ip-court', '第五条', 'verified'],
  ['an appeal on an invention', { matter: 'appeal', rightTypes: ['patent'], patentKind: 'invention', firstInstance: 'guangzhou-ip-court' }, 'supreme-ip-tribunal', '第二条', 'verified'],
  ['a major appeal on a utility model', { matter: 'appeal', rightTypes: ['patent'], patentKind: 'utility-model', major: true, firstInstance: 'guangzhou-ip-court' }, 'supreme-ip-tribunal', '第二条', 'verified'],
  ['another appeal on a utility model', { matter: 'appeal', rightTypes: ['patent'], patentKind: 'utility-model', firstInstance: 'guangzhou-ip-court' }, 'guangdong-high-court', '上诉条款', 'unverified'],
  ['an appeal on a design', { matter: 'appeal', rightTypes: ['patent'], patentKind: 'design', firstInstance: 'guangzhou-ip-court' }, 'guangdong-high-court', '上诉条款', 'unverified'],
  ['an appeal against the intermediate court', { matter: 'appeal', firstInstance: 'cz-court' }, 'guangdong-high-court', '第一百七十一条', 'verified'],
  ['an appeal against the designated court', { matter: 'appeal', firstInstance: 'cz-designated-basic-court' }, 'cz-court', '第一百七十一条', 'verified'],
  ['confirmation where a court invited', { matter: 'confirmation', rightTypes: ['patent'], invitedBy: 'cz-court' }, 'cz-court', '第二百零五条第一项', 'verified'],
  ['confirmation about a patent', { matter: 'confirmation', rightTypes: ['patent'] }, 'guangzhou-ip-court', '第二百零五条第二项', 'unverified'],
  ['confirmation about a mark in Chao’an', { matter: 'confirmation', regions: ['445103'] }, 'chaoan-court', '第二百零五条第二项', 'verified'],
  ['confirmation about a mark in Raoping', { matter: 'confirmation', regions: ['445122'] }, 'raoping-court', '第二百零五条第二项', 'verified'],
  ['confirmation in Fengxi, which has no county court', { matter: 'confirmation', regions: ['CZ-FENGXI'] }, null, '第二百零五条第二项', 'verified'],
  ['a crime', { matter: 'criminal' }, 'cz-designated-basic-court', '第2项', 'unverified'],
  ['a consumer dispute in Xiangqiao', { rightTypes: ['none'], regions: ['445102'] }, 'xiangqiao-court', '第十八条', 'verified'],
];

describe('the competent court', () => {
  it.each(ORACLE)('for %s', (_, facts, court, article, status) => {
    const found = proposeCourt(TABLES, { ...PLAIN, ...facts }, DAY);
    expect([found.court, found.basis?.article, found.basis?.status]).toEqual([court, article, status]);
  });

  const codes = (facts: Partial<CourtFacts>): string[] => proposeCourt(TABLES, { ...PLAIN, ...facts }, DAY).warnings.map(({ code }) => code);
  it.each<[string, Partial<CourtFacts>, string[]]>([
    ['the designated court is not known, nor its limit', {}, ['court_unverified', 'limit_unknown', 'court_elsewhere']],
    ['a patent is certain, but goes out of the city', { rightTypes: ['patent'] }, ['court_elsewhere']],
    ['the intermediate court works here', { major: true }, []],
    ['where a county has no court of its own', { matter: 'confirmation', regions: ['CZ-FENGXI'] }, ['limit_unknown', 'region_without_court']],
    ['an inference', { matter: 'confirmation', rightTypes: ['patent'] }, ['source_unverified', 'court_elsewhere']],
    ['preservation has other places too', { matter: 'preservation', rightTypes: ['patent'] }, ['court_elsewhere', 'preservation_places']],
  ])('says what is not certain: %s', (_, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  it('names the other places of a confirmation, each once', () => {
    expect(proposeCourt(TABLES, { ...PLAIN, matter: 'confirmation', regions: ['445103', '445102', '445103', 'outside'] }, DAY)).toMatchObject({ court: 'chaoan-court', alternatives: ['xiangqiao-court'] });
  });

  it('sends a large sum to the intermediate court as soon as the limit is known', () => {
    const known: CourtTables = { ...TABLES, limits: [{ from: '2024-01-01', to: null, limit: 1_000_000, basis: { source: '法〔2022〕109号', article: '附件', status: 'verified' } }] };
    const at = (amount: number | null): unknown => [proposeCourt(known, { ...PLAIN, amount }, DAY)].map(({ court, warnings }) => [court, warnings.some(({ code }) => code === 'limit_unknown')])[0];
    expect([at(999_999), at(1_000_000), at(null)]).toEqual([['cz-designated-basic-court', false], ['cz-court', false], ['cz-designated-basic-court', false]]);
    expect(proposeCourt(known, { ...PLAIN, matter: 'confirmation', amount: 2_000_000, regions: ['445103'] }, DAY).court).toBe('cz-court');
  });

  it('knows no rule for a day before its texts, and no court above an unknown one', () => {
    expect(proposeCourt(TABLES, PLAIN, '2023-12-31')).toMatchObject({ court: null, rule: null, basis: null });
    expect(proposeCourt(TABLES, { ...PLAIN, matter: 'appeal' }, DAY)).toMatchObject({ court: null, rule: null });
  });
});

describe('the tables', () => {
  it('have every rule in the table above but those that wait for the limit', () => {
    const used = new Set(ORACLE.map(([, facts]) => proposeCourt(TABLES, { ...PLAIN, ...facts }, DAY).rule));
    expect(COURT_RULES.map(({ code }) => code).filter((code) => !used.has(code))).toEqual(['confirmation-above-limit', 'above-limit']);
  });

  it('name courts that exist, each once, and say where every name was read', () => {
    const codes = COURTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(COURT_RULES.flatMap(({ court, alternatives = [] }) => [court, ...alternatives]).filter((code) => !code.startsWith('@') && !codes.includes(code))).toEqual([]);
    expect(COURTS.filter(({ basis }) => basis.status === 'unverified').map(({ code }) => code)).toEqual(['cz-designated-basic-court', 'xiangqiao-court', 'chaoan-court', 'raoping-court']);
  });
});
