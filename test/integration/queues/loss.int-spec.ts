import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Chores } from '../../../src/platform/chores/chores.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { OWN_REDIS, RedisServer } from '../../support/redis.js';
import { until } from '../../support/wait.js';

const ANONYMOUS = (): Record<string, unknown> => report({ realName: false, reporter: undefined });
const FILINGS = 120;
const AT_ONCE = 6;
const DEADLOCK = '40P01';

/** What can be lost: all jobs, and the server that has them. */
interface Losses {
  readonly env: Record<string, string>;
  wipe(): Promise<void>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  end(): Promise<void>;
}

async function onPostgres(sql: TestDatabase): Promise<Losses> {
  const tables = (await sql.admin<{ name: string }>("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'")).map(({ name }) => name).join(', ');
  const breakConnections = async (): Promise<void> => void (await sql.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND (application_name = 'zhiheng-queues' OR application_name LIKE '%:%')"));
  // It takes many locks beside those of the workers: PostgreSQL may break it off, and it is done again.
  const wipe = async (): Promise<void> => {
    try {
      await sql.admin(`TRUNCATE ${tables}`);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK) throw error;
      await wipe();
    }
  };
  return { env: {}, wipe, goAway: breakConnections, comeBack: breakConnections, end: async () => undefined };
}

async function onRedis(): Promise<Losses> {
  const redis = await RedisServer.start();
  return { env: { REDIS_URL: redis.url }, wipe: () => redis.flush(), goAway: () => redis.kill(), comeBack: () => redis.begin(), end: () => redis.end() };
}

// Two whole systems over one database, each with API, relay, chores and workers.
describe.each(['postgresql', ...(OWN_REDIS ? ['redis'] : [])])('queues on %s that lose everything', (backend) => {
  let sql: TestDatabase;
  let losses: Losses;
  let apps: TestApp[];
  let operators: Client[];

  beforeAll(async () => {
    sql = await cloneDatabase();
    losses = backend === 'redis' ? await onRedis() : await onPostgres(sql);
    apps = [];
    for (const _ of [1, 2]) apps.push(await startTestApp({ sql, env: { ...losses.env, ROLE: 'all' } }));
    operators = await Promise.all(apps.map((app) => app.as('hotline-operator')));
  }, 60_000);
  afterAll(async () => {
    for (const app of apps) await app.close();
    await losses.end();
    await sql.drop();
  }, 60_000);

  const open = async (): Promise<number> => (await sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM outbox WHERE completed_at IS NULL'))[0]?.n ?? NaN;
  const told = async (): Promise<unknown> => (await sql.admin("SELECT count(*)::int AS complaints, (SELECT count(*)::int FROM notice WHERE event = 'complaint.registered') AS notices, (SELECT count(DISTINCT subject_id)::int FROM notice WHERE event = 'complaint.registered') AS of FROM complaint"))[0];

  /** Files at both systems; at the given filings something happens meanwhile. */
  async function underLoad(events: Readonly<Record<number, () => Promise<void>>>): Promise<void> {
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (next < FILINGS) {
        const number = (next += 1);
        const [filed] = await Promise.all([(operators[number % 2] as Client).post('/v1/complaints', ANONYMOUS()), events[number]?.()]);
        expect(filed.status).toBe(201);
      }
    }));
  }

  /** The jobs that are lost are called back when they have not reported for five minutes: let them pass. */
  async function workedOff(): Promise<void> {
    for (const { now } of apps) now.set(new Date(now.date().getTime() + 400_000).toISOString());
    await until('every event to be worked off', async () => (await open()) === 0, 60);
  }

  it('lose no event when they are wiped under load, again and again', async () => {
    await underLoad({ 20: losses.wipe, 50: losses.wipe, 80: losses.wipe, 110: losses.wipe });
    await workedOff();
    expect(await told()).toEqual({ complaints: FILINGS, notices: FILINGS, of: FILINGS });
    expect(await sql.admin('SELECT 1 FROM dead_letter')).toEqual([]);
  }, 120_000);

  it('lose no event when their server goes away and comes back under load', async () => {
    await underLoad({ 20: losses.goAway, 70: losses.comeBack });
    await workedOff();
    expect(await told()).toEqual({ complaints: 2 * FILINGS, notices: 2 * FILINGS, of: 2 * FILINGS });
    expect(await sql.admin('SELECT 1 FROM dead_letter')).toEqual([]);
  }, 120_000);

  it('get their timetable back, so that clocks are looked at', async () => {
    await losses.wipe();
    const since = async (): Promise<number> => (await (apps[0] as TestApp).app.get(Chores).seen()).find(({ name }) => name === 'platform.sweep')?.startedAt.getTime() ?? 0;
    const before = await since();
    await until('a round after the loss', async () => (await since()) > before);
    const first = await since();
    await until('the next round', async () => (await since()) > first);
    expect(await since()).toBeGreaterThan(first);
  }, 60_000);
});
