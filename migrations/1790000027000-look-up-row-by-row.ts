import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowByRow } from './policies.js';

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
}

const ASKING = `SELECT format('%I.%I', schemaname, tablename) AS "table", quote_ident(policyname) AS name, qual AS "using", with_check AS "check" FROM pg_policies WHERE qual LIKE '%EXISTS%' OR with_check LIKE '%EXISTS%' ORDER BY 1, 2`;

/** The policies that asked with EXISTS until now. They let through the same rows as before, so that nothing has to be undone. */
export class LookUpRowByRow1790000027000 implements MigrationInterface {
  name = 'LookUpRowByRow1790000027000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, name, using, check } of (await runner.query(ASKING)) as Policy[])
      await runner.query(`ALTER POLICY ${name} ON ${table}${using === null ? '' : ` USING (${rowByRow(using)})`}${check === null ? '' : ` WITH CHECK (${rowByRow(check)})`}`);
  }

  async down(): Promise<void> {}
}
