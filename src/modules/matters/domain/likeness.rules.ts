import type { LocalizedText } from '../../../kernel/text.js';

/** What makes two complaints alike, and how much each counts. Weights are a judgement of this system: they order candidates, and decide nothing. */
export const LIKENESS = [
  { code: 'same-number', weight: 1, label: { zh: '工单注明的关联编号', en: 'The work order names the other number' } },
  { code: 'same-right', weight: 0.3, label: { zh: '同一权利编号', en: 'Same number of the right' } },
  { code: 'same-party', weight: 0.4, label: { zh: '同一统一社会信用代码', en: 'Same credit code of the party' } },
  { code: 'like-name', weight: 0.3, label: { zh: '名称相近', en: 'Alike in name' } },
  { code: 'like-address', weight: 0.15, label: { zh: '地址相近', en: 'Alike in address' } },
  { code: 'like-facts', weight: 0.35, label: { zh: '事实描述相近', en: 'Alike in the facts' } },
] as const satisfies readonly { code: string; weight: number; label: LocalizedText }[];

export type LikenessCode = (typeof LIKENESS)[number]['code'];

export const DUPLICATES = {
  /** How far back candidates are looked for, calendar days; a judgement of this system. */
  windowDays: 90,
  /** Below this a pair is not shown. */
  shownFrom: 0.25,
  /** Names and addresses less alike than this do not count (pg_trgm). */
  nameFrom: 0.4,
  /** Share of common words from which facts are alike. */
  factsFrom: 0.3,
  /** With the same reporter and party: share of common words from which it is the same fact (总局令第121号第三十五条第二款). */
  sameFactFrom: 0.6,
} as const;

/** What was measured about a pair: 0 or 1 for what is the same, a share for what is alike. */
export type Measured = Readonly<Record<LikenessCode, number>>;

export interface Likeness {
  /** From 0 to 1, three decimals. */
  readonly score: number;
  readonly reasons: readonly { readonly code: LikenessCode; readonly share: number; readonly text: LocalizedText }[];
}

const FLOORS: Readonly<Partial<Record<LikenessCode, number>>> = { 'like-name': DUPLICATES.nameFrom, 'like-address': DUPLICATES.nameFrom, 'like-facts': DUPLICATES.factsFrom };

/** The weighted sum of what counts, at most 1, and why. The same party is not counted again for its name. */
export function likeness(measured: Measured): Likeness {
  const counted = LIKENESS.filter(({ code }) => measured[code] > 0 && measured[code] >= (FLOORS[code] ?? 0) && !(code === 'like-name' && measured['same-party'] > 0));
  const sum = counted.reduce((total, { code, weight }) => total + weight * measured[code], 0);
  return { score: round(Math.min(1, sum)), reasons: counted.map(({ code, label }) => ({ code, share: round(measured[code]), text: label })) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** From how many on the factors of 第十七条 are worth a look. The rule names no number: a judgement of this system, for the city to refine (第十七条第二款). */
export const FACTORS = { windowDays: 90, massFrom: 5, sharedFrom: 2 } as const;

export interface ContactCounts {
  readonly sameParty: number;
  readonly total: number;
  readonly documents: number;
}

/** Which factors the counts speak for. They prompt an officer; they refuse nobody. */
export function factors({ sameParty, documents }: ContactCounts): { readonly code: 'mass-complaints' | 'shared-contact'; readonly count: number }[] {
  return [
    ...(sameParty >= FACTORS.massFrom ? [{ code: 'mass-complaints' as const, count: sameParty }] : []),
    ...(documents >= FACTORS.sharedFrom ? [{ code: 'shared-contact' as const, count: documents }] : []),
  ];
}
