import type { Subject } from '../../platform/workflow/subject.js';
import { REWARD_GUARDS } from './domain/reward.guards.js';
import { REWARD_LIFECYCLE } from './domain/reward.lifecycle.js';
import { Reward } from './reward.entity.js';

/** Apart from the file of the case: whoever reads that must not find that somebody was rewarded. */
export const REWARD: Subject<Reward> = { lifecycle: REWARD_LIFECYCLE, guards: REWARD_GUARDS, entity: Reward, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
