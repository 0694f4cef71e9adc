import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

/** Like the registers: a lane is asked for in one agency, and the record comes from all. The case that a fact names is seen by its own rules. */
const reader = '(SELECT sec.reads_cases())';

const up = [
  `CREATE TABLE track_fact (
     id uuid CONSTRAINT track_fact_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, organisation_id uuid NOT NULL, kind text NOT NULL, occurred_on text NOT NULL, case_id uuid NOT NULL, source_id uuid, note text,
     recorded_by text NOT NULL, recorded_at timestamptz NOT NULL, strike_asked_by text, reason text, struck_by text)`,
  'CREATE INDEX track_fact_organisation ON track_fact (organisation_id, id)',
  'CREATE UNIQUE INDEX track_fact_source ON track_fact (source_id, kind, organisation_id) WHERE source_id IS NOT NULL',
  ...guardedTable('track_fact', { select: reader, insert: `${mayWrite} AND ${reader}`, update: `${mayWrite} AND ${reader}` }),
  historySeenWith('track-fact', 'track_fact'),
];

export class KeepTrackRecords1790000032000 implements MigrationInterface {
  name = 'KeepTrackRecords1790000032000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [historyUnseenWith('track-fact', 'track_fact'), 'DROP TABLE track_fact']) await runner.query(statement);
  }
}
