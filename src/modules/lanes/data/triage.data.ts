import type { Criterion, TriageRules } from '../domain/triage.rules.js';

const CRITERIA: readonly Criterion[] = [
  { code: 'right-live', label: { zh: '权利已登记且有效', en: 'The right is registered and in force' }, weight: 0, required: true },
  { code: 'parties-known', label: { zh: '当事人明确', en: 'The parties are known' }, weight: 0, required: true },
  { code: 'not-contested', label: { zh: '当事人对事实没有争议', en: 'The facts are not contested' }, weight: 0, required: true },
  { code: 'no-foreign-evidence', label: { zh: '无须域外证据', en: 'No evidence from abroad is needed' }, weight: 0, required: true },
  { code: 'same-mark-or-design', label: { zh: '商标或者外观设计相同', en: 'The same mark or design' }, weight: 3, required: false },
  { code: 'facts-clear', label: { zh: '事实清楚', en: 'The facts are clear' }, weight: 3, required: false },
  { code: 'evidence-complete', label: { zh: '证据齐全', en: 'The evidence is complete' }, weight: 2, required: false },
  { code: 'small-amount', label: { zh: '涉案金额较小', en: 'The amount is small' }, weight: 2, required: false },
];

/** Versions of the rules of triage, oldest first. The city asks for simple and complex cases to be told apart (第10项); how is a rule of the house. */
export const TRIAGE_RULES: readonly TriageRules[] = [
  {
    version: '1', from: '2021-09-01', smallAmount: 50_000, threshold: 7,
    basis: { source: '潮办发〔2021〕2号', article: '第10项', status: 'unverified', note: '措施要求繁简分流、快速处理，未规定标准；各项条件、分值、金额为本系统拟定' }, criteria: CRITERIA,
  },
  {
    version: '2', from: '2026-12-01', smallAmount: 50_000, threshold: 7,
    basis: { source: '潮办发〔2021〕2号', article: '第10项', status: 'unverified', note: '自本版起考虑权利人的诚信记录；措施未规定标准，各项条件、分值、金额为本系统拟定' },
    criteria: [
      ...CRITERIA,
      { code: 'holder-not-in-bad-faith', label: { zh: '权利人无失信记录', en: 'The right holder has no record of bad faith' }, weight: 0, required: true },
      { code: 'holder-in-good-faith', label: { zh: '权利人诚信记录良好', en: 'The right holder has a record of good faith' }, weight: 2, required: false },
    ],
  },
];
