import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Queues } from '../../platform/queues/queues.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { COMPLAINT } from '../intake/index.js';
import { ComplaintLink } from './complaint-link.entity.js';
import { DUPLICATES, LIKENESS } from './domain/likeness.rules.js';
import { REPEATS, SAME_MATTER } from './matters.sql.js';

/** Makes the id of a link from the pair: the same job twice writes the same row, and what a clerk took apart stays apart. */
const NAMESPACE = '1f6c3a52-93d1-5c0e-8a7b-5f1f1d3c9e40';

interface Found {
  readonly asked: string;
  readonly id: string;
  readonly share?: number;
}

/** Looks, after filing, for the same matter over another line and for the same report again. It marks; a clerk decides. */
@Injectable()
export class MattersJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly workflow: Workflow,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('matters.relate', ({ subjectId }) => this.relate([subjectId]), (together) => this.relate(together.map(({ subjectId }) => subjectId)));
  }

  private async relate(ids: readonly string[]): Promise<void> {
    const claims = systemClaims('matters', 'repeat-check');
    const [same = [], repeats = []] = await this.database.readAll(claims, [{ statement: SAME_MATTER, values: [ids] }, { statement: REPEATS, values: [ids, DUPLICATES.sameFactFrom] }]);
    const acting: Acting = { claims, permissions: new Set(), agency: 'system', at: this.now.date() };
    // Ids carry the order of filing: the later one is linked to the earlier, whichever job runs first.
    for (const { asked, id } of same as Found[]) await this.mark(acting, id > asked ? id : asked, { other: id > asked ? asked : id, kind: 'same-matter', score: 1 });
    for (const { asked, id, share = 0 } of repeats as Found[]) await this.mark(acting, asked, { other: id, kind: 'repeat', score: share });
  }

  private async mark(acting: Acting, id: string, { other, kind, score }: { other: string; kind: 'same-matter' | 'repeat'; score: number }): Promise<void> {
    const reason = LIKENESS.find(({ code }) => code === (kind === 'repeat' ? 'like-facts' : 'same-number'));
    const row = {
      id: v5(`${[id, other].sort().join(' ')} ${kind}`, NAMESPACE), complaintId: id, otherId: other, kind, score: score.toFixed(3), reasons: [{ code: reason?.code, share: score, text: reason?.label }],
      linkedAt: acting.at, linkedBy: acting.claims.actor, unlinkedAt: null, unlinkedBy: null,
    };
    const event = kind === 'repeat' ? 'complaint.repeat-found' : 'complaint.linked';
    try {
      await this.workflow.note(acting, COMPLAINT, id, { event, data: { other, kind, score }, also: { inserts: [insertInto(ComplaintLink, row)] } });
    } catch (error) {
      if (uniqueViolation(error) === null) throw error;
    }
  }
}
