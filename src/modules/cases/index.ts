export { CASE } from './case.subject.js';
export { CaseFile } from './case.entity.js';
export { CasesModule } from './cases.module.js';
export { CasesService, type CaseOrigin } from './cases.service.js';
