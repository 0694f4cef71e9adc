import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import type { WatchAlertDto } from './watch.dto.js';
import type { WatchAlert } from './watch-alert.entity.js';
import { WATCH_ALERT } from './watch-alert.subject.js';
import { shownAlert } from './watches.queries.js';

/** What becomes of a warning. */
@Injectable()
export class WatchesService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
  ) {}

  tell(acting: Acting, id: string, how: string): Promise<Answer<WatchAlertDto>> {
    return this.settle(acting, id, 'tell', 'how', how);
  }

  dismiss(acting: Acting, id: string, reason: string): Promise<Answer<WatchAlertDto>> {
    return this.settle(acting, id, 'dismiss', 'reason', reason);
  }

  private async settle(acting: Acting, id: string, command: string, field: string, given: string): Promise<Answer<WatchAlertDto>> {
    const [note = ''] = await this.texts.scrubbedOf([], [given]);
    return this.workflow.execute<WatchAlert, WatchAlertDto>(acting, { subject: WATCH_ALERT, id, command, input: { [field]: note }, patch: () => ({ settledBy: acting.claims.actor, note }), data: { [field]: note } }, ({ row }) => ({ status: 200, body: shownAlert(row) }));
  }
}
