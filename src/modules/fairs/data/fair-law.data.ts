import type { Basis } from '../../../kernel/text.js';
import type { AnswerRow, BarRule, FairRight, GroundRow, MaterialRow, RemedyRow } from '../domain/fair.rules.js';

const fairs = (article: string, note?: string): Basis => ({ source: '展会知识产权保护办法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const GUIDE: Basis = { source: '展会知识产权保护指引（国知发保字〔2022〕31号）', article: '条文未读', status: 'unverified', note: '条文未读；展位通行做法' };
const OWN: Basis = { source: '展会知识产权保护办法', article: '第十三条', status: 'unverified', note: '条文只说“根据展会的展期指定”，未定时数；幅度为本系统拟定，由城市确定后更新' };
const PATENTS: readonly FairRight[] = ['invention', 'utility-model', 'design'];
const ALL: readonly FairRight[] = [...PATENTS, 'trademark', 'copyright'];

/** What a complaint with the desk holds (第八条). */
export const FAIR_MATERIALS: readonly MaterialRow[] = [
  { code: 'right', label: { zh: '合法有效的知识产权权属证明', en: 'Proof that the right is valid and whose it is' }, byAgentOnly: false, basis: fairs('第八条第一项') },
  { code: 'party', label: { zh: '涉嫌侵权当事人的基本信息', en: 'Who is said to infringe' }, byAgentOnly: false, basis: fairs('第八条第二项') },
  { code: 'reasons', label: { zh: '涉嫌侵权的理由和证据', en: 'Reasons and evidence' }, byAgentOnly: false, basis: fairs('第八条第三项') },
  { code: 'authorisation', label: { zh: '授权委托书', en: 'Power of attorney' }, byAgentOnly: true, basis: fairs('第八条第四项') },
];

/** Complaints that are not accepted (第十七条、第二十条). */
export const FAIR_GROUNDS: readonly GroundRow[] = [
  { code: 'sued', rights: PATENTS, label: { zh: '已经向人民法院提起专利侵权诉讼', en: 'Sued over the patent already' }, basis: fairs('第十七条第一项') },
  { code: 'invalidation-pending', rights: PATENTS, label: { zh: '专利权正处于无效宣告请求程序之中', en: 'The patent is in invalidation proceedings' }, basis: fairs('第十七条第二项') },
  { code: 'ownership-disputed', rights: PATENTS, label: { zh: '专利权存在权属纠纷，正处于审理或者调解程序之中', en: 'Whose patent it is, is before a court or in mediation' }, basis: fairs('第十七条第三项') },
  { code: 'being-restored', rights: PATENTS, label: { zh: '专利权已经终止，正在办理权利恢复', en: 'The patent has lapsed and is being restored' }, basis: fairs('第十七条第四项') },
  { code: 'sued', rights: ['trademark'], label: { zh: '已经向人民法院提起商标侵权诉讼', en: 'Sued over the mark already' }, basis: fairs('第二十条第一项') },
  { code: 'invalid-or-cancelled', rights: ['trademark'], label: { zh: '商标权已经无效或者被撤销', en: 'The mark is invalid or cancelled' }, basis: fairs('第二十条第二项') },
];

/** What is done at the stall. */
export const FAIR_REMEDIES: readonly RemedyRow[] = [
  { code: 'withdraw-goods', rights: PATENTS, demanded: true, label: { zh: '从展会上撤出侵权展品', en: 'Take the goods from the fair' }, basis: fairs('第二十五条') },
  { code: 'destroy-material', rights: ['invention', 'utility-model'], demanded: true, label: { zh: '销毁介绍侵权展品的宣传材料', en: 'Destroy the printed matter' }, basis: fairs('第二十五条第一款') },
  { code: 'replace-board', rights: ['invention', 'utility-model'], demanded: true, label: { zh: '更换介绍侵权项目的展板', en: 'Replace the boards' }, basis: fairs('第二十五条第一款') },
  { code: 'withdraw-goods', rights: ['trademark'], demanded: true, label: { zh: '停止展出、撤出侵权展品', en: 'Stop showing the goods and take them away' }, basis: fairs('第二十七条', '责令立即停止侵权行为：商标法（2019）第六十条第二款') },
  { code: 'confiscate-goods', rights: ['copyright'], demanded: true, label: { zh: '没收、销毁侵权展品', en: 'Confiscate and destroy the goods' }, basis: fairs('第二十八条') },
  { code: 'destroy-material', rights: ['copyright'], demanded: true, label: { zh: '销毁宣传材料', en: 'Destroy the printed matter' }, basis: fairs('第二十八条') },
  { code: 'replace-board', rights: ['copyright'], demanded: true, label: { zh: '更换介绍展出项目的展板', en: 'Replace the boards' }, basis: fairs('第二十八条') },
  { code: 'cover', rights: ALL, demanded: false, label: { zh: '遮盖', en: 'Cover what cannot be moved' }, basis: GUIDE },
  { code: 'sign-promise', rights: ALL, demanded: false, label: { zh: '签署不再展出的承诺', en: 'Sign a promise not to show it again' }, basis: GUIDE },
];

export const ANSWER_PERIODS: readonly AnswerRow[] = [
  { fromDays: 1, toDays: 1, leastHours: 1, mostHours: 8, basis: OWN },
  { fromDays: 2, toDays: 3, leastHours: 2, mostHours: 24, basis: OWN },
  { fromDays: 4, toDays: 7, leastHours: 4, mostHours: 48, basis: OWN },
  { fromDays: 8, toDays: null, leastHours: 8, mostHours: 120, basis: OWN },
];

export const BAR_RULE: BarRule = { least: 2, fairs: 2, basis: fairs('第三十一条', '“连续两次以上”按同届或者前后相连两届计，为本系统判断；依据的决定被撤销的不再计入') };

/** From how many days on a fair has a desk. */
export const DESK_FROM_DAYS = { days: 3, basis: { source: '广东省知识产权保护条例', article: '第三十一条第二款', status: 'verified', note: '展会知识产权保护办法第六条：认为有必要的' } } as const;
