import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const BASIS: Basis = { source: '市场监督管理投诉举报处理办法（总局令第121号）', article: '第四十条', status: 'verified', note: '统一的投诉举报数据标准；批量导入的步骤为系统自身规则' };

/** A file of submissions from its upload to its last row. Each row that is filed has a life of its own. */
export const IMPORT_LIFECYCLE = {
  subject: 'import',
  label: { zh: '批量导入', en: 'Import of a file' },
  states: {
    received: { label: { zh: '已接收', en: 'Received' }, untimed: 'A worker takes it within seconds; the look for waiting imports finds it when the queue has lost it' },
    running: { label: { zh: '导入中', en: 'Running' }, untimed: 'Bounded by the rows of the file; an import that makes no headway fails' },
    finished: { label: { zh: '已完成', en: 'Finished' }, final: true },
    failed: { label: { zh: '失败', en: 'Failed' }, untimed: 'The clerk retries it, or sends another file; the upload is cleared away after its time' },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  moves: [
    { from: null, command: 'receive', to: 'received', permission: 'complaint.import', guards: ['sent-for-own-desk'], emits: ['import.received'], basis: BASIS },
    { from: 'received', command: 'start', to: 'running', permission: 'complaint.import', guards: ['is-worker'], emits: ['import.started'], basis: BASIS },
    { from: 'received', command: 'fail', to: 'failed', permission: 'complaint.import', guards: ['is-worker'], requires: ['code'], emits: ['import.failed'], basis: BASIS },
    { from: 'running', command: 'fail', to: 'failed', permission: 'complaint.import', guards: ['is-worker'], requires: ['code'], emits: ['import.failed'], basis: BASIS },
    { from: 'running', command: 'finish', to: 'finished', permission: 'complaint.import', guards: ['is-worker'], emits: ['import.finished'], basis: BASIS },
    // What was filed before stays filed: a submission is not undone because its file was.
    { from: 'received', command: 'cancel', to: 'cancelled', permission: 'complaint.import', guards: ['is-own-desk'], emits: ['import.cancelled'], basis: BASIS },
    { from: 'running', command: 'cancel', to: 'cancelled', permission: 'complaint.import', guards: ['is-own-desk'], emits: ['import.cancelled'], basis: BASIS },
    { from: 'failed', command: 'retry', to: 'received', permission: 'complaint.import', guards: ['is-own-desk'], emits: ['import.retried'], basis: BASIS },
  ],
} as const satisfies Lifecycle;

/** What people do; the rest is the worker's. */
export const COMMANDS_OF_PEOPLE: ReadonlySet<string> = new Set(IMPORT_LIFECYCLE.moves.filter(({ guards }) => guards.every((guard) => guard !== 'is-worker')).map(({ command }) => command));
