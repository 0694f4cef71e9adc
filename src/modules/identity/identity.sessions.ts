import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import { Now } from '../../platform/http/clock.js';
import type { Problem } from '../../platform/http/problem.js';
import { hashSecret, newSecret, verifySecret } from '../../platform/security/passwords.js';
import { AccessTokens } from '../../platform/security/tokens.js';
import { AUTH, CHANGE_SECRET, COUNT_FAILURE, COUNT_SUCCESS, END_ALL_SESSIONS, END_OWN_FAMILY, END_REUSED_FAMILY, FIND_ACCOUNT, PURGE_TOKENS, READ_ACCOUNT, SPEND_TOKEN, type AccountRow, type SpentRow } from './account-statements.js';
import { identityProblem } from './identity.errors.js';
import { RefreshToken } from './identity.entity.js';
import { lockEnd, PhantomLockouts } from './lockouts.js';

/** A session as it is handed out. Times in seconds. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly tokenType: 'Bearer';
  readonly account: { readonly login: string; readonly roles: readonly string[]; readonly agency: string };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Log-in, refresh and log-out. Unknown, inactive, locked and mistyped are refused alike, after the same work. */
@Injectable()
export class Sessions {
  private readonly phantoms: PhantomLockouts;

  constructor(
    private readonly database: Database,
    private readonly accessTokens: AccessTokens,
    private readonly config: Config,
    private readonly now: Now,
  ) {
    this.phantoms = new PhantomLockouts({ failures: config.LOCKOUT_FAILURES, minutes: config.LOCKOUT_MINUTES });
  }

  /** Throws auth.login-refused. A right password does not open a locked account. */
  async login(login: string, password: string): Promise<Session> {
    const at = this.now.date();
    const account = await this.account(login, 'person');
    const matches = await verifySecret(account?.secret_hash ?? null, password);
    if (account === null || !matches) throw await this.failed(account, login, at);
    const token = newSecret();
    const row = { id: newId(), accountId: account.id, family: newId(), digest: digestOf(token), expiresAt: new Date(at.getTime() + this.config.REFRESH_TOKEN_HOURS * 3_600_000), usedAt: null, revokedAt: null };
    const opened = await this.database.transact(AUTH, [{ statement: COUNT_SUCCESS, values: [account.id, at] }], async (transaction, [open]) => {
      if (open?.length !== 1) return false;
      await transaction.batch([transaction.insert([insertInto(RefreshToken, row)])]);
      return true;
    });
    if (!opened) throw await this.failed(account, login, at);
    return this.session(account, token);
  }

  /** Exchanges a refresh token, once. One that was used before ends its family. The session ends when its first token would have ended. */
  async refresh(token: string): Promise<Session> {
    const at = this.now.date();
    const digest = digestOf(token);
    const renewed = await this.database.transact(AUTH, [{ statement: SPEND_TOKEN, values: [digest, at] }], async (transaction, [spent]) => {
      const [row] = (spent ?? []) as SpentRow[];
      if (row === undefined) {
        await transaction.query(END_REUSED_FAMILY, [digest, at]);
        return null;
      }
      const [account] = await transaction.query<AccountRow>(READ_ACCOUNT, [row.account_id]);
      if (account?.active !== true) return null;
      const next = newSecret();
      await transaction.batch([transaction.insert([insertInto(RefreshToken, { id: newId(), accountId: account.id, family: row.family, digest: digestOf(next), expiresAt: row.expires_at, usedAt: null, revokedAt: null })])]);
      return { account, next };
    });
    // Refused here and not inside: the end of a family has to be committed.
    if (renewed === null) throw identityProblem('auth.refresh-refused');
    return this.session(renewed.account, renewed.next);
  }

  /** Ends the session of a refresh token of this account. Access tokens run out by themselves. */
  async logout(accountId: string, token: string): Promise<void> {
    await this.database.transact(AUTH, [{ statement: END_OWN_FAMILY, values: [digestOf(token), this.now.date(), accountId] }], async () => undefined);
  }

