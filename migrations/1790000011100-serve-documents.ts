import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite, seenWithSubject } from './policies.js';

/** Whoever sees the document sees how it was served. */
const documentSeen = 'EXISTS (SELECT 1 FROM official_document d WHERE d.id = document_id)';
const caseSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const noticeSeen = `${inScope(['agency'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)`;

const up = [
  `CREATE TABLE service_record (
     id uuid CONSTRAINT service_record_pk PRIMARY KEY, document_id uuid NOT NULL, case_id uuid, recipient text NOT NULL, mode text NOT NULL, way text NOT NULL, served_at timestamptz NOT NULL, place text,
     servers text[] NOT NULL, proof jsonb NOT NULL, recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX service_record_once ON service_record (document_id, recipient)`,
  `CREATE INDEX service_record_case ON service_record (case_id, id) WHERE case_id IS NOT NULL`,
  ...guardedTable('service_record', { select: documentSeen, insert: `${mayWrite} AND ${documentSeen}` }),

  `CREATE TABLE address_confirmation (
     id uuid CONSTRAINT address_confirmation_pk PRIMARY KEY, case_id uuid NOT NULL, party_id uuid NOT NULL, channels text[] NOT NULL, exhibit text NOT NULL, signed_at timestamptz NOT NULL,
     recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE INDEX address_confirmation_party ON address_confirmation (party_id, id)`,
  ...guardedTable('address_confirmation', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})` }),

  `CREATE TABLE public_notice (
     id uuid CONSTRAINT public_notice_pk PRIMARY KEY, case_id uuid NOT NULL, document_id uuid NOT NULL, recipient uuid NOT NULL, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL,
     law_version text NOT NULL, ground text NOT NULL, reason text NOT NULL, places text[] NOT NULL, recordings text[] NOT NULL, published_at timestamptz, served_on text, ordered_by text NOT NULL, ordered_at timestamptz NOT NULL,
     next_due timestamptz)`,
  `CREATE INDEX public_notice_case ON public_notice (case_id, id)`,
  `CREATE INDEX public_notice_document ON public_notice (document_id, recipient)`,
  ...guardedTable('public_notice', { select: noticeSeen, insert: `${mayWrite} AND (${noticeSeen})`, update: `${mayWrite} AND (${noticeSeen})` }),
  ...seenWithSubject('public-notice', 'public_notice'),
];

const down = [
  `DROP POLICY rows_select_public_notice ON ledger_entry`, `DROP POLICY rows_select_public_notice ON ledger_head`, `DROP POLICY rows_update_public_notice ON ledger_head`,
  `DROP TABLE public_notice, address_confirmation, service_record`,
];

export class ServeDocuments1790000011100 implements MigrationInterface {
  name = 'ServeDocuments1790000011100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
