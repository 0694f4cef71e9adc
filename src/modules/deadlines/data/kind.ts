import type { Bounds, ClockUnit, ExtensionStep, KindRule, Reminders, RollRule } from '../../../kernel/clock/index.js';
import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** Who may grant an extension. Heads decide for their own agency; a superior is an agency above it. */
export type Approver = 'agency-head' | 'agency-heads-together' | 'superior' | 'panel' | 'court-president' | 'superior-court' | 'parties';

/** What stops the count while it lasts. The basis stands with the kind, for the same word is not in every statute. */
export const PAUSE_REASONS = {
  testing: { zh: '检测', en: 'Testing' },
  inspection: { zh: '检验', en: 'Inspection' },
  quarantine: { zh: '检疫', en: 'Quarantine' },
  metrology: { zh: '检定', en: 'Metrological verification' },
  appraisal: { zh: '鉴定', en: 'Expert appraisal' },
  right_holder_identification: { zh: '权利人辨认或者鉴别', en: 'Identification by the right holder' },
  suspension: { zh: '中止', en: 'Suspension of the proceeding' },
  hearing: { zh: '听证', en: 'Hearing' },
  public_notice: { zh: '公告', en: 'Public notice' },
  refund_order: { zh: '责令退还多收价款', en: 'Order to refund what was overcharged' },
  jurisdiction_objection: { zh: '管辖权异议', en: 'Objection to the jurisdiction' },
  evidence_extension: { zh: '当事人申请延长举证期限', en: 'Longer time for evidence, asked for by a party' },
  settlement: { zh: '和解', en: 'Settlement talks' },
  force_majeure: { zh: '不可抗力或者其他正当理由', en: 'Force majeure or another good reason' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type PauseReason = keyof typeof PAUSE_REASONS;

/** A time limit as it stood from one day to another. A trigger falls under the row in force on its day, Asia/Shanghai. */
export interface DeadlineKindRow {
  readonly code: string;
  /** First day, YYYY-MM-DD. */
  readonly effectiveFrom: string;
  /** Last day, included; null while in force. */
  readonly effectiveTo: string | null;
  readonly rule: KindRule & { readonly pauses: readonly PauseReason[] };
}

/** How long: an amount fixed by law, or a period that the agency sets within bounds. */
export interface Length {
  readonly amount: number | null;
  readonly unit: ClockUnit;
  readonly bounds?: Bounds;
  readonly before?: true;
}

export const workingDays = (amount: number): Length => ({ amount, unit: 'working_day' });
export const calendarDays = (amount: number): Length => ({ amount, unit: 'calendar_day' });
export const months = (amount: number): Length => ({ amount, unit: 'month' });
export const hours = (amount: number): Length => ({ amount, unit: 'hour' });
export const workingDaysBefore = (amount: number): Length => ({ amount, unit: 'working_day', before: true });
/** Set by the agency in its notice, or by whoever grants an extension. */
export const setIn = (unit: ClockUnit, bounds: Bounds): Length => ({ amount: null, unit, bounds });

interface Pauses {
  readonly reasons: readonly PauseReason[];
  readonly basis: Basis;
}

interface More {
  readonly holder?: 'agency' | 'party';
  readonly pauses?: Pauses;
  readonly extensions?: readonly ExtensionStep[];
  readonly satisfiable?: true;
  readonly onExpiry?: string;
  readonly measures?: readonly number[];
  readonly reminders?: Reminders;
}

/** What the kinds of one instrument have in common. */
interface Instrument {
  readonly valid: readonly [from: string, to: string | null];
  readonly roll: RollRule;
  readonly measures: readonly number[];
}

export type Row = (code: string, zh: string, en: string, length: Length, basis: Basis, more?: More & { readonly roll?: RollRule }) => DeadlineKindRow;

/** Rows of one instrument: validity, roll rule and measures are said once. */
export function rowsOf({ valid: [effectiveFrom, effectiveTo], roll, measures }: Instrument): Row {
  return (code, zh, en, length, basis, { pauses, ...more } = {}) => ({
    code, effectiveFrom, effectiveTo,
    rule: { code, label: { zh, en }, ...length, roll, basis, holder: 'agency', extensions: [], satisfiable: false, measures, ...more, pauses: pauses?.reasons ?? [], pauseBasis: pauses?.basis ?? null },
  });
}

export const verified = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
export const unverified = (source: string, article: string, note: string): Basis => ({ source, article, status: 'unverified', note });

const GRANTED_BY: Readonly<Record<Approver, LocalizedText>> = {
  'agency-head': { zh: '经负责人批准延长', en: 'Extension granted by the head of the agency' },
  'agency-heads-together': { zh: '经负责人集体讨论决定延长', en: 'Extension decided by the heads of the agency together' },
  superior: { zh: '报上一级机关批准延长', en: 'Extension granted by the superior agency' },
  panel: { zh: '经合议组准许延长', en: 'Extension granted by the panel' },
  'court-president': { zh: '经院长批准延长', en: 'Extension granted by the president of the court' },
  'superior-court': { zh: '报上级法院批准延长', en: 'Extension granted by the superior court' },
  parties: { zh: '经各方当事人同意延长', en: 'Extension agreed by the parties' },
};

/** One rung of a ladder. */
export function extension(code: string, approver: Approver, { amount, unit, bounds }: Length, basis: Basis, afterExpiry?: Basis): ExtensionStep {
  return { code, amount, unit, approver, basis, label: GRANTED_BY[approver], ...(bounds === undefined ? {} : { bounds }), ...(afterExpiry === undefined ? {} : { afterExpiry }) };
}

/** Short titles of the instruments, as they are cited. */
export const LAW = {
  complaints: '市场监督管理投诉举报处理办法（总局令第121号）',
  complaintsOld: '市场监督管理投诉举报处理暂行办法（总局令第20号）',
  procedure: '市场监督管理行政处罚程序规定（总局令第2号）',
  penalty: '行政处罚法',
  compulsion: '行政强制法',
  patentDisputes: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）',
  patent: '专利法',
  trademark2019: '商标法（2019年修正）',
  trademark2026: '商标法（2026年修订）',
  copyright: '著作权行政处罚实施办法',
  hotline: '广东省12345政务服务便民热线管理办法',
  enterprises: '企业信息公示暂行条例',
  litigation: '行政诉讼法',
  review: '行政复议法',
  civil: '民事诉讼法',
  civilReading: '最高人民法院关于适用《民事诉讼法》的解释',
  peoplesMediation: '人民调解法',
  confirmation: '最高人民法院关于人民调解协议司法确认程序的若干规定',
  invitedMediation: '最高人民法院关于人民法院特邀调解的规定',
  onlineMediation: '人民法院在线调解规则',
  referral: '行政执法机关移送涉嫌犯罪案件的规定（国务院令第310号）',
  police: '公安机关办理刑事案件程序规定',
  list: '市场监督管理严重违法失信名单管理办法（总局令第44号）',
  repair: '市场监督管理信用修复管理办法（总局令第107号）',
  disclosure: '市场监督管理行政处罚信息公示规定（总局令第45号）',
  commerce: '电子商务法',
  onlineReply: '最高人民法院关于涉网络知识产权侵权纠纷几个法律适用问题的批复',
  fairs: '展会知识产权保护办法',
  guangdong: '广东省知识产权保护条例',
  customs: '知识产权海关保护条例',
  own: '本系统拟定的服务时限',
} as const;
