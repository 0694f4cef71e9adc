import type { Subject } from '../../platform/workflow/subject.js';
import { RIGHT_GUARDS } from './domain/right.guards.js';
import { RIGHT_LIFECYCLE } from './domain/right.lifecycle.js';
import { IpRight } from './right.entity.js';

/** An entry of the register as the workflow knows it. No agency owns it, and no clock runs on it. */
export const RIGHT: Subject<IpRight> = {
  lifecycle: RIGHT_LIFECYCLE,
  guards: RIGHT_GUARDS,
  entity: IpRight,
  place: () => ({ agency: '', intakeAgency: '', region: '' }),
};
