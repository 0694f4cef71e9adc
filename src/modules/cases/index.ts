export { HURRIED_LANES } from './data/hurried-lanes.data.js';
export { CASE } from './case.subject.js';
export { CaseFile } from './case.entity.js';
export { CaseLink, CaseNote, CaseRecusal } from './case-records.entity.js';
export { CasesModule } from './cases.module.js';
export { CaseTexts } from './cases.texts.service.js';
export { CasesService, type CaseName, type CaseOrigin, type FoundBy } from './cases.service.js';
