import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import { DEMO_ACCOUNTS, Principals, ROLES } from '../../../src/modules/identity/index.js';
import { account, call, sql, tokenOf, type Reply } from './identity.ground.js';

let app: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  app = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
});
afterAll(() => app.close());

const get = (path: string, token?: string, headers?: Record<string, string>): Promise<Reply> => call(app.url, 'GET', path, { token, headers });

describe('the global guard', () => {
  it.each(['/v1/auth/me', '/v1/measures', '/v1/agencies', '/v1/roles'])('asks for a token at %s', async (path) => {
    const { status, body, headers } = await get(path);
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([401, 'auth.required', 'Bearer realm="zhiheng"']);
    expect(headers.get('content-type')).toMatch('application/problem+json');
  });

  it('refuses rubbish without repeating it', async () => {
    const reply = await get('/v1/auth/me', 'rubbish-token-value');
    expect([reply.status, reply.body.code]).toEqual([401, 'auth.token-invalid']);
    expect(JSON.stringify(reply.body)).not.toContain('rubbish-token-value');
  });

  it('names the permission that is missing', async () => {
    const token = await tokenOf(app.url, app.database, 'mediator');
    const { status, body } = await call(app.url, 'POST', '/v1/accounts', { token, body: {} });
    expect([status, body.code, body.permission]).toEqual([403, 'permission.denied', 'account.manage']);
  });

  it('tells the quota', async () => {
    const { headers } = await get('/v1/auth/me', await tokenOf(app.url, app.database, 'mediator'));
    expect(headers.get('ratelimit-policy')).toBe('"general";q=1000000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"general";r=\d+;t=\d+$/);
  });

  it('speaks the language of the reader', async () => {
    expect((await get('/v1/auth/me', undefined, { 'accept-language': 'en' })).body.title).toBe('Authentication is required');
    expect((await get('/v1/auth/me')).body.title).toBe('需要登录');
  });
});

describe('the rate limit', () => {
  it('stops one account and not the other, and guesses at tokens by address', async () => {
    const strict = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '10' } });
    try {
      const [one, other] = [await tokenOf(strict.url, strict.database, 'mediator'), await tokenOf(strict.url, strict.database, 'mediator')];
      const replies: Reply[] = [];
      for (let request = 0; request < 11; request += 1) replies.push(await call(strict.url, 'GET', '/v1/auth/me', { token: one }));
      expect(replies.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429]);
      expect(replies[10]?.body).toMatchObject({ code: 'rate.limited', status: 429 });
      expect(Number(replies[10]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(replies[10]?.headers.get('ratelimit')).toMatch(/r=0/);
      expect((await call(strict.url, 'GET', '/v1/auth/me', { token: other })).status).toBe(200);
      const guesses: number[] = [];
      for (let request = 0; request < 11; request += 1) guesses.push((await call(strict.url, 'GET', '/v1/auth/me', { token: `guess${request}` })).status);
      expect(guesses).toEqual([...Array<number>(10).fill(401), 429]);
    } finally {
      await strict.close();
    }
  });

  it('stops log-ins by address under a policy of their own', async () => {
    const strict = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '10' } });
    try {
      const statuses: number[] = [];
      for (let request = 0; request < 11; request += 1) statuses.push((await call(strict.url, 'POST', '/v1/auth/refresh', { body: { refreshToken: 'x' } })).status);
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    } finally {
      await strict.close();
    }
  });
});

