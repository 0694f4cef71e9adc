import type { PermissionCode } from './permissions.data.js';
import type { LocalizedText } from './types.js';

export interface RoleRow {
  readonly code: string;
  readonly label: LocalizedText;
  /** Which case rows: all of the city, all but only to read, those of the account's agency and below, or none at all. */
  readonly scope: 'city' | 'city-read' | 'agencies' | 'none';
  readonly holder: 'person' | 'client';
  /** Held with no other role: together with another one it would see or change what either alone must not. */
  readonly alone?: true;
  readonly permissions: readonly PermissionCode[];
}

const EVERYONE = ['account.read-own', 'message.own', 'agency.read', 'measure.read', 'calendar.read', 'court.read'] as const;
const CASE_READER = [...EVERYONE, 'complaint.read', 'case.read', 'reply.read', 'deadline.read', 'timeline.read', 'notice.read', 'routing.read', 'party.read', 'right.read', 'proceeding.read', 'document.read', 'inspection.read', 'urging.read', 'registry.check'] as const;
/** Whoever prepares or handles cases keeps the registers. */
const REGISTRAR = ['party.write', 'right.write'] as const;
/** Stops a clock on a statutory ground and says what was done; more time is for a head to grant. */
const CLOCK_KEEPER = ['deadline.pause', 'deadline.satisfy'] as const;
/** Whoever works on cases keeps their files. */
const FILE_KEEPER = ['case.link', 'case.note', 'case.bulk', 'absence.plan', 'urging.answer'] as const;
/** Puts people in charge of cases. */
const APPOINTER = ['case.assign', 'team.manage', 'inspection.answer'] as const;
const OFFICER = [
  ...CASE_READER, ...REGISTRAR, ...CLOCK_KEEPER, ...FILE_KEEPER, 'routing.simulate', 'complaint.accept', 'complaint.decline', 'complaint.return', 'complaint.request-proof', 'complaint.withdraw', 'complaint.link', 'complaint.conclude', 'reply.answer',
  'case.open', 'case.claim', 'case.close', 'identity.view-masked', 'identity.unmask', 'proceeding.request-recusal', 'document.serve', 'threshold.calculate',
  'penalty.handle', 'seizure.handle', 'fine.handle', 'adjudication.handle', 'mediation.handle', 'mediation.conduct', 'mediation.read-confidential', 'referral.handle', 'civil-suit.record', 'takedown.handle', 'fair.manage', 'fair.handle', 'supervision.report', 'campaign.work', 'lane.move', 'infringer.read', 'infringer.judge', 'spot-check.read', 'spot-check.work', 'track-record.read', 'track-record.record', 'centre.read', 'centre.work', 'publication.read', 'publication.prepare', 'listing.read', 'listing.handle', 'whitelist.read', 'whitelist.handle', 'credit-repair.read', 'credit-repair.handle',
] as const;
/** What a head decides on a track. */
const APPROVER = ['proceeding.decide-recusal', 'penalty.approve', 'seizure.approve', 'fine.approve', 'adjudication.approve', 'referral.approve', 'takedown.approve', 'fair.approve', 'supervision.list', 'campaign.lead', 'inspection.lead', 'lane.readmit', 'spot-check.plan', 'track-record.strike', 'centre.manage', 'publication.publish', 'urging.send', 'urging.withdraw', 'listing.approve', 'whitelist.approve', 'credit-repair.approve'] as const;
/** Passes on what callers of the hotline want. */
const HOTLINE = ['urging.read', 'urging.record', 'urging.withdraw'] as const;

