import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateAll } from '../../../src/boot.js';
import { withClient } from '../../../src/platform/database/connect.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/wait.js';

let sql: TestDatabase;
beforeAll(async () => {
  sql = await cloneDatabase();
});
afterAll(() => sql.drop());

async function fileOne(app: TestApp): Promise<void> {
  const [operator, officer] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer')]);
  const { body } = await operator.post('/v1/complaints', report());
  await until('its notice', async () => (await officer.get('/v1/notices?limit=200')).body.items.some((row: { subjectId: string }) => row.subjectId === body.id));
}

describe('a second start on the same database', () => {
  it('migrates, describes and seeds again after jobs have run, and goes on working', async () => {
    for (let round = 1; round <= 2; round += 1) {
      const app = await startTestApp({ sql, env: { ROLE: 'all', MIGRATE_ON_START: 'yes' } });
      await fileOne(app);
      await app.close();
    }
    const rows = await sql.admin<{ count: number }>('SELECT count(*)::int AS count FROM complaint');
    expect(rows).toEqual([{ count: 2 }]);
  });

  it('finds nothing to do twice', async () => {
    expect(await migrateAll(sql.address.ownerUrl)).toBe(0);
    const before = await sql.admin('SELECT count(*)::int AS rules FROM rule_set');
    expect(await migrateAll(sql.address.ownerUrl)).toBe(0);
    expect(await sql.admin('SELECT count(*)::int AS rules FROM rule_set')).toEqual(before);
    await withClient(sql.address.appUrl, async (client) => expect((await client.query('SELECT current_user AS me')).rows).toEqual([{ me: 'zhiheng_app' }]));
  });
});
