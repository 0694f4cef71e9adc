export { ComplaintLink } from './complaint-link.entity.js';
export { mattersErrors } from './matters.errors.js';
export { MattersModule } from './matters.module.js';
