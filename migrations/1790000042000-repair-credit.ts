import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

const seen = inScope(['agency'], 'region');
// A bar holds at every agency.
const known = '(SELECT sec.claimed())';
const own = '(SELECT sec.is_system()) OR agency = ANY ((SELECT sec.agencies())::text[])';

const up = [
  `CREATE TABLE credit_repair (
     id uuid CONSTRAINT credit_repair_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, case_id uuid, target_type text NOT NULL, target_id uuid NOT NULL, uscc text NOT NULL, party_name text NOT NULL,
     other_province boolean NOT NULL, display_class text NOT NULL, shown_on text, applied_at timestamptz NOT NULL, materials text[] NOT NULL, promise text NOT NULL, asked_at timestamptz, verification jsonb, extended_at timestamptz, decided_at timestamptz,
     pushed_at timestamptz, stopped uuid[] NOT NULL, revoked_at timestamptz, reasons text, next_due timestamptz)`,
  'CREATE INDEX credit_repair_newest ON credit_repair (agency, id, state)',
  'CREATE INDEX credit_repair_target ON credit_repair (target_id, state)',
  ...guardedTable('credit_repair', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('credit-repair', 'credit_repair'),
  `CREATE TABLE credit_repair_ban (
     id uuid CONSTRAINT credit_repair_ban_pk PRIMARY KEY, repair_id uuid NOT NULL, uscc text NOT NULL, agency text NOT NULL, decided_at timestamptz NOT NULL, last_day text NOT NULL)`,
  'CREATE INDEX credit_repair_ban_uscc ON credit_repair_ban (uscc, last_day)',
  ...guardedTable('credit_repair_ban', { select: known, insert: `${mayWrite} AND (${own})` }),
  'ALTER TABLE publication ADD restored_at timestamptz',
  'ALTER TABLE listing ADD restored_at timestamptz',
];

const down = [
  'ALTER TABLE listing DROP restored_at', 'ALTER TABLE publication DROP restored_at', 'DROP TABLE credit_repair_ban', historyUnseenWith('credit-repair', 'credit_repair'), 'DROP TABLE credit_repair',
];

export class RepairCredit1790000042000 implements MigrationInterface {
  name = 'RepairCredit1790000042000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
