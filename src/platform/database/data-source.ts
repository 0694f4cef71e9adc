import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { SnakeNaming } from './snake-naming.js';

export type Entities = MixedList<string | (new () => object) | EntitySchema>;

/** Options shared by the running system and by migrations. `pipeline` lets one round trip carry claims, statement and commit. */
export function dataSourceOptions(url: string, entities: Entities, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as DataSourceOptions['entities'],
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    applicationName: 'zhiheng',
    extra: { connectionString: url, max: pool, pipeline: true, connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: 60_000 },
  };
}

/** Brings the database up to date as its owner. Safe to call from several processes: an advisory lock makes the others wait. */
export async function migrate(ownerUrl: string, entities: Entities): Promise<number> {
  const owner = await new DataSource({ ...dataSourceOptions(ownerUrl, entities, 2) }).initialize();
  try {
    const runner = owner.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(hashtext($1))', ['zhiheng:migrate']);
    const done = await owner.runMigrations();
    await runner.query('SELECT pg_advisory_unlock(hashtext($1))', ['zhiheng:migrate']);
    await runner.release();
    return done.length;
  } finally {
    await owner.destroy();
  }
}
