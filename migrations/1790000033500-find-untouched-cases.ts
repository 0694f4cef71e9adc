import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What stands at the end of a key is compared in the index: cases that their lane or a date explains, or that are with the head, are never read.
  // CASE and not COALESCE: under row-level security PostgreSQL compares in the index only what it knows to tell nobody anything, and of COALESCE it does not.
  'CREATE INDEX case_file_untouched ON case_file (agency, touched_at, id, escalated_at, aged_at, (CASE WHEN next_due IS NULL THEN touched_at ELSE next_due END)) WHERE rank_at IS NOT NULL',
  'CREATE INDEX case_file_unowned ON case_file (agency, rank_at, id, escalated_at) WHERE rank_at IS NOT NULL AND assignee IS NULL',
  'CREATE INDEX case_file_unclocked ON case_file (agency, rank_at, id) WHERE rank_at IS NOT NULL AND next_due IS NULL',
];

/** What nobody has touched, has no officer or has no clock is found without reading what is in hand. */
export class FindUntouchedCases1790000033500 implements MigrationInterface {
  name = 'FindUntouchedCases1790000033500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_file_untouched, case_file_unowned, case_file_unclocked');
  }
}
