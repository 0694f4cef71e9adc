import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Workflow, type Command, type Outcome } from '../../platform/workflow/workflow.js';
import { CasesService } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import type { DeclineComplaintDto, ReasonDto, RerouteComplaintDto } from './complaint.dto.js';
import type { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { MovedComplaint } from './moved-complaint.js';

/** Units that handle matters: everything that is neither a desk of the hotline nor a body that only advises. */
const HANDLING = new Set<string>(AGENCIES.filter(({ kind, outside }) => ['administrative', 'internal-unit', 'public-institution'].includes(kind) && outside !== true).map(({ code }) => code));

/** What an agency does with a complaint that it was given. One method per command of the table. */
@Injectable()
export class IntakeCommandsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly cases: CasesService,
  ) {}

  accept(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'accept', input: {}, patch: () => ({ assignee: acting.claims.actor }) });
  }

  decline(acting: Acting, id: string, { ground, reason }: DeclineComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'decline', input: { ground, reason }, patch: () => ({ decisionReason: `${ground}: ${reason}` }), data: { ground } });
  }

  returnToIntake(acting: Acting, id: string, { reason }: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'return-to-intake', input: { reason }, patch: () => ({ decisionReason: reason, assignee: null }) });
  }

  /** The clocks follow the complaint to its new agency; none is reset. */
  reroute(acting: Acting, id: string, { agency, reason }: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'reroute', input: { agency, reason, agencyKnown: HANDLING.has(agency) }, patch: () => ({ handlingAgency: agency, track: 'administrative', decisionReason: reason }), data: { agency } });
  }

  async openCase(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    const opening = await this.cases.opening(acting);
    return this.move(acting, { id, command: 'open-case', input: {}, patch: () => ({ caseId: opening.id }), data: { caseId: opening.id }, cascades: { 'case.open': (row) => opening.from(row) } });
  }

  conclude(acting: Acting, id: string, { reason }: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'conclude', input: { reason }, patch: () => ({ decisionReason: reason }) });
  }

  private move(acting: Acting, command: Omit<Command<Complaint>, 'subject'>): Promise<Answer<MovedComplaint>> {
    return this.workflow.execute(acting, { subject: COMPLAINT, ...command }, ({ row, deadlines }: Outcome<Complaint>) => {
      const { id, receiptNumber, state, version, handlingAgency, assignee, caseId } = row;
      return { status: 200, body: { id, receiptNumber, state, version, handlingAgency, assignee, caseId, deadlines: deadlines.map(showDeadline) } };
    });
  }
}
