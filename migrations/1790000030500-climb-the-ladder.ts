import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope } from './policies.js';

const system = '(SELECT sec.is_system())';
const seen = `${inScope(['agency', 'told'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)`;

const up = [
  `CREATE TABLE escalation_step (
     id uuid CONSTRAINT escalation_step_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, rule text NOT NULL, rung text NOT NULL, cause uuid NOT NULL, case_id uuid NOT NULL, agency text NOT NULL, told text NOT NULL, region text NOT NULL,
     officer text, kind text, due timestamptz, count integer, listed boolean NOT NULL, taken_at timestamptz NOT NULL, CONSTRAINT escalation_step_once UNIQUE (cause, rule))`,
  'CREATE INDEX escalation_step_case ON escalation_step (case_id, id)',
  'CREATE INDEX escalation_step_told ON escalation_step (told, id)',
  // Nothing changes a step. A command on a clock locks it by the subjects of every kind, which takes the right to change them.
  ...guardedTable('escalation_step', { select: seen, insert: system, update: system }),
  historySeenWith('escalation-step', 'escalation_step'),
  // What may climb: neither index holds a clock before it has reminded or run out.
  "CREATE INDEX deadline_warned ON deadline (safe_due, id) WHERE status = 'running' AND reminded_at IS NOT NULL",
  "CREATE INDEX deadline_late ON deadline (legal_due, id) WHERE status = 'overdue'",
];

const down = ['DROP INDEX deadline_late', 'DROP INDEX deadline_warned', historyUnseenWith('escalation-step', 'escalation_step'), 'DROP TABLE escalation_step'];

export class ClimbTheLadder1790000030500 implements MigrationInterface {
  name = 'ClimbTheLadder1790000030500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
