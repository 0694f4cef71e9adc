import pg from 'pg';
import type { Config } from '../config/config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

export const OWNER_ROLE = 'zhiheng_owner';
export const APP_ROLE = 'zhiheng_app';
const EMBEDDED_DATABASE = 'zhiheng';

/** Two ways in: the owner migrates, the application role runs. Neither bypasses row-level security. */
export interface DatabaseAddress {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly embedded: EmbeddedPostgres | null;
}

/** Finds or starts PostgreSQL and makes sure that both roles and the database are there. Times are UTC inside. */
export async function connectDatabase(config: Config): Promise<DatabaseAddress> {
  if (config.DATABASE_URL !== undefined) return external(config.DATABASE_URL, config.DATABASE_OWNER_URL ?? config.DATABASE_URL);
  const embedded = await startEmbeddedPostgres(config.DATA_DIR);
  await withClient(embedded.adminUrl('postgres'), async (client) => {
    await ensureRoles(client, embedded.appPassword);
    await ensureDatabase(client, EMBEDDED_DATABASE);
  });
  await withClient(embedded.adminUrl(EMBEDDED_DATABASE), letSearchUseIndexes);
  return embeddedAddress(embedded, EMBEDDED_DATABASE);
}

/** The addresses of one database of the embedded server. */
export function embeddedAddress(embedded: EmbeddedPostgres, database: string): DatabaseAddress {
  const app = new URL(embedded.adminUrl(database));
  app.username = APP_ROLE;
  app.password = embedded.appPassword;
  return { ownerUrl: asRole(embedded.adminUrl(database), OWNER_ROLE), appUrl: app.toString(), embedded };
}

export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${OWNER_ROLE}`);
}

/** Roles are cluster-wide: several databases of one server share them. `appPassword` lets the application role log in by itself. */
export async function ensureRoles(client: pg.Client, appPassword?: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname IN ($1, $2)', [OWNER_ROLE, APP_ROLE]);
  const there = new Set(rows.map((row) => row.rolname));
  for (const role of [OWNER_ROLE, APP_ROLE]) if (!there.has(role)) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`);
  if (appPassword !== undefined) await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`);
}

/** What search asks by: words of a text, parts of a name or number, likeness of names, numbers that a matter came under elsewhere. */
const SEARCH_OPERATORS = ['ts_match_vq(tsvector, tsquery)', 'textlike(text, text)', 'similarity_op(text, text)', 'word_similarity_op(text, text)', 'jsonb_contains(jsonb, jsonb)'];

/**
 * Row-level security lets no operator see a row before its policy does, unless the operator is known to tell nothing of what
 * it sees: without this every search reads the whole table instead of its index. Only a superuser may say so, per database;
 * where nobody did, search is right and slow (docs/adr/0018).
 */
export async function letSearchUseIndexes(client: pg.Client): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  for (const operator of SEARCH_OPERATORS) await client.query(`ALTER FUNCTION ${operator} LEAKPROOF`);
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Both roles by the logins that the operator gave. What is missing is made, where the login may make it. */
async function external(appLogin: string, ownerLogin: string): Promise<DatabaseAddress> {
  await withClient(ownerLogin, async (client) => {
    const { rows } = await client.query<{ missing: boolean; may: boolean; login: string }>(
      'SELECT (SELECT count(*) FROM pg_roles WHERE rolname IN ($1, $2)) < 2 AS missing, rolcreaterole OR rolsuper AS may, rolname AS login FROM pg_roles WHERE rolname = current_user',
      [OWNER_ROLE, APP_ROLE],
    );
    const [row] = rows;
    if (row?.missing === true) {
      if (!row.may) throw new Error(`The roles ${OWNER_ROLE} and ${APP_ROLE} do not exist and ${row.login} may not create them: run docker/roles.sql as a superuser`);
      await ensureRoles(client);
      await client.query(`GRANT ${OWNER_ROLE}, ${APP_ROLE} TO ${client.escapeIdentifier(row.login)}`);
    }
    await letOwnerCreate(client);
  });
  return { ownerUrl: asRole(ownerLogin, OWNER_ROLE), appUrl: asRole(appLogin, APP_ROLE), embedded: null };
}

/** Migrations make schemas, and tables in `public`: rights that a fresh database gives to nobody but its owner. */
async function letOwnerCreate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean; database: string }>("SELECT has_database_privilege($1, current_database(), 'CREATE') AND has_schema_privilege($1, 'public', 'CREATE') AS may, current_database() AS database", [OWNER_ROLE]);
  const [row] = rows;
  if (row === undefined || row.may) return;
  await client.query(`GRANT CREATE ON DATABASE ${client.escapeIdentifier(row.database)} TO ${OWNER_ROLE}`);
  await client.query(`GRANT CREATE ON SCHEMA public TO ${OWNER_ROLE}`);
}

/** The same login, but every session starts as `role`. A login that is that role already is left alone. */
function asRole(login: string, role: string): string {
  const url = new URL(login);
  if (url.username === role) return login;
  url.searchParams.set('options', `-c role=${role}`);
  return url.toString();
}
