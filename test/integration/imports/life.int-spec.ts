import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rotateImportChunks } from '../../../src/modules/imports/index.js';
import { ImportsJobs } from '../../../src/modules/imports/imports.jobs.js';
import { ImportStore } from '../../../src/modules/imports/imports.store.service.js';
import { Database } from '../../../src/platform/database/database.js';
import { Vault } from '../../../src/platform/security/vault.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/wait.js';
import { csv, CSV, ended, HEADINGS, results, row, upload } from './imports.ground.js';

jest.setTimeout(120_000);

const ROWS = 700;

describe('an import', () => {
  let sql: TestDatabase;
  const apps: TestApp[] = [];
  const DATA = { VAULT_KEYS: `a:${Buffer.alloc(32, 1).toString('base64')}`, VAULT_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'), TOKEN_SECRET: 'a-test-secret-of-more-than-32-characters' };
  const start = async (env: Record<string, string> = {}): Promise<TestApp> => {
    const app = await startTestApp({ sql, env: { ...DATA, ...env } });
    apps.push(app);
    return app;
  };
  beforeEach(async () => {
    sql = await cloneDatabase();
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close().catch(() => undefined);
    await sql.drop();
  });

  const done = async (id: string): Promise<number> => (await sql.admin<{ n: number }>('SELECT coalesce(max(done), 0)::int AS n FROM import_checkpoint WHERE import_id = $1', [id]))[0]?.n ?? 0;
  const stop = async (app: TestApp): Promise<void> => {
    apps.splice(apps.indexOf(app), 1);
    await app.close();
  };
  /** Each row has one result, each number one complaint, and the counts are those of the results. */
  async function expectWhole(id: string, rows: readonly (readonly string[])[], progress: Json): Promise<void> {
    const found = await sql.admin<{ row: number; outcome: string; external: string }>('SELECT row, outcome, external_number AS external FROM import_result WHERE import_id = $1 ORDER BY row', [id]);
    expect(found.map(({ row: line, external }) => [line, external])).toEqual(rows.map(([external], index) => [index + 2, external]));
    const by = (outcome: string): number => found.filter((result) => result.outcome === outcome).length;
    expect(progress).toEqual({ rowsTotal: rows.length, rowsDone: rows.length, filed: by('filed'), alreadyFiled: by('already-filed'), revised: by('revised'), refused: by('refused'), percent: 100 });
    const complaints = await sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM complaint GROUP BY external_number');
    expect([complaints.length, complaints.filter(({ n }) => n !== 1)]).toEqual([rows.length, []]);
  }

  it('that is stopped in the middle goes on after its last batch in another process, and every row has one result', async () => {
    const rows = Array.from({ length: ROWS }, () => row());
    const first = await start({ ROLE: 'all' });
    const clerk = await first.as('intake-clerk');
    const { body } = await upload(first, clerk, CSV, csv(HEADINGS, ...rows));
    await until('some batches', async () => (await done(body.id)) > 0);
    await stop(first);
    const before = await done(body.id);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(ROWS);
    // Let go at once: nobody waits for the lease to run out.
    expect(await sql.admin('SELECT 1 FROM import_lease')).toEqual([]);
    const second = await start({ ROLE: 'all' });
    const shown = await ended(await second.as('intake-clerk'), body.id);
    expect([shown.state, shown.progress.filed]).toEqual(['finished', ROWS]);
    await expectWhole(body.id, rows, shown.progress);
    expect((await sql.admin<{ batch: number }>('SELECT batch FROM import_checkpoint WHERE import_id = $1 ORDER BY batch', [body.id])).map(({ batch }, index) => batch === index + 1)).not.toContain(false);
  });

  it('whose queue was lost is found by the worker that looks for it', async () => {
    const api = await start();
    const clerk = await api.as('intake-clerk');
    const { body } = await upload(api, clerk, CSV, csv(HEADINGS, row()));
    await sql.admin('UPDATE outbox SET dispatched_at = now(), completed_at = now()');
    await start({ ROLE: 'worker' });
    expect((await ended(clerk, body.id)).state).toBe('finished');
  });

  it('is worked on by one of two workers, and a third finds nothing to do', async () => {
    const rows = Array.from({ length: ROWS }, () => row());
    const [one, other, third] = [await start(), await start(), await start()];
    const clerk = await one.as('intake-clerk');
    const { body } = await upload(one, clerk, CSV, csv(HEADINGS, ...rows));
    const ran = await Promise.all([one, other, third].map((app) => app.app.get(ImportsJobs).next()));
    expect([...ran].sort()).toEqual([false, false, true]);
    const shown = (await clerk.get(`/v1/complaints/imports/${body.id}`)).body;
    await expectWhole(body.id, rows, shown.progress);
  });

  it('whose lease ran out under a slow worker is gone on with by another, and the slow one writes nothing twice', async () => {
    const rows = Array.from({ length: ROWS }, () => row());
    const [slow, quick] = [await start(), await start()];
    const clerk = await slow.as('intake-clerk');
    const { body } = await upload(slow, clerk, CSV, csv(HEADINGS, ...rows));
    const running = slow.app.get(ImportsJobs).next();
    await until('the first batch', async () => (await done(body.id)) > 0);
    // As if the slow one had not been heard of for half a minute.
    await sql.admin("UPDATE import_lease SET until = now() - interval '1 second'");
    const both = await Promise.allSettled([running, quick.app.get(ImportsJobs).next()]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    // Whoever was overtaken lets go; what is left is taken up again.
    for (let left = true; left; ) left = await quick.app.get(ImportsJobs).next();
    const shown = (await clerk.get(`/v1/complaints/imports/${body.id}`)).body;
    expect(shown.state).toBe('finished');
    await expectWhole(body.id, rows, shown.progress);
  });

  it('that is cancelled stops after the batch under way; what was filed stays', async () => {
    const rows = Array.from({ length: 3 * ROWS }, () => row());
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS, ...rows));
    const running = app.app.get(ImportsJobs).next();
    await until('the first batch', async () => (await done(body.id)) > 0);
    const cancelled = await clerk.command(`/v1/complaints/imports/${body.id}/cancel`, 2);
    expect([cancelled.status, cancelled.body.state, cancelled.body.uploadKeptUntil]).toEqual([200, 'cancelled', new Date(Date.parse(cancelled.body.endedAt) + 30 * 86_400_000).toISOString()]);
    await running;
    const filed = await done(body.id);
    expect(filed).toBeLessThan(rows.length);
    expect(await sql.admin('SELECT (SELECT count(*) FROM complaint)::int AS complaints, (SELECT count(*) FROM import_result)::int AS results')).toEqual([{ complaints: filed, results: filed }]);
    expect(await app.app.get(ImportsJobs).next()).toBe(false);
    expect((await clerk.command(`/v1/complaints/imports/${body.id}/retry`, 3)).status).toBe(409);
    expect((await clerk.command(`/v1/complaints/imports/${body.id}/cancel`, 2)).status).toBe(412);
  });

  it('files in the name of the sender: no longer active, moved or without the permission, it files nothing', async () => {
    const app = await start();
    for (const [what, change] of [['inactive', 'active = false'], ['moved', "agency = 'cz-hotline-12315'"], ['without the permission', "roles = '{hotline-operator}'"]] as const) {
      const client = await app.as('system-client');
      const { body } = await upload(app, client, CSV, csv(HEADINGS, row()));
      await sql.admin(`UPDATE account SET ${change} WHERE id = $1`, [client.id]);
      await app.app.get(ImportsJobs).next();
      const [shown] = await sql.admin<{ state: string; failure: Json }>('SELECT state, failure FROM complaint_import WHERE id = $1', [body.id]);
      expect([what, shown?.state, shown?.failure]).toEqual([what, 'failed', { code: 'import.account-changed', where: {} }]);
    }
    expect(await sql.admin('SELECT 1 FROM complaint')).toEqual([]);
  });

  it('files with no more than the sender might do when it sent the file', async () => {
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS, row()));
    await sql.admin("UPDATE complaint_import SET permissions = permissions - 'complaint.file'");
    await app.app.get(ImportsJobs).next();
    expect((await clerk.get(`/v1/complaints/imports/${body.id}`)).body.failure.code).toBe('import.account-changed');
  });

  it('that failed is retried from where it stood', async () => {
    const rows = Array.from({ length: 20 }, () => row());
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS, ...rows));
    await sql.admin('UPDATE account SET active = false WHERE id = $1', [clerk.id]);
    await app.app.get(ImportsJobs).next();
    await sql.admin('UPDATE account SET active = true WHERE id = $1', [clerk.id]);
    const failed = (await clerk.get(`/v1/complaints/imports/${body.id}`)).body;
    const retried = await clerk.command(`/v1/complaints/imports/${body.id}/retry`, failed.version);
    expect([retried.status, retried.body.state, retried.body.failure, retried.body.endedAt]).toEqual([200, 'received', null, null]);
    await app.app.get(ImportsJobs).next();
    const shown = (await clerk.get(`/v1/complaints/imports/${body.id}`)).body;
    await expectWhole(body.id, rows, shown.progress);
    expect((await clerk.get(`/v1/complaints/imports/${body.id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['import.received', 'import.failed', 'import.retried', 'import.started', 'import.finished']);
  });

  it('rests after an error that is not its own, says no contents in the log, and fails after five times without headway', async () => {
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS, row({ 5: '金丝雀测试' })));
    await sql.admin("CREATE FUNCTION refuse_result() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'row of 金丝雀测试'; END $$; CREATE TRIGGER no_result BEFORE INSERT ON import_result FOR EACH ROW EXECUTE FUNCTION refuse_result()");
    const jobs = app.app.get(ImportsJobs);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const error = await jobs.next().then(() => null, (thrown: Error) => thrown);
      expect(error?.message).toBe(`Import ${body.id}: error P0001`);
      expect(await jobs.next()).toBe(false);
      await sql.admin("UPDATE import_lease SET until = now() - interval '1 second'");
    }
    expect(await jobs.next()).toBe(true);
    expect((await clerk.get(`/v1/complaints/imports/${body.id}`)).body).toMatchObject({ state: 'failed', failure: { code: 'import.no-headway', where: { attempts: 5 } }, progress: { rowsDone: 0 } });
    expect(await sql.admin('SELECT 1 FROM complaint')).toEqual([]);
    await sql.admin('DROP TRIGGER no_result ON import_result');
    await clerk.command(`/v1/complaints/imports/${body.id}/retry`, 3);
    expect(await jobs.next()).toBe(true);
    expect((await clerk.get(`/v1/complaints/imports/${body.id}`)).body.state).toBe('finished');
  });

  it('keeps its file for thirty days after its end, then the file goes and the results stay', async () => {
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const [ends, waits] = [(await upload(app, clerk, CSV, csv(HEADINGS, row()))).body.id, (await upload(app, clerk, CSV, csv(HEADINGS, row()))).body.id];
    await app.app.get(ImportsJobs).next();
    await sql.admin("INSERT INTO vault.import_chunk (import_id, seq, sealed, stored_at) VALUES (gen_random_uuid(), 0, 'x', now() - interval '25 hours'), (gen_random_uuid(), 0, 'x', now() - interval '1 hour')");
    const store = app.app.get(ImportStore);
    const kept = async (): Promise<string[]> => (await sql.admin<{ id: string }>('SELECT import_id AS id FROM vault.import_chunk WHERE import_id IN (SELECT id FROM complaint_import)')).map(({ id }) => id).sort();
    const all = async (): Promise<number> => (await sql.admin('SELECT 1 FROM vault.import_chunk')).length;
    await store.clearAway(new Date(Date.now() + 29.9 * 86_400_000));
    // The pieces of an upload that never became whole are gone: both, by then.
    expect([await kept(), await all()]).toEqual([[ends, waits].sort(), 2]);
    await store.clearAway(new Date(Date.now() + 30.1 * 86_400_000));
    expect(await kept()).toEqual([waits]);
    expect((await results(clerk, ends)).length).toBe(1);
  });

  it('whose file was cleared away fails with that reason when it is retried', async () => {
    const app = await start();
    const clerk = await app.as('intake-clerk');
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS));
    await app.app.get(ImportsJobs).next();
    await app.app.get(ImportStore).clearAway(new Date(Date.now() + 31 * 86_400_000));
    await clerk.command(`/v1/complaints/imports/${body.id}/retry`, 2);
    await app.app.get(ImportsJobs).next();
    expect((await clerk.get(`/v1/complaints/imports/${body.id}`)).body).toMatchObject({ state: 'failed', failure: { code: 'import.upload-gone' } });
  });

  it('is read with a new key after a rotation, and not by anybody who moves a piece', async () => {
    const before = await start();
    const clerk = await before.as('intake-clerk');
    const ids = [(await upload(before, clerk, CSV, csv(HEADINGS, row()))).body.id, (await upload(before, clerk, CSV, csv(HEADINGS, row()))).body.id];
    const keys = `${DATA.VAULT_KEYS},b:${Buffer.alloc(32, 3).toString('base64')}`;
    const after = await start({ VAULT_KEYS: keys });
    expect(await rotateImportChunks(after.app.get(Database), after.app.get(Vault), { scope: 'system', actor: 'system:cli', agencies: [], regions: null })).toBe(2);
    expect(await rotateImportChunks(after.app.get(Database), after.app.get(Vault), { scope: 'system', actor: 'system:cli', agencies: [], regions: null })).toBe(0);
    await sql.admin('UPDATE vault.import_chunk SET sealed = (SELECT sealed FROM vault.import_chunk WHERE import_id = $1) WHERE import_id = $2', ids);
    const last = await start({ VAULT_KEYS: `b:${Buffer.alloc(32, 3).toString('base64')}` });
    expect(await last.app.get(ImportsJobs).next()).toBe(true);
    expect((await clerk.get(`/v1/complaints/imports/${ids[0]}`)).body.state).toBe('finished');
    await expect(last.app.get(ImportsJobs).next()).rejects.toThrow(`Import ${ids[1]}: VaultError not-authentic`);
  });

  it('is carried over both queue backends', async () => {
    for (const url of [undefined, process.env['TEST_REDIS_URL']].filter((one, index) => index === 0 || one !== undefined)) {
      const app = await start({ ROLE: 'all', ...(url === undefined ? {} : { REDIS_URL: url }) });
      const clerk = await app.as('intake-clerk');
      const { body } = await upload(app, clerk, CSV, csv(HEADINGS, row()));
      expect((await ended(clerk, body.id)).state).toBe('finished');
      await until('the outbox to be told', async () => (await sql.admin("SELECT 1 FROM outbox WHERE event = 'import.received' AND subject_id = $1 AND completed_at IS NOT NULL", [body.id])).length === 1);
      await stop(app);
    }
  });
});
