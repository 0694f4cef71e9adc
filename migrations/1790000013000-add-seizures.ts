import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const seen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const rights = { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` };
const holding = 'party uuid NOT NULL, reason text NOT NULL, approval jsonb, carried_out jsonb, identification uuid';

const up = [
  `CREATE TABLE preservation (${holding}, CONSTRAINT preservation_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('preservation'),
  `CREATE TABLE seizure (${holding}, law text NOT NULL, extended_at timestamptz, testing uuid, notice_until text, CONSTRAINT seizure_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('seizure'),
  `CREATE TABLE assistance (
     other text NOT NULL, reason text NOT NULL, matters text NOT NULL, letter text, received_at timestamptz, delay_told_at timestamptz, result text, CONSTRAINT assistance_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('assistance'),

  `CREATE TABLE held_good (
     id uuid CONSTRAINT held_good_pk PRIMARY KEY, case_id uuid NOT NULL, subject text NOT NULL, holding_id uuid NOT NULL, position integer NOT NULL, name text NOT NULL, specification text, unit text NOT NULL, quantity numeric(14,3) NOT NULL,
     remark text, fate text, fate_at timestamptz, proceeds text)`,
  `CREATE INDEX held_good_holding ON held_good (holding_id, position)`,
  ...guardedTable('held_good', rights),
  `CREATE TABLE examination (
     id uuid CONSTRAINT examination_pk PRIMARY KEY, case_id uuid NOT NULL, subject text NOT NULL, holding_id uuid NOT NULL, kind text NOT NULL, examiner text, goods uuid[] NOT NULL, question text NOT NULL, from_day text, until_day text,
     ended_at timestamptz, report text, result text, recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE INDEX examination_holding ON examination (holding_id, id)`,
  ...guardedTable('examination', rights),
];

const down = ['DROP TABLE examination, held_good', 'DROP TABLE assistance CASCADE', 'DROP TABLE seizure CASCADE', 'DROP TABLE preservation CASCADE'];

export class AddSeizures1790000013000 implements MigrationInterface {
  name = 'AddSeizures1790000013000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
