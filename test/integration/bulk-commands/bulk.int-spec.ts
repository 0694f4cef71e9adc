import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BulkSteps } from '../../../src/modules/bulk-commands/bulk-commands.steps.service.js';
import { BulkCommandsJobs } from '../../../src/modules/bulk-commands/bulk-commands.jobs.js';
import type { Claims } from '../../../src/platform/database/claims.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { act, castOf, CHAOAN, openCase, versionOf, XIANGQIAO, type Cast } from '../cases/cases.ground.js';
import { caseWithLiveRight, proposed } from '../lanes/lanes.ground.js';
import { carryOut, eventsOf, give, itemsOf, one, openCases, outcomes, progressOf } from './bulk.ground.js';

jest.setTimeout(120_000);

const NOON = '2026-11-23T04:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(NOON) + days * 86_400_000).toISOString();

describe('POST /v1/bulk-commands', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
  });
  afterAll(() => app.close());
  afterEach(() => void jest.restoreAllMocks());

  it('does for each case what the single command does, and one refusal stops nobody', async () => {
    const [free, stale, taken, recused] = (await openCases(cast, 4)) as [string, string, string, string];
    const foreign = await openCase({ operator: cast.operator, officer: await app.as('enforcement-officer', XIANGQIAO) }, { region: '445102' });
    await act(cast.colleague, taken, 'claim');
    await act(cast.head, stale, 'note', { text: '测试' });
    await act(cast.head, recused, 'recuse', { officer: cast.officer.id, raisedBy: 'party', ground: 'direct-interest', reason: '测试', decision: 'granted' });
    const items = [one(free), one(stale), one(taken, 2), one(recused, 2), one(foreign.id), one(randomUUID())];
    const given = await give(cast.head, 'assign', { officer: cast.officer.id }, items);
    expect([given.status, given.location]).toEqual([202, `/v1/bulk-commands/${given.id}`]);
    expect(given.body).toMatchObject({ state: 'under-way', version: 1, agency: CHAOAN, askedBy: cast.head.id, command: 'assign', label: 'Put an officer in charge', input: { officer: cast.officer.id }, progress: { total: 6, done: 0, refused: 0, open: 6, cancelled: 0 }, askedAt: NOON, endedAt: null });
    expect(outcomes(await itemsOf(cast.head, given.id))).toEqual(items.map(() => 'open'));
    await carryOut(app, given.id);
    const after = await cast.head.get(`/v1/bulk-commands/${given.id}`);
    expect([after.headers.get('etag'), after.body.state, after.body.progress, after.body.endedAt]).toEqual(['"2"', 'finished', { total: 6, done: 1, refused: 5, open: 0, cancelled: 0 }, NOON]);
    const found = await itemsOf(cast.head, given.id);
    expect(found.map(({ seq, caseId, version, newVersion }) => [seq, caseId, version, newVersion])).toEqual(items.map(({ caseId, version }, index) => [index + 1, caseId, version, index === 0 ? 2 : null]));
    expect(outcomes(found)).toEqual(['done', 'refused precondition.failed', 'refused command.refused', 'refused command.refused', 'refused subject.not-found', 'refused subject.not-found']);
    // What the single command says is what the item says, member for member.
    for (const { caseId, version, problem } of found.slice(1)) {
      const { body: { type: _, instance: __, traceId: ___, ...single } } = await cast.head.command(`/v1/cases/${caseId}/assign`, version, { officer: cast.officer.id });
      expect(problem).toEqual(single);
    }
    expect((await cast.head.get(`/v1/cases/${free}`)).body).toMatchObject({ state: 'assigned', assignee: cast.officer.id, version: 2 });
    expect((await cast.head.get(`/v1/cases/${free}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'case.assigned', actor: cast.head.id, data: { officer: cast.officer.id } });
    expect((await cast.head.get(`/v1/bulk-commands/${given.id}/timeline`)).body.items.map(({ event, actor, data }: Json) => [event, actor, data.total])).toEqual([['bulk-command.asked', cast.head.id, 6], ['bulk-command.finished', 'system:bulk-commands', undefined]]);
    // Only what was refused, page by page.
    const first = await cast.head.get(`/v1/bulk-commands/${given.id}/items?outcome=refused&limit=2`);
    const next = /^<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect([...first.body.items, ...(await cast.head.get(next)).body.items].map(({ seq }: Json) => seq)).toEqual([2, 3, 4, 5]);
    expect((await itemsOf(cast.head, given.id, '?outcome=done')).map(({ seq }) => seq)).toEqual([1]);
  });

  it('carries out every command of the list', async () => {
    const { body: team } = await cast.head.post('/v1/teams', { name: '批量组', members: [{ officer: cast.officer.id, rightTypes: [] }, { officer: cast.colleague.id, rightTypes: [] }] });
    const ids = await openCases(cast, 2);
    const through = async (by: Client, command: string, input: Json): Promise<void> => {
      const versions = await Promise.all(ids.map((id) => versionOf(by, id)));
      const { id } = await give(by, command, input, ids.map((caseId, index) => one(caseId, versions[index])));
      await carryOut(app, id);
      const items = await itemsOf(by, id);
      expect([command, outcomes(items), items.map(({ newVersion }) => newVersion)]).toEqual([command, ['done', 'done'], versions.map((version) => version + 1)]);
    };
    await through(cast.head, 'allot', { team: team.id });
    await through(cast.officer, 'claim', undefined);
    await through(cast.officer, 'note', { text: '已电话联系' });
    await through(cast.officer, 'release', { reason: '手头案件已满' });
    await through(cast.head, 'auto-assign', undefined);
    await through(cast.head, 'reassign', { officer: cast.head.id, reason: '统一办理' });
    for (const id of ids) expect(await eventsOf(cast.head, id)).toEqual(['case.opened', 'case.allotted', 'case.claimed', 'case.noted', 'case.released', 'case.auto-assigned', 'case.reassigned']);
  });

  it('puts cases into a lane and takes them out, on the version of the passage', async () => {
    const cases = [await caseWithLiveRight(cast), await caseWithLiveRight(cast)].map(({ id }) => id);
    const passages = await Promise.all(cases.map((id) => proposed(cast.officer, id)));
    const none = (await openCase(cast)).id;
    const into = await give(cast.officer, 'confirm-lane', { lane: 'expedited' }, [...cases, none].map((id) => one(id)));
    await carryOut(app, into.id);
    expect(outcomes(await itemsOf(cast.officer, into.id))).toEqual(['done', 'done', 'refused subject.not-found']);
    const out = await give(cast.officer, 'leave-lane', { reason: '改由普通程序办理' }, [one(cases[0] ?? '', 2), one(cases[1] ?? '', 1)]);
    await carryOut(app, out.id);
    expect(outcomes(await itemsOf(cast.officer, out.id))).toEqual(['done', 'refused precondition.failed']);
    expect((await Promise.all(passages.map(({ id }) => cast.officer.get(`/v1/lane-passages/${id}`)))).map(({ body }) => body.state)).toEqual(['left', 'running']);
  });

  it('refuses at once what it would refuse for every case', async () => {
    const [id] = (await openCases(cast, 1)) as [string];
    expect((await give(cast.officer, 'assign', { officer: cast.officer.id }, [one(id)])).body).toMatchObject({ code: 'permission.denied', permission: 'case.assign' });
    for (const reader of [cast.clerk, await app.as('oversight'), cast.operator]) expect((await give(reader, 'claim', undefined, [one(id)])).status).toBe(403);
    const errors = async (command: string, input: Json, items: Json[]): Promise<string[]> => ((await give(cast.head, command, input, items)).body.errors ?? []).map(({ path, code }: Json) => `${path} ${code}`);
    expect(await errors('reassign', { officer: 'x' }, [one(id)])).toEqual(expect.arrayContaining(['input.officer isUuid', 'input.reason isNotEmpty']));
    expect(await errors('assign', undefined, [one(id)])).toEqual(['input.officer isUuid']);
    expect(await errors('claim', { officer: cast.officer.id }, [one(id)])).toEqual(['input.officer whitelistValidation']);
    expect(await errors('close', { outcome: '测试' }, [one(id)])).toEqual(['command isIn']);
    expect(await errors('claim', undefined, [])).toEqual(['items arrayMinSize']);
    expect(await errors('claim', undefined, [one(id), one(id.toUpperCase(), 2)])).toEqual(['items arrayUnique']);
    expect(await errors('claim', undefined, [{ caseId: id }])).toEqual(expect.arrayContaining(['items[0].version isInt']));
    expect(await errors('claim', undefined, Array.from({ length: 501 }, () => one(randomUUID())))).toEqual(['items arrayMaxSize']);
    expect((await cast.head.post('/v1/bulk-commands', { command: 'claim', items: [one(id)] }, { 'idempotency-key': '' })).status).toBe(400);
    expect(await versionOf(cast.head, id)).toBe(1);
  });

  it('takes five hundred, and gives the same answer to the same request', async () => {
    const items = Array.from({ length: 500 }, () => one(randomUUID()));
    const key = { 'idempotency-key': 'bulk-five-hundred' };
    const [first, again] = [await give(cast.head, 'claim', undefined, items, key), await give(cast.head, 'claim', undefined, items, key)];
    expect([first.status, again.status, again.id, again.location]).toEqual([202, 202, first.id, first.location]);
    await carryOut(app, first.id);
    expect(await progressOf(cast.head, first.id)).toEqual({ total: 500, done: 0, refused: 500, open: 0, cancelled: 0 });
  });

  it('is seen by whoever gave it and by his head, in the database too, and by nobody else', async () => {
    const [id] = (await openCases(cast, 1)) as [string];
    const given = await give(cast.officer, 'claim', undefined, [one(id)]);
    const [clerk, oversight, superior, secretary] = [cast.clerk, await app.as('oversight'), cast.city, await app.as('mediation-secretary')];
    const statuses = await Promise.all([cast.officer, cast.head, superior, cast.colleague, cast.stranger, secretary, clerk, oversight].map(async (reader) => (await reader.get(`/v1/bulk-commands/${given.id}`)).status));
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404, 403, 403]);
    expect((await cast.colleague.get(`/v1/bulk-commands/${given.id}/items`)).status).toBe(404);
    expect((await cast.colleague.command(`/v1/bulk-commands/${given.id}/cancel`, 1)).status).toBe(404);
    const seen = async (claims: Claims): Promise<number[]> => Promise.all(['bulk_command', 'bulk_result', 'vault.bulk_words'].map(async (table) => (await app.database.read<{ n: number }>({ ...claims, purpose: 'test' }, { name: `count ${table}`, text: `SELECT count(*)::int AS n FROM ${table}` }, []))[0]?.n ?? -1));
    for (const scope of ['city', 'city-read'] as const) expect(await seen({ scope, actor: clerk.id, agencies: [CHAOAN], regions: null })).toEqual([0, 0, 0]);
    expect(await seen({ scope: 'agencies', actor: cast.colleague.id, agencies: [CHAOAN], regions: null })).toEqual([0, 0, 0]);
    const confined = await app.as('agency-head', CHAOAN, ['445103']);
    expect((await confined.get(`/v1/bulk-commands/${given.id}`)).status).toBe(404);
    // In lists: one's own, and those of the agencies that one leads.
    const listed = async (reader: Client, of: string): Promise<boolean> => (await reader.get(`/v1/bulk-commands?of=${of}&limit=200`)).body.items.some((row: Json) => row.id === given.id);
    expect([await listed(cast.officer, 'mine'), await listed(cast.head, 'mine'), await listed(cast.head, 'agency'), await listed(cast.colleague, 'agency'), await listed(cast.stranger, 'agency')]).toEqual([true, false, true, false, false]);
    await app.sql.admin("UPDATE account SET roles = '{enforcement-officer}' WHERE id = $1", [superior.id]);
    expect((await superior.get(`/v1/bulk-commands/${given.id}`)).status).toBe(404);
    await app.sql.admin("UPDATE account SET roles = '{agency-head}' WHERE id = $1", [superior.id]);
    await carryOut(app, given.id);
  });

  it('judges rights when the case has its turn: who is switched off or loses the permission in between does no more', async () => {
    const steps = app.app.get(BulkSteps);
    const real = steps.carryOut.bind(steps);
    const after = (count: number, change: () => Promise<unknown>): void => {
      let done = 0;
      jest.spyOn(steps, 'carryOut').mockImplementation(async (...of) => {
        const version = await real(...of);
        done += 1;
        if (done === count) await change();
        return version;
      });
    };
    const administrator = await app.as('administrator');
    const [leaver, moved] = [await app.as('enforcement-officer', CHAOAN), await app.as('enforcement-officer', CHAOAN)];
    const ids = await openCases(cast, 6);
    const gone = await give(leaver, 'claim', undefined, ids.slice(0, 3).map((id) => one(id)));
    after(1, () => administrator.post(`/v1/accounts/${leaver.id}/deactivate`));
    await carryOut(app, gone.id);
    const items = await itemsOf(cast.head, gone.id);
    expect(outcomes(items)).toEqual(['done', 'refused bulk-command.account-gone', 'refused bulk-command.account-gone']);
    expect(items[1]?.problem).toMatchObject({ status: 403, title: 'The account that gave the command is no longer active', remedy: expect.stringContaining('gives the command again') });
    jest.restoreAllMocks();
    const less = await give(moved, 'claim', undefined, ids.slice(3).map((id) => one(id)));
    after(2, () => app.sql.admin("UPDATE account SET roles = '{legal-reviewer}' WHERE id = $1", [moved.id]));
    await carryOut(app, less.id);
    const denied = await itemsOf(cast.head, less.id);
    expect([outcomes(denied), denied[2]?.problem.permission]).toEqual([['done', 'done', 'refused permission.denied'], 'case.bulk']);
    expect(await Promise.all(ids.map((id) => eventsOf(cast.head, id).then((events) => events.includes('case.claimed'))))).toEqual([true, false, false, true, true, false]);
  });

  it('is cancelled where it has not begun, by whoever gave it or the head; what was done stays', async () => {
    const steps = app.app.get(BulkSteps);
    const real = steps.carryOut.bind(steps);
    const ids = await openCases(cast, 3);
    const given = await give(cast.officer, 'claim', undefined, ids.map((id) => one(id)));
    let cancelled: Json;
    jest.spyOn(steps, 'carryOut').mockImplementationOnce(async (...of) => {
      // The case under way is finished, though the command ends meanwhile.
      cancelled = await cast.head.command(`/v1/bulk-commands/${given.id}/cancel`, 1);
      return real(...of);
    });
    await carryOut(app, given.id);
    expect([cancelled.status, cancelled.body.state, cancelled.body.progress]).toEqual([200, 'cancelled', { total: 3, done: 0, refused: 0, open: 0, cancelled: 3 }]);
    expect(await progressOf(cast.officer, given.id)).toEqual({ total: 3, done: 1, refused: 0, open: 0, cancelled: 2 });
    expect(outcomes(await itemsOf(cast.officer, given.id))).toEqual(['done', 'cancelled', 'cancelled']);
    expect(await Promise.all(ids.map((id) => versionOf(cast.head, id)))).toEqual([2, 1, 1]);
    await carryOut(app, given.id);
    expect(await progressOf(cast.officer, given.id)).toMatchObject({ done: 1, cancelled: 2 });
    expect((await cast.officer.command(`/v1/bulk-commands/${given.id}/cancel`, 2)).body).toMatchObject({ code: 'command.refused', state: 'cancelled' });
    const stale = await give(cast.officer, 'claim', undefined, [one(ids[1] ?? '')]);
    expect((await cast.officer.command(`/v1/bulk-commands/${stale.id}/cancel`, 9)).status).toBe(412);
  });

  it('keeps free words sealed until it has ended, and each case replaces the names of its own reporters', async () => {
    const { id } = await openCase(cast, { reporter: { name: '翡翠麒麟', phone: '13911112222' } });
    const other = (await openCase(cast)).id;
    const given = await give(cast.officer, 'note', { text: '翡翠麒麟来电13911112222催问' }, [one(id), one(other)]);
    expect(JSON.stringify([given.body, await app.sql.admin('SELECT * FROM bulk_command WHERE id = $1', [given.id])])).not.toMatch(/翡翠麒麟|13911112222/);
    const [{ sealed } = { sealed: '' }] = await app.sql.admin<{ sealed: string }>('SELECT sealed FROM vault.bulk_words WHERE bulk_id = $1', [given.id]);
    expect(Buffer.from(sealed, 'base64').toString()).toMatch(/^v1\./);
    expect(Buffer.from(sealed, 'base64').includes('翡翠')).toBe(false);
    await carryOut(app, given.id);
    const [{ text }] = (await cast.head.get(`/v1/cases/${id}/notes`)).body.items as [Json];
    expect(text).toMatch(/催问/);
    expect(text).not.toMatch(/翡翠麒麟|13911112222/);
    await app.app.get(BulkCommandsJobs).clearAway(app.now.date());
    expect(await app.sql.admin('SELECT 1 FROM vault.bulk_words WHERE bulk_id = $1', [given.id])).toEqual([]);
    expect(await itemsOf(cast.officer, given.id)).toHaveLength(2);
  });

  it('is cleared away when its time is over; the counts stay', async () => {
    const [id] = (await openCases(cast, 1)) as [string];
    const given = await give(cast.officer, 'claim', undefined, [one(id)]);
    await carryOut(app, given.id);
    const clear = async (days: number): Promise<void> => app.app.get(BulkCommandsJobs).clearAway(new Date(later(days)));
    await clear(29);
    expect(outcomes(await itemsOf(cast.officer, given.id))).toEqual(['done']);
    await clear(31);
    expect((await cast.officer.get(`/v1/bulk-commands/${given.id}`)).body).toMatchObject({ progress: { total: 1, done: 1 }, clearedAt: later(31) });
    expect(outcomes(await itemsOf(cast.officer, given.id))).toEqual(['cleared']);
    expect(await eventsOf(cast.head, id)).toEqual(['case.opened', 'case.claimed']);
  });

  it('tells which commands there are', async () => {
    const { body } = await cast.officer.get('/v1/bulk-commands/kinds');
    expect([body.limit, body.items.length]).toEqual([500, 9]);
    expect(body.items[0]).toEqual({ code: 'assign', label: 'Put an officer in charge', permission: 'case.assign', moves: 'case', input: 'AssignCaseDto' });
  });
});
