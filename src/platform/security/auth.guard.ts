import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { Config } from '../config/config.js';
import type { Acting } from '../http/acting.js';
import { Now } from '../http/clock.js';
import { httpProblem } from '../http/http.errors.js';
import { preconditionsOf } from '../http/preconditions.js';
import { Problem } from '../http/problem.js';
import { OPEN, PERMISSION, REPEATABLE, type ZhihengRequest } from '../http/route.js';
import { Authenticator } from './authenticator.js';
import { derivedKey } from './derived-key.js';
import type { Principal } from './principal.js';
import { RATE, RateLimits, type RatePolicy } from './rate-limit.js';

/**
 * The one global guard, closed by default: who asks, how often, whether they may, and under which preconditions.
 * The rate is counted before a bad token is refused, so that guessing tokens is limited too.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly digestKey: Buffer;

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly rates: RateLimits,
    private readonly now: Now,
    config: Config,
  ) {
    this.digestKey = derivedKey(config, 'request-digest');
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ZhihengRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const open = this.declared<string>(OPEN, context) !== undefined;
    const who = open ? null : await this.identify(request);
    const client = who === null || who instanceof Problem ? `ip:${request.ip}` : `account:${who.id}`;
    void reply.headers(await this.rates.take(this.declared<RatePolicy>(RATE, context) ?? 'general', client));
    if (who instanceof Problem) throw who;
    if (who !== null) this.admit(who, request, context);
    return true;
  }

  private async identify(request: ZhihengRequest): Promise<Principal | Problem> {
    try {
      return await this.authenticator.authenticate(request.headers.authorization);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  private admit(principal: Principal, request: ZhihengRequest, context: ExecutionContext): void {
    const permission = this.declared<string>(PERMISSION, context);
    // The boot refuses a route that declares nothing; should one slip through, it is closed.
    if (permission === undefined || !principal.permissions.has(permission)) throw httpProblem('permission.denied', { members: { permission: permission ?? null } });
    const repeatable = this.declared<string>(REPEATABLE, context) !== undefined;
    const { claims, permissions, agency } = principal;
    const acting: Acting = { claims, permissions, agency, at: this.now.date(), ...preconditionsOf(request, repeatable, this.digestKey) };
    request.zhiheng.principal = principal;
    request.zhiheng.acting = acting;
  }

  private declared<Value>(key: string, context: ExecutionContext): Value | undefined {
    return this.reflector.getAllAndOverride<Value | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
