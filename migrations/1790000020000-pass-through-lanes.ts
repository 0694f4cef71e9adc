import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite, seenWithSubject } from './policies.js';

/** Seen by whoever sees the case. Moved by the agency that has it; closing the case ends the passage, so whoever sees it may write. */
const seen = `${inScope(['agency'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)`;

const up = [
  `CREATE TABLE lane_passage (
     id uuid CONSTRAINT lane_passage_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, case_id uuid NOT NULL, agency text NOT NULL, region text NOT NULL,
     proposed_lane text NOT NULL, lane text NOT NULL, from_lane text NOT NULL, facts jsonb NOT NULL, conditions text[] NOT NULL, verdict jsonb NOT NULL, proposed_at timestamptz NOT NULL, proposed_by text NOT NULL,
     reason text, readmits uuid, entered_at timestamptz, entered_by text, due_in timestamptz, ended_at timestamptz, ended_by text, ground text, end_reason text, due_out timestamptz, next_due timestamptz)`,
  `CREATE INDEX lane_passage_case ON lane_passage (case_id, id)`,
  `CREATE UNIQUE INDEX lane_passage_open ON lane_passage (case_id) WHERE state IN ('proposed', 'running')`,
  `CREATE INDEX lane_passage_taken ON lane_passage (agency, lane) WHERE state = 'running'`,
  `CREATE INDEX lane_passage_newest ON lane_passage (agency, id, state, lane)`,
  ...guardedTable('lane_passage', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  ...seenWithSubject('lane-passage', 'lane_passage'),
];

const down = [
  ...[['ledger_entry', 'select'], ['ledger_head', 'select'], ['ledger_head', 'update']].map(([table, right]) => `DROP POLICY rows_${right}_lane_passage ON ${table}`),
  `DROP TABLE lane_passage`,
];

/** Cases on their way through lanes. */
export class PassThroughLanes1790000020000 implements MigrationInterface {
  name = 'PassThroughLanes1790000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
