export { Reward } from './reward.entity.js';
export { REWARD } from './reward.subject.js';
export { rewardErrors } from './rewards.errors.js';
export { RewardsModule } from './rewards.module.js';
