import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const seen = `(SELECT sec.sees_all()) OR agency = ANY ((SELECT sec.agencies())::text[])`;

const up = [
  `CREATE TABLE publication (
     id uuid CONSTRAINT publication_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, profile text NOT NULL, case_id uuid, subject_type text, subject_id uuid, document_id uuid, number text, title text NOT NULL,
     decided_on text, parties jsonb NOT NULL, other_province boolean NOT NULL, original text NOT NULL, spans jsonb NOT NULL, published text, display_class text NOT NULL, display_clock text, restricted boolean NOT NULL, restricted_until text, handlers text[] NOT NULL,
     told_at timestamptz, prepared_by text, approved_by text, published_by text, published_at timestamptz, exemption text, reason text, next_due timestamptz)`,
  'CREATE UNIQUE INDEX publication_document ON publication (document_id) WHERE document_id IS NOT NULL',
  'CREATE INDEX publication_newest ON publication (agency, id, state)',
  'CREATE INDEX publication_subject ON publication (subject_type, subject_id)',
  ...guardedTable('publication', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('publication', 'publication'),
];

const down = [historyUnseenWith('publication', 'publication'), 'DROP TABLE publication'];

export class PublishDecisions1790000036000 implements MigrationInterface {
  name = 'PublishDecisions1790000036000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
