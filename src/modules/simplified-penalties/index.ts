export { SimplifiedPenaltiesModule } from './simplified-penalties.module.js';
export { SimplifiedPenalty } from './simplified-penalty.entity.js';
export { SIMPLIFIED_PENALTY } from './simplified-penalty.subject.js';
