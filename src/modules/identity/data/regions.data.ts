import type { RegionRow } from './types.js';

/**
 * The city and its parts. Codes of GB/T 2260 where there is one. Fengxi is run as a district by the city but has no
 * county code, so it carries a code of our own; never send that code to another system.
 */
export const REGIONS = [
  { code: '445100', name: { zh: '潮州市', en: 'Chaozhou City' }, level: 'city', parent: null, official: true, statisticalCode: null,
    note: 'City divided into districts (设区的市).', source: 'GB/T 2260', status: 'verified' },
  { code: '445102', name: { zh: '湘桥区', en: 'Xiangqiao District' }, level: 'county', parent: '445100', official: true, statisticalCode: null,
    note: 'Seat of the city.', source: 'GB/T 2260', status: 'verified' },
  { code: '445103', name: { zh: '潮安区', en: "Chao'an District" }, level: 'county', parent: '445100', official: true, statisticalCode: null,
    note: 'Stainless-steel ware (彩塘镇 445103108) and food packaging (庵埠镇 445103110).', source: 'GB/T 2260', status: 'verified' },
  { code: '445122', name: { zh: '饶平县', en: 'Raoping County' }, level: 'county', parent: '445100', official: true, statisticalCode: null,
    note: 'Seat at 黄冈镇 445122100.', source: 'GB/T 2260', status: 'verified' },
  { code: 'CZ-FENGXI', name: { zh: '枫溪区', en: 'Fengxi (management area)' }, level: 'local-unit', parent: '445100', official: false, statisticalCode: '445103121',
    note: 'Ceramics area under a management committee of the city, without a county code. The statistical yearbook code of 枫溪镇 lies under 445103; older data use other parents. The town code was read in the code list; standing as a unit and limits of its area are not verified.',
    source: 'Statistical town codes; GB/T 2260 has no entry', status: 'unverified' },
] as const satisfies readonly RegionRow[];

export type RegionCode = (typeof REGIONS)[number]['code'];
export type Region = RegionRow & { readonly code: RegionCode };

/** The region and every region below it. */
export function regionsWithin(code: RegionCode): RegionCode[] {
  const below = (REGIONS as readonly Region[]).filter((region) => region.parent === code);
  return [code, ...below.flatMap((region) => regionsWithin(region.code))];
}
