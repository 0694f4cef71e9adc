import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { loadConfig } from '../config/config.js';
import { Now } from '../http/clock.js';
import { Problem } from '../http/problem.js';
import { Open, Permit, Repeatable, type RequestState } from '../http/route.js';
import { AuthGuard } from './auth.guard.js';
import { Authenticator } from './authenticator.js';
import { OidcTokens } from './oidc.js';
import type { Principal } from './principal.js';
import { RateLimits } from './rate-limit.js';
import { AccessTokens } from './tokens.js';

class Routes {
  @Permit('complaint.accept') permitted(): void {}
  @Permit('complaint.accept') @Repeatable('test') repeatable(): void {}
  @Permit('account.manage') forbidden(): void {}
  @Open('test') open(): void {}
  undeclared(): void {}
}

class Fixed extends Now {
  date(): Date {
    return new Date('2026-11-20T08:00:00Z');
  }
}

const principal: Principal = {
  id: 'a-1', login: 'chen', kind: 'person', roles: ['mediator'], agency: 'cz-court', permissions: new Set(['complaint.accept']),
  claims: { scope: 'agencies', actor: 'a-1', agencies: ['cz-court'], regions: null },
};

async function ask(route: keyof Routes, { method = 'POST', headers = {}, known = true }: { method?: string; headers?: Record<string, string>; known?: boolean } = {}) {
  const now = new Fixed();
  const config = loadConfig({ NODE_ENV: 'test', TOKEN_SECRET: 'x'.repeat(40) });
  const tokens = new AccessTokens(config, now);
  const authenticator = new Authenticator(tokens, new OidcTokens(config, now), { fromAccessToken: () => principal, fromOidc: async () => null }, now);
  const guard = new AuthGuard(new Reflector(), authenticator, new RateLimits(config), now, config);
  const state: RequestState = { traceId: 't', language: 'en' };
  const authorization = known ? `Bearer ${await tokens.issue({ sub: 'a-1', login: 'chen', kind: 'person', roles: [], agency: 'cz-court', regions: null })}` : undefined;
  const request = { method, url: '/v1/x', ip: '127.0.0.1', headers: { authorization, ...headers }, body: {}, zhiheng: state };
  const sent: Record<string, string> = {};
  const context = {
    getHandler: () => Routes.prototype[route], getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({ headers: (more: object) => Object.assign(sent, more) }) }),
  } as unknown as ExecutionContext;
  const outcome = await guard.canActivate(context).catch((error: unknown) => (error instanceof Problem ? { code: error.code, members: error.extras.members } : error));
  return { outcome, state, sent };
}

const key = { 'idempotency-key': 'a-key-of-its-own' };

describe('the guard', () => {
  it('lets through who holds the permission, and says who acts, when and under which key', async () => {
    const { outcome, state, sent } = await ask('permitted', { headers: { ...key, 'if-match': '"3"' } });
    expect(outcome).toBe(true);
    expect(state.principal).toBe(principal);
    expect(state.acting).toEqual({ claims: principal.claims, permissions: principal.permissions, agency: 'cz-court', at: new Date('2026-11-20T08:00:00Z'), idempotency: { key: 'a-key-of-its-own', digest: expect.any(String) }, ifMatch: 3 });
    expect(Object.keys(sent)).toEqual(['ratelimit-policy', 'ratelimit']);
  });

  it('asks for a key on POST, not on GET and not where a POST is repeatable', async () => {
    expect((await ask('permitted')).outcome).toMatchObject({ code: 'idempotency.key-required' });
    expect((await ask('permitted', { method: 'GET' })).outcome).toBe(true);
    expect((await ask('repeatable')).outcome).toBe(true);
  });

  it('looks at the permission before the preconditions', async () => {
    expect((await ask('forbidden')).outcome).toEqual({ code: 'permission.denied', members: { permission: 'account.manage' } });
  });

  it('closes a route that declares nothing', async () => {
    const { outcome, state } = await ask('undeclared', { headers: key });
    expect(outcome).toEqual({ code: 'permission.denied', members: { permission: null } });
    expect(state.acting).toBeUndefined();
  });

  it('asks nobody who they are where a route is open', async () => {
    const { outcome, state } = await ask('open', { known: false });
    expect([outcome, state.principal, state.acting]).toEqual([true, undefined, undefined]);
    expect((await ask('open', { headers: { authorization: 'Bearer rubbish' } })).outcome).toBe(true);
  });

  it('counts before it refuses', async () => {
    const { outcome, sent } = await ask('permitted', { known: false });
    expect(outcome).toMatchObject({ code: 'auth.required' });
    expect(sent['ratelimit-policy']).toBeDefined();
  });
});
