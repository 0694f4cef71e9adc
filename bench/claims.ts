// `npm run bench -- claims`: thirty-two officers claim from 100,000 open cases, against a bare handler with FOR UPDATE SKIP LOCKED; then all of
// them race for the head of one list.
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { databaseTime, processorTime, startFloor, startLoad, startSystem, stopAll, type Child } from './children.js';
import type { ClaimFloorOrder } from './claim-floor.js';
import { prepareGround, startPostgres, type Ground } from './ground.js';
import { copyOpenCases, settle } from './grow.js';
import { interleaved, table, type Run, type Side } from './rounds.js';
import { AGENCY, TARGET, type Sample } from './scenarios.js';

const OFFICERS = 32;
const GOAL = 0.5;
const POOL = 12;
/** Cases that one officer sees of the list before he takes one. */
const PAGE = 50;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

interface Options {
  readonly cases: number;
  readonly rounds: number;
  readonly seconds: number;
}

let numbers = 1;

/** The floors take cases from the front of the list, the system is told which to take from the back: nobody gets in the other's way. */
function sidesOf(ground: Ground, system: Child, floors: readonly (readonly [string, Child])[], ids: readonly string[], load: Awaited<ReturnType<typeof startLoad>>): Side[] {
  const sample: Sample = { ...ground.samples.accept, path: `/v1/cases/${TARGET}/claim` };
  let left = [...ids];
  const measure = async (child: Child, seconds: number): Promise<Run> => {
    const before = [processorTime(child.pid), databaseTime(ground.postmaster)] as const;
    const measured = await load({ port: child.port, sample, connections: OFFICERS, milliseconds: seconds * 1000, from: numbers, ...(child === system ? { targets: left } : {}) });
    numbers += 1_000_000;
    if (measured.failed > 0) throw new Error(`${measured.failed} of ${measured.count} claims failed; the first: ${measured.failure}`);
    if (child === system) left = left.slice(measured.count);
    return { ...measured, server: (processorTime(child.pid) - before[0]) / measured.count, database: (databaseTime(ground.postmaster) - before[1]) / measured.count };
  };
  return [...floors.map(([name, child]): Side => ({ name, measure: (seconds) => measure(child, seconds) })), { name: 'Zhiheng', measure: (seconds) => measure(system, seconds) }];
}

interface Raced {
  readonly claimed: readonly string[];
  readonly taken: number;
  readonly perSecond: number;
}

/** Every officer looks at the list, takes one of the first page by chance, and looks again. Some are too late: they are told so, and go on. */
async function race(system: Child, headers: Readonly<Record<string, string>>, seconds: number): Promise<Raced> {
  const claimed: string[] = [];
  let taken = 0;
  const start = performance.now();
  const officer = async (number: number): Promise<void> => {
    for (let turn = 0; performance.now() - start < seconds * 1000; turn += 1) {
      const list = (await (await fetch(`http://127.0.0.1:${system.port}/v1/worklists/agency:${AGENCY}?state=open&limit=${PAGE}`, { headers })).json()) as { items: { id: string; version: number }[] };
      const one = list.items[(number * 7 + turn * 13) % list.items.length];
      if (one === undefined) throw new Error('no case is left');
      const answer = await fetch(`http://127.0.0.1:${system.port}/v1/cases/${one.id}/claim`, { method: 'POST', headers: { ...headers, 'idempotency-key': `race-${number}-${turn}-claims`, 'if-match': `"${one.version}"` } });
      const body = (await answer.json()) as { code?: string };
      if (answer.status === 200) claimed.push(one.id);
      else if (body.code === 'assignment.taken') taken += 1;
      else throw new Error(JSON.stringify(body));
    }
  };
  await Promise.all(Array.from({ length: OFFICERS }, (_, number) => officer(number)));
  return { claimed, taken, perSecond: (claimed.length * 1000) / (performance.now() - start) };
}

/** Claims in the history of these cases beyond one each, or missing. */
async function wrong(ground: Ground, claimed: readonly string[]): Promise<number> {
  const client = await ground.admin();
  const { rows } = await client.query<{ wrong: number }>("SELECT count(*)::int AS wrong FROM unnest($1::uuid[]) AS c (id) WHERE (SELECT count(*) FROM ledger_entry e WHERE e.subject_type = 'case' AND e.subject_id = c.id AND e.event = 'case.claimed') <> 1", [claimed]);
  await client.end();
  return (rows[0]?.wrong ?? 0) + claimed.length - new Set(claimed).size;
}

async function measureAll(ground: Ground, { cases, rounds, seconds }: Options): Promise<void> {
  const client = await ground.admin();
  const ids = await copyOpenCases(client, ground.caseFile, cases);
  await settle(client);
  await client.end();
  const load = await startLoad();
  const order: ClaimFloorOrder = { databaseUrl: ground.address.appUrl, pool: POOL, agency: AGENCY, facts: false };
  const floors = [['FOR UPDATE SKIP LOCKED', await startFloor(order, 'claim-floor.js')], ['… and what it leaves', await startFloor({ ...order, facts: true }, 'claim-floor.js')]] as const;
  const system = await startSystem(ground.env, null);
  const results = await interleaved(sidesOf(ground, system, floors, [...ids].reverse(), load), rounds, seconds);
  say(`\nClaims from ${cases} open cases: ${rounds} rounds of ${seconds} s, ${OFFICERS} connections, pool ${POOL}; medians, ratio to the first; load of the machine ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
  say(table(results));
  const [, facts, ours] = results;
  goal((ours?.ratio ?? 0) >= GOAL, `claims do ${(100 * (ours?.ratio ?? 0)).toFixed(0)} % of the bare handler (goal: ${100 * GOAL} %), ${((100 * (ours?.perSecond ?? 0)) / (facts?.perSecond ?? NaN)).toFixed(0)} % of the one that writes history, message and answer as well`);
  const raced = await race(system, ground.samples.worklist.headers, seconds);
  const failed = await wrong(ground, raced.claimed);
  say(`\n${OFFICERS} officers look at the first ${PAGE} of one list and take one of them, for ${seconds} s: ${raced.perSecond.toFixed(0)} claims/s, ${raced.taken} were told that somebody was faster`);
  goal(failed === 0, `of ${raced.claimed.length} cases each has one owner`);
  await Promise.all([system, ...floors.map(([, child]) => child)].map((child) => child.stop()));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { cases: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } } });
  mkdirSync('.data/bench', { recursive: true });
  const postgres = await startPostgres();
  try {
    await measureAll(await prepareGround(postgres, 'zhiheng_bench_claims', POOL), { cases: Number(values.cases), rounds: Number(values.rounds), seconds: Number(values.seconds) });
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
