import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

/** Whoever answers it, whoever sent it (the hotline sees its own and not the case), and whoever sees the case. */
const seen = `${inScope(['agency', 'sender'], 'region')} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)`;

const up = [
  `CREATE TABLE urging (
     id uuid CONSTRAINT urging_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, case_id uuid NOT NULL, channel text NOT NULL, agency text NOT NULL, sender text NOT NULL, region text NOT NULL, addressee text, letter text,
     source_system text, external_number text, order_number text, reason text NOT NULL, days integer NOT NULL, sent_by text NOT NULL, sent_at timestamptz NOT NULL, answer text, answered_by text, answered_at timestamptz, withdrawn_for text,
     next_due timestamptz, CONSTRAINT urging_order_key UNIQUE (source_system, order_number, case_id))`,
  'CREATE INDEX urging_case ON urging (case_id, channel, id, state)',
  'CREATE INDEX urging_agency ON urging (agency, id)',
  'CREATE INDEX urging_channel ON urging (channel, case_id, state)',
  ...guardedTable('urging', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('urging', 'urging'),
];

const down = [historyUnseenWith('urging', 'urging'), 'DROP TABLE urging'];

export class UrgeCases1790000030000 implements MigrationInterface {
  name = 'UrgeCases1790000030000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
