import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Workflow, type Command, type Gather, type Moving, type Outcome } from '../../platform/workflow/workflow.js';
import { CasesService, type FoundBy } from '../cases/index.js';
import { COMPLAINT, movedComplaint, type Complaint, type MovedComplaint } from '../intake/index.js';
import { ComplaintLink } from './complaint-link.entity.js';
import type { LinkDto, MergeReportDto, UnlinkDto } from './matters.dto.js';
import { mattersProblem } from './matters.errors.js';

const OTHER = { name: 'matters-other', text: 'SELECT id FROM complaint WHERE id = $1 AND id <> $2' };
const UNLINK = {
  name: 'matters-unlink',
  text: `UPDATE complaint_link SET unlinked_at = $4, unlinked_by = $5 WHERE ((complaint_id = $1 AND other_id = $2) OR (complaint_id = $2 AND other_id = $1)) AND kind = $3 AND unlinked_at IS NULL RETURNING id`,
};
const LIVE = { name: 'matters-live-link', text: 'SELECT id FROM complaint_link WHERE ((complaint_id = $1 AND other_id = $2) OR (complaint_id = $2 AND other_id = $1)) AND kind = $3 AND unlinked_at IS NULL' };
const CASE = { name: 'matters-case', text: "SELECT agency, tokens::text AS tokens, names FROM case_file WHERE id = $1 AND state <> 'closed' FOR UPDATE" };
const EARLIER = {
  name: 'matters-earlier',
  text: `SELECT e.id, l.received_at AS "receivedAt" FROM complaint l JOIN complaint e ON e.id = $2 AND e.id <> l.id AND e.classification = 'report' AND e.state IN ('registered', 'accepted', 'in-case')
           AND (e.target_uscc = l.target_uscc OR e.target_name = l.target_name) WHERE l.id = $1`,
};

/** Measures of platforms that a right holder's complaint keeps (电子商务法第四十三条第二款). */
const TAKEDOWNS = {
  name: 'matters-takedowns',
  text: `SELECT t.id FROM takedown t JOIN complaint c ON c.id = $2 WHERE t.case_id = $1 AND t.state IN ('forwarded', 'waiting', 'delayed')
           AND c.classification IN ('right-holder-request', 'patent-adjudication', 'copyright-complaint', 'plant-variety-request') ORDER BY t.id`,
};

/** What belongs together: links that can be undone, reports merged into an earlier one, complaints that join a case. */
@Injectable()
export class MattersService {
  constructor(private readonly workflow: Workflow) {}

  /** Throws matter.already-linked. */
  async link(acting: Acting, id: string, { other, kind }: LinkDto): Promise<Answer<MovedComplaint>> {
    const row = { id: newId(), complaintId: id, otherId: other, kind, score: null, reasons: [], linkedAt: acting.at, linkedBy: acting.claims.actor, unlinkedAt: null, unlinkedBy: null };
    const gather = seen([{ statement: OTHER, values: [other, id] }, { statement: LIVE, values: [id, other, kind] }], ([found, live]) => {
      if (live !== 0) throw mattersProblem('matter.already-linked');
      return { otherSeen: found === 1 };
    });
    try {
      return await this.move(acting, { id, command: 'link', input: { other, kind }, gather, data: { other, kind }, also: () => ({ inserts: [insertInto(ComplaintLink, row)] }) });
    } catch (error) {
      throw uniqueViolation(error) === 'complaint_link_live' ? mattersProblem('matter.already-linked') : error;
    }
  }

  /** Throws matter.not-linked. */
  unlink(acting: Acting, id: string, { other, kind, reason }: UnlinkDto): Promise<Answer<MovedComplaint>> {
    const gather = seen([{ statement: OTHER, values: [other, id] }, { statement: LIVE, values: [id, other, kind] }], ([found, live]) => {
      if (found === 1 && live !== 1) throw mattersProblem('matter.not-linked');
      return { otherSeen: found === 1 };
    });
    const updates = [{ statement: UNLINK, values: [id, other, kind, acting.at, acting.claims.actor] }];
    return this.move(acting, { id, command: 'unlink', input: { other, kind, reason }, gather, data: { other, kind, reason }, also: () => ({ updates }) });
  }

  /** A second number for a matter that has its case: one case, one more answer owed, and the case is found by this number too. */
  joinCase(acting: Acting, id: string, caseId: string): Promise<Answer<MovedComplaint>> {
    let found: FoundBy = { tokens: '', names: '' };
    let takedowns: readonly { id: string }[] = [];
    const facts: Gather['facts'] = ([rows = [], waiting = []]) => {
      takedowns = waiting as { id: string }[];
      const [row] = rows as (FoundBy & { agency: string })[];
      found = row ?? found;
      return { caseOpen: acting.claims.agencies.includes(row?.agency ?? '') };
    };
    const cascades = { 'takedown.stop-by-complaint': (row: Complaint) => takedowns.map(claimedBy(row)), 'case.admit': (row: Complaint) => ({ id: caseId, input: {}, data: { complaintId: id }, patch: CasesService.takingUp(found, row) }) };
    return this.move(acting, { id, command: 'join-case', input: { caseId }, gather: { queries: [{ statement: CASE, values: [caseId] }, { statement: TAKEDOWNS, values: [caseId, id] }], facts }, patch: () => ({ caseId }), data: { caseId }, cascades });
  }

  /** New facts from the same reporter: the earlier report goes on, and its clock counts from the receipt of this one (第三十五条第二款). */
  mergeInto(acting: Acting, id: string, { earlier, reason }: MergeReportDto): Promise<Answer<MovedComplaint>> {
    let receivedAt = acting.at;
    const facts: Gather['facts'] = ([found = []]) => {
      const [row] = found as { receivedAt: Date }[];
      receivedAt = row?.receivedAt ?? receivedAt;
      return { earlierFits: row !== undefined };
    };
    const cascades = { 'complaint.take-in': () => ({ id: earlier, input: {}, data: { later: id, reason }, triggers: { 'report.verification': receivedAt } }) };
    return this.move(acting, { id, command: 'merge-into', input: { earlier, reason }, gather: { queries: [{ statement: EARLIER, values: [id, earlier] }], facts }, patch: () => ({ decisionReason: reason }), data: { earlier, reason }, cascades });
  }

  private move(acting: Acting, command: Omit<Command<Complaint>, 'subject'>): Promise<Answer<MovedComplaint>> {
    return this.workflow.execute(acting, { subject: COMPLAINT, ...command }, ({ row, deadlines }: Outcome<Complaint>) => ({ status: 200, body: movedComplaint(row, deadlines) }));
  }
}

function claimedBy({ id, receivedAt, receiptNumber, handlingAgency }: Complaint): (takedown: { id: string }) => Moving {
  const claim = { way: 'complaint', madeAt: receivedAt.toISOString(), toldAt: null, with: handlingAgency, reference: receiptNumber };
  return (takedown) => ({ id: takedown.id, input: {}, patch: { outcome: 'kept', claim }, data: { complaintId: id } });
}

/** Guards are told how many rows each question found. */
function seen(queries: Gather['queries'], facts: (counts: readonly number[]) => Readonly<Record<string, unknown>>): Gather {
  return { queries, facts: (results) => facts(results.map((rows) => rows.length)) };
}
