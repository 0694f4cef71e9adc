export { CaseParty } from './case-party.entity.js';
export { CaseRight } from './case-right.entity.js';
export { casePartiesErrors } from './case-parties.errors.js';
export { CasePartiesModule } from './case-parties.module.js';
