import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const FORMS = '市场监督管理行政处罚文书格式范本（2021年修订版）';
const form = (number: number, note?: string): DocumentKind['source'] => ({ source: FORMS, article: `文书${number}`, status: 'verified', ...(note === undefined ? {} : { note }) });
const ours = (source: string, article: string, note: string): DocumentKind['source'] => ({ source, article, status: 'unverified', note });
/** In use with the rules of procedure as amended in 2021. */
const VALID: DocumentKind['valid'] = ['2021-07-15', null];

const field = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const open = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: false });

/** Documents of intake, of cases as a whole, and of several tracks. */
export const SHARED_DOCUMENTS: readonly DocumentKind[] = [
  {
    kind: 'other-way-notice', title: { zh: '其他途径告知书', en: 'Notice of another way' }, word: null,
    fields: [field('addressee', '收件人', 'Addressee, by part in the matter'), field('receivedOn', '收到日期', 'Day of receipt, YYYY-MM-DD'), field('matter', '反映事项', 'What it is about'), field('route', '其他途径', 'Way that is open'), field('reason', '理由', 'Reason')],
    volume: 'main', visibility: 'case', valid: ['2020-01-01', null], source: ours('市场监督管理投诉举报处理办法（总局令第121号）', '第三十四条、第四十四条', '2026年式样未拟定，按其总体说明自行制定'),
  },
  {
    kind: 'jurisdiction-designation', title: { zh: '指定管辖通知书', en: 'Designation of the office that handles a matter' }, word: '指定',
    fields: [field('addressees', '收件单位', 'Offices in dispute'), field('matter', '案件', 'Matter'), field('designated', '指定管辖单位', 'Office designated'), open('reason', '理由', 'Reason'), open('contact', '联系人', 'Officer to turn to, by account'), open('telephone', '联系电话', 'Telephone')],
    volume: 'main', visibility: 'case', issuer: 'actor', valid: VALID, source: form(2),
  },
  {
    kind: 'recusal-decision', title: { zh: '回避决定书', en: 'Decision whether somebody keeps out' }, word: '回避',
    fields: [field('officer', '被申请回避人员', 'Whom it is about, by account'), field('raisedBy', '提出方', 'Who raised it'), field('ground', '回避事由', 'Ground'), field('decision', '决定', 'Decision'), field('reason', '理由', 'Reason'), open('successor', '接替人员', 'Who takes over, by account')],
    volume: 'main', item: 7, visibility: 'case', valid: VALID, source: ours('市场监督管理行政处罚程序规定', '第四条', '文书格式范本未列此文书；名称和用字为本系统拟定'),
  },
  {
    kind: 'file-cover', title: { zh: '卷宗封面', en: 'Cover of the file' }, word: null,
    fields: [field('caseTitle', '案件名称', 'Name of the case'), field('caseNumber', '案卷号', 'Number of the file'), open('decisionNumber', '决定书文号', 'Number of the decision'), field('agency', '办案机构', 'Agency'), field('openedOn', '立案日期', 'Day of opening, YYYY-MM-DD'), field('closedOn', '结案日期', 'Day of closing, YYYY-MM-DD'), field('outcome', '处理结果', 'Outcome'), open('retention', '保管期限', 'Years that it is kept')],
    volume: 'sub', visibility: 'case', valid: VALID, source: form(54, '行政处罚案件卷宗；其他案件参照'),
  },
  {
    kind: 'file-index', title: { zh: '卷内文件目录', en: 'Index of the file' }, word: null, fields: [], volume: 'sub', visibility: 'case', valid: VALID, source: form(55),
    unissued: 'Computed from the documents of the case whenever it is asked for (GET /v1/cases/{id}/dossier)',
  },
  {
    kind: 'file-notes', title: { zh: '卷内备考表', en: 'Notes on the state of the file' }, word: null, fields: [open('state', '本卷情况说明', 'State of the file')], volume: 'sub', visibility: 'case', valid: VALID, source: form(56),
    unissued: 'Written by the archive on paper when the volume is bound',
  },
  {
    kind: 'address-confirmation', title: { zh: '送达地址确认书', en: 'Confirmation of the address for service' }, word: null,
    fields: [field('party', '受送达人', 'Recipient, by entry in the case'), field('channels', '是否接受电子送达及方式', 'Electronic ways agreed to'), field('exhibit', '送达地址（签署原件）', 'Signed paper in which the address stands'), field('signedAt', '确认日期', 'When it was signed')],
    volume: 'main', item: 7, visibility: 'case', valid: VALID, source: form(10), unissued: 'The recipient signs it; it is a record of its own for each party',
  },
  {
    kind: 'service-receipt', title: { zh: '送达回证', en: 'Return slip' }, word: null,
    fields: [field('document', '送达文书名称及文号', 'Document and number'), field('recipient', '受送达人', 'Recipient, by entry in the case'), field('servedAt', '送达时间', 'When'), open('place', '送达地点', 'Where'), field('mode', '送达方式', 'Mode of service'), field('receivedBy', '收件人', 'Who received it'), field('servers', '送达人', 'Who served it, by account'), open('witnesses', '见证人', 'Witnesses, by entry in the case')],
    volume: 'main', visibility: 'case', valid: VALID, source: form(50), unissued: 'The record of the service is the return slip; it is filed behind its document',
  },
  {
    kind: 'service-announcement', title: { zh: '行政处罚文书送达公告', en: 'Public notice of service' }, word: '罚送告',
    fields: [field('recipient', '受送达人', 'Recipient, by entry in the case'), field('document', '公告送达的文书', 'Document that is served'), field('documentIssuedOn', '文书作出日期', 'Day of the document, YYYY-MM-DD'), field('ground', '公告送达的原因', 'Ground of service by notice'), field('content', '文书内容', 'What the document says, in short'), field('rights', '告知的权利', 'Rights told'), field('days', '公告期', 'Days of the period'), open('contact', '联系人', 'Officer to turn to, by account'), open('telephone', '联系电话', 'Telephone')],
    volume: 'main', visibility: 'case', valid: ['2022-11-01', null], source: form(51, '范本印作六十日；2022年修正后的第八十二条第五项为三十日'),
  },
];
