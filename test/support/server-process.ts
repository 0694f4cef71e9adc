import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Json } from './app.js';
import { until } from './wait.js';

const run = promisify(execFile);

export interface ServerOptions {
  /** Over a PATH alone: nothing of the shell that runs the tests reaches the server. */
  readonly env?: Readonly<Record<string, string>>;
  /** Project folder with dist/; this one unless given. */
  readonly root?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** The built server as a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** All it printed so far. */
  output(): string;
  /** Resolves with the banner; fails with what was printed when the process ends before. */
  up(): Promise<string>;
  /** Address of the banner. */
  url(): string;
  signal(name: NodeJS.Signals): void;
  /** The exit code; null after a signal that it did not catch. */
  ended: Promise<number | null>;
}

const started = new Set<ChildProcess>();
const folders = new Set<string>();

/** A folder that only its owner enters, as mkdtemp makes it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-process-'));
  folders.add(folder);
  return folder;
}

export function startServer({ env = {}, root = process.cwd(), uid, gid }: ServerOptions): ServerProcess {
  const child = spawn(process.execPath, ['dist/src/main.js'], { cwd: root, uid, gid, env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '1000000', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  let printed = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      started.delete(child);
      resolve(code);
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    up: () => until('the banner', async () => {
      if (over) throw new Error(`The server ended before it was up:\n${printed}`);
      return /is up \(\w+\)[\s\S]*\n\n$/.test(printed) && printed;
    }, 150),
    url: () => firstMatch(printed, /address: +(\S+)/),
    signal: (name) => void child.kill(name),
    ended,
  };
}

export function firstMatch(text: string, pattern: RegExp): string {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`${String(pattern)} is not in:\n${text}`);
  return found;
}

/** Where the embedded database of a data folder is: under root and a closed folder it is elsewhere, and LOCATION says where. */
export function databaseFolder(folder: string): string {
  const note = join(folder, 'LOCATION');
  return join(existsSync(note) ? firstMatch(readFileSync(note, 'utf8'), / is in (\S+),/) : folder, 'postgres');
}

export function lockFile(folder: string): string {
  return join(databaseFolder(folder), 'cluster/postmaster.pid');
}

/** The first line of the lock file: the postmaster. */
export function postmaster(folder: string): number {
  return Number(firstMatch(readFileSync(lockFile(folder), 'utf8'), /^(\d+)/));
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Logs in as a demo account of the banner and returns a way to ask. */
export async function logIn(server: ServerProcess, username: string): Promise<(method: 'GET' | 'POST', path: string, body?: unknown, key?: string) => Promise<Answer>> {
  const url = server.url();
  const password = firstMatch(server.output(), /all with the password (\S+)/);
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(url + path, { method, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? null : JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const { status, body: session } = await ask('POST', '/v1/auth/login', { username, password }, {});
  if (status !== 200) throw new Error(`${username} cannot log in: ${status} ${JSON.stringify(session)}`);
  return (method, path, body, key) => ask(method, path, body, { authorization: `Bearer ${session.accessToken}`, ...(key === undefined ? {} : { 'idempotency-key': key }) });
}

/** Every chain recounted by an administrator. */
export async function verifiedLedger(server: ServerProcess): Promise<Json> {
  const { body } = await (await logIn(server, 'demo-administrator'))('GET', '/v1/ledger/verification');
  return body;
}

export function bash(commands: string): Promise<string> {
  return run('bash', ['-c', commands], { timeout: 30_000 }).then(({ stdout }) => stdout);
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Killed, and its parent has not asked for its end yet. */
export function zombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Ends what a failed test left running and removes its folders. */
export async function cleanUp(): Promise<void> {
  await Promise.all([...started].map((child) => new Promise((ended) => {
    child.once('close', ended);
    child.kill('SIGKILL');
  })));
  for (const folder of folders) {
    const at = databaseFolder(folder);
    await endPostmaster(folder);
    if (!at.startsWith(folder)) rmSync(dirname(at), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
  folders.clear();
}

async function endPostmaster(folder: string): Promise<void> {
  if (!existsSync(lockFile(folder))) return;
  const pid = postmaster(folder);
  // Only a postmaster that says of itself that it runs here: a test may have put a foreign number in the file.
  const command = `/proc/${pid}/cmdline`;
  if (!existsSync(command) || !readFileSync(command, 'utf8').includes(databaseFolder(folder))) return;
  process.kill(pid, 'SIGQUIT');
  await until('the left-behind PostgreSQL to end', async () => !alive(pid) || zombie(pid));
}
