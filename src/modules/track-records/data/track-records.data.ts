import type { Basis } from '../../../kernel/text.js';
import type { FactKind, StandingRules } from '../domain/track-record.rules.js';

const HOUSE: Basis = { source: '本系统拟定', article: '诚信记录', status: 'unverified', note: '未见原文规定，分值、期间为本系统拟定' };
const commerce = (note: string): Basis => ({ source: '电子商务法', article: '第四十二条第三款', status: 'verified', note: `${note}；分值、期间为本系统拟定` });

/** What a record of good faith is made of. Each goes back to a case in which the right holder was openly a party. */
export const FACT_KINDS = [
  { code: 'complaint-upheld', label: { zh: '投诉举报查证属实并作出处罚', en: 'Upheld: a penalty was decided and served' }, side: 'good', weight: 1, months: 36, basis: HOUSE },
  { code: 'complaint-unfounded', label: { zh: '主张明显不成立', en: 'The claim was plainly unfounded' }, side: 'bad', weight: 1, months: 24, basis: HOUSE },
  { code: 'wrong-notice', label: { zh: '错误通知', en: 'Wrong notice to a platform' }, side: 'bad', weight: 1, months: 24, basis: commerce('通知错误造成损害的，依法承担民事责任') },
  { code: 'malicious-notice', label: { zh: '恶意通知', en: 'Malicious notice to a platform' }, side: 'bad', weight: 2, months: 36, basis: commerce('恶意发出错误通知的，加倍承担赔偿责任') },
  { code: 'false-statement', label: { zh: '提供虚假材料、作虚假陈述', en: 'False material or statement' }, side: 'bad', weight: 2, months: 36, basis: HOUSE },
  { code: 'withdrawn-after-threat', label: { zh: '以投诉举报相要挟，获利后撤回', en: 'Complained to press for money, and withdrew when it was paid' }, side: 'bad', weight: 2, months: 36, basis: HOUSE },
  { code: 'bad-faith-filing', label: { zh: '恶意申请、非正常申请', en: 'Filing in bad faith' }, side: 'bad', weight: 2, months: 36, basis: HOUSE },
] as const satisfies readonly FactKind[];

export const FACT_CODES: readonly string[] = FACT_KINDS.map(({ code }) => code);

export const FIRST_RULES: StandingRules = { version: '1', from: '2026-12-01', good: 2, bad: 2, basis: HOUSE };
/** Versions, oldest first. */
export const STANDING_RULES: readonly StandingRules[] = [FIRST_RULES];

/** Findings of takedowns, and the fact that each is. */
export const FACT_OF_FINDING: Readonly<Record<string, string>> = { wrong: 'wrong-notice', malicious: 'malicious-notice' };
