import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { PASSABLE } from './lane.rules.js';

const MEASURES: Basis = { source: '潮办发〔2021〕2号', article: '第10项、第11项', status: 'verified', note: '分流与快速处理的条件、内部目标和退出规则为本系统拟定' };
const LANE_MOVE = 'lane.move';
const TARGETS = PASSABLE.map((lane) => `lane.${lane}`);
const BY_AGENCY = ['passage-of-own-agency', 'actor-not-recused'];
const OUT = [{ subject: 'case', command: 'leave-lane' }];

const MOVES: readonly Move[] = [
  { from: null, command: 'propose', to: 'proposed', permission: LANE_MOVE, guards: [...BY_AGENCY, 'case-worked-on', 'no-other-passage'], emits: ['lane-passage.proposed'], basis: MEASURES },
  {
    from: 'proposed', command: 'confirm', to: 'running', permission: LANE_MOVE, guards: [...BY_AGENCY, 'conditions-met', 'change-explained', 'place-in-the-lane', 'readmitted-by-the-head'], requires: ['lane'],
    clocks: { start: PASSABLE.map((lane) => ({ kind: `lane.${lane}`, when: `in-${lane}` })) }, emits: ['lane-passage.confirmed'], cascade: [{ subject: 'case', command: 'enter-lane' }], basis: MEASURES,
  },
  { from: 'proposed', command: 'decline', to: 'declined', permission: LANE_MOVE, guards: BY_AGENCY, requires: ['reason'], emits: ['lane-passage.declined'], basis: MEASURES },
  { from: 'running', command: 'leave', to: 'left', permission: LANE_MOVE, guards: BY_AGENCY, requires: ['reason'], clocks: { lapse: TARGETS }, emits: ['lane-passage.left'], cascade: OUT, basis: MEASURES },
  { from: 'running', command: 'eject', to: 'ejected', permission: LANE_MOVE, guards: [...BY_AGENCY, 'ground-of-the-lane'], requires: ['ground', 'reason'], clocks: { lapse: TARGETS }, emits: ['lane-passage.ejected'], cascade: OUT, basis: MEASURES },
  ...(['proposed', 'running'] as const).map((from): Move => ({ from, command: 'finish', to: 'finished', carried: true, permission: 'case.close', clocks: { stop: TARGETS }, emits: ['lane-passage.finished'], basis: MEASURES })),
];

/**
 * A case on its way through a lane: what triage proposes, what an officer makes of it, how it ends. Its clocks are targets of the house,
 * beside what statutes say and never instead of it. Nothing leads back into a passage that has ended: coming in again is a passage of its own.
 */
export const LANE_PASSAGE_LIFECYCLE = {
  subject: 'lane-passage',
  label: { zh: '通道办理', en: 'Passage through a lane' },
  states: {
    proposed: { label: { zh: '待确认', en: 'Proposed' }, untimed: 'The case stays in its lane and on its statutory clocks until an officer decides' },
    running: { label: { zh: '通道内办理', en: 'In the lane' }, clocks: TARGETS },
    declined: { label: { zh: '不采纳', en: 'Declined' }, final: true },
    left: { label: { zh: '转出通道', en: 'Left' }, final: true },
    ejected: { label: { zh: '不符合条件，退出通道', en: 'Put out' }, final: true },
    finished: { label: { zh: '随案办结', en: 'Finished with the case' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
