import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite, seenWithSubject } from './policies.js';

const replyScope = inScope(['agency', 'intake_agency'], 'region');
const complaintSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = complaint_id)';

const statements = [
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,

  // One row of complaint is one thing in law: a submission that holds two has two rows (总局令第121号第九条).
  `ALTER TABLE complaint
     ADD leg integer NOT NULL DEFAULT 1, ADD lead_id uuid, ADD receipt_code text, ADD classification_status text NOT NULL DEFAULT 'proposed',
     ADD tracks text[] NOT NULL DEFAULT '{}', ADD lane text NOT NULL DEFAULT 'ordinary', ADD flags text[] NOT NULL DEFAULT '{}',
     ADD asks text[] NOT NULL DEFAULT '{}', ADD claims text[] NOT NULL DEFAULT '{}', ADD venue jsonb, ADD amounts jsonb, ADD right_detail jsonb, ADD dispute_facts text,
     ADD prior_proceedings text NOT NULL DEFAULT 'none', ADD both_willing boolean NOT NULL DEFAULT false, ADD act_date text, ADD related jsonb NOT NULL DEFAULT '[]',
     ADD returns integer NOT NULL DEFAULT 0, ADD reply_id uuid, ADD told_route text,
     ADD tokens tsvector NOT NULL DEFAULT '', ADD law_version text NOT NULL DEFAULT '2020-01-01', ADD next_due timestamptz`,
  ...['leg', 'classification_status', 'tracks', 'lane', 'flags', 'asks', 'claims', 'prior_proceedings', 'both_willing', 'related', 'returns', 'tokens', 'law_version'].map((column) => `ALTER TABLE complaint ALTER ${column} DROP DEFAULT`),
  `ALTER TABLE complaint DROP CONSTRAINT complaint_natural_key, ADD CONSTRAINT complaint_natural_key UNIQUE (source_system, external_number, leg)`,
  `CREATE UNIQUE INDEX complaint_receipt_code ON complaint (receipt_code) WHERE receipt_code IS NOT NULL`,
  `CREATE INDEX complaint_lead ON complaint (lead_id) WHERE lead_id IS NOT NULL`,
  `CREATE INDEX complaint_case ON complaint (case_id) WHERE case_id IS NOT NULL`,
  `CREATE INDEX complaint_due ON complaint (handling_agency, coalesce(next_due, 'infinity'), id) WHERE state IN ('registered', 'returned', 'accepted')`,
  `CREATE INDEX complaint_right_number ON complaint (right_number) WHERE right_number IS NOT NULL`,
  `CREATE INDEX complaint_target_uscc ON complaint (target_uscc) WHERE target_uscc IS NOT NULL`,
  `CREATE INDEX complaint_target_name ON complaint USING gin (target_name gin_trgm_ops)`,
  `CREATE INDEX complaint_target_address ON complaint USING gin (target_address gin_trgm_ops) WHERE target_address IS NOT NULL`,
  `CREATE INDEX complaint_tokens ON complaint USING gin (tokens)`,
  `CREATE INDEX complaint_related ON complaint USING gin (related jsonb_path_ops) WHERE related <> '[]'`,

  `ALTER TABLE case_file ADD next_due timestamptz, ADD law_version text NOT NULL DEFAULT '2020-01-01', ADD tracks text[] NOT NULL DEFAULT '{}', ADD lane text NOT NULL DEFAULT 'ordinary',
     ADD flags text[] NOT NULL DEFAULT '{}', ADD tokens tsvector NOT NULL DEFAULT '', ADD right_number text, ADD target_uscc text`,
  ...['law_version', 'tracks', 'lane', 'flags', 'tokens'].map((column) => `ALTER TABLE case_file ALTER ${column} DROP DEFAULT`),

  // One answer is owed for every number under which a matter came in.
  `CREATE TABLE reply_obligation (
     id uuid CONSTRAINT reply_obligation_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, complaint_id uuid NOT NULL, channel text NOT NULL, line text NOT NULL, source_system text NOT NULL, external_number text NOT NULL,
     request_type text NOT NULL, agency text NOT NULL, intake_agency text NOT NULL, region text NOT NULL, owed_since timestamptz NOT NULL, answer text, answered_at timestamptz, answered_by text, demands integer NOT NULL, next_due timestamptz)`,
  `CREATE INDEX reply_obligation_complaint ON reply_obligation (complaint_id)`,
  `CREATE INDEX reply_obligation_owed ON reply_obligation (agency, coalesce(next_due, 'infinity'), id) WHERE state = 'owed'`,
  `CREATE INDEX reply_obligation_desk ON reply_obligation (intake_agency, coalesce(next_due, 'infinity'), id) WHERE state = 'owed'`,
  ...guardedTable('reply_obligation', { select: replyScope, insert: `${mayWrite} AND (${replyScope})`, update: `${mayWrite} AND (${replyScope})` }),
  ...seenWithSubject('reply', 'reply_obligation'),

  `CREATE TABLE complaint_revision (
     id uuid CONSTRAINT complaint_revision_pk PRIMARY KEY, complaint_id uuid NOT NULL, revision integer NOT NULL, digest text NOT NULL, changed text[] NOT NULL, facts text NOT NULL,
     received_at timestamptz NOT NULL, received_by text NOT NULL, CONSTRAINT complaint_revision_number_key UNIQUE (complaint_id, revision), CONSTRAINT complaint_revision_digest_key UNIQUE (complaint_id, digest))`,
  ...guardedTable('complaint_revision', { select: complaintSeen, insert: mayWrite }),

  `CREATE TABLE complaint_link (
     id uuid CONSTRAINT complaint_link_pk PRIMARY KEY, complaint_id uuid NOT NULL, other_id uuid NOT NULL, kind text NOT NULL, score numeric(4,3), reasons jsonb NOT NULL,
     linked_at timestamptz NOT NULL, linked_by text NOT NULL, unlinked_at timestamptz, unlinked_by text)`,
  `CREATE UNIQUE INDEX complaint_link_live ON complaint_link (complaint_id, other_id, kind) WHERE unlinked_at IS NULL`,
  `CREATE INDEX complaint_link_other ON complaint_link (other_id)`,
  ...guardedTable('complaint_link', { select: complaintSeen, insert: mayWrite, update: `${mayWrite} AND (${complaintSeen})` }),
];

