import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { absenceOf, CASE, CaseTexts, gatherFor, movedCase, OFF_THE_LIST, type CaseFile, type MovedCaseDto } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { assignmentProblem } from './assignments.errors.js';

/** Somebody was faster. That tells more than a stale version: the next case of the list, not the same one again. */
class Taken extends Error {
  constructor(readonly assignee: string) {
    super('taken');
  }
}

const MEMBERS = { name: 'case-team-members', text: 'SELECT m.officer FROM case_file f JOIN team t ON t.id = f.team CROSS JOIN LATERAL jsonb_to_recordset(t.members) AS m (officer text) WHERE f.id = $1' };
const TEAM_AGENCY = { name: 'team-agency', text: "SELECT agency FROM team WHERE id = $1 AND state = 'formed' FOR SHARE" };

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly texts: CaseTexts,
  ) {}

  /** Throws assignment.taken with who has it. */
  async claim(acting: Acting, id: string): Promise<Answer<MovedCaseDto>> {
    const { actor } = acting.claims;
    try {
      return await this.move(acting, { id, command: 'claim', input: {}, gather: claiming(acting, id), first: refuseTaken, patch: () => ({ assignee: actor, ...OFF_THE_LIST }), data: { officer: actor } });
    } catch (error) {
      if (!(error instanceof Taken)) throw error;
      const { assignee } = error;
      throw assignmentProblem('assignment.taken', { members: { assignee, login: await this.principals.loginOf(assignee) } });
    }
  }

  async release(acting: Acting, id: string, given: string): Promise<Answer<MovedCaseDto>> {
    const reason = await this.texts.scrubbed(id, given);
    return this.move(acting, { id, command: 'release', input: { reason }, gather: gatherFor(id), patch: () => ({ assignee: null }), data: { officer: acting.claims.actor, reason } });
  }

  allot(acting: Acting, id: string, team: string): Promise<Answer<MovedCaseDto>> {
    const gather = gatherFor(id, [{ statement: TEAM_AGENCY, values: [team] }], ([found = []]) => ({ teamAgency: (found[0] as { agency: string } | undefined)?.agency }));
    return this.move(acting, { id, command: 'allot', input: { team }, gather, patch: () => ({ team }), data: { team } });
  }

  private move(acting: Acting, command: Omit<Command<CaseFile>, 'subject'>): Promise<Answer<MovedCaseDto>> {
    return this.workflow.execute(acting, { subject: CASE, ...command }, ({ row, deadlines }) => ({ status: 200, body: movedCase(row, deadlines) }));
  }
}

/** Members of the team that the case is with, none where it is with no team; and whether who claims is away. */
function claiming({ claims, at }: Acting, id: string): Gather {
  const absence = absenceOf(claims.actor, at);
  return gatherFor(id, [{ statement: MEMBERS, values: [id] }, absence.query], ([members = [], away = []]) => ({
    ...absence.facts(away), ...(members.length === 0 ? {} : { teamMembers: (members as { officer: string }[]).map(({ officer }) => officer) }),
  }));
}

function refuseTaken({ assignee }: CaseFile): void {
  if (assignee !== null) throw new Taken(assignee);
}
