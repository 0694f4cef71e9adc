export { Supervision } from './supervision.entity.js';
export { SUPERVISION } from './supervision.subject.js';
export { SupervisionsModule } from './supervisions.module.js';
