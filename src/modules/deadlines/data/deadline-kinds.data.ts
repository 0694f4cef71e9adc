import type { ClockRule, ClockUnit, ExtensionStep, RollRule } from '../../../kernel/clock/index.js';
import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** A time limit as it stood from one day to another. A trigger falls under the row in force on its day, Asia/Shanghai. */
export interface DeadlineKindRow {
  readonly code: string;
  /** First day, YYYY-MM-DD. */
  readonly effectiveFrom: string;
  /** Last day, included; null while in force. */
  readonly effectiveTo: string | null;
  /** `measures`: numbers of the measures of 2021 that the limit serves; `pauses`: reasons that stop the count. */
  readonly rule: ClockRule & { readonly measures: readonly number[]; readonly pauses: readonly string[] };
}

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const COMPLAINTS_OLD = '市场监督管理投诉举报处理暂行办法（总局令第20号）';
const PENALTY = '市场监督管理行政处罚程序规定（总局令第2号）';
const PATENT = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const COPYRIGHT = '著作权行政处罚实施办法';
const HOTLINE = '广东省12345政务服务便民热线管理办法';

const verified = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const unverified = (source: string, article: string, note: string): Basis => ({ source, article, status: 'unverified', note });

/** 检测、检验、检疫、鉴定以及权利人辨认或者鉴别（令2 第十八条第二款、第六十四条第二款）. */
const EXPERT_WORK = ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification'];

interface Limit {
  readonly label: LocalizedText;
  readonly amount: number;
  readonly unit: ClockUnit;
  readonly roll: RollRule;
  readonly basis: Basis;
  readonly measures: readonly number[];
  readonly pauses?: readonly string[];
  readonly extensions?: readonly ExtensionStep[];
}

function row(code: string, [effectiveFrom, effectiveTo]: readonly [string, string | null], { pauses = [], ...limit }: Limit): DeadlineKindRow {
  return { code, effectiveFrom, effectiveTo, rule: { code, ...limit, pauses } };
}

/** One prolongation that the head of the agency may grant. */
function byHead(amount: number, unit: ClockUnit, basis: Basis): ExtensionStep {
  return { code: 'head', amount, unit, approver: 'agency-head', basis, label: { zh: '经负责人批准延长', en: 'Extension granted by the head of the agency' } };
}

const NEW_COMPLAINTS = ['2026-04-15', null] as const;
const OLD_COMPLAINTS = ['2020-01-01', '2026-04-14'] as const;
/** The revision of 2021 gave the articles their present numbers. */
const PENALTY_2021 = ['2021-07-15', null] as const;
const HOTLINE_2022 = ['2022-09-01', null] as const;

const HOTLINE_BASIS = unverified(HOTLINE, '条文未读', '办理时限见于转载，未见官方文本；延期规则未读，故不设延期');

/**
 * `roll` is what the instrument itself says: 令121 第四十五条 and 令2 第八十条 name statutory holidays. Instruments whose rule was not
 * read get `none`, the strict reading, which costs the agency a day and never costs a party one.
 */
