import type { Basis, LocalizedText } from '../../../kernel/text.js';

const HOUSE: Basis = { source: '本系统拟定', article: '抽查规则', status: 'unverified', note: '未见原文规定，为本系统拟定' };

export interface KeyGround {
  readonly code: string;
  readonly label: LocalizedText;
  /** Kinds of documents of which one has to be named. A name comes on the list by a decision, not by a suspicion. */
  readonly documents: readonly string[];
  readonly basis: Basis;
}

/** Why somebody is on the list of those who are checked more often (重点抽查名单). */
export const KEY_GROUNDS = [
  { code: 'infringement', label: { zh: '知识产权侵权假冒', en: 'Infringement or counterfeiting' }, documents: ['penalty-decision', 'on-the-spot-decision', 'adjudication-decision'], basis: { source: '潮办发〔2021〕2号', article: '第3项', status: 'verified', note: '措施要求纳入重点抽查名单；须有处罚或者裁决决定，为本系统拟定' } },
] as const satisfies readonly KeyGround[];

export const KEY_GROUND_CODES: readonly string[] = KEY_GROUNDS.map(({ code }) => code);

/** Of a hundred, how many are drawn at least. */
export interface Shares {
  /** First day, YYYY-MM-DD, Asia/Shanghai. */
  readonly from: string;
  readonly general: number;
  readonly key: number;
  readonly basis: Basis;
}

export const LEAST_SHARES: readonly Shares[] = [
  { from: '2021-09-01', general: 3, key: 20, basis: { source: '企业公示信息抽查办法', article: '第四条、第五条', status: 'unverified', note: '未见原文；百分之三为总局、省局随机抽查的比例，此处作为下限；重点名单的比例为本系统拟定' } },
];

/** Officers who check together. */
export const OFFICERS_PER_CHECK = { count: 2, basis: { source: '行政处罚法', article: '第四十二条第一款', status: 'verified', note: '执法人员不得少于两人；适用于抽查为本系统判断' } } as const satisfies { count: number; basis: Basis };

/** A firm that is checked so often in so many months is shown to those who supervise. */
export const REPEATED = { checks: 2, months: 12, basis: { source: '行政执法监督条例', article: '第十一条', status: 'unverified', note: '未见原文；次数、期间为本系统拟定' } } as const satisfies { checks: number; months: number; basis: Basis };

/** Size of a pool, of a list of officers, and of what one draw takes. */
export const DRAW_LIMITS = { pool: 5000, officers: 200, drawn: 500, basis: HOUSE } as const;

/** What a check found. `withCase`: a case is named. */
export const CHECK_RESULTS = [
  { code: 'nothing-found', label: { zh: '未发现问题', en: 'Nothing found' }, withCase: false },
  { code: 'corrected', label: { zh: '发现问题，已责令改正', en: 'Corrected on the spot' }, withCase: false },
  { code: 'case-opened', label: { zh: '发现问题，已立案', en: 'A case was opened' }, withCase: true },
  { code: 'refused', label: { zh: '拒绝、阻挠检查', en: 'The check was refused or obstructed' }, withCase: false },
  { code: 'not-found', label: { zh: '通过登记的住所无法联系', en: 'Not found at the registered address' }, withCase: false },
  { code: 'out-of-business', label: { zh: '已停业、注销', en: 'Out of business' }, withCase: false },
] as const satisfies readonly { code: string; label: LocalizedText; withCase: boolean }[];

export type CheckResult = (typeof CHECK_RESULTS)[number]['code'];
export const CHECK_RESULT_CODES: readonly CheckResult[] = CHECK_RESULTS.map(({ code }) => code);

/** The row in force on a day, YYYY-MM-DD. Throws before the first. */
export function leastSharesOn(day: string): Shares {
  const found = LEAST_SHARES.filter(({ from }) => from <= day).at(-1);
  if (found === undefined) throw new Error(`No shares are known for ${day}`);
  return found;
}
