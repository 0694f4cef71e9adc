import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const OURS: Basis = { source: '潮州市强化知识产权保护二十五条措施（2021年）', article: '第一条、第六条', status: 'unverified', note: '挂牌督办的程序未见于所读文本，步骤与期限为本系统拟定' };
const LIST = 'supervision.list';
const REPORT = 'supervision.report';
const [COMPLETION, PROGRESS] = ['supervision.completion', 'supervision.progress'];
const SUPERVISOR = ['in-own-agency'];
const HANDLER = ['handles-the-case'];

const MOVES: readonly Move[] = [
  { from: null, command: 'open', to: 'listed', permission: LIST, guards: ['not-listed-already', 'case-of-another', 'letter-named'], requires: ['authority', 'reasons', 'explanation', 'targets'], clocks: { start: [COMPLETION, PROGRESS] }, emits: ['supervision.listed'], basis: OURS },
  { from: 'listed', command: 'report-progress', to: 'listed', permission: REPORT, guards: HANDLER, requires: ['progress'], clocks: { restart: [PROGRESS] }, emits: ['supervision.reported'], basis: OURS },
  { from: 'listed', command: 'ask-delisting', to: 'delisting-asked', permission: REPORT, guards: [...HANDLER, 'every-target-answered'], requires: ['results'], clocks: { stop: [PROGRESS] }, emits: ['supervision.delisting-asked'], basis: OURS },
  { from: 'delisting-asked', command: 'delist', to: 'delisted', permission: LIST, guards: SUPERVISOR, requires: ['reason'], clocks: { stop: [COMPLETION] }, emits: ['supervision.delisted'], basis: OURS },
  { from: 'delisting-asked', command: 'refuse-delisting', to: 'listed', permission: LIST, guards: SUPERVISOR, requires: ['reason'], clocks: { start: [PROGRESS] }, emits: ['supervision.delisting-refused'], basis: OURS },
  ...(['listed', 'delisting-asked'] as const).map((from): Move => ({ from, command: 'call-off', to: 'called-off', permission: LIST, guards: SUPERVISOR, requires: ['reason'], clocks: { lapse: [COMPLETION, PROGRESS] }, emits: ['supervision.called-off'], basis: OURS })),
];

/** 挂牌督办: a case that an authority watches until it takes it off its list again. */
export const SUPERVISION_LIFECYCLE = {
  subject: 'supervision',
  label: { zh: '挂牌督办', en: 'Supervision of a case' },
  states: {
    listed: { label: { zh: '已挂牌', en: 'Listed' }, clocks: [COMPLETION, PROGRESS] },
    'delisting-asked': { label: { zh: '申请摘牌', en: 'Delisting asked for' }, clocks: [COMPLETION] },
    delisted: { label: { zh: '已摘牌', en: 'Delisted' }, final: true },
    'called-off': { label: { zh: '撤销挂牌', en: 'Called off' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
