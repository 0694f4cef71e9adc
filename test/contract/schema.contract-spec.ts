import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { dataSourceOptions, type Entities } from '../../src/platform/database/data-source.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

@Entity('notice', { comment: 'A notice with a column that no migration made' })
class WiderNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pk', comment: 'id' })
  id: string;

  @Column('text', { comment: 'not in the database' })
  missing: string;
}

let sql: TestDatabase;
beforeAll(async () => {
  sql = await cloneDatabase();
});
afterAll(() => sql.drop());

async function differences(entities: Entities): Promise<string[]> {
  const owner = await new DataSource(dataSourceOptions(sql.address.ownerUrl, entities, 2)).initialize();
  try {
    return (await owner.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  } finally {
    await owner.destroy();
  }
}

describe('the migrated database', () => {
  it('is what the entities describe: migration:generate would have nothing to say', async () => {
    expect(await differences(ENTITIES)).toEqual([]);
  });

  it('is told from entities that ask for more', async () => {
    expect((await differences([WiderNotice])).some((query) => query.includes('missing'))).toBe(true);
  });

  it('has a comment on every table and column', async () => {
    const bare = await sql.admin<{ what: string }>(
      `SELECT c.oid::regclass::text AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault') AND c.relname <> 'migration' AND coalesce(obj_description(c.oid, 'pg_class'), '') = ''
       UNION ALL SELECT c.oid::regclass::text || '.' || a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault') AND c.relname <> 'migration' AND coalesce(col_description(c.oid, a.attnum), '') = ''`,
    );
    expect(bare).toEqual([]);
  });

  it('goes down and up again', async () => {
    const owner = await new DataSource(dataSourceOptions(sql.address.ownerUrl, ENTITIES, 2)).initialize();
    try {
      const count = (await owner.query<unknown[]>('SELECT * FROM migration')).length;
      for (let step = 0; step < count; step += 1) await owner.undoLastMigration();
      expect(await owner.query("SELECT count(*)::int AS left FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('public', 'vault') AND c.relname <> 'migration'")).toEqual([{ left: 0 }]);
      expect(await owner.runMigrations()).toHaveLength(count);
    } finally {
      await owner.destroy();
    }
  });
});
