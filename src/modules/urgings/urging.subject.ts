import type { Subject } from '../../platform/workflow/subject.js';
import { URGING_GUARDS } from './domain/urging.guards.js';
import { URGING_LIFECYCLE } from './domain/urging.lifecycle.js';
import { Urging } from './urging.entity.js';

/** An urging as the workflow knows it. It stands beside the file and not in it: the hotline does not see the file, and the file shows statutory dates only. */
export const URGING: Subject<Urging> = {
  lifecycle: URGING_LIFECYCLE, guards: URGING_GUARDS, entity: Urging,
  place: ({ agency, sender, region }) => ({ agency, intakeAgency: sender, region }),
};
