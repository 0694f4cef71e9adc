import { proceedingSubject } from '../proceedings/index.js';
import { AUTHORITIES } from './data/authorities.data.js';
import { supervisionGuards } from './domain/supervision.guards.js';
import { SUPERVISION_LIFECYCLE } from './domain/supervision.lifecycle.js';
import { Supervision } from './supervision.entity.js';

/** A supervision as the workflow knows it: a passage of the case, which therefore is not closed before it has ended. */
export const SUPERVISION = proceedingSubject<Supervision>({
  lifecycle: SUPERVISION_LIFECYCLE, guards: supervisionGuards(new Set(AUTHORITIES.flatMap(({ code, byLetter }) => (byLetter ? [code] : [])))), entity: Supervision,
});
