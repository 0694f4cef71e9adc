import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { CLAIM_COLUMNS, CLAIM_COUNT, claimValues, type Claims } from './claims.js';
import { InsertStatements, type Insert } from './insert-statements.js';
import type { Query, Statement } from './statement.js';

export type { Query, Statement } from './statement.js';

export interface Transaction {
  query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Several statements in one round trip. */
  batch(queries: readonly Query[]): Promise<QueryResultRow[][]>;
  insert(inserts: readonly Insert[]): Query;
  /** Sent with COMMIT, in its round trip: for last writes whose results nobody looks at, in the order given. An error of one rolls everything back. */
  closing(query: Query): void;
}

/** A read that brings its claims along. */
export interface LookUp {
  readonly statement: Statement;
}

/**
 * Makes one: `where` is told how its parameters are called. That it looks at the claims, and the fence of OFFSET, leave PostgreSQL only one order: first they
 * are put into the transaction, then the table is looked at and its policies ask for them. In another order the policies would let nothing be seen.
 */
export function lookUp({ name, columns, from, where, order }: { name: string; columns: string; from: string; where: (parameter: (number: number) => string) => string; order: string }): LookUp {
  const select = `SELECT ${columns} FROM ${from} WHERE ${where((number) => `$${CLAIM_COUNT + number}`)} AND claims IS NOT NULL ORDER BY ${order} OFFSET 0`;
  return { statement: { name, text: `WITH claims AS MATERIALIZED (SELECT ${CLAIM_COLUMNS}) SELECT found.* FROM claims CROSS JOIN LATERAL (${select}) found` } };
}

const SET_CLAIMS: Statement = { name: 'claims', text: `SELECT ${CLAIM_COLUMNS}` };

/**
 * The way to case data: every statement runs in a transaction that carries the claims of who asks.
 * Connections are in pipeline mode, so opening, claims, statement and commit share one round trip.
 */
export class Database {
  private readonly inserts: InsertStatements;

  constructor(private readonly dataSource: DataSource) {
    this.inserts = new InsertStatements(dataSource);
  }

  /** One read, one round trip. */
  async read<Row extends QueryResultRow>(claims: Claims, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.readAll(claims, [{ statement, values }]);
    return (rows ?? []) as Row[];
  }

  /** One read by one statement that {@link lookUp} made: it opens and commits itself. For what is asked more often than anything else. */
  async lookUp<Row extends QueryResultRow>(claims: Claims, { statement }: LookUp, values: readonly unknown[]): Promise<Row[]> {
    return this.withClient(async (client) => (await client.query<Row>(prepared(statement, [...claimValues(claims), ...values]))).rows);
  }

  /** Several reads of one snapshot, one round trip. */
  async readAll(claims: Claims, queries: readonly Query[]): Promise<QueryResultRow[][]> {
    return this.withClient(async (client) => {
      const results = await pipeline(client, ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', prepared(SET_CLAIMS, claimValues(claims)), ...queries.map((query) => prepared(query.statement, query.values)), 'COMMIT']);
      return results.slice(2, -1).map((result) => result.rows);
    });
  }

  /**
   * Writes rows of several tables in one statement and one round trip: the first choice for a hot write that only adds.
   * `lockKey` is a transaction lock: null is returned, and nothing written, while another transaction holds it.
   */
  async append(claims: Claims, inserts: readonly Insert[], lockKey: string): Promise<'written' | 'locked'> {
    const { statement, values } = this.inserts.guarded(inserts, claimValues(claims), lockKey);
    // Not pool.query(): that throws the connection away on any error, and a resend ends in a unique violation.
    const { rows } = await this.withClient((client) => client.query<{ open: boolean }>(prepared(statement, values)));
    return rows[0]?.open === true ? 'written' : 'locked';
  }

  /** `opening` rides with BEGIN and the claims in the first round trip; its results are handed to `work`. Rolls back on any error. */
  async transact<T>(claims: Claims, opening: readonly Query[], work: (transaction: Transaction, opened: QueryResultRow[][]) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      const closing: Query[] = [];
      const transaction: Transaction = {
        query: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => (await client.query<Row>(prepared(statement, values))).rows,
        batch: async (queries) => (await pipeline(client, queries.map((query) => prepared(query.statement, query.values)))).map((result) => result.rows),
        insert: (inserts) => this.inserts.plain(inserts),
        closing: (query) => void closing.push(query),
      };
      try {
        const opened = await pipeline(client, ['BEGIN', prepared(SET_CLAIMS, claimValues(claims)), ...opening.map((query) => prepared(query.statement, query.values))]);
        const value = await work(transaction, opened.slice(2).map((result) => result.rows));
        // After an error PostgreSQL takes COMMIT for ROLLBACK.
        await pipeline(client, [...closing.map((query) => prepared(query.statement, query.values)), 'COMMIT']);
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Connections in use and waiting, for the metrics. */
  get load(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }
}

const NAMES = new Map<string, string>();
/** PostgreSQL cuts names off after 63 bytes. */
const READABLE = 40;

/** The name that a connection knows it by: readable, and one for each text, so that two rooms may choose the same word. */
function nameOf({ name, text }: Statement): string {
  const known = NAMES.get(text);
  if (known !== undefined) return known;
  const made = `${name.slice(0, READABLE)}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  NAMES.set(text, made);
  return made;
}

function prepared(statement: Statement, values: readonly unknown[]): QueryConfig {
  return { name: nameOf(statement), text: statement.text, values: [...values] };
}

/** Sends all at once and waits for every answer, so that the connection is clean when an error is thrown. */
async function pipeline(client: PoolClient, queries: readonly (string | QueryConfig)[]): Promise<QueryResult<QueryResultRow>[]> {
  const settled = await Promise.allSettled(inOneWrite(client, () => queries.map((query) => client.query<QueryResultRow>(query as QueryConfig))));
  return settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

/** The driver hands every statement to the socket by itself; held together they leave, and arrive, in one piece. */
export function inOneWrite<T>(client: PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
