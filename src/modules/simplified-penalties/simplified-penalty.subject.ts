import { proceedingSubject } from '../proceedings/index.js';
import { SPOT_LIMITS } from './data/limits.data.js';
import { simplifiedGuards } from './domain/simplified.guards.js';
import { SIMPLIFIED_LIFECYCLE } from './domain/simplified.lifecycle.js';
import { SimplifiedPenalty } from './simplified-penalty.entity.js';

export const SIMPLIFIED_PENALTY = proceedingSubject<SimplifiedPenalty>({ lifecycle: SIMPLIFIED_LIFECYCLE, guards: simplifiedGuards(SPOT_LIMITS), entity: SimplifiedPenalty });
