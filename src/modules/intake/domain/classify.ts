import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const CLASSIFICATIONS = ['report', 'consumer-complaint', 'right-holder-request', 'consultation'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export interface ClassificationFacts {
  readonly requestType: string;
  readonly rightType: string;
  /** How the caller stands to the right: owner, agent of the owner, or nobody in particular. */
  readonly holder: 'self' | 'agent' | 'none';
  /** The caller bought for daily life and asks for the dispute to be settled. */
  readonly livingConsumption: boolean;
}

export interface Classified {
  readonly classification: Classification;
  readonly reasons: readonly { readonly text: LocalizedText; readonly basis: Basis }[];
}

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';

/**
 * What a submission is in law. In law 投诉 is a consumer asking to have a dispute settled, whatever the hotline ticked:
 * a right holder who complains of infringement makes a request or a report.
 */
export function classify(facts: ClassificationFacts): Classified {
  const { requestType, rightType, holder, livingConsumption } = facts;
  if (requestType === 'consultation') return because('consultation', { zh: '咨询事项，不属于投诉举报', en: 'A question: neither complaint nor report' }, COMPLAINTS, '第四十四条');
  if (holder !== 'none' && rightType !== 'none')
    return because('right-holder-request', { zh: '权利人或其代理人请求处理侵权', en: 'The right holder, or an agent, asks for infringement to be dealt with' }, '商标法（2019）第六十条、专利法第六十五条', '参照总局令第121号第四十三条');
  if (livingConsumption && requestType === 'complaint')
    return because('consumer-complaint', { zh: '为生活消费需要发生争议，请求解决', en: 'Bought for daily life, and asks for the dispute to be settled' }, COMPLAINTS, '第三条第一款');
  return because('report', { zh: '反映经营者涉嫌违法的线索', en: 'Tells of a suspected violation by a business' }, COMPLAINTS, '第三条第二款');
}

function because(classification: Classification, text: LocalizedText, source: string, article: string): Classified {
  return { classification, reasons: [{ text, basis: { source, article, status: 'verified' } }] };
}
