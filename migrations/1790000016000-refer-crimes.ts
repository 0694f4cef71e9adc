import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const referralSeen = 'EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id)';

const up = [
  // Police and procuratorate act in it: they see the case, which they are involved in, and through it the referral.
  `CREATE TABLE referral (
     offence text NOT NULL, suspicion text NOT NULL, facts text NOT NULL, report text, refusal text, police text, police_elsewhere text, procuratorate text, papers jsonb NOT NULL, missing text[] NOT NULL,
     police_number text, police_reason text, handover jsonb, judgment jsonb, CONSTRAINT referral_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('referral'),
  `CREATE INDEX referral_police ON referral (police, id) WHERE police IS NOT NULL`,
  `CREATE TABLE referral_intervention (
     id uuid CONSTRAINT referral_intervention_pk PRIMARY KEY, referral_id uuid NOT NULL, case_id uuid NOT NULL, form text NOT NULL, opinion text NOT NULL, at timestamptz NOT NULL, recorded_by text NOT NULL,
     CONSTRAINT referral_intervention_form CHECK (form IN ('file-read', 'meeting', 'on-site', 'written-opinion')))`,
  `CREATE INDEX referral_intervention_referral ON referral_intervention (referral_id, id)`,
  ...guardedTable('referral_intervention', { select: referralSeen, insert: `${mayWrite} AND ${referralSeen}` }),
];

const down = ['DROP TABLE referral_intervention', 'DROP TABLE referral CASCADE'];

export class ReferCrimes1790000016000 implements MigrationInterface {
  name = 'ReferCrimes1790000016000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
