import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config/config.js';
import { Now } from '../http/clock.js';
import { Problem } from '../http/problem.js';
import { Authenticator } from './authenticator.js';
import { OidcTokens } from './oidc.js';
import type { Principal, PrincipalSource } from './principal.js';
import { AccessTokens } from './tokens.js';

class SetNow extends Now {
  at = new Date('2026-11-20T08:00:00Z');
  date(): Date {
    return this.at;
  }
}

const claims = { sub: '019ac0de-0000-7000-8000-000000000001', login: 'chen', kind: 'person' as const, roles: ['mediator'], agency: 'cz-court', regions: null };

function ground() {
  const now = new SetNow();
  const config = loadConfig({ NODE_ENV: 'test', TOKEN_SECRET: 'x'.repeat(40) });
  const tokens = new AccessTokens(config, now);
  let asked = 0;
  const principals: PrincipalSource = {
    fromAccessToken: ({ sub }) => {
      asked += 1;
      return { id: sub } as Principal;
    },
    fromOidc: async () => null,
  };
  return { now, tokens, authenticator: new Authenticator(tokens, new OidcTokens(config, now), principals, now), asked: () => asked };
}

const refusal = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => (error instanceof Problem ? [error.definition.status, error.code, error.extras.headers?.['www-authenticate']] : error));

describe('authentication', () => {
  it('asks for a token', async () => {
    expect(await refusal(ground().authenticator.authenticate(undefined))).toEqual([401, 'auth.required', 'Bearer realm="zhiheng"']);
  });

  it.each(['Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'Bearer nonsense', `Bearer ${'a.'.repeat(3000)}`])('refuses %p', async (header) => {
    expect(await refusal(ground().authenticator.authenticate(header))).toEqual([401, 'auth.token-invalid', 'Bearer realm="zhiheng", error="invalid_token"']);
  });

  it('refuses a token of an issuer that was not set', async () => {
    const header = Buffer.from('{"alg":"RS256"}').toString('base64url');
    const payload = Buffer.from('{"iss":"https://elsewhere"}').toString('base64url');
    expect(await refusal(ground().authenticator.authenticate(`Bearer ${header}.${payload}.AAAA`))).toEqual([401, 'auth.token-invalid', 'Bearer realm="zhiheng", error="invalid_token"']);
  });

  it('verifies a token once and remembers it until it ends', async () => {
    const { authenticator, tokens, asked, now } = ground();
    const header = `bearer ${await tokens.issue(claims)}`;
    expect((await authenticator.authenticate(header)).id).toBe(claims.sub);
    expect((await authenticator.authenticate(header)).id).toBe(claims.sub);
    expect(asked()).toBe(1);
    now.at = new Date('2026-11-20T08:15:00Z');
    expect(await refusal(authenticator.authenticate(header))).toEqual([401, 'auth.token-invalid', 'Bearer realm="zhiheng", error="invalid_token"']);
  });
});
