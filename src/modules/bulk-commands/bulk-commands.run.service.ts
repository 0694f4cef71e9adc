import { Injectable, Logger } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Problem } from '../../platform/http/problem.js';
import { JobFault, reasonOf } from '../../platform/queues/reason.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { Principals } from '../identity/index.js';
import { BulkCommand, type BulkItem } from './bulk-command.entity.js';
import { BULK_COMMAND } from './bulk-command.subject.js';
import { bulkCommandProblem } from './bulk-commands.errors.js';
import { BulkSteps } from './bulk-commands.steps.service.js';
import { BulkWordsStore } from './bulk-commands.words.service.js';
import { bulkCommandOf, type BulkCode } from './data/bulk-commands.data.js';

const CLAIMS = systemClaims('bulk-commands');
/** An error that is no refusal is tried so often; then it is the answer for this case, and the next has its turn. */
const TRIES = 3;
const ONE: Statement = { name: 'bulk-to-run', text: "SELECT b.*, ARRAY(SELECT r.seq FROM bulk_result r WHERE r.bulk_id = b.id) AS reached FROM bulk_command b WHERE b.id = $1 AND b.state = 'under-way'" };
const STILL: Statement = { name: 'bulk-still', text: "SELECT 1 AS one FROM bulk_command WHERE id = $1 AND state = 'under-way'" };
// Result and count together, and once: whoever comes second changes neither.
const RECORD: Statement = {
  name: 'bulk-record',
  text: `WITH fresh AS (INSERT INTO bulk_result (bulk_id, seq, outcome, new_version, problem, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT bulk_result_pk DO NOTHING RETURNING outcome)
         UPDATE bulk_command b SET done = b.done + (f.outcome = 'done')::int, refused = b.refused + (f.outcome = 'refused')::int FROM fresh f WHERE b.id = $1`,
};

/** `version` after it, or why it was refused. */
type Outcome = { readonly version: number } | { readonly problem: Problem };

/**
 * Carries a command out case by case, from wherever it stands. The answer of each single command is stored with its fact, under a key
 * that belongs to this place of this command: after a crash it is asked again, and answers what it answered.
 */
@Injectable()
export class BulkRun {
  private readonly logger = new Logger('BulkCommands');

  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly steps: BulkSteps,
    private readonly words: BulkWordsStore,
    private readonly now: Now,
  ) {}

  async run(id: string): Promise<void> {
    const [raw] = await this.database.read<object & Record<string, never>>(CLAIMS, ONE, [id]);
    if (raw === undefined) return;
    const row = this.rows.map(BulkCommand, raw);
    const input = { ...(row.input as object), ...(await this.words.open(CLAIMS, id)) };
    const reached = new Set((raw as unknown as { readonly reached: readonly number[] }).reached);
    for (const [index, item] of row.items.entries()) {
      const seq = index + 1;
      if (reached.has(seq)) continue;
      if ((await this.database.read(CLAIMS, STILL, [id])).length === 0) return;
      await this.record(id, seq, await this.outcomeOf(row, seq, item, input));
    }
    await this.finish(id);
  }

  /** In the name of whoever gave it, with the rights that he has now. */
  private async outcomeOf({ id, askedBy, command }: BulkCommand, seq: number, { caseId, version }: BulkItem, input: object): Promise<Outcome> {
    const principal = await this.principals.byId(askedBy);
    if (principal === null) return { problem: bulkCommandProblem('bulk-command.account-gone') };
    const { claims, permissions, agency } = principal;
    const missing = ['case.bulk', bulkCommandOf(command).permission].find((permission) => !permissions.has(permission));
    if (missing !== undefined) return { problem: httpProblem('permission.denied', { members: { permission: missing } }) };
    // A header cannot hold a space: no client has such a key.
    const idempotency = { key: `bulk-command ${id} ${seq}`, digest: command };
    const acting: Acting = { claims, permissions, agency, at: this.now.date(), ifMatch: version, idempotency };
    return this.persistently(() => this.steps.carryOut(command as BulkCode, acting, caseId, input));
  }

  private async persistently(work: () => Promise<number>): Promise<Outcome> {
    for (let tried = 1; ; tried += 1) {
      try {
        return { version: await work() };
      } catch (error) {
        // Another worker is at the same case: it goes on, and this one comes back later.
        if (error instanceof Problem && error.code === 'idempotency.in-flight') throw new JobFault('Another worker carries it out');
        if (error instanceof Problem) return { problem: error };
        this.logger.error({ tried, reason: reasonOf(error) });
        if (tried === TRIES) return { problem: httpProblem('server.error') };
      }
    }
  }

  private async record(id: string, seq: number, outcome: Outcome): Promise<void> {
    const values = 'problem' in outcome ? ['refused', null, JSON.stringify(documentOf(outcome.problem))] : ['done', outcome.version, null];
    await this.database.transact(CLAIMS, [{ statement: RECORD, values: [id, seq, ...values, this.now.date()] }], async () => undefined);
  }

  private async finish(id: string): Promise<void> {
    const at = this.now.date();
    const acting: Acting = { claims: CLAIMS, permissions: new Set(), agency: '', at };
    try {
      await this.workflow.carryOut(acting, { subject: BULK_COMMAND, id, command: 'finish', input: {}, patch: () => ({ endedAt: at }) }, () => ({ status: 200, body: null }));
    } catch (error) {
      // Cancelled at the last moment, or finished by another worker.
      if (!(error instanceof Problem)) throw error;
    }
  }
}

/** As the single command is refused, in both languages. */
function documentOf({ code, definition: { status, severity, title, remedy, basis }, extras: { detail, members } }: Problem): object {
  return { ...members, code, status, severity, title, remedy, ...(basis === undefined ? {} : { basis }), ...(detail === undefined ? {} : { detail }) };
}
