import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { Config } from '../config/config.js';
import { Now } from '../http/clock.js';
import { derivedKey } from './derived-key.js';

export const LOCAL_ISSUER = 'zhiheng';
const AUDIENCE = 'zhiheng';
const TYPE = 'at+jwt';

/** What an access token says about its account. It holds until it expires, whatever happens to the account meanwhile. */
export interface AccessClaims {
  /** Account id. */
  readonly sub: string;
  readonly login: string;
  readonly kind: 'person' | 'client';
  readonly roles: readonly string[];
  readonly agency: string;
  readonly regions: readonly string[] | null;
}

/** Our own access tokens: JWT, HS256, read by every process that shares TOKEN_SECRET. */
@Injectable()
export class AccessTokens {
  private readonly key: KeyObject;

  constructor(
    private readonly config: Config,
    private readonly now: Now,
  ) {
    this.key = createSecretKey(derivedKey(config, 'access-token'));
  }

  /** Life of a token, seconds. */
  get seconds(): number {
    return this.config.ACCESS_TOKEN_SECONDS;
  }

  async issue({ sub, login, kind, roles, agency, regions }: AccessClaims): Promise<string> {
    const at = Math.floor(this.now.date().getTime() / 1000);
    return new SignJWT({ login, kind, roles, agency, regions })
      .setProtectedHeader({ alg: 'HS256', typ: TYPE })
      .setIssuer(LOCAL_ISSUER).setAudience(AUDIENCE).setSubject(sub).setIssuedAt(at).setExpirationTime(at + this.seconds)
      .sign(this.key);
  }

  /** Throws an error of jose when anything about the token is wrong. */
  async verify(token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, this.key, {
      algorithms: ['HS256'], issuer: LOCAL_ISSUER, audience: AUDIENCE, typ: TYPE, requiredClaims: ['sub', 'exp', 'login', 'roles', 'agency'], currentDate: this.now.date(),
    });
    return payload;
  }
}
