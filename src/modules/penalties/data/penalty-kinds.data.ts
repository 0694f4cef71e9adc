import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { HearingThreshold, KindOfPenalty } from '../domain/penalty.rules.js';

const law = (article: string, note?: string): Basis => ({ source: '行政处罚法', article, status: 'verified', ...(note === undefined ? {} : { note }) });

interface PenaltyKindRow extends KindOfPenalty {
  readonly label: LocalizedText;
  readonly basis: Basis;
  /** Ground of the right to a hearing. */
  readonly hearingBasis: Basis | null;
}

/** Penalties that an agency of market regulation imposes (第九条); detention is for others. */
export const PENALTY_KINDS = [
  { code: 'warning', label: { zh: '警告', en: 'Warning' }, measure: 'none', hearing: 'never', basis: law('第九条第一项'), hearingBasis: null },
  { code: 'public-criticism', label: { zh: '通报批评', en: 'Public criticism' }, measure: 'none', hearing: 'never', basis: law('第九条第一项'), hearingBasis: null },
  { code: 'fine', label: { zh: '罚款', en: 'Fine' }, measure: 'money', hearing: 'amount', basis: law('第九条第二项'), hearingBasis: law('第六十三条第一款第一项') },
  { code: 'confiscate-income', label: { zh: '没收违法所得', en: 'Confiscation of illegal income' }, measure: 'money', hearing: 'amount', basis: law('第九条第二项'), hearingBasis: law('第六十三条第一款第二项') },
  { code: 'confiscate-goods', label: { zh: '没收非法财物', en: 'Confiscation of illegal goods' }, measure: 'money', hearing: 'amount', basis: law('第九条第二项'), hearingBasis: law('第六十三条第一款第二项') },
  { code: 'suspend-licence', label: { zh: '暂扣许可证件', en: 'Licence withheld' }, measure: 'time', hearing: 'always', basis: law('第九条第三项'), hearingBasis: law('第六十三条第一款第五项', '条文未列举，作为其他较重的行政处罚，为本系统判断') },
  { code: 'lower-qualification', label: { zh: '降低资质等级', en: 'Qualification lowered' }, measure: 'none', hearing: 'always', basis: law('第九条第三项'), hearingBasis: law('第六十三条第一款第三项') },
  { code: 'revoke-licence', label: { zh: '吊销许可证件', en: 'Licence revoked' }, measure: 'none', hearing: 'always', basis: law('第九条第三项'), hearingBasis: law('第六十三条第一款第三项') },
  { code: 'restrict-activity', label: { zh: '限制开展生产经营活动', en: 'Business restricted' }, measure: 'time', hearing: 'always', basis: law('第九条第四项'), hearingBasis: law('第六十三条第一款第五项', '条文未列举，作为其他较重的行政处罚，为本系统判断') },
  { code: 'stop-business', label: { zh: '责令停产停业', en: 'Business stopped' }, measure: 'time', hearing: 'always', basis: law('第九条第四项'), hearingBasis: law('第六十三条第一款第四项') },
  { code: 'close-business', label: { zh: '责令关闭', en: 'Business closed' }, measure: 'none', hearing: 'always', basis: law('第九条第四项'), hearingBasis: law('第六十三条第一款第四项') },
  { code: 'bar-from-trade', label: { zh: '限制从业', en: 'Barred from the trade' }, measure: 'time', hearing: 'always', basis: law('第九条第四项'), hearingBasis: law('第六十三条第一款第四项') },
  { code: 'other', label: { zh: '法律、行政法规规定的其他行政处罚', en: 'Another penalty of a statute' }, measure: 'none', hearing: 'always', basis: law('第九条第六项'), hearingBasis: law('第六十三条第一款第六项') },
] as const satisfies readonly PenaltyKindRow[];

export const PENALTY_KIND_CODES = PENALTY_KINDS.map(({ code }) => code);

interface HearingThresholdRow extends HearingThreshold {
  readonly basis: Basis;
}

/** What a large sum is (第六十三条第一款第一项、第二项). Neither source was read in an official copy; the lower figure counts until they are. */
export const HEARING_THRESHOLDS: readonly HearingThresholdRow[] = [
  { code: 'market-regulation', naturalPerson: 10_000, organisation: 100_000, from: '2021-07-15', to: null, basis: { source: '市场监督管理行政处罚听证办法', article: '第五条', status: 'unverified', note: '条文未读，仅见转载；罚款，或者没收违法所得和非法财物价值总额' } },
  { code: 'guangdong', naturalPerson: 5_000, organisation: 100_000, from: '2021-07-15', to: null, basis: { source: '广东省行政处罚听证程序实施办法', article: '条文未读', status: 'unverified', note: '条文未读，仅见县级公开页面' } },
];
