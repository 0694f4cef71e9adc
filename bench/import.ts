// `npm run bench -- import`: a file of submissions through the real system, from its upload to its last row.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { makeApp, prepare } from '../src/boot.js';
import { loadConfig } from '../src/platform/config/config.js';
import { embeddedAddress, withClient } from '../src/platform/database/connect.js';
import type { EmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';
import { AccessTokens } from '../src/platform/security/tokens.js';
import { makeTemplate } from '../src/test-template.js';
import { databaseTime, memoryOf, processorTime, startSystem, stopAll } from './children.js';
import { startPostgres } from './ground.js';
import { CSV, fileOf, type Format } from './import-files.js';

const FOLDER = '.data/bench';
const DATABASE = 'zhiheng_bench_import';
const GOALS = { rows: 3000, megabytes: 400 };
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

interface Running {
  readonly port: number;
  readonly pid: number;
  readonly token: string;
  readonly postmaster: number;
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly failure: unknown;
  readonly sizeBytes: number;
  readonly startedAt: string;
  readonly receivedAt: string;
  readonly endedAt: string;
  readonly progress: { readonly rowsDone: number; readonly filed: number; readonly alreadyFiled: number; readonly refused: number };
}

interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly uploadSeconds: number;
  readonly readSeconds: number;
  readonly seconds: number;
  /** Milliseconds of processor per row. */
  readonly server: number;
  readonly database: number;
  /** Highest resident memory of the system, MB. */
  readonly memory: number;
}

async function call<Body>(running: Running, path: string): Promise<Body> {
  const answer = await fetch(`http://127.0.0.1:${running.port}${path}`, { headers: { authorization: `Bearer ${running.token}` } });
  return (await answer.json()) as Body;
}

/** Sent as it is made: nothing of it is held here. */
function send(running: Running, format: Format, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<Shown> {
  return new Promise((done, failed) => {
    const sending = request({ port: running.port, host: '127.0.0.1', method: 'POST', path: '/v1/complaints/imports?channel=hotline-12345&sourceSystem=BENCH', headers: { authorization: `Bearer ${running.token}`, 'content-type': format.type, 'transfer-encoding': 'chunked' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 202) done(JSON.parse(text) as Shown);
        else failed(new Error(`The upload was answered with ${answer.statusCode}: ${text}`));
      });
    });
    sending.on('error', failed);
    Readable.from(chunks).pipe(sending);
  });
}

