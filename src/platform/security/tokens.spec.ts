import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { loadConfig } from '../config/config.js';
import { Now } from '../http/clock.js';
import { derivedKey } from './derived-key.js';
import { AccessTokens } from './tokens.js';

class SetNow extends Now {
  at = new Date('2026-11-20T08:00:00Z');
  date(): Date {
    return this.at;
  }
}

const config = loadConfig({ NODE_ENV: 'test', TOKEN_SECRET: 'x'.repeat(40), ACCESS_TOKEN_SECONDS: '900' });
const claims = { sub: '019ac0de-0000-7000-8000-000000000001', login: 'chen', kind: 'person' as const, roles: ['mediator'], agency: 'cz-court', regions: null };
const key = derivedKey(config, 'access-token');
const header = { alg: 'HS256', typ: 'at+jwt' };
const exp = Math.floor(new SetNow().at.getTime() / 1000) + 60;
const forged = (payload: object, head = header, secret: Uint8Array = key): Promise<string> => new SignJWT({ iss: 'zhiheng', aud: 'zhiheng', exp, ...claims, ...payload }).setProtectedHeader(head).sign(secret);

describe('access tokens', () => {
  it('say who, where and for how long', async () => {
    const now = new SetNow();
    const tokens = new AccessTokens(config, now);
    const payload = await tokens.verify(await tokens.issue(claims));
    expect(payload).toEqual({ ...claims, iss: 'zhiheng', aud: 'zhiheng', iat: 1_795_161_600, exp: 1_795_162_500 });
  });

  it('end with their time', async () => {
    const now = new SetNow();
    const tokens = new AccessTokens(config, now);
    const token = await tokens.issue(claims);
    now.at = new Date('2026-11-20T08:14:59Z');
    await expect(tokens.verify(token)).resolves.toBeDefined();
    now.at = new Date('2026-11-20T08:15:00Z');
    await expect(tokens.verify(token)).rejects.toThrow('exp');
  });

  it('made by the same rules pass: the forgeries below differ in one thing each', async () => {
    await expect(new AccessTokens(config, new SetNow()).verify(await forged({}))).resolves.toBeDefined();
  });

  it.each<[string, () => Promise<string> | string]>([
    ['another issuer', () => forged({ iss: 'https://elsewhere' })],
    ['another audience', () => forged({ aud: 'elsewhere' })],
    ['no end', () => forged({ exp: undefined })],
    ['no roles', () => forged({ roles: undefined })],
    ['another type', () => forged({}, { alg: 'HS256', typ: 'JWT' })],
    ['another algorithm', () => forged({}, { alg: 'HS512', typ: 'at+jwt' })],
    ['another secret', () => forged({}, header, Buffer.alloc(32, 1))],
    ['the secret itself instead of the derived key', () => forged({}, header, Buffer.from('x'.repeat(40)))],
    ['the key of another purpose', () => forged({}, header, derivedKey(config, 'request-digest'))],
    ['no signature', () => new UnsecuredJWT({ ...claims, exp }).setIssuer('zhiheng').setAudience('zhiheng').encode()],
    ['one letter changed', async () => (await forged({})).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace('.ey', '.ez')],
    ['nothing of a token', () => 'not-a-token'],
  ])('are refused with %s', async (_, make) => {
    await expect(new AccessTokens(config, new SetNow()).verify(await make())).rejects.toThrow();
  });

  it('need a secret', () => {
    expect(() => new AccessTokens(loadConfig({ NODE_ENV: 'test' }), new SetNow())).toThrow('TOKEN_SECRET');
  });
});
