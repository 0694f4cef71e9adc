import type { Subject } from '../../platform/workflow/subject.js';
import { TEAM_GUARDS } from './domain/team.guards.js';
import { TEAM_LIFECYCLE } from './domain/team.lifecycle.js';
import { Team } from './staffing.entity.js';

/** The team as the workflow knows it. */
export const TEAM: Subject<Team> = {
  lifecycle: TEAM_LIFECYCLE,
  guards: TEAM_GUARDS,
  entity: Team,
  place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }),
};
