import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

type FieldRow = readonly [name: string, zh: string, en: string, optional?: 'optional'];

/** Forms of the model of 2021, from its first day. */
const VALID = ['2021-07-15', null] as const;
const PARTY: FieldRow = ['party', '当事人', 'Party, by its entry in the case'];
const REASON: FieldRow = ['reason', '理由', 'Reason'];
const GOODS: FieldRow = ['goods', '场所/设施/财物清单', 'List of places, facilities and goods'];
const DECISION: FieldRow = ['decision', '原文书编号', 'Number of the document that it goes back to', 'optional'];
const REMEDIES: FieldRow = ['remedies', '救济途径和期限', 'Ways and times of remedy'];
const PLACE: FieldRow = ['place', '地点', 'Place'];
const AT: FieldRow = ['at', '时间', 'Time'];
const OFFICERS: FieldRow = ['officers', '执法人员及执法证号', 'Officers, with the numbers of their credentials'];
const KEPT: FieldRow = ['keptAt', '存放地点', 'Where it is kept'];
const PROVISION: FieldRow = ['provision', '依据', 'Legal ground'];

const fields = (rows: readonly FieldRow[]): DocumentField[] => rows.map(([name, zh, en, optional]) => ({ name, label: { zh, en }, required: optional === undefined }));
const form = (number: number): DocumentKind['source'] => ({ source: '市场监督管理行政处罚文书格式范本（2021年修订版）', article: `文书${number}`, status: 'verified' });

interface More {
  readonly word?: string;
  /** Place in the main volume, 令2 第七十八条. */
  readonly item: number;
  readonly unissued?: string;
}

function kind(code: string, number: number, zh: string, en: string, { word, item, unissued }: More, rows: readonly FieldRow[]): DocumentKind {
  return { kind: code, title: { zh, en }, word: word ?? null, fields: fields(rows), volume: 'main', item, visibility: 'case', valid: VALID, source: form(number), ...(unissued === undefined ? {} : { unissued }) };
}

const WITH_DECISION = 'Its content is the list that the decision or notice states; it is printed with it';

