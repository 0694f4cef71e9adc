import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

const SECONDS = 30;
/** How long an import rests after an error that is not its own, by attempt. */
const REST_SECONDS = 10;
const CLAIMS = systemClaims('imports');
const DONE = 'coalesce((SELECT p.done FROM import_checkpoint p WHERE p.import_id = i.id ORDER BY p.batch DESC LIMIT 1), 0)';

// Times are those of the database: workers on several machines share its clock.
const TAKE = {
  name: 'import-lease-take',
  text: `INSERT INTO import_lease (import_id, holder, until, done_before, attempts)
         SELECT i.id, $1, now() + make_interval(secs => ${SECONDS}), ${DONE}, 1 FROM complaint_import i LEFT JOIN import_lease l ON l.import_id = i.id
         WHERE i.state IN ('received', 'running') AND (l.until IS NULL OR l.until < now()) ORDER BY i.id LIMIT 1
         ON CONFLICT ON CONSTRAINT import_lease_pk DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until, done_before = EXCLUDED.done_before,
           attempts = CASE WHEN import_lease.done_before = EXCLUDED.done_before THEN import_lease.attempts + 1 ELSE 1 END WHERE import_lease.until < now()
         RETURNING import_id AS id, attempts`,
};
const RENEW = { name: 'import-lease-renew', text: `UPDATE import_lease SET until = now() + make_interval(secs => ${SECONDS}) WHERE import_id = $1 AND holder = $2 RETURNING import_id` };
const REST = { name: 'import-lease-rest', text: `UPDATE import_lease SET until = now() + make_interval(secs => ${REST_SECONDS} * attempts) WHERE import_id = $1 AND holder = $2` };
const RELEASE = { name: 'import-lease-release', text: 'DELETE FROM import_lease WHERE import_id = $1 AND holder = $2' };

export interface Taken {
  readonly id: string;
  /** How often it was taken in a row without a row done, this time included. */
  readonly attempts: number;
}

/** An import that this worker has, until it lets go or somebody else was faster. */
export interface Hold {
  readonly lost: boolean;
  end(): void;
}

/** Which worker has which import. What the queue or a process loses is found here: a lease that ran out is taken by the next. */
@Injectable()
export class ImportLeases {
  private readonly holder = newId();

  constructor(private readonly database: Database) {}

  /** The oldest import that waits; null where none does. */
  async take(): Promise<Taken | null> {
    const [taken] = await this.run({ statement: TAKE, values: [this.holder] });
    return taken === undefined ? null : (taken as unknown as Taken);
  }

  /** Keeps a taken import while its file is read and its rows are filed. */
  hold(id: string): Hold {
    const hold = { lost: false, end: (): void => clearInterval(timer) };
    const renew = async (): Promise<void> => {
      const renewed = await this.run({ statement: RENEW, values: [id, this.holder] });
      hold.lost = renewed.length === 0;
    };
    // A renewal that fails is made up for by the next; two that fail let the lease run out, and the checkpoint refuses the slower worker.
    const timer = setInterval(() => void renew().catch(() => undefined), (SECONDS * 1000) / 3);
    return hold;
  }

  async rest(id: string): Promise<void> {
    await this.run({ statement: REST, values: [id, this.holder] });
  }

  /** Done with it, or stopping: the next worker may have it at once. */
  async release(id: string): Promise<void> {
    await this.run({ statement: RELEASE, values: [id, this.holder] });
  }

  private run(query: Query): Promise<object[]> {
    return this.database.transact(CLAIMS, [query], async (_, [rows = []]) => rows);
  }
}
