import { Logger } from '@nestjs/common';
import { systemClaims } from '../database/claims.js';
import type { Database, Query, Statement, Transaction } from '../database/database.js';
import type { Now } from '../http/clock.js';
import type { Due, Queues } from '../queues/queues.js';
import { Loop } from './loop.js';

const BATCH = 500;
/** A job that has not reported back for so long is added again; if the queue still has it, that changes nothing. */
const FORGOTTEN_SECONDS = 300;
const COLUMNS = 'id AS "outboxId", event, subject_type AS "subjectType", subject_id AS "subjectId", seq, remaining';
const TAKE = { name: 'relay-take', text: `SELECT ${COLUMNS} FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED` };
const TAKE_FORGOTTEN = {
  name: 'relay-take-forgotten',
  text: `SELECT ${COLUMNS} FROM outbox WHERE completed_at IS NULL AND dispatched_at < $1 ORDER BY dispatched_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
};
const MARK = {
  name: 'relay-mark',
  text: `UPDATE outbox o SET dispatched_at = $2, remaining = coalesce(o.remaining, m.jobs), completed_at = CASE WHEN m.jobs = '{}' THEN $2::timestamptz END
         FROM (SELECT (value ->> 'id')::uuid AS id, ARRAY(SELECT jsonb_array_elements_text(value -> 'jobs')) AS jobs FROM jsonb_array_elements($1::jsonb)) m WHERE o.id = m.id`,
};
const DONE = {
  name: 'outbox-done',
  text: `UPDATE outbox SET remaining = array_remove(remaining, $2), completed_at = CASE WHEN array_remove(remaining, $2) = '{}' THEN $3::timestamptz ELSE completed_at END WHERE id = ANY($1::uuid[])`,
};
const FORGET = { name: 'outbox-forget', text: 'DELETE FROM outbox WHERE completed_at < $1' };
/** Finished rows are kept for a while, for people who look into what happened. */
const KEPT_MILLISECONDS = 30 * 24 * 3_600_000;
const OLDEST = { name: 'relay-oldest', text: 'SELECT min(created_at) AS oldest, count(*)::int AS waiting FROM (SELECT created_at FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT 10000) waiting' };

/**
 * Carries outbox rows to the queues. Any number of relays may run: each locks what it takes. A relay that dies after
 * adding jobs and before marking adds them again, under the same ids: consumers see an event at least once.
 */
export class Relay {
  private readonly logger = new Logger('Relay');
  private readonly loop: Loop;
  private readonly hurrying: Statement[] = [];

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
    milliseconds: number,
  ) {
    this.loop = new Loop('relay', milliseconds, async () => (await this.once()) === BATCH);
  }

  /** Rooms say what is urgent: the statement gives, of the subjects $1, the `id`s of those whose work goes before ordinary work. */
  hurry(statement: Statement): void {
    this.hurrying.push(statement);
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One batch of new rows; returns how many it carried. */
  async once(): Promise<number> {
    return this.carry({ statement: TAKE, values: [] });
  }

  /** Rows whose jobs were lost, as when Redis was wiped. Called by the sweeper. */
  async recall(): Promise<number> {
    const before = new Date(this.now.date().getTime() - FORGOTTEN_SECONDS * 1000);
    return this.carry({ statement: TAKE_FORGOTTEN, values: [before] });
  }

  /** A consumer has done its job for these rows. */
  async done(outboxIds: readonly string[], job: string): Promise<void> {
    await this.database.transact(systemClaims('relay'), [{ statement: DONE, values: [outboxIds, job, this.now.date()] }], async () => undefined);
  }

  /** Clears away rows that were finished long ago. */
  async forget(at: Date): Promise<void> {
    await this.database.transact(systemClaims('housekeeper'), [{ statement: FORGET, values: [new Date(at.getTime() - KEPT_MILLISECONDS)] }], async () => undefined);
  }

  private async carry(take: Query): Promise<number> {
    return this.database.transact(systemClaims('relay'), [take], async (transaction, [rows = []]) => {
      if (rows.length === 0) return 0;
      const jobs = rows as Due[];
      await this.queues.dispatch(jobs, await this.hurried(transaction, jobs));
      const marks = jobs.map(({ outboxId, event }) => ({ id: outboxId, jobs: this.queues.consumersOf(event).map(({ name }) => name) }));
      await transaction.query(MARK, [JSON.stringify(marks), this.now.date()]);
      this.logger.debug({ carried: jobs.length });
      return jobs.length;
    });
  }

  private async hurried(transaction: Transaction, rows: readonly Due[]): Promise<Set<string>> {
    const subjects = [...new Set(rows.map(({ subjectId }) => subjectId))];
    const found = await transaction.batch(this.hurrying.map((statement) => ({ statement, values: [subjects] })));
    const urgent = new Set((found.flat() as { id: string }[]).map(({ id }) => id));
    return new Set(rows.filter(({ subjectId }) => urgent.has(subjectId)).map(({ outboxId }) => outboxId));
  }

  /** Age of the oldest waiting row in seconds (0 when none waits) and how many wait, counted up to 10,000. */
  async lag(): Promise<{ seconds: number; waiting: number }> {
    const [row] = await this.database.read<{ oldest: Date | null; waiting: number }>(systemClaims('relay'), OLDEST, []);
    const oldest = row?.oldest ?? null;
    return { seconds: oldest === null ? 0 : Math.max(0, (this.now.date().getTime() - oldest.getTime()) / 1000), waiting: row?.waiting ?? 0 };
  }
}
