export { ABSENCE } from './absence.subject.js';
export { Absence, Team, type TeamMember } from './staffing.entity.js';
export { staffingErrors } from './staffing.errors.js';
export { StaffingModule } from './staffing.module.js';
export { awayAt, StaffingQueries, teamsOf, type TeamName } from './staffing.queries.js';
export { TEAM } from './team.subject.js';
