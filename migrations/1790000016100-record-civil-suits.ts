import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const suitSeen = 'EXISTS (SELECT 1 FROM civil_suit s WHERE s.id = suit_id)';

const up = [
  `CREATE TABLE civil_suit (
     court text NOT NULL, court_agency text, court_check jsonb NOT NULL, court_number text, cause text NOT NULL, right_types text[] NOT NULL, parties jsonb NOT NULL, claims jsonb NOT NULL, punitive_claim jsonb, procedure text,
     filed_at timestamptz, preservation jsonb, mediation_body text, judgment jsonb, final_judgment jsonb, ruling jsonb, appeal jsonb, remanded boolean NOT NULL, settlement jsonb, effective_at timestamptz, enforcement jsonb,
     CONSTRAINT civil_suit_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('civil_suit'),
  `CREATE INDEX civil_suit_court_number ON civil_suit (court, court_number) WHERE court_number IS NOT NULL`,
  `CREATE TABLE civil_suit_entry (
     id uuid CONSTRAINT civil_suit_entry_pk PRIMARY KEY, suit_id uuid NOT NULL, case_id uuid NOT NULL, kind text NOT NULL, at timestamptz NOT NULL, reference text, details jsonb NOT NULL, recorded_by text NOT NULL,
     CONSTRAINT civil_suit_entry_kind CHECK (kind IN ('hearing', 'investigation-order', 'preservation-order')))`,
  `CREATE INDEX civil_suit_entry_suit ON civil_suit_entry (suit_id, id)`,
  ...guardedTable('civil_suit_entry', { select: suitSeen, insert: `${mayWrite} AND ${suitSeen}` }),
];

const down = ['DROP TABLE civil_suit_entry', 'DROP TABLE civil_suit CASCADE'];

export class RecordCivilSuits1790000016100 implements MigrationInterface {
  name = 'RecordCivilSuits1790000016100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
