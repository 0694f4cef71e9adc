import type { Database, Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import { systemClaims } from '../../platform/database/claims.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { hashSecret } from '../../platform/security/passwords.js';
import { DEACTIVATE, END_ALL_SESSIONS } from './account-statements.js';
import { AGENCIES } from './data/agencies.data.js';
import { REGIONS } from './data/regions.data.js';
import { roleOf } from './data/roles.data.js';
import { Account } from './identity.entity.js';
import { identityProblem } from './identity.errors.js';

export interface NewAccount {
  readonly kind: 'person' | 'client';
  readonly login: string;
  /** Password or client secret, in clear; only its hash is kept. */
  readonly secret: string;
  readonly roles: readonly string[];
  readonly agency: string;
  /** Null for no limit beside the scope of the roles. */
  readonly regions: readonly string[] | null;
}

export type CreatedAccount = Pick<Account, 'id' | 'kind' | 'login' | 'roles' | 'agency' | 'regions' | 'active' | 'createdAt'>;

/** Throws account.roles-conflict, account.agency-unknown, account.region-unknown, account.login-taken. */
export async function createAccount(database: Database, account: NewAccount, at: Date): Promise<CreatedAccount> {
  checkAccount(account);
  const { kind, login, agency } = account;
  const shown = { id: newId(), kind, login, roles: [...account.roles], agency, regions: account.regions === null ? null : [...account.regions], active: true, createdAt: at };
  const row: Account = { ...shown, secretHash: await hashSecret(account.secret), failures: 0, lockedUntil: null, deactivatedAt: null, deactivatedBy: null, demo: false };
  try {
    await database.transact(systemClaims('accounts'), [], (transaction) => transaction.batch([transaction.insert([insertInto(Account, row)])]));
  } catch (error) {
    if (uniqueViolation(error) === 'account_login_key') throw identityProblem('account.login-taken');
    throw error;
  }
  return shown;
}

/**
 * Switches an account off and ends its sessions, under claims of the system: the first gives `id`, `login` and `agency`, or nothing where
 * there is none. Tokens that are out run out by themselves.
 */
export function deactivation(id: string, by: string, at: Date): Query[] {
  return [{ statement: DEACTIVATE, values: [id, at, by] }, { statement: END_ALL_SESSIONS, values: [id, at] }];
}

/** What the tables of this room say about an account. Throws the first problem found. */
export function checkAccount({ kind, roles, agency, regions }: Pick<NewAccount, 'kind' | 'roles' | 'agency' | 'regions'>): void {
  if (!rolesFit(kind, roles)) throw identityProblem('account.roles-conflict', { members: { roles } });
  const known = AGENCIES.find(({ code }) => code === agency);
  if (known === undefined || known.outside === true) throw identityProblem('account.agency-unknown', { members: { agency } });
  const strange = (regions ?? []).filter((code) => !REGIONS.some((region) => region.code === code));
  if (strange.length > 0) throw identityProblem('account.region-unknown', { members: { regions: strange } });
}

function rolesFit(kind: NewAccount['kind'], codes: readonly string[]): boolean {
  const roles = codes.map(roleOf);
  const fitting = roles.every((role) => role?.holder === kind);
  return fitting && roles.length > 0 && new Set(codes).size === codes.length && (roles.length === 1 || roles.every((role) => role?.alone !== true));
}
