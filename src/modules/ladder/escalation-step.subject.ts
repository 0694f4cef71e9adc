import type { Subject } from '../../platform/workflow/subject.js';
import { ESCALATION_STEP_LIFECYCLE } from './domain/escalation-step.lifecycle.js';
import { EscalationStep } from './escalation-step.entity.js';

/** A step up the ladder as the workflow knows it. */
export const ESCALATION_STEP: Subject<EscalationStep> = {
  lifecycle: ESCALATION_STEP_LIFECYCLE, guards: {}, entity: EscalationStep,
  place: ({ agency, told, region }) => ({ agency, intakeAgency: told, region }),
};
