import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const RECALL: Basis = { source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article: '第十九条', status: 'verified', note: '三个工作日内停止公示、解除管理措施；由订阅方确认为本系统拟定' };
const TOLD: Basis = { source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article: '第十五条', status: 'verified', note: '管理措施由各部门实施；订阅与确认为本系统拟定' };
const SUBSCRIBE = 'registry.subscribe';

const SUBSCRIBER_MOVES: readonly Move[] = [
  { from: null, command: 'subscribe', to: 'subscribed', permission: SUBSCRIBE, guards: ['not-subscribed-yet'], emits: ['registry-subscriber.subscribed'], basis: TOLD },
  {
    from: 'subscribed', command: 'acknowledge', to: 'subscribed', permission: SUBSCRIBE, guards: ['is-ones-own', 'told-already', 'goes-on'], requires: ['upTo'], emits: ['registry-subscriber.acknowledged'],
    cascade: [{ subject: 'registry-recall', command: 'acknowledge' }], basis: TOLD,
  },
  { from: 'subscribed', command: 'end', to: 'ended', permission: SUBSCRIBE, guards: ['is-ones-own', 'owes-nothing'], emits: ['registry-subscriber.ended'], basis: TOLD },
];

/** A system that follows the register. */
export const SUBSCRIBER_LIFECYCLE = {
  subject: 'registry-subscriber',
  label: { zh: '名单订阅', en: 'Subscription of the register' },
  states: {
    subscribed: { label: { zh: '已订阅', en: 'Subscribed' }, untimed: 'It follows for as long as it wants; each recall has a clock of its own' },
    ended: { label: { zh: '已退订', en: 'Ended' }, final: true },
  },
  moves: SUBSCRIBER_MOVES,
} satisfies Lifecycle;

const CLOCK = 'registry.recall';
const OPEN = ['awaited', 'missing'] as const;
const stopping = (from: (typeof OPEN)[number]): Pick<Move, 'clocks'> => (from === 'awaited' ? { clocks: { stop: [CLOCK] } } : {});
const RECALL_MOVES: readonly Move[] = [
  { from: null, command: 'send', to: 'awaited', permission: 'listing.approve', clocks: { start: [CLOCK] }, emits: ['registry-recall.sent'], basis: RECALL },
  // It pulled and acknowledged before the job came to write the recall down.
  { from: null, command: 'note', to: 'acknowledged', permission: 'listing.approve', emits: ['registry-recall.acknowledged'], basis: RECALL },
  ...OPEN.map((from): Move => ({ from, command: 'acknowledge', to: 'acknowledged', carried: true, permission: SUBSCRIBE, ...stopping(from), emits: ['registry-recall.acknowledged'], basis: RECALL })),
  ...OPEN.map((from): Move => ({
    from, command: 'confirm-otherwise', to: 'acknowledged', permission: 'listing.handle', guards: ['in-own-agency'], requires: ['note'], ...stopping(from), emits: ['registry-recall.acknowledged'], basis: RECALL,
  })),
  { from: 'awaited', command: 'raise-alarm', to: 'missing', permission: 'listing.approve', clocks: { lapse: [CLOCK] }, emits: ['registry-recall.unacknowledged'], basis: RECALL },
];

/** An entry that was cancelled is called back from one subscriber. */
export const RECALL_LIFECYCLE = {
  subject: 'registry-recall',
  label: { zh: '名单召回', en: 'Recall of an entry' },
  states: {
    awaited: { label: { zh: '待确认', en: 'To be acknowledged' }, clocks: [CLOCK] },
    missing: { label: { zh: '逾期未确认', en: 'Not acknowledged in time' }, untimed: 'Its time is over: it stands in the reading of alarms and in the list until it is acknowledged' },
    acknowledged: { label: { zh: '已确认', en: 'Acknowledged' }, final: true },
  },
  moves: RECALL_MOVES,
} satisfies Lifecycle;
