import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import { account, call, login, PASSWORD, sql, type Reply } from './identity.ground.js';

let app: Awaited<ReturnType<typeof startTestApp>>;
const open = { RATE_LIMIT_PER_MINUTE: '1000000' };
beforeAll(async () => {
  app = await startTestApp({ env: { ...open, LOCKOUT_FAILURES: '3', LOCKOUT_MINUTES: '15' } });
});
afterAll(() => app.close());

const me = (token: string): Promise<Reply> => call(app.url, 'GET', '/v1/auth/me', { token });
/** What a stranger can see of a refusal. */
const seen = ({ status, body, headers }: Reply): unknown => ({ status, code: body.code, title: body.title, remedy: body.remedy, members: Object.keys(body as object).sort(), retryAfter: headers.get('retry-after') !== null });

describe('logging in', () => {
  it('gives a pair of tokens, who it is, and is kept by no cache', async () => {
    const { login: name, id } = await account(app.database, 'mediator', { agency: 'cz-ip-mediation-committee' });
    const { status, body, headers } = await login(app.url, name);
    expect(status).toBe(200);
    expect(body).toEqual({ accessToken: expect.stringMatching(/^ey/), refreshToken: expect.stringMatching(/^[\w-]{43}$/), expiresIn: 900, tokenType: 'Bearer', account: { login: name, roles: ['mediator'], agency: 'cz-ip-mediation-committee' } });
    expect(headers.get('cache-control')).toBe('no-store');
    const who = await me(body.accessToken as string);
    expect(who.body).toMatchObject({ id, login: name, kind: 'person', roles: ['mediator'], agency: 'cz-ip-mediation-committee', scope: 'agencies', agencies: ['cz-ip-mediation-committee'], regions: null });
    expect(who.body.permissions).toContain('case.close');
    expect(who.body.permissions).not.toContain('complaint.decline');
  });

  it('keeps neither password nor refresh token in clear', async () => {
    const { login: name, id } = await account(app.database, 'mediator');
    const { body } = await login(app.url, name);
    const [{ kept }] = (await sql(app.database, `SELECT (SELECT row_to_json(a)::text FROM account a WHERE id = $1) || (SELECT json_agg(r)::text FROM refresh_token r WHERE account_id = $1) AS kept`, [id])) as [{ kept: string }];
    expect(kept).toContain('$argon2id$');
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(body.refreshToken as string);
  });

  it.each([[{}, ['username', 'password']], [{ username: 'x', password: 1 }, ['password']], [{ username: 'x', password: 'y', role: 'administrator' }, ['role']]])('names what is wrong with %j', async (body, paths) => {
    const reply = await call(app.url, 'POST', '/v1/auth/login', { body });
    expect(reply.status).toBe(400);
    expect([...new Set((reply.body.errors as { path: string }[]).map(({ path }) => path))].sort()).toEqual([...paths].sort());
  });
});

