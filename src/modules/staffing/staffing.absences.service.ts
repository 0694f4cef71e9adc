import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import { openCasesOf, toTheHead } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { ABSENCE } from './absence.subject.js';
import type { OfficerAbsenceDto, PlanAbsenceDto, PlannedAbsenceDto } from './staffing.dto.js';
import type { Absence } from './staffing.entity.js';
import { shownAbsence } from './staffing.queries.js';

@Injectable()
export class AbsencesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly principals: Principals,
  ) {}

  /** With an absence that has begun, the open cases of the officer go to the list of the head at once; with a later one when it begins. */
  async plan(acting: Acting, { officer = acting.claims.actor, kind, from, until }: PlanAbsenceDto): Promise<Answer<PlannedAbsenceDto>> {
    const account = await this.principals.byId(officer);
    if (account?.kind !== 'person') throw httpProblem('subject.not-found');
    const [fromAt, untilAt] = [new Date(from), new Date(until)];
    const row = { id: newId(), officer, agency: account.agency, kind, fromAt, untilAt, plannedBy: acting.claims.actor, plannedAt: acting.at, cancelledAt: null };
    const opening = anyOpening<Absence>({ subject: ABSENCE, command: 'plan', row, input: { at: acting.at }, data: { officer, kind, from: fromAt, until: untilAt } });
    return this.workflow.bring(acting, fromAt > acting.at ? [] : [openCasesOf(officer)], ([cases = []]) => {
      const fresh = (cases as { id: string; escalated: boolean }[]).filter(({ escalated }) => !escalated);
      return {
        openings: [opening], moves: fresh.map(({ id }) => toTheHead(id, 'owner-absent', acting.at, { officer, absence: row.id })),
        answer: ([outcome]) => ({ status: 201, body: { ...shownAbsence(outcome?.row as unknown as Absence), escalated: fresh.length } }),
      };
    });
  }

  /** One that has begun ends now: the calendar keeps that it was. */
  async cancel(acting: Acting, id: string): Promise<Answer<OfficerAbsenceDto>> {
    const { at } = acting;
    return this.workflow.execute(acting, {
      subject: ABSENCE, id, command: 'cancel', input: { at }, patch: ({ fromAt, untilAt }: Absence) => ({ cancelledAt: at, untilAt: fromAt < at && at < untilAt ? at : untilAt }),
    }, ({ row }) => ({ status: 200, body: shownAbsence(row) }));
  }
}
