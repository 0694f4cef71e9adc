import { proceedingSubject } from '../proceedings/index.js';
import { CivilSuit } from './civil-suit.entity.js';
import { CIVIL_SUIT_GUARDS } from './domain/civil-suit.guards.js';
import { CIVIL_SUIT_LIFECYCLE } from './domain/civil-suit.lifecycle.js';

/** The suit as the workflow knows it. An enforcement that found nothing is over, though the debt is not. */
export const CIVIL_SUIT = proceedingSubject({ lifecycle: CIVIL_SUIT_LIFECYCLE, guards: CIVIL_SUIT_GUARDS, entity: CivilSuit, ended: ['unenforced'] });
