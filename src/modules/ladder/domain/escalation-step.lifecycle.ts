import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const OURS: Basis = { source: '潮办发〔2021〕2号', article: '第1项、第6项', status: 'unverified', note: '层级与条件为本系统拟定：GET /v1/escalation-ladder' };

/** A step up the ladder: once for each cause and rule, and never undone. */
export const ESCALATION_STEP_LIFECYCLE = {
  subject: 'escalation-step',
  label: { zh: '逐级上报', en: 'Step up the ladder' },
  states: { taken: { label: { zh: '已上报', en: 'Taken' }, final: true } },
  moves: [
    { from: null, command: 'take', to: 'taken', permission: 'case.assign', emits: ['escalation-step.taken'], basis: OURS },
    { from: null, command: 'take-above', to: 'taken', permission: 'case.assign', emits: ['escalation-step.taken-above'], basis: OURS },
  ],
} satisfies Lifecycle;
