export { EscalationStep } from './escalation-step.entity.js';
export { ESCALATION_STEP } from './escalation-step.subject.js';
export { LadderModule } from './ladder.module.js';
