import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const system = '(SELECT sec.is_system())';
/** Seen by the agencies with a case of the cluster, and by those who see the city. */
const concerned = '(SELECT sec.sees_all()) OR agencies && (SELECT sec.agencies())::text[]';
const derived = { select: concerned, insert: system, update: system, delete: system };
const withCase = 'EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';

const up = [
  'CREATE TABLE infringer_key (id uuid CONSTRAINT infringer_key_pk PRIMARY KEY, node uuid NOT NULL, field text NOT NULL, hash text NOT NULL, shown text NOT NULL, source text NOT NULL, case_id uuid)',
  'CREATE INDEX infringer_key_value ON infringer_key (field, hash, node)',
  'CREATE INDEX infringer_key_node ON infringer_key (node)',
  ...guardedTable('infringer_key', { select: system, insert: system, delete: system }),

  `CREATE TABLE infringer_node (
     id uuid CONSTRAINT infringer_node_pk PRIMARY KEY, kind text NOT NULL, name text NOT NULL, uscc text, cluster_id uuid NOT NULL, case_ids uuid[] NOT NULL, own_agencies text[] NOT NULL, agencies text[] NOT NULL,
     register_version integer NOT NULL, rules text NOT NULL, resolved_at timestamptz NOT NULL)`,
  'CREATE INDEX infringer_node_cluster ON infringer_node (cluster_id)',
  ...guardedTable('infringer_node', derived),

  'CREATE TABLE infringer_cluster (id uuid CONSTRAINT infringer_cluster_pk PRIMARY KEY, name text NOT NULL, members integer NOT NULL, cases integer NOT NULL, agencies text[] NOT NULL, resolved_at timestamptz NOT NULL)',
  'CREATE INDEX infringer_cluster_cases ON infringer_cluster (cases, id)',
  ...guardedTable('infringer_cluster', derived),

  `CREATE TABLE infringer_link (
     id uuid CONSTRAINT infringer_link_pk PRIMARY KEY, a uuid NOT NULL, b uuid NOT NULL, strength integer NOT NULL, standing boolean NOT NULL, rules text NOT NULL, signals jsonb NOT NULL, agencies text[] NOT NULL)`,
  'CREATE INDEX infringer_link_a ON infringer_link (a)',
  'CREATE INDEX infringer_link_b ON infringer_link (b)',
  ...guardedTable('infringer_link', derived),

  `CREATE TABLE infringer_mark (
     id uuid CONSTRAINT infringer_mark_pk PRIMARY KEY, case_id uuid NOT NULL, party_id uuid NOT NULL, field text NOT NULL, hash text NOT NULL, shown text NOT NULL, found_in text NOT NULL,
     recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, struck_at timestamptz, struck_by text, struck_reason text)`,
  'CREATE INDEX infringer_mark_party ON infringer_mark (party_id, id)',
  'CREATE INDEX infringer_mark_case ON infringer_mark (case_id, id)',
  ...guardedTable('infringer_mark', { select: withCase, insert: `${mayWrite} AND ${withCase}`, update: `${mayWrite} AND ${withCase}` }),

  `CREATE TABLE infringer_separation (
     id uuid CONSTRAINT infringer_separation_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, agencies text[] NOT NULL, a uuid NOT NULL, b uuid NOT NULL, strength integer NOT NULL, reason text NOT NULL, back_reason text)`,
  "CREATE UNIQUE INDEX infringer_separation_pair ON infringer_separation (a, b) WHERE state = 'separated'",
  'CREATE INDEX infringer_separation_newest ON infringer_separation (id, state)',
  ...guardedTable('infringer_separation', { select: concerned, insert: `${mayWrite} AND (${concerned})`, update: `${mayWrite} AND (${concerned})` }),
  historySeenWith('infringer-separation', 'infringer_separation'),
];

const down = [
  historyUnseenWith('infringer-separation', 'infringer_separation'), 'DROP TABLE infringer_separation', 'DROP TABLE infringer_mark', 'DROP TABLE infringer_link', 'DROP TABLE infringer_cluster', 'DROP TABLE infringer_node', 'DROP TABLE infringer_key',
];

export class ClusterInfringers1790000043000 implements MigrationInterface {
  name = 'ClusterInfringers1790000043000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
