import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite } from './policies.js';

const complaintScope = inScope(['handling_agency', 'intake_agency'], 'region', 'assignee');
const caseScope = inScope(['agency'], 'region', 'assignee');
const deadlineScope = inScope(['agency', 'intake_agency'], 'region');
/** Rows that hang on a subject are seen by those who see the subject. */
const subjectSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = subject_id) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = subject_id)';

const statements = [
  // The application takes numbers in blocks: one round trip for 64 receipts; gaps are allowed here.
  `CREATE SEQUENCE receipt_number_seq INCREMENT BY 64`,
  `CREATE SEQUENCE case_number_seq INCREMENT BY 64`,
  `GRANT USAGE ON SEQUENCE receipt_number_seq, case_number_seq TO zhiheng_app`,

  `CREATE TABLE complaint (
     id uuid CONSTRAINT complaint_pk PRIMARY KEY, receipt_number text NOT NULL CONSTRAINT complaint_receipt_number_key UNIQUE, state text NOT NULL, version integer NOT NULL,
     channel text NOT NULL, source_system text NOT NULL, external_number text NOT NULL, request_type text NOT NULL, classification text NOT NULL, classification_reasons jsonb NOT NULL,
     region text NOT NULL, intake_agency text NOT NULL, handling_agency text NOT NULL, track text NOT NULL, right_type text NOT NULL, right_number text,
     target_name text NOT NULL, target_uscc text, target_address text, facts text NOT NULL, warnings jsonb NOT NULL, db44_node text,
     real_name boolean NOT NULL, consent_publish boolean NOT NULL, consent_entrusted_mediation boolean NOT NULL,
     hotline_received_at timestamptz, received_at timestamptz NOT NULL, filed_at timestamptz NOT NULL, submission_digest text NOT NULL,
     assignee text, case_id uuid, decision_reason text,
     CONSTRAINT complaint_natural_key UNIQUE (source_system, external_number))`,
  `CREATE INDEX complaint_worklist ON complaint (handling_agency, state, id)`,
  `CREATE INDEX complaint_intake ON complaint (intake_agency, id)`,
  ...guardedTable('complaint', { select: complaintScope, insert: `${mayWrite} AND (${complaintScope})`, update: `${mayWrite} AND (${complaintScope})` }),

  `CREATE TABLE case_file (
     id uuid CONSTRAINT case_file_pk PRIMARY KEY, case_number text NOT NULL CONSTRAINT case_file_number_key UNIQUE, state text NOT NULL, version integer NOT NULL,
     track text NOT NULL, agency text NOT NULL, region text NOT NULL, right_type text NOT NULL, classification text NOT NULL, complaint_id uuid NOT NULL, target_name text NOT NULL,
     assignee text, opened_at timestamptz NOT NULL, closed_at timestamptz, outcome text)`,
  `CREATE INDEX case_file_agency ON case_file (agency, id)`,
  `CREATE INDEX case_file_agency_state ON case_file (agency, state, id)`,
  `CREATE INDEX case_file_assignee ON case_file (assignee, id)`,
  ...guardedTable('case_file', { select: caseScope, insert: `${mayWrite} AND (${caseScope})`, update: `${mayWrite} AND (${caseScope})` }),

  `CREATE TABLE routing_decision (
     id uuid CONSTRAINT routing_decision_pk PRIMARY KEY, complaint_id uuid NOT NULL, rule_set_version integer NOT NULL, rule text NOT NULL,
     facts jsonb NOT NULL, tried jsonb NOT NULL, outcome jsonb NOT NULL, decided_at timestamptz NOT NULL)`,
  `CREATE INDEX routing_decision_complaint ON routing_decision (complaint_id)`,
  ...guardedTable('routing_decision', { select: '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = complaint_id)', insert: mayWrite }),

  `CREATE TABLE deadline (
     id uuid CONSTRAINT deadline_pk PRIMARY KEY, subject_type text NOT NULL, subject_id uuid NOT NULL, kind text NOT NULL, status text NOT NULL,
     agency text NOT NULL, intake_agency text NOT NULL, region text NOT NULL, trigger_at timestamptz NOT NULL, legal_due timestamptz, safe_due timestamptz,
     provisional boolean NOT NULL, derivation jsonb NOT NULL, warnings jsonb NOT NULL, basis jsonb NOT NULL, pauses jsonb NOT NULL, extensions jsonb NOT NULL,
     ended_at timestamptz, overdue_at timestamptz)`,
  `CREATE INDEX deadline_due ON deadline (legal_due, id) WHERE status = 'running'`,
  `CREATE INDEX deadline_worklist ON deadline (agency, coalesce(safe_due, 'infinity'), id) WHERE ended_at IS NULL`,
  `CREATE INDEX deadline_subject ON deadline (subject_id)`,
  ...guardedTable('deadline', { select: deadlineScope, insert: mayWrite, update: `${mayWrite} AND (${deadlineScope})` }),

  `CREATE TABLE ledger_entry (
     subject_type text, subject_id uuid, seq integer, at timestamptz NOT NULL, actor text NOT NULL, event text NOT NULL, data jsonb NOT NULL,
     prev_sha256 text, prev_sm3 text, sha256 text NOT NULL, sm3 text NOT NULL, CONSTRAINT ledger_entry_pk PRIMARY KEY (subject_type, subject_id, seq))`,
  ...guardedTable('ledger_entry', { select: subjectSeen, insert: mayWrite }),
  `CREATE TABLE ledger_head (
     subject_type text, subject_id uuid, seq integer NOT NULL, sha256 text NOT NULL, sm3 text NOT NULL, CONSTRAINT ledger_head_pk PRIMARY KEY (subject_type, subject_id))`,
  ...guardedTable('ledger_head', { select: subjectSeen, insert: mayWrite, update: `${mayWrite} AND (${subjectSeen})` }),
  // Even the owner cannot rewrite history by accident: the grant stops the application, the trigger stops the rest.
  `CREATE FUNCTION sec.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$`,
  `CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION sec.refuse_change()`,
  `CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_change()`,

  `CREATE TABLE vault.record (
     id uuid CONSTRAINT vault_record_pk PRIMARY KEY, subject_id uuid NOT NULL, part text NOT NULL, ciphertext text NOT NULL, phone_index text, document_index text, created_at timestamptz NOT NULL)`,
  `CREATE INDEX vault_record_subject ON vault.record (subject_id)`,
  `CREATE INDEX vault_record_phone ON vault.record (phone_index) WHERE phone_index IS NOT NULL`,
  `CREATE INDEX vault_record_document ON vault.record (document_index) WHERE document_index IS NOT NULL`,
  // Reading needs a stated purpose besides sight of the complaint.
  ...guardedTable('vault.record', {
    select: "(SELECT sec.purpose()) IS NOT NULL AND (SELECT sec.claimed()) AND EXISTS (SELECT 1 FROM complaint c WHERE c.id = subject_id)",
    insert: mayWrite,
    update: "(SELECT sec.is_system()) AND (SELECT sec.purpose()) = 'key-rotation'",
  }),
];

export class CreateCaseData1780000002000 implements MigrationInterface {
  name = 'CreateCaseData1780000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['vault.record', 'ledger_head', 'ledger_entry', 'deadline', 'routing_decision', 'case_file', 'complaint']) await runner.query(`DROP TABLE ${table} CASCADE`);
    await runner.query('DROP FUNCTION sec.refuse_change()');
    for (const sequence of ['receipt_number_seq', 'case_number_seq']) await runner.query(`DROP SEQUENCE ${sequence}`);
  }
}
