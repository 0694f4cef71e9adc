import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite } from './policies.js';

const caseSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const inFile = 'within_id IS NOT NULL AND EXISTS (SELECT 1 FROM case_file f WHERE f.id = within_id)';
const involvedHere = 'involved && (SELECT sec.agencies())::text[]';

const up = [
  // Agencies with a proceeding in a case work on its file too.
  `ALTER TABLE case_file ADD involved text[] NOT NULL DEFAULT '{}'`,
  `CREATE POLICY rows_select_involved ON case_file FOR SELECT USING (${involvedHere})`,
  `CREATE POLICY rows_update_involved ON case_file FOR UPDATE USING (${mayWrite} AND ${involvedHere}) WITH CHECK (${mayWrite} AND ${involvedHere})`,

  // Whoever sees a file sees the clocks in it, and stops them where the law says so, whatever agency has them.
  `ALTER TABLE deadline ADD within_id uuid`,
  `SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`,
  `UPDATE deadline SET within_id = subject_id WHERE subject_type = 'case'`,
  `SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)`,
  `CREATE INDEX deadline_within ON deadline (within_id) WHERE ended_at IS NULL AND within_id IS NOT NULL`,
  `CREATE POLICY rows_select_within ON deadline FOR SELECT USING (${inFile})`,
  `CREATE POLICY rows_update_within ON deadline FOR UPDATE USING (${mayWrite} AND ${inFile}) WITH CHECK (${mayWrite} AND ${inFile})`,

  // Parent of the tables of all kinds of proceedings, which inherit from it. It has no rows of its own.
  `CREATE TABLE proceeding (
     id uuid CONSTRAINT proceeding_pk PRIMARY KEY, case_id uuid NOT NULL, parent_id uuid, number text NOT NULL, kind text NOT NULL, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL,
     law_version text NOT NULL, members jsonb NOT NULL, marks text[] NOT NULL, source text NOT NULL, opened_at timestamptz NOT NULL, ended_at timestamptz, outcome text, next_due timestamptz)`,
  ...guardedTable('proceeding', { select: `${inScope(['agency'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)` }),
  `CREATE SEQUENCE proceeding_number_seq INCREMENT BY 64`,
  `GRANT USAGE ON SEQUENCE proceeding_number_seq TO zhiheng_app`,

  `CREATE TABLE recusal_request (
     id uuid CONSTRAINT recusal_request_pk PRIMARY KEY, case_id uuid NOT NULL, subject text NOT NULL, proceeding_id uuid NOT NULL, member text NOT NULL, raised_by text NOT NULL, ground text NOT NULL, reason text NOT NULL,
     requested_by text NOT NULL, requested_at timestamptz NOT NULL, decision text, decided_by text, decided_at timestamptz)`,
  `CREATE INDEX recusal_request_case ON recusal_request (case_id, id)`,
  `CREATE INDEX recusal_request_proceeding ON recusal_request (proceeding_id, id)`,
  ...guardedTable('recusal_request', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})`, update: `${mayWrite} AND (${caseSeen})` }),
];

const down = [
  `DROP TABLE recusal_request, proceeding`,
  `DROP SEQUENCE proceeding_number_seq`,
  `DROP POLICY rows_select_within ON deadline`,
  `DROP POLICY rows_update_within ON deadline`,
  `ALTER TABLE deadline DROP within_id`,
  `DROP POLICY rows_select_involved ON case_file`,
  `DROP POLICY rows_update_involved ON case_file`,
  `ALTER TABLE case_file DROP involved`,
];

export class OpenProceedings1790000010000 implements MigrationInterface {
  name = 'OpenProceedings1790000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
