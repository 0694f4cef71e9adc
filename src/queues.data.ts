import type { QueueDefinition } from './platform/queues/catalogue.js';

/**
 * Queues by purpose, so that what is slow in one holds up no other. A system outside (a mail server, a gateway for short messages)
 * gets a queue of its own with its `limit`: that is how a rate per target is kept, over all processes together.
 */
export const QUEUES: readonly QueueDefinition[] = [
  { name: 'notices', label: { zh: '通知承办单位', en: 'Telling agencies' }, concurrency: 8, patience: 15, timeout: 120 },
  { name: 'messages', label: { zh: '通知个人', en: 'Telling persons' }, concurrency: 4, patience: 15, timeout: 120 },
  { name: 'mail', label: { zh: '电子邮件', en: 'E-mail' }, concurrency: 2, patience: 15, timeout: 90, limit: { jobs: 120, milliseconds: 60_000 } },
  { name: 'sms', label: { zh: '短信', en: 'Short messages' }, concurrency: 2, patience: 15, timeout: 90, limit: { jobs: 60, milliseconds: 60_000 } },
  { name: 'matters', label: { zh: '重复举报与同一事项', en: 'Repeats and the same matter' }, concurrency: 8, patience: 15, timeout: 300 },
  { name: 'ladder', label: { zh: '逐级上报', en: 'Climbing the escalation ladder' }, concurrency: 2, patience: 15, timeout: 300 },
  { name: 'parties', label: { zh: '当事人与权利登记', en: 'Entering parties and rights' }, concurrency: 8, patience: 15, timeout: 120 },
  { name: 'publications', label: { zh: '公示', en: 'Publications' }, concurrency: 4, patience: 15, timeout: 300 },
  { name: 'imports', label: { zh: '唤醒导入', en: 'Waking imports' }, concurrency: 8, patience: 15, timeout: 60 },
  { name: 'bulk-commands', label: { zh: '批量操作', en: 'Commands for many cases' }, concurrency: 4, patience: 15, timeout: 900 },
  { name: 'registries', label: { zh: '名单', en: 'Lists' }, concurrency: 4, patience: 15, timeout: 120 },
  { name: 'chores', label: { zh: '定时事务', en: 'What is done at set times' }, concurrency: 4, patience: 15, timeout: 0 },
];
