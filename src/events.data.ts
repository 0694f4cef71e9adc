import type { EventDefinition, JobDefinition } from './platform/queues/catalogue.js';

/** Jobs: what wakes up when something has happened. All are idempotent. */
export const JOBS: readonly JobDefinition[] = [
  { name: 'notices.matter-arrived', queue: 'notices', label: { zh: '通知承办单位：新件', en: 'Tell the handling agency of a new matter' }, attempts: 8, backoff: 1000 },
  { name: 'notices.matter-returned', queue: 'notices', label: { zh: '通知接收机构：退回件', en: 'Tell the intake desk of a returned matter' }, attempts: 8, backoff: 1000 },
  { name: 'notices.case-opened', queue: 'notices', label: { zh: '通知承办单位：新案件', en: 'Tell the agency of a new case' }, attempts: 8, backoff: 1000 },
  { name: 'notices.deadline-overdue', queue: 'notices', label: { zh: '通知承办单位：时限已过', en: 'Tell the agency that a clock has run out' }, attempts: 8, backoff: 1000 },
];

const NOT_YET = 'Recorded in the ledger; outside systems read it there until the integrations listen';

const REGISTER = 'The register shows it; nobody waits for it';

/** Events that the tables emit, and who listens. */
export const EVENTS: readonly EventDefinition[] = [
  { name: 'complaint.registered', label: { zh: '已登记', en: 'Registered' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.accepted', label: { zh: '已受理', en: 'Accepted' }, unconsumed: NOT_YET },
  { name: 'complaint.declined', label: { zh: '不予受理', en: 'Declined' }, unconsumed: NOT_YET },
  { name: 'complaint.returned', label: { zh: '退回接收机构', en: 'Returned to the intake desk' }, jobs: ['notices.matter-returned'] },
  { name: 'complaint.rerouted', label: { zh: '改派', en: 'Rerouted' }, jobs: ['notices.matter-arrived'] },
  { name: 'complaint.case-opened', label: { zh: '转入案件', en: 'Case opened from it' }, unconsumed: 'The event case.opened tells the same' },
  { name: 'complaint.concluded', label: { zh: '办结', en: 'Concluded' }, unconsumed: NOT_YET },
  { name: 'complaint.resumed', label: { zh: '恢复办理', en: 'Resumed' }, unconsumed: NOT_YET },
  { name: 'case.opened', label: { zh: '立案', en: 'Case opened' }, jobs: ['notices.case-opened'] },
  { name: 'case.assigned', label: { zh: '已分派', en: 'Assigned' }, unconsumed: NOT_YET },
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
  { name: 'deadline.overdue', label: { zh: '时限已过', en: 'Deadline overdue' }, jobs: ['notices.deadline-overdue'] },
  { name: 'deadline.recounted', label: { zh: '时限重新计算', en: 'Deadline counted again' }, unconsumed: 'The worklist shows the new date' },
  { name: 'identity.unmasked', label: { zh: '查看身份信息', en: 'Identity shown in clear' }, unconsumed: 'Oversight reads it in the ledger' },
];
