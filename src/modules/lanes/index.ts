export { LanePassage } from './lane-passage.entity.js';
export { LANE_PASSAGE } from './lane-passage.subject.js';
export { ConfirmLaneDto, LaneReasonDto } from './lanes.dto.js';
export { LanesModule } from './lanes.module.js';
export { LanesService } from './lanes.service.js';
