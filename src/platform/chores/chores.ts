import { Logger } from '@nestjs/common';
import { systemClaims } from '../database/claims.js';
import type { Database, Query, Statement } from '../database/database.js';
import { newId } from '../database/id.js';
import type { Now } from '../http/clock.js';
import { Loop } from '../outbox/loop.js';
import type { Queues } from '../queues/queues.js';
import { framesOf, reasonOf } from '../queues/reason.js';

const HOUR = 3_600_000;
const LEASE_SECONDS = 30;
/** A chore that has not begun for so many of its intervals was lost by the queue. */
const MISSED = 3;
const CLAIMS = systemClaims('chores');

// Times are those of the database: workers on several machines share its clock.
const TAKE: Statement = {
  name: 'chore-take',
  text: `INSERT INTO chore (name, holder, until, started_at) VALUES ($1, $2, now() + make_interval(secs => ${LEASE_SECONDS}), now())
         ON CONFLICT ON CONSTRAINT chore_pk DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until, started_at = EXCLUDED.started_at WHERE chore.until IS NULL OR chore.until < now() RETURNING name`,
};
const RENEW: Statement = { name: 'chore-renew', text: `UPDATE chore SET until = now() + make_interval(secs => ${LEASE_SECONDS}) WHERE name = $1 AND holder = $2 RETURNING name` };
const RELEASE: Statement = { name: 'chore-release', text: 'UPDATE chore SET holder = NULL, until = NULL, finished_at = now(), failure = $3 WHERE name = $1 AND holder = $2' };
const SEEN: Statement = { name: 'chores', text: 'SELECT name, started_at AS "startedAt", extract(epoch FROM now() - started_at)::float8 * 1000 AS "sinceStart", until > now() AS running, finished_at AS "finishedAt", failure FROM chore ORDER BY name' };

export interface ChoreSeen {
  readonly name: string;
  readonly startedAt: Date;
  /** Milliseconds since the last round began. */
  readonly sinceStart: number;
  readonly running: boolean | null;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
}

interface Known {
  readonly every: number;
  /** Returns true when there is more to do at once. */
  readonly work: () => Promise<boolean>;
}

/**
 * What is done at set times, by one process of all. The queue says when; whose round it is stands in the database. Where the queue
 * says nothing any more, because Redis was wiped or cannot be reached, the next process that notices does it and renews the timetable.
 */
export class Chores {
  private readonly logger = new Logger('Chores');
  private readonly known = new Map<string, Known>();
  private readonly holder = newId();
  private readonly watch: Loop;
  private readonly watchedSince = Date.now();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
    watchMilliseconds: number,
    private readonly hourly: ((at: Date) => Promise<void>)[],
  ) {
    this.watch = new Loop('chores', watchMilliseconds, async () => (await this.catchUp(), false));
    this.add('platform.tidy', HOUR, () => this.tidy());
  }

  /** A round every so many milliseconds. Rooms say so while modules are built. */
  add(name: string, every: number, work: () => Promise<boolean>): void {
    this.known.set(name, { every, work });
    this.queues.schedule(name, every, () => this.round(name).then(() => undefined));
  }

  /** Something small to clear away every hour. */
  everyHour(chore: (at: Date) => Promise<void>): void {
    this.hourly.push(chore);
  }

  start(): void {
    this.watch.start();
  }

  /** A round that runs ends with the batch under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.watch.stop();
  }

  /** One round, unless another process has it. Returns whether it was ours. */
  async round(name: string): Promise<boolean> {
    const chore = this.known.get(name);
    if (chore === undefined || this.stopping) return false;
    const taken = await this.run({ statement: TAKE, values: [name, this.holder] });
    if (taken.length === 0) return false;
    const renewal = setInterval(() => void this.run({ statement: RENEW, values: [name, this.holder] }).catch(() => undefined), (LEASE_SECONDS * 1000) / 3);
    const failure = await this.carryOut(name, chore);
    clearInterval(renewal);
    await this.run({ statement: RELEASE, values: [name, this.holder, failure] });
    return true;
  }

  /** Rounds that the queue did not call for. Returns their names. */
  async catchUp(): Promise<string[]> {
    const seen = new Map((await this.seen()).map((one) => [one.name, one]));
    const late = [...this.known].filter(([name, { every }]) => (seen.get(name)?.sinceStart ?? Date.now() - this.watchedSince) > MISSED * every && seen.get(name)?.running !== true).map(([name]) => name);
    for (const name of late) {
      this.logger.warn({ late: name });
      // It waits for as long as the queue cannot be reached.
      void this.queues.reschedule(name).catch((error: unknown) => this.logger.warn({ chore: name, reason: reasonOf(error) }));
      await this.round(name);
    }
    return late;
  }

  seen(): Promise<ChoreSeen[]> {
    return this.database.read<ChoreSeen>(CLAIMS, SEEN, []);
  }

  /** All that is cleared away every hour; what fails keeps nothing else from it. */
  async tidy(): Promise<boolean> {
    const at = this.now.date();
    const failures: unknown[] = [];
    for (const chore of this.hourly) await chore(at).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    return false;
  }

  private async carryOut(name: string, { work }: Known): Promise<string | null> {
    try {
      for (let more = true; more && !this.stopping; ) more = await work();
      return null;
    } catch (error) {
      this.logger.error({ chore: name, reason: reasonOf(error), frames: framesOf(error) });
      return reasonOf(error);
    }
  }

  private run(query: Query): Promise<object[]> {
    return this.database.transact(CLAIMS, [query], async (_, [rows = []]) => rows);
  }
}