  /**
   * Changes the password of a person who knows the old one, and ends every session: whoever knew it has to log in again. A wrong one counts
   * like a failed log-in. Throws auth.login-refused, account.password-unchanged.
   */
  async changePassword(accountId: string, current: string, next: string): Promise<void> {
    const at = this.now.date();
    const account = await this.known(accountId, current, at);
    if (current.normalize('NFKC') === next.normalize('NFKC')) throw identityProblem('account.password-unchanged');
    const values = [account.id, await hashSecret(next), account.secret_hash];
    // Somebody who changed it at the same moment was first.
    const changed = await this.database.transact(AUTH, [{ statement: CHANGE_SECRET, values }, { statement: END_ALL_SESSIONS, values: [account.id, at] }], async (_, [rows]) => rows?.length === 1);
    if (!changed) throw identityProblem('auth.login-refused');
  }

  /** OAuth 2.0 client credentials. Clients are not locked: their secrets cannot be guessed, and a lock would let anyone cut off another system. */
  async clientToken(clientId: string, clientSecret: string): Promise<{ accessToken: string; expiresIn: number }> {
    const account = await this.account(clientId, 'client');
    const matches = await verifySecret(account?.secret_hash ?? null, clientSecret);
    if (account === null || !matches) throw identityProblem('auth.client-refused', { members: { error: 'invalid_client' }, headers: { 'www-authenticate': 'Basic realm="zhiheng", charset="UTF-8"' } });
    return { accessToken: await this.accessToken(account), expiresIn: this.accessTokens.seconds };
  }

  /** Removes tokens that ended before an instant. Returns how many. */
  async purge(before: Date): Promise<number> {
    return this.database.transact(AUTH, [{ statement: PURGE_TOKENS, values: [before] }], async (_, [gone]) => gone?.length ?? 0);
  }

  /** A person who is who he says. A right password does not open a locked account. */
  private async known(accountId: string, password: string, at: Date): Promise<AccountRow> {
    const [account] = await this.database.read<AccountRow>(AUTH, READ_ACCOUNT, [accountId]);
    if (account?.kind !== 'person' || !account.active) throw identityProblem('auth.login-refused');
    const locked = account.locked_until !== null && account.locked_until > at;
    if (!(await verifySecret(account.secret_hash, password)) || locked) throw await this.failed(account, account.login, at);
    return account;
  }

  /** Inactive accounts are as good as unknown. */
  private async account(login: string, kind: AccountRow['kind']): Promise<AccountRow | null> {
    const [account] = await this.database.read<AccountRow>(AUTH, FIND_ACCOUNT, [login, kind]);
    return account?.active === true ? account : null;
  }

  private async failed(account: AccountRow | null, login: string, at: Date): Promise<Problem> {
    const values = [account?.id ?? NOBODY, at, this.config.LOCKOUT_FAILURES, lockEnd(at, { minutes: this.config.LOCKOUT_MINUTES })];
    const counted = await this.database.transact(AUTH, [{ statement: COUNT_FAILURE, values }], async (_, [rows]) => rows?.[0] as Pick<AccountRow, 'locked_until'> | undefined);
    return refused(account === null ? this.phantoms.fail(login, at) : await this.lockedUntil(account, counted), at);
  }

  /** Nothing was counted when a lock holds: then its end is read again, because it may be younger than what we read. */
  private async lockedUntil(account: AccountRow, counted: Pick<AccountRow, 'locked_until'> | undefined): Promise<Date | null> {
    if (counted !== undefined) return counted.locked_until;
    const [fresh] = await this.database.read<AccountRow>(AUTH, READ_ACCOUNT, [account.id]);
    return fresh?.locked_until ?? null;
  }

  private async session(account: AccountRow, refreshToken: string): Promise<Session> {
    const { login, roles, agency } = account;
    return { accessToken: await this.accessToken(account), refreshToken, expiresIn: this.accessTokens.seconds, tokenType: 'Bearer', account: { login, roles, agency } };
  }

  private accessToken({ id, login, kind, roles, agency, regions }: AccountRow): Promise<string> {
    return this.accessTokens.issue({ sub: id, login, kind, roles, agency, regions });
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function refused(lockedUntil: Date | null, at: Date): Problem {
  if (lockedUntil === null) return identityProblem('auth.login-refused');
  return identityProblem('auth.login-refused', { headers: { 'retry-after': String(Math.max(1, Math.ceil((lockedUntil.getTime() - at.getTime()) / 1000))) } });
}
