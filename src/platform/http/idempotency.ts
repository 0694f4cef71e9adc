import { systemClaims } from '../database/claims.js';
import type { Database, Query, Transaction } from '../database/database.js';
import { insertInto, type Insert } from '../database/insert-statements.js';
import type { Acting, Answer } from './acting.js';
import { httpProblem } from './http.errors.js';
import { IdempotencyRow } from './idempotency.entity.js';

interface Stored {
  readonly digest: string;
  readonly status: number;
  readonly body: unknown;
}

const FIND = { name: 'find-idempotency', text: 'SELECT digest, status, body FROM idempotency WHERE actor = $1 AND key = $2' };
const TRY_LOCK = { name: 'lock-idempotency', text: 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS open' };

const FORGET = { name: 'forget-idempotency', text: 'DELETE FROM idempotency WHERE created_at < $1' };
/** How long a client may come back with the same key. */
const KEPT_MILLISECONDS = 7 * 24 * 3_600_000;

/** The answer is stored in the transaction of its fact: a retry gets it back, whether or not the first answer arrived. */
export class Idempotency {
  constructor(private readonly database: Database) {}

  /** For a write that only adds: one round trip. A unique violation that is not a retry goes on to the caller. */
  async append<Body>(acting: Acting, inserts: readonly Insert[], answer: Answer<Body>): Promise<Answer<Body>> {
    const { idempotency } = acting;
    const all = idempotency === undefined ? inserts : [...inserts, insertInto(IdempotencyRow, stored(acting, idempotency, answer))];
    try {
      const written = await this.database.append(acting.claims, all, lockKey(acting));
      if (written === 'locked') throw httpProblem('idempotency.in-flight', { headers: { 'retry-after': '1' } });
      return answer;
    } catch (error) {
      if (idempotency === undefined || uniqueViolation(error) === null) throw error;
      const [before] = await this.database.read<Stored & object>(acting.claims, FIND, [acting.claims.actor, idempotency.key]);
      if (before === undefined) throw error;
      return replay(before, idempotency.digest);
    }
  }

  /** For a write that has to lock and decide first. `opening` shares the first round trip. */
  async transact<Body>(acting: Acting, opening: readonly Query[], work: (transaction: Transaction, opened: object[][]) => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const { idempotency, claims } = acting;
    if (idempotency === undefined) return this.database.transact(claims, opening, work);
    const keys: Query[] = [{ statement: TRY_LOCK, values: [lockKey(acting)] }, { statement: FIND, values: [claims.actor, idempotency.key] }];
    return this.database.transact(claims, [...keys, ...opening], async (transaction, [lock, found, ...opened]) => {
      const before = found?.[0] as Stored | undefined;
      if (before !== undefined) return replay<Body>(before, idempotency.digest);
      if (lock?.[0]?.['open'] !== true) throw httpProblem('idempotency.in-flight', { headers: { 'retry-after': '1' } });
      const answer = await work(transaction, opened);
      transaction.closing(transaction.insert([insertInto(IdempotencyRow, stored(acting, idempotency, answer))]));
      return answer;
    });
  }

  /** Clears away answers that nobody will ask for again. */
  async forget(at: Date): Promise<void> {
    await this.database.transact(systemClaims('housekeeper'), [{ statement: FORGET, values: [new Date(at.getTime() - KEPT_MILLISECONDS)] }], async () => undefined);
  }
}

/** Name of the constraint when the error is a unique violation of PostgreSQL, else null. */
export function uniqueViolation(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' ? (constraint ?? '') : null;
}

function replay<Body>(before: Stored, digest: string): Answer<Body> {
  if (before.digest !== digest) throw httpProblem('idempotency.key-reused');
  return { status: before.status, body: before.body as Body, replayed: true };
}

function stored(acting: Acting, { key, digest }: { key: string; digest: string }, { status, body }: Answer): IdempotencyRow {
  return { actor: acting.claims.actor, key, digest, status, body, createdAt: acting.at };
}

/** Without a key there is nothing to meet: the lock is one that nobody else takes. */
function lockKey({ claims, idempotency }: Acting): string {
  return `${claims.actor} ${idempotency?.key ?? Math.random()}`;
}
