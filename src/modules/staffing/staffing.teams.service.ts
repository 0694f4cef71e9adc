import { Injectable } from '@nestjs/common';
import type { Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import { Principals } from '../identity/index.js';
import type { ArrangeTeamDto, FormTeamDto, CaseTeamDto, TeamMemberDto } from './staffing.dto.js';
import type { Team } from './staffing.entity.js';
import { staffingProblem } from './staffing.errors.js';
import { shownTeam, StaffingQueries } from './staffing.queries.js';
import { TEAM } from './team.subject.js';

const OPEN_CASES = { name: 'team-open-cases', text: 'SELECT id, case_number AS number FROM case_file WHERE team = $1 AND rank_at IS NOT NULL ORDER BY rank_at, id LIMIT 20' };

@Injectable()
export class TeamsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly queries: StaffingQueries,
  ) {}

  async form(acting: Acting, { name, members, agency = acting.agency }: FormTeamDto): Promise<Answer<CaseTeamDto>> {
    if (!acting.claims.agencies.includes(agency)) throw staffingProblem('staffing.agency-foreign', { members: { agency } });
    const unfit = await this.unfit(agency, members);
    const row = { id: newId(), agency, name, members: plain(members), formedAt: acting.at, dissolvedAt: null };
    return named(() => this.workflow.open(acting, [anyOpening<Team>({ subject: TEAM, command: 'form', row, input: { unfit }, data: { name, members: row.members } })], [], ([outcome]) => ({ status: 201, body: shownTeam(outcome?.row as unknown as Team) })));
  }

  /** All members at once: what is not named is gone. */
  async rearrange(acting: Acting, id: string, { name, members }: ArrangeTeamDto): Promise<Answer<CaseTeamDto>> {
    const { agency } = await this.queries.team(acting, id);
    const arranged = { name, members: plain(members) };
    const unfit = await this.unfit(agency, members);
    return named(() => this.workflow.execute(acting, { subject: TEAM, id, command: 'rearrange', input: { ...arranged, unfit }, patch: () => arranged, data: arranged }, answer));
  }

  async dissolve(acting: Acting, id: string): Promise<Answer<CaseTeamDto>> {
    const cases: Query = { statement: OPEN_CASES, values: [id] };
    return this.workflow.execute(acting, { subject: TEAM, id, command: 'dissolve', input: {}, gather: { queries: [cases], facts: ([openCases = []]) => ({ openCases }) }, patch: () => ({ dissolvedAt: acting.at }) }, answer);
  }

  /** Who is named twice, or does not work here. */
  private async unfit(agency: string, members: readonly TeamMemberDto[]): Promise<string[]> {
    const ids = members.map(({ officer }) => officer);
    const fit = new Set((await this.principals.officers(agency, ids)).map(({ id }) => id));
    return ids.filter((id, index) => !fit.has(id) || ids.indexOf(id) !== index);
  }
}

function plain(members: readonly TeamMemberDto[]): Team['members'] {
  return members.map(({ officer, rightTypes }) => ({ officer, rightTypes: [...new Set(rightTypes)] }));
}

function answer({ row }: { readonly row: Team }): Answer<CaseTeamDto> {
  return { status: 200, body: shownTeam(row) };
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) === 'team_name') throw staffingProblem('team.name-taken');
    throw error;
  }
}
