import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, gatherFor, movedCase, OFF_THE_LIST, type CaseFile, type MovedCaseDto } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { assignmentProblem } from './assignments.errors.js';

/** Somebody was faster. That tells more than a stale version: the next case of the list, not the same one again. */
class Taken extends Error {
  constructor(readonly assignee: string) {
    super('taken');
  }
}

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
      return await this.workflow.execute(acting, {
        subject: CASE, id, command: 'claim', input: {}, gather: gatherFor(id), first: refuseTaken, patch: () => ({ assignee: actor, ...OFF_THE_LIST }), data: { officer: actor },
      }, ({ row, deadlines }) => ({ status: 200, body: movedCase(row, deadlines) }));
    } catch (error) {
      if (!(error instanceof Taken)) throw error;
      const { assignee } = error;
      throw assignmentProblem('assignment.taken', { members: { assignee, login: await this.principals.loginOf(assignee) } });
    }
  }

  async release(acting: Acting, id: string, given: string): Promise<Answer<MovedCaseDto>> {
    const reason = await this.texts.scrubbed(id, given);
    return this.workflow.execute(acting, { subject: CASE, id, command: 'release', input: { reason }, gather: gatherFor(id), patch: () => ({ assignee: null }), data: { officer: acting.claims.actor, reason } }, ({ row, deadlines }) => ({ status: 200, body: movedCase(row, deadlines) }));
  }
}

function refuseTaken({ assignee }: CaseFile): void {
  if (assignee !== null) throw new Taken(assignee);
}
