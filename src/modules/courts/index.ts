export { COURT_CODES } from './court.dto.js';
export { Courts } from './courts.service.js';
export { CourtsModule } from './courts.module.js';
export type { CourtFacts, CourtProposal, CourtRow, CourtWarning } from './domain/court.rules.js';
