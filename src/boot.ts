import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { seedDeadlines } from './modules/deadlines/index.js';
import { ensureDemoAccounts, refuseDemoInProduction, seedIdentityReference, type DemoAccounts } from './modules/identity/index.js';
import { seedRouting } from './modules/routing/index.js';
import type { Config } from './platform/config/config.js';
import { APP_ROLE, connectDatabase, type DatabaseAddress } from './platform/database/connect.js';
import { dataSourceOptions, migrate } from './platform/database/data-source.js';
import { Database } from './platform/database/database.js';
import { describeTables } from './platform/database/describe.js';
import { refuseWideRole } from './platform/database/refuse-wide-role.js';
import { SystemNow, type Now } from './platform/http/clock.js';
import { createApp } from './platform/http/server.js';
import { Queues } from './platform/queues/queues.js';
import { AppModule } from './app.module.js';

export interface Prepared {
  readonly address: DatabaseAddress;
  readonly dataSource: DataSource;
  readonly demo: DemoAccounts | null;
}

/** Migrations as the owner: tables, their descriptions, and those of the queue backend. */
export async function migrateAll(ownerUrl: string): Promise<number> {
  const count = await migrate(ownerUrl, ENTITIES);
  await describeTables(ownerUrl, ENTITIES);
  await Queues.prepare(ownerUrl, APP_ROLE);
  return count;
}

/** Reference data, the same on every start. */
export async function seedAll(database: Database): Promise<void> {
  await seedIdentityReference(database);
  await seedDeadlines(database);
  await seedRouting(database);
}

/** From a configuration to a database that is there, migrated, described and seeded. A failure leaves no server running. */
export async function prepare(config: Config, address?: DatabaseAddress): Promise<Prepared> {
  const at = address ?? (await connectDatabase(config));
  try {
    return await prepareAt(config, at);
  } catch (error) {
    await at.embedded?.stop();
    throw error;
  }
}

async function prepareAt(config: Config, address: DatabaseAddress): Promise<Prepared> {
  const migrating = config.MIGRATE_ON_START === 'yes';
  if (migrating) await migrateAll(address.ownerUrl);
  const dataSource = await new DataSource(dataSourceOptions(address.appUrl, ENTITIES, config.DATABASE_POOL)).initialize();
  await refuseWideRole(dataSource);
  const database = new Database(dataSource);
  if (migrating) await seedAll(database);
  await refuseDemoInProduction(database, config);
  return { address, dataSource, demo: await ensureDemoAccounts(database, config) };
}

/** The whole system over a prepared database, not yet listening. */
export async function makeApp(config: Config, { address, dataSource }: Prepared, now: Now = new SystemNow()): Promise<NestFastifyApplication> {
  return createApp(AppModule.with({ config, dataSource, databaseUrl: address.appUrl, now }), config);
}
