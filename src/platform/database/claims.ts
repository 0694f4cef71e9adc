/**
 * Who asks, as row-level security sees it. `system`: background work and log-in. `city`: every case of the city.
 * `city-read`: the same, reading only. `agencies`: the agencies listed.
 * `public`: what is published now, and no other row. `none`: nothing.
 */
export interface Claims {
  readonly scope: 'system' | 'city' | 'city-read' | 'agencies' | 'public' | 'none';
  /** Account id, or `system:<part>`. */
  readonly actor: string;
  readonly agencies: readonly string[];
  /** Regions that the actor is confined to; null for no limit. */
  readonly regions: readonly string[] | null;
  /** Why the identity vault is read; without it the vault is empty. */
  readonly purpose?: string;
}

/** Claims of a part of the system itself, such as the relay. */
export function systemClaims(part: string, purpose?: string): Claims {
  return { scope: 'system', actor: `system:${part}`, agencies: [], regions: null, purpose };
}

const SETTINGS = ['scope', 'actor', 'agencies', 'regions', 'purpose'];

/** The SELECT list that puts the claims, parameters $1 to $5, into the transaction. */
export const CLAIM_COLUMNS = SETTINGS.map((name, index) => `set_config('zhiheng.${name}', $${index + 1}, true)`).join(', ');
export const CLAIM_COUNT = SETTINGS.length;

export function claimValues(claims: Claims): string[] {
  const { scope, actor, agencies, regions, purpose } = claims;
  return [scope, actor, arrayLiteral(agencies), regions === null ? '' : arrayLiteral(regions), purpose ?? ''];
}

function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
