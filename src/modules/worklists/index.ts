export { CaseChange } from './case-change.entity.js';
export { worklistErrors } from './worklists.errors.js';
export { WorklistsModule } from './worklists.module.js';
