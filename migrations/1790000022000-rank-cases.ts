import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters at the end of a key are compared in the index: rows that they leave out are never read. */
const FILTERS = 'state, right_type, region, track';

const up = [
  `ALTER TABLE case_file ADD aged_at timestamptz, ADD rank_at timestamptz`,
  `SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`,
  `UPDATE case_file SET aged_at = opened_at + CASE lane WHEN 'expedited' THEN interval '72 hours' ELSE interval '240 hours' END`,
  `UPDATE case_file SET rank_at = CASE WHEN closed_at IS NULL THEN least(next_due, aged_at) END`,
  `SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)`,
  `ALTER TABLE case_file ALTER aged_at SET NOT NULL`,
  // Three columns decide it, and several statements move them; a GENERATED column would say the same, but rows could not be copied as they are.
  `CREATE FUNCTION sec.case_rank() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       NEW.rank_at := CASE WHEN NEW.closed_at IS NULL THEN least(NEW.next_due, NEW.aged_at) END;
       RETURN NEW;
     END $$`,
  `CREATE TRIGGER case_file_rank BEFORE INSERT OR UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION sec.case_rank()`,
  `CREATE INDEX case_file_lane_rank ON case_file (agency, lane, rank_at, id, ${FILTERS}) WHERE rank_at IS NOT NULL`,
  `CREATE INDEX case_file_city_rank ON case_file (rank_at, id, ${FILTERS}, lane) WHERE rank_at IS NOT NULL`,
  `CREATE INDEX case_file_own_rank ON case_file (assignee, rank_at, id) WHERE assignee IS NOT NULL AND rank_at IS NOT NULL`,
];

const down = [
  `DROP INDEX case_file_lane_rank, case_file_city_rank, case_file_own_rank`,
  `DROP TRIGGER case_file_rank ON case_file`,
  `DROP FUNCTION sec.case_rank()`,
  `ALTER TABLE case_file DROP aged_at, DROP rank_at`,
];

/** The order of worklists: what is due, or has waited as long as its lane may wait. */
export class RankCases1790000022000 implements MigrationInterface {
  name = 'RankCases1790000022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
