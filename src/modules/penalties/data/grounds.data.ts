import type { Basis, LocalizedText } from '../../../kernel/text.js';

interface GroundRow {
  readonly code: string;
  readonly label: LocalizedText;
  readonly basis: Basis;
}

const procedure = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const law = (article: string): Basis => ({ source: '行政处罚法', article, status: 'verified' });
const row = (code: string, zh: string, en: string, basis: Basis): GroundRow => ({ code, label: { zh, en }, basis });

/** Why a clue is not filed. */
export const NOT_FILED_GROUNDS = [
  row('minor-corrected', '违法行为轻微并及时改正，没有造成危害后果', 'Minor, corrected in time, no harm', procedure('第二十条第一款第一项')),
  row('first-minor-corrected', '初次违法且危害后果轻微并及时改正', 'First offence, slight harm, corrected in time', procedure('第二十条第一款第二项')),
  row('no-fault', '有证据足以证明没有主观过错', 'Proof that there was no fault', procedure('第二十条第一款第三项')),
  row('other', '依法可以不予立案的其他情形', 'Another case in which it need not be filed', procedure('第二十条第一款第四项')),
  row('standard-not-met', '不符合立案条件', 'A condition of filing is not met', procedure('第十九条第一款')),
] as const;

/** Why an investigation is suspended. */
export const SUSPENSION_GROUNDS = [
  row('other-decision', '须以相关案件的裁判结果或者其他行政决定为依据，而尚未作出', 'It depends on a judgment or decision that is not there yet', procedure('第四十六条第一款第一项')),
  row('question-of-law', '涉及法律适用等问题，需要送请有权机关解释或者确认', 'A question of law is put to the authority', procedure('第四十六条第一款第二项')),
  row('force-majeure', '因不可抗力致使案件暂时无法调查', 'Force majeure', procedure('第四十六条第一款第三项')),
  row('party-missing', '因当事人下落不明致使案件暂时无法调查', 'The party cannot be found', procedure('第四十六条第一款第四项')),
  row('other', '其他应当中止调查的情形', 'Another reason', procedure('第四十六条第一款第五项')),
] as const;

/** Cases that go to legal review, and are discussed by the heads together (第六十条第二款). A hearing that was held is found by the system. */
export const LEGAL_REVIEW_GROUNDS = [
  row('public-interest', '涉及重大公共利益', 'Great public interest', procedure('第五十条第一款第一项')),
  row('hearing-held', '直接关系当事人或者第三人重大权益，经过听证程序', 'Great rights of a party or third person, after a hearing', procedure('第五十条第一款第二项、第二款', '经过听证的一律视为关系重大权益，为本系统判断')),
  row('complicated', '案件情况疑难复杂、涉及多个法律关系', 'Difficult and complicated, several legal relations', procedure('第五十条第一款第三项')),
  row('other-law', '法律、法规规定应当进行法制审核的其他情形', 'Another case laid down by statute', procedure('第五十条第一款第四项')),
] as const;

/** Why there is no penalty. */
export const NO_PENALTY_GROUNDS = [
  row('minor-corrected', '违法行为轻微并及时改正，没有造成危害后果', 'Minor, corrected in time, no harm', law('第三十三条第一款')),
  row('first-minor-corrected', '初次违法且危害后果轻微并及时改正', 'First offence, slight harm, corrected in time', law('第三十三条第一款')),
  row('no-fault', '有证据足以证明没有主观过错', 'Proof that there was no fault', law('第三十三条第二款')),
  row('under-age', '不满十四周岁', 'Under fourteen', law('第三十条')),
  row('not-accountable', '精神病人、智力残疾人在不能辨认或者不能控制自己行为时违法', 'Not accountable', law('第三十一条')),
  row('time-barred', '超过处罚时效', 'Time-barred', law('第三十六条')),
  row('not-established', '违法事实不能成立', 'The offence is not established', procedure('第六十条第一款第三项')),
] as const;

/** Kinds of evidence. */
export const EVIDENCE_KINDS = [
  row('document', '书证', 'Document', law('第四十六条第一款第一项')),
  row('object', '物证', 'Object', law('第四十六条第一款第二项')),
  row('recording', '视听资料', 'Sound or film', law('第四十六条第一款第三项')),
  row('electronic', '电子数据', 'Electronic data', law('第四十六条第一款第四项')),
  row('witness', '证人证言', 'Testimony', law('第四十六条第一款第五项')),
  row('party-statement', '当事人的陈述', 'Statement of the party', law('第四十六条第一款第六项')),
  row('expert', '鉴定意见', 'Expert opinion', law('第四十六条第一款第七项')),
  row('scene', '勘验笔录、现场笔录', 'Record of the scene', law('第四十六条第一款第八项')),
] as const;

export const codesOf = (rows: readonly GroundRow[]): string[] => rows.map(({ code }) => code);
