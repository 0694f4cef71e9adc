import type { AgencyCode } from '../../identity/index.js';

interface Letters {
  /** 代字. Shorter than the name of the agency; no two agencies have the same. */
  readonly letters: string;
  readonly status: 'verified' | 'unverified';
}

/**
 * 机关代字, with which the numbers of an agency begin. None was read in a local text: all are `unverified`, formed as other
 * cities form theirs. An agency that is not here numbers nothing.
 */
export const AGENCY_LETTERS: Readonly<Partial<Record<AgencyCode, Letters>>> = {
  'cz-market-regulation': { letters: '潮市监', status: 'unverified' },
  'xiangqiao-market-regulation': { letters: '湘桥市监', status: 'unverified' },
  'chaoan-market-regulation': { letters: '潮安市监', status: 'unverified' },
  'raoping-market-regulation': { letters: '饶市监', status: 'unverified' },
  'cz-propaganda': { letters: '潮版权', status: 'unverified' },
  'cz-culture': { letters: '潮文旅体', status: 'unverified' },
  'cz-agriculture': { letters: '潮农', status: 'unverified' },
  'cz-forestry': { letters: '潮林', status: 'unverified' },
  'cz-justice': { letters: '潮司', status: 'unverified' },
  'cz-commerce': { letters: '潮商务', status: 'unverified' },
  'cz-cyberspace': { letters: '潮网信', status: 'unverified' },
  'cz-police': { letters: '潮公', status: 'unverified' },
  'cz-procuratorate': { letters: '潮检', status: 'unverified' },
  'cz-court': { letters: '潮中法', status: 'unverified' },
  'chaozhou-customs': { letters: '潮关', status: 'unverified' },
  'cz-ip-mediation-committee': { letters: '潮知调', status: 'unverified' },
};

/**
 * Units that decide nothing in their own name: their papers bear the name and take the numbers of another. The desk and the
 * team are internal units; whether Fengxi decides by itself is not verified; the centre acts under delegation (专利纠纷行政裁决和调解办法).
 */
export const SIGNS_AS: Readonly<Partial<Record<AgencyCode, AgencyCode>>> = {
  'cz-ip-intake': 'cz-market-regulation',
  'fengxi-market-regulation': 'cz-market-regulation',
  'cz-ip-rapid-centre': 'cz-market-regulation',
  'cz-culture-enforcement': 'cz-culture',
};

/** In whose name an agency issues. */
export function signerOf(agency: string): string {
  return (SIGNS_AS as Readonly<Record<string, string>>)[agency] ?? agency;
}

/** The letters of an agency that signs; undefined where it numbers nothing. */
export function lettersOf(signer: string): string | undefined {
  return (AGENCY_LETTERS as Readonly<Record<string, Letters>>)[signer]?.letters;
}
