import { CASE } from './modules/cases/index.js';
import { COMPLAINT } from './modules/intake/index.js';
import { ORGANISATION } from './modules/parties/index.js';
import { RIGHT } from './modules/rights/index.js';
import { REPLY } from './modules/replies/index.js';
import type { Subject } from './platform/workflow/subject.js';

/** Subjects with a lifecycle. The platform handles their rows without knowing their types. */
export const SUBJECTS = [COMPLAINT, CASE, REPLY, ORGANISATION, RIGHT] as unknown as readonly Subject[];
