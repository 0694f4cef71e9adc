import { checkIdentifier, type IdentifierKind, type IdentifierWarning } from '../../../kernel/identifiers/index.js';
import type { Basis, LocalizedText } from '../../../kernel/text.js';

export type PathWarning = IdentifierWarning & { readonly path: string };

/** Exactly one of the two. */
export interface PartyRef {
  readonly organisation?: string;
  readonly person?: string;
}

export interface Holder {
  readonly id: string;
  readonly party: PartyRef;
  /** An heir has not been entered by the office yet. */
  readonly capacity: 'owner' | 'heir';
  /** Percent; null where nobody knows. */
  readonly share: number | null;
  readonly from: string | null;
  /** Last day. */
  readonly to: string | null;
}

export interface Licence {
  readonly id: string;
  readonly licensor: PartyRef;
  readonly licensee: PartyRef;
  readonly kind: 'exclusive' | 'sole' | 'ordinary';
  readonly territory: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Contract or a separate authorisation lets the licensee go to the authority in its own name. */
  readonly mayActAlone: boolean;
  /** Licence that this one stands under. */
  readonly under: string | null;
}

/** What can stand on the register: an office has given it a number. Trade secrets have none and must not be written down here. */
export const REGISTERED_TYPES = ['trademark', 'patent', 'copyright', 'geographical_indication', 'plant_variety', 'layout_design', 'special_mark'] as const;
export type RegisteredType = (typeof REGISTERED_TYPES)[number];
export const STATUSES = ['unknown', 'pending', 'in-force', 'lapsed', 'cancelled', 'invalidated'] as const;

const KINDS: Readonly<Record<RegisteredType, readonly IdentifierKind[]>> = {
  trademark: ['trademark_registration'], patent: ['patent_application'], copyright: ['work_registration', 'software_registration'], geographical_indication: ['geographical_indication'], plant_variety: ['plant_variety'],
  layout_design: [], special_mark: [],
};

/** The kind of patent that the number tells of; an application over the PCT is one of the same kind. */
const PATENT_KINDS: Readonly<Record<string, string>> = { invention: 'invention', 'invention-pct': 'invention', 'utility-model': 'utility-model', 'utility-model-pct': 'utility-model', design: 'design' };

export interface CheckedNumber {
  readonly number: string;
  readonly kind: string | null;
  readonly warnings: readonly PathWarning[];
}

/** Number in normal form. Nothing is rejected: what does not look like such a number stays as it was written, with a warning. */
export function checkedNumber(type: RegisteredType, text: string): CheckedNumber {
  const checks = KINDS[type].map((kind) => checkIdentifier(kind, text));
  const check = checks.find(({ ok }) => ok) ?? checks[0];
  if (check === undefined) return { number: text.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase(), kind: null, warnings: [] };
  const kind = type === 'patent' ? (PATENT_KINDS[check.parts?.['type'] ?? ''] ?? null) : null;
  return { number: check.normalized, kind, warnings: check.warnings.map((warning) => ({ ...warning, path: 'number' })) };
}

export interface Valid {
  readonly rightType: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: string;
  readonly statusSince: string | null;
}

export interface Validity {
  readonly day: string;
  readonly standing: 'in-force' | 'not-yet' | 'ended' | 'void' | 'unknown';
  readonly text: LocalizedText;
  readonly basis?: Basis;
}

const VOID: Readonly<Record<string, Basis>> = {
  patent: { source: '专利法（2020）', article: '第四十七条第一款', status: 'verified' },
  trademark: { source: '商标法（2019）', article: '第四十七条第一款', status: 'verified' },
};
const UNREAD: Basis = { source: '该类权利的专门法', article: '未核实', status: 'unverified' };

/** Whether it was in force on a day (YYYY-MM-DD). Both days of the validity count as in force. */
export function validityOn(right: Valid, day: string): Validity {
  const { validFrom, validTo, status } = right;
  if (status === 'invalidated') return { day, standing: 'void', text: { zh: '已宣告无效，视为自始不存在', en: 'Declared invalid: it counts as never having existed' }, basis: VOID[right.rightType] ?? UNREAD };
  if (validFrom !== null && day < validFrom) return { day, standing: 'not-yet', text: { zh: `该日尚未生效（自 ${validFrom} 起）`, en: `Not yet in force on that day (from ${validFrom})` } };
  if (validTo !== null && day > validTo) return { day, standing: 'ended', text: { zh: `该日已过有效期（至 ${validTo}）`, en: `Its validity had ended by that day (${validTo})` } };
  return byStatus(right, day);
}

const IN_FORCE: LocalizedText = { zh: '该日有效', en: 'In force on that day' };

function byStatus({ status, statusSince, validFrom, validTo }: Valid, day: string): Validity {
  if (status === 'pending') return { day, standing: 'not-yet', text: { zh: '尚未授权或核准', en: 'Not granted yet' } };
  if (status === 'lapsed' || status === 'cancelled') return afterEnd(statusSince, day);
  if (status === 'in-force' || (validFrom !== null && validTo !== null)) return { day, standing: 'in-force', text: IN_FORCE };
  return { day, standing: 'unknown', text: { zh: '有效期未登记，请核对登记簿', en: 'The days of its validity are not entered: look at the office’s register' } };
}

function afterEnd(since: string | null, day: string): Validity {
  if (since === null) return { day, standing: 'unknown', text: { zh: '已终止或撤销，终止日期未知', en: 'Lapsed or cancelled, on a day that nobody has entered' } };
  if (day < since) return { day, standing: 'in-force', text: IN_FORCE };
  return { day, standing: 'ended', text: { zh: `自 ${since} 起已终止或撤销`, en: `Lapsed or cancelled since ${since}` } };
}

export interface RightWarning {
  readonly path?: string;
  readonly code: string;
  readonly text: LocalizedText;
  readonly basis?: Basis;
}

interface Warned extends Valid {
  readonly kind: string | null;
  readonly statusSeenOn: string | null;
  readonly evaluationReport: object | null;
  readonly pendingInvalidation: object | null;
  readonly warnings: readonly PathWarning[];
}

/** What somebody who relies on the right on that day should know. Nothing is refused because of it. */
export function warningsOn(right: Warned, day: string): RightWarning[] {
  const { standing, text, basis } = validityOn(right, day);
  return [
    ...right.warnings,
    ...(standing === 'in-force' ? [] : [{ path: 'validTo', code: `right.${standing}`, text, ...(basis === undefined ? {} : { basis }) }]),
    ...(right.statusSeenOn === null ? [{ path: 'status', code: 'right.status-not-looked-up', text: { zh: '法律状态尚未查询登记', en: 'Nobody has looked its status up yet' } }] : []),
    ...(wantsReport(right) ? [{ path: 'evaluationReport', code: 'right.no-evaluation-report', text: { zh: '实用新型、外观设计专利：可要求请求人提交专利权评价报告', en: 'Utility model or design: the applicant may be asked for an evaluation report' }, basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十四条第二款', status: 'verified' } as const }] : []),
    ...(right.pendingInvalidation === null ? [] : [{ path: 'pendingInvalidation', code: 'right.invalidation-pending', text: { zh: '有无效宣告请求未决', en: 'Somebody has asked for it to be declared invalid, and that is not decided' } }]),
  ];
}

function wantsReport({ kind, evaluationReport }: Warned): boolean {
  return (kind === 'utility-model' || kind === 'design') && evaluationReport === null;
}

/** Both days are inside; an end that is not known is open. */
export function holdsOn({ from, to }: { readonly from: string | null; readonly to: string | null }, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
