import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { startTestApp } from '../../support/app.js';
import { account, call, login, sql, type Reply } from './identity.ground.js';
import { startIssuer, type Issuer } from './oidc.ground.js';

let issuer: Issuer;
let app: Awaited<ReturnType<typeof startTestApp>>;
let user: { id: string; login: string };
beforeAll(async () => {
  issuer = await startIssuer();
  app = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000', OIDC_ISSUER: issuer.url } });
  user = await account(app.database, 'mediator', { agency: 'cz-ip-mediation-committee' });
});
afterAll(async () => {
  await app.close();
  await issuer.close();
});

const me = (token: string): Promise<Reply> => call(app.url, 'GET', '/v1/auth/me', { token });
const mine = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ preferred_username: user.login, ...more });
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;

describe('a token of the identity provider', () => {
  it('that is asked about is not looked up before it comes', () => {
    expect(issuer.asked).toEqual({});
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s is taken, with the roles of the local account', async (alg) => {
    const { status, body } = await me(await issuer.token(mine({ roles: ['administrator'], scope: 'account.manage' }), { alg }));
    expect([status, body.id, body.roles, body.scope]).toEqual([200, user.id, ['mediator'], 'agencies']);
  });

  it('is taken with several audiences when ours is among them', async () => {
    expect((await me(await issuer.token(mine({ aud: ['other', 'zhiheng'] })))).status).toBe(200);
  });

  it('is verified with keys that were fetched once', async () => {
    for (let round = 0; round < 5; round += 1) await me(await issuer.token(mine({ jti: String(round) })));
    expect(issuer.asked).toEqual({ '/city/.well-known/openid-configuration': 1, '/city/keys': 1 });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['for another audience', () => issuer.token(mine({ aud: 'elsewhere' }))],
    ['for no audience', () => issuer.token(mine({ aud: undefined }))],
    ['of another issuer', () => issuer.token(mine({ iss: 'http://127.0.0.1:1/city' }))],
    ['that claims to be our own', () => issuer.token(mine({ iss: 'zhiheng', roles: ['administrator'], agency: 'cz-court' }))],
    ['of an issuer with a slash more', () => issuer.token(mine({ iss: `${issuer.url}/` }))],
    ['that has expired', () => issuer.token(mine({ exp: seconds(-60) }))],
    ['that never expires', () => issuer.token(mine({ exp: undefined }))],
    ['that is not valid yet', () => issuer.token(mine({ nbf: seconds(120) }))],
    ['without a user name', () => issuer.token({})],
    ['with a user name that is no text', () => issuer.token({ preferred_username: [user.login] })],
    ['of an unknown user', () => issuer.token({ preferred_username: 'nobody.here' })],
    ['with an algorithm that is not on the list', () => issuer.token(mine(), { alg: 'RS512' })],
    ['with an unknown key id', async () => issuer.token(mine(), { kid: 'unknown', key: (await generateKeyPair('RS256')).privateKey })],
    ['signed by another key under a known key id', async () => issuer.token(mine(), { kid: 'RS256', key: (await generateKeyPair('RS256')).privateKey })],
    ['without a signature (alg none)', () => new UnsecuredJWT(mine()).setIssuer(issuer.url).setAudience('zhiheng').setSubject('u-1').setExpirationTime('5m').encode()],
    ['signed with the public key as a shared secret (HS256)', () => new SignJWT({ ...mine(), sub: 'u-1', exp: seconds(300) }).setIssuer(issuer.url).setAudience('zhiheng').setProtectedHeader({ alg: 'HS256', kid: 'RS256' }).sign(createSecretKey(Buffer.from(issuer.publicPem)))],
    ['whose payload was changed', async () => {
      const [head, , tail] = (await issuer.token({ preferred_username: 'nobody.here' })).split('.');
      const [, body] = (await issuer.token(mine())).split('.');
      return `${head}.${body}.${tail}`;
    }],
  ])('%s is refused', async (_, make) => {
    const { status, body, headers } = await me(await make());
    expect([status, body.code]).toEqual([401, 'auth.token-invalid']);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="zhiheng", error="invalid_token"');
  });

  it('of an inactive account is refused', async () => {
    const gone = await account(app.database, 'mediator');
    await sql(app.database, 'UPDATE account SET active = false WHERE id = $1', [gone.id]);
    expect((await me(await issuer.token({ preferred_username: gone.login }))).status).toBe(401);
  });

  it('of a system client is refused: systems have credentials of their own', async () => {
    const client = await account(app.database, 'system-client', { agency: 'cz-hotline-12345' });
    expect((await me(await issuer.token({ preferred_username: client.login }))).status).toBe(401);
  });

  it('signed with a new key is taken once the keys may be asked for again, and strangers cannot make us ask more often', async () => {
    const before = issuer.asked['/city/keys'] ?? 0;
    for (let round = 0; round < 5; round += 1) await me(await issuer.token(mine({ jti: `x${round}` }), { kid: `unknown-${round}`, key: (await generateKeyPair('RS256')).privateKey }));
    expect((issuer.asked['/city/keys'] ?? 0) - before).toBeLessThanOrEqual(1);
  });
});

it('leaves local tokens as good as they were', async () => {
  const { body } = await login(app.url, user.login);
  expect((await me(body.accessToken as string)).status).toBe(200);
});

describe('while the identity provider does not answer', () => {
  it('its tokens are put off, local ones are not, and it is not asked at every request', async () => {
    const silent = await startIssuer();
    silent.answering(false);
    const other = await startTestApp({ env: { RATE_LIMIT_PER_MINUTE: '1000000', OIDC_ISSUER: silent.url } });
    try {
      const { login: name } = await account(other.database, 'mediator');
      const token = await silent.token({ preferred_username: name });
      for (let round = 0; round < 3; round += 1) {
        const { status, body, headers } = await call(other.url, 'GET', '/v1/auth/me', { token });
        expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'auth.issuer-unreachable', '10']);
      }
      expect(silent.asked).toEqual({ '/city/.well-known/openid-configuration': 1 });
      const local = (await login(other.url, name)).body.accessToken as string;
      expect((await call(other.url, 'GET', '/v1/auth/me', { token: local })).status).toBe(200);
    } finally {
      await other.close();
      await silent.close();
    }
  });
});
