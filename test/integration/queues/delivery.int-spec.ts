import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Queue } from 'bullmq';
import { Relay } from '../../../src/platform/outbox/relay.js';
import { Queues } from '../../../src/platform/queues/queues.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

const REDIS = process.env['TEST_REDIS_URL'];
/** A database of Redis of its own: other tests run beside this one, and it empties the queue. */
const OWN_DATABASE = 9;
const BACKENDS: { backend: string; env: Record<string, string> }[] = [{ backend: 'postgresql', env: {} }, ...(REDIS === undefined ? [] : [{ backend: 'redis', env: { REDIS_URL: `${REDIS}/${OWN_DATABASE}` } }])];

/** Nobody's: none of them repeats another. */
const ANONYMOUS = (): Record<string, unknown> => report({ realName: false, reporter: undefined });

describe.each(BACKENDS)('from the outbox to the consumers, queues on $backend', ({ backend, env }) => {
  let app: TestApp;
  let second: TestApp;
  let operator: Client;
  let administrator: Client;

  // HTTP only: nothing relays or works but what the test starts.
  beforeAll(async () => {
    app = await startTestApp({ env });
    second = await startTestApp({ env, sql: app.sql });
    operator = await app.as('hotline-operator');
    await Promise.all(app.app.get(Queues).open().map((queue) => queue.obliterate({ force: true })));
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  const file = async (count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, () => operator.post('/v1/complaints', ANONYMOUS())));
  };
  const outbox = async (): Promise<Json> => (await app.sql.admin('SELECT count(*)::int AS rows, count(dispatched_at)::int AS dispatched, count(completed_at)::int AS completed FROM outbox WHERE event = \'complaint.registered\''))[0];
  const notices = async (): Promise<number> => (await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM notice'))[0]?.n ?? 0;
  const depth = async (): Promise<Json> => (await app.app.get(Queues).depth())['notices'];
  const queueOf = (queue: string): Queue => app.app.get(Queues).open().find(({ name }) => name === queue) as Queue;
  /** Jobs that wait, each with the rows that it stands for. */
  const waiting = async (): Promise<string[][]> => {
    const jobs = await queueOf('notices').getWaiting();
    return jobs.map(({ data }) => ((data.together ?? [data]) as { outboxId: string }[]).map(({ outboxId }) => outboxId));
  };
  const later = (seconds: number): void => {
    for (const { now } of [app, second]) now.set(new Date(now.date().getTime() + seconds * 1000).toISOString());
  };

  // Every filing writes two rows: the complaint, and the answer that is owed, which wakes nobody.
  it('takes each row once, however many relays carry side by side', async () => {
    expect(app.app.get(Queues).backend).toBe(backend);
    await file(40);
    const carried = await Promise.all([app, second, app, second].map(({ app: nest }) => nest.get(Relay).once()));
    // Rows that another relay had locked were skipped, not lost.
    const rest = await app.app.get(Relay).once();
    expect(carried.reduce((sum, count) => sum + count, rest)).toBe(80);
    expect(await outbox()).toEqual({ rows: 40, dispatched: 40, completed: 0 });
    const jobs = await waiting();
    expect([new Set(jobs.flat()).size, jobs.flat().length]).toEqual([40, 40]);
    // At most one for each relay: what was carried together is done together.
    expect(jobs.length).toBeLessThanOrEqual(5);
    expect(await depth()).toMatchObject({ waiting: jobs.length, failed: 0 });
    expect(await second.app.get(Relay).once()).toBe(0);
  });

  it('makes the jobs again when the queue was wiped, once they are overdue', async () => {
    await Promise.all(app.app.get(Queues).open().map((queue) => queue.obliterate({ force: true })));
    expect(await depth()).toMatchObject({ waiting: 0 });
    later(200);
    expect(await app.app.get(Relay).recall()).toBe(0);
    later(200);
    const recalled = await Promise.all([app.app.get(Relay).recall(), second.app.get(Relay).recall()]);
    expect(recalled.reduce((sum, count) => sum + count)).toBe(40);
    expect(new Set((await waiting()).flat()).size).toBe(40);
    // A job that is still there is not doubled by another recall.
    const depths: number[] = [];
    for (const _ of [1, 2]) {
      later(400);
      expect(await app.app.get(Relay).recall()).toBe(40);
      depths.push((await waiting()).length);
    }
    expect(depths[1]).toBe(depths[0]);
  });

  it('delivers to two workers once each, and knows that all has arrived', async () => {
    for (const { app: nest } of [app, second]) nest.get(Queues).work();
    await until('forty notices, all reported back', async () => (await outbox()).completed === 40 && (await notices()) === 40);
    later(400);
    expect(await app.app.get(Relay).recall()).toBe(0);
    administrator = await app.as('administrator');
    expect((await administrator.get('/v1/ops/dead-letters')).body).toEqual({ items: [] });
  });

  it('does the same job twice without a second effect', async () => {
    await app.sql.admin("UPDATE outbox SET dispatched_at = NULL, completed_at = NULL, remaining = NULL WHERE id = (SELECT min(id::text)::uuid FROM outbox WHERE event = 'complaint.registered')");
    await Promise.all(app.app.get(Queues).open().map((queue) => queue.clean(0, 1000, 'completed')));
    expect(await app.app.get(Relay).once()).toBe(1);
    await until('the row to be complete again', async () => (await outbox()).completed === 40);
    expect(await notices()).toBe(40);
  });

  it('does the others of a job when one of them fails, which then goes on alone', async () => {
    const lost = { id: '019aa1b2-0000-7000-8000-00000000105f', job: '019aa1b2-0000-7000-8000-00000000105f-notices.matter-arrived' };
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES ($1, 'complaint.registered', 'complaint', $1, 1, now())", [lost.id]);
    // The clock went on: the first token is no longer good.
    operator = await app.as('hotline-operator');
    await file(3);
    expect(await app.app.get(Relay).once()).toBe(7);
    await until('the notices of the others', async () => (await notices()) === 43);
    await until('the other job of the lost one', async () => (await app.sql.admin('SELECT 1 FROM outbox WHERE id = $1 AND remaining = $2', [lost.id, ['notices.matter-arrived']])).length === 1);
    const alone = await until('its first attempt alone', async () => {
      const job = await queueOf('notices').getJob(lost.job);
      return job !== undefined && job.attemptsMade > 0 ? job : undefined;
    });
    expect([alone.data.outboxId, alone.opts.attempts]).toEqual([lost.id, 8]);
    // Called back, only what remains of it is made again, and that is still there.
    const related = async (): Promise<unknown> => (await queueOf('matters').getJobCounts('completed', 'waiting', 'active', 'delayed'));
    const before = await related();
    later(400);
    expect(await app.app.get(Relay).recall()).toBe(1);
    expect(await related()).toEqual(before);
    await until('its attempts to rest', async () => (await alone.isDelayed()) || (await alone.isFailed()));
    await alone.remove();
    await app.sql.admin('DELETE FROM outbox WHERE id = $1', [lost.id]);
    await until('the rest to be complete', async () => (await outbox()).completed === 43);
  });

  it('keeps a job that failed for good as a dead letter, and does it when it is retried', async () => {
    // A handler that cannot read its subject, and a last attempt.
    await app.sql.admin('ALTER TABLE complaint RENAME TO complaint_gone');
    const [row] = await app.sql.admin<{ id: string; subject_id: string }>("SELECT id, subject_id FROM outbox WHERE event = 'complaint.registered' LIMIT 1");
    const data = { outboxId: '019aa1b2-0000-7000-8000-00000000dead', event: 'complaint.registered', subjectType: 'complaint', subjectId: row?.subject_id, seq: 1 };
    const queue = app.app.get(Queues).open().find(({ name }) => name === 'notices');
    await queue?.add('notices.matter-arrived', data, { jobId: `${data.outboxId}-notices.matter-arrived`, attempts: 1, removeOnFail: false });
    const letter = await until('the dead letter', async () => (await administrator.get('/v1/ops/dead-letters')).body.items[0]);
    expect(letter).toMatchObject({ queue: 'notices', job: 'notices.matter-arrived', attempts: 1, data, failedAt: expect.stringMatching(/Z$/), reason: expect.any(String) });
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/zhiheng_queue_jobs\{queue="notices",state="failed"\} 1/);
    await app.sql.admin('ALTER TABLE complaint_gone RENAME TO complaint');
    const path = `/v1/ops/dead-letters/notices/${encodeURIComponent(letter.id)}/retry`;
    const officer = await app.as('enforcement-officer');
    expect([(await officer.get('/v1/ops/dead-letters')).status, (await officer.post(path)).status]).toEqual([403, 403]);
    expect(await notices()).toBe(43);
    expect((await administrator.post(path)).body).toEqual({ retried: true });
    await until('its notice', async () => (await notices()) === 44);
    await until('no dead letter any more', async () => (await administrator.get('/v1/ops/dead-letters')).body.items.length === 0);
    expect((await administrator.post(path)).status).toBe(404);
    expect((await administrator.post('/v1/ops/dead-letters/elsewhere/1/retry')).status).toBe(404);
  });
});
