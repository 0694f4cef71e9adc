import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../../src/entities.js';
import { seedRouting } from '../../../src/modules/routing/index.js';
import { Chores } from '../../../src/platform/chores/chores.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { Database } from '../../../src/platform/database/database.js';
import { startTestApp, type Json } from '../../support/app.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

jest.setTimeout(60_000);

/** A database that ran with version 1 alone, and then gets the software of today. */
describe('a database that has run version 1', () => {
  let sql: TestDatabase;
  beforeAll(async () => {
    sql = await cloneDatabase();
  });
  afterAll(() => sql.drop());

  const rows = (): Promise<Json[]> => sql.admin("SELECT number, state, effective_from, EXISTS (SELECT 1 FROM ledger_head h WHERE h.subject_type = 'rule-set' AND h.subject_id = r.id) AS recorded FROM rule_set r ORDER BY number");

  async function seed(): Promise<void> {
    const source = await new DataSource(dataSourceOptions(sql.address.appUrl, ENTITIES, 2)).initialize();
    await seedRouting(new Database(source));
    await source.destroy();
  }

  it('keeps it for the decisions that name it, gets version 2, and starts no history twice', async () => {
    const owner = await new DataSource(dataSourceOptions(sql.address.ownerUrl, ENTITIES, 2)).initialize();
    try {
      const undone = async (): Promise<boolean> => (await owner.query<{ gone: boolean }[]>("SELECT NOT EXISTS (SELECT 1 FROM migration WHERE name LIKE 'LetRuleSetsBeDrafted%') AS gone"))[0]?.gone === true;
      while (!(await undone())) await owner.undoLastMigration();
      expect(await sql.admin('SELECT version, status, effective_from::text FROM rule_set')).toEqual([{ version: 1, status: 'live', effective_from: '2026-04-15' }]);
      await owner.runMigrations();
    } finally {
      await owner.destroy();
    }
    expect(await rows()).toEqual([{ number: 1, state: 'published', effective_from: '2026-04-15', recorded: false }]);
    await Promise.all([seed(), seed()]);
    await seed();
    expect(await rows()).toEqual([{ number: 1, state: 'published', effective_from: '2026-04-15', recorded: true }, { number: 2, state: 'published', effective_from: '2026-06-01', recorded: true }]);
  });

  it('where the city has rules of its own, a delivery waits to be published: nothing is switched off silently', async () => {
    await sql.admin(`SET session_replication_role = replica; INSERT INTO rule_set (id, number, state, version, title, effective_from, rules, digest, written_by, drafted_at)
      SELECT uuidv7(), 100, 'published', 1, '本市规则', '2026-07-01', rules, digest, '{}', now() FROM rule_set WHERE number = 2; DELETE FROM rule_set WHERE number = 2; SET session_replication_role = origin`);
    await seed();
    expect(await rows()).toMatchObject([{ number: 1, state: 'published' }, { number: 2, state: 'submitted', effective_from: null, recorded: true }, { number: 100, state: 'published', effective_from: '2026-07-01' }]);
    await sql.admin("SET session_replication_role = replica; DELETE FROM rule_set WHERE number IN (2, 100); SET session_replication_role = origin");
    await seed();
    expect(await rows()).toMatchObject([{ number: 1, state: 'published' }, { number: 2, state: 'published', effective_from: '2026-06-01' }]);
  });

  it('decides by version 2 at once, and retires version 1 on record when the worker comes by', async () => {
    const app = await startTestApp({ sql });
    try {
      const reader = await app.as('oversight');
      expect((await reader.get('/v1/routing/rule-sets/live')).body.number).toBe(2);
      await app.app.get(Chores).tidy();
      expect(await rows()).toMatchObject([{ number: 1, state: 'retired' }, { number: 2, state: 'published' }]);
      expect((await reader.get('/v1/routing/rule-sets/1/timeline')).body.items.map(({ event }: Json) => event)).toEqual(['rule-set.delivered', 'rule-set.retired']);
      expect((await (await app.as('administrator')).get('/v1/ledger/verification')).body).toMatchObject({ ok: true });
    } finally {
      await app.close();
    }
  });
});
