import { DECISION_GUARDS } from './decision.guards.js';
import { EXAMINATION_GUARDS } from './examination.guards.js';
import { HEARING_GUARDS } from './hearing.guards.js';
import { REQUEST_GUARDS } from './request.guards.js';

/** Named predicates of the patent adjudication, with their articles. */
export const ADJUDICATION_GUARDS = { ...REQUEST_GUARDS, ...EXAMINATION_GUARDS, ...HEARING_GUARDS, ...DECISION_GUARDS };
