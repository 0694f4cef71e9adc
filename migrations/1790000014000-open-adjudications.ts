import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const seen = 'EXISTS (SELECT 1 FROM adjudication a WHERE a.id = adjudication_id)';

const up = [
  `CREATE TABLE adjudication (
     received_at timestamptz NOT NULL, delegate text, patent_number text, patent_type text, claims integer[] NOT NULL, evaluation text, requester_kind text, parties jsonb NOT NULL, corrected_at timestamptz, filed_at timestamptz,
     evidence_days integer, registration uuid, invalidity jsonb, standstill text, hearing jsonb, deliberation jsonb, decision jsonb, performed_at timestamptz, litigation jsonb,
     CONSTRAINT adjudication_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('adjudication'),
  `CREATE INDEX adjudication_patent ON adjudication (patent_number) WHERE patent_number IS NOT NULL`,

  `CREATE TABLE adjudication_act (
     id uuid CONSTRAINT adjudication_act_pk PRIMARY KEY, adjudication_id uuid NOT NULL, case_id uuid NOT NULL, kind text NOT NULL, occurred_at timestamptz NOT NULL, content jsonb NOT NULL, recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE INDEX adjudication_act_adjudication ON adjudication_act (adjudication_id, id)`,
  ...guardedTable('adjudication_act', { select: seen, insert: `${mayWrite} AND (${seen})` }),
];

const down = [
  `DROP TABLE adjudication_act`,
  `DROP POLICY rows_select_adjudication ON ledger_entry`,
  `DROP POLICY rows_select_adjudication ON ledger_head`,
  `DROP POLICY rows_update_adjudication ON ledger_head`,
  `DROP TABLE adjudication`,
];

export class OpenAdjudications1790000014000 implements MigrationInterface {
  name = 'OpenAdjudications1790000014000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
