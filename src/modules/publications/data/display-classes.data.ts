import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { ClassRules, DisplayClass } from '../domain/display.rules.js';

const DISCLOSURE = '市场监督管理行政处罚信息公示规定（总局令第45号，2025年修正）';
const REPAIR = '市场监督管理信用修复管理办法（总局令第107号）';
const disclosure = (article: string, note?: string): Basis => ({ source: DISCLOSURE, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const repair = (article: string): Basis => ({ source: REPAIR, article, status: 'verified' });

/** How long a publication is shown. Earlier ends are decided by credit repair. */
export const DISPLAY_CLASSES = [
  { code: 'none', label: { zh: '不予公示', en: 'Not shown' }, clock: null, shown: false, months: null, earlyMonths: null, basis: disclosure('第二条第二款') },
  { code: 'minor', label: { zh: '轻微', en: 'Minor' }, clock: 'publication.display-minor', shown: true, months: 3, earlyMonths: null, basis: disclosure('第十三条') },
  { code: 'ordinary', label: { zh: '一般', en: 'Ordinary' }, clock: 'publication.display-ordinary', shown: true, months: 12, earlyMonths: 3, basis: disclosure('第十五条') },
  { code: 'serious-field', label: { zh: '严重（重点领域）', en: 'Serious: protected field' }, clock: 'publication.display-serious', shown: true, months: 36, earlyMonths: 12, basis: disclosure('第十四条第一款') },
  { code: 'serious-restriction', label: { zh: '严重（限制类）', en: 'Serious: restriction' }, clock: 'publication.display-serious', shown: true, months: 36, earlyMonths: 12, restriction: true, basis: disclosure('第十四条第二款') },
  { code: 'serious-revocation', label: { zh: '严重（吊销、关闭类）', en: 'Serious: revocation or closure' }, clock: 'publication.display-serious', shown: true, months: 36, earlyMonths: null, basis: disclosure('第十四条第三款') },
  { code: 'list', label: { zh: '严重违法失信名单', en: 'List of the seriously dishonest' }, clock: 'publication.display-serious', shown: true, months: 36, earlyMonths: 12, basis: repair('第八条第一款第四项、第十三条') },
  { code: 'check-result', label: { zh: '抽查检查结果负面信息', en: 'Bad result of a check' }, clock: 'publication.display-check', shown: true, months: 3, earlyMonths: null, basis: repair('第十条第一款') },
  { code: 'lasting', label: { zh: '无法定公示期', en: 'No period in law' }, clock: null, shown: true, months: null, earlyMonths: null, basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第八十三条', status: 'unverified', note: '条文只规定公开，未定停止公开的时间；由作出机关撤回' } },
] as const satisfies readonly DisplayClass[];

export type DisplayClassCode = (typeof DISPLAY_CLASSES)[number]['code'];

export function displayClass(code: string): DisplayClass {
  const found = DISPLAY_CLASSES.find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no display class ${code}`);
  return found;
}

/** From penalties to their class. 暂扣许可证件 stands in none of the serious groups and is ordinary. */
export const CLASS_RULES: ClassRules = {
  ofKind: {
    warning: 'none', 'public-criticism': 'minor', fine: 'ordinary', 'confiscate-income': 'ordinary', 'confiscate-goods': 'ordinary', 'suspend-licence': 'ordinary', 'lower-qualification': 'serious-revocation',
    'revoke-licence': 'serious-revocation', 'restrict-activity': 'serious-restriction', 'stop-business': 'serious-restriction', 'close-business': 'serious-revocation', 'bar-from-trade': 'serious-restriction', other: 'ordinary',
  },
  // 第十三条第二款: fifty thousand for the entity, five thousand for whoever answers for it.
  low: { bands: ['light', 'mitigated'], organisation: 50_000, person: 5_000, class: 'minor' },
  serious: { class: 'serious-field', above: ['ordinary'] },
  order: ['none', 'minor', 'ordinary', 'serious-field', 'serious-restriction', 'serious-revocation'],
};

interface Choice {
  readonly code: string;
  readonly label: LocalizedText;
  readonly basis: Basis;
}

/** Discretionary bands that the classes know. */
export const BANDS: readonly Choice[] = [
  { code: 'mitigated', label: { zh: '减轻', en: 'Mitigated' }, basis: disclosure('第十三条第二款') },
  { code: 'light', label: { zh: '从轻', en: 'Light' }, basis: disclosure('第十三条第二款') },
  { code: 'ordinary', label: { zh: '一般', en: 'Ordinary' }, basis: disclosure('第十五条') },
  { code: 'heavy', label: { zh: '从重', en: 'Heavy' }, basis: disclosure('第十五条') },
];

/** Fields in which everything beyond the minor is serious (第十四条第一款). */
export const SERIOUS_FIELDS: readonly Choice[] = [
  { code: 'food', label: { zh: '食品', en: 'Food' }, basis: disclosure('第十四条第一款') },
  { code: 'drugs', label: { zh: '药品', en: 'Drugs' }, basis: disclosure('第十四条第一款') },
  { code: 'medical-devices', label: { zh: '医疗器械', en: 'Medical devices' }, basis: disclosure('第十四条第一款') },
  { code: 'cosmetics', label: { zh: '化妆品', en: 'Cosmetics' }, basis: disclosure('第十四条第一款') },
  { code: 'special-equipment', label: { zh: '特种设备', en: 'Special equipment' }, basis: disclosure('第十四条第一款') },
  { code: 'key-products', label: { zh: '重点工业产品', en: 'Key industrial products' }, basis: disclosure('第十四条第一款', '食品接触用陶瓷、不锈钢制品是否属于，由承办人按目录认定') },
];
