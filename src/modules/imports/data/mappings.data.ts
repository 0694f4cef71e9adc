import type { LocalizedText } from '../../../kernel/text.js';
import type { Mapping } from '../domain/columns.rules.js';

export interface NamedMapping extends Mapping {
  readonly code: string;
  readonly label: LocalizedText;
}

/** No right is spoken of in the official forms: an officer who sees one corrects it. */
const NO_RIGHT = { 'right.type': 'none', 'right.holder': 'none' };
/** Who signed and which office took the form down stays on paper. */
const SIGNATURES = { 登记单位: null, 经办人: null, '经办人(签字)': null, 序号: null };

/** Kinds of files. A file of no special kind has every column of its own. */
export const MAPPINGS = [
  { code: 'general', label: { zh: '通用表', en: 'Table with all fields' }, labels: { 序号: null }, fixed: {} },
  { code: 'hotline-12345', label: { zh: '12345工单表', en: 'Work orders of 12345' }, labels: { 序号: null, 标题: null, 工单标题: null, 地址: 'target.address' }, fixed: { channel: 'hotline-12345' } },
  { code: 'hotline-12315', label: { zh: '12315工单表', en: 'Work orders of 12315' }, labels: { 序号: null, 登记部门: null }, fixed: { channel: 'hotline-12315' } },
  // 文书式样一: for complaints of consumers about what they bought for daily life.
  {
    code: 'complaint-form', label: { zh: '投诉登记表', en: 'Register of complaints' },
    labels: { ...SIGNATURES, '投诉人(签字)': null, 联系人: null, 被投诉人联系电话: null },
    fixed: { requestType: 'complaint', matter: 'consumer-dispute', livingConsumption: true, ...NO_RIGHT },
  },
  // 文书式样二: a name makes it a report under a real name.
  {
    code: 'report-form', label: { zh: '举报登记表', en: 'Register of reports' },
    labels: { ...SIGNATURES, '举报人(签字)': null },
    fixed: { requestType: 'report', matter: 'other', ...NO_RIGHT },
  },
] as const satisfies readonly NamedMapping[];

export type MappingCode = (typeof MAPPINGS)[number]['code'];
export const MAPPING_CODES = MAPPINGS.map(({ code }) => code);

/** The mapping that was asked for, else the one of the channel, else the general one. */
export function mappingOf(asked: string | undefined, channel: string | undefined): NamedMapping {
  const all: readonly NamedMapping[] = MAPPINGS;
  const byCode = (code: string | undefined): NamedMapping | undefined => all.find((mapping) => mapping.code === code);
  const found = byCode(asked) ?? byCode(channel) ?? byCode('general');
  if (found === undefined) throw new Error('There is no general mapping');
  return found;
}
