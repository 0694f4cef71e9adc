// `npm run bench -- sweep`: what a round of the sweeper costs when nothing is due, over few clocks and over many, and how long
// it takes for those that fall due among many.
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { makeApp, prepare } from '../src/boot.js';
import { Background } from '../src/platform/background.js';
import { loadConfig } from '../src/platform/config/config.js';
import { SystemNow } from '../src/platform/http/clock.js';
import { watched, type CapturedQuery } from './capture.js';
import { databaseTime } from './children.js';
import { prepareGround, startPostgres, type Ground } from './ground.js';
import { settle } from './grow.js';

const FOLDER = '.data/bench';
const GOAL = 1.3;
const POOL = 12;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

interface Side {
  readonly clocks: number;
  readonly ground: Ground;
  readonly app: NestFastifyApplication;
  readonly client: pg.Client;
}

/** Copies of a clock that the real system started, each of a subject of its own with the head of its chain: due and reminded of later than tomorrow. */
async function copyClocks(client: pg.Client, complaint: string, count: number): Promise<void> {
  await client.query('CREATE TEMP TABLE copies AS SELECT n, uuidv7() AS id, uuidv7() AS subject FROM generate_series(1, $1::int) n', [count]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>("SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'deadline'::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)");
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await client.query("INSERT INTO ledger_head SELECT (jsonb_populate_record(s, jsonb_build_object('subject_id', m.subject))).* FROM ledger_head s CROSS JOIN copies m WHERE s.subject_id = $1", [complaint]);
  await client.query(
    `INSERT INTO deadline SELECT (jsonb_populate_record(s, jsonb_build_object('id', m.id, 'subject_id', m.subject, 'legal_due', now() + (2 + m.n % 90) * interval '1 day', 'safe_due', now() + (2 + m.n % 90) * interval '1 day', 'remind_at', now() + (1 + m.n % 80) * interval '1 day', 'provisional', false))).*
     FROM deadline s CROSS JOIN copies m WHERE s.id = (SELECT id FROM deadline WHERE subject_id = $1 ORDER BY id LIMIT 1)`, [complaint]);
  for (const { definition } of indexes) await client.query(definition);
  // What was told of them long ago, and was done.
  await client.query("INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at, dispatched_at, completed_at, remaining) SELECT uuidv7(), 'deadline.started', 'deadline', id, 1, now(), now(), now(), '{}' FROM copies");
  await client.query('DROP TABLE copies');
  await settle(client);
}

async function side(postgres: Awaited<ReturnType<typeof startPostgres>>, name: string, clocks: number): Promise<Side> {
  const ground = await prepareGround(postgres, name, POOL);
  const client = await ground.admin();
  await copyClocks(client, ground.complaint, clocks);
  const config = loadConfig({ ...ground.env, LOG_LEVEL: 'silent', ROLE: 'api' });
  const app = await makeApp(config, await prepare(config, { ...ground.address, embedded: null }), new SystemNow());
  await app.init();
  // What the filing of the template left to be carried is none of the sweeper's.
  await client.query('UPDATE outbox SET dispatched_at = now(), completed_at = now()');
  return { clocks, ground, app, client };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How PostgreSQL does each statement of an idle round: large tables that are read from end to end, and pages that are looked at. */
async function plansOf({ app, client, clocks }: Side): Promise<{ statements: number; scanned: string[]; pages: number }> {
  const { trips } = await watched(() => app.get(Background).round());
  const queries = trips.flat().filter(({ text }) => /^\s*(SELECT|WITH)/.test(text) && !text.includes('set_config'));
  const { rows } = await client.query<{ name: string }>('SELECT relname AS name FROM pg_class WHERE reltuples >= $1', [clocks]);
  const large = new Set(rows.map(({ name }) => name));
  const scanned = new Set<string>();
  let pages = 0;
  for (const query of queries) {
    const plan = await explained(client, query);
    pages += Number(plan['Shared Hit Blocks'] ?? 0) + Number(plan['Shared Read Blocks'] ?? 0);
    for (const node of nodesOf(plan)) if (node['Node Type'] === 'Seq Scan' && large.has(String(node['Relation Name']))) scanned.add(String(node['Relation Name']));
  }
  return { statements: queries.length, scanned: [...scanned].sort(), pages };
}

type Plan = Record<string, unknown>;

/** As the application sees it: with its role, and with the policies of its claims. */
async function explained(client: pg.Client, { text, values }: CapturedQuery): Promise<Plan> {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL ROLE zhiheng_app; SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:sweeper', true)");
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, [...values]);
    return rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
  } finally {
    await client.query('ROLLBACK');
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...((plan['Plans'] as Plan[] | undefined) ?? []).flatMap(nodesOf)];
}

