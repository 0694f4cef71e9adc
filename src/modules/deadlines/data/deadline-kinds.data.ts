import type { DeadlineKindRow } from './kind.js';
import { COMPLAINT_KINDS } from './kinds/complaints.data.js';
import { COURT_KINDS, REFERRAL_KINDS } from './kinds/courts.data.js';
import { LANE_KINDS } from './kinds/lanes.data.js';
import { PATENT_KINDS } from './kinds/patents.data.js';
import { PENALTY_KINDS } from './kinds/penalty.data.js';
import { PLATFORM_KINDS, PUBLICATION_KINDS, REGISTRY_KINDS, REWARD_KINDS, SPOT_CHECK_KINDS, SUPERVISION_KINDS, URGING_KINDS, WHITELIST_KINDS } from './kinds/registries.data.js';

/**
 * Every time limit that the system knows. `roll` is what the instrument itself says. Where it is silent an authority gets `none`, the
 * strict reading, and a party the first day after a day off: an authority loses a day, a party no right. The bounds of open amounts are
 * service values.
 */
export const DEADLINE_KINDS: readonly DeadlineKindRow[] = [...COMPLAINT_KINDS, ...PENALTY_KINDS, ...PATENT_KINDS, ...COURT_KINDS, ...REFERRAL_KINDS, ...REGISTRY_KINDS, ...PUBLICATION_KINDS, ...PLATFORM_KINDS, ...SUPERVISION_KINDS, ...SPOT_CHECK_KINDS, ...REWARD_KINDS, ...LANE_KINDS, ...URGING_KINDS, ...WHITELIST_KINDS];
