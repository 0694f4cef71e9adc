export { AGREEMENT_TERM } from './agreement-term.subject.js';
export { AgreementTerm } from './agreement-term.entity.js';
export { AgreementOpenings, type TermOrder } from './agreements.openings.service.js';
export { AgreementsModule } from './agreements.module.js';