/** Idle rounds of both in turn, so that what else the machine does meets both. */
async function idle(sides: readonly Side[], rounds: number): Promise<number[]> {
  const times = sides.map((): number[] => []);
  const database = sides.map((): number[] => []);
  for (let round = -5; round < rounds; round += 1)
    for (const [index, { app, ground }] of sides.entries()) {
      const before = databaseTime(ground.postmaster);
      const milliseconds = await timed(() => app.get(Background).round());
      if (round >= 0) {
        times[index]?.push(milliseconds);
        database[index]?.push(databaseTime(ground.postmaster) - before);
      }
    }
  return times.map(median);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((arg) => arg !== 'sweep'), options: { small: { type: 'string', default: '10000' }, large: { type: 'string', default: '1000000' }, due: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '60' } } });
  mkdirSync(FOLDER, { recursive: true });
  const postgres = await startPostgres();
  try {
    const sides = [await side(postgres, 'zhiheng_bench_few', Number(values.small)), await side(postgres, 'zhiheng_bench_many', Number(values.large))] as const;
    const [few, many] = sides;
    say(`\nSweeper: Node.js ${process.version}, load average ${loadavg()[0]?.toFixed(1)}; idle rounds in turn, ${values.rounds} of each, medians`);
    const [small = NaN, large = NaN] = await idle(sides, Number(values.rounds));
    const plans = [await plansOf(few), await plansOf(many)] as const;
    for (const [index, one] of sides.entries()) say(`  ${String(one.clocks).padStart(9)} open clocks   ${[small, large][index]?.toFixed(1).padStart(7)} ms a round   ${plans[index]?.statements} reads, ${plans[index]?.pages} pages`);
    goal(large / small <= GOAL, `an idle round over ${many.clocks} clocks costs ${(large / small).toFixed(2)} times one over ${few.clocks} (goal: ${GOAL} at most)`);
    const scanned = plans.flatMap((plan) => plan.scanned);
    goal(scanned.length === 0, `clocks, heads of chains and outbox are read by their indexes only${scanned.length === 0 ? '' : `, but for ${scanned.join(', ')}`}`);

    await many.client.query(`UPDATE deadline SET legal_due = now() - interval '1 minute', remind_at = NULL WHERE id IN (SELECT id FROM deadline WHERE status = 'running' ORDER BY hashtext(id::text) LIMIT $1)`, [Number(values.due)]);
    await settle(many.client);
    const overdue = async (): Promise<number> => (await many.client.query<{ n: number }>("SELECT count(*)::int AS n FROM deadline WHERE status = 'overdue'")).rows[0]?.n ?? NaN;
    const before = databaseTime(many.ground.postmaster);
    const milliseconds = await timed(async () => {
      while (await many.app.get(Background).round());
    });
    const marked = await overdue();
    say(`  ${values.due} of ${many.clocks} fall due: ${(milliseconds / 1000).toFixed(1)} s, ${((1000 * marked) / milliseconds).toFixed(0)} clocks/s; PostgreSQL ${((databaseTime(many.ground.postmaster) - before) / marked).toFixed(2)} ms of processor each`);
    goal(marked === Number(values.due), 'each of them is overdue, recorded in its chain and told to the outbox');
    for (const { app, client } of sides) {
      await app.close();
      await client.end();
    }
  } finally {
    await postgres.stop();
  }
}

await main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
