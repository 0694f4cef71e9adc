import { createHash } from 'node:crypto';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { CLAIM_COLUMNS, CLAIM_COUNT } from './claims.js';
import type { Query, Statement } from './statement.js';

export type EntityClass<Row extends ObjectLiteral = ObjectLiteral> = abstract new () => Row;

/** Rows for one table. Build with {@link insertInto} so that the rows are checked against the entity. */
export interface Insert {
  readonly entity: EntityClass;
  readonly rows: readonly ObjectLiteral[];
}

export function insertInto<Row extends ObjectLiteral>(entity: EntityClass<Row>, ...rows: Row[]): Insert {
  return { entity, rows };
}

/** Rows of the same table together, in the order of the first: the text of the statement then depends on the tables only. */
export function merged(inserts: readonly Insert[]): Insert[] {
  const byEntity = new Map<EntityClass, ObjectLiteral[]>();
  for (const { entity, rows } of inserts) {
    const known = byEntity.get(entity);
    if (known === undefined) byEntity.set(entity, [...rows]);
    else known.push(...rows);
  }
  return [...byEntity].map(([entity, rows]) => ({ entity, rows }));
}

interface Table {
  readonly path: string;
  readonly columns: readonly { readonly property: string; readonly column: string }[];
  /** `jsonb` where a column is of it: as json, every value below would be parsed twice. */
  readonly type: 'json' | 'jsonb';
}

/** Turns rows of several tables into one data-modifying statement. The text depends on the tables only, so it is prepared once. */
export class InsertStatements {
  private readonly tables = new Map<EntityClass, Table>();
  private readonly texts = new Map<string, Statement>();

  constructor(private readonly dataSource: DataSource) {}

  /** Inside a transaction that has its claims. */
  plain(inserts: readonly Insert[]): Query {
    const statement = this.statement('insert', inserts, (tables) => {
      const parts = tables.map((table, index) => `w${index} AS (${insertText(table, index + 1)})`);
      return `WITH ${parts.join(', ')} SELECT 1`;
    });
    return { statement, values: this.json(inserts) };
  }

  /** A transaction of its own: the claims and the lock come first, every row passes through them. */
  guarded(inserts: readonly Insert[], claims: readonly string[], lockKey: string): Query {
    const statement = this.statement('append', inserts, (tables) => {
      const gate = `gate AS MATERIALIZED (SELECT ${CLAIM_COLUMNS}, pg_try_advisory_xact_lock(hashtextextended($${CLAIM_COUNT + 1}, 0)) AS open)`;
      const parts = tables.map((table, index) => `w${index} AS (${insertText(table, CLAIM_COUNT + 2 + index, 'gate')})`);
      return `WITH ${[gate, ...parts].join(', ')} SELECT open FROM gate`;
    });
    return { statement, values: [...claims, lockKey, ...this.json(inserts)] };
  }

  private statement(kind: string, inserts: readonly Insert[], text: (tables: Table[]) => string): Statement {
    const tables = inserts.map(({ entity }) => this.table(entity));
    const key = `${kind} ${tables.map((table) => table.path).join(' ')}`;
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    // Named by what it writes: two makers over one pool, as at start, must never give one name to two texts.
    const made = { name: `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`, text: text(tables) };
    this.texts.set(key, made);
    return made;
  }

  private json(inserts: readonly Insert[]): string[] {
    return inserts.map(({ entity, rows }) => {
      const { columns } = this.table(entity);
      return JSON.stringify(rows.map((row) => byColumn(columns, row)));
    });
  }

  private table(entity: EntityClass): Table {
    const known = this.tables.get(entity);
    if (known !== undefined) return known;
    const { tablePath, columns } = this.dataSource.getMetadata(entity as new () => ObjectLiteral);
    const table = { path: tablePath, columns: columns.map((column) => ({ property: column.propertyName, column: column.databaseName })), type: columns.some(({ type }) => type === 'jsonb') ? 'jsonb' : 'json' } as const;
    this.tables.set(entity, table);
    return table;
  }
}

/** The same shape for every row of a table; Object.fromEntries would take three times as long. */
function byColumn(columns: Table['columns'], row: ObjectLiteral): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const { property, column } of columns) named[column] = row[property];
  return named;
}

function insertText(table: Table, parameter: number, gate?: string): string {
  const names = table.columns.map(({ column }) => column);
  const from = gate === undefined ? '' : `${gate} CROSS JOIN LATERAL `;
  const where = gate === undefined ? '' : ` WHERE ${gate}.open`;
  return `INSERT INTO ${table.path} (${names.join(', ')}) SELECT ${names.map((name) => `r.${name}`).join(', ')} FROM ${from}${table.type}_populate_recordset(NULL::${table.path}, $${parameter}::${table.type}) r${where}`;
}
