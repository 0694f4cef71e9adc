import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const seen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const rights = { select: seen, insert: `${mayWrite} AND (${seen})` };

const up = [
  `CREATE TABLE fine (
     party uuid NOT NULL, person boolean NOT NULL, fine text NOT NULL, confiscation text NOT NULL, served_at timestamptz NOT NULL, pay_by text NOT NULL, remedies_end timestamptz NOT NULL, request jsonb, surcharge jsonb, accrued text NOT NULL,
     uncounted jsonb NOT NULL, plan integer NOT NULL, demand_served_at timestamptz, court text, file_number text, CONSTRAINT fine_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('fine'),
  `CREATE TABLE fine_payment (
     id uuid CONSTRAINT fine_payment_pk PRIMARY KEY, case_id uuid NOT NULL, fine_id uuid NOT NULL, item text NOT NULL, amount numeric(14,2) NOT NULL, paid_on text NOT NULL, way text NOT NULL, receipt text NOT NULL,
     recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE INDEX fine_payment_fine ON fine_payment (fine_id, id)`,
  ...guardedTable('fine_payment', rights),
  `CREATE TABLE fine_instalment (
     id uuid CONSTRAINT fine_instalment_pk PRIMARY KEY, case_id uuid NOT NULL, fine_id uuid NOT NULL, plan integer NOT NULL, position integer NOT NULL, amount numeric(14,2) NOT NULL, due_on text NOT NULL)`,
  `CREATE INDEX fine_instalment_fine ON fine_instalment (fine_id, plan, position)`,
  ...guardedTable('fine_instalment', rights),
];

const down = ['DROP TABLE fine_instalment, fine_payment', 'DROP TABLE fine CASCADE'];

export class AddFines1790000013100 implements MigrationInterface {
  name = 'AddFines1790000013100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
