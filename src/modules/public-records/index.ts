export { PublicRecord } from './public-record.entity.js';
export { PublicRecordsModule } from './public-records.module.js';
export { PUBLIC } from './public-records.queries.js';
