import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { makeApp, prepare } from '../src/boot.js';
import { loadConfig } from '../src/platform/config/config.js';
import { embeddedAddress, ensureRoles, withClient, type DatabaseAddress } from '../src/platform/database/connect.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';
import { AccessTokens } from '../src/platform/security/tokens.js';
import { makeTemplate } from '../src/test-template.js';
import { capture } from './capture.js';
import { openDeadlines } from './grow.js';
import { AGENCY, DESK, NUMBER, samplesOf, TARGET, type Sample, type ScenarioName } from './scenarios.js';
import { templateOf, type Template } from './template.js';

/** A database of its own, with what the bench learned from the real system running on it. */
export interface Ground {
  readonly address: DatabaseAddress;
  readonly adminUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly samples: Readonly<Record<ScenarioName, Sample>>;
  readonly templates: Readonly<Record<ScenarioName, Template>>;
  /** A complaint as it stands after filing, and a case: to be copied. */
  readonly complaint: string;
  readonly caseFile: string;
  /** Process of PostgreSQL. */
  readonly postmaster: number;
  admin(): Promise<pg.Client>;
}

const FOLDER = '.data/bench';
const SECRETS = { TOKEN_SECRET: randomBytes(48).toString('base64'), VAULT_KEYS: `bench:${randomBytes(32).toString('base64')}`, VAULT_INDEX_KEY: randomBytes(32).toString('base64') };
const UNLIMITED = '10000000';

export async function startPostgres(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(FOLDER);
  await withClient(postgres.adminUrl('postgres'), async (client) => {
    await ensureRoles(client, postgres.appPassword);
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 'zhiheng\\_bench%'");
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
  return postgres;
}

/** Makes a database, files, accepts and opens a case on it with the real system, and writes down what it sent. */
export async function prepareGround(postgres: EmbeddedPostgres, name: string, pool: number): Promise<Ground> {
  await makeTemplate(postgres, name);
  const address = embeddedAddress(postgres, name);
  const env = {
    NODE_ENV: 'test', ROLE: 'api', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: address.appUrl, DATABASE_OWNER_URL: address.ownerUrl, DATABASE_POOL: String(pool), MIGRATE_ON_START: 'no', DEMO_ACCOUNTS: 'no',
    LOG_LEVEL: 'info', RATE_LIMIT_PER_MINUTE: UNLIMITED, ACCESS_TOKEN_SECONDS: '3600', DATA_DIR: join(FOLDER, 'data'), ...SECRETS,
  };
  const config = loadConfig({ ...env, LOG_LEVEL: 'warn' });
  const prepared = await prepare(config, { ...address, embedded: null });
  const app = await makeApp(config, prepared);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  try {
    const accounts = { desk: randomUUID(), officer: randomUUID() };
    const samples = samplesOf({ desk: await token(app, accounts.desk, 'hotline-operator', DESK), officer: await token(app, accounts.officer, 'enforcement-officer', AGENCY) });
    const adminUrl = postgres.adminUrl(name);
    const learned = await withClient(adminUrl, (client) => learn(app, client, samples));
    return { address, adminUrl, env, samples, ...learned, postmaster: Number(readFileSync(join(postgres.folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]), admin: () => connected(adminUrl) };
  } finally {
    await app.close();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // When the bench fails it stops PostgreSQL under this connection: that must not hide why.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function token(app: NestFastifyApplication, id: string, role: string, agency: string): Promise<string> {
  return app.get(AccessTokens).issue({ sub: id, login: `bench-${role}`, kind: 'person', roles: [role], agency, regions: null });
}

async function learn(app: NestFastifyApplication, client: pg.Client, samples: Readonly<Record<ScenarioName, Sample>>): Promise<Pick<Ground, 'templates' | 'complaint' | 'caseFile'>> {
  const numbered = (sample: Sample, number: number, target = ''): Sample => {
    const fill = (text: string): string => text.replaceAll(NUMBER, String(number).padStart(NUMBER.length, '0')).replace(TARGET, target);
    return { ...sample, path: fill(sample.path), body: fill(sample.body), headers: Object.fromEntries(Object.entries(sample.headers).map(([name, value]) => [name, fill(value)])) };
  };
  // The first of everything fetches blocks of numbers: the second is as all others.
  const first = (await capture(app, numbered(samples.file, 9_999_999_990))).answer as Filed;
  const filed = await capture(app, numbered(samples.file, 9_999_999_991));
  const { receiptNumber, receiptCode } = filed.answer as Filed;
  const kept = [...accountsIn(samples)];
  const file = templateOf(filed, ['B-9999999991', 'bench-9999999991', receiptNumber, receiptCode], kept);
  const [[, open] = ['', []]] = await openDeadlines(client, [first.id]);
  const accepted = await capture(app, numbered(samples.accept, 9_999_999_992, first.id));
  const accept = templateOf(accepted, ['bench-9999999992', first.id, ...open], kept);
  const opened = await capture(app, { ...numbered(samples.accept, 9_999_999_993, first.id), path: `/v1/complaints/${first.id}/open-case`, headers: { ...numbered(samples.accept, 9_999_999_993).headers, 'if-match': '"2"' } });
  const worklist = templateOf(await capture(app, samples.worklist), [], kept);
  return { templates: { file, accept, worklist }, complaint: (filed.answer as Filed).id, caseFile: (opened.answer as { caseId: string }).caseId };
}

interface Filed {
  readonly id: string;
  readonly receiptNumber: string;
  readonly receiptCode: string;
}

/** Accounts stand in the statements of every request: their ids are not made anew. */
function accountsIn(samples: Readonly<Record<ScenarioName, Sample>>): Set<string> {
  return new Set(Object.values(samples).map(({ headers }) => (JSON.parse(Buffer.from(headers['authorization']?.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub));
}
