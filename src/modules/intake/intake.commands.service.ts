import { Injectable } from '@nestjs/common';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Moving, type Outcome } from '../../platform/workflow/workflow.js';
import { CasesService, CaseTexts, type CaseName } from '../cases/index.js';
import { Documents, type Paper } from '../documents/index.js';
import { AGENCIES } from '../identity/index.js';
import { FirstProceedings, firstOf, type Origin } from '../tracks/index.js';
import type { DeclineComplaintDto, IdentityProofDto, ComplaintReasonDto, RerouteComplaintDto, TellElsewhereDto, TellResultDto } from './complaint-commands.dto.js';
import { Complaint } from './complaint.entity.js';
import { COMPLAINT } from './complaint.subject.js';
import { DECLINE_GROUNDS } from './domain/grounds.rules.js';
import { movedComplaint, type MovedComplaint } from './moved-complaint.js';

/** Agencies that may be told to handle a matter. */
export const HANDLING: ReadonlySet<string> = new Set(AGENCIES.filter((agency) => !('outside' in agency)).map(({ code }) => code));

const LINKED_HERE = {
  name: 'complaints-linked-as-same',
  text: `SELECT c.id, c.receipt_number AS "receiptNumber", c.external_number AS "externalNumber", c.target_name AS "targetName", c.target_uscc AS "targetUscc", c.right_number AS "rightNumber", c.tokens::text AS tokens FROM complaint c JOIN complaint_link l ON l.kind = 'same-matter' AND l.unlinked_at IS NULL AND (l.complaint_id, l.other_id) IN (($1, c.id), (c.id, $1))
         WHERE c.id <> $1 AND c.state IN ('registered', 'accepted') AND c.handling_agency = (SELECT handling_agency FROM complaint WHERE id = $1) ORDER BY c.id FOR UPDATE OF c`,
};

const ORIGIN = { name: 'complaint-origin', text: 'SELECT classification, track FROM complaint WHERE id = $1' };

