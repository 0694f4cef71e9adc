import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { PUBLICATION } from './publication.subject.js';
import { PublicationDrafts } from './publications.drafting.service.js';

const CLAIMS = systemClaims('publications');
const COMMANDS = { draft: 'begin-publication', 'leave-out': 'leave-unpublished' } as const;
/** What rests on the subject, where the subject fell; or on a document that was withdrawn. */
const FALLEN: Statement = {
  name: 'publication-fallen',
  text: `SELECT b.id, b.state FROM publication b LEFT JOIN official_document d ON d.id = b.document_id
         WHERE b.subject_type = $1 AND b.subject_id = $2 AND b.state IN ('draft', 'in-review', 'approved', 'published', 'repaired') AND ($3 OR d.withdrawn_at IS NOT NULL) ORDER BY b.id`,
};
const ENTRY: Statement = { name: 'publication-cause', text: "SELECT at, data ->> 'at' AS happened, data ->> 'result' AS result FROM ledger_entry WHERE subject_type = $1 AND subject_id = $2 AND seq = $3" };

/** What served and fallen decisions bring. */
@Injectable()
export class PublicationsJobs implements OnModuleInit {
  private readonly logger = new Logger('Publications');

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly workflow: Workflow,
    private readonly drafts: PublicationDrafts,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('publications.draft', (data) => this.draft(data));
    this.queues.handle('publications.fall', (data) => this.fall(data));
  }

  /** The clock of the duty goes over to the draft, in the transaction that opens it. Twice the same job opens one. */
  async draft({ subjectType, subjectId }: JobData): Promise<void> {
    const drafted = await this.drafts.of(subjectType, subjectId);
    if (drafted === null) return;
    const { command, state, opening } = drafted;
    const subject = this.workflow.subject(subjectType);
    if (!subject.lifecycle.moves.some((move) => move.from === state && move.command === COMMANDS[command])) {
      this.logger.warn(`${subjectType} ${subjectId} is ${state}: nothing is drafted`);
      return;
    }
    await this.workflow.carryOut(this.acting(), { subject, id: subjectId, command: COMMANDS[command], input: {}, data: { publication: opening.row.id }, cascades: { [`publication.${command}`]: () => [opening] } }, () => ({ status: 200, body: null }));
  }

  /** Nobody sees it from this moment. The three days count from when the base fell. */
  async fall({ event, subjectType, subjectId, seq }: JobData): Promise<void> {
    const [cause] = await this.database.read<{ at: Date; happened: string | null; result: string | null }>(CLAIMS, ENTRY, [subjectType, subjectId, seq]);
    if (cause === undefined || (event === 'penalty.challenge-decided' && cause.result !== 'changed')) return;
    const since = cause.happened === null ? cause.at : new Date(cause.happened);
    const triggers = { 'penalty.publication-withdrawal': since, 'publication.withdrawal': since };
    const found = await this.database.read<{ id: string; state: string }>(CLAIMS, FALLEN, [subjectType, subjectId, event !== 'document.withdrawn']);
    for (const { id, state } of found) {
      const patch = state === 'published' ? {} : { exemption: 'base-fell' };
      await this.workflow.carryOut(this.acting(), { subject: PUBLICATION, id, command: 'fall', input: {}, triggers, patch: () => patch, data: { cause: event } }, () => ({ status: 200, body: null }));
    }
  }

  private acting(): Acting {
    return { claims: CLAIMS, permissions: new Set(), agency: '', at: this.now.date() };
  }
}
