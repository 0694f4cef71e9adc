import { proceedingSubject } from '../proceedings/index.js';
import { Assistance } from './assistance.entity.js';
import { ASSISTANCE_GUARDS } from './domain/assistance.guards.js';
import { ASSISTANCE_LIFECYCLE } from './domain/assistance.lifecycle.js';
import { HOLDING_GUARDS } from './domain/holding.guards.js';
import { PRESERVATION_LIFECYCLE } from './domain/preservation.lifecycle.js';
import { SEIZURE_LIFECYCLE } from './domain/seizure.lifecycle.js';
import { Preservation, Seizure } from './holdings.entity.js';

/** Evidence kept by registration, as the workflow knows it. */
export const PRESERVATION = proceedingSubject<Preservation>({ lifecycle: PRESERVATION_LIFECYCLE, guards: HOLDING_GUARDS, entity: Preservation });
export const SEIZURE = proceedingSubject<Seizure>({ lifecycle: SEIZURE_LIFECYCLE, guards: HOLDING_GUARDS, entity: Seizure });
export const ASSISTANCE = proceedingSubject<Assistance>({ lifecycle: ASSISTANCE_LIFECYCLE, guards: ASSISTANCE_GUARDS, entity: Assistance });
