import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeApp, prepare } from '../../src/boot.js';
import { Account } from '../../src/modules/identity/index.js';
import { loadConfig, type Config } from '../../src/platform/config/config.js';
import { fillDevelopmentSecrets } from '../../src/platform/config/secrets.js';
import { systemClaims } from '../../src/platform/database/claims.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { insertInto } from '../../src/platform/database/insert-statements.js';
import { Now } from '../../src/platform/http/clock.js';
import { AccessTokens } from '../../src/platform/security/tokens.js';
import { cloneDatabase, type TestDatabase } from './database.js';

/** A clock that a test sets; it starts at the real time and moves only when told. */
export class TestNow extends Now {
  private at: Date | null = null;

  date(): Date {
    return this.at === null ? new Date() : new Date(this.at);
  }

  set(instant: string): void {
    this.at = new Date(instant);
  }
}

export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

// Answers are looked at member by member: a test that misspells one fails by itself.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Client {
  readonly id: string;
  readonly agency: string;
  readonly token: string;
  get<Body = Json>(path: string, headers?: Record<string, string>): Promise<Reply<Body>>;
  /** With a fresh Idempotency-Key unless one is given. */
  post<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>;
  /** A command on the version given. */
  command<Body = Json>(path: string, version: number, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>;
}

export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly config: Config;
  readonly now: TestNow;
  readonly sql: TestDatabase;
  /** A client with a role, in the role's usual agency unless another is named. */
  as(role: string, agency?: string, regions?: string[]): Promise<Client>;
  close(): Promise<void>;
}

export interface TestOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Time at the start, RFC 3339: set before the sweeper looks at the clock for the first time. */
  readonly at?: string;
  /** A database that outlives the app, to start a second one on it. */
  readonly sql?: TestDatabase;
}

const USUAL_AGENCY: Readonly<Record<string, string>> = {
  'hotline-operator': 'cz-hotline-12345', 'system-client': 'cz-hotline-12345', 'intake-clerk': 'cz-ip-intake', mediator: 'cz-ip-mediation-committee',
  'mediation-secretary': 'cz-ip-mediation-committee', 'court-liaison': 'cz-court', 'prosecutor-liaison': 'cz-procuratorate', 'police-liaison': 'cz-police', oversight: 'cz-justice', inspector: 'cz-npc-office', administrator: 'cz-government-data',
};

/** The real system over a clone of the template, on a free port. HTTP only unless ROLE says otherwise. */
export async function startTestApp({ env = {}, at, sql: given }: TestOptions = {}): Promise<TestApp> {
  const sql = given ?? (await cloneDatabase());
  const config = loadConfig({
    NODE_ENV: 'test', ROLE: 'api', PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'zhiheng-test-')), DATABASE_POOL: '6', MIGRATE_ON_START: 'no', DEMO_ACCOUNTS: 'no',
    LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '1000000', RELAY_MILLISECONDS: '20', SWEEP_MILLISECONDS: '50', ...env,
  });
  fillDevelopmentSecrets(config);
  const now = new TestNow();
  if (at !== undefined) now.set(at);
  const prepared = await prepare(config, sql.address);
  const app = await makeApp(config, prepared, now);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const database = app.get(Database);
  return {
    url, app, database, config, now, sql,
    as: async (role, agency = USUAL_AGENCY[role] ?? 'cz-market-regulation', regions) => client(url, await account(app, database, role, agency, regions ?? null), agency),
    close: async () => {
      await app.close();
      rmSync(config.DATA_DIR, { recursive: true, force: true });
      if (given === undefined) await sql.drop();
    },
  };
}

interface Bearer {
  readonly id: string;
  readonly token: string;
  /** A token that holds now: a test that moves the clock by days logs in again, as people do. */
  readonly current: () => Promise<string>;
}

const FRESH_MILLISECONDS = 300_000;

async function account(app: NestFastifyApplication, database: Database, role: string, agency: string, regions: string[] | null): Promise<Bearer> {
  const id = newId();
  const kind = role === 'system-client' ? 'client' : 'person';
  const login = `test-${role}-${id}`;
  const row: Account = { id, kind, login, secretHash: 'no log-in', roles: [role], agency, regions, failures: 0, lockedUntil: null, active: true, deactivatedAt: null, deactivatedBy: null, demo: false, createdAt: new Date() };
  await database.transact(systemClaims('test'), [], (transaction) => transaction.batch([transaction.insert([insertInto(Account, row)])]));
  const issue = (): Promise<string> => app.get(AccessTokens).issue({ sub: id, login, kind, roles: [role], agency, regions });
  const now = app.get(Now);
  let held = { token: await issue(), since: now.date().getTime() };
  const current = async (): Promise<string> => {
    const at = now.date().getTime();
    if (Math.abs(at - held.since) > FRESH_MILLISECONDS) held = { token: await issue(), since: at };
    return held.token;
  };
  return { id, token: held.token, current };
}

function client(url: string, { id, token: bearer, current }: Bearer, agency: string): Client {
  const send = async (method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Reply<never>> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await current()}`, 'accept-language': 'en', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? null : parsed(text)) as never };
  };
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  return {
    id, agency, token: bearer,
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    post: (path, body, headers = {}) => send('POST', path, body, { ...key(), ...headers }),
    command: (path, version, body, headers = {}) => send('POST', path, body, { ...key(), 'if-match': `"${version}"`, ...headers }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
