import { systemClaims } from '../../../src/platform/database/claims.js';
import type { Database } from '../../../src/platform/database/database.js';
import { createAccount, type NewAccount } from '../../../src/modules/identity/index.js';

export const PASSWORD = 'correct horse battery staple';
const CLAIMS = systemClaims('test');
let made = 0;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // Test bodies are looked at member by member.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export async function call(url: string, method: string, path: string, { body, token, headers = {} }: { body?: unknown; token?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
}

/** An account of its own for a test, so that tests do not lock each other out. */
export async function account(database: Database, role: string, more: Partial<NewAccount> = {}): Promise<{ id: string; login: string; secret: string }> {
  made += 1;
  const login = more.login ?? `test.${role}.${made}.${Date.now()}`;
  const kind = role === 'system-client' ? 'client' : 'person';
  const { id } = await createAccount(database, { kind, login, secret: PASSWORD, roles: [role], agency: 'cz-market-regulation', regions: null, ...more }, new Date());
  return { id, login, secret: more.secret ?? PASSWORD };
}

export const login = (url: string, username: string, password = PASSWORD): Promise<Reply> => call(url, 'POST', '/v1/auth/login', { body: { username, password } });

export async function tokenOf(url: string, database: Database, role: string): Promise<string> {
  const { login: name } = await account(database, role);
  return ((await login(url, name)).body as { accessToken: string }).accessToken;
}

/** Changes rows behind the back of the system. */
export function sql(database: Database, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  return database.transact(CLAIMS, [{ statement: { name: `test-${text.length}-${text}`.slice(0, 60), text }, values }], async (_, [rows]) => rows ?? []);
}
