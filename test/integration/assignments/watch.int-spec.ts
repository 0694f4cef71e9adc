import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AssignmentWatch } from '../../../src/modules/assignments/index.js';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';
import { act, castOf, CHAOAN, failures, openCase, type Cast } from '../cases/cases.ground.js';
import { account, call, login, PASSWORD } from '../identity/identity.ground.js';

jest.setTimeout(60_000);

const NOON = '2026-11-23T04:00:00.000Z';
const days = (count: number): string => new Date(Date.parse(NOON) + count * 86_400_000).toISOString();

describe('officers who cannot go on', () => {
  let app: TestApp;
  let cast: Cast;
  let administrator: Client;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
    administrator = await app.as('administrator');
  });
  afterAll(() => app.close());

  const round = (): Promise<boolean> => app.app.get(AssignmentWatch).round();
  const seen = async (id: string): Promise<Json> => (await cast.head.get(`/v1/cases/${id}`)).body;
  const held = async (officer: Client): Promise<string> => {
    const { id } = await openCase(cast);
    expect((await act(officer, id, 'claim')).status).toBe(200);
    return id;
  };

  it('an account that is switched off leaves no case behind: they go to the list of the head in the same transaction', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    const ids = [await held(officer), await held(officer)];
    const key = { 'idempotency-key': 'switch-off-0001' };
    const answer = await administrator.post(`/v1/accounts/${officer.id}/deactivate`, undefined, key);
    expect([answer.status, answer.body]).toEqual([200, { id: officer.id, login: expect.any(String), active: false, escalated: 2 }]);
    for (const id of ids) expect(await seen(id)).toMatchObject({ state: 'assigned', assignee: officer.id, escalatedAt: NOON, escalatedFor: 'owner-deactivated', version: 3 });
    expect((await cast.head.get(`/v1/cases/${ids[0]}/timeline`)).body.items.at(-1)).toMatchObject({ actor: administrator.id, event: 'case.escalated', data: { officer: officer.id, reason: 'owner-deactivated' } });
    expect(await app.sql.admin('SELECT active, deactivated_at, deactivated_by FROM account WHERE id = $1', [officer.id])).toEqual([{ active: false, deactivated_at: new Date(NOON), deactivated_by: administrator.id }]);
    // Sent again, and switched off again: nothing moves twice.
    expect((await administrator.post(`/v1/accounts/${officer.id}/deactivate`, undefined, key)).body).toEqual(answer.body);
    expect((await administrator.post(`/v1/accounts/${officer.id}/deactivate`)).body).toMatchObject({ escalated: 0 });
    expect(await round()).toBe(false);
    expect(await seen(ids[0] ?? '')).toMatchObject({ version: 3 });
    // Nobody gives him another one.
    const { id } = await openCase(cast);
    expect(failures(await act(cast.head, id, 'assign', { officer: officer.id }))).toEqual(['case.officer-unfit']);
  });

  it('it is for the administrator, who sees no case, and not for his own account; sessions end', async () => {
    const victim = await account(app.database, 'enforcement-officer', { agency: CHAOAN });
    const { body: session } = await login(app.url, victim.login);
    expect((await cast.head.post(`/v1/accounts/${victim.id}/deactivate`)).status).toBe(403);
    expect((await administrator.post(`/v1/accounts/${administrator.id}/deactivate`)).body).toMatchObject({ status: 409, code: 'account.own-deactivation' });
    expect((await administrator.post('/v1/accounts/019aa1b2-0000-7000-8000-000000000000/deactivate')).status).toBe(404);
    expect((await administrator.post(`/v1/accounts/${victim.id}/deactivate`)).status).toBe(200);
    expect((await call(app.url, 'POST', '/v1/auth/refresh', { body: { refreshToken: session.refreshToken } })).status).toBe(401);
    expect((await login(app.url, victim.login)).status).toBe(401);
  });

  it('cases that were claimed while the account was being switched off are found by the watch', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    await administrator.post(`/v1/accounts/${officer.id}/deactivate`);
    // His token lives on for minutes.
    const id = await held(officer);
    expect((await seen(id)).escalatedAt).toBeNull();
    await round();
    expect(await seen(id)).toMatchObject({ escalatedFor: 'owner-deactivated', version: 3 });
    expect((await cast.head.get(`/v1/cases/${id}/timeline`)).body.items.at(-1)).toMatchObject({ actor: 'system:assignments' });
  });

  it('an absence that begins sends cases to the list, and its end takes them off again, unless there is another reason', async () => {
    const officer = await app.as('enforcement-officer', CHAOAN);
    const [id, late] = [await held(officer), await held(officer)];
    await officer.post('/v1/absences', { kind: 'training', from: days(1), until: days(2) });
    await round();
    expect(await seen(id)).toMatchObject({ version: 2, escalatedAt: null });
    app.now.set(days(1));
    await round();
    expect(await seen(id)).toMatchObject({ version: 3, escalatedAt: days(1), escalatedFor: 'owner-absent' });
    await round();
    expect(await seen(id)).toMatchObject({ version: 3 });
    await app.sql.admin("UPDATE case_file SET escalated_for = 'overdue' WHERE id = $1", [late]);
    app.now.set(days(2));
    await round();
    expect(await seen(id)).toMatchObject({ version: 4, escalatedAt: null, escalatedFor: null, assignee: officer.id });
    expect(await seen(late)).toMatchObject({ escalatedFor: 'overdue' });
    expect((await cast.head.get(`/v1/cases/${id}/timeline`)).body.items.map(({ event }: Json) => event)).toEqual(['case.opened', 'case.claimed', 'case.escalated', 'case.de-escalated']);
  });

  it('an agency whose last officer has gone keeps no case unseen', async () => {
    const agency = 'raoping-market-regulation';
    const officer = await app.as('enforcement-officer', agency);
    const { id } = await openCase({ operator: cast.operator, officer }, { region: '445122' });
    await round();
    expect((await cast.city.get(`/v1/cases/${id}`)).body.escalatedAt).toBeNull();
    await administrator.post(`/v1/accounts/${officer.id}/deactivate`);
    await round();
    expect((await cast.city.get(`/v1/cases/${id}`)).body).toMatchObject({ assignee: null, escalatedFor: 'nobody-eligible' });
    const version = (await cast.city.get(`/v1/cases/${id}`)).body.version;
    await round();
    expect((await cast.city.get(`/v1/cases/${id}`)).body.version).toBe(version);
  });
});

