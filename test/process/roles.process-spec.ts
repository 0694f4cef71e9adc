import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { report } from '../support/builders.js';
import { cloneDatabase } from '../support/database.js';
import { cleanUp, databaseFolder, dataFolder, freePort, lockFile, logIn, postmaster, startServer } from '../support/server-process.js';
import { until } from '../support/wait.js';

jest.setTimeout(180_000);
afterEach(cleanUp, 30_000);

describe('the two halves of the system', () => {
  it('work as two processes: one takes the filing, the other writes the notice', async () => {
    const sql = await cloneDatabase();
    try {
      const key = Buffer.alloc(32, 5).toString('base64');
      const shared = { DATABASE_URL: sql.address.appUrl, DATABASE_OWNER_URL: sql.address.ownerUrl, MIGRATE_ON_START: 'no', TOKEN_SECRET: 's'.repeat(40), VAULT_KEYS: `k1:${key}`, VAULT_INDEX_KEY: key, RELAY_MILLISECONDS: '50', DATABASE_POOL: '4' };
      const api = startServer({ env: { ...shared, ROLE: 'api', DATA_DIR: dataFolder(), PORT: String(await freePort()) } });
      expect(await api.up()).toContain('is up (api)');
      const { status, body } = await (await logIn(api, 'demo-hotline-operator'))('POST', '/v1/complaints', report({ region: '445100' }), 'two-processes-1');
      expect(status).toBe(201);
      const notices = (): Promise<unknown[]> => sql.admin('SELECT event, agency FROM notice WHERE subject_id = $1', [body.id]);
      // Nobody is there yet to write it, and nothing is lost meanwhile.
      expect(await notices()).toEqual([]);

      const worker = startServer({ env: { ...shared, ROLE: 'worker', DATA_DIR: dataFolder(), DEMO_ACCOUNTS: 'no' } });
      const banner = await worker.up();
      expect(banner).toContain('is up (worker)');
      expect(banner).not.toContain('address:');
      expect(await until('the notice', async () => { const rows = await notices(); return rows.length > 0 && rows; })).toEqual([{ event: 'complaint.registered', agency: body.route.agency }]);
      for (const server of [worker, api]) {
        server.signal('SIGTERM');
        expect(await server.ended).toBe(0);
      }
    } finally {
      await cleanUp();
      await sql.drop();
    }
  });
});

describe('the account', () => {
  it('may be an ordinary one: everything stays in the data folder', async () => {
    const root = process.getuid?.() === 0;
    if (!root) process.stdout.write('Not root here: that the server runs as root was not tried, as an ordinary user it was.\n');
    const copy = root ? copyForNobody() : null;
    try {
      const DATA_DIR = dataFolder();
      if (copy !== null) chownSync(DATA_DIR, copy.uid, copy.gid);
      const server = startServer({ env: { DATA_DIR, PORT: String(await freePort()), HOME: DATA_DIR }, ...copy });
      await server.up();
      expect(databaseFolder(DATA_DIR)).toBe(join(DATA_DIR, 'postgres'));
      if (copy !== null) for (const path of [`/proc/${server.pid}`, `/proc/${postmaster(DATA_DIR)}`, lockFile(DATA_DIR)]) expect(statSync(path).uid).toBe(copy.uid);
      expect(statSync(join(DATA_DIR, 'secrets.json')).mode & 0o777).toBe(0o600);
      const { status } = await (await logIn(server, 'demo-hotline-operator'))('POST', '/v1/complaints', report(), 'ordinary-user-1');
      expect(status).toBe(201);
      server.signal('SIGTERM');
      expect(await server.ended).toBe(0);
    } finally {
      await cleanUp();
      if (copy !== null) rmSync(copy.root, { recursive: true, force: true });
    }
  });
});

/** What the server needs, where `nobody` may read and not write: hard links when the disk is the same, else copies. */
function copyForNobody(): { root: string; uid: number; gid: number } {
  const root = mkdtempSync(join(tmpdir(), 'zhiheng-nobody-'));
  chmodSync(root, 0o755);
  for (const name of ['dist', 'openapi', 'package.json']) cpSync(name, join(root, name), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  try {
    execFileSync('cp', ['-al', 'node_modules/.', join(root, 'node_modules')], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-a', 'node_modules/.', join(root, 'node_modules')]);
  }
  execFileSync('chmod', ['-R', 'a+rX', join(root, 'dist'), join(root, 'openapi'), join(root, 'package.json')]);
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { root, uid: id('-u'), gid: id('-g') };
}
