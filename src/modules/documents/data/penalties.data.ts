import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

type FieldRow = readonly [name: string, zh: string, en: string, optional?: 'optional'];

/** Forms of the model of 2021, from its first day. */
const VALID = ['2021-07-15', null] as const;
const PARTY: FieldRow = ['party', '当事人', 'Party, by its entry in the case'];
const CAUSE: FieldRow = ['cause', '案由', 'Cause of action'];
const AT: FieldRow = ['at', '时间', 'Time'];
const UNTIL: FieldRow = ['until', '结束时间', 'Until', 'optional'];
const PLACE: FieldRow = ['place', '地点', 'Place'];
const OFFICERS: FieldRow = ['officers', '执法人员及执法证号', 'Officers, with the numbers of their credentials'];
const SIGNATURE: readonly FieldRow[] = [['confirmed', '签名情况', 'Whether it was signed'], ['remark', '备注', 'Remark', 'optional'], ['recording', '录音录像', 'Recording', 'optional'], ['witness', '见证人', 'Witness', 'optional']];
const PENALTIES: FieldRow = ['penalties', '行政处罚的内容', 'Penalties'];
const FACTS: FieldRow = ['facts', '事实', 'Facts'];
const REASONS: FieldRow = ['reasons', '理由', 'Reasons'];
const PROVISIONS: FieldRow = ['provisions', '依据', 'Provisions'];
const REMEDIES: FieldRow = ['remedies', '救济途径和期限', 'Ways and times of remedy'];

const fields = (rows: readonly FieldRow[]): DocumentField[] => rows.map(([name, zh, en, optional]) => ({ name, label: { zh, en }, required: optional === undefined }));
const form = (number: number): DocumentKind['source'] => ({ source: '市场监督管理行政处罚文书格式范本（2021年修订版）', article: `文书${number}`, status: 'verified' });

interface More {
  readonly word?: string;
  /** Place in the file, 令2 第七十八条. */
  readonly main?: number;
  readonly sub?: number;
}

function kind(code: string, number: number, zh: string, en: string, { word, main, sub }: More, rows: readonly FieldRow[]): DocumentKind {
  const volume = main === undefined ? 'sub' : 'main';
  return { kind: code, title: { zh, en }, word: word ?? null, fields: fields(rows), volume, item: main ?? sub ?? 6, visibility: volume === 'main' ? 'case' : 'agency', valid: VALID, source: form(number) };
}

