import { describe, expect, it } from '@jest/globals';
import { REGIONS, regionsWithin } from './regions.data.js';

describe('regions', () => {
  it('are the city, its two districts and one county of GB/T 2260, and one local unit', () => {
    expect(REGIONS.map((region) => [region.code, region.name.zh, region.official])).toEqual([
      ['445100', '潮州市', true], ['445102', '湘桥区', true], ['445103', '潮安区', true], ['445122', '饶平县', true], ['CZ-FENGXI', '枫溪区', false],
    ]);
  });

  it('give Fengxi no county code but the statistical code of its town, and say that its standing is open', () => {
    const fengxi = REGIONS.find((region) => region.code === 'CZ-FENGXI');
    expect(fengxi).toMatchObject({ level: 'local-unit', statisticalCode: '445103121', status: 'unverified', parent: '445100' });
    expect(REGIONS.filter((region) => region.statisticalCode !== null)).toHaveLength(1);
  });

  it('name a parent that exists, and only the city has none', () => {
    const codes = REGIONS.map((region): string => region.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(REGIONS.filter((region) => region.parent === null).map((region) => region.code)).toEqual(['445100']);
    for (const region of REGIONS) expect(region.parent === null || codes.includes(region.parent)).toBe(true);
  });

  it('carry an official code exactly when it has six digits beginning with that of the city', () => {
    for (const region of REGIONS) expect(/^4451\d\d$/.test(region.code)).toBe(region.official);
  });

  it('hold both names, a note and a source', () => {
    for (const { name, note, source } of REGIONS) for (const text of [name.zh, name.en, note, source]) expect(text.trim()).not.toBe('');
  });

  it('contain themselves and what lies below them', () => {
    expect(regionsWithin('445100')).toEqual(['445100', '445102', '445103', '445122', 'CZ-FENGXI']);
    expect(regionsWithin('445103')).toEqual(['445103']);
  });
});
