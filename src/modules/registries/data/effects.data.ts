import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** What follows from standing on a list, from one day to another, both included, YYYY-MM-DD; null where there is no such end. */
export interface EffectRow {
  readonly code: string;
  readonly list: ListCode;
  readonly label: LocalizedText;
  readonly valid: readonly [from: string, to: string | null];
  readonly basis: Basis;
}

/** Lists whose entries the register holds. The "blacklist" is what they say together: there are no entries beside them. */
export const LISTS = {
  'serious-dishonesty': { zh: '市场监督管理严重违法失信名单', en: 'List of serious dishonesty in market regulation' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type ListCode = keyof typeof LISTS;

const SINCE = ['2021-09-01', null] as const;
const effect = (code: string, item: string, zh: string, en: string): EffectRow => ({
  code, list: 'serious-dishonesty', label: { zh, en }, valid: SINCE, basis: { source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article: `第十五条第${item}项`, status: 'verified' },
});

/** Told to those who look somebody up. The sanction itself is theirs, by the law that they apply. */
export const EFFECTS: readonly EffectRow[] = [
  effect('weighed-in-licensing', '一', '审查行政许可、资质、资格、委托承担政府采购项目、工程招投标时作为重要考量因素', 'Weighs in licensing, qualifications, government procurement and tenders'),
  effect('checked-more', '二', '列为重点监管对象，提高检查频次', 'Under key supervision, checked more often'),
  effect('no-commitment-licensing', '三', '不适用告知承诺制', 'No licences on a mere commitment'),
  effect('no-honours', '四', '不予授予市场监督管理部门荣誉称号等表彰奖励', 'No honours of market regulators'),
  {
    code: 'no-public-funds', list: 'serious-dishonesty', label: { zh: '三年内不得申请政府财政性资金项目及参与表彰奖励', en: 'For three years no publicly funded projects and no awards' }, valid: ['2022-05-01', null],
    basis: { source: '广东省知识产权保护条例', article: '第四十九条', status: 'verified', note: '限于该条所列情形，由适用机关核对事由' },
  },
];

/** Effects of a list on a day. */
export function effectsOf(list: string, day: string): EffectRow[] {
  return EFFECTS.filter(({ list: of, valid: [from, to] }) => of === list && from <= day && (to === null || day <= to));
}

/** Seconds that an answer stays behind the present: by then every move that began has been committed or has failed, so the same question never gets another answer. */
export const SETTLING = { seconds: 2 } as const;
