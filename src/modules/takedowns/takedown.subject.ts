import { proceedingSubject } from '../proceedings/index.js';
import { CONTENTS } from './data/contents.data.js';
import { takedownGuards } from './domain/takedown.guards.js';
import { TAKEDOWN_LIFECYCLE } from './domain/takedown.lifecycle.js';
import { Takedown } from './takedown.entity.js';

/** A takedown as the workflow knows it. Once published it is over, though a finding may still come. */
export const TAKEDOWN = proceedingSubject<Takedown>({ lifecycle: TAKEDOWN_LIFECYCLE, guards: takedownGuards(CONTENTS), entity: Takedown, ended: ['published'] });
