import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPECTATIONS } from '../../demo/expectations.js';
import { report } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/wait.js';
import { breathe, cleanUp, dataFolder, say, ServerProcess, type Filed } from './server.js';

interface WorkOrder {
  readonly id: string;
  readonly as: string;
  readonly body: { readonly sourceSystem: string; readonly externalNumber: string };
}

/** Two whole systems, each API, relay, sweeper and workers, over one database. */
const DAY = readFileSync('demo/work-orders.ndjson', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as WorkOrder);
const TIMES = 10;
const AT_ONCE = 48;
const LOAD = 400;
const KILL_AFTER = 80;
const ROWS = 2000;
const RUN = promisify(execFile);

const shared = dataFolder(true);
let sql: TestDatabase;
let servers: ServerProcess[] = [];

async function start(): Promise<ServerProcess> {
  const server = new ServerProcess({ dataDir: shared, env: { DATABASE_URL: sql.address.appUrl, DATABASE_OWNER_URL: sql.adminUrl, MIGRATE_ON_START: 'no', RELAY_MILLISECONDS: '50', SWEEP_MILLISECONDS: '200' } });
  await server.up();
  return server;
}

/** The first start of a system makes its secrets; the second one shares them. */
async function startBoth(): Promise<void> {
  servers = [await start()];
  servers.push(await start());
}

interface Answer {
  readonly status: number;
  readonly body: Filed & { readonly code?: string; readonly outcome?: string };
}

const tokens = new Map<string, string>();
async function tokenFor(role: string): Promise<string> {
  const known = tokens.get(role) ?? (await servers[0]?.login(`demo-${role}`))?.token ?? '';
  tokens.set(role, known);
  return known;
}

/** One filing at one of the two; null where the process died over it. Two revisions of one number at once: the slower asks again. */
async function file(url: string, role: string, body: unknown, key: string): Promise<Answer | null> {
  const headers = { authorization: `Bearer ${await tokenFor(role)}`, 'content-type': 'application/json', 'idempotency-key': key };
  for (;;) {
    const answer = await fetch(`${url}/v1/complaints`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
    const read = (await answer?.json().catch(() => null)) as Answer['body'] | null;
    if (answer === null || read === null) return null;
    if (read.code !== 'idempotency.in-flight') return { status: answer.status, body: read };
    await breathe();
  }
}

/** So many at a time, in the order given. */
async function inFlight<Item>(items: readonly Item[], limit: number, work: (item: Item, index: number) => Promise<void>): Promise<void> {
  const queue = [...items.entries()];
  await Promise.all(Array.from({ length: limit }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next[1], next[0]);
  }));
}

const urlAt = (index: number): string => servers[index % servers.length]?.url ?? '';
const rowsOf = async <Row extends Record<string, unknown>>(text: string): Promise<Row[]> => sql.admin<Row>(text);
const count = async (text: string): Promise<number> => Number((await rowsOf<{ count: number }>(`SELECT count(*)::int AS count FROM (${text}) t`))[0]?.count);

/** Every event has been carried to every job, those that died with a process too. */
async function workedOff(): Promise<void> {
  await until('every event to be worked off', async () => (await breathe(), (await count('SELECT 1 FROM outbox WHERE completed_at IS NULL')) === 0), 150);
}