async function measure(running: Running, name: string, format: Format, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<Measured> {
  const times = (): [number, number] => [processorTime(running.pid), databaseTime(running.postmaster)];
  let memory = memoryOf(running.pid);
  const watch = setInterval(() => (memory = Math.max(memory, memoryOf(running.pid))), 50);
  const [started, before] = [performance.now(), times()];
  const { id } = await send(running, format, chunks);
  const uploadSeconds = (performance.now() - started) / 1000;
  const afterUpload = times();
  let shown: Shown;
  do {
    await new Promise((next) => setTimeout(next, 200));
    shown = await call<Shown>(running, `/v1/complaints/imports/${id}`);
  } while (!['finished', 'failed', 'cancelled'].includes(shown.state));
  clearInterval(watch);
  if (shown.state !== 'finished') throw new Error(`${name} ended as ${shown.state}: ${JSON.stringify(shown.failure)}`);
  const after = times();
  const rows = shown.progress.rowsDone;
  const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;
  void before;
  return {
    name, rows, megabytes: shown.sizeBytes / 1e6, uploadSeconds, readSeconds: between(shown.receivedAt, shown.startedAt), seconds: between(shown.startedAt, shown.endedAt),
    server: (after[0] - afterUpload[0]) / rows, database: (after[1] - afterUpload[1]) / rows, memory,
  };
}

function table(measured: readonly Measured[]): string {
  const number = (value: number, digits: number, width: number): string => value.toFixed(digits).padStart(width);
  const head = `  ${''.padEnd(24)}     rows      MB   upload s   look s   rows/s   processor ms/row: server  PostgreSQL   peak MB`;
  const rows = measured.map((one) => `  ${one.name.padEnd(24)} ${number(one.rows, 0, 8)} ${number(one.megabytes, 1, 7)} ${number(one.uploadSeconds, 1, 10)} ${number(one.readSeconds, 1, 8)} ${number(one.rows / one.seconds, 0, 8)} ${number(one.server, 3, 26)} ${number(one.database, 3, 11)} ${number(one.memory, 0, 9)}`);
  return [head, ...rows].join('\n');
}

async function launch(postgres: EmbeddedPostgres, profile: boolean): Promise<Running & { stop(): Promise<void> }> {
  await makeTemplate(postgres, DATABASE);
  const address = embeddedAddress(postgres, DATABASE);
  const env = { ...(await secrets()), NODE_ENV: 'test', ROLE: 'all', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: address.appUrl, DATABASE_OWNER_URL: address.ownerUrl, MIGRATE_ON_START: 'no', DEMO_ACCOUNTS: 'no', LOG_LEVEL: 'info', RATE_LIMIT_PER_MINUTE: '10000000', ACCESS_TOKEN_SECONDS: '3600', DATA_DIR: join(FOLDER, 'data') };
  const id = randomUUID();
  const account = { sub: id, login: 'bench-intake-clerk', kind: 'person' as const, roles: ['intake-clerk'], agency: 'cz-ip-intake', regions: null };
  await withClient(postgres.adminUrl(DATABASE), (client) => client.query("INSERT INTO account (id, kind, login, secret_hash, roles, agency, failures, active, demo, created_at) VALUES ($1, 'person', $2, 'no log-in', $3, $4, 0, true, false, now())", [id, account.login, account.roles, account.agency]));
  const config = loadConfig({ ...env, LOG_LEVEL: 'silent', ROLE: 'api' });
  const app = await makeApp(config, await prepare(config, { ...address, embedded: null }));
  const token = await app.get(AccessTokens).issue(account);
  await app.close();
  const system = await startSystem(env, profile ? join(FOLDER, 'profile') : null);
  return { port: system.port, pid: system.pid, token, postmaster: Number(readFileSync(join(postgres.folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]), stop: () => system.stop() };
}

async function secrets(): Promise<Record<string, string>> {
  const { randomBytes } = await import('node:crypto');
  return { TOKEN_SECRET: randomBytes(48).toString('base64'), VAULT_KEYS: `bench:${randomBytes(32).toString('base64')}`, VAULT_INDEX_KEY: randomBytes(32).toString('base64') };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== 'import'),
    options: { rows: { type: 'string', default: '30000' }, only: { type: 'string', default: 'csv,again,ndjson,xlsx' }, large: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false } },
  });
  const rows = Number(values.rows);
  mkdirSync(FOLDER, { recursive: true });
  const postgres = await startPostgres();
  try {
    const running = await launch(postgres, values.profile);
    const measured: Measured[] = [];
    // The first rows of a process are slow: they compile.
    await measure(running, 'warm-up', CSV, fileOf('csv', 3000, 'W'));
    const wanted = values.only.split(',');
    if (wanted.includes('csv')) measured.push(await measure(running, 'CSV', CSV, fileOf('csv', rows, 'C')));
    if (wanted.includes('again')) measured.push(await measure(running, 'CSV again', CSV, fileOf('csv', Math.min(rows, 10_000), 'C')));
    for (const kind of ['ndjson', 'xlsx'] as const) if (wanted.includes(kind)) measured.push(await measure(running, kind, FORMATS[kind], fileOf(kind, rows, kind)));
    if (values.large) measured.push(await measure(running, 'CSV of 200 MB', CSV, fileOf('csv', 260_000, 'L')));
    say(`\nImport: Node.js ${process.version}; rows/s from the first row to the last, after the whole file was looked through.`);
    say(table(measured));
    const [first] = measured;
    if (first !== undefined) goal(first.rows / first.seconds >= GOALS.rows, `${GOALS.rows} rows/s validated, split, routed and written`);
    goal(Math.max(...measured.map(({ memory }) => memory)) < GOALS.megabytes, `under ${GOALS.megabytes} MB resident`);
    await running.stop();
  } finally {
    stopAll();
    await postgres.stop();
  }
}

const FORMATS: Readonly<Record<'ndjson' | 'xlsx', Format>> = { ndjson: { type: 'application/x-ndjson' }, xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } };

await main().then(() => process.exit(0), (error: unknown) => {
  stopAll();
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
