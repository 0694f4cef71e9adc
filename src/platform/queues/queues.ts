import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import { createPostgresBackend, DelayedError, Queue, runMigrations, UnrecoverableError, withBackend, Worker, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Catalogues, JobData, JobDefinition, QueueDefinition, Together } from './catalogue.js';
import { placeOf, writtenAt } from './rank.js';
import { framesOf, JobFault, reasonOf } from './reason.js';

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

/** What is to be written down of a job: that it was done for these rows, or that it was given up. */
export interface Settling {
  done(outboxIds: readonly string[], job: string): Promise<void>;
  gaveUp(failed: GivenUp): Promise<void>;
}

export interface GivenUp {
  readonly queue: string;
  readonly job: string;
  readonly data: JobData;
  readonly reason: string;
  readonly attempts: number;
}

/** What the queue itself knows of its jobs. `completed` and `failed` count since the queue was last wiped. */
export interface QueueCounts {
  readonly waiting: number;
  readonly running: number;
  /** They wait for another attempt, or for their hour. */
  readonly delayed: number;
  readonly completed: number;
  readonly failed: number;
}

interface Added {
  readonly name: string;
  readonly data: JobData | Together;
  readonly opts: JobsOptions;
}

const FEW = 5;
/** Share of a back-off that is left to chance, so that what failed together does not come back together. */
const JITTER = 0.5;
/** So often may a worker end over a job, before the job is held to be the reason. */
const MOST_STALLS = 3;
/** Never by itself: a job is given up in one place only, where it is also written down. */
const STALLS_OF_BULLMQ = 1_000_000;
/** Each worker keeps a connection to be woken by; these are for the work itself. */
const SHARED_CONNECTIONS = 6;
export const CHORES = 'chores';
/** Names the process in what it worked on. */
const WORKER = `${hostname()}:${process.pid}`;
const SCHEMA = 'bullmq';
const PREFIX = 'zhiheng';
const ON_POSTGRESQL = withBackend(createPostgresBackend);
const HOUR = 3600;
const SHOWN = { age: 7 * 24 * HOUR, count: 1000 };
const POINTS = 60;
/** Milliseconds until it is tried again to write down what was given up. */
const RECORD_AGAIN = 5_000;
const SUSPECT_AGAIN = 200;

/** BullMQ on Redis or on PostgreSQL: the only place that knows which. Jobs are alarms; all of them may be lost. */
export class Queues {
  private readonly logger = new Logger('Queues');
  private readonly handlers: { job: string; handle: JobHandler; handleMany: JobsHandler }[] = [];
  private readonly scheduled = new Map<string, { every: number; run: () => Promise<void> }>();
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private readonly connections: Redis[] = [];
  /** The job that runs now and over which a worker has ended before. */
  private suspect: string | null = null;
  private readonly pool: pg.Pool | null;
  private settling: Settling = { done: async () => undefined, gaveUp: async () => undefined };

  constructor(
    private readonly address: QueueAddress,
    readonly catalogues: Catalogues,
    /** After so long without a sign of life a worker has lost its job to others. */
    private readonly lockMilliseconds = 30_000,
  ) {
    const max = catalogues.queues.length + SHARED_CONNECTIONS;
    this.pool = address.redisUrl === undefined ? new pg.Pool({ connectionString: inSchema(address.databaseUrl), max, application_name: 'zhiheng-queues' }) : null;
    // Every queue and every worker listens for errors of the pool that they share.
    this.pool?.setMaxListeners(0);
    // A connection that breaks while nobody uses it must not end the process.
    this.pool?.on('error', (error) => this.logger.warn({ pool: error.message }));
  }

  get backend(): 'redis' | 'postgresql' {
    return this.pool === null ? 'redis' : 'postgresql';
  }

  /** Rooms register their consumers while modules are built. `handleMany` does in one go what came together; without it one after the other. */
  handle(job: string, handle: JobHandler, handleMany: JobsHandler = (together) => oneByOne(together, handle)): void {
    this.handlers.push({ job, handle, handleMany });
  }

  /** Done again and again by one process of all, so many milliseconds apart. Started by `work`. */
  schedule(name: string, every: number, run: () => Promise<void>): void {
    this.scheduled.set(name, { every, run });
  }

  /** Told of every job that has come to its end, before the queue is. */
  whenSettled(settling: Settling): void {
    this.settling = settling;
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
    for (const { name } of this.catalogues.queues) if (!this.queues.has(name)) this.queues.set(name, this.makeQueue(name));
    return [...this.queues.values()];
  }

