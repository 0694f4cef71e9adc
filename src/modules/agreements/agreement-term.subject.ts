import { proceedingSubject } from '../proceedings/index.js';
import { AgreementTerm } from './agreement-term.entity.js';
import { TERM_GUARDS } from './domain/agreement-term.guards.js';
import { TERM_LIFECYCLE } from './domain/agreement-term.lifecycle.js';

/** A term of an agreement as the workflow knows it. */
export const AGREEMENT_TERM = proceedingSubject<AgreementTerm>({ lifecycle: TERM_LIFECYCLE, guards: TERM_GUARDS, entity: AgreementTerm });
