import { proceedingSubject } from '../proceedings/index.js';
import { Confirmation } from './confirmation.entity.js';
import { CONFIRMATION_GUARDS } from './domain/confirmation.guards.js';
import { CONFIRMATION_ENDED, CONFIRMATION_LIFECYCLE } from './domain/confirmation.lifecycle.js';

/** A judicial confirmation as the workflow knows it. */
export const CONFIRMATION = proceedingSubject<Confirmation>({
  lifecycle: CONFIRMATION_LIFECYCLE, guards: CONFIRMATION_GUARDS, entity: Confirmation, ended: CONFIRMATION_ENDED,
});
