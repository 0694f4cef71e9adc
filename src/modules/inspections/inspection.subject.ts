import type { Subject } from '../../platform/workflow/subject.js';
import { FINDING_GUARDS, INSPECTION_GUARDS } from './domain/inspection.guards.js';
import { FINDING_LIFECYCLE, INSPECTION_LIFECYCLE } from './domain/inspection.lifecycle.js';
import { Inspection, InspectionFinding } from './inspection.entity.js';

export const INSPECTION: Subject<Inspection> = { lifecycle: INSPECTION_LIFECYCLE, guards: INSPECTION_GUARDS, entity: Inspection, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };

/** A subject of its own, so that agencies answer without waiting for each other. Its clock is that of the agency; the body that inspects sees it. */
export const INSPECTION_FINDING: Subject<InspectionFinding> = { lifecycle: FINDING_LIFECYCLE, guards: FINDING_GUARDS, entity: InspectionFinding, place: ({ agency, body }) => ({ agency, intakeAgency: body, region: '' }) };