/** The decisions of who handles a complaint, each one row of the table. */
@Injectable()
export class IntakeCommandsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly cases: CasesService,
    private readonly documents: Documents,
    private readonly texts: CaseTexts,
    private readonly clocks: Clocks,
    private readonly first: FirstProceedings,
  ) {}

  confirmClassification(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'confirm-classification', input: {}, patch: () => ({ classificationStatus: 'confirmed' }) });
  }

  accept(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'accept', input: {}, patch: () => ({ assignee: acting.claims.actor }) }, (row) => ({ ...aboutIt(row), receivedOn: legalDay(row.receivedAt), contact: acting.claims.actor }));
  }

  async decline(acting: Acting, id: string, { ground, reason: given }: DeclineComplaintDto): Promise<Answer<MovedComplaint>> {
    const reason = await this.scrubbed(id, given);
    const item = (DECLINE_GROUNDS as readonly string[]).indexOf(ground) + 1;
    return this.move(acting, { id, command: 'decline', input: { ground, reason }, patch: () => ({ decisionReason: `${ground}: ${reason}` }), data: { ground } }, (row) => ({ ...aboutIt(row), receivedOn: legalDay(row.receivedAt), item, reason }));
  }

  /** The clock of acceptance runs on: the rule does not say that the request stops it. */
  async requestIdentityProof(acting: Acting, id: string, { workingDays, reason: given, materials }: IdentityProofDto): Promise<Answer<MovedComplaint>> {
    const reason = await this.scrubbed(id, given);
    const until = (row: Complaint): string | null => {
      const { legalDue } = this.clocks.start('identity.proof', acting.at, { subjectType: 'complaint', subjectId: id, ...COMPLAINT.place(row), lawDay: row.lawVersion }, workingDays);
      return legalDue === null ? null : legalDay(legalDue);
    };
    const command = { id, command: 'request-identity-proof', input: { workingDays, reason }, amounts: { 'identity.proof': workingDays }, data: { workingDays } };
    return this.move(acting, command, (row) => ({ ...aboutIt(row), until: until(row), materials, reason }));
  }

  recordIdentityProof(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'record-identity-proof', input: {} });
  }

  withdraw(acting: Acting, id: string, { reason }: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'withdraw', input: { reason }, patch: () => ({ decisionReason: reason }) });
  }

  async tellElsewhere(acting: Acting, id: string, { route, reason: given }: TellElsewhereDto): Promise<Answer<MovedComplaint>> {
    const reason = await this.scrubbed(id, given);
    return this.move(acting, { id, command: 'mark-out-of-scope', input: { route, reason }, patch: () => ({ toldRoute: route, decisionReason: reason }), data: { route } }, (row) => ({ ...aboutIt(row), receivedOn: legalDay(row.receivedAt), route, reason }));
  }

  returnToIntake(acting: Acting, id: string, { reason }: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
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

  async designate(acting: Acting, id: string, { agency, reason: given }: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    const reason = await this.scrubbed(id, given);
    let before = '';
    const remember = (row: Complaint): void => void (before = row.handlingAgency);
    return this.send(acting, id, 'designate', { agency, reason }, remember, (row) => ({ addressees: [...new Set([before, agency])], matter: aboutIt(row).matter, designated: agency, reason, contact: acting.claims.actor }));
  }

  /** Opens a case with its first proceeding, and takes what was linked as the same matter into it, as far as this agency has it. */
  async openCase(acting: Acting, id: string): Promise<Answer<MovedComplaint>> {
    const opening = await this.cases.opening(acting);
    const first = await this.first.prepare(acting, opening.id);
    let linked: readonly CaseName[] = [];
    const gather = {
      queries: [{ statement: LINKED_HERE, values: [id] }, { statement: ORIGIN, values: [id] }],
      facts: ([found = [], origins = []]: readonly (readonly object[])[]) => {
        linked = found as CaseName[];
        return { begins: (origins as Origin[]).map(firstOf)[0] };
      },
    };
    const joining = { input: { caseId: opening.id, caseOpen: true }, patch: { caseId: opening.id, assignee: acting.claims.actor }, data: { caseId: opening.id }, cascades: { 'case.admit': () => [], 'takedown.stop-by-complaint': () => [] } };
    const cascades: Command<Complaint>['cascades'] = {
      'case.open': (row) => opening.from(row, linked), 'penalty.open': (row) => first('penalty', row), 'adjudication.open': (row) => first('adjudication', row), 'mediation.open': (row) => first('mediation', row),
      'complaint.join-case': () => linked.map((other) => ({ id: other.id, ...joining })),
    };
    return this.move(acting, { id, command: 'open-case', input: {}, gather, patch: () => ({ caseId: opening.id }), data: { caseId: opening.id }, cascades });
  }

  conclude(acting: Acting, id: string, { reason }: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
    return this.move(acting, { id, command: 'conclude', input: { reason }, patch: () => ({ decisionReason: reason }) });
  }

  async tellResult(acting: Acting, id: string, { law, result: given }: TellResultDto): Promise<Answer<MovedComplaint>> {
    const result = await this.scrubbed(id, given);
    return this.move(acting, { id, command: 'tell-result', input: { law, result }, data: { law } }, (row) => ({ ...aboutIt(row), addressee: 'reporter', law, result }));
  }

  private send(acting: Acting, id: string, command: string, { agency, reason }: RerouteComplaintDto, seen: (row: Complaint) => void = () => undefined, paper?: Paper<Complaint>): Promise<Answer<MovedComplaint>> {
    const patch = (row: Complaint): Partial<Complaint> => {
      seen(row);
      return { handlingAgency: agency, track: row.track === 'outside' ? 'administrative' : row.track, tracks: row.tracks.filter((one) => one !== 'outside'), decisionReason: reason };
    };
    return this.move(acting, { id, command, input: { agency, reason, agencyKnown: HANDLING.has(agency) }, patch, data: { agency, reason }, cascades: { 'reply.follow': replyFollows } }, paper);
  }

  /** Without whoever filed it, and without anybody's mobile or identity number: it goes into a document. */
  private async scrubbed(id: string, text: string): Promise<string> {
    const [clean = ''] = await this.texts.scrubbedOf([id], [text]);
    return clean;
  }

  /** `paper`: content of the document that the row of the table names. */
  private move(acting: Acting, given: Omit<Command<Complaint>, 'subject'>, paper: Paper<Complaint> = () => ({})): Promise<Answer<MovedComplaint>> {
    const { command, issued } = this.documents.issuing(acting, { subject: COMPLAINT, ...given }, paper);
    return this.workflow.execute(acting, command, ({ row, deadlines }: Outcome<Complaint>) => ({ status: 200, body: movedComplaint(row, deadlines, issued()) }));
  }
}

/** Who is told and about what. The complainant is named in the vault alone. */
function aboutIt({ targetName, receiptNumber }: Complaint): { addressee: string; matter: string } {
  return { addressee: 'complainant', matter: `${targetName}（${receiptNumber}）` };
}

/** The answer that is owed for a leg goes where the leg goes. */
export function replyFollows({ replyId, handlingAgency, region }: Complaint): Moving[] {
  return replyId === null ? [] : [{ id: replyId, input: {}, patch: { agency: handlingAgency, region } }];
}
