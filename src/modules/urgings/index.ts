export { Urging } from './urging.entity.js';
export { URGING } from './urging.subject.js';
export { urgingErrors } from './urgings.errors.js';
export { UrgingsModule } from './urgings.module.js';
