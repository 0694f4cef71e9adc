import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { migrateAll, seedAll } from './boot.js';
import { ENTITIES } from './entities.js';
import { generate } from './generate/index.js';
import { createAccount } from './modules/identity/index.js';
import { rotateImportChunks } from './modules/imports/index.js';
import { ConfigError, loadConfig, type Config } from './platform/config/config.js';
import { fillDevelopmentSecrets } from './platform/config/secrets.js';
import { systemClaims } from './platform/database/claims.js';
import { connectDatabase, type DatabaseAddress } from './platform/database/connect.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { Database } from './platform/database/database.js';
import { RowMapper } from './platform/database/row-mapper.js';
import { LedgerQueries } from './platform/ledger/ledger.queries.js';
import { Vault } from './platform/security/vault.js';
import { SUBJECTS } from './subjects.js';

interface Command {
  readonly about: string;
  /** Returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: { about: 'bring the database up to date, as its owner, and load the reference data', run: () => withAddress(async ({ ownerUrl, appUrl }, config) => {
    console.log(`${await migrateAll(ownerUrl)} migrations run`);
    await withDatabase(appUrl, config, (database) => seedAll(database));
    return 0;
  }) },
  'check-schema': { about: 'compare the entities with the migrated database; 1 when they differ', run: () => withAddress(async ({ ownerUrl }) => {
    await migrateAll(ownerUrl);
    return checkSchema(ownerUrl);
  }) },
  'verify-ledger': { about: 'recompute every hash chain [of one subject: its id]; 1 when one is broken', run: ([subject]) => withAddress(({ appUrl }, config) => withDatabase(appUrl, config, (database, rows) => verifyLedger(database, rows, subject))) },
  'rotate-vault': { about: 'seal every vault record with the newest key of VAULT_KEYS', run: () => withAddress(({ appUrl }, config) => withDatabase(appUrl, config, async (database) => {
    const vault = new Vault(config, database);
    const records = await vault.rotate(systemClaims('cli'));
    console.log(`${records + (await rotateImportChunks(database, vault, systemClaims('cli')))} records sealed again`);
    return 0;
  })) },
  'create-account': { about: '<login> <role> <agency>: make a person, such as the first administrator; the password is shown once', run: ([login, role, agency]) => withAddress(({ appUrl }, config) => withDatabase(appUrl, config, async (database) => {
    if (login === undefined || role === undefined || agency === undefined) return usage();
    const secret = randomBytes(15).toString('base64url');
    await createAccount(database, { kind: 'person', login, secret, roles: [role], agency, regions: null }, new Date());
    console.log(`${login}: ${secret}`);
    return 0;
  })) },
  generate: { about: 'write openapi/openapi.json and docs/generated/; with --check only compare, 1 when something is stale', run: async (args) => {
    const stale = await generate(args.includes('--check'));
    for (const path of stale) console.log(`${args.includes('--check') ? 'stale' : 'written'}: ${path}`);
    if (args.includes('--check') && stale.length > 0) console.log('Run npm run generate and commit what changes');
    return args.includes('--check') && stale.length > 0 ? 1 : 0;
  } },
};

async function checkSchema(ownerUrl: string): Promise<number> {
  const owner = await new DataSource(dataSourceOptions(ownerUrl, ENTITIES, 2)).initialize();
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) console.log(`differs: ${query}`);
    console.log(upQueries.length === 0 ? 'Entities and database agree' : 'Write a migration, or mend the entity');
    return upQueries.length === 0 ? 0 : 1;
  } finally {
    await owner.destroy();
  }
}

async function verifyLedger(database: Database, rows: RowMapper, subject: string | undefined): Promise<number> {
  const owners = SUBJECTS.map(({ lifecycle, entity }) => ({ subject: lifecycle.subject, table: rows.table(entity) }));
  const { ok, subjects, entries, broken } = await new LedgerQueries(database, owners).verify(subject);
  for (const { subjectType, subjectId, result } of broken) console.log(`BROKEN ${subjectType} ${subjectId}: first bad entry ${result.firstBadSeq}, ${result.fault} (${result.detail.en} / ${result.detail.zh})`);
  console.log(`${subjects} chains, ${entries} entries: ${ok ? 'whole' : `${broken.length} broken`}`);
  return ok ? 0 : 1;
}

async function withAddress(work: (address: DatabaseAddress, config: Config) => Promise<number>): Promise<number> {
  const config = loadConfig(process.env);
  fillDevelopmentSecrets(config);
  const address = await connectDatabase(config);
  try {
    return await work(address, config);
  } finally {
    await address.embedded?.stop();
  }
}

async function withDatabase<Result>(url: string, config: Config, work: (database: Database, rows: RowMapper) => Promise<Result>): Promise<Result> {
  const dataSource = await new DataSource(dataSourceOptions(url, ENTITIES, config.DATABASE_POOL)).initialize();
  try {
    return await work(new Database(dataSource), new RowMapper(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command !== undefined) return command.run(args);
  const code = usage();
  return name === 'help' ? 0 : code;
}

function usage(): number {
  console.log(['npm run cli -- <command>', ...Object.entries(COMMANDS).map(([key, { about }]) => `  ${key.padEnd(14)} ${about}`)].join('\n'));
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof ConfigError || !(error instanceof Error) ? String((error as Error).message) : error);
    process.exit(1);
  },
);
