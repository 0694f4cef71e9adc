import { Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Config } from '../config/config.js';
import { Now } from '../http/clock.js';
import { securityProblem } from './security.errors.js';

/** Asymmetric only: with HS256 on the list, the issuer's public key would sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TIMEOUT_MILLISECONDS = 5_000;
const KEYS_MILLISECONDS = 600_000;
/** Between two looks at the issuer: for unknown key ids, and after it did not answer. */
const PAUSE_MILLISECONDS = 10_000;
const CLOCK_SKEW_SECONDS = 5;

/**
 * Tokens of the city's identity provider. Discovery and keys are fetched when the first token comes, and kept.
 * Throws errors of jose for a bad token, auth.issuer-unreachable when the issuer cannot be asked.
 */
@Injectable()
export class OidcTokens {
  private readonly logger = new Logger('Oidc');
  private keys: Promise<JWTVerifyGetKey> | undefined;
  private failedAt = -Infinity;

  constructor(
    private readonly config: Config,
    private readonly now: Now,
  ) {}

  accepts(issuer: string | undefined): boolean {
    return issuer !== undefined && issuer === this.config.OIDC_ISSUER;
  }

  async verify(token: string): Promise<JWTPayload> {
    const issuer = this.config.OIDC_ISSUER;
    if (issuer === undefined) throw new Error('OIDC_ISSUER is not set');
    const keys = await this.keysOf(issuer);
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS, issuer, audience: this.config.OIDC_AUDIENCE, requiredClaims: ['exp', 'sub', 'preferred_username'], clockTolerance: CLOCK_SKEW_SECONDS, currentDate: this.now.date(),
      });
      return payload;
    } catch (error) {
      throw unreachable(error) ? this.refused(error) : error;
    }
  }

  private async keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    if (this.keys === undefined && performance.now() - this.failedAt < PAUSE_MILLISECONDS) throw securityProblem('auth.issuer-unreachable', { headers: { 'retry-after': String(PAUSE_MILLISECONDS / 1000) } });
    this.keys ??= discover(issuer);
    try {
      return await this.keys;
    } catch (error) {
      this.keys = undefined;
      this.failedAt = performance.now();
      throw this.refused(error);
    }
  }

  private refused(error: unknown): Error {
    this.logger.warn({ issuer: this.config.OIDC_ISSUER, reason: error instanceof Error ? error.message : typeof error });
    return securityProblem('auth.issuer-unreachable', { headers: { 'retry-after': String(PAUSE_MILLISECONDS / 1000) } });
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
  if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
  const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (document.issuer !== issuer) throw new Error('discovery names another issuer');
  if (typeof document.jwks_uri !== 'string') throw new Error('discovery names no keys');
  const address = new URL(document.jwks_uri);
  if (issuer.startsWith('https:') && address.protocol !== 'https:') throw new Error('keys are offered without TLS');
  return createRemoteJWKSet(address, { timeoutDuration: TIMEOUT_MILLISECONDS, cacheMaxAge: KEYS_MILLISECONDS, cooldownDuration: PAUSE_MILLISECONDS });
}

/** Errors of the network and of a broken key document; every other error of jose speaks of the token. */
function unreachable(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC';
}
