import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite } from './policies.js';

const own = inScope(['agency'], 'region');
/** With the case, or, before there was one, with the complaint. */
const withMatter = `EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id) OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = subject_id)`;
const seen = `${own} OR (visibility = 'case' AND (${withMatter}))`;

const up = [
  `CREATE TABLE document_counter (
     signer text, word text, year integer, last integer NOT NULL, CONSTRAINT document_counter_pk PRIMARY KEY (signer, word, year))`,
  // Numbers go up by one. No policy sees the row before and after at once, so a trigger does.
  `CREATE FUNCTION sec.document_counter_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     IF TG_OP = 'INSERT' AND NEW.last <> 1 OR TG_OP = 'UPDATE' AND (NEW.last, NEW.signer, NEW.word, NEW.year) IS DISTINCT FROM (OLD.last + 1, OLD.signer, OLD.word, OLD.year) THEN
       RAISE EXCEPTION 'a document number follows the one before' USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER document_counter_steps BEFORE INSERT OR UPDATE ON document_counter FOR EACH ROW EXECUTE FUNCTION sec.document_counter_steps()`,
  ...guardedTable('document_counter', { select: '(SELECT sec.claimed())', insert: mayWrite, update: mayWrite }),

  `CREATE TABLE official_document (
     id uuid CONSTRAINT official_document_pk PRIMARY KEY, kind text NOT NULL, kind_from text NOT NULL, volume text NOT NULL, item integer NOT NULL, visibility text NOT NULL,
     word text, year integer, serial integer, number text, agency text NOT NULL, signer text NOT NULL, region text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL, case_id uuid,
     data jsonb NOT NULL, sha256 text NOT NULL, sm3 text NOT NULL, issued_by text NOT NULL, issued_at timestamptz NOT NULL,
     withdrawn_at timestamptz, withdrawn_by text, withdrawn_reason text, successor_id uuid,
     CONSTRAINT official_document_number UNIQUE (signer, word, year, serial))`,
  `CREATE INDEX official_document_subject ON official_document (subject_type, subject_id, id)`,
  `CREATE INDEX official_document_case ON official_document (case_id, id) WHERE case_id IS NOT NULL`,
  `CREATE INDEX official_document_newest ON official_document (agency, id, kind)`,
  ...guardedTable('official_document', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${own})` }),
  // What it states is never edited: only the marks of a withdrawal may be set.
  `REVOKE UPDATE ON official_document FROM zhiheng_app`,
  `GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason, successor_id) ON official_document TO zhiheng_app`,
];

const down = [`DROP TABLE official_document, document_counter`, `DROP FUNCTION sec.document_counter_steps()`];

export class IssueDocuments1790000011000 implements MigrationInterface {
  name = 'IssueDocuments1790000011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
