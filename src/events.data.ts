import type { EventDefinition, JobDefinition } from './platform/queues/catalogue.js';

/** Jobs: what wakes up when something has happened. All are idempotent. */
export const JOBS: readonly JobDefinition[] = [
  { name: 'notices.matter-arrived', queue: 'notices', label: { zh: '通知承办单位：新件', en: 'Tell the handling agency of a new matter' }, attempts: 8, backoff: 1000, together: 200 },
  { name: 'notices.matter-returned', queue: 'notices', label: { zh: '通知接收机构：退回件', en: 'Tell the intake desk of a returned matter' }, attempts: 8, backoff: 1000 },
  { name: 'notices.matter-revised', queue: 'notices', label: { zh: '通知承办单位：来源补充内容', en: 'Tell the handling agency of other content' }, attempts: 8, backoff: 1000 },
  { name: 'notices.reply-demanded', queue: 'notices', label: { zh: '通知答复单位：回访不满意', en: 'Tell the agency that the caller asks again' }, attempts: 8, backoff: 1000 },
  { name: 'matters.relate', queue: 'matters', label: { zh: '查找重复举报与同一事项', en: 'Find repeats and the same matter' }, attempts: 8, backoff: 1000, together: 200 },
  { name: 'notices.case-opened', queue: 'notices', label: { zh: '通知承办单位：新案件', en: 'Tell the agency of a new case' }, attempts: 8, backoff: 1000 },
  { name: 'notices.deadline-overdue', queue: 'notices', label: { zh: '通知承办单位：时限已过', en: 'Tell the agency that a clock has run out' }, attempts: 8, backoff: 1000, together: 200 },
  { name: 'notices.deadline-reminder', queue: 'notices', label: { zh: '通知承办单位：时限将至', en: 'Tell the agency that a clock is about to run out' }, attempts: 8, backoff: 1000, together: 200 },
  { name: 'parties.enrol', queue: 'parties', label: { zh: '登记案件当事人与权利', en: 'Enter the parties and the right of a case' }, attempts: 8, backoff: 1000 },
  { name: 'imports.run', queue: 'imports', label: { zh: '处理导入文件', en: 'Work on an import' }, attempts: 8, backoff: 1000 },
];

const NOT_YET = 'Recorded in the ledger; outside systems read it there until the integrations listen';
const WATCHED = 'Whoever sent the file looks at the import; the worker looks at its state';

const REGISTER = 'The register shows it; nobody waits for it';

