import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clocks that officers pause, extend and satisfy, that are reminded of in time, and whose length a notice may set. */
const up = [
  `ALTER TABLE deadline
     ADD COLUMN version integer NOT NULL DEFAULT 1,
     ADD COLUMN holder text NOT NULL DEFAULT 'agency',
     ADD COLUMN law_day text,
     ADD COLUMN set_amount integer,
     ADD COLUMN remind_at timestamptz,
     ADD COLUMN reminded_at timestamptz`,
  `CREATE INDEX deadline_remind ON deadline (remind_at, id) WHERE status = 'running' AND remind_at IS NOT NULL`,
  // What a newly loaded calendar counts again; looked through at every sweep.
  `CREATE INDEX deadline_provisional ON deadline (subject_type, id) WHERE provisional AND ended_at IS NULL`,
  // The agency's worklist has its own index; this one is for those who see the whole city.
  `CREATE INDEX deadline_city_worklist ON deadline (coalesce(safe_due, 'infinity'), id) WHERE ended_at IS NULL`,
];

const down = [
  'DROP INDEX deadline_city_worklist, deadline_provisional, deadline_remind',
  'ALTER TABLE deadline DROP COLUMN version, DROP COLUMN holder, DROP COLUMN law_day, DROP COLUMN set_amount, DROP COLUMN remind_at, DROP COLUMN reminded_at',
];

export class TeachClocks1790000002000 implements MigrationInterface {
  name = 'TeachClocks1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
