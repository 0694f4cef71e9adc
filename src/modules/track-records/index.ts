export { holderStanding } from './track-records.queries.js';
export { TrackFact } from './track-fact.entity.js';
export { TRACK_FACT } from './track-fact.subject.js';
export { TrackRecordsModule } from './track-records.module.js';
