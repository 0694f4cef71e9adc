import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Catalogues, JobDefinition, QueueDefinition } from '../../../src/platform/queues/catalogue.js';
import { Queues, type Due, type GivenUp } from '../../../src/platform/queues/queues.js';
import { JobFault } from '../../../src/platform/queues/reason.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/wait.js';

const REDIS = process.env['TEST_REDIS_URL'];
const OWN_DATABASE = 10;
const label = { zh: '测试', en: 'Test' };
const queue = (name: string, more: Partial<QueueDefinition> = {}): QueueDefinition => ({ name, label, concurrency: 1, patience: 15, timeout: 60, ...more });
const job = (name: string, line: string, more: Partial<JobDefinition> = {}): JobDefinition => ({ name, queue: line, label, attempts: 3, backoff: 40, ...more });

const CATALOGUES: Catalogues = {
  queues: [queue('line'), queue('target', { concurrency: 4, limit: { jobs: 2, milliseconds: 400 } }), queue('short', { concurrency: 2, timeout: 1 })],
  jobs: [job('line.do', 'line'), job('line.many', 'line', { together: 10 }), job('target.send', 'target'), job('short.do', 'short', { attempts: 1 })],
  events: [{ name: 'done', label, jobs: ['line.do'] }, { name: 'many', label, jobs: ['line.many'] }, { name: 'sent', label, jobs: ['target.send'] }, { name: 'asked', label, jobs: ['short.do'] }],
};
/** What the rows below were written at; their ids tell. */
const NOON = Date.parse('2026-11-23T04:00:00Z');
const MINUTE = 60_000;

// What fails here fails on purpose.
Logger.overrideLogger(false);

let written = 0;
function row(event: string, minute = 0): Due {
  written += 1;
  return { outboxId: v7({ msecs: NOON + minute * MINUTE, seq: written }), event, subjectType: 'test', subjectId: v7(), seq: 1, remaining: null };
}

