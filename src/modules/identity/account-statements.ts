import { systemClaims } from '../../platform/database/claims.js';

/** Log-in runs before anyone is known: accounts and refresh tokens open to the system scope only. */
export const AUTH = systemClaims('auth');

/** A row of `account` as SQL gives it. */
export type AccountRow = {
  id: string;
  kind: 'person' | 'client';
  login: string;
  secret_hash: string;
  roles: string[];
  agency: string;
  regions: string[] | null;
  locked_until: Date | null;
  active: boolean;
};

const COLUMNS = 'id, kind, login, secret_hash, roles, agency, regions, locked_until, active';

export const FIND_ACCOUNT = { name: 'auth-find-account', text: `SELECT ${COLUMNS} FROM account WHERE login = $1 AND kind = $2` };
export const READ_OFFICERS = { name: 'auth-read-officers', text: `SELECT ${COLUMNS} FROM account WHERE active AND kind = 'person' AND (agency = $1 OR id = ANY($2::uuid[])) ORDER BY id` };
export const READ_STAFF = { name: 'auth-read-staff', text: "SELECT DISTINCT agency, roles FROM account WHERE active AND kind = 'person'" };
export const READ_ACCOUNT = { name: 'auth-read-account', text: `SELECT ${COLUMNS} FROM account WHERE id = $1` };

const COUNTED = 'CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END';
/** One statement, so that no failure is lost between two. A lock that has run out starts the count again; one that holds is left as it is. */
export const COUNT_FAILURE = {
  name: 'auth-count-failure',
  text: `UPDATE account SET failures = ${COUNTED}, locked_until = CASE WHEN ${COUNTED} >= $3 THEN $4::timestamptz END
         WHERE id = $1 AND (locked_until IS NULL OR locked_until <= $2) RETURNING locked_until`,
};
/** Finds nothing when a lock fell while the password was being verified. */
export const COUNT_SUCCESS = {
  name: 'auth-count-success',
  text: 'UPDATE account SET failures = 0, locked_until = NULL WHERE id = $1 AND active AND (locked_until IS NULL OR locked_until <= $2) RETURNING id',
};

export type SpentRow = { account_id: string; family: string; expires_at: Date };

/**
 * Of two that come together the row lets one through. The family is asked as a whole, because a token that is being made
 * while its family ends would escape the statement that ends it.
 */
export const SPEND_TOKEN = {
  name: 'auth-spend-token',
  text: `UPDATE refresh_token t SET used_at = $2
         WHERE digest = $1 AND used_at IS NULL AND expires_at > $2 AND NOT EXISTS (SELECT 1 FROM refresh_token f WHERE f.family = t.family AND f.revoked_at IS NOT NULL)
         RETURNING account_id, family, expires_at`,
};
export const END_REUSED_FAMILY = {
  name: 'auth-end-reused-family',
  text: 'UPDATE refresh_token SET revoked_at = $2 WHERE revoked_at IS NULL AND family = (SELECT family FROM refresh_token WHERE digest = $1 AND used_at IS NOT NULL)',
};
export const END_OWN_FAMILY = {
  name: 'auth-end-own-family',
  text: 'UPDATE refresh_token SET revoked_at = $2 WHERE revoked_at IS NULL AND family = (SELECT family FROM refresh_token WHERE digest = $1 AND account_id = $3)',
};
export const END_ALL_SESSIONS = { name: 'auth-end-all-sessions', text: 'UPDATE refresh_token SET revoked_at = $2 WHERE revoked_at IS NULL AND account_id = $1' };
/** One that is switched off already keeps who did it. */
export const DEACTIVATE = {
  name: 'auth-deactivate',
  text: `UPDATE account SET active = false, deactivated_at = CASE WHEN active THEN $2 ELSE deactivated_at END, deactivated_by = CASE WHEN active THEN $3 ELSE deactivated_by END WHERE id = $1 RETURNING id, login, agency`,
};
export const CHANGE_SECRET = { name: 'auth-change-secret', text: "UPDATE account SET secret_hash = $2, failures = 0, locked_until = NULL WHERE id = $1 AND active AND secret_hash = $3 RETURNING id" };
export const PURGE_TOKENS = { name: 'auth-purge-tokens', text: 'DELETE FROM refresh_token WHERE expires_at < $1 RETURNING id' };
