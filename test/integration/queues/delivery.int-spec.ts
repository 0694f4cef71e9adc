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
  const counts = async (): Promise<Json> => (await app.app.get(Queues).counts()).get('notices');
  const counted = (queue: string): Promise<unknown> => queueOf(queue).getJobCounts('completed', 'prioritized', 'active', 'delayed');
  const queueOf = (queue: string): Queue => app.app.get(Queues).open().find(({ name }) => name === queue) as Queue;
  /** Jobs that wait, each with the rows that it stands for. */
  const waiting = async (): Promise<string[][]> => {
    const jobs = await queueOf('notices').getPrioritized();
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
    expect(await counts()).toMatchObject({ waiting: jobs.length, running: 0, failed: 0 });
    expect(await second.app.get(Relay).once()).toBe(0);
  });

  it('makes the jobs again when the queue was wiped, once they are overdue', async () => {
    await Promise.all(app.app.get(Queues).open().map((queue) => queue.obliterate({ force: true })));
    expect(await counts()).toMatchObject({ waiting: 0 });
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
    // Both processes may have had a share; whose it was is kept with the job.
    expect((await queueOf('notices').getCompleted()).every(({ processedBy }) => processedBy?.endsWith(`:${process.pid}`))).toBe(true);
  });

  it('puts what stands in a hurried lane before the rest, and makes no batch of both', async () => {
    const rows = await app.sql.admin<{ id: string; subject_id: string }>("SELECT id, subject_id FROM outbox WHERE event = 'complaint.registered' ORDER BY id LIMIT 3");
    const [first, second, third] = rows;
    await app.sql.admin("UPDATE complaint SET lane = CASE WHEN id = $1 THEN 'expedited' ELSE 'ordinary' END WHERE id = ANY($2)", [second?.subject_id, rows.map(({ subject_id: id }) => id)]);
    // A clock of the hurried complaint, and one of an ordinary one: events that the sweeper writes stand in the same line.
    const clocks = await app.sql.admin<{ id: string; subject_id: string }>('SELECT DISTINCT ON (subject_id) id, subject_id FROM deadline WHERE subject_id = ANY($1) ORDER BY subject_id, id', [[first, second].map((row) => row?.subject_id)]);
    const events = clocks.map(({ id, subject_id: of }, index) => ({ outboxId: `${first?.id.slice(0, 13)}-7000-8000-00000000c10${index}`, id, hurried: of === second?.subject_id }));
    for (const { outboxId, id } of events) await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) VALUES ($1, 'deadline.reminder', 'deadline', $2, 1, now())", [outboxId, id]);
    await app.sql.admin('UPDATE outbox SET dispatched_at = NULL, completed_at = NULL, remaining = NULL WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
    await Promise.all(app.app.get(Queues).open().map(async (queue) => (await queue.clean(0, 1000, 'completed'), queue.pause())));
    expect(await app.app.get(Relay).once()).toBe(5);
    // Paused lines still show their order.
    const line = (await queueOf('notices').getPrioritized()).sort((one, other) => one.priority - other.priority);
    const stands = line.map(({ data, priority }) => ({ rows: ((data.together ?? [data]) as { outboxId: string }[]).map(({ outboxId }) => outboxId), place: priority - (line[0]?.priority ?? 0) }));
    const clock = (hurried: boolean): string | undefined => events.find((event) => event.hurried === hurried)?.outboxId;
    expect(stands).toHaveLength(4);
    expect(stands).toEqual(expect.arrayContaining([
      { rows: [second?.id], place: 0 }, { rows: [clock(true)], place: 0 }, { rows: [first?.id, third?.id], place: 3 }, { rows: [clock(false)], place: 3 },
    ]));
    await Promise.all(app.app.get(Queues).open().map((queue) => queue.resume()));
    await until('the rows to be complete again', async () => (await outbox()).completed === 40);
    await app.sql.admin('DELETE FROM outbox WHERE id = ANY($1)', [events.map(({ outboxId }) => outboxId)]);
    await app.sql.admin("DELETE FROM notice WHERE event = 'deadline.reminder'");
    expect(await notices()).toBe(40);
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
    const before = await counted('matters');
    later(400);
    expect(await app.app.get(Relay).recall()).toBe(1);
    expect(await counted('matters')).toEqual(before);
    await until('its attempts to rest', async () => (await alone.isDelayed()) || (await alone.isFailed()));
    await alone.remove();
    await app.sql.admin('DELETE FROM outbox WHERE id = $1', [lost.id]);
    await until('the rest to be complete', async () => (await outbox()).completed === 43);
  });

  it('keeps a job that was given up as a dead letter, and does it when it is put back', async () => {
    // A handler that cannot read its subject: its last attempt is the first.
    await app.sql.admin('ALTER TABLE complaint RENAME TO complaint_gone');
    const [row] = await app.sql.admin<{ id: string; subject_id: string }>("SELECT id, subject_id FROM outbox WHERE event = 'complaint.registered' ORDER BY id LIMIT 1");
    const data = { outboxId: '019aa1b2-0000-7000-8000-00000000dead', event: 'complaint.registered', subjectType: 'complaint', subjectId: row?.subject_id ?? '', seq: 1 };
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at, dispatched_at, remaining) VALUES ($1, $2, $3, $4, $5, now(), now(), '{notices.matter-arrived}')", [data.outboxId, data.event, data.subjectType, data.subjectId, data.seq]);
    const kept = async (): Promise<Json> => (await app.sql.admin('SELECT remaining, completed_at IS NOT NULL AS complete FROM outbox WHERE id = $1', [data.outboxId]))[0];
    await queueOf('notices').add('notices.matter-arrived', data, { jobId: `${data.outboxId}-notices.matter-arrived`, attempts: 1, removeOnFail: false, priority: 1 });
    const letter = await until('the dead letter', async () => (await administrator.get('/v1/ops/dead-letters')).body.items[0]);
    // What the database said could hold words of a person: only its code is kept.
    expect(letter).toEqual({ id: expect.any(String), queue: 'notices', job: 'notices.matter-arrived', ...data, attempts: 1, reason: 'error 42P01', failedAt: expect.stringMatching(/Z$/) });
    // Settled for the relay: it is not called back, wiped queue or not.
    expect(await kept()).toEqual({ remaining: [], complete: true });
    const shown = (await administrator.get('/v1/ops/queues')).body;
    expect(shown).toMatchObject({ backend, outboxWaiting: 0 });
    expect(shown.queues.map(({ queue }: Json) => queue)).toEqual(['notices', 'messages', 'mail', 'sms', 'matters', 'ladder', 'parties', 'publications', 'imports', 'bulk-commands', 'registries', 'chores']);
    expect(shown.queues[0]).toEqual({ queue: 'notices', label: 'Telling agencies', waiting: 0, running: 0, delayed: 0, completed: expect.any(Number), failed: 1, deadLetters: 1, oldestSeconds: 0, limit: null });
    expect(shown.queues[0].completed).toBeGreaterThan(0);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    for (const line of ['zhiheng_queue_dead_letters{queue="notices"} 1', 'zhiheng_queue_finished_jobs{queue="notices",outcome="failed"} 1', 'zhiheng_queue_jobs{queue="notices",state="running"} 0', 'zhiheng_queue_oldest_seconds{queue="notices"} 0']) expect(metrics).toContain(line);
    await app.sql.admin('ALTER TABLE complaint_gone RENAME TO complaint');

    const path = `/v1/ops/dead-letters/${letter.id}/replay`;
    const officer = await app.as('enforcement-officer');
    expect([(await officer.get('/v1/ops/queues')).status, (await officer.get('/v1/ops/dead-letters')).status, (await officer.post(path)).status, (await officer.post('/v1/ops/queues/notices/replay')).status]).toEqual([403, 403, 403, 403]);
    expect(await notices()).toBe(43);
    expect((await administrator.post(path)).body).toEqual({ replayed: 1 });
    expect((await administrator.get('/v1/ops/dead-letters')).body.items).toEqual([]);
    expect((await administrator.post(path)).status).toBe(404);
    // Nothing relays here but the test. Only the job that was given up is made again.
    const related = await counted('matters');
    expect(await app.app.get(Relay).once()).toBe(1);
    await until('its notice', async () => (await notices()) === 44);
    await until('the row to be complete', async () => (await kept()).complete === true);
    expect(await counted('matters')).toEqual(related);
    expect(await app.sql.admin('SELECT replayed_by, replayed_at IS NOT NULL AS at FROM dead_letter')).toEqual([{ replayed_by: administrator.id, at: true }]);
  });

  it('puts back all of a queue at once, rows that the outbox has forgotten too, and nothing of another queue', async () => {
    const subject = (await app.sql.admin<{ id: string }>('SELECT id FROM complaint ORDER BY id LIMIT 1'))[0]?.id;
    const [forgotten, twice] = ['019aa1b2-0000-7000-8000-00000000dea1', '019aa1b2-0000-7000-8000-00000000dea2'];
    await app.sql.admin("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at, dispatched_at, completed_at, remaining) VALUES ($1, 'complaint.registered', 'complaint', $2, 1, now(), now(), now(), '{}')", [twice, subject]);
    for (const [queue, job, outbox] of [['notices', 'notices.matter-arrived', forgotten], ['notices', 'notices.matter-arrived', twice], ['notices', 'notices.matter-revised', twice], ['matters', 'matters.relate', twice]])
      await app.sql.admin("INSERT INTO dead_letter (id, queue, job, outbox_id, event, subject_type, subject_id, seq, reason, attempts, failed_at) VALUES (gen_random_uuid(), $1, $2, $3, 'complaint.registered', 'complaint', $4, 1, 'unknown', 8, now() - interval '1 day')", [queue, job, outbox, subject]);
    expect((await administrator.get('/v1/ops/dead-letters?queue=notices&limit=2')).headers.get('link')).toContain('cursor=');
    expect((await administrator.post('/v1/ops/queues/notices/replay')).body).toEqual({ replayed: 3 });
    expect((await administrator.get('/v1/ops/dead-letters')).body.items.map(({ queue }: Json) => queue)).toEqual(['matters']);
    expect((await app.sql.admin('SELECT id, remaining, dispatched_at FROM outbox WHERE id = ANY($1) ORDER BY id', [[forgotten, twice]])).map(({ remaining, ...row }: Json) => ({ ...row, remaining: remaining.sort() }))).toEqual([
      { id: forgotten, remaining: ['notices.matter-arrived'], dispatched_at: null }, { id: twice, remaining: ['notices.matter-arrived', 'notices.matter-revised'], dispatched_at: null },
    ]);
    expect((await administrator.post('/v1/ops/queues/notices/replay')).body).toEqual({ replayed: 0 });
    expect((await administrator.post('/v1/ops/queues/elsewhere/replay')).status).toBe(404);
  });
});
