import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Claims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import type { Principal, PrincipalSource } from '../../platform/security/principal.js';
import { AUTH, FIND_ACCOUNT, READ_ACCOUNT, READ_OFFICERS, READ_STAFF, type AccountRow } from './account-statements.js';
import { AGENCIES } from './data/agencies.data.js';
import { roleOf, type Role } from './data/roles.data.js';

export type Parents = ReadonlyMap<string, string | null>;
type AgencyParent = { code: string; parent: string | null };

const WIDTH: readonly Role['scope'][] = ['none', 'agencies', 'city-read', 'city'];
const READ_PARENTS = { name: 'identity-agency-parents', text: 'SELECT code, parent FROM agency' };

/** From accounts to principals. The tree of agencies is held in memory: as delivered at first, from the table once the process is up. */
@Injectable()
export class Principals implements PrincipalSource, OnApplicationBootstrap {
  private parents: Parents = new Map(AGENCIES.map(({ code, parent }) => [code, parent]));

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
  }

  /** Reads the tree again. Tokens that were seen keep the agencies that they had until they expire. */
  async refresh(): Promise<void> {
    const rows = await this.database.read<AgencyParent>(AUTH, READ_PARENTS, []);
    if (rows.length > 0) this.parents = new Map(rows.map(({ code, parent }) => [code, parent]));
  }

  fromAccessToken(payload: Readonly<Record<string, unknown>>): Principal {
    const { sub, login, kind, roles, agency, regions } = payload as { sub: string; login: string; kind: Principal['kind']; roles: string[]; agency: string; regions: string[] | null };
    return principalOf({ id: sub, login, kind, roles, agency, regions }, this.parents);
  }

  /** The provider vouches for preferred_username; roles are ours alone. */
  async fromOidc(payload: Readonly<Record<string, unknown>>): Promise<Principal | null> {
    const { preferred_username: login } = payload;
    if (typeof login !== 'string') return null;
    const [account] = await this.database.read<AccountRow>(AUTH, FIND_ACCOUNT, [login, 'person']);
    return account?.active === true ? principalOf(account, this.parents) : null;
  }

  /** An account as it is now, for work that is done in its name later; null where it is no longer active. */
  async byId(accountId: string): Promise<Principal | null> {
    const [account] = await this.database.read<AccountRow>(AUTH, READ_ACCOUNT, [accountId]);
    return account?.active === true ? principalOf(account, this.parents) : null;
  }

  /** The name that colleagues know an account by; null where there is none. */
  async loginOf(accountId: string): Promise<string | null> {
    const [account] = await this.database.read<AccountRow>(AUTH, READ_ACCOUNT, [accountId]);
    return account?.login ?? null;
  }

  /** Who takes cases of an agency, of its own accounts and those named, by account; `appoints`: puts others in charge. */
  async officers(agency: string, named: readonly string[]): Promise<readonly { readonly id: string; readonly login: string; readonly appoints: boolean }[]> {
    const rows = await this.database.read<AccountRow>(AUTH, READ_OFFICERS, [agency, named]);
    const principals = rows.map((row) => principalOf(row, this.parents)).filter(({ permissions, claims }) => permissions.has('case.claim') && claims.agencies.includes(agency));
    return principals.map(({ id, login, permissions }) => ({ id, login, appoints: permissions.has('case.assign') }));
  }

  /** Who puts people in charge in an agency; where nobody does, in the nearest one above. */
  async heads(agency: string): Promise<readonly string[]> {
    for (let code: string | null = agency; code !== null; code = this.parents.get(code) ?? null) {
      const rows = await this.database.read<AccountRow>(AUTH, READ_OFFICERS, [code, []]);
      const heads = rows.filter(({ roles }) => effectiveRoles(roles).some(({ permissions }) => (permissions as readonly string[]).includes('case.assign')));
      if (heads.length > 0) return heads.map(({ id }) => id);
    }
    return [];
  }

  /** Those of these accounts that are of persons and active. */
  async activePeople(accounts: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read<AccountRow>(AUTH, READ_OFFICERS, ['', accounts]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Agencies with somebody who takes cases, of their own accounts. */
  async staffedAgencies(): Promise<readonly string[]> {
    const rows = await this.database.read<{ agency: string; roles: string[] }>(AUTH, READ_STAFF, []);
    return [...new Set(rows.filter(({ roles }) => effectiveRoles(roles).some(({ permissions }) => permissions.includes('case.claim'))).map(({ agency }) => agency))];
  }

  /** Agencies whose cases this account may be put in charge of: its own and those below, where its roles work on cases. Empty for anybody else. */
  async caseAgencies(accountId: string): Promise<readonly string[]> {
    const principal = await this.byId(accountId);
    return principal?.kind === 'person' && principal.permissions.has('case.close') ? principal.claims.agencies : [];
  }

  /** Whether somebody who is active may do this in an agency, or in one above it. */
  async mayIn(accountId: string, permission: string, agency: string): Promise<boolean> {
    const principal = await this.byId(accountId);
    return principal?.kind === 'person' && principal.permissions.has(permission) && principal.claims.agencies.includes(agency);
  }
}

export function principalOf(account: Pick<AccountRow, 'id' | 'login' | 'kind' | 'roles' | 'agency' | 'regions'>, parents: Parents): Principal {
  const { id, login, kind, roles, agency, regions } = account;
  const effective = effectiveRoles(roles);
  return {
    id, login, kind, agency,
    roles: effective.map(({ code }) => code),
    permissions: new Set<string>(effective.flatMap(({ permissions }) => permissions)),
    claims: claimsOf(id, widest(effective), withBelow(agency, parents), regions),
  };
}

/** Codes that no longer exist count for nothing. A role that is held alone counts alone, whatever stands beside it. */
export function effectiveRoles(codes: readonly string[]): readonly Role[] {
  const roles = codes.flatMap((code) => roleOf(code) ?? []);
  const alone = roles.find((role) => role.alone === true);
  return alone === undefined ? roles : [alone];
}

/**
 * Scope `none` becomes the scope of no agency and no region: the database then shows reference data and the account's own
 * rows, and no matter. With no claims at all even reference data would be hidden.
 */
function claimsOf(actor: string, scope: Role['scope'], agencies: readonly string[], regions: readonly string[] | null): Claims {
  return scope === 'none' ? { scope: 'agencies', actor, agencies: [], regions: [] } : { scope, actor, agencies, regions };
}

function widest(roles: readonly Role[]): Role['scope'] {
  return WIDTH[Math.max(0, ...roles.map(({ scope }) => WIDTH.indexOf(scope)))] ?? 'none';
}

/** The agency and all below it. */
export function withBelow(agency: string, parents: Parents): string[] {
  const found = [agency];
  for (const above of found) for (const [code, parent] of parents) if (parent === above && !found.includes(code)) found.push(code);
  return found;
}