/** Posts of the offices concerned. What a post may do is decided here and nowhere else. */
export const ROLES = [
  // Takes down and passes on; decides nothing.
  { code: 'hotline-operator', holder: 'person', scope: 'agencies', label: { zh: '热线话务员', en: 'Hotline operator' },
    permissions: [...EVERYONE, ...HOTLINE, 'complaint.file', 'complaint.read', 'reply.read', 'reply.demand', 'deadline.read', 'timeline.read', 'notice.read', 'identity.view-masked'] },
  // Distributes for the whole city; the object check keeps acceptance and refusal to matters routed to the desk itself.
  { code: 'intake-clerk', holder: 'person', scope: 'city', label: { zh: '统一接收机构经办人', en: 'Clerk of the intake desk' },
    permissions: [
      ...CASE_READER, ...REGISTRAR, 'complaint.file', 'complaint.import', 'complaint.accept', 'complaint.decline', 'complaint.return', 'complaint.reroute', 'complaint.override', 'complaint.classify', 'complaint.request-proof',
      'complaint.withdraw', 'complaint.close-out', 'complaint.link', 'complaint.conclude', 'reply.answer', 'reply.demand', 'identity.view-masked',
      'routing.simulate', 'routing.draft', 'urging.record', 'urging.withdraw',
    ] },
  { code: 'enforcement-officer', holder: 'person', scope: 'agencies', label: { zh: '执法人员', en: 'Enforcement officer' }, permissions: OFFICER },
  { code: 'agency-head', holder: 'person', scope: 'agencies', label: { zh: '单位负责人', en: 'Head of agency' }, permissions: [...OFFICER, ...APPROVER, ...APPOINTER, 'complaint.designate', 'case.recuse', 'case.reopen', 'deadline.extend', 'statistics.read', 'routing.draft', 'routing.publish'] },
  { code: 'mediator', holder: 'person', scope: 'agencies', label: { zh: '调解员', en: 'Mediator' }, permissions: [...CASE_READER, ...CLOCK_KEEPER, ...FILE_KEEPER, 'case.claim', 'case.close', 'identity.view-masked', 'proceeding.request-recusal', 'document.serve', 'centre.read', 'centre.work', 'mediation.conduct', 'mediation.read-confidential', 'confirmation.handle'] },
  { code: 'mediation-secretary', holder: 'person', scope: 'agencies', label: { zh: '调解委员会秘书', en: 'Secretary of the mediation committee' },
    permissions: [...CASE_READER, ...REGISTRAR, ...CLOCK_KEEPER, ...FILE_KEEPER, 'complaint.accept', 'complaint.decline', 'complaint.return', 'complaint.withdraw', 'complaint.link', 'complaint.conclude', 'reply.answer', 'case.open', ...APPOINTER, 'case.recuse', 'identity.view-masked',
      'proceeding.request-recusal', 'proceeding.decide-recusal', 'document.serve', 'centre.read', 'centre.work', 'centre.manage', 'mediation.handle', 'mediation.conduct', 'mediation.read-confidential', 'confirmation.handle', 'statistics.read'] },
  { code: 'court-liaison', holder: 'person', scope: 'agencies', label: { zh: '法院联络员', en: 'Liaison of the court' },
    permissions: [...CASE_READER, ...CLOCK_KEEPER, ...FILE_KEEPER, 'complaint.accept', 'complaint.return', 'complaint.link', 'complaint.conclude', 'reply.answer', 'case.open', ...APPOINTER, 'case.claim', 'case.recuse', 'case.close', 'document.serve', 'civil-suit.record', 'confirmation.record'] },
  { code: 'prosecutor-liaison', holder: 'person', scope: 'agencies', label: { zh: '检察院联络员', en: 'Liaison of the procuratorate' }, permissions: [...CASE_READER, 'referral.supervise'] },
  { code: 'police-liaison', holder: 'person', scope: 'agencies', label: { zh: '公安联络员', en: 'Liaison of the police' }, permissions: [...CASE_READER, 'referral.answer'] },
  // Reviews what others investigated, and chairs hearings; investigates nothing.
  { code: 'legal-reviewer', holder: 'person', scope: 'agencies', label: { zh: '法制审核人员', en: 'Legal reviewer' }, permissions: [...CASE_READER, 'penalty.review', 'penalty.hear'] },
  { code: 'registry-reviewer', holder: 'person', scope: 'agencies', label: { zh: '名录审核员', en: 'Reviewer of the registries' }, permissions: [...CASE_READER, 'whitelist.read', 'whitelist.handle'] },
  { code: 'publication-reviewer', holder: 'person', scope: 'agencies', label: { zh: '公示审核员', en: 'Reviewer of publications' }, permissions: [...CASE_READER, 'publication.read', 'publication.review'] },
  // Sees what was done everywhere, never who reported, and changes nothing.
  { code: 'oversight', holder: 'person', scope: 'city-read', alone: true, label: { zh: '执法监督人员', en: 'Oversight' },
    permissions: [...EVERYONE, 'complaint.read', 'case.read', 'reply.read', 'deadline.read', 'timeline.read', 'routing.read', 'party.read', 'right.read', 'proceeding.read', 'document.read', 'inspection.read', 'ledger.verify', 'statistics.read', 'infringer.read', 'spot-check.read', 'track-record.read', 'centre.read', 'publication.read', 'urging.read', 'listing.read', 'whitelist.read', 'registry.check', 'credit-repair.read'] },
  // Of a body that inspects: draws cases and says what it finds. Sees those cases through the inspection, and no other row of any matter.
  { code: 'inspector', holder: 'person', scope: 'agencies', alone: true, label: { zh: '监督检查人员', en: 'Inspector of an oversight body' }, permissions: [...EVERYONE, 'timeline.read', 'inspection.read', 'inspection.lead'] },
  // Pays those who reported; sees no case and no reporter. Every step needs another holder of the post.
  { code: 'reward-officer', holder: 'person', scope: 'agencies', alone: true, label: { zh: '举报奖励专员', en: 'Reward officer' }, permissions: [...EVERYONE, 'reward.read', 'reward.handle'] },
  { code: 'statistician', holder: 'person', scope: 'none', label: { zh: '统计人员', en: 'Statistician' }, permissions: [...EVERYONE, 'statistics.read'] },
  // Runs the system without the matters in it. Verification of the ledger reads under claims of the system and answers with digests only.
  { code: 'administrator', holder: 'person', scope: 'none', alone: true, label: { zh: '系统管理员', en: 'Administrator' },
    permissions: [...EVERYONE, 'account.manage', 'queue.manage', 'calendar.load', 'ledger.verify'] },
  { code: 'system-client', holder: 'client', scope: 'agencies', alone: true, label: { zh: '对接系统', en: 'System of another agency' },
    permissions: [...EVERYONE, ...HOTLINE, 'complaint.file', 'complaint.import', 'complaint.read', 'reply.read', 'reply.demand', 'deadline.read', 'timeline.read', 'registry.check', 'registry.subscribe'] },
] as const satisfies readonly RoleRow[];

export type RoleCode = (typeof ROLES)[number]['code'];
export type Role = RoleRow & { readonly code: RoleCode };

const byCode: ReadonlyMap<string, Role> = new Map(ROLES.map((role) => [role.code, role]));

export function roleOf(code: string): Role | undefined {
  return byCode.get(code);
}
