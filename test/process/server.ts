import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { until } from '../support/wait.js';

const SECONDS_TO_START = 150;
const ENTRY = 'dist/src/main.js';

export interface Launch {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another clone, and another account to run under. */
  readonly root?: string;
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** The built system as a process of its own, with what it printed. */
export class ServerProcess {
  stdout = '';
  stderr = '';
  readonly startedAt = performance.now();
  readonly exited: Promise<number | NodeJS.Signals | null>;
  private readonly child: ChildProcess;
  private gone = false;

  constructor({ dataDir, env = {}, root = '.', account }: Launch) {
    const { PATH, LANG, TMPDIR } = process.env;
    this.child = spawn(process.execPath, [ENTRY], {
      cwd: resolve(root), ...account, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, LANG, TMPDIR, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '1000000', SHUTDOWN_SECONDS: '30', ...env },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (this.stdout += chunk));
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (this.stderr += chunk));
    this.exited = new Promise((done) => this.child.once('close', (code, signal) => {
      this.gone = true;
      done(code ?? signal);
    }));
    running.add(this);
    void this.exited.then(() => running.delete(this));
  }

  /** Until the banner is there. Returns the seconds that it took. */
  async up(): Promise<number> {
    await until('the banner', async () => {
      if (this.gone) throw new Error(`The server ended before it was up:\n${this.stdout}\n${this.stderr}`);
      await breathe();
      return /Zhiheng 知衡 is up[^]*\n\n$/.test(this.stdout);
    }, SECONDS_TO_START);
    return (performance.now() - this.startedAt) / 1000;
  }

  get url(): string {
    return /address: +(\S+)/.exec(this.stdout)?.[1] ?? 'no address in the banner';
  }

  get password(): string {
    return /all with the password (\S+)/.exec(this.stdout)?.[1] ?? 'no password in the banner';
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<number | NodeJS.Signals | null> {
    this.kill('SIGTERM');
    return this.exited;
  }

  async login(username: string): Promise<Client> {
    const answer = await fetch(`${this.url}/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: this.password }) });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new Client(() => this.url, accessToken);
  }
}

export interface Filed {
  readonly id: string;
  readonly receiptNumber: string;
  readonly state: string;
}

export class Client {
  constructor(
    readonly url: () => string,
    readonly token: string,
  ) {}

  async get(path: string): Promise<{ status: number; body: any }> { // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever the answer is, the test looks
    const answer = await fetch(`${this.url()}${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    return { status: answer.status, body: await answer.json() };
  }

  async file(report: unknown, key: string): Promise<{ status: number; body: Filed }> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await fetch(`${this.url()}/v1/complaints`, { method: 'POST', headers, body: JSON.stringify(report) });
    return { status: answer.status, body: (await answer.json()) as Filed };
  }
}

const running = new Set<ServerProcess>();
const folders: string[] = [];

/** A DATA_DIR of its own. mkdtemp makes folders that only we may enter; `open` lets others in. */
export function dataFolder(open: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-process-'));
  if (open) chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Ends what a test left running, its PostgreSQL too, and removes its folders. */
export async function cleanUp(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
  for (const folder of folders.splice(0)) {
    const base = baseOf(folder);
    const pid = postmaster(folder);
    if (pid !== null && commandOf(pid).startsWith('postgres')) {
      signal(pid, 'SIGINT');
      await until('PostgreSQL to stop', async () => (await breathe(), !existsSync(`/proc/${pid}`)), 20);
    }
    for (const path of new Set([base, folder])) rmSync(path, { recursive: true, force: true });
  }
}

/** Where the database of a DATA_DIR is: elsewhere when root's folder cannot be entered by the account of PostgreSQL. */
export function baseOf(dataDir: string): string {
  const note = join(dataDir, 'LOCATION');
  return existsSync(note) ? (readFileSync(note, 'utf8').split('\n')[0] ?? dataDir) : dataDir;
}

export const lockFile = (dataDir: string): string => join(baseOf(dataDir), 'postgres/cluster/postmaster.pid');

export function postmaster(dataDir: string): number | null {
  return existsSync(lockFile(dataDir)) ? Number(readFileSync(lockFile(dataDir), 'utf8').split('\n')[0]) : null;
}

export function commandOf(pid: number): string {
  return existsSync(`/proc/${pid}/comm`) ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : '';
}

/** Superuser address of the embedded server of a DATA_DIR. */
export function adminUrl(dataDir: string, database = 'zhiheng'): string {
  const { admin } = credentials(dataDir);
  return `postgres://postgres:${admin}@127.0.0.1:${readFileSync(lockFile(dataDir), 'utf8').split('\n')[3]}/${database}`;
}

export function credentials(dataDir: string): { admin: string; app: string } {
  return JSON.parse(readFileSync(join(baseOf(dataDir), 'postgres/credentials.json'), 'utf8')) as { admin: string; app: string };
}

export async function rows<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  process.kill(pid, name);
}

/** Lets files, sockets and other processes have a turn between two looks. */
export function breathe(): Promise<void> {
  return new Promise((next) => setTimeout(next, 20));
}

/** For the last lines of the run: what was seen, and what this machine could not show. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
