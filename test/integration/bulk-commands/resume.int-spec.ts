import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../../src/platform/database/database.js';
import { BulkSteps } from '../../../src/modules/bulk-commands/bulk-commands.steps.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { cloneDatabase } from '../../support/database.js';
import { OWN_REDIS, RedisServer } from '../../support/redis.js';
import { until } from '../../support/wait.js';
import { castOf, openCase, versionOf, type Cast } from '../cases/cases.ground.js';
import { carryOut, eventsOf, give, itemsOf, one, openCases, outcomes, progressOf } from './bulk.ground.js';

jest.setTimeout(120_000);

class Crash extends Error {}

describe('a bulk command that is broken off', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());
  afterEach(() => void jest.restoreAllMocks());

  /** The process ends before the result of the given case is written: the fact stands, and nobody knows of it. */
  function endBefore(seq: number): void {
    const real = app.database.transact.bind(app.database);
    const broken: Database['transact'] = async (claims, opening, work) => {
      const [first] = opening;
      if (first?.statement.name === 'bulk-record' && first.values[1] === seq) throw new Crash('the process ended');
      return real(claims, opening, work);
    };
    jest.spyOn(app.database, 'transact').mockImplementation(broken);
  }

  it.each([1, 2, 3, 4, 5])('before the result of case %i is written, goes on there and does nothing twice', async (seq) => {
    const ids = await openCases(cast, 5);
    const { id } = await give(cast.officer, 'note', { text: '统一记事' }, ids.map((caseId) => one(caseId)));
    endBefore(seq);
    await expect(carryOut(app, id)).rejects.toThrow(Crash);
    jest.restoreAllMocks();
    expect(await progressOf(cast.officer, id)).toMatchObject({ done: seq - 1, open: 6 - seq });
    // The fact is there; its result is not.
    expect(await versionOf(cast.officer, ids[seq - 1] ?? '')).toBe(2);
    await carryOut(app, id);
    expect(await progressOf(cast.officer, id)).toEqual({ total: 5, done: 5, refused: 0, open: 0, cancelled: 0 });
    expect((await itemsOf(cast.officer, id)).map(({ newVersion }) => newVersion)).toEqual([2, 2, 2, 2, 2]);
    for (const caseId of ids) expect(await eventsOf(cast.head, caseId)).toEqual(['case.opened', 'case.noted']);
    await carryOut(app, id);
    expect((await cast.officer.get(`/v1/bulk-commands/${id}/timeline`)).body.items).toHaveLength(2);
  });

  it('anywhere and again and again, by any number of workers, does each case once and loses none', async () => {
    const ids = await openCases(cast, 4);
    const seen = async (): Promise<number[]> => Promise.all(ids.map(async (id) => (await eventsOf(cast.head, id)).filter((event) => event === 'case.noted').length));
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ end: fc.integer({ min: 1, max: 5 }), workers: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 }), fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }), async (attempts, stale) => {
      const [before, versions] = [await seen(), await Promise.all(ids.map((id) => versionOf(cast.officer, id)))];
      const { id } = await give(cast.officer, 'note', { text: '统一记事' }, ids.map((caseId, index) => one(caseId, (versions[index] ?? 0) + (stale.includes(index) ? 1 : 0))));
      for (const { end, workers } of attempts) {
        endBefore(end);
        await Promise.allSettled(Array.from({ length: workers }, () => carryOut(app, id)));
        jest.restoreAllMocks();
      }
      await carryOut(app, id);
      const noted = ids.map((_, index) => !stale.includes(index));
      expect(await progressOf(cast.officer, id)).toEqual({ total: 4, done: noted.filter(Boolean).length, refused: stale.length, open: 0, cancelled: 0 });
      expect(outcomes(await itemsOf(cast.officer, id))).toEqual(noted.map((done) => (done ? 'done' : 'refused precondition.failed')));
      expect(await seen()).toEqual(before.map((count, index) => count + (noted[index] === true ? 1 : 0)));
    }), { numRuns: 25 });
  });

  it('before a refusal is written, judges that case again', async () => {
    const [first, second] = (await openCases(cast, 2)) as [string, string];
    const { id } = await give(cast.officer, 'claim', undefined, [one(first), one(second, 7)]);
    endBefore(2);
    await expect(carryOut(app, id)).rejects.toThrow(Crash);
    jest.restoreAllMocks();
    await carryOut(app, id);
    expect(outcomes(await itemsOf(cast.officer, id))).toEqual(['done', 'refused precondition.failed']);
  });

  it('by several workers at once does each case once', async () => {
    const ids = await openCases(cast, 12);
    const { id } = await give(cast.officer, 'note', { text: '统一记事' }, ids.map((caseId) => one(caseId)));
    const runs = await Promise.allSettled(Array.from({ length: 4 }, () => carryOut(app, id)));
    // Whoever meets another at the same case leaves it to him; the queue would call him back.
    for (const run of runs) expect(run.status === 'fulfilled' ? 'done' : String(run.reason)).toMatch(/^done$|Another worker carries it out/);
    await carryOut(app, id);
    expect(await progressOf(cast.officer, id)).toMatchObject({ done: 12, refused: 0 });
    for (const caseId of ids) expect(await eventsOf(cast.head, caseId)).toEqual(['case.opened', 'case.noted']);
    expect((await itemsOf(cast.officer, id)).map(({ newVersion }) => newVersion)).toEqual(ids.map(() => 2));
  });

  it('by an error of one case that is no refusal tries it again, tells it, and goes on with the next', async () => {
    const ids = await openCases(cast, 3);
    const { id } = await give(cast.officer, 'claim', undefined, ids.map((caseId) => one(caseId)));
    const steps = app.app.get(BulkSteps);
    const real = steps.carryOut.bind(steps);
    let tried = 0;
    jest.spyOn(steps, 'carryOut').mockImplementation(async (code, acting, caseId, input) => {
      // The first time after its fact: it is asked again, and answers what it answered.
      const version = caseId === ids[1] ? 0 : await real(code, acting, caseId, input);
      if (caseId === ids[1] || (caseId === ids[0] && (tried += 1) === 1)) throw new TypeError('broken');
      return version;
    });
    await carryOut(app, id);
    const items = await itemsOf(cast.officer, id);
    expect([outcomes(items), items[1]?.problem.status]).toEqual([['done', 'refused server.error', 'done'], 500]);
    expect(await eventsOf(cast.head, ids[0] ?? '')).toEqual(['case.opened', 'case.claimed']);
  });

  it('of a lane is found again by the passage that it moved', async () => {
    const { id: caseId } = await openCase(cast);
    const { body } = await cast.officer.post('/v1/lane-passages', { caseId, sameMarkOrDesign: true, factsClear: true, evidenceComplete: true, foreignEvidence: false, contested: false, grave: true, amount: 1, venue: 'elsewhere' });
    expect(body.state).toBe('proposed');
    const { id } = await give(cast.officer, 'confirm-lane', { lane: body.proposedLane }, [one(caseId)]);
    endBefore(1);
    await expect(carryOut(app, id)).rejects.toThrow(Crash);
    jest.restoreAllMocks();
    await carryOut(app, id);
    const [item] = await itemsOf(cast.officer, id);
    expect([item?.outcome, item?.newVersion]).toEqual(['done', 2]);
  });
});

