import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Catalogues } from '../../src/platform/queues/catalogue.js';
import { Queues, type Due } from '../../src/platform/queues/queues.js';
import { newId } from '../../src/platform/database/id.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/wait.js';
import { breathe } from './server.js';

const REDIS = process.env['TEST_REDIS_URL'];
const OWN_DATABASE = 12;
const label = { zh: '测试', en: 'Test' };
const CATALOGUES: Catalogues = {
  queues: [{ name: 'line', label, concurrency: 2, patience: 15, timeout: 60 }],
  jobs: [{ name: 'line.do', queue: 'line', label, attempts: 3, backoff: 50 }],
  events: [{ name: 'done', label, jobs: ['line.do'] }],
};
/** A worker that is gone for so long has lost its jobs. */
const LOCK = 400;

class WorkerProcess {
  lines: string[] = [];
  readonly exited: Promise<number | NodeJS.Signals | null>;
  private readonly child: ChildProcess;

  constructor(address: object, poison = '') {
    this.child = spawn(process.execPath, ['test/process/queue-worker.mjs'], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], ADDRESS: JSON.stringify(address), CATALOGUES: JSON.stringify(CATALOGUES), POISON: poison, LOCK: String(LOCK) } });
    let text = '';
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      this.lines = text.split('\n').slice(0, -1);
    });
    this.exited = new Promise((done) => this.child.once('close', (code, signal) => done(code ?? signal)));
  }

  get done(): string[] {
    return this.lines.filter((line) => line.startsWith('done ')).map((line) => line.slice(5));
  }

  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    this.child.kill(signal);
    return this.exited;
  }
}

describe.each(['postgresql', ...(REDIS === undefined ? [] : ['redis'])])('worker processes on %s', (backend) => {
  let sql: TestDatabase;
  let address: { redisUrl?: string; databaseUrl: string };
  let queues: Queues;
  let workers: WorkerProcess[];

  beforeAll(async () => {
    sql = await cloneDatabase();
    address = { databaseUrl: sql.address.appUrl, ...(backend === 'redis' ? { redisUrl: `${REDIS}/${OWN_DATABASE}` } : {}) };
  });
  afterAll(() => sql.drop());
  beforeEach(async () => {
    workers = [];
    queues = new Queues(address, CATALOGUES);
    for (const queue of queues.open()) await queue.obliterate({ force: true });
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
    await queues.close();
  });

  const begin = async (poison?: string): Promise<WorkerProcess> => {
    const worker = new WorkerProcess(address, poison);
    workers.push(worker);
    await until('the worker to be at work', async () => (await breathe(), worker.lines.includes('at work')));
    return worker;
  };
  const rows = (count: number): Due[] => Array.from({ length: count }, () => ({ outboxId: newId(), event: 'done', subjectType: 'test', subjectId: newId(), seq: 1, remaining: null }));
  const ids = (all: readonly Due[]): string[] => all.map(({ outboxId }) => outboxId).sort();
  const done = (): string[] => workers.flatMap((worker) => worker.done).sort();

  it('share the work, each job done by one of them', async () => {
    await Promise.all([begin(), begin()]);
    const all = rows(300);
    await queues.dispatch(all);
    await until('all to be done', async () => (await breathe(), done().length >= 300));
    expect(done()).toEqual(ids(all));
    for (const worker of workers) expect(worker.done.length).toBeGreaterThan(30);
    // A third one that comes later gets its share of what comes then.
    const third = await begin();
    const more = rows(300);
    await queues.dispatch(more);
    await until('the rest', async () => (await breathe(), done().length >= 600));
    expect(third.done.length).toBeGreaterThan(30);
    expect(done()).toEqual(ids([...all, ...more]));
  }, 180_000);

  it('finish what they have when they are told to stop, and leave the rest to the others', async () => {
    await Promise.all([begin(), begin()]);
    const all = rows(400);
    await queues.dispatch(all);
    await until('both to be at it', async () => (await breathe(), workers.every((worker) => worker.done.length > 10)));
    expect(await workers[0]?.kill('SIGTERM')).toBe(0);
    expect(done().length).toBeLessThan(400);
    await until('all to be done', async () => (await breathe(), done().length >= 400));
    // None twice: what the first had was finished and told.
    expect(done()).toEqual(ids(all));
  }, 180_000);

  it('that end over a job do not end for ever: it is given up, and all others are done', async () => {
    const all = rows(20);
    const [poisoned] = all as [Due];
    await queues.dispatch(all);
    for (let deaths = 0; deaths < 3; deaths += 1) expect(await (await begin(poisoned.outboxId)).exited).toBe('SIGKILL');
    const survivor = await begin(poisoned.outboxId);
    await until('the others', async () => (await breathe(), new Set(done()).size === 19));
    await until('it to be given up', async () => (await breathe(), survivor.lines.includes(`gave up ${poisoned.outboxId}: Workers ended over it 3 times`)));
    expect(done()).not.toContain(poisoned.outboxId);
    expect((await queues.counts()).get('line')).toMatchObject({ waiting: 0, delayed: 0 });
  }, 180_000);
});
