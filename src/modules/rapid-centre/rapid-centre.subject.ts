import type { Subject } from '../../platform/workflow/subject.js';
import { HEARING_SLOT_GUARDS } from './domain/hearing-slot.guards.js';
import { HEARING_SLOT_LIFECYCLE } from './domain/hearing-slot.lifecycle.js';
import { HearingSlot } from './rapid-centre.entity.js';

export const HEARING_SLOT: Subject<HearingSlot> = { lifecycle: HEARING_SLOT_LIFECYCLE, guards: HEARING_SLOT_GUARDS, entity: HearingSlot, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
