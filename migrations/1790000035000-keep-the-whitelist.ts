import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

const seen = inScope(['agency'], 'region');

const up = [
  `CREATE TABLE whitelist_entry (
     id uuid CONSTRAINT whitelist_entry_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, name text NOT NULL, uscc text NOT NULL, industry text NOT NULL, industry_class text NOT NULL,
     rights jsonb NOT NULL, contacts jsonb NOT NULL, materials text[] NOT NULL, missing text, examined_by text, opinion text, channel text, objections jsonb NOT NULL, listed_at timestamptz, valid_until timestamptz, certificate text,
     reviewed_at timestamptz, exit_ground text, exit_asked_by text, statement text, reason text, next_due timestamptz)`,
  'CREATE INDEX whitelist_entry_newest ON whitelist_entry (agency, id, state)',
  'CREATE INDEX whitelist_entry_firm ON whitelist_entry (uscc, id)',
  "CREATE UNIQUE INDEX whitelist_entry_pending ON whitelist_entry (uscc) WHERE state IN ('applied', 'correcting', 'examining', 'noticed')",
  "CREATE INDEX whitelist_entry_shown ON whitelist_entry (id) WHERE state IN ('noticed', 'listed', 'exiting')",
  'CREATE UNIQUE INDEX whitelist_entry_certificate ON whitelist_entry (certificate) WHERE certificate IS NOT NULL',
  ...guardedTable('whitelist_entry', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('whitelist-entry', 'whitelist_entry'),
];

const down = [historyUnseenWith('whitelist-entry', 'whitelist_entry'), 'DROP TABLE whitelist_entry'];

export class KeepTheWhitelist1790000035000 implements MigrationInterface {
  name = 'KeepTheWhitelist1790000035000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
