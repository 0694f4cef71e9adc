import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** What two accused parties can have in common. */
export const LINK_FIELDS = ['organisation-code', 'shop', 'identity-document', 'phone', 'address', 'legal-representative', 'name'] as const;
export type LinkField = (typeof LINK_FIELDS)[number];

export interface LinkSignal {
  readonly field: LinkField;
  /** What it adds to the strength of a link, percent. */
  readonly weight: number;
  readonly label: LocalizedText;
  readonly why: LocalizedText;
}

/** How parties are put together, from its first day (YYYY-MM-DD) on. */
export interface LinkRules {
  readonly version: string;
  readonly from: string;
  /** A link stands from this sum on, percent. */
  readonly threshold: number;
  /** What more parties than this have in common is a market hall or an agent's telephone, and counts for nobody. */
  readonly crowd: number;
  readonly signals: readonly LinkSignal[];
  readonly basis: Basis;
}

const HOUSE: Basis = { source: '本系统拟定', article: '主体关联规则', status: 'unverified', note: '未见规定关联强度的文件，权重、门槛为本系统拟定；关联只作提示，可由人工解除' };

/** A row is never changed: other weights are another row with its first day. */
export const LINK_RULES: readonly LinkRules[] = [
  {
    version: '2026-11', from: '2021-01-01', threshold: 70, crowd: 8, basis: HOUSE,
    signals: [
      { field: 'organisation-code', weight: 100, label: { zh: '主体标识码相同', en: 'Same organisation code' }, why: { zh: '统一社会信用代码第9至17位终身唯一；登记地变更或者抄写有误时，前段可能不同', en: 'Characters 9 to 17 of the credit code belong to one organisation for life; what stands before them may be miswritten' } },
      { field: 'shop', weight: 80, label: { zh: '平台店铺相同', en: 'Same shop on a platform' }, why: { zh: '同一平台的店铺编号只属于一个经营者', en: 'A shop id belongs to one trader at a time' } },
      { field: 'identity-document', weight: 70, label: { zh: '法定代表人、经营者证件号码相同', en: 'Same identity document of the legal representative or owner' }, why: { zh: '证件号码指向同一自然人；仅比对密文', en: 'The number leads to one person; only digests are compared' } },
      { field: 'phone', weight: 50, label: { zh: '电话相同', en: 'Same telephone' }, why: { zh: '电话可能属于代理机构，须与其他信息一并认定', en: 'May be the telephone of an agent: needs something else' } },
      { field: 'address', weight: 40, label: { zh: '住所或者经营场所相同', en: 'Same address' }, why: { zh: '同一门牌可有多个经营者，须与其他信息一并认定', en: 'Several may trade behind one door: needs something else' } },
      { field: 'legal-representative', weight: 30, label: { zh: '法定代表人姓名相同', en: 'Same name of the legal representative' }, why: { zh: '同名者众，单凭姓名不成立关联', en: 'Many bear the same name: never enough alone' } },
      { field: 'name', weight: 30, label: { zh: '名称（含曾用名）相同', en: 'Same name, or one borne before' }, why: { zh: '名称可以重复，单凭名称不成立关联', en: 'Names repeat: never enough alone' } },
    ],
  },
];

/** The rules in force on a day. Throws before the first. */
export function linkRulesOn(day: string): LinkRules {
  const found = LINK_RULES.filter(({ from }) => from <= day).at(-1);
  if (found === undefined) throw new Error(`No rules of links are known for ${day}`);
  return found;
}
