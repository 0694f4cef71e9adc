import type { RoutingRule } from '../domain/rule.js';
import { INSIDE } from './rules.v2.first.data.js';
import { LAWS, unverified, verified } from './sources.data.js';

const MEDIATION = { track: 'mediation' } as const;
const DISPUTED = ['patent-adjudication', 'right-holder-request'] as const;
const UNSUED = ['none', 'other-agency', 'consumer-association', 'other-mode-agreed'] as const;

/** Ways that open beside the one that the matter takes. That a right holder may sue goes without saying: it is no way that an office takes. */
export const TRACK_RULES: readonly RoutingRule<'tracks'>[] = [
  {
    code: 'trademark-damages', group: 'tracks', when: { classification: ['right-holder-request'], rightType: ['trademark'], matter: ['infringement', 'counterfeit', 'other'], priorProceedings: UNSUED, region: INSIDE }, outcome: MEDIATION, measures: [11, 12],
    basis: verified(LAWS.trademark2019, '第六十条第三款', '2027-01-01起为2026年修订的第七十四条第三款'), explanation: { zh: '对赔偿数额的争议，可以请求处理的市场监管部门调解', en: 'The amount of damages may be mediated by the market regulator that acts' },
  },
  {
    code: 'gi-mark-damages', group: 'tracks', when: { classification: ['right-holder-request'], rightType: ['geographical_indication'], matter: ['infringement', 'counterfeit', 'gi-misuse', 'other'], priorProceedings: UNSUED, region: INSIDE }, outcome: MEDIATION, measures: [9, 12],
    basis: verified(LAWS.trademark2019, '第六十条第三款', '以证明商标、集体商标注册的地理标志'), explanation: { zh: '地理标志注册为证明商标、集体商标的，对赔偿数额的争议可以请求调解', en: 'Where the indication is registered as a mark, the amount of damages may be mediated' },
  },
  {
    code: 'special-mark-damages', group: 'tracks', when: { classification: ['right-holder-request'], rightType: ['special_mark'], matter: ['infringement', 'counterfeit', 'other'], region: INSIDE }, outcome: MEDIATION, measures: [11], basis: verified(LAWS.specialMarks, '第十七条第二款'),
    explanation: { zh: '特殊标志侵权赔偿可以由市场监管部门调解', en: 'Damages for a special mark may be mediated by the market regulator' },
  },
  {
    code: 'patent-damages', group: 'tracks', when: { classification: DISPUTED, rightType: ['patent'], matter: ['infringement', 'other'], priorProceedings: ['none', 'other-agency', 'consumer-association'], region: INSIDE }, outcome: MEDIATION, measures: [11, 12], basis: verified(LAWS.patent, '第六十五条'),
    explanation: { zh: '应当事人请求，管理专利工作的部门可以就赔偿数额调解', en: 'At request the patent office may mediate the damages' },
  },
  {
    code: 'copyright-dispute', group: 'tracks', when: { classification: ['copyright-complaint', 'right-holder-request'], rightType: ['copyright'], matter: ['infringement', 'counterfeit', 'other'], region: INSIDE }, outcome: MEDIATION, measures: [7, 12], basis: unverified(LAWS.copyright, '第六十条', '条文未读到，据二手资料'),
    explanation: { zh: '著作权纠纷可以调解', en: 'A copyright dispute may be mediated' },
  },
  {
    code: 'plant-variety-damages', group: 'tracks', when: { classification: ['plant-variety-request', 'right-holder-request'], rightType: ['plant_variety'], matter: ['infringement', 'counterfeit', 'other'], region: INSIDE }, outcome: MEDIATION, measures: [12], basis: verified(LAWS.plantVarieties, '第四十一条'),
    explanation: { zh: '植物新品种侵权赔偿可以由农业农村、林业部门调解', en: 'Damages for a plant variety may be mediated by the bureau that acts' },
  },
];

const EXPEDITED = { lane: 'expedited' } as const;
const ORDINARY = { lane: 'ordinary' } as const;

/** Measure 10: the simple is separated from the complex. Here only the lane is named; what it means is settled in the lane itself. */
export const LANE_RULES: readonly RoutingRule<'lane'>[] = [
  {
    code: 'complex-crime', group: 'lane', stage: 1, when: { crime: ['threshold-met', 'suspected'] }, outcome: ORDINARY, measures: [10], basis: verified(LAWS.measures, '第10项'),
    explanation: { zh: '涉嫌犯罪的不适用快速办理', en: 'Suspicion of a crime: not for the fast lane' },
  },
  {
    code: 'complex-several-cities', group: 'lane', stage: 1, when: { severalCities: [true] }, outcome: ORDINARY, measures: [10], basis: verified(LAWS.measures, '第10项'),
    explanation: { zh: '跨市且有重大影响的不适用快速办理', en: 'Over several cities with major effect: not for the fast lane' },
  },
  {
    code: 'complex-secret', group: 'lane', stage: 1, when: { rightType: ['trade_secret_technical', 'trade_secret_business'] }, outcome: ORDINARY, measures: [10], basis: verified(LAWS.measures, '第10项'),
    explanation: { zh: '商业秘密案件不适用快速办理', en: 'Trade secrets: not for the fast lane' },
  },
  {
    code: 'fast-trade-fair', group: 'lane', stage: 2, when: { venue: ['trade-fair'] }, outcome: EXPEDITED, measures: [11], basis: verified(LAWS.tradeFairs, '第十三条、第十四条'),
    explanation: { zh: '展会期间的投诉按展期快速处理', en: 'At a fair: within the days of the fair' },
  },
  {
    code: 'fast-repeated-patent', group: 'lane', stage: 2, when: { repeatInfringer: [true], classification: DISPUTED, rightType: ['patent'] }, outcome: EXPEDITED, measures: [1, 11], basis: verified(LAWS.patentDisputes, '第三十四条'),
    explanation: { zh: '对同一专利再次侵权的，可以直接责令停止', en: 'The same patent is infringed again: the office may order to stop at once' },
  },
  {
    code: 'ordinary', group: 'lane', stage: 3, when: {}, outcome: ORDINARY, measures: [10], basis: verified(LAWS.measures, '第10项'),
    explanation: { zh: '其余按普通程序办理', en: 'Everything else: the ordinary lane' },
  },
];

