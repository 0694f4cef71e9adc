import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CITY: Basis = { source: '潮办发〔2021〕2号', article: '第3项', status: 'verified', note: '措施要求建立预警“白名单”制度；步骤参照重点商标保护名录，为本系统拟定' };
const HANDLE = 'whitelist.handle';
const APPROVE = 'whitelist.approve';
const OWN = ['in-own-agency'];
const REVIEW = ['whitelist.first-review'];
const TERM = ['whitelist.term', 'whitelist.yearly-review'];
const UNDECIDED = ['applied', 'correcting', 'examining', 'noticed'] as const;
const ALL_BEFORE = [...REVIEW, 'whitelist.correction', 'whitelist.examination', 'whitelist.objection', 'whitelist.decision'];

const MOVES: readonly Move[] = [
  { from: null, command: 'apply', to: 'applied', permission: HANDLE, guards: ['credit-code-holds', 'of-an-industry', 'nothing-else-pending'], clocks: { start: REVIEW }, emits: ['whitelist-entry.applied'], basis: CITY },
  { from: 'applied', command: 'ask-correction', to: 'correcting', permission: HANDLE, guards: [...OWN, 'asked-once'], requires: ['missing'], clocks: { stop: REVIEW, start: ['whitelist.correction'] }, emits: ['whitelist-entry.correction-asked'], basis: CITY },
  { from: 'correcting', command: 'correct', to: 'applied', permission: HANDLE, guards: OWN, requires: ['materials'], clocks: { stop: ['whitelist.correction'], start: REVIEW }, emits: ['whitelist-entry.corrected'], basis: CITY },
  { from: 'applied', command: 'take-on', to: 'examining', permission: HANDLE, guards: [...OWN, 'materials-complete'], clocks: { stop: REVIEW, start: ['whitelist.examination'] }, emits: ['whitelist-entry.taken-on'], basis: CITY },
  { from: 'examining', command: 'give-notice', to: 'noticed', permission: HANDLE, guards: [...OWN, 'rights-confirmed', 'clean-record'], requires: ['opinion', 'channel', 'rightsConfirmed'], clocks: { stop: ['whitelist.examination'], start: ['whitelist.objection', 'whitelist.decision'] }, emits: ['whitelist-entry.noticed'], basis: CITY },
  ...staying(['noticed'], { command: 'record-objection', permission: HANDLE, guards: [...OWN, 'window-open'], requires: ['from', 'content'], emits: ['whitelist-entry.objected'], basis: CITY }),
  ...staying(['noticed'], { command: 'answer-objection', permission: HANDLE, guards: [...OWN, 'objection-unanswered'], requires: ['objection', 'answer', 'upheld'], emits: ['whitelist-entry.objection-answered'], basis: CITY }),
  {
    from: 'noticed', command: 'decide', to: 'listed', permission: APPROVE, guards: [...OWN, 'somebody-else-examined', 'window-over', 'objections-answered', 'no-objection-upheld', 'clean-record'],
    clocks: { stop: ['whitelist.decision'], lapse: ['whitelist.objection'], start: TERM }, emits: ['whitelist-entry.listed'], basis: CITY,
  },
  ...UNDECIDED.map((from): Move => ({ from, command: 'refuse', to: 'refused', permission: APPROVE, guards: OWN, requires: ['reason'], clocks: { lapse: ALL_BEFORE }, emits: ['whitelist-entry.refused'], basis: CITY })),
  ...UNDECIDED.map((from): Move => ({ from, command: 'withdraw', to: 'withdrawn', permission: HANDLE, guards: OWN, requires: ['reason'], clocks: { lapse: ALL_BEFORE }, emits: ['whitelist-entry.withdrawn'], basis: CITY })),
  ...staying(['listed'], { command: 'change', permission: HANDLE, guards: OWN, requires: ['reason'], emits: ['whitelist-entry.changed'], basis: CITY }),
  ...staying(['listed'], { command: 'review', permission: HANDLE, guards: [...OWN, 'clean-record'], requires: ['opinion'], clocks: { stop: ['whitelist.yearly-review'], start: ['whitelist.yearly-review'] }, emits: ['whitelist-entry.reviewed'], basis: CITY }),
  { from: 'listed', command: 'ask-exit', to: 'exiting', permission: HANDLE, guards: OWN, requires: ['ground', 'facts'], clocks: { start: ['whitelist.statement'] }, emits: ['whitelist-entry.exit-asked'], basis: CITY },
  ...staying(['exiting'], { command: 'record-statement', permission: HANDLE, guards: OWN, requires: ['content'], emits: ['whitelist-entry.stated'], basis: CITY }),
  { from: 'exiting', command: 'exit', to: 'exited', permission: APPROVE, guards: [...OWN, 'somebody-else-asked', 'heard'], requires: ['reason'], clocks: { lapse: ['whitelist.statement', ...TERM] }, emits: ['whitelist-entry.exited'], basis: CITY },
  { from: 'exiting', command: 'keep', to: 'listed', permission: APPROVE, guards: [...OWN, 'somebody-else-asked'], requires: ['reason'], clocks: { lapse: ['whitelist.statement'] }, emits: ['whitelist-entry.kept'], basis: CITY },
  { from: 'listed', command: 'leave', to: 'exited', permission: HANDLE, guards: OWN, requires: ['reason'], clocks: { lapse: TERM }, emits: ['whitelist-entry.exited'], basis: CITY },
  ...['listed', 'exiting'].map((from): Move => ({ from, command: 'end-term', to: 'expired', permission: APPROVE, clocks: { stop: ['whitelist.term'], lapse: ['whitelist.yearly-review', 'whitelist.statement'] }, emits: ['whitelist-entry.expired'], basis: CITY })),
];

/** 知识产权保护预警“白名单”: a firm is told early of what touches its rights, and whom to call. It shields nobody from anything. */
export const WHITELIST_ENTRY_LIFECYCLE = {
  subject: 'whitelist-entry',
  label: { zh: '预警白名单', en: 'Entry of the early-warning whitelist' },
  states: {
    applied: { label: { zh: '待初审', en: 'To be looked through' }, clocks: REVIEW },
    correcting: { label: { zh: '待补正', en: 'Materials are missing' }, clocks: ['whitelist.correction'] },
    examining: { label: { zh: '审核中', en: 'Examined' }, clocks: ['whitelist.examination'] },
    noticed: { label: { zh: '公示中', en: 'On public notice' }, clocks: ['whitelist.objection', 'whitelist.decision'] },
    listed: { label: { zh: '在列', en: 'Listed' }, clocks: TERM },
    exiting: { label: { zh: '拟退出', en: 'To be taken off' }, clocks: ['whitelist.statement', ...TERM] },
    refused: { label: { zh: '不予列入', en: 'Refused' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    exited: { label: { zh: '已退出', en: 'Off the list' }, final: true },
    expired: { label: { zh: '已到期', en: 'Expired' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