/** Every fact once: no half of a filing, no clock twice, no answer owed twice, every chain whole. */
async function expectWhole(): Promise<void> {
  const legs = await count('SELECT 1 FROM complaint');
  const once = {
    'a number and leg': await count('SELECT DISTINCT source_system, external_number, leg FROM complaint'),
    'a receipt': await count('SELECT DISTINCT receipt_number FROM complaint'),
    'an entry of registration': await count("SELECT subject_id FROM ledger_entry WHERE event = 'complaint.registered'"),
    'a decision': await count('SELECT 1 FROM routing_decision'),
  };
  for (const [what, found] of Object.entries(once)) expect([what, found]).toEqual([what, legs]);
  expect(await rowsOf('SELECT subject_id, kind FROM deadline GROUP BY 1, 2 HAVING count(*) > 1')).toEqual([]);
  expect(await rowsOf('SELECT subject_id FROM deadline d WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE c.id = d.subject_id) AND NOT EXISTS (SELECT 1 FROM reply_obligation r WHERE r.id = d.subject_id)')).toEqual([]);
  expect(await rowsOf('SELECT id FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM deadline d WHERE d.subject_id = c.id)')).toEqual([]);
  expect(await rowsOf('SELECT complaint_id FROM reply_obligation GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
  expect(await rowsOf("SELECT subject_id FROM ledger_entry WHERE event = 'deadline.overdue' GROUP BY subject_id, data ->> 'kind' HAVING count(*) > 1")).toEqual([]);
  const administrator = await servers[0]?.login('demo-administrator');
  expect((await administrator?.get('/v1/ledger/verification'))?.body).toMatchObject({ ok: true, broken: [] });
}

beforeAll(async () => {
  sql = await cloneDatabase();
  await startBoth();
}, 240_000);
afterAll(async () => {
  await cleanUp();
  await sql.drop();
}, 180_000);

describe('a hostile day on two systems over one database', () => {
  it('files each number once when the whole feed comes ten times at once', async () => {
    const sent = Array.from({ length: TIMES }, () => DAY).flat();
    const answers = new Map<string, (Answer | null)[]>(DAY.map(({ id }) => [id, []]));
    await inFlight(sent, AT_ONCE, async ({ id, as, body }, index) => {
      answers.get(id)?.push(await file(urlAt(index), as, body, `hostile-feed-${index}`));
    });
    const statuses = new Map<number, number>();
    for (const answer of [...answers.values()].flat()) statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
    const refused = DAY.filter(({ id }) => 'problems' in (EXPECTATIONS[id] ?? {})).length;
    const numbers = new Set(DAY.filter(({ id }) => 'legs' in (EXPECTATIONS[id] ?? {})).map(({ body }) => `${body.sourceSystem} ${body.externalNumber}`)).size;
    expect(Object.fromEntries(statuses)).toEqual({ 201: numbers, 200: sent.length - numbers - refused * TIMES, 400: refused * TIMES });
    // Whoever asked for the same number got the same receipt.
    for (const [id, all] of answers) expect([id, new Set(all.map((answer) => answer?.body.receiptNumber)).size]).toEqual([id, 1]);
    expect(await count('SELECT 1 FROM complaint WHERE leg = 1')).toBe(numbers);
    await expectWhole();
  }, 360_000);

  it('tells each agency once of each matter, whichever of the two relays and workers was faster', async () => {
    await workedOff();
    expect(await rowsOf('SELECT subject_id, event FROM notice GROUP BY subject_id, event, agency HAVING count(*) > (SELECT count(*) FROM outbox o WHERE o.subject_id = notice.subject_id AND o.event = notice.event)')).toEqual([]);
    expect(await count("SELECT 1 FROM notice WHERE event = 'complaint.registered'")).toBe(await count("SELECT 1 FROM outbox WHERE event = 'complaint.registered'"));
    // Both sweepers saw the clocks of April run out; each is marked once.
    expect(await count("SELECT 1 FROM deadline WHERE status = 'overdue'")).toBe(await count("SELECT 1 FROM ledger_entry WHERE event = 'deadline.overdue'"));
  }, 360_000);

  it('plays the demo as anybody would: every order has been there before, nothing changes, the table is straight', async () => {
    const before = await count('SELECT 1 FROM ledger_entry');
    const { stdout } = await RUN(process.execPath, ['scripts/demo.mjs'], { env: { PATH: process.env['PATH'], BASE_URL: servers[1]?.url, DEMO_PASSWORD: servers[1]?.password }, maxBuffer: 16 * 1024 * 1024 });
    expect(stdout).not.toContain('异常');
    expect(stdout).toContain(`原已登记 ${DAY.filter(({ id }) => 'legs' in (EXPECTATIONS[id] ?? {})).length}`);
    // Every Chinese sign takes two cells: the agency stands in one column all the way down.
    const columns = new Set(stdout.split('\n').flatMap((line) => {
      const at = line.search(/\b(?:cz|chaoan|xiangqiao|raoping|fengxi|chaozhou)-[a-z-]+/);
      return at < 0 || !/CZ\d{15}/.test(line) ? [] : [[...line.slice(0, at)].reduce((cells, sign) => cells + (/[\u2E80-\uFFEF]/.test(sign) ? 2 : 1), 0)];
    }));
    expect([...columns]).toHaveLength(1);
    expect(await count('SELECT 1 FROM ledger_entry')).toBe(before);
  }, 180_000);

  it('has every acknowledged filing once when one of the two is killed at full load, and when both are', async () => {
    const orders = Array.from({ length: LOAD }, (_, index) => ({ key: `hostile-load-${index}`, body: report() }));
    const acknowledged = new Map<string, string>();
    const killed: ServerProcess[] = [];
    await inFlight(orders, AT_ONCE, async ({ key, body }, index) => {
      const answer = await file(urlAt(index), 'hotline-operator', body, key);
      if (answer?.status === 201) acknowledged.set(key, answer.body.receiptNumber);
      if (acknowledged.size >= KILL_AFTER * (killed.length + 1) && killed.length < 2) {
        const victim = servers[killed.length] as ServerProcess;
        killed.push(victim);
        victim.kill('SIGKILL');
      }
    });
    expect(await Promise.all(killed.map(({ exited }) => exited))).toEqual(['SIGKILL', 'SIGKILL']);
    expect(acknowledged.size).toBeLessThan(LOAD);
    await startBoth();
    const kept = new Set((await rowsOf<{ receipt: string }>('SELECT receipt_number AS receipt FROM complaint')).map(({ receipt }) => receipt));
    expect([...acknowledged.values()].filter((receipt) => !kept.has(receipt))).toEqual([]);
    await expectWhole();

    // The callers send everything again: what was acknowledged comes back, the rest is filed now.
    await inFlight(orders, AT_ONCE, async ({ key, body }, index) => {
      const answer = await file(urlAt(index), 'hotline-operator', body, key);
      expect([key, answer?.status]).toEqual([key, 201]);
      if (acknowledged.has(key)) expect([key, answer?.body.receiptNumber]).toEqual([key, acknowledged.get(key)]);
    });
    expect(await count("SELECT 1 FROM complaint WHERE source_system = 'GD12345' AND external_number LIKE 'T-%'")).toBe(LOAD);
    await expectWhole();
    await workedOff();
    expect(await count("SELECT DISTINCT subject_id FROM notice WHERE event = 'complaint.registered'")).toBe(await count('SELECT 1 FROM complaint'));
    say(`hostile day: killed both with ${acknowledged.size} of ${LOAD} acknowledged; none lost, none twice`);
  }, 480_000);

  it('gives every row of an import one result when both are killed in the middle of it, and the same file again files nothing', async () => {
    // Every hundredth row lacks what it reports about; every other hundredth is there twice.
    const bodies = Array.from({ length: ROWS }, () => report({ sourceSystem: 'IMPORTED', realName: false, reporter: undefined }));
    const lines = bodies.map((body, index) => JSON.stringify(index % 100 === 0 ? { ...body, facts: '' } : index % 100 === 50 ? bodies[index - 1] : body));
    const [broken, doubled] = [ROWS / 100, ROWS / 100];
    const good = ROWS - broken - doubled;
    const first = await upload(lines.join('\n'));
    await until('the import to be under way', async () => (await breathe(), (await count(`SELECT 1 FROM import_result WHERE import_id = '${first}'`)) >= ROWS / 5), 60);
    for (const server of servers) server.kill('SIGKILL');
    await Promise.all(servers.map(({ exited }) => exited));
    const before = await count(`SELECT 1 FROM import_result WHERE import_id = '${first}'`);
    expect(before).toBeLessThan(ROWS);
    // What has a result is filed, and what is filed has a result.
    expect(await count("SELECT 1 FROM complaint WHERE source_system = 'IMPORTED'")).toBe(await count(`SELECT 1 FROM import_result WHERE import_id = '${first}' AND outcome = 'filed'`));
    await startBoth();
    expect(await outcomes(first)).toEqual({ state: 'finished', filed: good, 'already-filed': doubled, refused: broken });
    expect(await count("SELECT 1 FROM complaint WHERE source_system = 'IMPORTED'")).toBe(good);
    await expectWhole();
    await workedOff();

    const entries = await count('SELECT 1 FROM ledger_entry');
    const again = await upload(lines.join('\n'));
    expect(await outcomes(again)).toEqual({ state: 'finished', 'already-filed': good + doubled, refused: broken });
    // Its own life: received, started, finished.
    await workedOff();
    expect(await count('SELECT 1 FROM ledger_entry')).toBe(entries + 3);
    say(`hostile day: killed both after ${before} of ${ROWS} rows of an import; every row has one result`);
  }, 480_000);
});

async function upload(body: string): Promise<string> {
  const headers = { authorization: `Bearer ${await tokenFor('intake-clerk')}`, 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`${servers[0]?.url}/v1/complaints/imports`, { method: 'POST', headers, body });
  const { id } = (await answer.json()) as { id: string };
  expect([answer.status, id]).toEqual([202, expect.any(String)]);
  return id;
}

/** How an import ended, and how many rows have which result. */
async function outcomes(id: string): Promise<Record<string, unknown>> {
  const ended = await until('the import to end', async () => (await breathe(), (await rowsOf<{ state: string }>(`SELECT state FROM complaint_import WHERE id = '${id}' AND ended_at IS NOT NULL`))[0]), 120);
  const rows = await rowsOf<{ outcome: string; count: number }>(`SELECT outcome, count(DISTINCT "row")::int AS count FROM import_result WHERE import_id = '${id}' GROUP BY 1`);
  return { ...ended, ...Object.fromEntries(rows.map(({ outcome, count: found }) => [outcome, found])) };
}