/** Documents of penalties. */
export const PENALTY_DOCUMENTS: readonly DocumentKind[] = [
  // Filing and matters that the head approves.
  kind('filing-approval', 7, '立案审批表', 'Approval of filing', { main: 1 }, [PARTY, CAUSE, ['foundAt', '发现线索/收到材料时间', 'When the clue was found or the material received'], ['findings', '核查情况及立案理由', 'What verification found, and why it is filed'], ['officers', '办案人员', 'Officers']]),
  kind('non-filing-approval', 7, '不予立案审批表', 'Approval of not filing', { sub: 1 }, [['foundAt', '发现线索/收到材料时间', 'When the clue was found or the material received'], ['ground', '不予立案情形', 'Ground'], ['findings', '核查情况及不予立案理由', 'What verification found, and why it is not filed']]),
  kind('suspension-approval', 8, '行政处罚案件有关事项审批表（中止调查）', 'Approval of suspension', { sub: 6 }, [['ground', '中止情形', 'Ground'], ['reason', '理由、依据及处理意见', 'Reason']]),
  kind('termination-approval', 8, '行政处罚案件有关事项审批表（终止调查）', 'Approval of termination', { sub: 6 }, [['reason', '理由、依据及处理意见', 'Reason']]),

  // Investigation.
  kind('scene-record', 9, '现场笔录', 'Record of the scene', { main: 4 }, [AT, UNTIL, PLACE, OFFICERS, ['content', '现场情况', 'What was found'], ...SIGNATURE]),
  kind('evidence-slip', 11, '证据提取单', 'Slip of evidence', { main: 4 }, [['evidence', '证据种类', 'Kind of evidence'], AT, PLACE, OFFICERS, ['person', '证据提供人', 'Who gave it', 'optional'], ['original', '是否原件、原物', 'Whether it is the original', 'optional'], ['content', '证据名称、内容', 'What it is and proves'], ...SIGNATURE]),
  kind('electronic-data-record', 12, '电子数据证据提取笔录', 'Record of the extraction of electronic data', { main: 4 }, [AT, UNTIL, PLACE, ['person', '被检查人', 'Whose data it is', 'optional'], ['extractor', '提取人', 'Who extracted it'], OFFICERS, ['medium', '原始存储介质名称及状态', 'Original medium and its state'], ['method', '提取方法和过程', 'How it was extracted'], ['content', '提取的电子数据内容', 'What was extracted'], ...SIGNATURE]),
  kind('inquiry-record', 14, '询问笔录', 'Record of an inquiry', { main: 4 }, [AT, UNTIL, PLACE, OFFICERS, ['person', '被询问人', 'Who was asked'], ['rightsTold', '权利告知', 'Rights told', 'optional'], ['content', '询问内容', 'Questions and answers'], ...SIGNATURE]),
  kind('correction-order', 33, '责令改正通知书', 'Order of correction', { main: 3, word: '责改' }, [PARTY, PROVISIONS, ['acts', '改正内容及要求', 'What is to be put right'], ['by', '改正期限', 'Until when', 'optional']]),
  kind('investigation-report', 35, '案件调查终结报告', 'Report on the investigation', { sub: 2 }, [PARTY, CAUSE, ['course', '案件来源、调查经过及采取行政强制措施的情况', 'Source, course, measures of compulsion'], ['facts', '调查认定的事实及主要证据', 'Facts and main evidence'], ['nature', '案件性质', 'Nature of the offence'], ['discretion', '自由裁量理由等', 'Discretion', 'optional'], ['proposal', '处理意见及依据', 'Proposal']]),

  // Review.
  kind('review-form', 36, '案件审核/法制审核表', 'Review', { sub: 3 }, [['review', '审核类别', 'Review of the case, or legal review'], ['askedAt', '送审时间', 'When it was given'], ['advice', '审核结论', 'Conclusion'], ['opinion', '审核意见和建议', 'Opinion']]),

  // Notice, defence, hearing.
  kind('penalty-notice', 37, '行政处罚告知书', 'Notice of a penalty', { main: 3, word: '罚告' }, [PARTY, CAUSE, PENALTIES, FACTS, REASONS, PROVISIONS, ['hearing', '是否告知听证权利', 'Whether the party may ask for a hearing']]),
  kind('defence-record', 38, '陈述申辩笔录', 'Record of a defence', { main: 4 }, [PARTY, AT, PLACE, ['content', '陈述申辩内容', 'What was stated']]),
  kind('hearing-notice', 39, '行政处罚听证通知书', 'Notice of a hearing', { main: 3, word: '听通' }, [PARTY, CAUSE, AT, PLACE, ['open', '公开/不公开', 'In public'], ['chair', '听证主持人', 'Chair']]),
  kind('hearing-minutes', 40, '听证笔录', 'Minutes of a hearing', { main: 5 }, [PARTY, CAUSE, AT, ['until', '结束时间', 'Until'], ['chair', '听证主持人', 'Chair'], ['course', '听证过程', 'Course']]),
  kind('hearing-report', 41, '听证报告', 'Report on a hearing', { sub: 4 }, [PARTY, CAUSE, ['chair', '听证主持人', 'Chair'], ['course', '听证的基本情况', 'Course'], ['opinion', '处理意见及建议', 'Opinion and proposal']]),

  // Decision.
  kind('discussion-record', 42, '行政处罚案件集体讨论记录', 'Record of the discussion of the heads', { sub: 6 }, [CAUSE, AT, PLACE, ['chair', '主持人', 'Who presided'], ['attendees', '出席人员', 'Who took part'], ['opinion', '讨论记录及处理意见', 'What was said and resolved']]),
  { ...kind('decision-approval', 43, '行政处理决定审批表', 'Approval of a decision', { sub: 6 }, [CAUSE, ['filedAt', '立案时间', 'When it was filed'], ['category', '建议类别', 'What is proposed'], ['reviewed', '是否经过复核（听证）程序', 'Whether it was reviewed, or heard'], ['proposal', '决定的内容、主要事实、理由、依据', 'Content, facts, reasons, provisions'], ['opinion', '审批意见', 'Approval']]), unissued: 'The head decides in the system: what the form asks for stands in the report, the review, the hearing and the decision, and is printed from them' },
  kind('penalty-decision', 45, '行政处罚决定书', 'Decision on a penalty', { main: 2, word: '处罚' }, [PARTY, CAUSE, FACTS, ['defence', '陈述、申辩、听证意见的采纳情况和理由', 'What was taken over of the defence', 'optional'], REASONS, PROVISIONS, PENALTIES, ['illegalIncome', '违法所得认定', 'Illegal income', 'optional'], ['performance', '履行方式和期限', 'How and by when it is performed'], REMEDIES]),
  kind('no-penalty-decision', 46, '不予行政处罚决定书', 'Decision that there is no penalty', { main: 2, word: '不罚' }, [['party', '当事人', 'Party, by its entry in the case'], CAUSE, FACTS, ['ground', '不予处罚情形', 'Ground'], REASONS, PROVISIONS, ['education', '教育内容', 'How the party was educated', 'optional'], REMEDIES]),
  kind('case-transfer-letter', 4, '案件移送函', 'Transfer of a case', { main: 3, word: '案移' }, [CAUSE, ['to', '受移送单位', 'To whom'], ['reason', '移送原因', 'Why'], ['provision', '依据', 'Provision']]),

  // Performance and closing.
  kind('goods-disposal-record', 52, '涉案物品处理记录', 'Record of the disposal of goods', { main: 6 }, [AT, PLACE, ['goods', '处理物品', 'Goods'], ['method', '处理方式', 'How'], ['officers', '执行人', 'Who disposed of them'], ['witness', '监督人', 'Who watched'], ['course', '处理情况', 'Course']]),
  kind('closing-approval', 53, '结案审批表', 'Approval of closing', { sub: 5 }, [['cause', '案件名称', 'Case', 'optional'], ['filedAt', '立案日期', 'When it was filed', 'optional'], ['outcome', '结案情形', 'How it ended'], ['penalties', '行政处罚内容', 'Penalties', 'optional'], ['opinion', '部门负责人意见', 'Opinion of the head']]),
];
