import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const mine = (column: string): string => `${column} = ANY ((SELECT sec.agencies())::text[])`;
/** An inspection has no region: who is kept to some regions does not see it. */
const anywhere = '(SELECT sec.regions()) IS NULL';
const seen = `(SELECT sec.sees_all()) OR (${anywhere} AND (${mine('agency')} OR agencies && (SELECT sec.agencies())::text[]))`;
/** The body that inspects sees all of it, an agency that is inspected its own part. */
const part = `(SELECT sec.sees_all()) OR (${anywhere} AND (${mine('body')} OR ${mine('agency')}))`;

const up = [
  `CREATE TABLE inspection (
     id uuid CONSTRAINT inspection_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, title text NOT NULL, letter text, criteria jsonb NOT NULL, agencies text[] NOT NULL, cases integer NOT NULL, more boolean NOT NULL,
     drawn_at timestamptz NOT NULL, drawn_by text NOT NULL, summary text, ended_at timestamptz)`,
  'CREATE INDEX inspection_newest ON inspection (id, state)',
  ...guardedTable('inspection', { select: seen, insert: `${mayWrite} AND ${mine('agency')}`, update: `${mayWrite} AND ${mine('agency')}` }),
  historySeenWith('inspection', 'inspection'),

  // As drawn: nobody changes it afterwards.
  `CREATE TABLE inspection_case (
     inspection_id uuid, seq integer, case_id uuid NOT NULL, body text NOT NULL, agency text NOT NULL, facts jsonb NOT NULL, CONSTRAINT inspection_case_pk PRIMARY KEY (inspection_id, seq), CONSTRAINT inspection_case_once UNIQUE (inspection_id, case_id))`,
  ...guardedTable('inspection_case', { select: part, insert: `${mayWrite} AND ${mine('body')}` }),

  `CREATE TABLE inspection_finding (
     id uuid CONSTRAINT inspection_finding_pk PRIMARY KEY, inspection_id uuid NOT NULL, state text NOT NULL, version integer NOT NULL, body text NOT NULL, agency text NOT NULL, case_id uuid, severity text NOT NULL, article text NOT NULL, text text NOT NULL,
     raised_at timestamptz NOT NULL, raised_by text NOT NULL, answer text, answered_at timestamptz, answered_by text, reason text, decided_at timestamptz, follow_ups integer NOT NULL, next_due timestamptz)`,
  'CREATE INDEX inspection_finding_inspection ON inspection_finding (inspection_id, id, agency, state)',
  ...guardedTable('inspection_finding', { select: part, insert: `${mayWrite} AND ${mine('body')}`, update: `${mayWrite} AND (${mine('body')} OR ${mine('agency')} OR (SELECT sec.is_system()))` }),
  historySeenWith('inspection-finding', 'inspection_finding'),
];

const down = [
  historyUnseenWith('inspection-finding', 'inspection_finding'), 'DROP TABLE inspection_finding', 'DROP TABLE inspection_case', historyUnseenWith('inspection', 'inspection'), 'DROP TABLE inspection',
];

export class DrawInspections1790000033600 implements MigrationInterface {
  name = 'DrawInspections1790000033600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
