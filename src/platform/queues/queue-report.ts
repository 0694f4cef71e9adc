import { systemClaims } from '../database/claims.js';
import type { Database, Statement } from '../database/database.js';
import type { Now } from '../http/clock.js';
import type { QueueCounts, Queues } from './queues.js';

const CLAIMS = systemClaims('queue-report');
/** Looked at, of what waits and of what is dead: beyond that a number says no more. */
const MOST = 10_000;

const UNDONE: Statement = {
  name: 'queues-oldest-undone',
  text: `SELECT job, min(created_at) AS oldest FROM (SELECT created_at, unnest(remaining) AS job FROM outbox WHERE completed_at IS NULL AND dispatched_at IS NOT NULL ORDER BY dispatched_at LIMIT ${MOST}) open GROUP BY job`,
};
const UNCARRIED: Statement = { name: 'queues-oldest-uncarried', text: `SELECT event, min(created_at) AS oldest FROM (SELECT event, created_at FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT ${MOST}) waiting GROUP BY event` };
const DEAD: Statement = { name: 'queues-dead', text: `SELECT queue, count(*)::int AS dead FROM (SELECT queue FROM dead_letter WHERE replayed_at IS NULL LIMIT ${MOST}) dead GROUP BY queue` };

export interface QueueFigures extends QueueCounts {
  readonly queue: string;
  /** Open dead letters of all queues are counted up to 10,000. */
  readonly deadLetters: number;
  /** Age of the oldest event that the queue has still to do something about, seconds; 0 where there is none. */
  readonly oldestSeconds: number;
}

/** How the queues stand. Jobs are counted where they are; age and dead letters come from the database, the same on both backends. */
export class QueueReport {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
  ) {}

  async figures(): Promise<QueueFigures[]> {
    const [counts, [undone = [], uncarried = [], dead = []]] = await Promise.all([this.queues.counts(), this.database.readAll(CLAIMS, [UNDONE, UNCARRIED, DEAD].map((statement) => ({ statement, values: [] })))]);
    const oldest = this.oldest(undone as { job: string; oldest: Date }[], uncarried as { event: string; oldest: Date }[]);
    const now = this.now.date().getTime();
    return [...counts].map(([queue, figures]) => {
      const since = oldest.get(queue) ?? now;
      const deadLetters = (dead as { queue: string; dead: number }[]).find((row) => row.queue === queue)?.dead ?? 0;
      return { queue, ...figures, deadLetters, oldestSeconds: Math.max(0, (now - since) / 1000) };
    });
  }

  private oldest(undone: readonly { job: string; oldest: Date }[], uncarried: readonly { event: string; oldest: Date }[]): ReadonlyMap<string, number> {
    const { jobs, events } = this.queues.catalogues;
    const found = [
      ...undone.flatMap(({ job, oldest }) => jobs.filter(({ name }) => name === job).map(({ queue }) => ({ queue, at: oldest.getTime() }))),
      ...uncarried.filter(({ event }) => events.some(({ name }) => name === event)).flatMap(({ event, oldest }) => this.queues.consumersOf(event).map(({ queue }) => ({ queue, at: oldest.getTime() }))),
    ];
    const first = new Map<string, number>();
    for (const { queue, at } of found) first.set(queue, Math.min(at, first.get(queue) ?? at));
    return first;
  }
}
