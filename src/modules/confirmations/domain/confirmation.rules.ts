import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** Why a court does not take an application, or does not confirm. */
export interface RefusalGround {
  readonly code: string;
  readonly label: LocalizedText;
  readonly basis: Basis;
}

const READING = '最高人民法院关于适用《民事诉讼法》的解释';
const law = (article: string): Basis => ({ source: READING, article, status: 'verified' });

/** Contents that a court cannot confirm (第三百五十五条第一款): an application is refused at once. */
export const NOT_ACCEPTED: readonly RefusalGround[] = [
  { code: 'outside-courts', label: { zh: '不属于人民法院受理范围', en: 'Not for the courts' }, basis: law('第三百五十五条第一款第一项') },
  { code: 'wrong-court', label: { zh: '不属于收到申请的人民法院管辖', en: 'Not for the court that got it' }, basis: law('第三百五十五条第一款第二项') },
  { code: 'identity', label: { zh: '确认婚姻、亲子、收养等身份关系', en: 'Marriage, parentage, adoption or other identity relations' }, basis: law('第三百五十五条第一款第三项') },
  { code: 'other-procedure', label: { zh: '涉及适用其他特别程序、公示催告程序、破产程序审理', en: 'For another special procedure, or for bankruptcy' }, basis: law('第三百五十五条第一款第四项') },
  { code: 'right-in-rem', label: { zh: '内容涉及物权确权', en: 'It determines a right in rem' }, basis: law('第三百五十五条第一款第五项') },
  { code: 'ip-validity-or-ownership', label: { zh: '内容涉及知识产权确权', en: 'It determines the ownership or validity of an intellectual property right' }, basis: law('第三百五十五条第一款第五项') },
];

/** What the court finds when it looks into the agreement (第三百五十八条). */
export const REJECTED: readonly RefusalGround[] = [
  { code: 'mandatory-law', label: { zh: '违反法律强制性规定', en: 'Against mandatory law' }, basis: law('第三百五十八条第一项') },
  { code: 'harms-others', label: { zh: '损害国家利益、社会公共利益、他人合法权益', en: 'Harms the state, the public or others' }, basis: law('第三百五十八条第二项') },
  { code: 'public-morals', label: { zh: '违背公序良俗', en: 'Against public order and morals' }, basis: law('第三百五十八条第三项') },
  { code: 'involuntary', label: { zh: '违反自愿原则', en: 'Not of free will' }, basis: law('第三百五十八条第四项') },
  { code: 'unclear', label: { zh: '内容不明确', en: 'Unclear' }, basis: law('第三百五十八条第五项') },
  { code: 'other', label: { zh: '其他不能进行司法确认的情形', en: 'Cannot be confirmed for another reason' }, basis: law('第三百五十八条第六项') },
];

/** Subjects of mediation whose settlement says who owns a right or whether it stands. */
const DETERMINING: readonly string[] = ['patent-ownership', 'inventorship', 'validity'];

/** What the agreement settles that no court confirms: from what was mediated, and from what the applicants say of its contents. */
export function contentsRefused(matters: readonly string[], declared: readonly string[]): RefusalGround[] {
  const found = new Set([...declared, ...(matters.some((matter) => DETERMINING.includes(matter)) ? ['ip-validity-or-ownership'] : [])]);
  return NOT_ACCEPTED.filter(({ code }) => found.has(code));
}

export const CONTENTS = ['identity', 'other-procedure', 'right-in-rem', 'ip-validity-or-ownership'] as const;