  work(): void {
    this.open();
    for (const queue of this.catalogues.queues) this.workers.push(this.makeWorker(queue));
    for (const name of this.scheduled.keys()) void this.reschedule(name).catch((error: unknown) => this.logger.warn({ chore: name, reason: reasonOf(error) }));
  }

  /** Puts a chore back on its timetable, where the queue has lost it. */
  async reschedule(name: string): Promise<void> {
    const chore = this.scheduled.get(name);
    if (chore !== undefined) await this.queue(CHORES).upsertJobScheduler(name, { every: chore.every }, { name, data: {}, opts: { attempts: 1, removeOnComplete: true, removeOnFail: true } });
  }

  /**
   * One job per event and consumer, or one for several events that came together. Its id comes from the outbox rows: adding it
   * again changes nothing while it is kept. `hurried` are the rows whose work goes before ordinary work.
   */
  async dispatch(rows: readonly Due[], hurried: ReadonlySet<string> = new Set()): Promise<void> {
    const due = rows.flatMap((row) => this.consumersOf(row.event).filter(({ name }) => row.remaining?.includes(name) ?? true).map((job) => ({ job, data: dataOf(row), first: hurried.has(row.outboxId) })));
    // What is hurried never waits for its share of an ordinary batch.
    const alike = [...grouped(due, ({ job, first }) => `${job.name} ${first}`).values()];
    const made = alike.flatMap((all) => all.slice(0, 1).flatMap(({ job, first }) => parts(all, job.together ?? 1).map((part) => this.added(job, part.map(({ data }) => data), first))));
    await Promise.all([...grouped(made, ({ queue }) => queue)].map(([name, jobs]) => this.add(name, jobs.map(({ job }) => job))));
  }

