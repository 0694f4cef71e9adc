// `npm run bench -- registry-check`: what a look-up by credit code costs over 1,000,000 entries, against a bare Fastify handler with one prepared
// statement; and how its p99 grows from 10,000 entries. Every second code stands on the list.
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { databaseTime, processorTime, startFloor, startLoad, startSystem, stopAll, type Child } from './children.js';
import { prepareGround, startPostgres, type Ground } from './ground.js';
import { settle } from './grow.js';
import type { RegistryFloorOrder } from './registry-floor.js';
import { interleaved, table, type Run, type Side } from './rounds.js';
import { TARGET, type Sample } from './scenarios.js';

const GOALS = { ratio: 0.8, growth: 1.2 };
const POOL = 12;
/** More than any side asks for in a round. */
const TARGETS = 120_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

/** A credit code for a number, with its check character (GB 32100). */
const CODE = `CREATE FUNCTION pg_temp.code(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT base || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + (31 - (SELECT sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(base, i, 1)) - 1) * (ARRAY[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[i])::int % 31 FROM generate_series(1, 17) i)) % 31, 1)
  FROM (SELECT '91445103MA' || lpad(n::text, 7, '0') AS base) made $$`;

/** Entries in force, without the decisions that the database asks for: written as the owner of the machine, triggers off. */
async function filled(client: pg.Client, entries: number): Promise<void> {
  await client.query("SET session_replication_role = replica");
  await client.query(CODE);
  await client.query(
    `INSERT INTO registry_entry (id, list, listing_id, decision_id, decision_number, agency, uscc, name, ground, valid_from, known_from)
     SELECT uuidv7(), 'serious-dishonesty', uuidv7(), uuidv7(), '潮安市监失列〔2026〕' || n || '号', 'chaoan-market-regulation', pg_temp.code(2 * n), '第' || n || '厂（测试）', 'wilful-ip-infringement', now() - interval '1 day', now() - interval '1 day' FROM generate_series(1, $1::int) n`, [entries]);
  await client.query('SET session_replication_role = origin');
  await settle(client);
}

/** Even numbers stand on the list, odd ones do not. */
async function codesOf(client: pg.Client, entries: number): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>('SELECT pg_temp.code(2 + (random() * (2 * $1 - 3))::int) AS code FROM generate_series(1, $2::int)', [entries, TARGETS]);
  return rows.map(({ code }) => code);
}

interface Place {
  readonly ground: Ground;
  readonly codes: readonly string[];
}

async function place(postgres: Awaited<ReturnType<typeof startPostgres>>, name: string, entries: number): Promise<Place> {
  const ground = await prepareGround(postgres, name, POOL);
  const client = await ground.admin();
  await filled(client, entries);
  const codes = await codesOf(client, entries);
  await client.end();
  return { ground, codes };
}

function sideOf(name: string, { ground, codes }: Place, child: Child, load: Awaited<ReturnType<typeof startLoad>>, connections: number): Side {
  const sample: Sample = { ...ground.samples.worklist, path: `/v1/registries/blacklist/check?uscc=${TARGET}` };
  const times = (): [number, number] => [processorTime(child.pid), databaseTime(ground.postmaster)];
  const measure = async (seconds: number): Promise<Run> => {
    const before = times();
    const measured = await load({ port: child.port, sample, connections, milliseconds: seconds * 1000, from: 1, targets: codes });
    if (measured.failed > 0) throw new Error(`${measured.failed} of ${measured.count} look-ups failed; the first: ${measured.failure}`);
    const after = times();
    return { ...measured, server: (after[0] - before[0]) / measured.count, database: (after[1] - before[1]) / measured.count };
  };
  return { name, measure };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { small: { type: 'string', default: '10000' }, large: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' }, connections: { type: 'string', default: '32' } },
  });
  const [rounds, seconds, connections] = [Number(values.rounds), Number(values.seconds), Number(values.connections)];
  mkdirSync('.data/bench', { recursive: true });
  const postgres = await startPostgres();
  try {
    const few = await place(postgres, 'zhiheng_bench_few', Number(values.small));
    const many = await place(postgres, 'zhiheng_bench_many', Number(values.large));
    const load = await startLoad();
    const order: RegistryFloorOrder = { databaseUrl: many.ground.adminUrl, pool: POOL };
    const children = [await startFloor(order, 'registry-floor.js'), await startSystem(many.ground.env, null), await startSystem(few.ground.env, null)] as const;
    const results = await interleaved([
      sideOf('Fastify and pg', many, children[0], load, connections), sideOf(`Zhiheng, ${values.large}`, many, children[1], load, connections), sideOf(`Zhiheng, ${values.small}`, few, children[2], load, connections),
    ], rounds, seconds);
    say(`\nLook-ups by credit code: ${rounds} rounds of ${seconds} s, ${connections} connections, pool ${POOL}; medians, ratio to the first; load of the machine ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
    say(table(results));
    const [, large, small] = results;
    goal((large?.ratio ?? 0) >= GOALS.ratio, `${(100 * (large?.ratio ?? 0)).toFixed(0)} % of the bare handler (goal: ${100 * GOALS.ratio} %)`);
    const growth = (large?.p99 ?? NaN) / (small?.p99 ?? NaN);
    goal(growth <= GOALS.growth, `p99 grows ${growth.toFixed(2)} times (goal: ${GOALS.growth} at most)`);
    await Promise.all(children.map((child) => child.stop()));
  } finally {
    stopAll();
    await postgres.stop();
  }
}

await main().then(() => process.exit(0), (error: unknown) => {
  stopAll();
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
