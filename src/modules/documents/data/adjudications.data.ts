import type { Basis } from '../../../kernel/text.js';
import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const MEASURES = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const need = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const may = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: false });

/** The measures say what a paper contains; for most of them they name neither title nor number word, and no form was read. */
const content = (article: string): Basis => ({ source: MEASURES, article, status: 'unverified', note: '内容依条文；文书名称和字号未见官方式样' });
const titled = (article: string): Basis => ({ source: MEASURES, article, status: 'verified', note: '名称和内容依条文；字号未见官方式样' });

const CASE = need('caseReference', '案号', 'Working number of the proceeding');
const PARTIES = need('parties', '当事人（案件当事人登记编号）', 'Parties, by the ids of their entries in the case');
const PATENT = need('patent', '专利号', 'Patent number');
const REASONS = need('reasons', '理由', 'Reasons');
const TIME = need('at', '时间', 'Time');
const PLACE = need('place', '地点', 'Place');
const SIGNED = [need('signed', '是否签字或者盖章', 'Signed or sealed'), may('refusalNote', '拒绝签字的注明', 'Refusal to sign, as noted')];
const ITEMS = need('items', '名称、特征、数量、保存地点', 'Name, features, quantity, where kept');
const PANEL = need('panel', '合议组', 'Panel');
const DECISION_TEXT = [
  need('statements', '当事人陈述的事实和理由', 'Facts and reasons stated by the parties'), need('finding', '侵权行为是否成立', 'Finding'), REASONS, need('provisions', '依据', 'Provisions'), need('order', '责令立即停止的行为类型、对象和范围，或者驳回请求', 'Acts to stop by type, object and scope, or the rejection'),
  may('measures', '其他制止措施', 'Further measures'), may('performBy', '履行期限', 'Last day for the measures'), need('remedies', '提起行政诉讼的途径和期限', 'Where and until when to sue'), may('earlier', '已生效的裁决或者判决', 'Earlier effective finding'),
];

interface More {
  readonly volume?: 'main' | 'sub';
  readonly visibility?: 'case' | 'agency';
}
const paper = (kind: string, zh: string, en: string, word: string | null, source: Basis, fields: readonly DocumentField[], { volume = 'main', visibility = 'case' }: More = {}): DocumentKind => ({
  kind: `adjudication-${kind}`, title: { zh, en }, word, fields, volume, visibility, valid: ['2025-02-01', null], source,
});

