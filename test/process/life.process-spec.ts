import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { report } from '../support/builders.js';
import { until } from '../support/wait.js';
import { adminUrl, breathe, cleanUp, credentials, dataFolder, lockFile, postmaster, rows, say, ServerProcess, signal, type Client, type Filed } from './server.js';

/** One installation from its first start on: each test takes it as the one before left it. */
const dataDir = dataFolder(true);
const IN_FLIGHT = 200;
const KILL_AFTER = 60;
let server: ServerProcess;
let operator: Client;
let first: Filed;

async function start(): Promise<number> {
  server = new ServerProcess({ dataDir });
  const seconds = await server.up();
  operator = await server.login('demo-hotline-operator');
  return seconds;
}

/** Rule sets that come with the software have a history too. */
const DELIVERED = 2;

async function ledger(): Promise<{ ok: boolean; subjects: number; broken: unknown[] }> {
  return (await (await server.login('demo-administrator')).get('/v1/ledger/verification')).body as { ok: boolean; subjects: number; broken: unknown[] };
}

afterAll(cleanUp, 180_000);

describe('the built system', () => {
  it('starts on an empty folder, is healthy, and files the report of its banner', async () => {
    const seconds = await start();
    say(`first start: ${seconds.toFixed(1)} s`);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', parts: { database: 'ok', queues: 'ok', calendars: 'ok' } }]);
    const commands = server.stdout.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('TOKEN=') || line.startsWith('curl '));
    expect(commands).toHaveLength(2);
    first = JSON.parse(execFileSync('bash', ['-c', commands.join('\n')], { encoding: 'utf8' })) as Filed;
    expect(first).toMatchObject({
      state: 'registered', receiptNumber: expect.stringMatching(/^CZ\d{15}$/), version: 1,
      route: { agency: 'chaoan-market-regulation', track: 'administrative', rule: 'trademark', basis: { article: '第七条、第八条' } },
      deadlines: [{ kind: 'report.verification', derivation: expect.any(Array), legalDue: expect.any(String) }], reply: { deadlines: [{ kind: 'hotline12345.complaint', derivation: expect.any(Array), legalDue: expect.any(String) }] },
    });
    await until('the notice to the agency', async () => (await breathe(), (await rows(adminUrl(dataDir), 'SELECT 1 FROM notice WHERE subject_id = $1', [first.id])).length === 1));
    // Every job of the report: one that looked for a table which the next test locks would keep the system from stopping.
    await until('all jobs to be done', async () => (await breathe(), (await rows(adminUrl(dataDir), 'SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0));
  }, 240_000);

  it('answers a running request after SIGTERM, stops PostgreSQL, exits with 0, and starts again quickly with everything there', async () => {
    const blocker = new pg.Client({ connectionString: adminUrl(dataDir) });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE complaint IN ACCESS EXCLUSIVE MODE');
    const answer = operator.file(report(), 'sigterm-1');
    await until('the request to wait for the table', async () => (await blocker.query("SELECT 1 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'complaint' AND NOT l.granted")).rows.length > 0);
    server.kill('SIGTERM');
    // Stopping has begun when a new request is turned away.
    await until('the server to turn requests away', async () => (await breathe(), fetch(`${server.url}/health/live`, { headers: { connection: 'close' } }).then(({ status }) => status === 503, () => true)));
    await blocker.query('COMMIT');
    await blocker.end();
    const { status, body } = await answer;
    expect([status, body.state]).toEqual([201, 'registered']);
    expect([await server.exited, server.stderr]).toEqual([0, '']);
    expect(postmaster(dataDir)).toBeNull();

    const seconds = await start();
    say(`second start: ${seconds.toFixed(1)} s`);
    for (const filed of [first, body]) expect((await operator.get(`/v1/complaints/${filed.id}`)).body).toMatchObject({ id: filed.id, receiptNumber: filed.receiptNumber });
  }, 240_000);

  it('loses no acknowledged report and keeps no half of another when it is killed with 200 in flight', async () => {
    const reports = Array.from({ length: IN_FLIGHT }, (_, index) => ({ key: `flight-${index}`, body: report() }));
    const acknowledged = new Map<string, Filed>();
    await Promise.all(reports.map(async ({ key, body }) => {
      const answer = await operator.file(body, key).catch(() => null);
      if (answer?.status === 201) acknowledged.set(key, answer.body);
      if (acknowledged.size === KILL_AFTER) server.kill('SIGKILL');
    }));
    expect(await server.exited).toBe('SIGKILL');
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(acknowledged.size).toBeLessThan(IN_FLIGHT);
    // PostgreSQL was not killed: the next start adopts it.
    const before = postmaster(dataDir);
    expect(before).not.toBeNull();
    await start();
    expect(postmaster(dataDir)).toBe(before);

    const kept = await rows<{ id: string; receipt: string; parts: number[] }>(adminUrl(dataDir), `SELECT c.id, c.receipt_number AS receipt, ARRAY[
        (SELECT count(*) FROM ledger_entry e WHERE e.subject_id = c.id AND e.seq = 1)::int, (SELECT count(*) FROM ledger_head h WHERE h.subject_id = c.id)::int, (SELECT count(*) FROM routing_decision r WHERE r.complaint_id = c.id)::int,
        (SELECT count(*) FROM deadline d WHERE d.subject_id IN (c.id, c.reply_id))::int, (SELECT count(*) FROM reply_obligation r WHERE r.id = c.reply_id AND r.complaint_id = c.id)::int, (SELECT count(*) FROM outbox o WHERE o.subject_id = c.id AND o.event = 'complaint.registered')::int, least((SELECT count(*) FROM vault.record v WHERE v.subject_id = c.id), 1)::int] AS parts FROM complaint c`);
    const receipts = new Map(kept.map(({ id, receipt }) => [id, receipt]));
    for (const { id, receiptNumber } of acknowledged.values()) expect([id, receipts.get(id)]).toEqual([id, receiptNumber]);
    // Whole: entry, head, decision, two clocks, the answer owed, message, identities. And nothing without its complaint.
    expect([...new Set(kept.map(({ parts }) => JSON.stringify(parts)))]).toEqual(['[1,1,1,2,1,1,1]']);
    const orphans = await rows(adminUrl(dataDir), `SELECT subject_id FROM (SELECT subject_id FROM ledger_entry UNION SELECT subject_id FROM deadline UNION SELECT subject_id FROM outbox UNION SELECT subject_id FROM vault.record UNION SELECT complaint_id FROM routing_decision) t
        WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE t.subject_id IN (c.id, c.reply_id)) AND NOT EXISTS (SELECT 1 FROM rule_set r WHERE r.id = t.subject_id)`);
    expect(orphans).toEqual([]);
    expect(await ledger()).toMatchObject({ ok: true, subjects: DELIVERED + 2 * kept.length, broken: [] });

    // The callers send again what they have no answer for: nothing is filed twice.
    const again = await Promise.all(reports.map(async ({ key, body }) => ({ key, answer: await operator.file(body, key) })));
    expect([...new Set(again.map(({ answer }) => answer.status))]).toEqual([201]);
    for (const { key, answer } of again) if (acknowledged.has(key)) expect(answer.body.receiptNumber).toBe(acknowledged.get(key)?.receiptNumber);
    expect(await rows(adminUrl(dataDir), 'SELECT count(*)::int AS all, count(DISTINCT receipt_number)::int AS receipts FROM complaint')).toEqual([{ all: IN_FLIGHT + 2, receipts: IN_FLIGHT + 2 }]);
    say(`killed with ${acknowledged.size} of ${IN_FLIGHT} acknowledged; ${kept.length - 2} were whole, none half, none lost`);
  }, 360_000);

  it.each([
    ['no process', () => 0],
    ['a process that is no PostgreSQL', () => process.pid],
    ['the PostgreSQL of somebody else', async () => {
      const [row] = await rows<{ folder: string }>(process.env['ZHIHENG_TEST_ADMIN'] ?? '', "SELECT current_setting('data_directory') AS folder");
      return Number(readFileSync(`${row?.folder}/postmaster.pid`, 'utf8').split('\n')[0]);
    }],
  ])('recovers when PostgreSQL was killed too, and its lock file names %s', async (_, other) => {
    const pid = postmaster(dataDir);
    if (pid === null) throw new Error('PostgreSQL is not running');
    server.kill('SIGKILL');
    await server.exited;
    signal(pid, 'SIGKILL');
    await until('PostgreSQL to be gone', async () => (await breathe(), postmasterIsGone(pid)));
    const named = await other();
    if (named !== 0) writeFileSync(lockFile(dataDir), readFileSync(lockFile(dataDir), 'utf8').replace(/^\d+/, String(named)));
    await start();
    expect(postmaster(dataDir)).not.toBe(pid);
    expect((await operator.get(`/v1/complaints/${first.id}`)).status).toBe(200);
    expect(await ledger()).toMatchObject({ ok: true, subjects: DELIVERED + 2 * (IN_FLIGHT + 2) });
  }, 240_000);

  it('divides into an API and a worker over one database: the one files, the other tells the agency', async () => {
    await rows(adminUrl(dataDir), 'CREATE DATABASE two_processes OWNER zhiheng_owner');
    const url = adminUrl(dataDir, 'two_processes');
    const app = new URL(url);
    app.username = 'zhiheng_app';
    app.password = credentials(dataDir).app;
    const shared = dataFolder(true);
    const env = { DATABASE_URL: app.toString(), DATABASE_OWNER_URL: url };
    const api = new ServerProcess({ dataDir: shared, env: { ...env, ROLE: 'api' } });
    await api.up();
    const filed = await (await api.login('demo-hotline-operator')).file(report(), 'two-processes-1');
    expect(filed.status).toBe(201);
    const notices = (): Promise<unknown[]> => rows(url, 'SELECT agency FROM notice WHERE subject_id = $1', [filed.body.id]);
    expect(await rows(url, 'SELECT dispatched_at, completed_at FROM outbox')).toEqual([{ dispatched_at: null, completed_at: null }, { dispatched_at: null, completed_at: null }]);
    expect(await notices()).toEqual([]);
    const worker = new ServerProcess({ dataDir: shared, env: { ...env, ROLE: 'worker', MIGRATE_ON_START: 'no' } });
    await worker.up();
    expect(worker.stdout).toContain('is up (worker)');
    expect(worker.stdout).not.toContain('address:');
    await until('the notice', async () => (await breathe(), (await notices()).length > 0));
    expect(await notices()).toEqual([{ agency: 'chaoan-market-regulation' }]);
    expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
    expect([api.stderr, worker.stderr]).toEqual(['', '']);
  }, 240_000);

  it('has told the agencies of every report at the end: jobs that died with a process are taken up again', async () => {
    await until('a notice for each', async () => (await breathe(), (await rows(adminUrl(dataDir), 'SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0), 150);
    expect(await rows(adminUrl(dataDir), "SELECT count(DISTINCT subject_id)::int AS told FROM notice WHERE event = 'complaint.registered'")).toEqual([{ told: IN_FLIGHT + 2 }]);
  }, 360_000);
});

/** Backends notice a moment later that their postmaster died; a zombie counts as gone. */
function postmasterIsGone(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
