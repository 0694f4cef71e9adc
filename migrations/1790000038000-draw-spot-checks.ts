import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

const seen = inScope(['agency'], 'region');
const regionless = "(SELECT sec.sees_all()) OR agency = ANY ((SELECT sec.agencies())::text[])";

const up = [
  `CREATE TABLE key_target (
     id uuid CONSTRAINT key_target_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, identifier text NOT NULL, name text NOT NULL, uscc text, ground text NOT NULL,
     document_id uuid NOT NULL, listed_at timestamptz NOT NULL, removed_at timestamptz, reason text)`,
  "CREATE UNIQUE INDEX key_target_listed ON key_target (agency, identifier) WHERE state = 'listed'",
  'CREATE INDEX key_target_newest ON key_target (agency, id, state)',
  ...guardedTable('key_target', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('key-target', 'key_target'),

  `CREATE TABLE check_draw (
     id uuid CONSTRAINT check_draw_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, name text NOT NULL, matter text NOT NULL, pool jsonb NOT NULL, pool_sha256 text NOT NULL,
     share_general integer NOT NULL, share_key integer NOT NULL, officers text[] NOT NULL, days integer NOT NULL, seed text, drawn_at timestamptz, reason text)`,
  'CREATE INDEX check_draw_newest ON check_draw (agency, id, state)',
  ...guardedTable('check_draw', { select: regionless, insert: `${mayWrite} AND (${regionless})`, update: `${mayWrite} AND (${regionless})` }),
  historySeenWith('check-draw', 'check_draw'),

  `CREATE TABLE spot_check (
     id uuid CONSTRAINT spot_check_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, draw_id uuid NOT NULL, agency text NOT NULL, region text NOT NULL, identifier text NOT NULL, name text NOT NULL, uscc text, key_ground text,
     before integer NOT NULL, officers text[] NOT NULL, drawn_at timestamptz NOT NULL, result text, note text, case_id uuid, recorded_at timestamptz, channel text, published_at timestamptz, next_due timestamptz)`,
  'CREATE INDEX spot_check_draw ON spot_check (draw_id, id)',
  'CREATE INDEX spot_check_newest ON spot_check (agency, id, state)',
  'CREATE INDEX spot_check_again ON spot_check (identifier, drawn_at)',
  ...guardedTable('spot_check', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('spot-check', 'spot_check'),
];

const down = [
  historyUnseenWith('spot-check', 'spot_check'), 'DROP TABLE spot_check', historyUnseenWith('check-draw', 'check_draw'), 'DROP TABLE check_draw', historyUnseenWith('key-target', 'key_target'), 'DROP TABLE key_target',
];

export class DrawSpotChecks1790000038000 implements MigrationInterface {
  name = 'DrawSpotChecks1790000038000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
