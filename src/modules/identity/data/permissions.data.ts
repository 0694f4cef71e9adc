import type { LocalizedText } from './types.js';

export interface PermissionRow {
  readonly code: string;
  readonly label: LocalizedText;
  /** `reads` changes nothing that others see; looking at an identity reads, and is recorded besides. */
  readonly effect: 'reads' | 'writes';
}

/** Everything that a route may ask for. A route names one of these codes, or the boot stops. */
export const PERMISSIONS = [
  { code: 'complaint.file', effect: 'writes', label: { zh: '登记投诉举报', en: 'File a complaint or report' } },
  { code: 'complaint.import', effect: 'writes', label: { zh: '批量导入投诉举报', en: 'Import a file of complaints and reports' } },
  { code: 'complaint.read', effect: 'reads', label: { zh: '查看投诉举报', en: 'Read complaints and reports' } },
  { code: 'complaint.accept', effect: 'writes', label: { zh: '受理', en: 'Accept a complaint' } },
  { code: 'complaint.decline', effect: 'writes', label: { zh: '不予受理', en: 'Decline a complaint' } },
  { code: 'complaint.return', effect: 'writes', label: { zh: '退回接收机构', en: 'Return a complaint to the intake desk' } },
  { code: 'complaint.reroute', effect: 'writes', label: { zh: '改派', en: 'Send a returned complaint to another agency' } },
  { code: 'complaint.designate', effect: 'writes', label: { zh: '指定处理机关', en: 'Designate the agency that handles a disputed matter' } },
  { code: 'complaint.override', effect: 'writes', label: { zh: '变更分派结果', en: 'Override where the rules sent a complaint' } },
  { code: 'complaint.classify', effect: 'writes', label: { zh: '确认或更正登记', en: 'Confirm or correct what was filed' } },
  { code: 'complaint.request-proof', effect: 'writes', label: { zh: '要求提供身份证明', en: 'Ask for proof of identity' } },
  { code: 'complaint.withdraw', effect: 'writes', label: { zh: '登记撤回', en: 'Record a withdrawal' } },
  { code: 'complaint.close-out', effect: 'writes', label: { zh: '告知其他途径', en: 'Close what belongs elsewhere and tell the way' } },
  { code: 'complaint.link', effect: 'writes', label: { zh: '关联、合并投诉举报', en: 'Link and merge complaints' } },
  { code: 'complaint.conclude', effect: 'writes', label: { zh: '办结投诉举报', en: 'Conclude a complaint without a case' } },
  { code: 'case.open', effect: 'writes', label: { zh: '立案（建立案件）', en: 'Open a case' } },
  { code: 'case.read', effect: 'reads', label: { zh: '查看案件', en: 'Read cases' } },
  { code: 'case.assign', effect: 'writes', label: { zh: '分派承办人', en: 'Put an officer in charge' } },
  { code: 'case.recuse', effect: 'writes', label: { zh: '决定回避', en: 'Decide whether somebody keeps out of a case' } },
  { code: 'case.link', effect: 'writes', label: { zh: '关联案件', en: 'Link cases and undo it' } },
  { code: 'case.note', effect: 'writes', label: { zh: '案件记事', en: 'Write a note on a case file' } },
  { code: 'case.close', effect: 'writes', label: { zh: '结案', en: 'Close a case' } },
  { code: 'case.reopen', effect: 'writes', label: { zh: '重新办理', en: 'Reopen a case' } },
  { code: 'party.read', effect: 'reads', label: { zh: '查看机构登记与案件当事人', en: 'Read the register of organisations and the parties of cases' } },
  { code: 'party.write', effect: 'writes', label: { zh: '登记、更正机构与案件当事人', en: 'Enter and correct organisations and parties of cases' } },
  { code: 'right.read', effect: 'reads', label: { zh: '查看权利登记', en: 'Read the register of rights' } },
  { code: 'right.write', effect: 'writes', label: { zh: '登记、更正权利', en: 'Enter and correct rights' } },
  { code: 'reply.read', effect: 'reads', label: { zh: '查看答复义务', en: 'Read the answers that are owed' } },
  { code: 'reply.answer', effect: 'writes', label: { zh: '答复来源渠道', en: 'Answer the line that passed a matter on' } },
  { code: 'reply.demand', effect: 'writes', label: { zh: '回访不满意重办', en: 'Ask again for an unsatisfied caller' } },
  { code: 'deadline.read', effect: 'reads', label: { zh: '查看时限', en: 'Read deadlines' } },
  { code: 'deadline.pause', effect: 'writes', label: { zh: '中止、恢复时限', en: 'Pause and resume a clock' } },
  { code: 'deadline.satisfy', effect: 'writes', label: { zh: '登记时限义务已在系统外履行', en: 'Record that a duty was done outside the system' } },
  { code: 'deadline.extend', effect: 'writes', label: { zh: '批准延长时限', en: 'Grant the extension of a limit' } },
  { code: 'timeline.read', effect: 'reads', label: { zh: '查看办理经过', en: 'Read the history of a matter' } },
  { code: 'notice.read', effect: 'reads', label: { zh: '查看本单位提醒', en: 'Read the notices of one’s agency' } },
  { code: 'identity.view-masked', effect: 'reads', label: { zh: '查看脱敏后的举报人身份', en: 'See a reporter’s identity masked' } },
  { code: 'identity.unmask', effect: 'reads', label: { zh: '因公查看举报人、当事人完整身份（留痕）', en: 'See the identity of a reporter or a party in full, for a stated purpose and on record' } },
  { code: 'ledger.verify', effect: 'reads', label: { zh: '核验办理经过的完整性', en: 'Verify that the history is unbroken' } },
  { code: 'routing.read', effect: 'reads', label: { zh: '查看分派规则与理由', en: 'Read routing rules and the reasons of a decision' } },
  { code: 'routing.simulate', effect: 'reads', label: { zh: '试算分派', en: 'Try facts on the routing rules' } },
  { code: 'routing.draft', effect: 'writes', label: { zh: '起草、回测分派规则', en: 'Draft routing rules and try them on past matters' } },
  { code: 'routing.publish', effect: 'writes', label: { zh: '发布分派规则', en: 'Publish routing rules' } },
  { code: 'calendar.read', effect: 'reads', label: { zh: '查看工作日历', en: 'Read calendars of working days' } },
  { code: 'calendar.load', effect: 'writes', label: { zh: '导入年度放假安排', en: 'Load the holidays of a year' } },
  { code: 'measure.read', effect: 'reads', label: { zh: '查看25项工作措施', en: 'Read the 25 measures' } },
  { code: 'agency.read', effect: 'reads', label: { zh: '查看单位目录', en: 'Read the list of agencies' } },
  { code: 'account.manage', effect: 'writes', label: { zh: '管理账号', en: 'Manage accounts' } },
  { code: 'account.read-own', effect: 'reads', label: { zh: '查看本人账号', en: 'Read one’s own account' } },
  { code: 'queue.manage', effect: 'writes', label: { zh: '管理任务队列', en: 'Manage queues' } },
  { code: 'statistics.read', effect: 'reads', label: { zh: '查看统计', en: 'Read statistics' } },
] as const satisfies readonly PermissionRow[];

export type PermissionCode = (typeof PERMISSIONS)[number]['code'];
