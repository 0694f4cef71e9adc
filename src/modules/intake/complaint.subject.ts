import type { Subject } from '../../platform/workflow/subject.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT_GUARDS } from './domain/complaint.guards.js';
import { COMPLAINT_LIFECYCLE } from './domain/complaint.lifecycle.js';

/** The complaint as the workflow knows it. */
export const COMPLAINT: Subject<Complaint> = {
  lifecycle: COMPLAINT_LIFECYCLE,
  guards: COMPLAINT_GUARDS,
  entity: Complaint,
  place: ({ handlingAgency, intakeAgency, region }) => ({ agency: handlingAgency, intakeAgency, region }),
  lawDay: ({ lawVersion }) => lawVersion,
};
