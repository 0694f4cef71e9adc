import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const system = '(SELECT sec.is_system())';
/** A test holds the role against the list of roles. */
const rewards = "EXISTS (SELECT 1 FROM account a WHERE a.id::text = (SELECT sec.actor()) AND a.active AND a.roles && ARRAY['reward-officer'])";
/** Reward officers of the agency. Nobody else, however wide he sees. */
const seen = `${system} OR (agency = ANY ((SELECT sec.agencies())::text[]) AND ((SELECT sec.regions()) IS NULL OR region = ANY ((SELECT sec.regions())::text[])) AND ${rewards})`;
/** Histories and clocks of rewards are hidden from those who see all others. */
const HIDDEN = ['ledger_entry', 'ledger_head', 'deadline'];

const up = [
  `CREATE TABLE reward (
     id uuid CONSTRAINT reward_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, complaint_id uuid NOT NULL, case_id uuid NOT NULL, claim_digest text NOT NULL, real_name boolean NOT NULL,
     claimed_at timestamptz NOT NULL, level integer, scope text, finding text, judgment text, base text, amount text, proposed_by text, seconded_by text, approved_by text, finance_number text, ground text, opinion text, asked_by text,
     released_by text, paid_on text, voucher text, next_due timestamptz)`,
  'CREATE UNIQUE INDEX reward_claim ON reward (claim_digest)',
  'CREATE UNIQUE INDEX reward_complaint ON reward (complaint_id)',
  "CREATE UNIQUE INDEX reward_case_alive ON reward (case_id) WHERE state NOT IN ('claimed', 'refused', 'lapsed')",
  'CREATE INDEX reward_newest ON reward (agency, id, state)',
  // A claim comes by the public door, which acts as the system.
  ...guardedTable('reward', { select: seen, insert: system, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('reward', 'reward'),
  ...HIDDEN.map((table) => `CREATE POLICY rewards_apart ON ${table} AS RESTRICTIVE FOR SELECT USING (subject_type <> 'reward' OR ${system} OR sec.sees_subject(subject_type, subject_id))`),
  // Who is paid: to the two persons to whom it was released, until it is paid.
  `CREATE POLICY rows_select_payees ON vault.record FOR SELECT USING (part = 'payee' AND ((${system} AND (SELECT sec.purpose()) = 'key-rotation') OR ((SELECT sec.purpose()) = 'pay-reward' AND (SELECT sec.claimed())
     AND COALESCE((SELECT true FROM reward r WHERE r.id = subject_id AND r.state = 'released' AND r.asked_by <> r.released_by AND (SELECT sec.actor()) IN (r.asked_by, r.released_by) LIMIT 1), false))))`,
];

const down = ['DROP POLICY rows_select_payees ON vault.record', ...HIDDEN.map((table) => `DROP POLICY rewards_apart ON ${table}`), historyUnseenWith('reward', 'reward'), 'DROP TABLE reward'];

export class RewardWhistleBlowers1790000037000 implements MigrationInterface {
  name = 'RewardWhistleBlowers1790000037000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
