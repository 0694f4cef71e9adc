import type { Subject } from '../../platform/workflow/subject.js';
import { CreditRepair } from './credit-repair.entity.js';
import { CREDIT_REPAIR_GUARDS } from './domain/credit-repair.guards.js';
import { CREDIT_REPAIR_LIFECYCLE } from './domain/credit-repair.lifecycle.js';

/** Stands in no file: the case is closed by the time when the party applies. */
export const CREDIT_REPAIR: Subject<CreditRepair> = { lifecycle: CREDIT_REPAIR_LIFECYCLE, guards: CREDIT_REPAIR_GUARDS, entity: CreditRepair, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
