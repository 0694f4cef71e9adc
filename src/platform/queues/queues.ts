import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Queue, runMigrations, withBackend, Worker, createPostgresBackend, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { EventDefinition, JobData, JobDefinition, Together } from './catalogue.js';

export interface QueueAddress {
  /** Redis, when it is set. */
  readonly redisUrl?: string;
  /** PostgreSQL otherwise. */
  readonly databaseUrl: string;
}

export type JobHandler = (data: JobData) => Promise<void>;
export type JobsHandler = (together: readonly JobData[]) => Promise<void>;

/** A row of the outbox, and the jobs that it still waits for; null where it never went out. */
export type Due = JobData & { readonly remaining: readonly string[] | null };

export interface DeadLetter {
  readonly queue: string;
  readonly id: string;
  readonly job: string;
  readonly data: JobData;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string | null;
}

/** Counts per queue, for the metrics. */
export type QueueDepth = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Added {
  readonly name: string;
  readonly data: JobData | Together;
  readonly opts: JobsOptions;
}

const CONCURRENCY = 8;
const FEW = 5;
const SCHEMA = 'bullmq';
const PREFIX = 'zhiheng';
const ON_POSTGRESQL = withBackend(createPostgresBackend);
const HOUR = 3600;

/** BullMQ on Redis or on PostgreSQL: the only place that knows which. Jobs are alarms; all of them may be lost. */
export class Queues {
  private readonly logger = new Logger('Queues');
  private readonly handlers: { job: string; handle: JobHandler; handleMany: JobsHandler }[] = [];
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private readonly connections: Redis[] = [];
  private readonly pool: pg.Pool | null;
  private done: (outboxIds: readonly string[], job: string) => Promise<void> = async () => undefined;

  constructor(
    private readonly address: QueueAddress,
    readonly jobs: readonly JobDefinition[],
    readonly events: readonly EventDefinition[],
  ) {
    this.pool = address.redisUrl === undefined ? new pg.Pool({ connectionString: inSchema(address.databaseUrl), max: 6, application_name: 'zhiheng-queues' }) : null;
  }

  get backend(): 'redis' | 'postgresql' {
    return this.pool === null ? 'redis' : 'postgresql';
  }

  /** Rooms register their consumers while modules are built. `handleMany` does in one go what came together; without it one after the other. */
  handle(job: string, handle: JobHandler, handleMany: JobsHandler = (together) => oneByOne(together, handle)): void {
    this.handlers.push({ job, handle, handleMany });
  }

  /** Called after a job was done, to tell the outbox. */
  whenDone(done: (outboxIds: readonly string[], job: string) => Promise<void>): void {
    this.done = done;
  }

  get handled(): string[] {
    return this.handlers.map(({ job }) => job);
  }

