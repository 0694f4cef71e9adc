import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const BASIS: Basis = { source: '潮办发〔2021〕2号', article: '第10项', status: 'verified', note: '快速处理；批量操作为系统自身规则，每个案件仍按单个操作的规则办理' };

/** One command for many cases, from whoever gave it to its last case. What it does in a case is a move of that case. */
export const BULK_COMMAND_LIFECYCLE = {
  subject: 'bulk-command',
  label: { zh: '批量操作', en: 'Command for many cases' },
  states: {
    'under-way': { label: { zh: '执行中', en: 'Under way' }, untimed: 'A worker carries it out within minutes; a job that was lost is called back' },
    finished: { label: { zh: '已完成', en: 'Finished' }, final: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  moves: [
    { from: null, command: 'ask', to: 'under-way', permission: 'case.bulk', emits: ['bulk-command.asked'], basis: BASIS },
    { from: 'under-way', command: 'finish', to: 'finished', permission: 'case.bulk', guards: ['is-worker', 'every-case-has-a-result'], emits: ['bulk-command.finished'], basis: BASIS },
    // What was done before stays done: each case has its own history.
    { from: 'under-way', command: 'cancel', to: 'cancelled', permission: 'case.bulk', guards: ['is-own-or-led'], emits: ['bulk-command.cancelled'], basis: BASIS },
  ],
} as const satisfies Lifecycle;