/** What a human has to look at. A referral to the police is always decided by a human. */
export const FLAG_RULES: readonly RoutingRule<'flags'>[] = [
  {
    code: 'crime-threshold', group: 'flags', when: { crime: ['threshold-met'] }, outcome: { flag: 'criminal-suspicion' }, measures: [1, 2, 10], basis: verified(LAWS.referral, '第三条第一款'),
    explanation: { zh: '数额达到刑事追诉标准，提示研判是否移送公安机关', en: 'The figures reach a criminal threshold: decide whether to refer it to the police' },
  },
  {
    code: 'crime-suspected', group: 'flags', when: { crime: ['suspected'] }, outcome: { flag: 'criminal-suspicion' }, measures: [1, 2, 10], basis: verified(LAWS.referral, '第三条第二款'),
    explanation: { zh: '存在犯罪的合理嫌疑，提示研判是否移送公安机关', en: 'Reasonable suspicion of a crime: decide whether to refer it to the police' },
  },
  {
    code: 'supervision-several-cities', group: 'flags', when: { severalCities: [true] }, outcome: { flag: 'supervision-candidate' }, measures: [1, 10], basis: verified(LAWS.measures, '第1项'),
    explanation: { zh: '跨市且有重大影响，可列为挂牌督办对象', en: 'Over several cities with major effect: a candidate for listed supervision' },
  },
  {
    code: 'repeat-infringer', group: 'flags', when: { repeatInfringer: [true] }, outcome: { flag: 'repeat-infringer' }, measures: [1, 3], basis: verified(LAWS.guangdongIp, '第四十八条第一款'),
    explanation: { zh: '曾因相同行为被处理后再次侵权，从重处罚', en: 'Found to infringe before and again: the heavier penalty' },
  },
  {
    code: 'foreign-related', group: 'flags', when: { foreignRelated: [true], classification: [...DISPUTED, 'patent-mediation'], rightType: ['patent'] }, outcome: { flag: 'foreign-related' }, measures: [10, 15], basis: verified(LAWS.patentDisputes, '第七条第一款'),
    explanation: { zh: '涉外、涉港澳台专利纠纷，省级部门可以处理', en: 'A patent dispute with a party from abroad, Hong Kong, Macao or Taiwan: the province may take it' },
  },
  {
    code: 'already-handled', group: 'flags', when: { classification: ['consumer-complaint'], priorProceedings: ['sued', 'arbitration', 'other-agency', 'consumer-association'] }, outcome: { flag: 'already-handled' }, measures: [7], basis: verified(LAWS.complaints, '第十六条第二项'),
    explanation: { zh: '同一争议可能已被受理或者处理，请核对是否不予受理', en: 'The same dispute may have been taken up elsewhere: check whether it is not to be accepted' },
  },
  {
    code: 'parallel-suit', group: 'flags', when: { classification: ['right-holder-request'], rightType: ['trademark'], priorProceedings: ['sued'] }, outcome: { flag: 'parallel-suit' }, measures: [10], basis: verified(LAWS.trademark2019, '第六十二条第三款'),
    explanation: { zh: '权利人同时起诉的，可以中止查处', en: 'The right holder also sues: the case may be suspended' },
  },
  {
    code: 'assigned-from-above', group: 'flags', when: { classification: ['assignment'] }, outcome: { flag: 'assigned-from-above' }, measures: [10, 21], basis: verified(LAWS.penaltyProcedure, '第十五条'),
    explanation: { zh: '上级交办，办理结果须报告', en: 'Assigned from above: report what came of it' },
  },
  {
    code: 'consumer-identity', group: 'flags', when: { classification: ['consumer-complaint'], identityComplete: [false] }, outcome: { flag: 'identity-to-prove' }, measures: [7], basis: verified(LAWS.complaints, '第十条第一款、第三款'),
    explanation: { zh: '投诉人身份信息不全，可以要求提供身份证明', en: 'The identity of the complainant is incomplete: proof may be asked for' },
  },
  {
    code: 'requester-identity', group: 'flags', when: { classification: ['patent-adjudication', 'patent-mediation'], identityComplete: [false] }, outcome: { flag: 'identity-to-prove' }, measures: [12], basis: verified(LAWS.patentDisputes, '第十四条、第十六条'),
    explanation: { zh: '请求材料不全，须一次性告知补正', en: 'The papers are incomplete: tell at once all that is missing' },
  },
  {
    code: 'city-approval', group: 'flags', when: { rightType: ['trade_secret_business', 'unfair_competition'], classification: ['report', 'right-holder-request', 'transfer-in', 'assignment'] }, outcome: { flag: 'city-approval-for-seizure' }, measures: [1, 5], basis: verified(LAWS.unfairCompetition, '第十六条第二款'),
    explanation: { zh: '查封扣押、查询银行账户须经设区的市级以上部门主要负责人批准', en: 'Seizure and bank queries need the principal head of a city-level agency' },
  },
];