describe.each(['postgresql', ...(OWN_REDIS ? ['redis'] : [])])('bulk commands by a queue on %s', (backend) => {
  it('are carried out by the worker, and called back when the queue has lost them', async () => {
    const sql = await cloneDatabase();
    const redis = backend === 'redis' ? await RedisServer.start() : null;
    const env: Record<string, string> = redis === null ? {} : { REDIS_URL: redis.url };
    const api = await startTestApp({ sql, env });
    const cast = await castOf(api);
    const ids = await openCases(cast, 4);
    const given = await give(cast.officer, 'claim', undefined, ids.slice(0, 2).map((id) => one(id)));
    // Handed to the queue, and lost with it before any worker was there.
    await sql.admin("UPDATE outbox SET dispatched_at = now(), remaining = '{bulk-commands.run}' WHERE event = 'bulk-command.asked'");
    const worker = await startTestApp({ sql, env: { ...env, ROLE: 'all' } });
    try {
      const next = await give(cast.officer, 'claim', undefined, ids.slice(2).map((id) => one(id)));
      const finished = async (id: string): Promise<boolean> => (await cast.officer.get(`/v1/bulk-commands/${id}`)).body.state === 'finished';
      await until('the next command', () => finished(next.id));
      expect(await finished(given.id)).toBe(false);
      worker.now.set(new Date(worker.now.date().getTime() + 400_000).toISOString());
      await until('the command that was lost', () => finished(given.id), 60);
      expect([await progressOf(cast.officer, given.id), await progressOf(cast.officer, next.id)]).toEqual(Array.from({ length: 2 }, () => ({ total: 2, done: 2, refused: 0, open: 0, cancelled: 0 })));
      for (const id of ids) expect((await eventsOf(cast.head, id)).filter((event) => event === 'case.claimed')).toHaveLength(1);
    } finally {
      await worker.close();
      await api.close();
      await redis?.end();
      await sql.drop();
    }
  });
});
