import type { Subject } from '../../platform/workflow/subject.js';
import { ABSENCE_GUARDS } from './domain/absence.guards.js';
import { ABSENCE_LIFECYCLE } from './domain/absence.lifecycle.js';
import { Absence } from './staffing.entity.js';

/** The absence as the workflow knows it. */
export const ABSENCE: Subject<Absence> = {
  lifecycle: ABSENCE_LIFECYCLE,
  guards: ABSENCE_GUARDS,
  entity: Absence,
  place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }),
};
