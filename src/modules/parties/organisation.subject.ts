import type { Subject } from '../../platform/workflow/subject.js';
import { ORGANISATION_GUARDS } from './domain/organisation.guards.js';
import { ORGANISATION_LIFECYCLE } from './domain/organisation.lifecycle.js';
import { Organisation } from './organisation.entity.js';

/** An entry of the register as the workflow knows it. No agency owns it, and no clock runs on it. */
export const ORGANISATION: Subject<Organisation> = {
  lifecycle: ORGANISATION_LIFECYCLE,
  guards: ORGANISATION_GUARDS,
  entity: Organisation,
  place: ({ region }) => ({ agency: '', intakeAgency: '', region: region ?? '' }),
};
