import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Moving, type Outcome } from '../../platform/workflow/workflow.js';
import { CasesService, type CaseName } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import type { DeclineComplaintDto, IdentityProofDto, ReasonDto, RerouteComplaintDto, TellElsewhereDto } from './complaint-commands.dto.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { movedComplaint, type MovedComplaint } from './moved-complaint.js';

/** Agencies that may be told to handle a matter. */
export const HANDLING: ReadonlySet<string> = new Set(AGENCIES.filter((agency) => !('outside' in agency)).map(({ code }) => code));

const LINKED_HERE = {
  name: 'complaints-linked-as-same',
  text: `SELECT c.id, c.receipt_number AS "receiptNumber", c.external_number AS "externalNumber", c.target_name AS "targetName", c.target_uscc AS "targetUscc", c.right_number AS "rightNumber", c.tokens::text AS tokens FROM complaint c JOIN complaint_link l ON l.kind = 'same-matter' AND l.unlinked_at IS NULL AND (l.complaint_id, l.other_id) IN (($1, c.id), (c.id, $1))
         WHERE c.id <> $1 AND c.state IN ('registered', 'accepted') AND c.handling_agency = (SELECT handling_agency FROM complaint WHERE id = $1) ORDER BY c.id FOR UPDATE OF c`,
};

/** The decisions of who handles a complaint, each one row of the table. */
@Injectable()
export class IntakeCommandsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly cases: CasesService,
  ) {}

  confirmClassification(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'confirm-classification', input: {}, patch: () => ({ classificationStatus: 'confirmed' }) });
  }

  accept(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'accept', input: {}, patch: () => ({ assignee: acting.claims.actor }) });
  }

  decline(acting: Acting, id: string, { ground, reason }: DeclineComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'decline', input: { ground, reason }, patch: () => ({ decisionReason: `${ground}: ${reason}` }), data: { ground } });
  }

  /** The clock of acceptance runs on: the rule does not say that the request stops it. */
  requestIdentityProof(acting: Acting, id: string, { workingDays, reason }: IdentityProofDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'request-identity-proof', input: { workingDays, reason }, amounts: { 'identity.proof': workingDays }, data: { workingDays } });
  }

  recordIdentityProof(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'record-identity-proof', input: {} });
  }

  withdraw(acting: Acting, id: string, { reason }: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'withdraw', input: { reason }, patch: () => ({ decisionReason: reason }) });
  }

  tellElsewhere(acting: Acting, id: string, { route, reason }: TellElsewhereDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'mark-out-of-scope', input: { route, reason }, patch: () => ({ toldRoute: route, decisionReason: reason }), data: { route } });
  }

  returnToIntake(acting: Acting, id: string, { reason }: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'return-to-intake', input: { reason }, patch: ({ returns }) => ({ decisionReason: reason, assignee: null, returns: returns + 1 }), data: { reason } });
  }

  /** Always refused, with the article: no office hands a matter to another office. */
  transfer(acting: Acting, id: string, { agency, reason }: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'transfer', input: { agency, reason } });
  }

  /** The clocks follow the complaint to its new agency; none is reset. */
  reroute(acting: Acting, id: string, body: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.send(acting, id, 'reroute', body);
  }

  designate(acting: Acting, id: string, body: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.send(acting, id, 'designate', body);
  }

  /** Opens a case, and takes what was linked as the same matter into it, as far as this agency has it. */
  async openCase(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    const opening = await this.cases.opening(acting);
    let linked: readonly CaseName[] = [];
    const gather = {
      queries: [{ statement: LINKED_HERE, values: [id] }],
      facts: ([found = []]: readonly (readonly object[])[]) => {
        linked = found as CaseName[];
        return {};
      },
    };
    const joining = { input: { caseId: opening.id, caseOpen: true }, patch: { caseId: opening.id, assignee: acting.claims.actor }, data: { caseId: opening.id }, cascades: { 'case.admit': () => [] } };
    const cascades: Command<Complaint>['cascades'] = { 'case.open': (row) => opening.from(row, linked), 'complaint.join-case': () => linked.map((other) => ({ id: other.id, ...joining })) };
    return this.move(acting, { id, command: 'open-case', input: {}, gather, patch: () => ({ caseId: opening.id }), data: { caseId: opening.id }, cascades });
  }

  conclude(acting: Acting, id: string, { reason }: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'conclude', input: { reason }, patch: () => ({ decisionReason: reason }) });
  }

  private send(acting: Acting, id: string, command: string, { agency, reason }: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    const patch = ({ track, tracks }: Complaint): Partial<Complaint> => ({ handlingAgency: agency, track: track === 'outside' ? 'administrative' : track, tracks: tracks.filter((one) => one !== 'outside'), decisionReason: reason });
    return this.move(acting, { id, command, input: { agency, reason, agencyKnown: HANDLING.has(agency) }, patch, data: { agency, reason }, cascades: { 'reply.follow': replyFollows } });
  }

  private move(acting: Acting, command: Omit<Command<Complaint>, 'subject'>): Promise<Answer<MovedComplaint>> {
    return this.workflow.execute(acting, { subject: COMPLAINT, ...command }, ({ row, deadlines }: Outcome<Complaint>) => ({ status: 200, body: movedComplaint(row, deadlines) }));
  }
}

/** The answer that is owed for a leg goes where the leg goes. */
export function replyFollows({ replyId, handlingAgency, region }: Complaint): Moving[] {
  return replyId === null ? [] : [{ id: replyId, input: {}, patch: { agency: handlingAgency, region } }];
}
