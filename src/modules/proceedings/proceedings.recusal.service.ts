import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Subject } from '../../platform/workflow/subject.js';
import type { MovedProceedingDto } from './proceeding.dto.js';
import type { ProceedingColumns } from './proceeding.entity.js';
import { Proceedings } from './proceedings.service.js';
import { RecusalRequest } from './recusal-request.entity.js';
import type { DecideRecusalDto, RequestRecusalDto } from './recusal.dto.js';

const REQUEST = { name: 'recusal-request-open', text: 'SELECT member, raised_by AS "raisedBy", ground FROM recusal_request WHERE id = $1 AND proceeding_id = $2 AND decision IS NULL FOR UPDATE' };
const DECIDE = { name: 'recusal-request-decide', text: 'UPDATE recusal_request SET decision = $2, decided_by = $3, decided_at = $4 WHERE id = $1 AND decision IS NULL RETURNING id' };

/** What was asked for, as it was recorded. */
type Asked = Pick<RecusalRequest, 'member' | 'raisedBy' | 'ground'>;

/** Asking that a member keeps out, and the decision on it, alike in every kind of proceeding. */
@Injectable()
export class Recusals {
  constructor(private readonly proceedings: Proceedings) {}

  request<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string, body: RequestRecusalDto): Promise<Answer<MovedProceedingDto>> {
    const request = newId();
    return this.proceedings.run(acting, subject, id, 'request-recusal', body, {
      data: ({ member, raisedBy, ground }) => ({ request, member, raisedBy, ground }),
      also: ({ caseId }, { member, raisedBy, ground, reason }) => {
        const row: RecusalRequest = { id: request, caseId, subject: subject.lifecycle.subject, proceedingId: id, member, raisedBy, ground, reason, requestedBy: acting.claims.actor, requestedAt: acting.at, decision: null, decidedBy: null, decidedAt: null };
        return { inserts: [insertInto(RecusalRequest, row)] };
      },
    });
  }

  /** Granted: the member leaves the proceeding, and is excluded from the case from now on. */
  decide<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string, body: DecideRecusalDto): Promise<Answer<MovedProceedingDto>> {
    const { request, decision } = body;
    let asked: Asked = { member: '', raisedBy: '', ground: '' };
    return this.proceedings.run(acting, subject, id, 'decide-recusal', body, {
      gather: {
        queries: [{ statement: REQUEST, values: [request, id] }],
        facts: ([found = []]) => {
          asked = (found as Asked[])[0] ?? asked;
          return { requestOpen: asked.member !== '', requestMember: asked.member };
        },
      },
      data: () => ({ request, decision }),
      patch: ({ members }) => (decision === 'granted' ? { members: members.filter(({ account }) => account !== asked.member) } : {}),
      paper: (_row, { reason }) => ({ officer: asked.member, raisedBy: asked.raisedBy, ground: asked.ground, decision, reason }),
      also: () => ({ updates: [{ statement: DECIDE, values: [request, decision, acting.claims.actor, acting.at] }] }),
    });
  }
}
