/** Pieces of SQL that several migrations share. Changing them changes history: add a new function instead. */

const APP = 'zhiheng_app';

/** Reference data: anyone logged in to the database may read; only the owner and the system scope write. */
export function referenceTable(table: string): string[] {
  return [
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${APP}`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY reference_read ON ${table} FOR SELECT USING ((SELECT sec.claimed()))`,
    `CREATE POLICY reference_insert ON ${table} FOR INSERT WITH CHECK ((SELECT sec.is_system()))`,
    `CREATE POLICY reference_update ON ${table} FOR UPDATE USING ((SELECT sec.is_system())) WITH CHECK ((SELECT sec.is_system()))`,
    `CREATE POLICY reference_delete ON ${table} FOR DELETE USING ((SELECT sec.is_system()))`,
  ];
}

/** A further kind of subject in the rule of the history: seen by those who see the subject. */
export function historySeenWith(subjectType: string, table: string): string {
  const end = '    ELSE RETURN false;';
  const row = `    WHEN '${subjectType}' THEN RETURN EXISTS (SELECT FROM ${table} s WHERE s.id = subject);`;
  return `DO $do$ DECLARE body text; BEGIN
    SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'sec.sees_subject(text, uuid)'::regprocedure;
    EXECUTE format('CREATE OR REPLACE FUNCTION sec.sees_subject(kind text, subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS %L', replace(body, '${end}', $row$${row}$row$ || chr(10) || '${end}'));
  END $do$`;
}

/** Takes it out again. */
export function historyUnseenWith(subjectType: string, table: string): string {
  const row = `    WHEN '${subjectType}' THEN RETURN EXISTS (SELECT FROM ${table} s WHERE s.id = subject);`;
  return `DO $do$ DECLARE body text; BEGIN
    SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'sec.sees_subject(text, uuid)'::regprocedure;
    EXECUTE format('CREATE OR REPLACE FUNCTION sec.sees_subject(kind text, subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS %L', replace(body, $row$${row}$row$ || chr(10), ''));
  END $do$`;
}

export interface Rules {
  /** Who sees a row. */
  readonly select: string;
  /** Who may write one; omitted: nobody. `seen` means: a writer who sees it. */
  readonly insert?: string;
  readonly update?: string;
  readonly delete?: string;
}

/** Row-level security forced on a table, with exactly the rights that its policies speak of. */
export function guardedTable(table: string, given: Rules): string[] {
  const rules = Object.fromEntries(Object.entries(given).map(([kind, rule]) => [kind, rowByRow(String(rule))])) as unknown as Rules;
  const rights = ['SELECT', ...(rules.insert === undefined ? [] : ['INSERT']), ...(rules.update === undefined ? [] : ['UPDATE']), ...(rules.delete === undefined ? [] : ['DELETE'])];
  return [
    `GRANT ${rights.join(', ')} ON ${table} TO ${APP}`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY rows_select ON ${table} FOR SELECT USING (${rules.select})`,
    ...(rules.insert === undefined ? [] : [`CREATE POLICY rows_insert ON ${table} FOR INSERT WITH CHECK (${rules.insert})`]),
    ...(rules.update === undefined ? [] : [`CREATE POLICY rows_update ON ${table} FOR UPDATE USING (${rules.update}) WITH CHECK (${rules.update})`]),
    ...(rules.delete === undefined ? [] : [`CREATE POLICY rows_delete ON ${table} FOR DELETE USING (${rules.delete})`]),
  ];
}

/** The row's agencies meet the reader's, in a region that the reader is not kept out of. */
export function inScope(agencies: readonly string[], region: string, assignee?: string): string {
  const mine = agencies.map((column) => `${column} = ANY ((SELECT sec.agencies())::text[])`);
  const place = `((SELECT sec.regions()) IS NULL OR ${region} = ANY ((SELECT sec.regions())::text[]))`;
  const own = assignee === undefined ? '' : ` OR ${assignee} = (SELECT sec.actor())`;
  return `(SELECT sec.sees_all()) OR ((${mine.join(' OR ')}) AND ${place})${own}`;
}

export const mayWrite = '(SELECT sec.writes())';

/**
 * A further kind of subject: its history, and its clocks' history, are seen by those who see the subject. Policies add up, so
 * each room's migration brings its own and touches no other's.
 */
export function seenWithSubject(subjectType: string, table: string): string[] {
  const seen = rowByRow(`subject_type = '${subjectType}' AND EXISTS (SELECT 1 FROM ${table} s WHERE s.id = subject_id)`);
  return [
    `CREATE POLICY rows_select_${subjectType.replaceAll('-', '_')} ON ledger_entry FOR SELECT USING (${seen})`,
    `CREATE POLICY rows_select_${subjectType.replaceAll('-', '_')} ON ledger_head FOR SELECT USING (${seen})`,
    `CREATE POLICY rows_update_${subjectType.replaceAll('-', '_')} ON ledger_head FOR UPDATE USING (${mayWrite} AND ${seen}) WITH CHECK (${mayWrite} AND ${seen})`,
  ];
}

/**
 * Rights, indexes and policies of a kind of proceeding. Its table is made beforehand, `CREATE TABLE … (own columns, CONSTRAINT …_pk PRIMARY KEY (id)) INHERITS (proceeding)`:
 * the shared columns come from the parent, where all kinds are seen together. Seen and moved by its agency, and by whoever works on the file.
 */
export function proceedingTable(table: string): string[] {
  const seen = `${inScope(['agency'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)`;
  return [
    `CREATE UNIQUE INDEX ${table}_number ON ${table} (number)`,
    `CREATE INDEX ${table}_case ON ${table} (case_id, id)`,
    `CREATE INDEX ${table}_newest ON ${table} (agency, id, state)`,
    ...guardedTable(table, { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
    ...seenWithSubject(table.replaceAll('_', '-'), table),
  ];
}

const ASKS = /EXISTS\s*\(\s*SELECT 1/;

/**
 * The same rule, asked for each row that is looked at. PostgreSQL may answer an EXISTS by reading all files once, beforehand, into a hash: fifty milliseconds
 * over a hundred thousand files, for a page of fifty rows. A scalar subquery it always answers by the index.
 */
export function rowByRow(rule: string): string {
  const found = ASKS.exec(rule);
  if (found === null) return rule;
  const from = found.index + found[0].length;
  const to = closing(rule, from);
  return rowByRow(`${rule.slice(0, found.index)}COALESCE((SELECT true${rule.slice(from, to)} LIMIT 1), false)${rule.slice(to + 1)}`);
}

/** Where the bracket ends that is open at a place. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A bracket stays open: ${text}`);
}
