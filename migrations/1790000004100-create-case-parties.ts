import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite } from './policies.js';

/** Rows that hang on a case are seen by those who see the case. */
const caseSeen = 'EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
/** A person is seen through a case: as a party of it, or as holder of a right that it relies upon. */
const personSeen = `(SELECT sec.is_system()) OR EXISTS (SELECT 1 FROM case_party p WHERE p.person_id = person.id)
  OR EXISTS (SELECT 1 FROM case_right c JOIN ip_right r ON r.id = c.right_id WHERE r.holders @> jsonb_build_array(jsonb_build_object('party', jsonb_build_object('person', person.id))))`;

const statements = [
  `CREATE TABLE person (id uuid CONSTRAINT person_pk PRIMARY KEY, label text NOT NULL, document_index text CONSTRAINT person_document_key UNIQUE, created_at timestamptz NOT NULL)`,
  `CREATE TABLE case_party (
     id uuid CONSTRAINT case_party_pk PRIMARY KEY, case_id uuid NOT NULL, role text NOT NULL, organisation_id uuid, person_id uuid, represents uuid, power_of_attorney jsonb,
     added_at timestamptz NOT NULL, added_by text NOT NULL, source text NOT NULL, removed_at timestamptz, removed_by text, removed_reason text,
     CONSTRAINT case_party_who CHECK (num_nonnulls(organisation_id, person_id) = CASE WHEN role = 'witness' THEN 0 ELSE 1 END))`,
  `CREATE INDEX case_party_case ON case_party (case_id, id)`,
  `CREATE INDEX case_party_organisation ON case_party (organisation_id, case_id) WHERE organisation_id IS NOT NULL`,
  `CREATE INDEX case_party_person ON case_party (person_id) WHERE person_id IS NOT NULL`,
  ...guardedTable('case_party', { select: caseSeen, insert: `${mayWrite} AND ${caseSeen}`, update: `${mayWrite} AND ${caseSeen}` }),

  `CREATE TABLE case_right (
     id uuid CONSTRAINT case_right_pk PRIMARY KEY, case_id uuid NOT NULL, right_id uuid NOT NULL, relied_upon text, claimed_licence jsonb,
     added_at timestamptz NOT NULL, added_by text NOT NULL, source text NOT NULL, removed_at timestamptz, removed_by text, removed_reason text)`,
  `CREATE UNIQUE INDEX case_right_live ON case_right (case_id, right_id) WHERE removed_at IS NULL`,
  `CREATE INDEX case_right_right ON case_right (right_id, case_id)`,
  ...guardedTable('case_right', { select: caseSeen, insert: `${mayWrite} AND ${caseSeen}`, update: `${mayWrite} AND ${caseSeen}` }),

  ...guardedTable('person', { select: personSeen, insert: mayWrite }),
  // The identity of a party is opened with its case, that of a holder with the person.
  `CREATE POLICY rows_select_parties ON vault.record FOR SELECT USING ((SELECT sec.purpose()) IS NOT NULL AND (SELECT sec.claimed())
     AND ((part = 'party' AND EXISTS (SELECT 1 FROM case_party p WHERE p.id = subject_id)) OR (part = 'person' AND EXISTS (SELECT 1 FROM person n WHERE n.id = subject_id))))`,
];

export class CreateCaseParties1790000004100 implements MigrationInterface {
  name = 'CreateCaseParties1790000004100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY rows_select_parties ON vault.record');
    await runner.query('DROP POLICY rows_select ON person');
    for (const table of ['case_right', 'case_party', 'person']) await runner.query(`DROP TABLE ${table}`);
  }
}
