import type { Basis } from '../../../kernel/text.js';
import type { Matter, TerminationGround } from './mediation.rules.js';

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PATENTS = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const PEOPLE = '人民调解法';
const INVITED = '最高人民法院关于人民法院特邀调解的规定';
const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });

/** By an organisation of mediators: whatever the parties may dispose of. */
const BODIES = ['people', 'entrusted', 'court-assigned'] as const;
const CIVIL = ['people', 'court-assigned'] as const;

/** What can be mediated, and what cannot: those without a kind are refused with their article. */
export const MATTERS: readonly Matter[] = [
  { code: 'consumer-dispute', label: { zh: '消费者权益争议', en: 'Dispute over consumer rights' }, kinds: [...BODIES, 'consumer'], basis: law(COMPLAINTS, '第三条第一款、第十八条') },
  { code: 'trademark-damages', label: { zh: '侵犯注册商标专用权的赔偿数额', en: 'Damages for infringement of a mark' }, kinds: [...CIVIL, 'administrative'], basis: law('商标法', '2019年修正第六十条第三款；2026年修订第七十四条第三款') },
  {
    code: 'patent-damages', label: { zh: '侵犯专利权的赔偿数额', en: 'Damages for infringement of a patent' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十四条第三款', '专利法第六十五条'),
    paper: { zh: '认定侵权行为成立的处理决定书', en: 'The decision that found the infringement' },
  },
  { code: 'patent-ownership', label: { zh: '专利申请权和专利权归属', en: 'Ownership of a patent or of the right to apply' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十三条第一款第一项') },
  { code: 'inventorship', label: { zh: '发明人、设计人资格', en: 'Who is the inventor or designer' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十三条第一款第二项') },
  { code: 'service-invention-reward', label: { zh: '职务发明创造的奖励和报酬', en: 'Reward for a service invention' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十三条第一款第三项') },
  {
    code: 'interim-use-fee', label: { zh: '发明专利申请公布后授权前的使用费', en: 'Fee for use between publication and grant' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十三条第一款第四项、第二款'),
    paper: { zh: '授予专利权的公告', en: 'The announcement of the grant' },
  },
  { code: 'other-patent-dispute', label: { zh: '其他专利纠纷', en: 'Other patent dispute' }, kinds: [...CIVIL, 'patent'], basis: law(PATENTS, '第六十三条第一款第五项') },
  { code: 'copyright-dispute', label: { zh: '著作权纠纷', en: 'Copyright dispute' }, kinds: CIVIL, basis: { source: '著作权法', article: '第六十条', status: 'unverified', note: '条文未读' } },
  { code: 'other-civil-claim', label: { zh: '当事人可以处分的其他民事权益', en: 'Another civil claim that the parties may dispose of' }, kinds: CIVIL, basis: law(PEOPLE, '第二条') },
  { code: 'penalty', label: { zh: '是否给予行政处罚', en: 'Whether a penalty is imposed' }, kinds: [], basis: law(COMPLAINTS, '第二十七条第二款', '调解不免除经营者依法应当承担的其他法律责任') },
  { code: 'criminal-liability', label: { zh: '刑事责任', en: 'Criminal liability' }, kinds: [], basis: law('行政执法机关移送涉嫌犯罪案件的规定', '第三条', '涉嫌犯罪的必须移送') },
  { code: 'validity', label: { zh: '专利权、商标权的效力', en: 'Validity of a patent or mark' }, kinds: [], basis: law('专利法', '第四十五条', '商标法（2019年修正）第四十四条、第四十五条；由国务院主管部门审查') },
];

/** 办法第二十三条第一款 lists eight; 特邀调解规定第二十六条, 人民调解法第二十六条 and 令81第六十七条、第六十九条 are shorter. */
export const TERMINATION_GROUNDS: readonly TerminationGround[] = [
  { code: 'withdrawn-or-settled', label: { zh: '投诉人撤回投诉或者双方自行和解', en: 'The complainant withdraws, or both sides settle by themselves' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第一项') },
  { code: 'absent-or-refused', label: { zh: '无正当理由不参加调解，或者明确拒绝调解', en: 'A side stays away without good reason, or refuses' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第二项') },
  { code: 'no-agreement-possible', label: { zh: '经组织调解，一方明确表示无法达成调解协议', en: 'A side says that no agreement is possible' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第三项') },
  { code: 'testing-cost', label: { zh: '对鉴定、检测费用承担无法协商一致', en: 'No agreement on who pays for testing' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第四项') },
  { code: 'sixty-days', label: { zh: '自投诉受理之日起六十日内未能达成调解协议', en: 'No agreement within sixty days of acceptance' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第五项') },
  { code: 'not-acceptable', label: { zh: '受理后发现存在不予受理或者牟取不正当利益情形', en: 'A ground of refusal (第十六条) or abuse (第四十二条) is found' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第六项') },
  { code: 'party-gone', label: { zh: '一方死亡或者主体资格灭失', en: 'A side died or ceased to exist' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第七项') },
  { code: 'other-by-law', label: { zh: '法律、法规、规章规定的其他情形', en: 'Another case set by law' }, kinds: ['consumer', 'entrusted'], basis: law(COMPLAINTS, '第二十三条第一款第八项') },
  { code: 'party-demands', label: { zh: '当事人要求终止调解', en: 'A party demands that it ends' }, kinds: ['people', 'administrative'], basis: law(PEOPLE, '第二十三条第二项') },
  { code: 'requester-absent', label: { zh: '请求人无正当理由不参加调解，按撤回请求处理', en: 'The requester stays away: taken as withdrawn' }, kinds: ['patent'], basis: law(PATENTS, '第六十七条') },
  { code: 'respondent-absent', label: { zh: '被请求人无正当理由不参加调解，撤销案件', en: 'The respondent stays away: the matter is struck off' }, kinds: ['patent'], basis: law(PATENTS, '第六十七条') },
  { code: 'not-accepted', label: { zh: '一方撤回调解请求或者明确表示不接受调解', en: 'A side withdraws or does not accept mediation' }, kinds: ['court-assigned'], basis: law(INVITED, '第二十六条第一款第二项') },
  { code: 'too-far-apart', label: { zh: '双方分歧较大且难以达成调解协议', en: 'The sides are too far apart' }, kinds: ['court-assigned'], basis: law(INVITED, '第二十六条第一款第三项') },
  { code: 'term-over', label: { zh: '调解期限届满且未同意延长', en: 'The term is over and no longer one was agreed' }, kinds: ['court-assigned'], basis: law('人民法院在线调解规则', '第二十五条第六项') },
  { code: 'cannot-go-on', label: { zh: '其他导致调解难以进行的情形', en: 'Mediation cannot go on for another reason' }, kinds: ['court-assigned', 'people', 'administrative', 'patent'], basis: law(INVITED, '第二十六条第一款第四项', '人民调解法第二十六条：调解不成的应当终止') },
];

export const GROUND_CODES = TERMINATION_GROUNDS.map(({ code }) => code);
export const MATTER_CODES = MATTERS.map(({ code }) => code);
