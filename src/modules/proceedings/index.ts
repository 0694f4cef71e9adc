export { INTERLOCKS, type InterlockId } from './data/interlocks.data.js';
export { COMMON_GUARDS, type CommonFacts, type Gathered, type Sibling } from './domain/proceeding.guards.js';
export {
  MemberDto, MovedProceedingDto, movedProceeding, ProceedingDeadlines, ProceedingDto, ProceedingListQuery, ProceedingPage, ProceedingWithClocksDto, shownProceeding,
} from './proceeding.dto.js';
export { MEMBER_ROLES, Proceeding, ProceedingColumns, type Member, type MemberRole } from './proceeding.entity.js';
export { proceedingSubject } from './proceeding.subject.js';
export { proceedingErrors } from './proceedings.errors.js';
export { duesOf } from './proceedings.dues.queries.js';
export { gatherOf, involving } from './proceedings.gather.queries.js';
export { ProceedingsModule } from './proceedings.module.js';
export { ProceedingQueries, type Found } from './proceedings.queries.js';
export { Recusals } from './proceedings.recusal.service.js';
export { Proceedings, type CaseOfProceeding, type OpeningOrder, type Step } from './proceedings.service.js';
export { RecusalRequest } from './recusal-request.entity.js';
export { DecideRecusalDto, RecusalRequests, RequestRecusalDto } from './recusal.dto.js';
