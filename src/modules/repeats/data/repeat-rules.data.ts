import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** What a prompt is for. It decides nothing: a person does. */
export const FEEDS = ['criminal-threshold', 'heavier-penalty', 'adjudication-shortcut', 'punitive-damages', 'listing'] as const;
export type Feed = (typeof FEEDS)[number];
export const EARLIER_KINDS = ['penalty', 'on-the-spot', 'adjudication'] as const;
export type EarlierKind = (typeof EARLIER_KINDS)[number];

/** When having been found to infringe before has a consequence in law. Days are YYYY-MM-DD, both included. */
export interface RepeatRule {
  readonly code: string;
  readonly valid: readonly [from: string, to: string | null];
  /** Types of rights of the matter at hand. Earlier decisions are about the same type. */
  readonly rightTypes: readonly string[];
  /** Years between the service of the earlier decision and the act; null: no limit. */
  readonly years: number | null;
  readonly counts: readonly EarlierKind[];
  /** How many earlier decisions it takes. */
  readonly least: number;
  /** About the same right, by its number. */
  readonly sameRight: boolean;
  readonly feeds: Feed;
  readonly label: LocalizedText;
  readonly explanation: LocalizedText;
  readonly basis: Basis;
}

const PUNISHED = ['penalty', 'on-the-spot'] as const;
const SECRETS = ['trade_secret_technical', 'trade_secret_business'];
const RIGHTS = ['trademark', 'patent', 'copyright', 'geographical_indication', ...SECRETS, 'plant_variety', 'layout_design', 'special_mark'];
const TWICE = { zh: '五年内再次实施商标侵权', en: 'A trademark infringed again within five years' };
const TWICE_WHY = { zh: '五年内实施两次以上商标侵权行为的，应当从重处罚；以已送达且未被撤销的处罚决定为前一次', en: 'Twice or more within five years: the heavier penalty. A decision that was served and stands is the time before' };

export const REPEAT_RULES: readonly RepeatRule[] = [
  {
    code: 'crime-within-two-years', valid: ['2025-04-26', null], rightTypes: ['trademark', 'patent', 'copyright', ...SECRETS], years: 2, counts: PUNISHED, least: 1, sameRight: false, feeds: 'criminal-threshold',
    label: { zh: '二年内受过行政处罚后再次实施', en: 'Again within two years of a penalty' },
    explanation: { zh: '二年内因同类行为受过行政处罚后再次实施的，入罪数额降低；刑事处罚不在本系统，须另行查询', en: 'The figures from which it is a crime are lower; criminal sentences are not in this system and have to be asked for' },
    basis: { source: '法释〔2025〕5号', article: '第三条、第五条、第六条、第十条、第十三条、第十四条、第十七条', status: 'unverified', note: '由资料汇编转引，文本未读；以处罚决定送达之日起算为本系统判断' },
  },
  { code: 'trademark-within-five-years', valid: ['2019-11-01', '2026-12-31'], rightTypes: ['trademark'], years: 5, counts: PUNISHED, least: 1, sameRight: false, feeds: 'heavier-penalty', label: TWICE, explanation: TWICE_WHY, basis: { source: '商标法（2019年修正）', article: '第六十条第二款', status: 'verified' } },
  { code: 'trademark-within-five-years', valid: ['2027-01-01', null], rightTypes: ['trademark'], years: 5, counts: PUNISHED, least: 1, sameRight: false, feeds: 'heavier-penalty', label: TWICE, explanation: TWICE_WHY, basis: { source: '商标法（2026年修订）', article: '第七十四条第二款', status: 'verified' } },
  {
    code: 'trade-secret-within-two-years', valid: ['2026-06-01', null], rightTypes: SECRETS, years: 2, counts: PUNISHED, least: 1, sameRight: false, feeds: 'heavier-penalty',
    label: { zh: '二年内再次侵犯商业秘密', en: 'Trade secrets infringed again within two years' }, explanation: { zh: '属于反不正当竞争法第二十六条所称的情节严重', en: 'Serious circumstances in the sense of the law' },
    basis: { source: '商业秘密保护规定（总局令第126号）', article: '第二十六条第四项', status: 'verified' },
  },
  {
    code: 'same-right-in-guangdong', valid: ['2022-05-01', null], rightTypes: RIGHTS, years: null, counts: ['penalty', 'on-the-spot', 'adjudication'], least: 1, sameRight: true, feeds: 'heavier-penalty',
    label: { zh: '以相同行为再次侵犯同一知识产权', en: 'The same right infringed again' }, explanation: { zh: '处罚、裁决生效后以相同行为再次侵犯同一知识产权的，应当从重处罚；行为是否相同由办案人员认定', en: 'After a penalty or an adjudication took effect: the heavier penalty. Whether the acts are the same is for the officer to find' },
    basis: { source: '广东省知识产权保护条例', article: '第四十八条第一款', status: 'verified' },
  },
  {
    code: 'same-patent-again', valid: ['2025-02-01', null], rightTypes: ['patent'], years: null, counts: ['adjudication'], least: 1, sameRight: true, feeds: 'adjudication-shortcut',
    label: { zh: '裁决生效后再次侵犯同一专利权', en: 'The same patent infringed again after an adjudication' },
    explanation: { zh: '对同一专利、同一侵权人、相同类型行为，可以直接作出责令停止的裁决；是否相同类型由合议组认定', en: 'The same patent, infringer and type of act: the office may order to stop at once. Whether the type is the same is for the panel to find' },
    basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第三十四条第一款', status: 'verified', note: '适用以同一侵权人为限，关联主体须先认定；广东省知识产权保护条例有关再次侵权可以采取全部措施的规定并存' },
  },
  {
    code: 'punitive-after-penalty', valid: ['2021-03-03', null], rightTypes: RIGHTS, years: null, counts: ['penalty', 'on-the-spot'], least: 1, sameRight: false, feeds: 'punitive-damages',
    label: { zh: '被行政处罚后再次侵权', en: 'Infringed again after a penalty' }, explanation: { zh: '人民法院可以认定为情节严重；故意由法院另行认定', en: 'The court may find serious circumstances in it; wilfulness is found apart' },
    basis: { source: '最高人民法院关于审理侵害知识产权民事案件适用惩罚性赔偿的解释', article: '第四条第二款第一项', status: 'verified' },
  },
  {
    code: 'listing-for-frequency', valid: ['2021-09-01', null], rightTypes: RIGHTS, years: 2, counts: PUNISHED, least: 1, sameRight: false, feeds: 'listing',
    label: { zh: '两年内再次被查处', en: 'Found again within two years' }, explanation: { zh: '违法行为的频次是列入严重违法失信名单的考虑因素；是否故意、是否列入由人决定', en: 'How often it happened is a factor of a listing; whether it was wilful, and whether to list, is for people to decide' },
    basis: { source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article: '第九条第二项、第十二条', status: 'unverified', note: '条文以频次为考虑因素，未定期间；两年为本系统拟定' },
  },
];

/** The rules in force on a day for a type of right. */
export function repeatRulesOn(day: string, rightType: string): RepeatRule[] {
  return REPEAT_RULES.filter(({ valid: [from, to], rightTypes }) => from <= day && (to === null || day <= to) && rightTypes.includes(rightType));
}

/** States in which a decision stands, by kind of proceeding. */
export const STANDING_STATES: Readonly<Record<EarlierKind, readonly string[]>> = {
  penalty: ['performing', 'performed', 'closed'],
  'on-the-spot': ['decided', 'handed-in'],
  adjudication: ['effective', 'enforcing', 'performed', 'concluded'],
};
