import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../support/builders.js';
import { cleanUp, dataFolder, postmaster, say, ServerProcess } from './server.js';

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
/** Mode 700: as root, the account of PostgreSQL may not enter it. */
const locked = dataFolder(false);

afterAll(cleanUp, 180_000);

async function refused(env: Record<string, string | undefined>, dataDir = locked): Promise<string> {
  const server = new ServerProcess({ dataDir, env });
  expect(await server.exited).toBe(1);
  return server.stdout + server.stderr;
}

async function occupy(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((done) => server.once('error', () => done(null)).listen(port, '127.0.0.1', () => done(server)));
}

describe('a start that is refused', () => {
  it('names the variable and what is allowed, every one at once, and prints no secret', async () => {
    const said = await refused({ PORT: 'eighty', ROLE: 'web', TOKEN_SECRET: 'hunter2', DATABASE_URL: 'mysql://app:hunter3@db/zhiheng' });
    expect(said).toContain('PORT="eighty": allowed is 0–65535');
    expect(said).toContain('ROLE="web": allowed is api | worker | all');
    expect(said).toContain('TOKEN_SECRET=(not shown): allowed is at least 32 characters');
    expect(said).toContain('DATABASE_URL=(not shown): allowed is postgres://user:password@host:port/database');
    expect(said).not.toMatch(/hunter|    at /);
  }, 180_000);

  it('is that of production without secrets, on the embedded database, or with demo accounts', async () => {
    const said = await refused({ NODE_ENV: 'production', DEMO_ACCOUNTS: 'yes' });
    for (const name of ['DATABASE_URL', 'TOKEN_SECRET', 'VAULT_KEYS', 'VAULT_INDEX_KEY']) expect(said).toContain(`${name} is not set: production starts with your own only`);
    expect(said).toContain('DEMO_ACCOUNTS=yes: production has no demo accounts');
    expect(existsSync(join(locked, 'secrets.json'))).toBe(false);
  }, 180_000);
});

describe('servers on one machine', () => {
  let others: Server | null;
  let inLocked: ServerProcess;
  let ordinary: ServerProcess;
  beforeAll(async () => {
    if (!AS_ROOT && process.env['CI'] === 'true') throw new Error('CI runs as root: what root needs must be tried there');
    if (!AS_ROOT) say('NOT RUN: what only root can try (an account without rights, a database that its account cannot reach). Everything else ran as an ordinary user.');
    others = await occupy(3000);
    // Both at once, each with a DATA_DIR of its own; the one on the default port, the other under an account without rights.
    inLocked = new ServerProcess({ dataDir: locked, env: { PORT: undefined } });
    const open = dataFolder(true);
    const home = join(open, 'data');
    mkdirSync(home);
    if (AS_ROOT) execFileSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, open]);
    ordinary = new ServerProcess({ dataDir: home, ...(AS_ROOT ? { root: readableClone(), account: NOBODY } : {}) });
    const seconds = await Promise.all([inLocked.up(), ordinary.up()]);
    say(`two first starts at once: ${seconds.map((value) => value.toFixed(1)).join(' s and ')} s`);
  }, 360_000);
  afterAll(async () => {
    others?.close();
  });

  it('take the next port when the default one is taken, and say so', () => {
    expect(inLocked.stdout).toContain('Port 3000 is taken, trying 3001');
    expect(Number(new URL(inLocked.url).port)).toBeGreaterThan(3000);
  });

  it('keep their data apart, in a folder that only root may enter and under an account without rights', async () => {
    const filed = await Promise.all([inLocked, ordinary].map(async (server) => {
      const operator = await server.login('demo-hotline-operator');
      const { status, body } = await operator.file(report(), 'side-by-side');
      expect([status, body.receiptNumber.length]).toEqual([201, 17]);
      return { operator, id: body.id };
    }));
    const [mine, theirs] = filed as [(typeof filed)[0], (typeof filed)[0]];
    expect((await mine.operator.get(`/v1/complaints/${mine.id}`)).status).toBe(200);
    // The other knows neither the complaint nor the token.
    expect((await theirs.operator.get(`/v1/complaints/${mine.id}`)).status).toBe(404);
    expect((await fetch(`${ordinary.url}/v1/complaints/${theirs.id}`, { headers: { authorization: `Bearer ${mine.operator.token}` } })).status).toBe(401);
    if (AS_ROOT) expect(existsSync(join(locked, 'LOCATION'))).toBe(true);
  }, 180_000);

  it('stop with everything they started', async () => {
    expect(await Promise.all([inLocked.stop(), ordinary.stop()])).toEqual([0, 0]);
    expect([inLocked.stderr, ordinary.stderr, postmaster(locked)]).toEqual(['', '', null]);
  }, 180_000);

  it('do not move from a port that was asked for, offer another, and leave no PostgreSQL behind', async () => {
    const taken = await occupy(0);
    const address = taken?.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const said = await refused({ PORT: String(port) });
    taken?.close();
    expect(said).toContain(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
    expect(said).not.toContain('    at ');
    expect(postmaster(locked)).toBeNull();
  }, 180_000);
});

/** The built system where an account without rights may read it: here, or in a copy. */
function readableClone(): string {
  if (enterable(resolve('.'))) return '.';
  if (!enterable(dirname(process.execPath))) throw new Error(`Node.js lies in ${process.execPath}, where no other account may enter: cannot try to run as one`);
  const copy = dataFolder(true);
  // Hard links where they are possible: the packages are large.
  try {
    execFileSync('cp', ['-al', 'node_modules', join(copy, 'node_modules')], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-a', 'node_modules', join(copy, 'node_modules')]);
  }
  for (const part of ['dist', 'package.json']) cpSync(part, join(copy, part), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

function enterable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (dirname(at) === at) return true;
  }
}
