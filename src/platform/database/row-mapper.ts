import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { EntityClass } from './insert-statements.js';

/** Names of tables and columns, and raw rows as entities: read from the entity's own description. */
export class RowMapper {
  constructor(private readonly dataSource: DataSource) {}

  table(entity: EntityClass): string {
    return this.metadata(entity).tablePath;
  }

  column(entity: EntityClass, property: string): string {
    const column = this.metadata(entity).findColumnWithPropertyName(property);
    if (column === undefined) throw new Error(`${this.table(entity)} has no column for ${property}`);
    return column.databaseName;
  }

  /** A value as a parameter: the driver takes a list for an array of PostgreSQL, and a JSON column wants text. */
  parameter(entity: EntityClass, property: string, value: unknown): unknown {
    const type = this.metadata(entity).findColumnWithPropertyName(property)?.type;
    return (type === 'jsonb' || type === 'json') && value !== null ? JSON.stringify(value) : value;
  }

  has(entity: EntityClass, property: string): boolean {
    return this.metadata(entity).findColumnWithPropertyName(property) !== undefined;
  }

  /** `SELECT *` of one table as its entity's shape. */
  map<Row extends ObjectLiteral>(entity: EntityClass<Row>, raw: object): Row {
    const row = raw as Record<string, unknown>;
    return Object.fromEntries(this.metadata(entity).columns.map((column) => [column.propertyName, row[column.databaseName]])) as Row;
  }

  private metadata(entity: EntityClass): EntityMetadata {
    return this.dataSource.getMetadata(entity as new () => ObjectLiteral);
  }
}
