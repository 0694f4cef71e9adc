import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../../src/platform/config/config.js';
import { DEMO_ACCOUNTS, ensureDemoAccounts, refuseDemoInProduction } from '../../../src/modules/identity/index.js';
import { startTestApp } from '../../support/app.js';
import { call, login, sql } from './identity.ground.js';

let app: Awaited<ReturnType<typeof startTestApp>>;
let folder: string;
beforeAll(async () => {
  app = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
  folder = mkdtempSync(join(tmpdir(), 'zhiheng-demo-'));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const config = (more: Partial<Pick<Config, 'NODE_ENV' | 'DEMO_ACCOUNTS' | 'DATA_DIR'>> = {}): Config => Object.assign(new Config(), { NODE_ENV: 'development', DEMO_ACCOUNTS: 'yes', DATA_DIR: folder, ...more });
const ensure = async (): Promise<string> => {
  const made = await ensureDemoAccounts(app.database, config());
  if (made === null) throw new Error('none were made');
  return made.password;
};
const hashes = (): Promise<object[]> => sql(app.database, 'SELECT DISTINCT secret_hash FROM account WHERE demo');

describe('demo accounts', () => {
  it('log in with the password of the installation, one per role', async () => {
    const password = await ensure();
    expect(password).toMatch(/^[\w-]{20}$/);
    for (const { login: name, role, kind, agency } of DEMO_ACCOUNTS) {
      if (kind === 'client') continue;
      expect((await login(app.url, name, password)).body.account).toEqual({ login: name, roles: [role], agency });
    }
    const client = await call(app.url, 'POST', '/v1/auth/token', { body: { grant_type: 'client_credentials', client_id: 'demo-system-client', client_secret: password } });
    expect(client.status).toBe(200);
  });

  it('keep that password in a file for its owner only', async () => {
    const password = await ensure();
    const path = join(folder, 'demo-accounts.json');
    chmodSync(path, 0o644);
    expect(await ensure()).toBe(password);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ password, accounts: DEMO_ACCOUNTS });
  });

  it('are left alone when all is well, and mended when it is not', async () => {
    await ensure();
    const before = await hashes();
    await ensure();
    expect(await hashes()).toEqual(before);
    await sql(app.database, `UPDATE account SET active = false, roles = '{administrator}' WHERE login = 'demo-mediator'`);
    const password = await ensure();
    expect((await login(app.url, 'demo-mediator', password)).body.account.roles).toEqual(['mediator']);
  });

  it('get a new password when the file is lost', async () => {
    const before = await ensure();
    rmSync(join(folder, 'demo-accounts.json'));
    const after = await ensure();
    expect(after).not.toBe(before);
    expect((await login(app.url, 'demo-mediator', before)).status).toBe(401);
    expect((await login(app.url, 'demo-mediator', after)).status).toBe(200);
  });

  it('never take over an account that is no demo account', async () => {
    await ensure();
    await sql(app.database, `UPDATE account SET demo = false, secret_hash = 'real' WHERE login = 'demo-mediator'`);
    await ensure();
    expect(await sql(app.database, `SELECT demo, secret_hash FROM account WHERE login = 'demo-mediator'`)).toEqual([{ demo: false, secret_hash: 'real' }]);
    await sql(app.database, `UPDATE account SET demo = true WHERE login = 'demo-mediator'`);
  });

  it('stop the boot of production, by name, until they are switched off', async () => {
    await ensure();
    const production = config({ NODE_ENV: 'production' });
    await expect(refuseDemoInProduction(app.database, production)).rejects.toThrow(/demo-administrator.*demo-mediator/);
    expect(await ensureDemoAccounts(app.database, config({ DEMO_ACCOUNTS: 'no' }))).toBeNull();
    await expect(refuseDemoInProduction(app.database, production)).resolves.toBeUndefined();
    await ensure();
    await expect(refuseDemoInProduction(app.database, config())).resolves.toBeUndefined();
  });

  it('are never made in production', async () => {
    const empty = join(folder, 'production');
    expect(await ensureDemoAccounts(app.database, config({ NODE_ENV: 'production', DATA_DIR: empty }))).toBeNull();
    expect(existsSync(empty)).toBe(false);
  });
});
