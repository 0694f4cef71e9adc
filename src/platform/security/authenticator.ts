import { Inject, Injectable } from '@nestjs/common';
import { decodeJwt, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { Now } from '../http/clock.js';
import { httpProblem } from '../http/http.errors.js';
import { Problem } from '../http/problem.js';
import { OidcTokens } from './oidc.js';
import { PRINCIPAL_SOURCE, type Principal, type PrincipalSource } from './principal.js';
import { AccessTokens, LOCAL_ISSUER } from './tokens.js';

interface Known {
  readonly principal: Principal;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const MOST_TOKENS = 20_000;
/** The account behind a token of the identity provider is looked at again after this time: that is how long a removed account lasts. */
const OIDC_MILLISECONDS = 30_000;
const BEARER = /^Bearer +([\w.~+/=-]+)$/i;
const CHALLENGE = 'Bearer realm="zhiheng"';

/** From the Authorization header to a principal. A token that was verified is remembered until it expires. */
@Injectable()
export class Authenticator {
  private readonly known = new LRUCache<string, Known>({ max: MOST_TOKENS });

  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly oidc: OidcTokens,
    @Inject(PRINCIPAL_SOURCE) private readonly principals: PrincipalSource,
    private readonly now: Now,
  ) {}

  /** Throws auth.required, auth.token-invalid and auth.issuer-unreachable. */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined) throw httpProblem('auth.required', { headers: { 'www-authenticate': CHALLENGE } });
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw invalid();
    const known = this.known.get(token);
    if (known !== undefined && known.until > this.now.date().getTime()) return known.principal;
    const fresh = await this.verified(token);
    this.known.set(token, fresh);
    return fresh.principal;
  }

  private async verified(token: string): Promise<Known> {
    try {
      const issuer = decodeJwt(token).iss;
      if (issuer === LOCAL_ISSUER) return await this.local(token);
      if (this.oidc.accepts(issuer)) return await this.foreign(token);
    } catch (error) {
      if (error instanceof Problem) throw error;
    }
    throw invalid();
  }

  private async local(token: string): Promise<Known> {
    const payload = await this.accessTokens.verify(token);
    return { principal: this.principals.fromAccessToken(payload), until: expiry(payload) };
  }

  private async foreign(token: string): Promise<Known> {
    const payload = await this.oidc.verify(token);
    const principal = await this.principals.fromOidc(payload);
    if (principal === null) throw invalid();
    return { principal, until: Math.min(expiry(payload), this.now.date().getTime() + OIDC_MILLISECONDS) };
  }
}

function expiry({ exp }: JWTPayload): number {
  return (exp ?? 0) * 1000;
}

function invalid(): Problem {
  return httpProblem('auth.token-invalid', { headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` } });
}
