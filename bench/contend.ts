// `npm run bench -- contend`: thirty-two officers at once, each on a case of its own, then all on one.
import { mkdirSync } from 'node:fs';
import { startSystem, stopAll, type Child } from './children.js';
import { prepareGround, startPostgres, type Ground } from './ground.js';
import { settle } from './grow.js';

const OFFICERS = 32;
const CASES = 10_000;
const SECONDS = 8;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Counted {
  readonly done: number;
  /** Answers 412: somebody else had changed the case meanwhile, and it was looked at again. */
  readonly stale: number;
  readonly perSecond: number;
  /** Milliseconds from the first look to the carried-out command, with every look and try between. */
  readonly p50: number;
  readonly p99: number;
  readonly versions: ReadonlyMap<string, number>;
}

/** Copies of an opened case, with the head of its chain: a case without one cannot be worked on. */
async function copies(ground: Ground, count: number): Promise<string[]> {
  const client = await ground.admin();
  await client.query('CREATE TEMP TABLE copies AS SELECT n, uuidv7() AS id FROM generate_series(1, $1::int) n', [count]);
  await client.query("INSERT INTO case_file SELECT (jsonb_populate_record(s, jsonb_build_object('id', m.id, 'case_number', 'contend-' || m.n))).* FROM case_file s, copies m WHERE s.id = $1", [ground.caseFile]);
  await client.query("INSERT INTO ledger_head SELECT (jsonb_populate_record(s, jsonb_build_object('subject_id', m.id))).* FROM ledger_head s, copies m WHERE s.subject_id = $1", [ground.caseFile]);
  await settle(client);
  const { rows } = await client.query<{ id: string }>('SELECT id FROM copies ORDER BY n');
  await client.end();
  return rows.map(({ id }) => id);
}

async function contend(system: Child, headers: Readonly<Record<string, string>>, caseFor: (officer: number, turn: number) => string): Promise<Counted> {
  const times: number[] = [];
  const versions = new Map<string, number>();
  let stale = 0;
  const start = performance.now();
  const officer = async (number: number): Promise<void> => {
    for (let turn = 0; performance.now() - start < SECONDS * 1000; turn += 1) {
      const id = caseFor(number, turn);
      const since = performance.now();
      for (let done = false; !done; ) {
        const seen = await fetch(`http://127.0.0.1:${system.port}/v1/cases/${id}`, { headers });
        const answer = await fetch(`http://127.0.0.1:${system.port}/v1/cases/${id}/note`, {
          method: 'POST', body: JSON.stringify({ text: '现场核查情况已记录' }),
          headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `contend-${number}-${turn}-${stale}-${Math.trunc(performance.now())}`, 'if-match': seen.headers.get('etag') ?? '' },
        });
        await seen.arrayBuffer();
        const body = (await answer.json()) as { version: number };
        done = answer.status === 200;
        if (answer.status !== 200 && answer.status !== 412) throw new Error(JSON.stringify(body));
        if (done) versions.set(id, Math.max(versions.get(id) ?? 0, body.version));
        else stale += 1;
      }
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: OFFICERS }, (_, number) => officer(number)));
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { done: sorted.length, stale, perSecond: (sorted.length * 1000) / (performance.now() - start), p50: at(0.5), p99: at(0.99), versions };
}

/** Every command that was answered with 200 stands in the chain, once. */
async function lost(ground: Ground, { done, versions }: Counted): Promise<number> {
  const client = await ground.admin();
  const { rows } = await client.query<{ noted: number; versions: number }>(
    "SELECT (SELECT count(*)::int FROM ledger_entry WHERE subject_id = ANY ($1::uuid[]) AND event = 'case.noted') AS noted, (SELECT sum(version - 1)::int FROM case_file WHERE id = ANY ($1::uuid[])) AS versions", [[...versions.keys()]]);
  await client.end();
  const { noted = 0, versions: moved = 0 } = rows[0] ?? {};
  return Math.max(Math.abs(done - noted), Math.abs(done - moved));
}

function line(name: string, { done, stale, perSecond, p50, p99 }: Counted, missing: number): string {
  return `  ${name.padEnd(28)}${perSecond.toFixed(0).padStart(8)}${p50.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}${String(stale).padStart(12)}${String(done).padStart(10)}${String(missing).padStart(8)}`;
}

async function main(): Promise<void> {
  mkdirSync('.data/bench', { recursive: true });
  const postgres = await startPostgres();
  try {
    const ground = await prepareGround(postgres, 'zhiheng_bench_contend', 12);
    const ids = await copies(ground, CASES + 1);
    const system = await startSystem(ground.env, null);
    const { headers } = ground.samples.worklist;
    const one = ids[CASES] ?? '';
    await contend(system, headers, (officer) => ids[officer] ?? '');
    const many = await contend(system, headers, (officer, turn) => ids[OFFICERS + ((turn * OFFICERS + officer) % (CASES - OFFICERS))] ?? '');
    const single = await contend(system, headers, () => one);
    say(`\n${OFFICERS} officers look at a case and write a note on it, for ${SECONDS} s each; latency from the look to the carried-out command, tries included`);
    say(`  ${''.padEnd(28)}${'done/s'.padStart(8)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'looked again'.padStart(12)}${'done'.padStart(10)}${'lost'.padStart(8)}`);
    say(line(`each on another of ${CASES}`, many, await lost(ground, many)));
    say(line('all on one', single, await lost(ground, single)));
    await system.stop();
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
