import { systemClaims } from '../database/claims.js';
import type { Database, Statement } from '../database/database.js';
import { newId } from '../database/id.js';
import type { Now } from '../http/clock.js';
import { pageOf, type Page } from '../http/pagination.js';
import type { DeadLetter } from './dead-letter.entity.js';
import type { GivenUp, Queues } from './queues.js';

const CLAIMS = systemClaims('dead-letters');
/** Put back in one go. */
const BATCH = 500;

/** The row of the outbox waits for the job no longer; what the dead letter holds is enough to write it again. */
const GIVE_UP: Statement = {
  name: 'dead-letter-write',
  text: `WITH settled AS (UPDATE outbox SET remaining = array_remove(remaining, $3), completed_at = CASE WHEN array_remove(remaining, $3) = '{}' THEN $10::timestamptz ELSE completed_at END WHERE id = $4)
         INSERT INTO dead_letter (id, queue, job, outbox_id, event, subject_type, subject_id, seq, reason, failed_at, attempts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (outbox_id, job) WHERE replayed_at IS NULL DO UPDATE SET reason = EXCLUDED.reason, failed_at = EXCLUDED.failed_at, attempts = EXCLUDED.attempts`,
};
const LIST: Statement = {
  name: 'dead-letters',
  text: `SELECT id, queue, job, outbox_id AS "outboxId", event, subject_type AS "subjectType", subject_id AS "subjectId", seq, reason, attempts, failed_at AS "failedAt"
         FROM dead_letter WHERE replayed_at IS NULL AND ($1::text IS NULL OR queue = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
};
const ONE: Statement = { name: 'dead-letter', text: 'SELECT id, queue, job, outbox_id AS "outboxId" FROM dead_letter WHERE id = $1 AND replayed_at IS NULL' };
const SOME: Statement = { name: 'dead-letters-of', text: `SELECT id, queue, job, outbox_id AS "outboxId" FROM dead_letter WHERE queue = $1 AND replayed_at IS NULL AND failed_at <= $2 ORDER BY id LIMIT ${BATCH}` };
/** The relay finds the rows of the outbox and makes the jobs: what was put back cannot be lost between database and queue. */
const PUT_BACK: Statement = {
  name: 'dead-letter-replay',
  text: `WITH taken AS (UPDATE dead_letter SET replayed_at = $2, replayed_by = $3 WHERE id = ANY($1::uuid[]) AND replayed_at IS NULL RETURNING *),
         back AS (
           INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at, remaining)
           SELECT outbox_id, min(event), min(subject_type), min(subject_id::text)::uuid, min(seq), $2, array_agg(job) FROM taken GROUP BY outbox_id
           ON CONFLICT ON CONSTRAINT outbox_pk DO UPDATE SET remaining = outbox.remaining || EXCLUDED.remaining, dispatched_at = NULL, completed_at = NULL)
         SELECT id FROM taken`,
};

export type OpenLetter = Omit<DeadLetter, 'replayedAt' | 'replayedBy'>;

/** Jobs that were given up. They are kept in the database: a queue may be wiped. */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
  ) {}

  async record({ queue, job, data, reason, attempts }: GivenUp): Promise<void> {
    const values = [newId(), queue, job, data.outboxId, data.event, data.subjectType, data.subjectId, data.seq, reason, this.now.date(), attempts];
    await this.database.transact(CLAIMS, [{ statement: GIVE_UP, values }], async () => undefined);
  }

  /** Newest first. */
  async list(queue: string | undefined, limit: number, before: string | null): Promise<Page<OpenLetter>> {
    return pageOf(await this.database.read<OpenLetter>(CLAIMS, LIST, [queue ?? null, before, limit + 1]), limit, ({ id }) => [id]);
  }

  /** Puts one back; false when it is not there. */
  async replay(id: string, actor: string): Promise<boolean> {
    return (await this.putBack(await this.database.read(CLAIMS, ONE, [id]), actor)) > 0;
  }

  /** Puts back all of a queue. Returns how many. */
  async replayAll(queue: string, actor: string): Promise<number> {
    // What dies again meanwhile is left to the next who asks.
    const until = this.now.date();
    let done = 0;
    for (let more = true; more; ) {
      const letters = await this.database.read<OpenLetter>(CLAIMS, SOME, [queue, until]);
      done += await this.putBack(letters, actor);
      more = letters.length === BATCH;
    }
    return done;
  }

  private async putBack(letters: readonly Pick<OpenLetter, 'id' | 'queue' | 'job' | 'outboxId'>[], actor: string): Promise<number> {
    const [first] = letters;
    if (first === undefined) return 0;
    // While the queue keeps the failed job, another with its id is not taken.
    await this.queues.forget(first.queue, letters);
    return this.database.transact(CLAIMS, [{ statement: PUT_BACK, values: [letters.map(({ id }) => id), this.now.date(), actor] }], async (_, [taken = []]) => taken.length);
  }
}
