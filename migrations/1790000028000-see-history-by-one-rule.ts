import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayWrite, seenWithSubject } from './policies.js';

interface Kind {
  readonly subject: string;
  readonly table: string;
}

const RULES = "SELECT policyname AS name, qual FROM pg_policies WHERE schemaname = 'public' AND tablename = 'ledger_entry' AND policyname LIKE 'rows\\_select\\_%' ORDER BY 1";
const BODY = "SELECT prosrc AS body FROM pg_proc WHERE oid = 'sec.sees_subject(text, uuid)'::regprocedure";
const SEEN = '(SELECT sec.sees_all()) OR sec.sees_subject(subject_type, subject_id)';
const BEFORE = '(SELECT sec.sees_all()) OR COALESCE((SELECT true FROM complaint c WHERE c.id = subject_id LIMIT 1), false) OR COALESCE((SELECT true FROM case_file f WHERE f.id = subject_id LIMIT 1), false)';
const MINE = [['ledger_entry', 'select'], ['ledger_head', 'select'], ['ledger_head', 'update']] as const;

/** Plain statements: PL/pgSQL plans the one that is needed, once a session, under the policies of the reader. */
function sees(kinds: readonly Kind[]): string {
  const rows = kinds.map(({ subject, table }) => `    WHEN '${subject}' THEN RETURN EXISTS (SELECT FROM ${table} s WHERE s.id = subject);`);
  return `CREATE OR REPLACE FUNCTION sec.sees_subject(kind text, subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN
  CASE kind
${rows.join('\n')}
    ELSE RETURN false;
  END CASE;
END $$`;
}

const changed = (seen: string): string[] => [
  `ALTER POLICY rows_select ON ledger_entry USING (${seen})`, `ALTER POLICY rows_select ON ledger_head USING (${seen})`,
  `ALTER POLICY rows_update ON ledger_head USING (${mayWrite} AND (${seen})) WITH CHECK (${mayWrite} AND (${seen}))`,
];

/**
 * Each kind of subject had brought three policies. PostgreSQL makes every one of them ready for every statement on the ledger: two milliseconds
 * for the head that each command moves. One function that looks only where the row belongs does the same.
 */
export class SeeHistoryByOneRule1790000028000 implements MigrationInterface {
  name = 'SeeHistoryByOneRule1790000028000';

  async up(runner: QueryRunner): Promise<void> {
    const rules = (await runner.query(RULES)) as { name: string; qual: string }[];
    const kinds = rules.map(({ name, qual }): Kind & { readonly suffix: string } => {
      const [, subject] = /subject_type = '([^']+)'/.exec(qual) ?? [];
      const [, table] = /FROM (\w+) s\b/.exec(qual) ?? [];
      if (subject === undefined || table === undefined) throw new Error(`The policy ${name} asks something else: ${qual}`);
      return { subject, table, suffix: name.slice('rows_select_'.length) };
    });
    await runner.query(sees([{ subject: 'complaint', table: 'complaint' }, { subject: 'case', table: 'case_file' }, ...kinds]));
    for (const statement of changed(SEEN)) await runner.query(statement);
    for (const { suffix } of kinds) for (const [table, right] of MINE) await runner.query(`DROP POLICY rows_${right}_${suffix} ON ${table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ body }] = (await runner.query(BODY)) as [{ body: string }];
    for (const statement of changed(BEFORE)) await runner.query(statement);
    await runner.query('DROP FUNCTION sec.sees_subject(text, uuid)');
    for (const [, subject = '', table = ''] of body.matchAll(/WHEN '([^']+)' THEN RETURN EXISTS \(SELECT FROM (\w+) s/g)) if (!['complaint', 'case'].includes(subject)) for (const statement of seenWithSubject(subject, table)) await runner.query(statement);
  }
}
