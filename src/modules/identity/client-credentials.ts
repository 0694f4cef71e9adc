import type { ClientTokenDto } from './auth.dto.js';
import { identityProblem } from './identity.errors.js';

const BASIC = /^Basic +([A-Za-z0-9+/]+=*)$/i;

/** Client id and secret from HTTP Basic (form-encoded first, RFC 6749 section 2.3.1) or from the body; Basic wins. Throws auth.grant-unsupported and auth.client-refused. */
export function clientCredentials(body: Pick<ClientTokenDto, 'grant_type' | 'client_id' | 'client_secret'>, authorization: string | undefined): { id: string; secret: string } {
  if (body.grant_type !== 'client_credentials') throw identityProblem('auth.grant-unsupported', { members: { error: 'unsupported_grant_type' } });
  const found = fromBasic(authorization) ?? { id: body.client_id ?? '', secret: body.client_secret ?? '' };
  if (found.id === '' || found.secret === '') throw refused();
  return found;
}

function fromBasic(authorization: string | undefined): { id: string; secret: string } | null {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw refused();
  return { id: decoded(text.slice(0, colon)), secret: decoded(text.slice(colon + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw refused();
  }
}

function refused(): Error {
  return identityProblem('auth.client-refused', { members: { error: 'invalid_client' } });
}
