import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config.js';
import { systemClaims } from '../../platform/database/claims.js';
import type { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { hashSecret, newSecret, verifySecret } from '../../platform/security/passwords.js';
import type { AgencyCode } from './data/agencies.data.js';
import { ROLES, type RoleCode } from './data/roles.data.js';

export interface DemoAccount {
  readonly login: string;
  readonly role: RoleCode;
  readonly agency: AgencyCode;
  readonly kind: 'person' | 'client';
}

/** What the banner at start may print. */
export interface DemoAccounts {
  /** One for all of them, made on the first start of this installation. */
  readonly password: string;
  readonly accounts: readonly DemoAccount[];
}

type Stored = { login: string; secret_hash: string; active: boolean };

const FILE = 'demo-accounts.json';
const CLAIMS = systemClaims('demo-accounts');

const AGENCY_OF: Readonly<Record<RoleCode, AgencyCode>> = {
  'hotline-operator': 'cz-hotline-12345', 'intake-clerk': 'cz-ip-intake', 'enforcement-officer': 'cz-market-regulation', 'agency-head': 'cz-market-regulation',
  mediator: 'cz-ip-mediation-committee', 'mediation-secretary': 'cz-ip-mediation-committee', 'court-liaison': 'cz-court', 'prosecutor-liaison': 'cz-procuratorate', 'police-liaison': 'cz-police', 'legal-reviewer': 'cz-market-regulation',
  'registry-reviewer': 'cz-market-regulation', 'publication-reviewer': 'cz-market-regulation', oversight: 'cz-justice', inspector: 'cz-npc-office', 'reward-officer': 'cz-market-regulation', statistician: 'cz-market-regulation',
  administrator: 'cz-government-data', 'system-client': 'cz-hotline-12345',
};

export const DEMO_ACCOUNTS: readonly DemoAccount[] = ROLES.map(({ code, holder }) => ({ login: `demo-${code}`, role: code, agency: AGENCY_OF[code], kind: holder }));

const READ = { name: 'demo-read', text: 'SELECT login, secret_hash, active FROM account WHERE demo' };
const WRITE = {
  name: 'demo-write',
  text: `INSERT INTO account (id, kind, login, secret_hash, roles, agency, regions, failures, locked_until, active, demo, created_at)
         SELECT r.id, r.kind, r.login, $2, ARRAY[r.role], r.agency, NULL, 0, NULL, true, true, now() FROM json_to_recordset($1::json) AS r (id uuid, kind text, login text, role text, agency text)
         ON CONFLICT (login) DO UPDATE SET secret_hash = excluded.secret_hash, roles = excluded.roles, agency = excluded.agency, kind = excluded.kind, active = true, failures = 0, locked_until = NULL, deactivated_at = NULL, deactivated_by = NULL
         WHERE account.demo`,
};
const SWITCH_OFF = { name: 'demo-switch-off', text: 'UPDATE account SET active = false WHERE demo AND active' };
const ACTIVE = { name: 'demo-active', text: 'SELECT login FROM account WHERE demo AND active ORDER BY login' };

/**
 * One account per role, for trying the system out; null where there are none. With DEMO_ACCOUNTS=no those that an earlier
 * start made are switched off. Production touches nothing: see {@link refuseDemoInProduction}.
 */
export async function ensureDemoAccounts(database: Database, config: Config): Promise<DemoAccounts | null> {
  if (config.production) return null;
  if (config.DEMO_ACCOUNTS === 'no') {
    await database.transact(CLAIMS, [{ statement: SWITCH_OFF, values: [] }], async () => undefined);
    return null;
  }
  const password = keptPassword(config.DATA_DIR);
  const stored = await database.read<Stored>(CLAIMS, READ, []);
  if (!(await upToDate(stored, password))) {
    const rows = DEMO_ACCOUNTS.map((account) => ({ ...account, id: newId() }));
    const values = [JSON.stringify(rows), await hashSecret(password)];
    await database.transact(CLAIMS, [{ statement: WRITE, values }], async () => undefined);
  }
  return { password, accounts: DEMO_ACCOUNTS };
}

/** Throws, naming the logins, when production would run with an account whose password lies in a file. */
export async function refuseDemoInProduction(database: Database, config: Config): Promise<void> {
  if (!config.production) return;
  const active = await database.read<Stored>(CLAIMS, ACTIVE, []);
  if (active.length === 0) return;
  const logins = active.map(({ login }) => login).join(', ');
  throw new Error(`Production refuses to start with active demo accounts: ${logins}. Start once outside production with DEMO_ACCOUNTS=no to switch them off / 生产模式拒绝启动：存在启用中的演示账号 ${logins}，请先在非生产模式下以 DEMO_ACCOUNTS=no 启动一次以停用`);
}

/** All of them share one hash, so that one look tells whether the password of this installation fits. */
async function upToDate(stored: readonly Stored[], password: string): Promise<boolean> {
  const active = new Set(stored.filter((row) => row.active).map(({ login }) => login));
  const [hash, ...others] = new Set(stored.map((row) => row.secret_hash));
  return hash !== undefined && others.length === 0 && DEMO_ACCOUNTS.every(({ login }) => active.has(login)) && (await verifySecret(hash, password));
}

/** Of two processes that start together the first writes, the other reads. */
function keptPassword(folder: string): string {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made: DemoAccounts = { password: newSecret().slice(0, 20), accounts: DEMO_ACCOUNTS };
    try {
      writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  chmodSync(path, 0o600);
  return (JSON.parse(readFileSync(path, 'utf8')) as DemoAccounts).password;
}
