import type { LocalizedText } from '../../../kernel/text.js';

/** What goes with a referral (移送规定第六条). The letter itself is written by the transfer. */
export interface PaperRow {
  readonly code: string;
  readonly label: LocalizedText;
  readonly article: string;
  /** `where-any`: the article asks for it where there is one; its absence is explained. */
  readonly needed: 'always' | 'where-any';
}

export const REFERRAL_PAPERS = [
  { code: 'investigation-report', label: { zh: '涉嫌犯罪案件情况的调查报告', en: 'Report on the investigation of the suspected crime' }, article: '第六条第二项', needed: 'always' },
  { code: 'goods-list', label: { zh: '涉案物品清单', en: 'List of the goods involved' }, article: '第六条第三项', needed: 'always' },
  { code: 'expert-report', label: { zh: '有关检验报告或者鉴定结论', en: 'Test reports and expert conclusions' }, article: '第六条第四项', needed: 'where-any' },
  { code: 'other-papers', label: { zh: '其他有关涉嫌犯罪的材料', en: 'Other papers about the suspected crime' }, article: '第六条第五项', needed: 'where-any' },
] as const satisfies readonly PaperRow[];

export const PAPER_CODES = REFERRAL_PAPERS.map(({ code }) => code);

/** A paper that goes with the referral, or the reason why there is none of its kind. */
export interface Paper {
  readonly paper: string;
  /** Number or id under which it is found. */
  readonly reference?: string;
  readonly absent?: string;
}

const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** Codes of the papers that are still missing, in the order of the article. */
export function missingPapers(given: readonly Paper[]): string[] {
  const there = new Set(given.filter(({ reference }) => filled(reference)).map(({ paper }) => paper));
  const explained = new Set(given.filter(({ absent }) => filled(absent)).map(({ paper }) => paper));
  return REFERRAL_PAPERS.filter(({ code, needed }) => !there.has(code) && !(needed === 'where-any' && explained.has(code))).map(({ code }) => code);
}

/** The file after more papers came: of each kind the last word counts, and everything that was referred to stays. */
export function withPapers(before: readonly Paper[], more: readonly Paper[]): Paper[] {
  const given = new Set(more.map(({ paper }) => paper));
  return [...before.filter(({ paper, reference }) => filled(reference) || !given.has(paper)), ...more];
}

/** An earlier fine is counted against the criminal fine (移送规定第十一条第三款、行政处罚法第三十五条第二款), CNY. */
export function offset(earlierFine: number, criminalFine: number): number {
  return Math.min(earlierFine, criminalFine);
}
