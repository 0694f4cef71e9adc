import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../../src/entities.js';
import { Chores } from '../../../src/platform/chores/chores.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { Database } from '../../../src/platform/database/database.js';
import { SystemNow } from '../../../src/platform/http/clock.js';
import { CHORES, Queues } from '../../../src/platform/queues/queues.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/wait.js';

const REDIS = process.env['TEST_REDIS_URL'];
const OWN_DATABASE = 11;
const CATALOGUES = { queues: [{ name: CHORES, label: { zh: '定时事务', en: 'Chores' }, concurrency: 4, patience: 0, timeout: 0 }], jobs: [], events: [] };
const EVERY = 40;
/** Longer than any test: what happens then was called for by nobody. */
const SELDOM = 3_600_000;

// What fails here fails on purpose.
Logger.overrideLogger(false);

interface Worker {
  readonly queues: Queues;
  readonly chores: Chores;
}

describe.each(['postgresql', ...(REDIS === undefined ? [] : ['redis'])])('chores, timetable on %s', (backend) => {
  let sql: TestDatabase;
  let source: DataSource;
  let workers: Worker[] = [];

  beforeAll(async () => {
    sql = await cloneDatabase();
    source = await new DataSource(dataSourceOptions(sql.address.appUrl, ENTITIES, 8)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await sql.drop();
  });

  /** What a worker process has of it; nothing runs before it is told to. */
  const worker = (hourly: (() => Promise<void>)[] = []): Worker => {
    const queues = new Queues({ redisUrl: backend === 'redis' ? `${REDIS}/${OWN_DATABASE}` : undefined, databaseUrl: sql.address.appUrl }, CATALOGUES);
    const made = { queues, chores: new Chores(new Database(source), queues, new SystemNow(), SELDOM, hourly) };
    workers.push(made);
    return made;
  };
  const wipe = async (): Promise<void> => {
    for (const queue of workers[0]?.queues.open() ?? []) await queue.obliterate({ force: true }).then(() => queue.resume());
  };
  const row = async (name: string): Promise<Record<string, unknown> | undefined> => (await sql.admin(`SELECT holder IS NOT NULL AS held, finished_at IS NOT NULL AS finished, failure FROM chore WHERE name = '${name}'`))[0];
  const timetable = async (): Promise<string[]> => ((await workers[0]?.queues.open()[0]?.getJobSchedulers()) ?? []).map(({ key }) => key).sort();

  beforeEach(async () => {
    workers = [];
    worker();
    await wipe();
    await sql.admin('DELETE FROM chore');
  });
  afterEach(async () => {
    await Promise.all(workers.map(({ chores }) => chores.stop()));
    await Promise.all(workers.map(({ queues }) => queues.close()));
  });

  it('are done again and again, by one of all at a time, whoever it is', async () => {
    let [inside, most, rounds] = [0, 0, 0];
    const by = new Set<number>();
    const work = (index: number) => async (): Promise<boolean> => {
      inside += 1;
      most = Math.max(most, inside);
      by.add(index);
      await sql.admin('SELECT pg_sleep(0.01)');
      inside -= 1;
      rounds += 1;
      return false;
    };
    const all = [workers[0] as Worker, worker(), worker()];
    for (const [index, { chores, queues }] of all.entries()) {
      chores.add('test.count', EVERY, work(index));
      queues.work();
    }
    // Beside the timetable each asks for rounds of its own.
    const asked = await Promise.all(Array.from({ length: 30 }, (_, index) => (all[index % 3] as Worker).chores.round('test.count')));
    expect(asked.filter((mine) => mine).length).toBeGreaterThan(0);
    await until('a dozen rounds', async () => rounds >= 12);
    expect(most).toBe(1);
    expect(await timetable()).toEqual(['platform.tidy', 'test.count']);
    await until('a round to be written down', async () => (await row('test.count'))?.['finished'] === true);
    expect(await row('platform.tidy')).toEqual({ held: false, finished: true, failure: null });
  });

  it('go on while there is more, and end with the batch under way when the process stops', async () => {
    const { chores } = workers[0] as Worker;
    let batches = 0;
    chores.add('test.more', SELDOM, async () => {
      batches += 1;
      if (batches === 5) void chores.stop();
      return true;
    });
    expect(await chores.round('test.more')).toBe(true);
    expect(batches).toBe(5);
    expect(await row('test.more')).toEqual({ held: false, finished: true, failure: null });
    // Nothing begins in a process that stops.
    expect([await chores.round('test.more'), await chores.round('test.unknown')]).toEqual([false, false]);
  });

  it('that fail say why without quoting anybody, and are done again', async () => {
    const { chores } = workers[0] as Worker;
    let fails = true;
    chores.add('test.fail', SELDOM, async () => {
      if (fails) throw new TypeError('举报人张某');
      return false;
    });
    expect(await chores.round('test.fail')).toBe(true);
    expect(await row('test.fail')).toEqual({ held: false, finished: true, failure: 'TypeError' });
    expect((await chores.seen()).find(({ name }) => name === 'test.fail')).toMatchObject({ failure: 'TypeError', running: null });
    fails = false;
    await chores.round('test.fail');
    expect(await row('test.fail')).toMatchObject({ failure: null });
  });

  it('of a process that died are taken over when its lease has run out, not before', async () => {
    const { chores } = workers[0] as Worker;
    let rounds = 0;
    chores.add('test.lease', SELDOM, async () => ((rounds += 1), false));
    await sql.admin("INSERT INTO chore (name, holder, until, started_at) VALUES ('test.lease', gen_random_uuid(), now() + interval '1 minute', now() - interval '10 hours')");
    expect([await chores.round('test.lease'), await chores.catchUp(), rounds]).toEqual([false, [], 0]);
    await sql.admin("UPDATE chore SET until = now() - interval '1 second' WHERE name = 'test.lease'");
    expect([await chores.round('test.lease'), rounds]).toEqual([true, 1]);
  });

  it('that the queue no longer calls for are noticed, done, and put back on the timetable', async () => {
    const { chores, queues } = workers[0] as Worker;
    let rounds = 0;
    chores.add('test.lost', EVERY, async () => ((rounds += 1), false));
    chores.start();
    queues.work();
    await until('the timetable to be followed', async () => rounds >= 3 && (await timetable()).includes('test.lost'));
    await wipe();
    // A job that was on its way may still bring one round.
    await until('the timetable to be empty', async () => (await timetable()).length === 0 || (await wipe(), false));
    await until('silence', async () => {
      const before = rounds;
      await sql.admin('SELECT pg_sleep(0.2)');
      return rounds === before;
    });
    await sql.admin("UPDATE chore SET started_at = now() - interval '1 minute', holder = NULL, until = NULL WHERE name = 'test.lost'");
    const before = rounds;
    expect(await chores.catchUp()).toEqual(['test.lost']);
    expect(rounds).toBeGreaterThan(before);
    await until('the queue to call for it again', async () => rounds >= before + 4);
    expect(await timetable()).toEqual(['test.lost']);
    expect(await chores.catchUp()).toEqual([]);
  });

  it('of every hour are all done, whichever of them fails', async () => {
    const done: string[] = [];
    const { chores } = worker([async () => void done.push('first'), async () => { throw new Error('no'); }]);
    chores.everyHour(async () => void done.push('last'));
    expect(await chores.round('platform.tidy')).toBe(true);
    expect(done).toEqual(['first', 'last']);
    expect(await row('platform.tidy')).toMatchObject({ failure: 'Error' });
  });
});