export class SplitLegs1790000000000 implements MigrationInterface {
  name = 'SplitLegs1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const type of ['reply']) for (const [policy, table] of [['select', 'ledger_entry'], ['select', 'ledger_head'], ['update', 'ledger_head']]) await runner.query(`DROP POLICY rows_${policy}_${type} ON ${table}`);
    for (const table of ['complaint_link', 'complaint_revision', 'reply_obligation']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE case_file DROP next_due, DROP law_version, DROP tracks, DROP lane, DROP flags, DROP tokens, DROP right_number, DROP target_uscc');
    for (const index of ['complaint_receipt_code', 'complaint_lead', 'complaint_case', 'complaint_due', 'complaint_right_number', 'complaint_target_uscc', 'complaint_target_name', 'complaint_target_address', 'complaint_tokens', 'complaint_related']) await runner.query(`DROP INDEX ${index}`);
    await runner.query('DELETE FROM complaint WHERE leg > 1');
    await runner.query(`ALTER TABLE complaint DROP CONSTRAINT complaint_natural_key, ADD CONSTRAINT complaint_natural_key UNIQUE (source_system, external_number),
      DROP leg, DROP lead_id, DROP receipt_code, DROP classification_status, DROP tracks, DROP lane, DROP flags, DROP asks, DROP claims, DROP venue, DROP amounts, DROP right_detail, DROP dispute_facts,
      DROP prior_proceedings, DROP both_willing, DROP act_date, DROP related, DROP returns, DROP reply_id, DROP told_route, DROP tokens, DROP law_version, DROP next_due`);
  }
}
