import type { Subject } from '../../platform/workflow/subject.js';
import { DESK_FROM_DAYS } from './data/fair-law.data.js';
import { fairGuards } from './domain/fair.guards.js';
import { FAIR_LIFECYCLE } from './domain/fair.lifecycle.js';
import { Fair } from './fair.entity.js';

/** A trade fair as the workflow knows it. */
export const FAIR: Subject<Fair> = {
  lifecycle: FAIR_LIFECYCLE,
  guards: fairGuards(DESK_FROM_DAYS),
  entity: Fair,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
};