  /** Makes the tables of the PostgreSQL backend, as their owner. Nothing to do on Redis. */
  static async prepare(ownerUrl: string, appRole: string): Promise<void> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await runMigrations(client, SCHEMA);
      // The backend makes a sequence for every queue when it is first used: it may create, in its own schema only.
      for (const grant of [`USAGE, CREATE ON SCHEMA ${SCHEMA}`, `SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA}`, `EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA}`])
        await client.query(`GRANT ${grant} TO ${appRole}`);
      // Only what the owner made: the sequences of the queues belong to the application, and nobody else may grant them.
      const { rows } = await client.query<{ sequence: string }>("SELECT oid::regclass::text AS sequence FROM pg_class WHERE relkind = 'S' AND relnamespace = $1::regnamespace AND relowner = current_user::regrole", [SCHEMA]);
      for (const { sequence } of rows) await client.query(`GRANT USAGE ON SEQUENCE ${sequence} TO ${appRole}`);
    } finally {
      await client.end();
    }
  }

  open(): Queue[] {
    for (const name of new Set(this.jobs.map(({ queue }) => queue))) if (!this.queues.has(name)) this.queues.set(name, this.makeQueue(name));
    return [...this.queues.values()];
  }

  work(): void {
    for (const { name } of this.open()) this.workers.push(this.makeWorker(name));
  }

  /**
   * One job per event and consumer, or one for several events that came together. Its id comes from the outbox rows: adding it
   * again changes nothing while it is kept.
   */
  async dispatch(rows: readonly Due[]): Promise<void> {
    const due = rows.flatMap((row) => this.consumersOf(row.event).filter(({ name }) => row.remaining?.includes(name) ?? true).map((job) => ({ job, data: dataOf(row) })));
    const byJob = grouped(due, ({ job }) => job);
    const made = [...byJob].flatMap(([job, all]) => parts(all, job.together ?? 1).map((part) => ({ job, rows: part.map(({ data }) => data) })));
    await Promise.all([...grouped(made, ({ job }) => job.queue)].map(([name, jobs]) => this.add(name, jobs.map(({ job, rows: together }) => added(job, together)))));
  }

  async depth(): Promise<QueueDepth> {
    const counts = await Promise.all(this.open().map(async (queue) => [queue.name, await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')] as const));
    return Object.fromEntries(counts);
  }

  /** Jobs that failed for good, newest first, at most `limit` per queue. */
  async deadLetters(limit: number): Promise<DeadLetter[]> {
    const failed = await Promise.all(this.open().map(async (queue) => (await queue.getFailed(0, limit - 1)).map((job) => deadLetter(queue.name, job as Job<JobData>))));
    return failed.flat();
  }

  /** Puts a dead letter back into its queue; false when it is not there. */
  async retry(queue: string, id: string): Promise<boolean> {
    const job = await this.queues.get(queue)?.getJob(id);
    if (job === undefined || !(await job.isFailed())) return false;
    await job.retry('failed');
    return true;
  }

  /** Waits for running jobs, then lets go of every connection. */
  async close(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
    for (const connection of this.connections.splice(0)) connection.disconnect();
    await this.pool?.end();
  }

  consumersOf(event: string): JobDefinition[] {
    const definition = this.events.find(({ name }) => name === event);
    if (definition === undefined) throw new Error(`Event ${event} is not in the catalogue`);
    return 'jobs' in definition ? this.jobs.filter(({ name }) => definition.jobs.includes(name)) : [];
  }

  /** Many at once cost PostgreSQL two tables of their own, however many they are. */
  private async add(name: string, jobs: readonly Added[]): Promise<void> {
    if (jobs.length > FEW) await this.queue(name).addBulk([...jobs]);
    else for (const { name: job, data, opts } of jobs) await this.queue(name).add(job, data, opts);
  }

  private queue(name: string): Queue {
    this.open();
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`Queue ${name} is not in the catalogue`);
    return queue;
  }

  private makeQueue(name: string): Queue {
    // The two backends have their own type parameters; what is called here is the same on both.
    const queue = this.pool === null ? new Queue(name, { connection: this.redis(), prefix: PREFIX }) : (new ON_POSTGRESQL.Queue(name, { connection: this.pool }) as unknown as Queue);
    queue.on('error', (error) => this.logger.warn({ queue: name, reason: error.message }));
    return queue;
  }

  private makeWorker(name: string): Worker {
    const run = (job: Job<JobData | Together>): Promise<void> => this.run(job);
    const worker =
      this.pool === null
        ? new Worker(name, run, { connection: this.redis(), prefix: PREFIX, concurrency: CONCURRENCY })
        : (new ON_POSTGRESQL.Worker(name, run, { connection: this.pool, concurrency: CONCURRENCY }) as unknown as Worker);
    worker.on('error', (error) => this.logger.warn({ queue: name, reason: error.message }));
    worker.on('failed', (job, error) => this.logger.warn({ queue: name, job: job?.name, id: job?.id, reason: error.message }));
    return worker;
  }

  private async run(job: Job<JobData | Together>): Promise<void> {
    const handler = this.handlers.find((candidate) => candidate.job === job.name);
    if (handler === undefined) throw new Error(`No handler for job ${job.name}`);
    const { data } = job;
    if ('together' in data) return this.runTogether(handler, job.name, data.together);
    await handler.handle(data);
    await this.done([data.outboxId], job.name);
  }

  /** One that fails must not hold the others up: each goes on alone, with its own attempts and at last its own dead letter. */
  private async runTogether({ handleMany }: { handleMany: JobsHandler }, name: string, together: readonly JobData[]): Promise<void> {
    try {
      await handleMany(together);
    } catch (error) {
      this.logger.warn({ job: name, together: together.length, reason: (error as Error).message });
      const job = this.jobs.find((known) => known.name === name) as JobDefinition;
      await this.add(job.queue, together.map((data) => added(job, [data])));
      return;
    }
    await this.done(together.map(({ outboxId }) => outboxId), name);
  }

  /** Each queue and worker gets a connection of its own, as BullMQ asks for; workers must never give up on a request. */
  private redis(): Redis {
    const redis = new Redis(this.address.redisUrl ?? '', { maxRetriesPerRequest: null });
    redis.on('error', (error) => this.logger.warn({ redis: error.message }));
    // BullMQ leaves a connection that it was given to its owner.
    this.connections.push(redis);
    return redis;
  }
}

function dataOf({ outboxId, event, subjectType, subjectId, seq }: Due): JobData {
  return { outboxId, event, subjectType, subjectId, seq };
}

function added({ name, attempts, backoff }: JobDefinition, rows: readonly JobData[]): Added {
  const [first] = rows as readonly [JobData];
  const jobId = rows.length === 1 ? `${first.outboxId}-${name}` : `${digestOf(rows)}-${name}`;
  return { name, data: rows.length === 1 ? first : { together: rows }, opts: { jobId, attempts, backoff: { type: 'exponential', delay: backoff }, removeOnComplete: { age: HOUR }, removeOnFail: false } };
}

function digestOf(rows: readonly JobData[]): string {
  return createHash('sha256').update(rows.map(({ outboxId }) => outboxId).join()).digest('hex').slice(0, 32);
}

function parts<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

async function oneByOne(together: readonly JobData[], handle: JobHandler): Promise<void> {
  for (const data of together) await handle(data);
}

/** BullMQ looks for its tables on the search path of the pool that it is given. */
function inSchema(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c search_path=${SCHEMA}`.trim());
  return url.toString();
}

function deadLetter(queue: string, job: Job<JobData>): DeadLetter {
  const { id, name, data, failedReason, attemptsMade, finishedOn } = job;
  return { queue, id: id ?? '', job: name, data, reason: failedReason, attempts: attemptsMade, failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString() };
}
