import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, seenWithSubject } from './policies.js';

const system = '(SELECT sec.is_system())';
/** The desk that sent it. A file has no region: who is kept to some regions sees only files of his own. */
const seen = '(SELECT sec.sees_all()) OR uploaded_by = (SELECT sec.actor()) OR ((SELECT sec.regions()) IS NULL AND agency = ANY ((SELECT sec.agencies())::text[]))';
const importSeen = 'EXISTS (SELECT 1 FROM complaint_import i WHERE i.id = import_id)';
/** Rows are done only while the import runs: a batch that comes after its cancellation is refused as a whole. */
const importRuns = `${mayWrite} AND EXISTS (SELECT 1 FROM complaint_import i WHERE i.id = import_id AND i.state = 'running')`;

const statements = [
  `CREATE TABLE complaint_import (
     id uuid CONSTRAINT complaint_import_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, uploaded_by text NOT NULL, permissions jsonb NOT NULL,
     file_name text, format text NOT NULL, size_bytes integer NOT NULL, sha256 text NOT NULL, settings jsonb NOT NULL, encoding text, rows_total integer, warnings jsonb NOT NULL, failure jsonb,
     received_at timestamptz NOT NULL, started_at timestamptz, ended_at timestamptz)`,
  `CREATE INDEX complaint_import_agency ON complaint_import (agency, id)`,
  `CREATE INDEX complaint_import_open ON complaint_import (id) WHERE state IN ('received', 'running')`,
  `CREATE INDEX complaint_import_ended ON complaint_import (ended_at) WHERE ended_at IS NOT NULL`,
  ...guardedTable('complaint_import', { select: seen, insert: mayWrite, update: `${mayWrite} AND (${seen})` }),
  ...seenWithSubject('import', 'complaint_import'),

  `CREATE TABLE import_checkpoint (
     import_id uuid, batch integer, last_row integer NOT NULL, done integer NOT NULL, filed integer NOT NULL, already_filed integer NOT NULL, revised integer NOT NULL, refused integer NOT NULL,
     at timestamptz NOT NULL, CONSTRAINT import_checkpoint_pk PRIMARY KEY (import_id, batch))`,
  ...guardedTable('import_checkpoint', { select: importSeen, insert: importRuns }),

  `CREATE TABLE import_result (
     import_id uuid, row integer, outcome text NOT NULL, external_number text, receipt_number text, complaint_id uuid, problems jsonb, CONSTRAINT import_result_pk PRIMARY KEY (import_id, row))`,
  `CREATE INDEX import_result_refused ON import_result (import_id, row) WHERE outcome = 'refused'`,
  ...guardedTable('import_result', { select: importSeen, insert: importRuns }),

  `CREATE TABLE import_lease (
     import_id uuid CONSTRAINT import_lease_pk PRIMARY KEY, holder uuid NOT NULL, until timestamptz NOT NULL, done_before integer NOT NULL, attempts integer NOT NULL)`,
  ...guardedTable('import_lease', { select: system, insert: system, update: system, delete: system }),

  `CREATE TABLE vault.import_chunk (
     import_id uuid, seq integer, sealed bytea NOT NULL, stored_at timestamptz NOT NULL, CONSTRAINT import_chunk_pk PRIMARY KEY (import_id, seq))`,
  // Ciphertext does not shrink: no time is lost with trying.
  `ALTER TABLE vault.import_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL`,
  `CREATE INDEX import_chunk_stored_at ON vault.import_chunk (stored_at)`,
  ...guardedTable('vault.import_chunk', {
    select: `(SELECT sec.purpose()) IS NOT NULL AND (SELECT sec.claimed()) AND (${system} OR ${importSeen})`,
    insert: mayWrite,
    update: `${system} AND (SELECT sec.purpose()) = 'key-rotation'`,
    delete: `${system} AND (SELECT sec.purpose()) = 'clear-away'`,
  }),
];

export class AddImports1790000003000 implements MigrationInterface {
  name = 'AddImports1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, policy] of [['ledger_entry', 'rows_select_import'], ['ledger_head', 'rows_select_import'], ['ledger_head', 'rows_update_import']]) await runner.query(`DROP POLICY ${policy} ON ${table}`);
    for (const table of ['vault.import_chunk', 'import_lease', 'import_result', 'import_checkpoint', 'complaint_import']) await runner.query(`DROP TABLE ${table}`);
  }
}
