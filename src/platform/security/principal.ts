import type { Claims } from '../database/claims.js';

/** Who sends a request, after authentication. */
export interface Principal {
  readonly id: string;
  readonly login: string;
  readonly kind: 'person' | 'client';
  readonly roles: readonly string[];
  readonly agency: string;
  readonly permissions: ReadonlySet<string>;
  readonly claims: Claims;
}

/** Turns verified token claims into a principal. Implemented by the identity room. */
export interface PrincipalSource {
  /** From our own access token. */
  fromAccessToken(payload: Readonly<Record<string, unknown>>): Principal;
  /** From a token of the city's identity provider; null when no account matches. */
  fromOidc(payload: Readonly<Record<string, unknown>>): Promise<Principal | null>;
}

export const PRINCIPAL_SOURCE = Symbol('PrincipalSource');
