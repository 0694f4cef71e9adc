import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** A ground for a listing, from one day to another, both included, YYYY-MM-DD. One whose text nobody here has read founds nothing. */
export interface GroundRow {
  readonly code: string;
  readonly label: LocalizedText;
  readonly valid: readonly [from: string, to: string | null];
  /** Kinds of proceeding whose decision it rests on. */
  readonly rests: readonly string[];
  /** Decided together with that decision, or alone once that decision was served. */
  readonly decided: 'together' | 'alone';
  readonly basis: Basis;
}

const MEASURES = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const since = ['2021-09-01', null] as const;
const read = (article: string): Basis => ({ source: MEASURES, article, status: 'verified' });
const together = (code: string, zh: string, en: string, article: string): GroundRow => ({ code, label: { zh, en }, valid: since, rests: ['penalty'], decided: 'together', basis: read(article) });

export const GROUNDS: readonly GroundRow[] = [
  together('grave-unfair-competition', '侵犯商业秘密、商业诋毁、组织虚假交易等严重破坏公平竞争秩序的不正当竞争行为', 'Trade secrets, defamation, fake deals: grave unfair competition', '第九条第一项、第二条'),
  together('wilful-ip-infringement', '故意侵犯知识产权', 'Wilful infringement of intellectual property', '第九条第二项、第二条'),
  together('abnormal-filing', '提交非正常专利申请、恶意商标注册申请损害社会公共利益', 'Abnormal patent or bad-faith trademark filing against the public interest', '第九条第二项、第二条'),
  together('unlawful-agency', '从事严重违法专利、商标代理行为', 'Gravely unlawful patent or trademark agency', '第九条第二项、第二条'),
  { code: 'refusal-to-perform', label: { zh: '有履行能力但拒不履行、逃避执行行政处罚、行政裁决等决定', en: 'Able to perform a penalty or an adjudication, but refuses or evades' }, valid: since, rests: ['penalty', 'adjudication'], decided: 'alone', basis: read('第十一条第一款') },
  {
    code: 'cnipa-dishonest-subject', label: { zh: '国家知识产权局认定的严重违法失信主体', en: 'Dishonest subject as found by the national IP administration' }, valid: ['2022-01-24', null], rests: [], decided: 'alone',
    basis: { source: '国家知识产权局知识产权信用管理规定', article: '条文未读', status: 'unverified', note: '规定原文未在资料中，不据以列入' },
  },
  {
    code: 'court-list', label: { zh: '转载人民法院失信被执行人名单', en: 'Reprinted from the list of the courts' }, valid: since, rests: [], decided: 'alone',
    basis: { source: MEASURES, article: '第二十四条', status: 'unverified', note: '所依据的法律文书和转载规则未读，不据以列入' },
  },
];

/** Decisions that a ground may rest on, by kind of proceeding. */
export const BASE_DOCUMENTS: Readonly<Record<string, string>> = { penalty: 'penalty-decision', adjudication: 'adjudication-decision' };

/** States of those proceedings in which their decision has fallen. */
export const FALLEN = ['revoked', 'annulled'] as const;

/** Whether the superior has to consent (第二十二条). A draft of October 2025 drops it; its final text was not found, so the row stays open. */
export const CONSENT: readonly { readonly valid: readonly [from: string, to: string | null]; readonly required: boolean; readonly basis: Basis }[] = [{ valid: since, required: true, basis: read('第二十二条') }];

const on = (day: string, [from, to]: readonly [string, string | null]): boolean => from <= day && (to === null || day <= to);

/** The ground as it stood on a day; undefined where it founds nothing then, or was not read. */
export function groundOn(code: string, day: string): GroundRow | undefined {
  return GROUNDS.find((row) => row.code === code && on(day, row.valid) && row.basis.status === 'verified');
}

export function consentRequired(day: string): boolean {
  return CONSENT.find(({ valid }) => on(day, valid))?.required ?? false;
}
