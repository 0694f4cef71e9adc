import type { LocalizedText } from '../../../kernel/text.js';
import type { Mode } from '../domain/due.rules.js';

/** Ways out of the system. Another one (a messenger of the office) is a row here, a column of defaults below and a class in `channels.ts`. */
export const CHANNELS = [
  { code: 'mail', label: { zh: '电子邮件', en: 'E-mail' }, event: 'delivery.mail-due' },
  { code: 'sms', label: { zh: '短信', en: 'Short message' }, event: 'delivery.sms-due' },
] as const satisfies readonly { code: string; label: LocalizedText; event: string }[];
export type ChannelCode = (typeof CHANNELS)[number]['code'];
export const CHANNEL_CODES: readonly ChannelCode[] = CHANNELS.map(({ code }) => code);

/** Whom a moment concerns: the officer in charge of its case, the heads of the agency, or the person who asked for what is now done. */
export type Addressee = 'owner' | 'heads' | 'person';
/** What the subject of the event is, that is, where case, agency and people are found. */
export type About = 'case' | 'clock' | 'urging' | 'urging-sender' | 'supervision' | 'supervisor' | 'step' | 'finding' | 'reply' | 'measure' | 'import' | 'bulk-command' | 'watch-alert' | 'recall';

export interface MomentRow {
  readonly code: string;
  readonly label: LocalizedText;
  readonly events: readonly string[];
  readonly about: About;
  readonly to: readonly Addressee[];
  /** Until the person chooses otherwise. */
  readonly usual: Readonly<Record<ChannelCode, Mode>>;
}

const NOW: MomentRow['usual'] = { mail: 'at-once', sms: 'off' };
const LOUD: MomentRow['usual'] = { mail: 'at-once', sms: 'at-once' };
const CALM: MomentRow['usual'] = { mail: 'daily', sms: 'off' };
const SILENT: MomentRow['usual'] = { mail: 'off', sms: 'off' };

/**
 * Of what people are told, and which people. An event stands in one moment. The house decides this, no law: a message is a
 * courtesy, the duty runs without it. Rewards for reporters stand in none: nobody but their officers may know of them.
 */
export const MOMENTS = [
  { code: 'case-given', label: { zh: '交办案件', en: 'A case was given to you' }, events: ['case.assigned', 'case.reassigned', 'case.auto-assigned'], about: 'case', to: ['owner'], usual: NOW },
  { code: 'case-for-the-head', label: { zh: '案件上报负责人', en: 'A case is on the list of the head' }, events: ['case.escalated'], about: 'case', to: ['heads'], usual: NOW },
  { code: 'clock-near', label: { zh: '时限将至', en: 'A clock is about to run out' }, events: ['deadline.reminder'], about: 'clock', to: ['owner'], usual: CALM },
  { code: 'clock-overdue', label: { zh: '时限已过', en: 'A clock has run out' }, events: ['deadline.overdue'], about: 'clock', to: ['owner', 'heads'], usual: LOUD },
  { code: 'urged', label: { zh: '收到催办', en: 'Urged' }, events: ['urging.sent'], about: 'urging', to: ['owner', 'heads'], usual: LOUD },
  { code: 'urging-answered', label: { zh: '催办已答复', en: 'An urging was answered' }, events: ['urging.answered'], about: 'urging-sender', to: ['person'], usual: CALM },
  { code: 'under-supervision', label: { zh: '挂牌督办、摘牌', en: 'Listed for supervision, or delisted' }, events: ['supervision.listed', 'supervision.delisted', 'supervision.delisting-refused', 'supervision.called-off'], about: 'supervision', to: ['owner', 'heads'], usual: NOW },
  { code: 'supervision-moved', label: { zh: '督办案件有进展', en: 'A case under your supervision has moved' }, events: ['supervision.reported', 'supervision.delisting-asked'], about: 'supervisor', to: ['heads'], usual: CALM },
  { code: 'climbed', label: { zh: '案件逐级上报', en: 'A case has climbed to your agency' }, events: ['escalation-step.taken-above'], about: 'step', to: ['heads'], usual: NOW },
  { code: 'finding', label: { zh: '执法检查发现问题', en: 'An inspection has found something' }, events: ['inspection-finding.raised', 'inspection-finding.followed-up'], about: 'finding', to: ['owner', 'heads'], usual: NOW },
  { code: 'asked-again', label: { zh: '回访不满意', en: 'A caller asks again' }, events: ['reply.demanded-again'], about: 'reply', to: ['heads'], usual: NOW },
  { code: 'measure-ended', label: { zh: '措施到期', en: 'A measure ended by time' }, events: ['preservation.lapsed', 'seizure.run-out', 'fine.in-default'], about: 'measure', to: ['owner', 'heads'], usual: NOW },
  { code: 'early-warning', label: { zh: '白名单预警', en: 'A right under watch was touched' }, events: ['watch-alert.raised'], about: 'watch-alert', to: ['heads'], usual: CALM },
  { code: 'recall-missing', label: { zh: '召回逾期未确认', en: 'A recall was not acknowledged in time' }, events: ['registry-recall.unacknowledged'], about: 'recall', to: ['heads'], usual: NOW },
  { code: 'import-done', label: { zh: '导入结束', en: 'An import has ended' }, events: ['import.finished', 'import.failed'], about: 'import', to: ['person'], usual: SILENT },
  { code: 'bulk-done', label: { zh: '批量操作完成', en: 'A command for many cases was carried out' }, events: ['bulk-command.finished'], about: 'bulk-command', to: ['person'], usual: SILENT },
] as const satisfies readonly MomentRow[];

export type MomentCode = (typeof MOMENTS)[number]['code'];
export const MOMENT_CODES: readonly MomentCode[] = MOMENTS.map(({ code }) => code);

export function momentOf(event: string): MomentRow | undefined {
  return (MOMENTS as readonly MomentRow[]).find(({ events }) => events.includes(event));
}
