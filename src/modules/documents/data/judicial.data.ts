import type { Basis } from '../../../kernel/text.js';
import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const FORM = '市场监督管理行政处罚文书格式范本（2021年修订版）';
const REFERRAL = '行政执法机关移送涉嫌犯罪案件的规定';
const POLICE = '公安机关办理刑事案件程序规定';

const read = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
/** The article asks for the paper; no form of it was read, so its title and fields are ours. */
const formless = (source: string, article: string): Basis => ({ source, article, status: 'unverified', note: '条文要求出具，未见格式文本；名称和栏目为本系统拟定' });
const field = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const may = (name: string, zh: string, en: string): DocumentField => ({ ...field(name, zh, en), required: false });

const OFFENCE = field('offence', '涉嫌罪名', 'Offence suspected');
const FACTS = field('facts', '案件事实', 'Facts');
const REASON = field('reason', '理由', 'Reason');
const NUMBER = field('number', '来文编号', 'Number given by the other side');
const NOTIFIED = field('notifiedAt', '送达移送机关时间', 'When the agency was told');
const SERVED = field('servedAt', '送达公安机关时间', 'When the police got it');
const TO_POLICE = field('police', '公安机关', 'Police');
const TO_PROCURATORATE = field('procuratorate', '人民检察院', 'Procuratorate');

interface More {
  readonly word?: string;
  readonly volume?: DocumentKind['volume'];
  readonly visibility?: DocumentKind['visibility'];
  readonly issuer?: DocumentKind['issuer'];
  readonly from?: string;
}

/** Filed in the main volume and seen with the case, unless said otherwise. */
const kind = (code: string, zh: string, en: string, fields: readonly DocumentField[], source: Basis, { word, volume = 'main', visibility = 'case', issuer, from = '2020-08-07' }: More = {}): DocumentKind => ({
  kind: code, title: { zh, en }, word: word ?? null, fields, volume, visibility, valid: [from, null], source, ...(issuer === undefined ? {} : { issuer }),
});
/** Papers of police and procuratorate are theirs: their numbers are taken as they are. */
const theirs = { issuer: 'actor' } as const;

/** Documents of referrals and civil suits. */
export const JUDICIAL_DOCUMENTS: readonly DocumentKind[] = [
  kind('referral-report', '移送涉嫌犯罪案件报告', 'Report on a referral', [OFFENCE, field('suspicion', '移送情形', 'Ground of suspicion'), FACTS, field('report', '报告', 'Report')], formless(REFERRAL, '第五条第一款'), { volume: 'sub', visibility: 'agency' }),
  kind('criminal-referral-letter', '涉嫌犯罪案件移送书', 'Letter of criminal referral', [
    TO_POLICE, OFFENCE, field('suspicion', '移送情形', 'Ground of suspicion'), FACTS, field('papers', '附件', 'Papers attached'), field('contact', '联系人', 'Contact: account of an officer of the team'), field('procuratorate', '抄送人民检察院', 'Copy to the procuratorate'),
  ], read(FORM, '文书5'), { word: '涉罪移', from: '2021-07-15' }),
  kind('referral-receipt', '涉嫌犯罪案件移送书回执', 'Receipt of a referral', [TO_POLICE, field('receivedAt', '签收时间', 'Signed for at'), field('finding', '签收情况', 'What was found')], formless(REFERRAL, '第七条'), theirs),
  kind('referral-supplement-notice', '补正材料通知书', 'Notice of missing papers', [field('missing', '应当补正的材料', 'Papers missing')], formless(POLICE, '第一百八十条第二款'), theirs),
  kind('referral-forwarding-notice', '移送案件转送告知书', 'Notice of forwarding', [field('to', '有管辖权的机关', 'Competent police'), REASON], formless(REFERRAL, '第七条'), theirs),
  kind('police-filing-notice', '立案通知书', 'Notice of filing', [NUMBER, NOTIFIED], formless(REFERRAL, '第八条'), theirs),
  kind('police-no-filing-notice', '不予立案通知书', 'Notice of not filing', [REASON, NOTIFIED, field('papersReturned', '退回案卷材料', 'Papers returned')], formless(REFERRAL, '第八条'), theirs),
  kind('referral-reconsideration-request', '提请复议书', 'Request for reconsideration', [TO_POLICE, OFFENCE, REASON], formless(REFERRAL, '第九条第一款')),
  kind('police-reconsideration-decision', '不予立案复议决定书', 'Decision on reconsideration', [REASON, NOTIFIED], formless(REFERRAL, '第九条第二款'), theirs),
  kind('filing-supervision-suggestion', '建议立案监督书', 'Suggestion to supervise the filing', [TO_PROCURATORATE, OFFENCE, may('policeReason', '公安机关不予立案的理由', 'Reasons of the police'), REASON], formless(REFERRAL, '第九条')),
  kind('explanation-demand', '要求说明不立案理由通知书', 'Demand to explain', [TO_POLICE, NUMBER, SERVED], formless(POLICE, '第一百八十二条第一款'), theirs),
  kind('no-filing-explanation', '不立案理由说明书', 'Explanation of not filing', [TO_PROCURATORATE, REASON], formless(POLICE, '第一百八十二条第一款'), theirs),
  kind('filing-order', '通知立案书', 'Order to file', [TO_POLICE, NUMBER, SERVED], formless(POLICE, '第一百八十二条第二款'), theirs),
  kind('referral-handover-list', '涉案物品和材料移交清单', 'List of what is handed over', [
    TO_POLICE, may('policeNumber', '公安机关立案编号', 'Number given by the police'), field('items', '物品和材料', 'Goods and papers'), field('handedBy', '移交人', 'Handed over by'), field('handedAt', '移交时间', 'Handed over at'),
  ], formless(REFERRAL, '第十二条')),
  kind('reverse-transfer-letter', '案件移送函（司法机关移送行政机关）', 'Letter of reverse transfer', [field('to', '行政执法机关', 'Agency'), OFFENCE, field('ground', '移送情形', 'Ground'), REASON], formless('行政处罚法', '第二十七条第一款'), theirs),
];
