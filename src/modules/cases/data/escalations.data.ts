import type { LocalizedText } from '../../../kernel/text.js';
import type { CaseFile } from '../case.entity.js';

export interface EscalationRow {
  readonly code: string;
  readonly label: LocalizedText;
}

/** Why a case is on the list of the head: what nobody at the desk can put right. */
export const ESCALATIONS = [
  { code: 'nobody-eligible', label: { zh: '没有可以承办的人员', en: 'Nobody here can take it' } },
  { code: 'owner-absent', label: { zh: '承办人不在岗', en: 'The officer in charge is absent' } },
  { code: 'owner-deactivated', label: { zh: '承办人账号已停用', en: 'The account of the officer in charge is switched off' } },
  { code: 'overdue', label: { zh: '时限已过', en: 'A clock has run out' } },
  { code: 'urging-unanswered', label: { zh: '催办逾期未答复', en: 'An urging was not answered in time' } },
  { code: 'urged-repeatedly', label: { zh: '多次被催办', en: 'Urged again and again' } },
  { code: 'in-limbo', label: { zh: '长期无人处理', en: 'Nobody has done anything for long' } },
] as const satisfies readonly EscalationRow[];

export type Escalation = (typeof ESCALATIONS)[number]['code'];
export const ESCALATION_CODES: readonly string[] = ESCALATIONS.map(({ code }) => code);

/** What `case.escalate` writes: the case is on the list of the head from now on. */
export function escalated(reason: Escalation, at: Date): Pick<CaseFile, 'escalatedAt' | 'escalatedFor'> {
  return { escalatedAt: at, escalatedFor: reason };
}

/** What every move writes that gives the case to somebody, or ends it. */
export const OFF_THE_LIST: Pick<CaseFile, 'escalatedAt' | 'escalatedFor'> = { escalatedAt: null, escalatedFor: null };