  async counts(): Promise<ReadonlyMap<string, QueueCounts>> {
    return new Map(await Promise.all(this.open().map(async (queue) => {
      const [counts, completed, failed] = await Promise.all([queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed'), queue.getMetrics('completed', 0, 0), queue.getMetrics('failed', 0, 0)]);
      const { waiting = 0, prioritized = 0, active: running = 0, delayed = 0 } = counts;
      return [queue.name, { waiting: waiting + prioritized, running, delayed, completed: Number(completed.meta.count), failed: Number(failed.meta.count) }] as const;
    })));
  }

  /** Takes away jobs that were given up, so that the same may be added again. */
  async forget(queue: string, jobs: readonly { outboxId: string; job: string }[]): Promise<void> {
    await Promise.all(jobs.map(({ outboxId, job }) => this.queue(queue).remove(`${outboxId}-${job}`)));
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
    const definition = this.catalogues.events.find(({ name }) => name === event);
    if (definition === undefined) throw new Error(`Event ${event} is not in the catalogue`);
    return 'jobs' in definition ? this.catalogues.jobs.filter(({ name }) => definition.jobs.includes(name)) : [];
  }

  /** Many at once cost PostgreSQL two tables of their own, however many they are. */
  private async add(name: string, jobs: readonly Added[]): Promise<void> {
    if (jobs.length > FEW) await this.queue(name).addBulk([...jobs]);
    else for (const { name: job, data, opts } of jobs) await this.queue(name).add(job, data, opts);
  }

  private added(job: JobDefinition, rows: readonly JobData[], hurried: boolean): { queue: string; job: Added } {
    const patience = this.catalogues.queues.find(({ name }) => name === job.queue)?.patience ?? 0;
    // What came together stands where its oldest would.
    const place = placeOf(Math.min(...rows.map(({ outboxId }) => writtenAt(outboxId))), hurried, patience);
    return { queue: job.queue, job: added(job, rows, place) };
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

  private makeWorker({ name, concurrency, limit, timeout }: QueueDefinition): Worker {
    const run = (job: Job<JobData | Together>, token?: string): Promise<void> => (name === CHORES ? this.runChore(job.name) : this.runApart(job, timeout, token));
    const limiter = limit === undefined ? undefined : { max: limit.jobs, duration: limit.milliseconds };
    const options = { concurrency, limiter, name: WORKER, maxStalledCount: STALLS_OF_BULLMQ, lockDuration: this.lockMilliseconds, stalledInterval: this.lockMilliseconds, metrics: { maxDataPoints: POINTS } };
    const worker = this.pool === null ? new Worker(name, run, { connection: this.redis(), prefix: PREFIX, ...options }) : (new ON_POSTGRESQL.Worker(name, run, { connection: this.pool, ...options }) as unknown as Worker);
    worker.on('error', (error) => this.logger.warn({ queue: name, reason: error.message }));
    return worker;
  }

  private async runChore(name: string): Promise<void> {
    await this.scheduled.get(name)?.run();
  }

  /**
   * A worker may have ended over any of the jobs that it had. Those come one at a time, so that the next end tells which it was,
   * and what merely stood beside it is not held to be the reason.
   */
  private async runApart(job: Job<JobData | Together>, timeout: number, token?: string): Promise<void> {
    if (job.stalledCounter === 0) return this.run(job, timeout, token);
    if (this.suspect !== null) return putOff(job, SUSPECT_AGAIN, token);
    this.suspect = job.id ?? '';
    try {
      await this.run(job, timeout, token);
    } finally {
      this.suspect = null;
    }
  }

  private async run(job: Job<JobData | Together>, timeout: number, token?: string): Promise<void> {
    const handler = this.handlers.find((candidate) => candidate.job === job.name);
    const { data } = job;
    if ('together' in data) return this.runTogether(handler?.handleMany, job, data.together, timeout);
    try {
      if (handler === undefined) throw new JobFault(`No handler for job ${job.name}`);
      if (job.stalledCounter >= MOST_STALLS) throw new JobFault(`Workers ended over it ${job.stalledCounter} times`);
      await inTime(handler.handle(data), timeout);
      await this.settling.done([data.outboxId], job.name);
    } catch (error) {
      await this.failed(job, data, error, token);
    }
  }

  /** Ends an attempt. The last one is written down before the queue knows of it: what is given up can be found. */
  private async failed(job: Job<JobData | Together>, data: JobData, error: unknown, token?: string): Promise<never> {
    const reason = reasonOf(error);
    const attempts = job.attemptsMade + 1;
    const final = attempts >= (job.opts.attempts ?? 1) || job.stalledCounter >= MOST_STALLS;
    this.logger.warn({ queue: job.queueName, job: job.name, id: job.id, attempts, final, reason, frames: framesOf(error) });
    if (!final) throw new Error(reason);
    try {
      await this.settling.gaveUp({ queue: job.queueName, job: job.name, data, reason, attempts });
    } catch (unwritten) {
      this.logger.error({ queue: job.queueName, id: job.id, unwritten: reasonOf(unwritten) });
      return putOff(job, RECORD_AGAIN, token);
    }
    throw new UnrecoverableError(reason);
  }

  /** One that fails must not hold the others up: each goes on alone, with its own attempts and at last its own dead letter. */
  private async runTogether(handle: JobsHandler | undefined, job: Job, together: readonly JobData[], timeout: number): Promise<void> {
    try {
      if (handle === undefined || job.stalledCounter > 0) throw new JobFault(`${job.name}: not together`);
      await inTime(handle(together), timeout);
    } catch (error) {
      this.logger.warn({ job: job.name, together: together.length, reason: reasonOf(error), frames: framesOf(error) });
      const known = this.catalogues.jobs.find(({ name }) => name === job.name) as JobDefinition;
      await this.add(known.queue, together.map((data) => added(known, [data], job.priority)));
      return;
    }
    await this.settling.done(together.map(({ outboxId }) => outboxId), job.name);
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

function added({ name, attempts, backoff }: JobDefinition, rows: readonly JobData[], priority: number): Added {
  const [first] = rows as readonly [JobData];
  const jobId = rows.length === 1 ? `${first.outboxId}-${name}` : `${digestOf(rows)}-${name}`;
  return { name, data: rows.length === 1 ? first : { together: rows }, opts: { jobId, priority, attempts, backoff: { type: 'exponential', delay: backoff, jitter: JITTER }, removeOnComplete: { age: HOUR }, removeOnFail: SHOWN } };
}

/** It comes again later, without an attempt being counted. */
async function putOff(job: Job, milliseconds: number, token?: string): Promise<never> {
  await job.moveToDelayed(Date.now() + milliseconds, token);
  throw new DelayedError();
}

/** The attempt is over when its time is; what it still does in the background may be done again. */
async function inTime(work: Promise<void>, seconds: number): Promise<void> {
  if (seconds === 0) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new JobFault(`Took longer than ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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
