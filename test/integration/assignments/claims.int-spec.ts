import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Acting } from '../../../src/platform/http/acting.js';
import { anyCommand, Workflow } from '../../../src/platform/workflow/workflow.js';
import { CASE, escalated } from '../../../src/modules/cases/index.js';
import { systemClaims } from '../../../src/platform/database/claims.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { endVerification } from '../../support/proceedings.js';
import { act, castOf, CHAOAN, failures, openCase, versionOf, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(60_000);

describe('claiming and giving back', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
  });
  afterAll(() => app.close());

  const events = async (id: string): Promise<string[]> => (await cast.head.get(`/v1/cases/${id}/timeline`)).body.items.map(({ event }: Json) => event);
  const onTheList = async (id: string, reason: 'overdue' | 'owner-absent' = 'overdue'): Promise<void> => {
    const acting: Acting = { claims: systemClaims('test'), permissions: new Set(), agency: '', at: app.now.date() };
    await app.app.get(Workflow).bring(acting, [], () => ({ moves: [anyCommand({ subject: CASE, id, command: 'escalate', input: {}, patch: () => escalated(reason, acting.at), data: { reason } })], answer: () => ({ status: 200, body: null }) }));
  };

  it('sixty-four officers claim one case at the same moment: one has it, and the others are told who', async () => {
    const { id } = await openCase(cast);
    const officers: Client[] = await Promise.all(Array.from({ length: 64 }, () => app.as('enforcement-officer', CHAOAN)));
    const answers = await Promise.all(officers.map((officer) => officer.command(`/v1/cases/${id}/claim`, 1)));
    const won = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    expect(won).toHaveLength(1);
    const winner = officers[won[0] ?? -1] as Client;
    const [login] = await app.sql.admin<{ login: string }>('SELECT login FROM account WHERE id = $1', [winner.id]);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.map(({ status, body: { code, assignee, login: told } }) => [status, code, assignee, told])).toEqual(lost.map(() => [409, 'assignment.taken', winner.id, login?.login]));
    expect((await cast.head.get(`/v1/cases/${id}`)).body).toMatchObject({ state: 'assigned', assignee: winner.id, version: 2 });
    expect(await events(id)).toEqual(['case.opened', 'case.claimed']);
  });

  it('sixty-four claims on eight cases: every case has one owner', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, async () => (await openCase(cast)).id));
    const officers: Client[] = await Promise.all(Array.from({ length: 8 }, () => app.as('enforcement-officer', CHAOAN)));
    const answers = await Promise.all(officers.flatMap((officer) => ids.map((id) => officer.command(`/v1/cases/${id}/claim`, 1))));
    expect(answers.map(({ status }) => status).sort()).toEqual([...ids.map(() => 200), ...Array.from({ length: 56 }, () => 409)]);
    for (const id of ids) expect(await events(id)).toEqual(['case.opened', 'case.claimed']);
  });

  it('is refused to who keeps out, who works elsewhere or only looks on; and a version that is stale says so while nobody has the case', async () => {
    const { id } = await openCase(cast);
    const body = { officer: cast.colleague.id, raisedBy: 'officer', ground: 'other-relation', reason: '测试', decision: 'granted' };
    expect((await act(cast.head, id, 'recuse', body)).status).toBe(200);
    expect(failures(await act(cast.colleague, id, 'claim'))).toEqual(['case.actor-recused']);
    expect((await cast.stranger.command(`/v1/cases/${id}/claim`, 2)).status).toBe(404);
    expect((await cast.clerk.command(`/v1/cases/${id}/claim`, 2)).status).toBe(403);
    expect((await cast.officer.command(`/v1/cases/${id}/claim`, 1)).body).toMatchObject({ code: 'precondition.failed', currentVersion: 2 });
    expect((await cast.officer.post(`/v1/cases/${id}/claim`)).status).toBe(428);
    const key = { 'idempotency-key': 'claim-twice-0001' };
    expect((await cast.officer.command(`/v1/cases/${id}/claim`, 2, undefined, key)).body).toMatchObject({ assignee: cast.officer.id });
    // The same request again gets its answer; another one by the same officer is told that he has it already.
    expect((await cast.officer.command(`/v1/cases/${id}/claim`, 2, undefined, key)).status).toBe(200);
    expect((await cast.officer.command(`/v1/cases/${id}/claim`, 3)).body).toMatchObject({ code: 'assignment.taken', assignee: cast.officer.id });
  });

  it('what was taken is given back by who has it, with a reason that names no reporter, and another takes it', async () => {
    const { id } = await openCase(cast, { reporter: { name: '翡翠麒麟', phone: '13911112222' } });
    await act(cast.officer, id, 'claim');
    for (const other of [cast.colleague, cast.head]) expect(failures(await act(other, id, 'release', { reason: '测试' }))).toEqual(['case.in-other-hands']);
    expect((await act(cast.officer, id, 'release')).status).toBe(400);
    expect((await act(cast.officer, id, 'release', { reason: '与翡翠麒麟相识' })).body).toMatchObject({ state: 'open', assignee: null });
    expect((await cast.head.get(`/v1/cases/${id}/timeline`)).body.items.at(-1)).toMatchObject({ event: 'case.released', data: { officer: cast.officer.id, reason: '与〔举报人〕相识' } });
    expect((await act(cast.colleague, id, 'claim')).body).toMatchObject({ state: 'assigned', assignee: cast.colleague.id });
    expect((await cast.officer.get(`/v1/cases/${id}/available-commands`)).body.commands.find(({ command }: Json) => command === 'release')).toMatchObject({ allowed: false, failedGuards: [{ code: 'case.in-other-hands' }] });
  });

  it('a reopened case stays reopened while it changes hands', async () => {
    const { id, reply } = await openCase(cast);
    await act(cast.officer, id, 'claim');
    await cast.officer.command(`/v1/replies/${reply}/answer`, 1, { answer: '已核查' });
    await endVerification(cast.head, id);
    await act(cast.officer, id, 'close', { outcome: '测试' });
    expect((await cast.officer.command(`/v1/cases/${id}/claim`, 3)).body).toMatchObject({ code: 'assignment.taken' });
    await act(cast.head, id, 'reopen', { reason: '测试' });
    expect((await act(cast.officer, id, 'release', { reason: '测试' })).body).toMatchObject({ state: 'reopened', assignee: null });
    expect((await act(cast.colleague, id, 'claim')).body).toMatchObject({ state: 'reopened', assignee: cast.colleague.id });
  });

  describe('the list of the head', () => {
    it('holds a case until somebody is put in charge or takes it; the history and the agency are told', async () => {
      const takers: readonly (readonly [string, (id: string) => Promise<{ body: Json }>])[] = [
        ['assign', (id) => act(cast.head, id, 'assign', { officer: cast.officer.id })], ['claim', (id) => act(cast.colleague, id, 'claim')],
      ];
      for (const [command, take] of takers) {
        const { id } = await openCase(cast);
        await onTheList(id);
        expect([command, (await cast.head.get(`/v1/cases/${id}`)).body]).toEqual([command, expect.objectContaining({ version: 2, escalatedAt: expect.stringMatching(/Z$/), escalatedFor: 'overdue' })]);
        expect((await take(id)).body).toMatchObject({ escalatedAt: null, escalatedFor: null });
        expect((await events(id))[1]).toBe('case.escalated');
        expect(await app.sql.admin("SELECT event FROM outbox WHERE subject_id = $1 AND event = 'case.escalated'", [id])).toHaveLength(1);
      }
    });

    it('lets a case go with another officer, too', async () => {
      const { id } = await openCase(cast);
      await act(cast.officer, id, 'claim');
      await onTheList(id, 'owner-absent');
      expect((await act(cast.head, id, 'reassign', { officer: cast.colleague.id, reason: '测试' })).body).toMatchObject({ escalatedAt: null });
    });

    it('is reached by no route: nobody puts a case on it by hand', async () => {
      const { id } = await openCase(cast);
      for (const command of ['escalate', 'de-escalate']) expect((await cast.head.command(`/v1/cases/${id}/${command}`, 1)).status).toBe(404);
      const { body } = await cast.head.get(`/v1/cases/${id}/available-commands`);
      expect(body.commands.map(({ command }: Json) => command)).toEqual(['assign', 'auto-assign', 'allot', 'claim', 'recuse', 'link', 'unlink', 'note']);
    });
  });

  it('what a person does in a case is remembered as the last touch, what the system does is not', async () => {
    const { id } = await openCase(cast);
    const touched = async (): Promise<Date | undefined> => (await app.sql.admin<{ touched_at: Date }>('SELECT touched_at FROM case_file WHERE id = $1', [id]))[0]?.touched_at;
    const opened = await touched();
    await onTheList(id);
    expect(await touched()).toEqual(opened);
    await act(cast.officer, id, 'claim');
    const claimed = await touched();
    expect(Number(claimed)).toBeGreaterThan(Number(opened));
    // Nothing moves the case itself when a proceeding in it moves; it is touched all the same.
    const version = await versionOf(cast.officer, id);
    await endVerification(cast.head, id);
    expect([await versionOf(cast.officer, id), Number(await touched()) > Number(claimed)]).toEqual([version, true]);
  });
});
