export { CheckDraw, KeyTarget, SpotCheck } from './spot-check.entity.js';
export { CHECK_DRAW, KEY_TARGET, SPOT_CHECK } from './spot-check.subject.js';
export { spotCheckErrors } from './spot-checks.errors.js';
export { SpotChecksModule } from './spot-checks.module.js';