describe('a process that works', () => {
  it('finds by itself what was left behind, and the agency is told of it', async () => {
    const app = await startTestApp({ env: { ROLE: 'all' } });
    try {
      const cast = await castOf(app);
      const officer = await app.as('enforcement-officer', CHAOAN);
      const { id } = await openCase(cast);
      await act(officer, id, 'claim');
      await app.sql.admin('UPDATE account SET active = false WHERE id = $1', [officer.id]);
      await until('the case to be before the head', async () => (await cast.head.get(`/v1/cases/${id}`)).body.escalatedFor === 'owner-deactivated');
      const told = async (): Promise<Json[]> => (await cast.head.get('/v1/notices')).body.items.filter(({ event, subjectId }: Json) => event === 'case.escalated' && subjectId === id);
      await until('the notice', async () => (await told()).length > 0);
      expect(await told()).toHaveLength(1);
    } finally {
      await app.close();
    }
  });
});

describe('POST /v1/auth/password', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { LOCKOUT_FAILURES: '3' } });
  });
  afterAll(() => app.close());

  const NEXT = 'another horse battery staple';
  const change = async (token: string, current: string, next = NEXT): Promise<{ status: number; body: Json }> => call(app.url, 'POST', '/v1/auth/password', { token, body: { current, next } });

  it('changes the password of who knows the old one, and ends every session', async () => {
    const person = await account(app.database, 'enforcement-officer');
    const [{ body: one }, { body: other }] = [await login(app.url, person.login), await login(app.url, person.login)];
    expect((await change(one.accessToken, PASSWORD)).status).toBe(204);
    for (const { refreshToken } of [one, other]) expect((await call(app.url, 'POST', '/v1/auth/refresh', { body: { refreshToken } })).status).toBe(401);
    expect([(await login(app.url, person.login)).status, (await login(app.url, person.login, NEXT)).status]).toEqual([401, 200]);
    // Sent again, the old password is gone.
    expect((await change(one.accessToken, PASSWORD)).status).toBe(401);
  });

  it('refuses a short one, the same one, a client, and who is not logged in', async () => {
    const person = await account(app.database, 'statistician');
    const { body: { accessToken } } = await login(app.url, person.login);
    expect((await change(accessToken, PASSWORD, 'short')).body.errors).toMatchObject([{ path: 'next' }]);
    expect((await change(accessToken, PASSWORD, PASSWORD)).body).toMatchObject({ status: 422, code: 'account.password-unchanged' });
    expect((await change('nobody', PASSWORD)).status).toBe(401);
    const client = await app.as('system-client');
    expect((await change(client.token, PASSWORD)).body).toMatchObject({ status: 401, code: 'auth.login-refused' });
    expect((await login(app.url, person.login)).status).toBe(200);
  });

  it('counts a wrong one like a failed log-in: a stolen token does not guess', async () => {
    const person = await account(app.database, 'enforcement-officer');
    const { body: { accessToken } } = await login(app.url, person.login);
    for (let count = 0; count < 3; count += 1) expect((await change(accessToken, 'wrong-wrong-wrong')).status).toBe(401);
    expect((await change(accessToken, PASSWORD)).status).toBe(401);
    expect((await login(app.url, person.login)).status).toBe(401);
  });
});
