import { describe, expect, it } from '@jest/globals';
import { AGENCIES } from './agencies.data.js';
import { COMPETENCES } from './competences.data.js';
import { REGIONS } from './regions.data.js';
import { RIGHT_TYPES, type CompetenceRole, type RightType } from './types.js';

const who = (role: CompetenceRole, right: RightType): string[] =>
  COMPETENCES.filter((row) => row.role === role && row.rightTypes.includes(right)).map((row) => row.agency).sort();

const COUNTY_OFFICES = ['chaoan-market-regulation', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation'];

describe('competences: shape', () => {
  it('name agencies, regions and right types that exist, at the level of the agency', () => {
    const levels = new Map(AGENCIES.map((agency) => [agency.code as string, agency.level]));
    const regions = REGIONS.map((region): string => region.code);
    for (const row of COMPETENCES) {
      expect(levels.get(row.agency)).toBe(row.level);
      expect(row.rightTypes.length).toBeGreaterThan(0);
      for (const right of row.rightTypes) expect(RIGHT_TYPES).toContain(right);
      expect(row.regionScope.length).toBeGreaterThan(0);
      for (const region of row.regionScope) expect(regions).toContain(region);
    }
  });

  it('have an id each, made of agency, role and matter', () => {
    expect(new Set(COMPETENCES.map((row) => row.id)).size).toBe(COMPETENCES.length);
    for (const row of COMPETENCES) expect(row.id).toBe(`${row.agency}:${row.role}:${row.matter}`);
  });

  it('name their basis, both titles and measures between 1 and 25', () => {
    for (const row of COMPETENCES) {
      for (const basis of [row.basis, ...(row.alsoSee ?? [])]) {
        expect(basis.source.trim()).not.toBe('');
        expect(basis.article.trim()).not.toBe('');
        if (basis.status === 'unverified') expect(basis.note).toBeTruthy();
      }
      for (const text of [row.title.zh, row.title.en]) expect(text.trim()).not.toBe('');
      expect(row.measures.length).toBeGreaterThan(0);
      for (const number of row.measures) expect(number >= 1 && number <= 25).toBe(true);
    }
  });

  it('leave no right type without an agency that decides on it', () => {
    for (const right of RIGHT_TYPES) expect(COMPETENCES.filter((row) => row.role !== 'intake' && row.rightTypes.includes(right))).not.toEqual([]);
  });
});

describe('competences: the law by hand', () => {
  it('adjudicates patent infringement in the city only, and at the rapid centre only under a delegation', () => {
    expect(who('adjudication', 'patent')).toEqual(['cz-ip-rapid-centre', 'cz-market-regulation']);
    const centre = COMPETENCES.find((row) => row.agency === 'cz-ip-rapid-centre' && row.role === 'adjudication');
    expect(centre).toMatchObject({ delegatedBy: 'cz-market-regulation', basis: { status: 'unverified' } });
    expect(COMPETENCES.filter((row) => row.role === 'adjudication' && row.level !== 'city')).toEqual([]);
  });

  it('keeps technical secrets with the city and leaves business secrets to county offices too', () => {
    expect(who('enforcement', 'trade_secret_technical')).toEqual(['cz-market-regulation']);
    expect(who('enforcement', 'trade_secret_business')).toEqual(['chaoan-market-regulation', 'cz-market-regulation', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation']);
  });

  it.each(['trademark', 'geographical_indication', 'unfair_competition', 'patent'] as const)('lets every county office enforce: %s', (right) => {
    expect(who('enforcement', right)).toEqual(expect.arrayContaining([...COUNTY_OFFICES, 'cz-market-regulation']));
  });

  it('gives copyright to the copyright administration, not to market regulation', () => {
    expect(who('enforcement', 'copyright')).toEqual(['cz-culture-enforcement', 'cz-propaganda']);
  });

  it('gives plant varieties to agriculture and forestry', () => {
    expect(who('enforcement', 'plant_variety')).toEqual(['cz-agriculture', 'cz-forestry']);
  });

  it('protects at the border the three rights of the customs regulation and no other', () => {
    const border = COMPETENCES.filter((row) => row.role === 'border');
    expect(border.map((row) => row.agency)).toEqual(['chaozhou-customs']);
    expect([...(border[0]?.rightTypes ?? [])].sort()).toEqual(['copyright', 'patent', 'trademark']);
  });

  it.each(['patent', 'plant_variety', 'layout_design', 'trade_secret_technical'] as const)('sends a civil suit about %s to Guangzhou', (right) => {
    expect(who('civil', right)).toEqual(['guangzhou-ip-court']);
  });

  it.each(['trademark', 'copyright', 'unfair_competition', 'trade_secret_business'] as const)('keeps a civil suit about %s in the city', (right) => {
    expect(who('civil', right)).toEqual(['cz-court']);
  });

  it('has no local enforcement of layout designs: the national office alone handles them', () => {
    expect(who('enforcement', 'layout_design')).toEqual([]);
    expect(who('adjudication', 'layout_design')).toEqual([]);
  });

  it('takes in every matter at the desk, consumer disputes included, and settles those at county level', () => {
    for (const right of RIGHT_TYPES) expect(who('intake', right)).toContain('cz-ip-intake');
    expect(who('mediation', 'none')).toEqual(COUNTY_OFFICES);
  });

  it('claims nothing verified for Fengxi', () => {
    const fengxi = COMPETENCES.filter((row) => row.agency === 'fengxi-market-regulation');
    expect(fengxi.length).toBeGreaterThan(0);
    for (const row of fengxi) expect([row.basis.status, row.level, row.regionScope]).toEqual(['unverified', 'local-unit', ['CZ-FENGXI']]);
  });

  it('has no crime of unfair competition, plant varieties or layout designs', () => {
    for (const right of ['unfair_competition', 'plant_variety', 'layout_design', 'none'] as const) expect(who('criminal', right)).toEqual([]);
  });
});
