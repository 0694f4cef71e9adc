import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { Condition, Ground, LaneCode } from '../domain/lane.rules.js';

export interface LaneRule {
  readonly code: LaneCode;
  /** What has to be so. */
  readonly entry: readonly Condition[];
  /** Grounds on which it is put out. To leave for another reason is possible in every lane. */
  readonly exits: readonly Ground[];
  /** Cases of one agency that are in the lane at a time; null: as many as come. */
  readonly capacity: number | null;
  readonly basis: Basis;
}

const measure = (article: string): Basis => ({ source: '潮办发〔2021〕2号', article, status: 'unverified', note: '措施未规定条件、容量与退出事由，为本系统拟定' });

/** In the order in which triage looks at them; the last asks for nothing. */
export const LANE_RULES: readonly LaneRule[] = [
  { code: 'major', entry: ['grave-or-complex'], exits: ['not-grave'], capacity: null, basis: measure('第10项') },
  { code: 'exhibition', entry: ['right-live', 'parties-known', 'at-fair'], exits: ['contested', 'right-attacked', 'fair-over', 'turned-grave', 'bad-faith'], capacity: 60, basis: measure('第11项') },
  { code: 'rapid-centre', entry: ['right-live', 'parties-known', 'no-foreign-evidence', 'centre-industry'], exits: ['right-attacked', 'party-unknown', 'foreign-evidence', 'turned-grave', 'bad-faith'], capacity: 120, basis: measure('第12项') },
  { code: 'platform', entry: ['right-live', 'evidence-complete', 'on-platform'], exits: ['contested', 'right-attacked', 'evidence-missing', 'turned-grave', 'bad-faith'], capacity: 200, basis: measure('第11项') },
  { code: 'market', entry: ['right-live', 'facts-clear', 'in-market'], exits: ['contested', 'right-attacked', 'facts-unclear', 'turned-grave', 'bad-faith'], capacity: 120, basis: measure('第11项') },
  {
    code: 'expedited', entry: ['right-live', 'parties-known', 'not-contested', 'no-foreign-evidence', 'simple'],
    exits: ['contested', 'right-attacked', 'facts-unclear', 'amount-exceeded', 'evidence-missing', 'party-unknown', 'foreign-evidence', 'turned-grave', 'bad-faith'], capacity: 200, basis: measure('第10项、第11项'),
  },
  { code: 'ordinary', entry: [], exits: ['turned-grave'], capacity: null, basis: measure('第10项') },
];

const RULE_OF = new Map<string, LaneRule>(LANE_RULES.map((rule) => [rule.code, rule]));

export function ruleOf(lane: string): LaneRule {
  const rule = RULE_OF.get(lane);
  if (rule === undefined) throw new Error(`Lane ${lane} has no rule`);
  return rule;
}

export const CONDITION_LABELS: Readonly<Record<Condition, LocalizedText>> = {
  simple: { zh: '分流评分达到标准', en: 'Simple by the points of triage' },
  'right-live': { zh: '权利已登记或者授权且有效', en: 'The right is registered and live' },
  'same-mark-or-design': { zh: '相同商标或者相同外观设计', en: 'The same mark or design' },
  'facts-clear': { zh: '事实清楚', en: 'The facts are clear' },
  'small-amount': { zh: '涉案金额较小', en: 'The amount is small' },
  'holder-not-in-bad-faith': { zh: '权利人无失信记录', en: 'The right holder has no record of bad faith' },
  'holder-in-good-faith': { zh: '权利人诚信记录良好', en: 'The right holder has a record of good faith' },
  'evidence-complete': { zh: '证据齐全', en: 'The evidence is complete' },
  'parties-known': { zh: '当事人明确', en: 'The parties are known' },
  'no-foreign-evidence': { zh: '无域外证据', en: 'No evidence from abroad' },
  'not-contested': { zh: '当事人无争议', en: 'Nobody contests it' },
  'at-fair': { zh: '发生在展会期间', en: 'At a trade fair' },
  'on-platform': { zh: '发生在电商平台', en: 'On a platform' },
  'in-market': { zh: '发生在农贸市场', en: 'In a market' },
  'centre-industry': { zh: '属于餐具炊具快速维权中心服务的产业', en: 'Of an industry that the rapid-protection centre serves' },
  'grave-or-complex': { zh: '重大或者复杂', en: 'Grave or complex' },
};

export const GROUND_LABELS: Readonly<Record<Ground, LocalizedText>> = {
  contested: { zh: '当事人提出异议', en: 'It is contested' },
  'right-attacked': { zh: '权利被请求宣告无效或者被撤销', en: 'The right is attacked' },
  'facts-unclear': { zh: '事实不清', en: 'The facts are not clear' },
  'amount-exceeded': { zh: '涉案金额超出范围', en: 'The amount is not small' },
  'evidence-missing': { zh: '证据不足', en: 'Evidence is missing' },
  'party-unknown': { zh: '当事人不明', en: 'A party is not known' },
  'foreign-evidence': { zh: '需要域外证据', en: 'Evidence from abroad is needed' },
  'turned-grave': { zh: '转为重大复杂', en: 'It turned grave or complex' },
  'bad-faith': { zh: '权利人不诚信', en: 'The right holder acted in bad faith' },
  'fair-over': { zh: '展会已结束', en: 'The fair is over' },
  'not-grave': { zh: '不再重大复杂', en: 'It is no longer grave' },
};
