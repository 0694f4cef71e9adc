import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const seen = 'EXISTS (SELECT 1 FROM penalty p WHERE p.id = penalty_id)';

const up = [
  `CREATE TABLE penalty (
     found_at timestamptz NOT NULL, party uuid, cause text, findings jsonb, filed_at timestamptz, rights_told boolean NOT NULL, review_grounds text[] NOT NULL, review text, review_asked_at timestamptz, legal_reviewed_at timestamptz, announced jsonb,
     defences integer NOT NULL, waived_at timestamptz, hearing jsonb, discussed_at timestamptz, decision jsonb, illegal_income jsonb, decision_served_at timestamptz, correction jsonb, goods_disposed boolean NOT NULL,
     challenge jsonb, CONSTRAINT penalty_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('penalty'),
  `CREATE TABLE penalty_record (
     id uuid CONSTRAINT penalty_record_pk PRIMARY KEY, penalty_id uuid NOT NULL, case_id uuid NOT NULL, kind text NOT NULL, at timestamptz NOT NULL, until timestamptz, place text, people jsonb NOT NULL, evidence text,
     party uuid, content text NOT NULL, details jsonb NOT NULL, written_by text NOT NULL, written_at timestamptz NOT NULL)`,
  `CREATE INDEX penalty_record_penalty ON penalty_record (penalty_id, id)`,
  ...guardedTable('penalty_record', { select: seen, insert: `${mayWrite} AND ${seen}` }),
];

const down = ['DROP TABLE penalty_record', 'DROP TABLE penalty CASCADE'];

export class AddPenalties1790000012000 implements MigrationInterface {
  name = 'AddPenalties1790000012000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
