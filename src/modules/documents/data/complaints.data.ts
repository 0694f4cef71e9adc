import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const FORMS = '市场监督管理部门处理投诉举报文书式样（2026年4月）';
/** The form prints the place of the word and leaves the word open: those here are ours. */
const form = (number: string): DocumentKind['source'] => ({ source: FORMS, article: `文书式样${number}`, status: 'verified', note: '式样未印文号用字，本系统拟定' });
const printed = (number: string): DocumentKind['source'] => ({ source: FORMS, article: `文书式样${number}`, status: 'verified' });
/** In use since the measures of 2026 are in force. */
const VALID: DocumentKind['valid'] = ['2026-04-15', null];
/** For consumers; what is owed to others stands in the documents of their tracks. */
const TO_CONSUMERS = { property: 'classification', is: ['consumer-complaint'] } as const;

const field = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const open = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: false });

const ADDRESSEE = field('addressee', '收件人', 'Addressee, by part in the matter: the name stands in the vault');
const RECEIVED = field('receivedOn', '收到日期', 'Day of receipt, YYYY-MM-DD');
const MATTER = field('matter', '投诉/举报事项', 'What it is about: party complained of and receipt number');
const CONTACT = [open('contact', '联系人', 'Officer to turn to, by account'), open('telephone', '联系电话', 'Telephone')];

/** The forms of complaints and reports of 2026, in their order; 七 to 九, of mediation, stand with the documents of mediations. */
export const COMPLAINT_DOCUMENTS: readonly DocumentKind[] = [
  {
    kind: 'complaint-registration', title: { zh: '投诉登记表', en: 'Registration of a complaint' }, word: null,
    fields: [
      field('station', '登记单位', 'Where it was registered'), field('number', '编号', 'Number'), ADDRESSEE, open('consentPublish', '是否同意公示投诉信息', 'Consent to publication'), open('consentMediation', '是否同意委托调解', 'Consent to entrusted mediation'),
      field('respondent', '被投诉人名称（姓名）', 'Party complained of'), open('respondentAddress', '被投诉人地址', 'Its address'), field('facts', '消费者权益争议事实依据', 'Facts of the dispute'), field('claims', '投诉请求', 'Claims'), field('officer', '经办人', 'Officer, by account'),
    ],
    volume: 'sub', item: 1, visibility: 'agency', valid: VALID, source: printed('一'), unissued: 'The complaint itself is the registration; its printed form is filled from it and from the vault',
  },
  {
    kind: 'report-registration', title: { zh: '举报登记表', en: 'Registration of a report' }, word: null,
    fields: [
      field('station', '登记单位', 'Where it was registered'), field('number', '编号', 'Number'), open('addressee', '举报人', 'Reporter, in the vault'), field('respondent', '被举报人名称（姓名）', 'Party reported'), open('respondentAddress', '被举报人地址', 'Its address'),
      field('facts', '涉嫌违反市场监督管理法律、法规、规章的具体线索和相应的事实依据', 'Clues and facts'), field('officer', '经办人', 'Officer, by account'),
    ],
    volume: 'sub', item: 1, visibility: 'agency', valid: VALID, source: printed('二'), unissued: 'The report itself is the registration; its printed form is filled from it and from the vault',
  },
  {
    kind: 'complaint-distribution', title: { zh: '投诉/举报分送通知书', en: 'Notice that a complaint or report is sent to a lower office' }, word: '分送', ordinal: true,
    fields: [field('agency', '收件单位', 'Office that it is sent to'), RECEIVED, MATTER, field('reportBy', '处理结果报告期限', 'Day by which the result is reported, YYYY-MM-DD'), open('enclosures', '附件', 'Enclosures')],
    volume: 'sub', item: 1, visibility: 'case', issuer: 'actor', valid: VALID, source: form('三'), unissued: 'The rules distribute at filing, and nobody signs a notice for it; the notice goes with the hand-over to other systems',
  },
  {
    kind: 'identity-proof-notice', title: { zh: '限期提供身份证明材料通知书', en: 'Notice to prove identity within a period' }, word: '限提证', ordinal: true,
    fields: [ADDRESSEE, MATTER, field('until', '提供期限', 'Last day, YYYY-MM-DD'), field('materials', '应提供的身份证明材料', 'Material to be provided'), open('reason', '要求提供的原因', 'Why it is asked for'), open('telephone', '联系电话', 'Telephone'), open('address', '通信地址', 'Address that it is sent to')],
    volume: 'main', visibility: 'case', issuer: 'actor', when: TO_CONSUMERS, valid: VALID, source: form('四'),
  },
  {
    kind: 'complaint-acceptance', title: { zh: '投诉受理决定书', en: 'Decision to accept a complaint' }, word: '投受', ordinal: true,
    fields: [ADDRESSEE, RECEIVED, MATTER, ...CONTACT], volume: 'main', visibility: 'case', when: TO_CONSUMERS, valid: VALID, source: form('五'),
  },
  {
    kind: 'complaint-non-acceptance', title: { zh: '投诉不予受理决定书', en: 'Decision not to accept a complaint' }, word: '投不受', ordinal: true,
    fields: [ADDRESSEE, RECEIVED, MATTER, field('item', '不予受理情形（第十六条第几项）', 'Item of article 16, 1 to 7'), field('reason', '不予受理的理由', 'Reason (第十五条第二款)')],
    volume: 'main', visibility: 'case', when: TO_CONSUMERS, valid: VALID, source: form('六'),
  },
  {
    kind: 'report-result-notice', title: { zh: '举报处理结果告知书', en: 'Notice of the result of a report' }, word: '举告', ordinal: true,
    fields: [ADDRESSEE, MATTER, field('law', '告知的依据', 'Law and article that have the result told'), field('result', '处理结果', 'Result')],
    // Telling the result to anybody but the reporter gives the report away (第三十七条).
    volume: 'sub', visibility: 'agency', valid: VALID, source: form('十'),
  },
];
