import type { Basis, LocalizedText } from '../../../kernel/text.js';

const INTERPRETATION = '最高人民法院关于审理侵害知识产权民事案件适用惩罚性赔偿的解释';

export interface PunitiveFact {
  readonly code: string;
  readonly label: LocalizedText;
  readonly article: string;
}

/** Facts from which wilfulness may be found at first sight (第三条第二款). */
export const WILFULNESS = [
  { code: 'went-on-after-warning', label: { zh: '经通知、警告后仍继续侵权', en: 'Went on after a notice or warning' }, article: '第三条第二款第一项' },
  { code: 'manages-the-right-holder', label: { zh: '系原告或者利害关系人的法定代表人、管理人、实际控制人', en: 'Represents, manages or controls the right holder' }, article: '第三条第二款第二项' },
  { code: 'knew-through-relation', label: { zh: '存在劳动、劳务、合作、许可、经销、代理、代表等关系且接触过该知识产权', en: 'Knew the right through employment, licence, distribution or agency' }, article: '第三条第二款第三项' },
  { code: 'knew-through-dealings', label: { zh: '有业务往来或者磋商且接触过该知识产权', en: 'Knew the right through business or negotiations' }, article: '第三条第二款第四项' },
  { code: 'pirated-or-counterfeited', label: { zh: '实施盗版、假冒注册商标', en: 'Pirated works or counterfeited a mark' }, article: '第三条第二款第五项' },
  { code: 'other-wilfulness', label: { zh: '其他故意情形', en: 'Other wilfulness' }, article: '第三条第二款第六项' },
] as const satisfies readonly PunitiveFact[];

/** Facts from which serious circumstances may be found (第四条第二款). */
export const GRAVITY = [
  { code: 'again-after-penalty', label: { zh: '被行政处罚或者裁判承担责任后再次侵权', en: 'Did the same or the like again after a penalty or judgment' }, article: '第四条第二款第一项' },
  { code: 'as-a-business', label: { zh: '以侵害知识产权为业', en: 'Infringes as a business' }, article: '第四条第二款第二项' },
  { code: 'tampered-with-evidence', label: { zh: '伪造、毁坏或者隐匿侵权证据', en: 'Forged, destroyed or hid evidence' }, article: '第四条第二款第三项' },
  { code: 'defied-preservation', label: { zh: '拒不履行保全裁定', en: 'Defied a ruling on preservation' }, article: '第四条第二款第四项' },
  { code: 'great-profit-or-damage', label: { zh: '侵权获利或者权利人受损巨大', en: 'Great profit or damage' }, article: '第四条第二款第五项' },
  { code: 'endangers-public', label: { zh: '可能危害国家安全、公共利益或者人身健康', en: 'May endanger security, the public or health' }, article: '第四条第二款第六项' },
  { code: 'other-gravity', label: { zh: '其他情节严重情形', en: 'Other serious circumstances' }, article: '第四条第二款第七项' },
] as const satisfies readonly PunitiveFact[];

export const WILFULNESS_CODES = WILFULNESS.map(({ code }) => code);
export const GRAVITY_CODES = GRAVITY.map(({ code }) => code);
export const PUNITIVE_BASES = ['actual-loss', 'illegal-income', 'profit', 'licence-fee-multiple'] as const;

/** Punitive damages as a judgment states them. Money in CNY; the base is without reasonable expenses (第五条第一款). */
export interface Punitive {
  readonly base: number;
  readonly baseKind: (typeof PUNITIVE_BASES)[number];
  readonly factor: number;
  readonly amount: number;
  readonly wilfulness: readonly string[];
  readonly gravity: readonly string[];
  /** Words for what stands under "other". */
  readonly facts?: string;
}

interface FactorRule {
  readonly rightTypes: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly basis: Basis;
}

const bounds = (rightTypes: readonly string[], basis: Basis): FactorRule => ({ rightTypes, least: 1, most: 5, basis });
const read = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const unread = (source: string, article: string): Basis => ({ source, article, status: 'unverified', note: '条文未读' });

/** How many times the base, by right. A right that is not here has no bounds in a text of its own (民法典第一千一百八十五条 names none). */
export const FACTORS: readonly FactorRule[] = [
  bounds(['trademark'], read('商标法', '第六十三条第一款', '2027年1月1日起为第七十七条第一款')),
  bounds(['patent'], read('专利法', '第七十一条第一款')),
  bounds(['trade_secret_technical', 'trade_secret_business'], read('反不正当竞争法', '第二十二条第三款')),
  bounds(['copyright'], unread('著作权法', '第五十四条')),
  bounds(['plant_variety'], unread('种子法', '第七十二条')),
];

/** Base times factor, to the cent. */
export function punitiveAmount({ base, factor }: Pick<Punitive, 'base' | 'factor'>): number {
  return Math.round(base * factor * 100) / 100;
}

/** The rules whose bounds the factor does not keep. */
export function brokenBounds(rightTypes: readonly string[], factor: number): FactorRule[] {
  return FACTORS.filter((rule) => rule.rightTypes.some((right) => rightTypes.includes(right)) && (factor < rule.least || factor > rule.most));
}

/** What has to be named and is not: a fact of each kind, and words for "other". */
export function unnamedFacts({ wilfulness, gravity, facts = '' }: Punitive): ('wilfulness' | 'gravity' | 'facts')[] {
  const other = [...wilfulness, ...gravity].some((code) => code.startsWith('other-'));
  return [...(wilfulness.length === 0 ? ['wilfulness' as const] : []), ...(gravity.length === 0 ? ['gravity' as const] : []), ...(other && facts.trim() === '' ? ['facts' as const] : [])];
}

export const PUNITIVE_SOURCE = INTERPRETATION;
