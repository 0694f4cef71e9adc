import { Logger } from '@nestjs/common';
import { systemClaims } from '../database/claims.js';
import type { Database } from '../database/database.js';
import type { Now } from '../http/clock.js';
import type { JobData } from '../queues/catalogue.js';
import type { Queues } from '../queues/queues.js';
import { Loop } from './loop.js';

const BATCH = 500;
const TAKE = {
  name: 'relay-take',
  text: `SELECT id AS "outboxId", event, subject_type AS "subjectType", subject_id AS "subjectId", seq FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
};
const MARK = { name: 'relay-mark', text: 'UPDATE outbox SET dispatched_at = $2 WHERE id = ANY($1::uuid[])' };
const OLDEST = { name: 'relay-oldest', text: 'SELECT min(created_at) AS oldest, count(*)::int AS waiting FROM (SELECT created_at FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT 10000) waiting' };

/**
 * Carries outbox rows to the queues. Any number of relays may run: each locks what it takes. A relay that dies after
 * adding jobs and before marking adds them again, under the same ids: consumers see an event at least once.
 */
export class Relay {
  private readonly logger = new Logger('Relay');
  private readonly loop: Loop;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
    milliseconds: number,
  ) {
    this.loop = new Loop('relay', milliseconds, async () => (await this.once()) === BATCH);
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One batch; returns how many rows it carried. */
  async once(): Promise<number> {
    return this.database.transact(systemClaims('relay'), [{ statement: TAKE, values: [] }], async (transaction, [rows = []]) => {
      if (rows.length === 0) return 0;
      const jobs = rows as JobData[];
      await this.queues.dispatch(jobs);
      await transaction.query(MARK, [jobs.map(({ outboxId }) => outboxId), this.now.date()]);
      this.logger.debug({ carried: jobs.length });
      return jobs.length;
    });
  }

  /** Age of the oldest waiting row in seconds (0 when none waits) and how many wait, counted up to 10,000. */
  async lag(): Promise<{ seconds: number; waiting: number }> {
    const [row] = await this.database.read<{ oldest: Date | null; waiting: number }>(systemClaims('relay'), OLDEST, []);
    const oldest = row?.oldest ?? null;
    return { seconds: oldest === null ? 0 : Math.max(0, (this.now.date().getTime() - oldest.getTime()) / 1000), waiting: row?.waiting ?? 0 };
  }
}
