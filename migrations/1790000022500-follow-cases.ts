import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite } from './policies.js';

const up = [
  `CREATE SEQUENCE case_change_seq`,
  `GRANT USAGE ON SEQUENCE case_change_seq TO zhiheng_app`,
  `CREATE TABLE case_change (
     xid bigint, seq bigint, at timestamptz NOT NULL, case_id uuid NOT NULL,
     was_listed boolean NOT NULL, was_agency text, was_region text, was_lane text, was_assignee text,
     listed boolean NOT NULL, agency text NOT NULL, region text NOT NULL, lane text NOT NULL, assignee text,
     CONSTRAINT case_change_pk PRIMARY KEY (xid, seq))`,
  `CREATE INDEX case_change_at ON case_change (at)`,
  ...guardedTable('case_change', {
    select: `${inScope(['agency'], 'region', 'assignee')} OR ${inScope(['was_agency'], 'was_region', 'was_assignee')}`,
    insert: mayWrite, delete: '(SELECT sec.is_system())',
  }),
  // Whoever changes a case is followed: the workflow, a clock that moves its date, a repair by hand. The number of the transaction
  // orders what is committed: numbers of a sequence are given out before, and come to be seen in any order.
  `CREATE FUNCTION sec.follow_case() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'INSERT' THEN
         INSERT INTO case_change (xid, seq, at, case_id, was_listed, listed, agency, region, lane, assignee)
         VALUES (pg_current_xact_id()::text::bigint, nextval('case_change_seq'), clock_timestamp(), NEW.id, false, NEW.rank_at IS NOT NULL, NEW.agency, NEW.region, NEW.lane, NEW.assignee);
       ELSIF NEW IS DISTINCT FROM OLD AND (NEW.rank_at IS NOT NULL OR OLD.rank_at IS NOT NULL) THEN
         INSERT INTO case_change (xid, seq, at, case_id, was_listed, was_agency, was_region, was_lane, was_assignee, listed, agency, region, lane, assignee)
         VALUES (pg_current_xact_id()::text::bigint, nextval('case_change_seq'), clock_timestamp(), NEW.id, OLD.rank_at IS NOT NULL, OLD.agency, OLD.region, OLD.lane, OLD.assignee,
           NEW.rank_at IS NOT NULL, NEW.agency, NEW.region, NEW.lane, NEW.assignee);
       END IF;
       RETURN NULL;
     END $$`,
  `CREATE TRIGGER case_file_follow AFTER INSERT OR UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION sec.follow_case()`,
];

const down = [`DROP TRIGGER case_file_follow ON case_file`, `DROP FUNCTION sec.follow_case()`, `DROP TABLE case_change`, `DROP SEQUENCE case_change_seq`];

/** What changed in the worklists, in the order in which it was committed. */
export class FollowCases1790000022500 implements MigrationInterface {
  name = 'FollowCases1790000022500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
