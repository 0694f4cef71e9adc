import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CASE } from '../../../src/modules/cases/index.js';
import type { Query } from '../../../src/platform/database/database.js';
import type { Acting } from '../../../src/platform/http/acting.js';
import { Workflow } from '../../../src/platform/workflow/workflow.js';
import { startTestApp, type Json, type TestApp } from '../../support/app.js';
import { castOf, CHAOAN, openCase, type Cast } from '../cases/cases.ground.js';

/** All that a command writes leaves with COMMIT. */
describe('what a command writes last', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const note = (acting: Acting, id: string, updates: readonly Query[]): Promise<unknown> =>
    app.app.get(Workflow).attach(acting, { subject: CASE, id }, () => ({ fact: { event: 'case.noted', data: { words: 'last writes' }, also: { updates } }, answer: { status: 200, body: { noted: true } } }));
  const actor = (): Acting => ({ claims: { scope: 'agencies', actor: cast.officer.id, agencies: [CHAOAN], regions: null }, permissions: new Set(), agency: CHAOAN, at: app.now.date(), idempotency: { key: randomUUID(), digest: 'digest' } });
  /** Everything that stands of a case. */
  const rows = async (id: string): Promise<Json> => ({
    file: await app.sql.admin('SELECT * FROM case_file WHERE id = $1', [id]), entries: await app.sql.admin('SELECT seq, sha256 FROM ledger_entry WHERE subject_id = $1 ORDER BY seq', [id]), head: await app.sql.admin('SELECT * FROM ledger_head WHERE subject_id = $1', [id]),
    outbox: await app.sql.admin('SELECT id FROM outbox WHERE subject_id = $1 ORDER BY id', [id]), answers: await app.sql.admin("SELECT key FROM idempotency WHERE body @> '{\"noted\": true}'"),
  });
  const touch = (where: string): Query => ({ statement: { name: 'touch', text: `UPDATE case_file SET outcome = 'touched' WHERE ${where} RETURNING id` }, values: [] });

  it.each<[string, (ids: readonly string[]) => string, number]>([
    ['finds no row', () => 'false', 0], ['finds a row that is out of scope', ([, other]) => `id = '${other}'`, 0], ['changes two rows', ([one, , third]) => `id IN ('${one}', '${third}')`, 2],
  ])('is nothing at all where one update %s', async (_, where, count) => {
    const [{ id }, { id: third }] = [await openCase(cast), await openCase(cast)];
    const { id: other } = await openCase({ operator: cast.operator, officer: await app.as('enforcement-officer', 'xiangqiao-market-regulation') }, { region: '445102' });
    const before = await rows(id);
    await expect(note(actor(), id, [touch(where([id, other, third]))])).rejects.toMatchObject({ code: 'P0001', message: `touch changed ${count} rows instead of one` });
    expect(await rows(id)).toEqual(before);
    // The connection is clean: the next command goes through.
    await note(actor(), id, [touch(`id = '${id}'`)]);
    const after = await rows(id);
    expect([after.file[0].outcome, after.entries.length, after.answers.length]).toEqual(['touched', before.entries.length + 1, before.answers.length + 1]);
  });

  it('is nothing at all where the answer cannot be stored', async () => {
    const { id } = await openCase(cast);
    const acting = actor();
    await note(acting, id, []);
    const before = await rows(id);
    // Another request took the key: the answer of that one is given, and no second entry is written.
    expect(await note(acting, id, [])).toMatchObject({ body: { noted: true }, replayed: true });
    await app.sql.admin("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more answers' USING ERRCODE = '53100'; END $$");
    await app.sql.admin('CREATE TRIGGER refuse BEFORE INSERT ON idempotency FOR EACH ROW EXECUTE FUNCTION refuse()');
    await expect(note(actor(), id, [])).rejects.toMatchObject({ code: '53100' });
    await app.sql.admin('DROP TRIGGER refuse ON idempotency');
    expect(await rows(id)).toEqual(before);
  });
});
