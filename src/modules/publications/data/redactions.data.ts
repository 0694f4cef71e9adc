import type { Basis, LocalizedText } from '../../../kernel/text.js';

export interface RedactionRule {
  readonly code: string;
  readonly label: LocalizedText;
  readonly replacement: string;
  /** What the machine has found under it may not be shown again by anybody. */
  readonly fixed: boolean;
  readonly basis: Basis;
}

const disclosure = (article: string): Basis => ({ source: '市场监督管理行政处罚信息公示规定', article, status: 'verified' });
const reporters: Basis = { source: '市场监督管理投诉举报处理办法（总局令第121号）', article: '第三十七条', status: 'verified' };
/** Other places name these data in rules of their own; none of Guangdong was read. */
const usual: Basis = { source: '市场监督管理行政处罚信息公示规定', article: '第六条', status: 'unverified', note: '条文只写“必要的处理”；具体项目未见本省规定，参照外地办法' };

/** What is not shown, the strongest first. */
export const REDACTIONS = [
  { code: 'reporter', label: { zh: '举报人、投诉人', en: 'Who reported' }, replacement: '〔举报人〕', fixed: true, basis: reporters },
  { code: 'reporter-code', label: { zh: '举报编号、查询码', en: 'Numbers and codes of a report' }, replacement: '〔编号〕', fixed: true, basis: reporters },
  { code: 'trade-secret', label: { zh: '商业秘密', en: 'Trade secrets' }, replacement: '〔涉及商业秘密，不予公示〕', fixed: true, basis: disclosure('第六条') },
  { code: 'id-number', label: { zh: '身份证件号码', en: 'Identity numbers' }, replacement: '〔证件号〕', fixed: true, basis: usual },
  { code: 'bank-account', label: { zh: '银行账号', en: 'Bank accounts' }, replacement: '〔账号〕', fixed: true, basis: usual },
  { code: 'phone', label: { zh: '电话号码', en: 'Telephone numbers' }, replacement: '〔电话〕', fixed: true, basis: usual },
  { code: 'email', label: { zh: '电子邮箱', en: 'E-mail addresses' }, replacement: '〔邮箱〕', fixed: true, basis: usual },
  { code: 'messenger', label: { zh: '微信、QQ等账号', en: 'Accounts of messengers' }, replacement: '〔账号〕', fixed: true, basis: usual },
  { code: 'person', label: { zh: '其他自然人姓名', en: 'Names of other people' }, replacement: '〔自然人〕', fixed: true, basis: usual },
  { code: 'address', label: { zh: '住址', en: 'Home addresses' }, replacement: '〔住址〕', fixed: false, basis: usual },
  { code: 'plate', label: { zh: '车牌号', en: 'Number plates' }, replacement: '〔车牌号〕', fixed: false, basis: usual },
  { code: 'credit-code', label: { zh: '其他机构的统一社会信用代码', en: 'Credit codes of others' }, replacement: '〔代码〕', fixed: false, basis: usual },
  { code: 'name-after-role', label: { zh: '称谓后的姓名', en: 'Names after a role' }, replacement: '〔自然人〕', fixed: false, basis: usual },
  { code: 'long-number', label: { zh: '来源不明的长数字', en: 'Long numbers of unknown kind' }, replacement: '〔号码〕', fixed: false, basis: usual },
  { code: 'reviewer', label: { zh: '审核人认定', en: 'Found by the reviewer' }, replacement: '〔不予公示〕', fixed: false, basis: disclosure('第六条') },
] as const satisfies readonly RedactionRule[];

export type RedactionCode = (typeof REDACTIONS)[number]['code'];

export const REDACTION_CODES: readonly string[] = REDACTIONS.map(({ code }) => code);

export function redaction(code: string): RedactionRule {
  const found = REDACTIONS.find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no redaction ${code}`);
  return found;
}

export const strengthOf = (code: string): number => REDACTION_CODES.indexOf(code);
export const isFixed = (code: string): boolean => REDACTIONS.some((one) => one.code === code && one.fixed);