/** Events that the tables emit, and who listens. */
export const EVENTS: readonly EventDefinition[] = [
  { name: 'complaint.registered', label: { zh: '已登记', en: 'Registered' }, jobs: ['notices.matter-arrived', 'matters.relate'] },
  { name: 'complaint.accepted', label: { zh: '已受理', en: 'Accepted' }, unconsumed: NOT_YET },
  { name: 'complaint.declined', label: { zh: '不予受理', en: 'Declined' }, unconsumed: NOT_YET },
  { name: 'complaint.returned', label: { zh: '退回接收机构', en: 'Returned to the intake desk' }, jobs: ['notices.matter-returned'] },
  { name: 'complaint.rerouted', label: { zh: '改派', en: 'Rerouted' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.case-opened', label: { zh: '转入案件', en: 'Case opened from it' }, unconsumed: 'The event case.opened tells the same' },
  { name: 'complaint.concluded', label: { zh: '办结', en: 'Concluded' }, unconsumed: NOT_YET },
  { name: 'complaint.resumed', label: { zh: '恢复办理', en: 'Resumed' }, unconsumed: NOT_YET },
  { name: 'complaint.revised', label: { zh: '来源补充内容', en: 'The source sent other content' }, jobs: ['notices.matter-revised'] },
  { name: 'complaint.split', label: { zh: '已分件', en: 'Split' }, unconsumed: 'complaint.registered tells of the leg that was split off' },
  { name: 'complaint.classified', label: { zh: '确认分类', en: 'Classification confirmed' }, unconsumed: NOT_YET },
  { name: 'complaint.corrected', label: { zh: '更正登记', en: 'Corrected' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.overridden', label: { zh: '变更分派', en: 'Route overridden' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.designated', label: { zh: '指定处理机关', en: 'Agency designated' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.proof-requested', label: { zh: '要求提供身份证明', en: 'Proof of identity asked for' }, unconsumed: NOT_YET },
  { name: 'complaint.proof-recorded', label: { zh: '身份证明已核验', en: 'Proof of identity recorded' }, unconsumed: NOT_YET },
  { name: 'complaint.withdrawn', label: { zh: '已撤回', en: 'Withdrawn' }, unconsumed: NOT_YET },
  { name: 'complaint.told-elsewhere', label: { zh: '告知其他途径', en: 'Told another way' }, unconsumed: NOT_YET },
  { name: 'complaint.transferred', label: { zh: '直接移送', en: 'Transferred directly' }, unconsumed: 'Never happens: the table refuses it' },
  { name: 'complaint.linked', label: { zh: '关联', en: 'Linked' }, unconsumed: NOT_YET },
  { name: 'complaint.unlinked', label: { zh: '解除关联', en: 'Unlinked' }, unconsumed: NOT_YET },
  { name: 'complaint.merged', label: { zh: '并入先前举报', en: 'Merged into an earlier report' }, unconsumed: 'complaint.taken-in tells the same' },
  { name: 'complaint.taken-in', label: { zh: '合并新的举报', en: 'Took a later report in' }, unconsumed: NOT_YET },
  { name: 'complaint.joined', label: { zh: '并入案件', en: 'Joined a case' }, unconsumed: 'case.complaint-joined tells the same' },
  { name: 'complaint.repeat-found', label: { zh: '疑似重复举报', en: 'Looks like a repeated report' }, unconsumed: 'The complaint shows the mark' },
  { name: 'case.complaint-joined', label: { zh: '案件并入投诉举报', en: 'A complaint joined the case' }, unconsumed: NOT_YET },
  { name: 'reply.owed', label: { zh: '产生答复义务', en: 'Reply owed' }, unconsumed: 'complaint.registered tells the agency' },
  { name: 'reply.answered', label: { zh: '已答复', en: 'Answered' }, unconsumed: NOT_YET },
  { name: 'reply.demanded-again', label: { zh: '回访不满意', en: 'Asked again' }, jobs: ['notices.reply-demanded'] },
  { name: 'reply.moved', label: { zh: '答复单位变更', en: 'Another agency answers' }, unconsumed: 'The complaint tells of its new agency' },
  { name: 'case.opened', label: { zh: '立案', en: 'Case opened' }, jobs: ['notices.case-opened', 'parties.enrol'] },
  { name: 'case.assigned', label: { zh: '已分派', en: 'Assigned' }, unconsumed: NOT_YET },
  { name: 'case.reassigned', label: { zh: '变更承办人', en: 'Another officer in charge' }, unconsumed: NOT_YET },
  { name: 'case.recusal-decided', label: { zh: '回避决定', en: 'Recusal decided' }, unconsumed: NOT_YET },
  { name: 'case.linked', label: { zh: '案件关联', en: 'Cases linked' }, unconsumed: NOT_YET },
  { name: 'case.unlinked', label: { zh: '解除案件关联', en: 'Link of cases undone' }, unconsumed: NOT_YET },
  { name: 'case.noted', label: { zh: '案件记事', en: 'Note on the file' }, unconsumed: 'The file shows it' },
  { name: 'case.closed', label: { zh: '结案', en: 'Closed' }, unconsumed: NOT_YET },
  { name: 'case.reopened', label: { zh: '重新办理', en: 'Reopened' }, unconsumed: NOT_YET },
  { name: 'organisation.registered', label: { zh: '机构登记', en: 'Organisation entered' }, unconsumed: REGISTER },
  { name: 'organisation.corrected', label: { zh: '机构更正', en: 'Organisation corrected' }, unconsumed: REGISTER },
  { name: 'organisation.merged', label: { zh: '机构并入', en: 'Organisation merged' }, unconsumed: REGISTER },
  { name: 'organisation.unmerged', label: { zh: '撤销并入', en: 'Merger undone' }, unconsumed: REGISTER },
  { name: 'organisation.struck-off', label: { zh: '机构注销标注', en: 'Organisation struck off' }, unconsumed: REGISTER },
  { name: 'organisation.reinstated', label: { zh: '撤销注销标注', en: 'Organisation reinstated' }, unconsumed: REGISTER },
  { name: 'right.registered', label: { zh: '权利登记', en: 'Right entered' }, unconsumed: REGISTER },
  { name: 'right.corrected', label: { zh: '权利更正', en: 'Right corrected' }, unconsumed: REGISTER },
  { name: 'right.holder-added', label: { zh: '登记权利人', en: 'Holder added' }, unconsumed: REGISTER },
  { name: 'right.holder-ended', label: { zh: '权利人终止', en: 'Holder ended' }, unconsumed: REGISTER },
  { name: 'right.licence-added', label: { zh: '登记许可', en: 'Licence added' }, unconsumed: REGISTER },
  { name: 'right.licence-ended', label: { zh: '许可终止', en: 'Licence ended' }, unconsumed: REGISTER },
  { name: 'right.struck-off', label: { zh: '权利条目撤销', en: 'Right struck off' }, unconsumed: REGISTER },
  { name: 'right.reinstated', label: { zh: '权利条目恢复', en: 'Right reinstated' }, unconsumed: REGISTER },
  { name: 'case.parties-enrolled', label: { zh: '当事人与权利由投诉举报转入', en: 'Parties and right taken over from the complaint' }, unconsumed: REGISTER },
  { name: 'case.party-added', label: { zh: '增加当事人', en: 'Party added' }, unconsumed: REGISTER },
  { name: 'case.party-removed', label: { zh: '移除当事人', en: 'Party removed' }, unconsumed: REGISTER },
  { name: 'case.party-restored', label: { zh: '恢复当事人', en: 'Party restored' }, unconsumed: REGISTER },
  { name: 'case.right-added', label: { zh: '增加涉案权利', en: 'Right added to the case' }, unconsumed: REGISTER },
  { name: 'case.right-removed', label: { zh: '移除涉案权利', en: 'Right removed from the case' }, unconsumed: REGISTER },
  { name: 'case.right-restored', label: { zh: '恢复涉案权利', en: 'Right restored to the case' }, unconsumed: REGISTER },
  { name: 'deadline.overdue', label: { zh: '时限已过', en: 'Deadline overdue' }, jobs: ['notices.deadline-overdue'] },
  { name: 'deadline.reminder', label: { zh: '时限将至', en: 'Deadline near' }, jobs: ['notices.deadline-reminder'] },
  { name: 'deadline.paused', label: { zh: '时限中止', en: 'Deadline paused' }, unconsumed: 'The worklist shows that it rests' },
  { name: 'deadline.resumed', label: { zh: '时限恢复', en: 'Deadline resumed' }, unconsumed: 'The worklist shows the new date' },
  { name: 'deadline.extended', label: { zh: '时限延长', en: 'Deadline extended' }, unconsumed: 'The worklist shows the new date' },
  { name: 'deadline.satisfied', label: { zh: '时限义务已履行', en: 'Duty of a deadline done' }, unconsumed: NOT_YET },
  { name: 'deadline.recounted', label: { zh: '时限重新计算', en: 'Deadline counted again' }, unconsumed: 'The worklist shows the new date' },
  { name: 'rule-set.delivered', label: { zh: '规则集随软件交付', en: 'Rule set delivered with the software' }, unconsumed: 'First entry of the history of a delivered rule set' },
  { name: 'rule-set.drafted', label: { zh: '规则集起草', en: 'Rule set drafted' }, unconsumed: 'The list of rule sets shows it' },
  { name: 'rule-set.revised', label: { zh: '规则集修改', en: 'Rule set revised' }, unconsumed: 'The list of rule sets shows it' },
  { name: 'rule-set.submitted', label: { zh: '规则集提交', en: 'Rule set submitted' }, unconsumed: 'The list of rule sets shows it' },
  { name: 'rule-set.sent-back', label: { zh: '规则集退回修改', en: 'Rule set sent back' }, unconsumed: 'The list of rule sets shows it' },
  { name: 'rule-set.published', label: { zh: '规则集发布', en: 'Rule set published' }, unconsumed: 'Processes look for published rules by themselves: a lost message changes nothing' },
  { name: 'rule-set.retired', label: { zh: '规则集停用', en: 'Rule set retired' }, unconsumed: 'Follows from the first day of a later one' },
  { name: 'import.received', label: { zh: '已接收导入文件', en: 'File received' }, jobs: ['imports.run'] },
  { name: 'import.started', label: { zh: '开始导入', en: 'Import started' }, unconsumed: WATCHED },
  { name: 'import.finished', label: { zh: '导入完成', en: 'Import finished' }, unconsumed: WATCHED },
  { name: 'import.failed', label: { zh: '导入失败', en: 'Import failed' }, unconsumed: WATCHED },
  { name: 'import.cancelled', label: { zh: '导入已取消', en: 'Import cancelled' }, unconsumed: WATCHED },
  { name: 'import.retried', label: { zh: '重新导入', en: 'Import retried' }, jobs: ['imports.run'] },
  { name: 'identity.unmasked', label: { zh: '查看身份信息', en: 'Identity shown in clear' }, unconsumed: 'Oversight reads it in the ledger' },
  // Proceedings in general.
  { name: 'case.proceeding-opened', label: { zh: '启动程序', en: 'A proceeding was opened in a case' }, unconsumed: NOT_YET },
  // Penalty procedure.
  // Preservation, seizure, assistance.
  // Fines.
  // Simplified penalties.
  // Patent adjudication.
  // Mediation.
  // Agreements.
  // Judicial confirmation.
  // Criminal referral.
  // Civil suits.
  // Documents.
];
