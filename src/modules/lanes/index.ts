export { LanePassage } from './lane-passage.entity.js';
export { LANE_PASSAGE } from './lane-passage.subject.js';
export { LanesModule } from './lanes.module.js';