describe('POST /v1/accounts', () => {
  const create = async (body: object): Promise<Reply> => call(app.url, 'POST', '/v1/accounts', { token: await tokenOf(app.url, app.database, 'administrator'), body });
  const officer = { kind: 'person', roles: ['enforcement-officer'], agency: 'chaoan-market-regulation' };
  const name = (): string => `new.${Math.random().toString(36).slice(2)}`;

  it('makes a person that can log in with the password given', async () => {
    const login = name();
    const { status, body, headers } = await create({ ...officer, login, password: 'a-long-enough-one', regions: ['445103'] });
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(body).toEqual({ account: { id: expect.any(String), kind: 'person', login, roles: ['enforcement-officer'], agency: 'chaoan-market-regulation', regions: ['445103'], active: true, createdAt: expect.any(String) }, secret: null });
    const session = await call(app.url, 'POST', '/v1/auth/login', { body: { username: login, password: 'a-long-enough-one' } });
    expect((await get('/v1/auth/me', session.body.accessToken as string)).body).toMatchObject({ regions: ['445103'], agencies: ['chaoan-market-regulation'] });
  });

  it('makes a client whose secret is shown once', async () => {
    const login = name();
    const { body } = await create({ kind: 'client', login, roles: ['system-client'], agency: 'cz-hotline-12345', password: 'is-not-taken-for-clients' });
    expect(body.secret).toMatch(/^[\w-]{43}$/);
    const token = await call(app.url, 'POST', '/v1/auth/token', { body: { grant_type: 'client_credentials', client_id: login, client_secret: body.secret } });
    expect(token.status).toBe(200);
  });

  it('refuses a login that is taken, also when both come together', async () => {
    const login = name();
    const replies = await Promise.all([create({ ...officer, login }), create({ ...officer, login })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('account.login-taken');
  });

  it.each([
    [422, 'account.roles-conflict', { roles: ['oversight', 'enforcement-officer'] }], [422, 'account.roles-conflict', { roles: ['root'] }], [422, 'account.agency-unknown', { agency: 'nowhere' }], [422, 'account.region-unknown', { regions: ['110000'] }],
    [400, 'request.invalid', { password: 'short' }], [400, 'request.invalid', { login: 'Big Name' }], [400, 'request.invalid', { roles: [] }], [400, 'request.invalid', { demo: true }], [400, 'request.invalid', { kind: 'root' }],
  ])('answers %i %s for %j', async (status, code, more) => {
    const reply = await create({ ...officer, login: name(), ...more });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

describe('row-level security', () => {
  it('hides accounts and refresh tokens from everyone but the system and oneself', async () => {
    const mine = await account(app.database, 'enforcement-officer');
    const principals = app.app.get(Principals, { strict: false });
    const { claims } = principals.fromAccessToken({ sub: mine.id, login: mine.login, kind: 'person', roles: ['intake-clerk'], agency: 'cz-market-regulation', regions: null });
    const read = (table: string): Promise<object[]> => app.database.read(claims, { name: `test-read-${table}`, text: `SELECT * FROM ${table}` }, []);
    expect((await read('account')).length).toBe(1);
    expect(await read('refresh_token')).toEqual([]);
    await expect(app.database.transact(claims, [], (transaction) => transaction.query({ name: 'test-steal', text: `UPDATE account SET roles = '{administrator}' RETURNING id` }, []))).resolves.toEqual([]);
  });
});

describe('the tree of agencies', () => {
  it('follows the table when it is refreshed', async () => {
    const principals = app.app.get(Principals, { strict: false });
    const below = (): readonly string[] => principals.fromAccessToken({ sub: 'x', login: 'x', kind: 'person', roles: ['mediator'], agency: 'cz-court', regions: null }).claims.agencies;
    expect(below()).toEqual(['cz-court']);
    await sql(app.database, `INSERT INTO agency (code, parent, level, region, profile) VALUES ('test-tribunal', 'cz-court', 'county', '445102', '{"name":{"zh":"测","en":"Test"}}')`);
    try {
      await principals.refresh();
      expect(below()).toEqual(['cz-court', 'test-tribunal']);
    } finally {
      await sql(app.database, `DELETE FROM agency WHERE code = 'test-tribunal'`);
      await principals.refresh();
    }
  });
});

it('has a demo account for every role', () => {
  expect(DEMO_ACCOUNTS).toHaveLength(ROLES.length);
});
