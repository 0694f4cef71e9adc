import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTION = `CREATE FUNCTION sec.one_row(changed bigint, statement text) RETURNS void LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN
  IF changed <> 1 THEN RAISE EXCEPTION '% changed % rows instead of one', statement, changed; END IF;
END $$`;

/** A move says of every update that it changes one row. The database holds it to that, so that the last statements may leave together with COMMIT. */
export class CountChangedRows1790000038700 implements MigrationInterface {
  name = 'CountChangedRows1790000038700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION sec.one_row(bigint, text)');
  }
}
