import type pg from 'pg';

const AGENCIES = 10;
/** Each copy of a case is found by its number, which begins here. */
export const NUMBERS = 100_000_000;

/** Rows that hang on a complaint: table, the column that names it, and what every copy has of its own. */
const DEPENDENTS = [
  ['deadline', 'subject_id', "'id', uuidv7(), 'subject_id', m.id"],
  ['ledger_entry', 'subject_id', "'subject_id', m.id"],
  ['ledger_head', 'subject_id', "'subject_id', m.id"],
  ['outbox', 'subject_id', "'id', uuidv7(), 'subject_id', m.id"],
  ['routing_decision', 'complaint_id', "'id', uuidv7(), 'complaint_id', m.id"],
  ['vault.record', 'subject_id', "'id', uuidv7(), 'subject_id', m.id"],
] as const;

/** Copies a complaint that the real system filed, with all that was written with it. Returns the new ids, oldest first. */
export async function copyComplaint(client: pg.Client, from: string, count: number, label: string, spread: boolean): Promise<string[]> {
  await client.query('DROP TABLE IF EXISTS copies');
  await client.query('CREATE TEMP TABLE copies AS SELECT n, uuidv7() AS id FROM generate_series(1, $1::int) n', [count]);
  const agency = spread ? `, 'handling_agency', CASE m.n % ${AGENCIES} WHEN 0 THEN s.handling_agency ELSE 'bench-agency-' || m.n % ${AGENCIES} END` : '';
  await copy(client, 'complaint', 'id', from, `'id', m.id, 'receipt_number', '${label}-' || m.n, 'external_number', '${label}-' || m.n, 'receipt_code', '${label}-' || m.n${agency}`);
  for (const [table, column, own] of DEPENDENTS) await copy(client, table, column, from, own);
  const { rows } = await client.query<{ id: string }>('SELECT id FROM copies ORDER BY n');
  return rows.map(({ id }) => id);
}

/**
 * Copies a case over ten agencies, of which its own is one. Three of five are closed and have no date, the others are due
 * within ninety days; a tenth of these has no officer, the rest belong to four hundred. Each is found by a number of its own.
 */
export async function copyCase(client: pg.Client, from: string, count: number): Promise<void> {
  await client.query('DROP TABLE IF EXISTS copies');
  await client.query('CREATE TEMP TABLE copies AS SELECT n, uuidv7() AS id, hashint4(n) & 2147483647 AS h FROM generate_series(1, $1::int) n', [count]);
  const indexes = await dropIndexes(client, 'case_file');
  await copy(client, 'case_file', 'id', from, [
    `'id', m.id, 'case_number', 'copy-' || m.n, 'names', s.names || E'\\n' || m.n + ${NUMBERS}, 'tokens', s.tokens::text || ' ''' || m.n + ${NUMBERS} || ''''`,
    `'agency', CASE m.n % ${AGENCIES} WHEN 0 THEN s.agency ELSE 'bench-agency-' || m.n % ${AGENCIES} END`,
    `'state', CASE WHEN m.h % 5 < 3 THEN 'closed' WHEN m.h / 5 % 10 = 0 THEN 'open' ELSE 'assigned' END, 'assignee', CASE WHEN m.h % 5 >= 3 AND m.h / 5 % 10 = 0 THEN NULL ELSE 'officer-' || m.h / 50 % 400 END`,
    `'next_due', CASE WHEN m.h % 5 < 3 THEN NULL ELSE now() + m.h / 1000 % 90 * interval '1 day' END`,
    `'closed_at', CASE WHEN m.h % 5 < 3 THEN now() END, 'aged_at', now() + m.h / 7000 % 90 * interval '1 day'`,
  ].join(', '));
  for (const index of indexes) await client.query(index);
}

/** Open cases that nobody has, due one after the other; each with the head of its chain. Returns the new ids, first due first. */
export async function copyOpenCases(client: pg.Client, from: string, count: number): Promise<string[]> {
  await client.query('DROP TABLE IF EXISTS copies');
  await client.query('CREATE TEMP TABLE copies AS SELECT n, uuidv7() AS id FROM generate_series(1, $1::int) n', [count]);
  const indexes = await dropIndexes(client, 'case_file');
  await copy(client, 'case_file', 'id', from, `'id', m.id, 'case_number', 'open-' || m.n, 'names', s.names || E'\n' || m.n + ${NUMBERS}, 'next_due', now() + m.n * interval '1 minute', 'aged_at', now() + interval '400 days'`);
  for (const index of indexes) await client.query(index);
  await copy(client, 'ledger_head', 'subject_id', from, "'subject_id', m.id");
  const { rows } = await client.query<{ id: string }>('SELECT id FROM copies ORDER BY n');
  return rows.map(({ id }) => id);
}

/** Takes away what is no constraint, and returns how to make it again: filling a table with its indexes takes many times as long. */
async function dropIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>('SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)', [table]);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

export async function openDeadlines(client: pg.Client, ids: readonly string[]): Promise<[string, string[]][]> {
  const { rows } = await client.query<{ subject: string; ids: string[] }>('SELECT subject_id AS subject, array_agg(id::text ORDER BY id) AS ids FROM deadline WHERE subject_id = ANY ($1::uuid[]) AND ended_at IS NULL GROUP BY 1', [ids]);
  return rows.map(({ subject, ids: own }) => [subject, own]);
}

export async function settle(client: pg.Client): Promise<void> {
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
}

async function copy(client: pg.Client, table: string, column: string, from: string, own: string): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT r.* FROM ${table} s CROSS JOIN copies m CROSS JOIN LATERAL jsonb_populate_record(s, jsonb_build_object(${own})) r WHERE s.${column} = $1::uuid ORDER BY m.n`, [from]);
}
