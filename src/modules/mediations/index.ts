export { MEDIATION } from './mediation.subject.js';
export { Mediation } from './mediation.entity.js';
export { MediationDraft, MediationSession, MediationStatement } from './mediation-records.entity.js';
export { mediationErrors } from './mediations.errors.js';
export { MediationsModule } from './mediations.module.js';
export { firstMediation } from './mediations.service.js';
