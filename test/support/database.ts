import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { APP_ROLE, OWNER_ROLE, withClient, type DatabaseAddress } from '../../src/platform/database/connect.js';

export interface TestDatabase {
  readonly name: string;
  readonly address: DatabaseAddress;
  /** Superuser, for playing the attacker or looking behind the scenes. */
  readonly adminUrl: string;
  admin<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own for a test file, cloned from the migrated template that `npm test` made. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { ZHIHENG_TEST_ADMIN: admin, ZHIHENG_TEST_APP_PASSWORD: password, ZHIHENG_TEST_TEMPLATE: template } = process.env;
  if (admin === undefined || password === undefined || template === undefined) throw new Error('Run tests through npm test: it starts PostgreSQL and makes the template');
  const name = `zhiheng_t_${randomBytes(6).toString('hex')}`;
  // PostgreSQL refuses to clone a template while another clone of it begins: one at a time.
  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(4711)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER_ROLE}`);
  });
  const adminUrl = withDatabase(admin, name);
  const app = new URL(adminUrl);
  app.username = APP_ROLE;
  app.password = password;
  const owner = new URL(adminUrl);
  owner.searchParams.set('options', `-c role=${OWNER_ROLE}`);
  return {
    name,
    adminUrl,
    address: { ownerUrl: owner.toString(), appUrl: app.toString(), embedded: null },
    admin: (text, values = []) => withClient(adminUrl, async (client) => (await client.query(text, values)).rows),
    drop: async () => {
      await withClient(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