/** Documents of preservation, seizure, assistance, fines and simplified penalties. */
export const SEIZURE_DOCUMENTS: readonly DocumentKind[] = [
  kind('goods-transfer-notice', 6, '查封/扣押物品移送告知书', 'Notice that seized goods were handed on', { word: '物移', item: 3 }, [PARTY, DECISION, ['to', '接收机关', 'Handed to'], REASON, GOODS, AT]),
  kind('identification-request', 16, '协助辨认/鉴别通知书', 'Request to identify goods', { word: '辨鉴通', item: 3 }, [['rightHolder', '权利人', 'Right holder, by its entry in the case'], ['question', '辨认/鉴别事项', 'What is to be identified'], GOODS, ['workingDays', '提交期限（工作日）', 'Working days to answer']]),
  kind('assistance-letter', 17, '协助调查函', 'Request for assistance', { word: '协查', item: 7 }, [['to', '协助单位', 'Asked of'], REASON, ['matters', '协助调查事项', 'What is to be done'], PROVISION]),
  kind('detention-assistance', 18, '协助扣押通知书', 'Request to a carrier to help with a seizure', { word: '协扣', item: 3 }, [['carrier', '协助单位', 'Carrier'], DECISION, GOODS, PROVISION]),
  kind('preservation-notice', 19, '先行登记保存证据通知书', 'Notice of evidence kept by registration', { word: '先登', item: 3 }, [PARTY, REASON, GOODS, KEPT, PLACE, AT, OFFICERS, PROVISION]),
  kind('preservation-release', 20, '解除先行登记保存证据通知书', 'Release of evidence kept by registration', { word: '解登', item: 3 }, [PARTY, DECISION, REASON, GOODS]),
  kind('seizure-decision', 21, '实施行政强制措施决定书', 'Decision on a seizure', { word: '强制', item: 3 }, [PARTY, REASON, PROVISION, ['measure', '措施', 'Sealing or taking'], ['days', '期限（日）', 'Term, calendar days'], GOODS, KEPT, PLACE, AT, OFFICERS, REMEDIES]),
  kind('seizure-extension', 22, '延长行政强制措施期限决定书', 'Decision to prolong a seizure', { word: '延强', item: 3 }, [PARTY, DECISION, REASON, ['days', '延长日数', 'Calendar days'], PROVISION, REMEDIES]),
  kind('seizure-release', 23, '解除行政强制措施决定书', 'Decision to release', { word: '解强', item: 3 }, [PARTY, DECISION, ['ground', '解除情形', 'Ground'], REASON, GOODS, ['extent', '全部/部分', 'Whole or part']]),
  kind('goods-list', 24, '场所/设施/财物清单', 'List of places, facilities and goods', { item: 3, unissued: WITH_DECISION }, [GOODS]),
  kind('seal', 25, '封条', 'Seal', { item: 3, unissued: 'Printed matter without content of its own' }, []),
  kind('custody-letter', 26, '实施行政强制措施场所/设施/财物委托保管书', 'Letter of custody', { word: '托管', item: 6 }, [['custodian', '保管单位', 'Custodian'], GOODS, ['conditions', '保管条件', 'Conditions'], PLACE, ['until', '保管期限', 'Until', 'optional']]),
  kind('early-disposal-confirmation', 27, '先行处置物品确认书', 'Consent to early disposal', { item: 6 }, [PARTY, DECISION, GOODS, ['method', '先行处置方式', 'Way of disposal'], ['consentAt', '权利人确认时间', 'When the owner consented']]),
  kind('early-disposal-notice', 28, '先行处置物品公告', 'Public notice of early disposal', { word: '先处告', item: 6 }, [DECISION, GOODS, ['method', '处置方式', 'Way of disposal'], ['until', '公告期届满日', 'Last day of the notice']]),
  kind('sampling-record', 29, '抽样记录', 'Record of sampling', { item: 4, unissued: 'Samples are goods of a seizure or preservation, or evidence of the penalty procedure, which has its own slip' }, [PARTY, AT, PLACE, ['samples', '抽取样品', 'Samples']]),
  kind('testing-commission', 30, '检测/检验/检疫/鉴定委托书', 'Commission of a test', { word: '检鉴委', item: 4 }, [['institution', '受托机构', 'Institution'], ['testing', '类别', 'Kind'], ['question', '委托事项', 'Question'], GOODS, ['until', '提交报告日期', 'Report due on']]),
  kind('testing-period-notice', 31, '检测/检验/检疫/鉴定期间告知书', 'Notice of the time of a test', { word: '检鉴期', item: 3 }, [PARTY, DECISION, ['testing', '类别', 'Kind'], ['from', '起始日', 'From'], ['until', '届满日', 'Until'], GOODS, PROVISION]),
  kind('testing-result-notice', 32, '检测/检验/检疫/鉴定结果告知书', 'Notice of the result of a test', { word: '检鉴结', item: 3 }, [PARTY, ['institution', '受托机构', 'Institution'], ['report', '报告书编号', 'Number of the report'], ['result', '结果', 'Result'], ['objection', '异议途径和期限', 'Objection', 'optional']]),
  kind('on-the-spot-decision', 44, '当场行政处罚决定书', 'Penalty decision on the spot', { word: '当罚', item: 2 }, [PARTY, ['facts', '违法行为', 'Facts'], ['provisions', '依据', 'Provisions'], ['penalties', '处罚种类和罚款数额', 'Warning and fine, CNY'], ['payment', '缴款途径和期限', 'How and until when to pay'], REMEDIES, PLACE, AT, OFFICERS, ['statement', '陈述、申辩', 'What the party stated'], ['refusal', '拒绝签收情况', 'Refusal to sign', 'optional']]),
  kind('deferral-notice', 47, '延期/分期缴纳罚款通知书', 'Notice of more time to pay', { word: '延分通', item: 3 }, [PARTY, DECISION, ['fine', '罚款数额（元）', 'Fine, CNY'], ['requestedAt', '申请时间', 'When it was asked for'], ['plan', '缴款时间及数额', 'Days and sums'], ['consequence', '到期不缴纳的后果', 'What follows if it is not paid']]),
  kind('demand-letter', 48, '行政处罚决定履行催告书', 'Demand letter', { word: '罚催', item: 3 }, [PARTY, DECISION, ['obligation', '未履行的义务', 'What is outstanding, CNY'], ['days', '履行期限（工作日）', 'Working days to comply'], ['manner', '履行方式', 'How to pay'], ['rights', '陈述、申辩权', 'Right to be heard']]),
  kind('enforcement-application', 49, '强制执行申请书', 'Application for enforcement', { word: '执申', item: 3 }, [['court', '人民法院', 'Court'], PARTY, DECISION, ['claims', '请求事项', 'What is to be enforced, CNY'], ['surcharge', '加处罚款及计算方式', 'Surcharge and how it was counted', 'optional'], ['facts', '事实和理由', 'Facts and grounds'], ['demandServedAt', '催告书送达时间', 'When the demand was served'], ['partyOpinion', '当事人意见', 'What the party says'], ['signedBy', '行政机关负责人', 'Head who signs']]),
  kind('seized-goods-disposal', 52, '涉案物品处理记录', 'Record of disposal of seized goods', { item: 6 }, [GOODS, PROVISION, AT, PLACE, OFFICERS, ['supervisor', '监督人', 'Supervisor'], ['course', '处理情况', 'Course']]),
];
