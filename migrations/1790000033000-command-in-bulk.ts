import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const system = '(SELECT sec.is_system())';
/** Roles that put people in charge: whoever holds one leads the others of the agency. A test holds the list against the roles. */
const leads = "EXISTS (SELECT 1 FROM account a WHERE a.id::text = (SELECT sec.actor()) AND a.active AND a.roles && ARRAY['agency-head', 'mediation-secretary', 'court-liaison'])";
/** Whoever gave it, and his head. Nobody else, however wide he sees: what it did stands in the histories of the cases. */
const seen = `${system} OR asked_by = (SELECT sec.actor()) OR ((SELECT sec.regions()) IS NULL AND agency = ANY ((SELECT sec.agencies())::text[]) AND ${leads})`;

const up = [
  `CREATE TABLE bulk_command (
     id uuid CONSTRAINT bulk_command_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, asked_by text NOT NULL, command text NOT NULL, input jsonb NOT NULL, items jsonb NOT NULL,
     total integer NOT NULL, done integer NOT NULL, refused integer NOT NULL, asked_at timestamptz NOT NULL, ended_at timestamptz, cleared_at timestamptz)`,
  'CREATE INDEX bulk_command_own ON bulk_command (asked_by, id)',
  'CREATE INDEX bulk_command_agency ON bulk_command (agency, id)',
  'CREATE INDEX bulk_command_to_clear ON bulk_command (ended_at) WHERE ended_at IS NOT NULL AND cleared_at IS NULL',
  ...guardedTable('bulk_command', { select: seen, insert: `${mayWrite} AND asked_by = (SELECT sec.actor())`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('bulk-command', 'bulk_command'),

  `CREATE TABLE bulk_result (
     bulk_id uuid, seq integer, outcome text NOT NULL, new_version integer, problem jsonb, at timestamptz NOT NULL, CONSTRAINT bulk_result_pk PRIMARY KEY (bulk_id, seq))`,
  "CREATE INDEX bulk_result_refused ON bulk_result (bulk_id, seq) WHERE outcome = 'refused'",
  ...guardedTable('bulk_result', { select: 'EXISTS (SELECT 1 FROM bulk_command b WHERE b.id = bulk_id)', insert: system, delete: system }),

  // Free words, until the command has reached every case: they may name a reporter, and only then is it known of which case.
  `CREATE TABLE vault.bulk_words (bulk_id uuid CONSTRAINT bulk_words_pk PRIMARY KEY, sealed text NOT NULL)`,
  ...guardedTable('vault.bulk_words', { select: `${system} AND (SELECT sec.purpose()) IS NOT NULL`, insert: mayWrite, delete: `${system} AND (SELECT sec.purpose()) IS NOT NULL` }),
];

const down = ['DROP TABLE vault.bulk_words', 'DROP TABLE bulk_result', historyUnseenWith('bulk-command', 'bulk_command'), 'DROP TABLE bulk_command'];

export class CommandInBulk1790000033000 implements MigrationInterface {
  name = 'CommandInBulk1790000033000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
