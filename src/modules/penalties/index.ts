export { PenaltiesModule } from './penalties.module.js';
export { penaltyOrder } from './penalties.service.js';
export { Penalty } from './penalty.entity.js';
export { PenaltyRecord } from './penalty-record.entity.js';
export { PENALTY } from './penalty.subject.js';
