import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, seenWithSubject } from './policies.js';

/** The registers are no case data: whoever works on cases, of whichever agency, reads them. */
const reader = '(SELECT sec.reads_cases())';
const writer = `${mayWrite} AND ${reader}`;
const tables = ['register_version', 'ip_right', 'organisation'];

const statements = [
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
  `CREATE FUNCTION sec.reads_cases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT sec.sees_all() OR (sec.claimed() AND cardinality(sec.agencies()) > 0) $$`,

  `CREATE TABLE organisation (
     id uuid CONSTRAINT organisation_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, uscc text CONSTRAINT organisation_uscc_key UNIQUE, name_key text,
     name text NOT NULL, former_names jsonb NOT NULL, search_names text NOT NULL, address text, region text, shops jsonb NOT NULL, warnings jsonb NOT NULL, merged_into uuid, created_at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX organisation_name_key ON organisation (name_key) WHERE uscc IS NULL`,
  `CREATE INDEX organisation_name ON organisation (name_key) WHERE name_key IS NOT NULL`,
  `CREATE INDEX organisation_search ON organisation USING gin (search_names gin_trgm_ops)`,
  `CREATE INDEX organisation_merged_into ON organisation (merged_into) WHERE merged_into IS NOT NULL`,
  ...guardedTable('organisation', { select: reader, insert: writer, update: writer }),
  ...seenWithSubject('organisation', 'organisation'),

  `CREATE TABLE ip_right (
     id uuid CONSTRAINT ip_right_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, right_type text NOT NULL, number text NOT NULL, kind text, title text, goods text, nice_classes integer[] NOT NULL, locarno_classes text[] NOT NULL,
     valid_from text, valid_to text, status text NOT NULL, status_since text, status_seen_on text, status_source text, holders jsonb NOT NULL, licences jsonb NOT NULL,
     evaluation_report jsonb, pending_invalidation jsonb, warnings jsonb NOT NULL, created_at timestamptz NOT NULL, CONSTRAINT ip_right_number_key UNIQUE (right_type, number))`,
  `CREATE INDEX ip_right_number ON ip_right (number, id)`,
  `CREATE INDEX ip_right_holders ON ip_right USING gin (holders jsonb_path_ops)`,
  ...guardedTable('ip_right', { select: reader, insert: writer, update: writer }),
  ...seenWithSubject('right', 'ip_right'),

  // What each version said: added, never changed.
  `CREATE TABLE register_version (
     subject_id uuid, version integer, subject_type text NOT NULL, value jsonb NOT NULL, at timestamptz NOT NULL, actor text NOT NULL, command text NOT NULL, reason text,
     CONSTRAINT register_version_pk PRIMARY KEY (subject_id, version))`,
  ...guardedTable('register_version', { select: reader, insert: writer }),
];

export class CreateRegisters1790000004000 implements MigrationInterface {
  name = 'CreateRegisters1790000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const type of ['organisation', 'right']) for (const [policy, table] of [['select', 'ledger_entry'], ['select', 'ledger_head'], ['update', 'ledger_head']]) await runner.query(`DROP POLICY rows_${policy}_${type} ON ${table}`);
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION sec.reads_cases()');
  }
}