describe.each(['postgresql', ...(REDIS === undefined ? [] : ['redis'])])('lines on %s', (backend) => {
  let sql: TestDatabase;
  let open: Queues[];
  let queues: Queues;
  /** What was done and given up, in order. */
  let done: string[];
  let gaveUp: GivenUp[];

  beforeAll(async () => {
    sql = await cloneDatabase();
  });
  afterAll(() => sql.drop());

  const another = (): Queues => {
    const made = new Queues({ redisUrl: backend === 'redis' ? `${REDIS}/${OWN_DATABASE}` : undefined, databaseUrl: sql.address.appUrl }, CATALOGUES);
    made.whenSettled({ done: async (ids) => void done.push(...ids), gaveUp: async (failed) => void gaveUp.push(failed) });
    open.push(made);
    return made;
  };

  beforeEach(async () => {
    [open, done, gaveUp] = [[], [], []];
    queues = another();
    for (const one of queues.open()) await one.obliterate({ force: true });
    for (const { name } of CATALOGUES.jobs) queues.handle(name, async () => undefined);
  });
  afterEach(() => Promise.all(open.map((one) => one.close())));

  const ids = (rows: readonly Due[]): string[] => rows.map(({ outboxId }) => outboxId);
  const dispatch = (rows: readonly Due[], hurried: readonly Due[] = []): Promise<void> => queues.dispatch(rows, new Set(ids(hurried)));

  it('does hurried work before ordinary work, and ordinary work before what came after its patience', async () => {
    const [ordinary, early, late, hurried] = [row('done', 7), row('done', 0), row('done', 40), row('done', 12)];
    const urgent = row('done', 30);
    await dispatch([late, ordinary, early, hurried, urgent], [hurried, urgent]);
    queues.work();
    await until('all to be done', async () => done.length === 5);
    // Ordinary work of minutes 0 and 7 stands at 15 and 20 (places of five minutes): behind 10, before 30; that of 40 at 55.
    expect(done).toEqual(ids([hurried, early, ordinary, urgent, late]));
  });

  it('starves nobody: ordinary work is done while the hurried lane never empties', async () => {
    const ordinary = row('done', 0);
    const first = Array.from({ length: 5 }, () => row('done', 0));
    await dispatch([ordinary, ...first], first);
    let minute = 0;
    // One comes for one that goes, four minutes later by its row each time: the lane stays as full as it is.
    const own = another();
    own.handle('line.do', async () => {
      minute += 4;
      const next = row('done', minute);
      if (minute < 200) await dispatch([next], [next]);
    });
    own.work();
    await until('the ordinary one', async () => done.includes(ordinary.outboxId));
    // Five that stood before it, and those of its fifteen minutes and a place: no more than ten.
    expect(done.indexOf(ordinary.outboxId)).toBeGreaterThanOrEqual(5);
    expect(done.indexOf(ordinary.outboxId)).toBeLessThanOrEqual(10);
  });

  it('keeps hurried work out of what comes together', async () => {
    const together: string[][] = [];
    const own = another();
    own.handle('line.many', async () => undefined, async (all) => void together.push(all.map(({ outboxId }) => outboxId)));
    const rows = Array.from({ length: 6 }, () => row('many'));
    await dispatch(rows, rows.slice(2, 5));
    own.work();
    await until('all to be done', async () => done.length === 6);
    expect(together).toEqual([ids(rows.slice(2, 5)), ids([...rows.slice(0, 2), ...rows.slice(5)])]);
  });

  it('keeps the rate that a target bears, over all processes, while other queues go on', async () => {
    const begun: number[] = [];
    const second = another();
    for (const one of [queues, second]) one.handle('target.send', async () => undefined);
    const others = Array.from({ length: 20 }, () => row('done'));
    const sent = Array.from({ length: 7 }, () => row('sent'));
    for (const one of [queues, second]) one.whenSettled({ done: async (all) => void (done.push(...all), all.some((id) => ids(sent).includes(id)) && begun.push(performance.now())), gaveUp: async () => undefined });
    second.handle('line.do', async () => undefined);
    await dispatch([...sent, ...others]);
    const start = performance.now();
    for (const one of [queues, second]) one.work();
    await until('all to be done', async () => done.length === 27);
    // Two in each 400 ms: the seventh is not before the fourth window. All others were done before it.
    expect((begun[6] ?? 0) - start).toBeGreaterThanOrEqual(1150);
    expect(ids(others).every((id) => done.indexOf(id) < done.indexOf(sent.map(({ outboxId }) => outboxId).sort((one, other) => done.indexOf(other) - done.indexOf(one))[0] ?? ''))).toBe(true);
  });

  it('tries again later and later, and gives up with a reason that quotes nobody', async () => {
    const at: number[] = [];
    const fail = new Map([['line.do', (): never => { throw new Error('举报人张某 13800000000'); }]]);
    const poisoned = another();
    poisoned.handle('line.do', async ({ outboxId }) => {
      if (outboxId !== bad.outboxId) return;
      at.push(performance.now());
      fail.get('line.do')?.();
    });
    const bad = row('done', 0);
    const good = Array.from({ length: 10 }, (_, index) => row('done', index));
    await dispatch([bad, ...good]);
    poisoned.work();
    await until('it to be given up', async () => gaveUp.length === 1);
    expect(gaveUp).toEqual([{ queue: 'line', job: 'line.do', data: { outboxId: bad.outboxId, event: 'done', subjectType: 'test', subjectId: bad.subjectId, seq: 1 }, reason: 'Error', attempts: 3 }]);
    // 40 and 80 ms, of which the second half is left to chance.
    const [one = 0, two = 0, three = 0] = at;
    expect([two - one >= 19, three - two >= 39]).toEqual([true, true]);
    // It stood before all others, and held none of them up.
    await until('the others', async () => done.length === 10);
    expect([...done].sort()).toEqual([...ids(good)].sort());
    await until('the queue to know', async () => (await poisoned.counts()).get('line')?.failed === 1);
    const kept = await poisoned.open().find(({ name }) => name === 'line')?.getJob(`${bad.outboxId}-line.do`);
    expect([kept?.failedReason, JSON.stringify(kept?.stacktrace).includes('张某'), kept?.opts.backoff]).toEqual(['Error', false, { type: 'exponential', delay: 40, jitter: 0.5 }]);
    await until('all to be counted', async () => JSON.stringify((await poisoned.counts()).get('line')) === JSON.stringify({ waiting: 0, running: 0, delayed: 0, completed: 10, failed: 1 }));
  });

  it('keeps a job until it is written down that it was given up', async () => {
    const own = another();
    own.handle('short.do', async () => { throw new JobFault('cannot'); });
    let refusals = 0;
    own.whenSettled({ done: async () => undefined, gaveUp: async () => { refusals += 1; throw new Error('the database is away'); } });
    await dispatch([row('asked')]);
    own.work();
    await until('it to wait', async () => refusals === 1 && (await own.counts()).get('short')?.delayed === 1);
    expect((await own.counts()).get('short')).toMatchObject({ failed: 0, delayed: 1 });
  });

  it('ends an attempt that hangs, while others are done beside it', async () => {
    const own = another();
    const hanging = row('asked', 0);
    own.handle('short.do', ({ outboxId }) => (outboxId === hanging.outboxId ? new Promise(() => undefined) : Promise.resolve()));
    const others = Array.from({ length: 10 }, (_, index) => row('asked', index));
    await dispatch([hanging, ...others]);
    own.work();
    await until('the others', async () => done.length === 10);
    await until('it to be given up', async () => gaveUp.length === 1);
    expect(gaveUp[0]).toMatchObject({ data: { outboxId: hanging.outboxId }, reason: 'Took longer than 1 s' });
    await until('its place to be free', async () => (await own.counts()).get('short')?.running === 0);
  });

  it('finishes what runs when it is stopped, takes nothing new, and leaves the rest to the next process', async () => {
    const own = another();
    open.pop();
    let release: () => void = () => undefined;
    const held = new Promise<void>((go) => (release = go));
    let begun = 0;
    own.handle('line.do', async () => {
      begun += 1;
      await held;
    });
    const rows = Array.from({ length: 4 }, (_, index) => row('done', index));
    await dispatch(rows);
    own.work();
    await until('the first to run', async () => begun === 1);
    let closed = false;
    const closing = own.close().then(() => (closed = true));
    await until('the others to wait still', async () => (await queues.counts()).get('line')?.waiting === 3);
    expect([closed, done]).toEqual([false, []]);
    release();
    await closing;
    expect([begun, done]).toEqual([1, ids(rows.slice(0, 1))]);
    queues.work();
    await until('the rest', async () => done.length === 4);
    expect(done).toEqual(ids(rows));
  });
});