/** Documents of adjudications. */
export const ADJUDICATION_DOCUMENTS: readonly DocumentKind[] = [
  paper('correction-notice', '补正通知书', 'Notice to correct the request', '专裁补', content('第十六条'), [CASE, need('missing', '应当补正的材料', 'Materials to correct or supply'), need('days', '补正期限（工作日）', 'Time set, in working days'), may('remarks', '说明', 'Remarks')]),
  paper('filing-notice', '专利侵权纠纷立案通知书', 'Notice of filing', '专裁立', content('第二十条'), [CASE, PATENT, PARTIES, PANEL, may('claims', '据以请求的权利要求', 'Claims relied upon')]),
  paper('non-filing-notice', '专利侵权纠纷不予立案通知书', 'Notice of not filing', '专裁不立', content('第二十条'), [CASE, need('grounds', '不符合的条件', 'Grounds'), REASONS]),
  paper('answer-notice', '答辩通知书', 'Notice to answer', '专裁答', content('第五条、第九条、第二十二条'), [CASE, PATENT, PARTIES, PANEL, need('answerDays', '答辩期限（日；境内无固定住所的另列）', 'Days for the answer, at home and abroad'), need('rights', '管辖权异议、回避申请的权利', 'Rights to object and to ask for recusal')]),
  paper('objection-decision', '管辖权异议决定书', 'Decision on jurisdiction', '专裁管', content('第九条第一款'), [CASE, PARTIES, need('result', '异议是否成立', 'Whether the objection is upheld'), REASONS, may('competentAgency', '有管辖权的部门', 'Competent agency')]),
  paper('evidence-notice', '举证通知书', 'Notice of the period for evidence', '专裁举', content('第五十四条'), [CASE, PARTIES, need('days', '举证期限（日，自收到之日起）', 'Days from receipt'), need('agreed', '是否当事人协商', 'Agreed by the parties')]),
  paper('inspection-record', '勘验（询问、演示）笔录', 'Record of inspection, inquiry or demonstration', null, content('第四十七条'), [CASE, need('act', '方式', 'What was done'), TIME, PLACE, need('content', '内容', 'Content'), need('by', '办案人员', 'By whom'), ...SIGNED]),
  paper('sampling-record', '抽样取证笔录和清单', 'Record and list of samples', null, content('第四十八条'), [CASE, TIME, PLACE, ITEMS, need('by', '办案人员', 'By whom'), ...SIGNED]),
  paper('registration-list', '登记保存笔录和清单', 'Record and list of evidence kept by registration', '专裁登', content('第四十九条'), [CASE, TIME, PLACE, ITEMS, need('risk', '登记保存的理由', 'Why it is kept'), ...SIGNED]),
  paper('appraisal-commission', '鉴定委托书', 'Commission of an appraisal', '专裁鉴', content('第五十三条'), [CASE, need('question', '专门技术问题', 'Technical question'), need('appraiser', '鉴定人', 'Appraiser'), need('chosenBy', '确定方式', 'Chosen by'), TIME]),
  paper('panel-notice', '合议组成员告知书', 'Notice of the panel', '专裁合', content('第五条、第二十条'), [CASE, PARTIES, PANEL, need('reason', '变更原因', 'Why it changed')]),
  paper('hearing-notice', '口头审理通知书', 'Notice of the oral hearing', '专裁口', content('第二十六条、第二十七条'), [CASE, PARTIES, TIME, PLACE, need('online', '是否线上', 'Online'), need('open', '是否公开', 'Open'), may('closedBecause', '不公开的依据', 'Why it is closed')]),
  paper('hearing-minutes', '口头审理笔录', 'Minutes of the oral hearing', null, titled('第二十七条第一款'), [CASE, PARTIES, PANEL, TIME, PLACE, need('course', '审理要点', 'What was heard'), may('absent', '缺席的当事人', 'Absent parties')]),
  paper('no-suspension-notice', '不予中止处理通知书', 'Notice that it is not suspended', '专裁不中', content('第二十九条'), [CASE, PARTIES, need('exception', '可以不中止的情形', 'Exception'), REASONS]),
  paper('suspension-notice', '中止处理通知书', 'Notice of suspension', '专裁中', content('第二十八条第一款'), [CASE, PARTIES, need('ground', '中止的情形', 'Ground'), need('on', '依申请或者依职权', 'On application or of own motion'), may('reasons', '事实', 'Facts'), may('requestNumber', '无效宣告请求编号', 'Number of the request for invalidation')]),
  paper('resumption-notice', '恢复处理通知书', 'Notice of resumption', '专裁恢', content('第二十八条第二款'), [CASE, PARTIES, REASONS, may('result', '无效宣告结果', 'Result of the invalidation'), may('claims', '维持有效且据以请求的权利要求', 'Claims that stand and are relied upon')]),
  paper('settlement-agreement', '专利侵权纠纷调解协议书', 'Settlement agreement', '专裁调', titled('第三十条第一款第二项、第三十五条'), [CASE, PATENT, PARTIES, need('terms', '协议内容', 'Terms'), need('signedBy', '签字或者盖章的当事人', 'Signed by'), need('signedAt', '签署时间', 'Signed at')]),
  paper('deliberation-minutes', '合议笔录', 'Minutes of the deliberation', null, titled('第二十五条第二款'), [CASE, TIME, need('facts', '事实和证据', 'Facts and evidence'), need('law', '法律责任和适用法律', 'Liability and law'), need('finding', '结论', 'Finding'), need('votes', '表决及不同意见', 'Votes and dissent')], { volume: 'sub', visibility: 'agency' }),
  paper('decision', '专利侵权纠纷行政裁决书', 'Adjudication', '专裁', titled('第三十条第一款第一项、第三十一条'), [CASE, PATENT, PARTIES, PANEL, ...DECISION_TEXT]),
  paper('dismissal', '撤销专利侵权纠纷案件决定书', 'Withdrawal of the case', '专裁撤', titled('第三十条第一款第三项、第三十六条'), [CASE, PARTIES, need('ground', '撤销案件的情形', 'Ground'), REASONS]),
  paper('rectification', '行政裁决补正决定书', 'Rectification', '专裁正', content('第三十三条第二款'), [CASE, PARTIES, need('wrong', '错误', 'What is wrong'), need('right', '更正', 'What is right')]),
  paper('change-decision', '变更行政裁决决定书', 'Change of the adjudication', '专裁变', content('第三十三条第一款'), [CASE, PATENT, PARTIES, need('ground', '变更的情形', 'Ground'), REASONS, need('order', '变更后的停止内容', 'Acts to stop from now on')]),
  paper('revocation', '撤销行政裁决决定书', 'Revocation of the adjudication', '专裁销', content('第三十三条第一款'), [CASE, PATENT, PARTIES, need('ground', '撤销的情形', 'Ground'), REASONS]),
  paper('advice', '专利侵权咨询意见书', 'Advice on infringement', '专裁咨', content('第十三条'), [CASE, PATENT, need('opinion', '意见', 'Advice'), REASONS]),
  paper('enforcement-application', '强制执行申请书', 'Application for enforcement', '专裁执', content('第八十条第二款'), [CASE, PARTIES, need('court', '法院', 'Court'), need('order', '申请执行的内容', 'What is to be enforced'), REASONS]),
];