describe('a refused log-in', () => {
  it('looks the same for unknown, mistyped, inactive and client accounts, failure by failure until the lock', async () => {
    const wrong = await account(app.database, 'mediator');
    const inactive = await account(app.database, 'mediator');
    const client = await account(app.database, 'system-client', { agency: 'cz-hotline-12345' });
    await sql(app.database, 'UPDATE account SET active = false WHERE id = $1', [inactive.id]);
    const tries: readonly (readonly [string, string])[] = [['nobody.at.all', PASSWORD], [wrong.login, 'wrong'], [inactive.login, PASSWORD], [client.login, PASSWORD]];
    for (let failure = 1; failure <= 4; failure += 1) {
      const replies = [];
      for (const [name, password] of tries) replies.push(seen(await login(app.url, name, password)));
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      expect(replies[0]).toMatchObject({ status: 401, code: 'auth.login-refused', retryAfter: failure >= 3 });
    }
  });

  it('does not open for the right password while the lock holds, and says how long', async () => {
    const { login: name } = await account(app.database, 'mediator');
    for (let failure = 0; failure < 3; failure += 1) await login(app.url, name, 'wrong');
    const locked = await login(app.url, name);
    expect([locked.status, locked.body.code]).toEqual([401, 'auth.login-refused']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(880);
    expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(900);
  });

  it('is not prolonged by trying on, and ends', async () => {
    const { login: name, id } = await account(app.database, 'mediator');
    for (let failure = 0; failure < 3; failure += 1) await login(app.url, name, 'wrong');
    const [before] = await sql(app.database, 'SELECT locked_until, failures FROM account WHERE id = $1', [id]);
    await login(app.url, name, 'wrong');
    expect((await sql(app.database, 'SELECT locked_until, failures FROM account WHERE id = $1', [id]))[0]).toEqual(before);
    await sql(app.database, `UPDATE account SET locked_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await login(app.url, name)).status).toBe(200);
  });

  it('starts to count at one again when a lock has run out', async () => {
    const { login: name, id } = await account(app.database, 'mediator');
    await sql(app.database, `UPDATE account SET failures = 3, locked_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await login(app.url, name, 'wrong')).headers.get('retry-after')).toBeNull();
    expect((await sql(app.database, 'SELECT locked_until, failures FROM account WHERE id = $1', [id]))[0]).toEqual({ locked_until: null, failures: 1 });
  });

  it('is forgotten after a success', async () => {
    const { login: name } = await account(app.database, 'mediator');
    for (const password of ['wrong', 'wrong', PASSWORD, 'wrong', 'wrong']) await login(app.url, name, password);
    expect((await login(app.url, name)).status).toBe(200);
  });

  it('is counted once each when many come together', async () => {
    const { login: name, id } = await account(app.database, 'mediator');
    await Promise.all([1, 2].map(() => login(app.url, name, 'wrong')));
    expect((await sql(app.database, 'SELECT failures FROM account WHERE id = $1', [id]))[0]).toEqual({ failures: 2 });
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => login(app.url, name, 'wrong')));
    expect((await sql(app.database, 'SELECT failures, locked_until IS NOT NULL AS locked FROM account WHERE id = $1', [id]))[0]).toEqual({ failures: 3, locked: true });
  });

  it('costs a password verification for a name without an account too', async () => {
    const { login: name } = await account(app.database, 'mediator');
    const least = async (who: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        const from = performance.now();
        await login(app.url, who, 'wrong');
        times.push(performance.now() - from);
      }
      return Math.min(...times);
    };
    // The least of six is steady on a busy machine; without the dummy verification the ratio is above 5.
    expect((await least(name)) / (await least('nobody.here'))).toBeLessThan(3);
  });
});

describe('client credentials', () => {
  const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
  const token = (body: object, headers: Record<string, string> = {}): Promise<Reply> => call(app.url, 'POST', '/v1/auth/token', { body: { grant_type: 'client_credentials', ...body }, headers });

  it('give a token by body and by HTTP Basic', async () => {
    const client = await account(app.database, 'system-client', { agency: 'cz-hotline-12345' });
    const replies = [await token({ client_id: client.login, client_secret: client.secret }), await token({}, { authorization: basic(client.login, client.secret) })];
    for (const { status, body, headers } of replies) {
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });
      expect((await me(body.access_token as string)).body).toMatchObject({ kind: 'client', roles: ['system-client'], agencies: ['cz-hotline-12345'] });
    }
  });

  it('are refused alike for a wrong secret, an unknown client and a person', async () => {
    const client = await account(app.database, 'system-client', { agency: 'cz-hotline-12345' });
    const person = await account(app.database, 'mediator');
    for (const body of [{ client_id: client.login, client_secret: 'wrong' }, { client_id: 'nobody', client_secret: 'x' }, { client_id: person.login, client_secret: PASSWORD }]) {
      const reply = await token(body);
      expect([reply.status, reply.body.code, reply.body.error]).toEqual([401, 'auth.client-refused', 'invalid_client']);
    }
  });

  it('cannot be locked out by a stranger', async () => {
    const client = await account(app.database, 'system-client', { agency: 'cz-hotline-12345' });
    for (let failure = 0; failure < 5; failure += 1) await token({ client_id: client.login, client_secret: 'wrong' });
    expect((await token({ client_id: client.login, client_secret: client.secret })).status).toBe(200);
  });

  it('are the only grant', async () => {
    expect((await token({ grant_type: 'password' })).body).toMatchObject({ code: 'auth.grant-unsupported', error: 'unsupported_grant_type' });
  });
});
