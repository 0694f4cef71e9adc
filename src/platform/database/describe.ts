import { DataSource, type EntityMetadata } from 'typeorm';
import { dataSourceOptions, type Entities } from './data-source.js';

/**
 * Writes the comment of every table and column into the database, from the entities: one source for both, and people who
 * look at the tables find what they mean. Only what differs is written.
 */
export async function describeTables(ownerUrl: string, entities: Entities): Promise<number> {
  const owner = await new DataSource(dataSourceOptions(ownerUrl, entities, 2)).initialize();
  try {
    const rows: { what: string; comment: string | null }[] = await owner.query(
      `SELECT format('TABLE %I.%I', n.nspname, c.relname) AS what, obj_description(c.oid, 'pg_class') AS comment FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault')
       UNION ALL SELECT format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname), col_description(c.oid, a.attnum) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'vault')`,
    );
    const present = new Map(rows.map(({ what, comment }) => [what, comment]));
    const wanted = owner.entityMetadatas.flatMap(commentsOf).filter(([what, comment]) => present.get(what) !== comment);
    for (const [what, comment] of wanted) await owner.query(`COMMENT ON ${what} IS '${comment.replaceAll("'", "''")}'`);
    return wanted.length;
  } finally {
    await owner.destroy();
  }
}

function commentsOf({ schema, tableName, comment, columns }: EntityMetadata): [string, string][] {
  const table = `${schema ?? 'public'}.${tableName}`;
  return [[`TABLE ${table}`, comment ?? ''], ...columns.map((column): [string, string] => [`COLUMN ${table}.${column.databaseName}`, column.comment ?? ''])];
}
