import type { Subject } from '../../platform/workflow/subject.js';
import { SEPARATION_GUARDS } from './domain/infringer.guards.js';
import { SEPARATION_LIFECYCLE } from './domain/infringer.lifecycle.js';
import { InfringerSeparation } from './infringer.entity.js';

export const INFRINGER_SEPARATION: Subject<InfringerSeparation> = { lifecycle: SEPARATION_LIFECYCLE, guards: SEPARATION_GUARDS, entity: InfringerSeparation, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
