import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanUp, dataFolder, startServer } from '../support/server-process.js';

jest.setTimeout(180_000);
afterEach(cleanUp, 30_000);

const KEY = Buffer.alloc(32, 9).toString('base64');
const PRODUCTION = { NODE_ENV: 'production', DATABASE_URL: 'postgres://app:the-database-password@127.0.0.1:1/zhiheng', TOKEN_SECRET: 'q'.repeat(48), VAULT_KEYS: `k1:${KEY}`, VAULT_INDEX_KEY: KEY };

/** What it printed before it refused, which must be at once and without a database. */
async function refusal(env: Record<string, string>): Promise<string> {
  const DATA_DIR = dataFolder();
  const server = startServer({ env: { ...env, DATA_DIR } });
  expect(await server.ended).toBe(1);
  expect(readdirSync(DATA_DIR)).toEqual([]);
  return server.output();
}

describe('a wrong configuration', () => {
  it('is refused by the name of the variable and what is allowed, every problem at once', async () => {
    const said = await refusal({ PORT: 'eighty', ROLE: 'boss', LOG_LEVEL: 'loud' });
    expect(said).toContain('PORT="eighty": allowed is 0–65535');
    expect(said).toContain('ROLE="boss": allowed is api | worker | all');
    expect(said).toContain('LOG_LEVEL="loud": allowed is silent | error | warn | info | debug');
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('is refused without the value of a secret', async () => {
    const said = await refusal({ TOKEN_SECRET: 'hush-1', VAULT_KEYS: 'hush-2', VAULT_INDEX_KEY: 'hush-3', DATABASE_URL: 'mysql://hush-4@x/y', REDIS_URL: 'http://hush-5' });
    for (const name of ['TOKEN_SECRET', 'VAULT_KEYS', 'VAULT_INDEX_KEY', 'DATABASE_URL', 'REDIS_URL']) expect(said).toContain(`${name}=(not shown): allowed is `);
    expect(said).not.toContain('hush');
  });

  it('is refused in production without secrets of its own', async () => {
    const said = await refusal({ NODE_ENV: 'production' });
    for (const name of ['DATABASE_URL', 'TOKEN_SECRET', 'VAULT_KEYS', 'VAULT_INDEX_KEY']) expect(said).toContain(`${name} is not set: production starts with your own only`);
  });

  it('is refused in production with demo accounts', async () => {
    const said = await refusal({ ...PRODUCTION, DEMO_ACCOUNTS: 'yes' });
    expect(said).toContain('DEMO_ACCOUNTS=yes: production has no demo accounts, set no');
    for (const secret of ['the-database-password', KEY, 'qqqq']) expect(said).not.toContain(secret);
  });

  it('that names a database which is not there ends with its address and without its password', async () => {
    const said = await refusal(PRODUCTION);
    expect(said).toContain('ECONNREFUSED 127.0.0.1:1');
    expect(said).not.toContain('the-database-password');
  });
});

describe('a port that is taken', () => {
  it('is refused when it was chosen, and another is named', async () => {
    const blocker = await occupy(0);
    const address = blocker?.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    const server = startServer({ env: { DATA_DIR: dataFolder(), PORT: String(address.port) } });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`Port ${address.port} is taken. Stop what uses it, or choose another: PORT=${address.port + 1} npm start`);
    blocker?.close();
  });

  it('is left for the next when it is the default, and that is said', async () => {
    // Somebody else on 3000 does as well.
    const blocker = await occupy(3000);
    const server = startServer({ env: { DATA_DIR: dataFolder() } });
    await server.up();
    expect(server.output()).toContain('Port 3000 is taken, trying 3001');
    const port = Number(new URL(server.url()).port);
    expect(port).toBeGreaterThan(3000);
    expect((await fetch(`${server.url()}/health/live`)).status).toBe(200);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    blocker?.close();
  });
});

function occupy(port: number): Promise<Server | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => done(server));
  });
}
