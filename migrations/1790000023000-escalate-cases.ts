import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever changes a case is followed, as before; whose team it is with and whether it is on the list of the head counts, too. */
function followCase(more: boolean): string {
  const names = (prefix: string): string => (more ? `, ${prefix}team, ${prefix}escalated` : '');
  const values = (row: string): string => (more ? `, ${row}.team, ${row}.escalated_at IS NOT NULL` : '');
  return `CREATE OR REPLACE FUNCTION sec.follow_case() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'INSERT' THEN
         INSERT INTO case_change (xid, seq, at, case_id, was_listed, listed, agency, region, lane, assignee${names('')})
         VALUES (pg_current_xact_id()::text::bigint, nextval('case_change_seq'), clock_timestamp(), NEW.id, false, NEW.rank_at IS NOT NULL, NEW.agency, NEW.region, NEW.lane, NEW.assignee${values('NEW')});
       ELSIF NEW IS DISTINCT FROM OLD AND (NEW.rank_at IS NOT NULL OR OLD.rank_at IS NOT NULL) THEN
         INSERT INTO case_change (xid, seq, at, case_id, was_listed, was_agency, was_region, was_lane, was_assignee${names('was_')}, listed, agency, region, lane, assignee${names('')})
         VALUES (pg_current_xact_id()::text::bigint, nextval('case_change_seq'), clock_timestamp(), NEW.id, OLD.rank_at IS NOT NULL, OLD.agency, OLD.region, OLD.lane, OLD.assignee${values('OLD')},
           NEW.rank_at IS NOT NULL, NEW.agency, NEW.region, NEW.lane, NEW.assignee${values('NEW')});
       END IF;
       RETURN NULL;
     END $$`;
}

const up = [
  `ALTER TABLE case_file ADD team uuid, ADD escalated_at timestamptz, ADD escalated_for text, ADD touched_at timestamptz`,
  `SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`,
  // Nobody's worklist changes by it.
  `ALTER TABLE case_file DISABLE TRIGGER case_file_follow`,
  `UPDATE case_file f SET touched_at = coalesce((SELECT e.at FROM ledger_entry e WHERE e.subject_type = 'case' AND e.subject_id = f.id ORDER BY e.seq DESC LIMIT 1), f.opened_at)`,
  `ALTER TABLE case_file ENABLE TRIGGER case_file_follow`,
  `SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)`,
  `ALTER TABLE case_file ALTER touched_at SET NOT NULL, ADD CONSTRAINT case_file_escalated_reason CHECK (escalated_at IS NULL OR escalated_for IS NOT NULL)`,
  `CREATE INDEX case_file_escalated_rank ON case_file (agency, rank_at, id) WHERE escalated_at IS NOT NULL AND rank_at IS NOT NULL`,
  `CREATE INDEX case_file_team_rank ON case_file (team, rank_at, id) WHERE team IS NOT NULL AND rank_at IS NOT NULL`,
  `ALTER TABLE case_change ADD was_team uuid, ADD was_escalated boolean, ADD team uuid, ADD escalated boolean NOT NULL DEFAULT false`,
  `ALTER TABLE case_change ALTER escalated DROP DEFAULT`,
  followCase(true),
];

const down = [
  followCase(false),
  `ALTER TABLE case_change DROP was_team, DROP was_escalated, DROP team, DROP escalated`,
  `DROP INDEX case_file_escalated_rank, case_file_team_rank`,
  `ALTER TABLE case_file DROP CONSTRAINT case_file_escalated_reason, DROP team, DROP escalated_at, DROP escalated_for, DROP touched_at`,
];

/** The list of the head: cases that nobody takes, or whose officer cannot go on; and when a person last did something in a case. */
export class EscalateCases1790000023000 implements MigrationInterface {
  name = 'EscalateCases1790000023000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