export const DEADLINE_KINDS: readonly DeadlineKindRow[] = [
  row('complaint.acceptance', OLD_COMPLAINTS, {
    label: { zh: '投诉受理决定', en: 'Decide whether to accept the complaint' }, amount: 7, unit: 'working_day', roll: 'none', measures: [11, 17],
    basis: unverified(COMPLAINTS_OLD, '第十四条', '条文仅见于转引，未见官方文本；期间顺延规则未读'),
  }),
  row('complaint.acceptance', NEW_COMPLAINTS, {
    label: { zh: '投诉受理决定', en: 'Decide whether to accept the complaint' }, amount: 7, unit: 'working_day', roll: 'after_statutory_holiday', measures: [11, 17],
    basis: verified(COMPLAINTS, '第十五条'),
  }),
  row('report.verification', PENALTY_2021, {
    label: { zh: '举报线索核查', en: 'Verify the report and decide on filing' }, amount: 15, unit: 'working_day', roll: 'after_statutory_holiday', measures: [1, 11],
    basis: verified(PENALTY, '第十八条'), pauses: EXPERT_WORK, extensions: [byHead(15, 'working_day', verified(PENALTY, '第十八条第一款'))],
  }),
  row('hotline12345.consultation', HOTLINE_2022, {
    label: { zh: '12345咨询答复', en: 'Answer a 12345 consultation' }, amount: 2, unit: 'working_day', roll: 'none', measures: [17], basis: HOTLINE_BASIS,
  }),
  row('hotline12345.request', HOTLINE_2022, {
    label: { zh: '12345求助、建议办理答复', en: 'Handle and answer a 12345 request or suggestion' }, amount: 10, unit: 'working_day', roll: 'none', measures: [17], basis: HOTLINE_BASIS,
  }),
  row('hotline12345.complaint', HOTLINE_2022, {
    label: { zh: '12345投诉、举报办理答复', en: 'Handle and answer a 12345 complaint or report' }, amount: 15, unit: 'working_day', roll: 'none', measures: [17], basis: HOTLINE_BASIS,
  }),
  row('mediation.consumer', OLD_COMPLAINTS, {
    label: { zh: '消费争议调解', en: 'Mediation of a consumer dispute' }, amount: 45, unit: 'working_day', roll: 'none', measures: [7, 11],
    basis: verified(COMPLAINTS_OLD, '第二十一条', '期间顺延与扣除规则未读'),
  }),
  row('mediation.consumer', NEW_COMPLAINTS, {
    label: { zh: '消费争议调解', en: 'Mediation of a consumer dispute' }, amount: 60, unit: 'calendar_day', roll: 'after_statutory_holiday', measures: [7, 11],
    // 第二十二条第三款: 鉴定、检测所需时间不计算在调解期限内.
    basis: verified(COMPLAINTS, '第二十三条第一款第五项', '鉴定、检测所需时间不计入（第二十二条第三款）'), pauses: ['testing', 'appraisal'],
  }),
  row('mediation.termination-notice', NEW_COMPLAINTS, {
    label: { zh: '告知终止调解', en: 'Tell both sides that mediation has ended' }, amount: 7, unit: 'working_day', roll: 'after_statutory_holiday', measures: [7, 11],
    basis: verified(COMPLAINTS, '第二十三条第二款'),
  }),
  row('jurisdiction.dispute', NEW_COMPLAINTS, {
    label: { zh: '处理权限争议协商', en: 'Settle a dispute over who may handle the matter' }, amount: 7, unit: 'working_day', roll: 'after_statutory_holiday', measures: [11, 17],
    basis: verified(COMPLAINTS, '第三十三条'),
  }),
  row('copyright.acceptance', ['2009-06-15', null], {
    label: { zh: '著作权投诉受理决定', en: 'Decide whether to accept the copyright complaint' }, amount: 15, unit: 'calendar_day', roll: 'none', measures: [11],
    basis: verified(COPYRIGHT, '第十三条', '自收到全部投诉材料起算；期间顺延规则未读'),
  }),
  row('adjudication.filing', ['2025-02-01', null], {
    label: { zh: '专利侵权纠纷行政裁决立案', en: 'Decide whether to file a patent adjudication' }, amount: 5, unit: 'working_day', roll: 'none', measures: [11],
    basis: verified(PATENT, '第十六条、第二十条'), extensions: [byHead(5, 'working_day', verified(PATENT, '第二十条'))],
  }),
  row('adjudication.decision', ['2025-02-01', null], {
    label: { zh: '专利侵权纠纷行政裁决结案', en: 'Close the patent adjudication' }, amount: 3, unit: 'month', roll: 'none', measures: [1, 11],
    basis: verified(PATENT, '第三十七条'),
    pauses: ['suspension', 'public_notice', 'appraisal', 'jurisdiction_objection', 'evidence_extension', 'settlement'],
    extensions: [byHead(1, 'month', verified(PATENT, '第三十七条')), { code: 'superior', amount: 2, unit: 'month', approver: 'superior-patent-office', basis: verified(PATENT, '第三十七条'), label: { zh: '报上级专利管理部门批准延长', en: 'Prolonged by the superior patent office' } }],
  }),
  row('service.first-response', ['2020-01-01', null], {
    label: { zh: '首次研判回应（服务时限）', en: 'First response to a matter that no statute puts on a clock (service standard)' }, amount: 7, unit: 'working_day', roll: 'none', measures: [7, 17],
    basis: unverified('本系统拟定的服务时限', '无法定条文', '法律未规定时限的事项也不得无限期等待；天数由城市确定后更新'),
  }),
  row('case.decision', PENALTY_2021, {
    label: { zh: '行政处罚案件处理决定', en: 'Decide the penalty case' }, amount: 90, unit: 'calendar_day', roll: 'after_statutory_holiday', measures: [1, 11],
    // A further prolongation is decided collectively for "a reasonable time": the statute names no amount, so the ladder ends here.
    basis: verified(PENALTY, '第六十四条', '再次延期由负责人集体讨论决定并确定合理期限，规章未规定固定天数'),
    pauses: ['suspension', 'hearing', 'public_notice', ...EXPERT_WORK, 'refund_order'], extensions: [byHead(30, 'calendar_day', verified(PENALTY, '第六十四条第一款'))],
  }),
];
