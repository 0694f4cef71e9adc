import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite } from './policies.js';

const statements = [
  // Claims travel as transaction-local settings. Without them every function below answers "nobody".
  `CREATE SCHEMA sec`,
  `CREATE SCHEMA vault`,
  `GRANT USAGE ON SCHEMA sec, vault TO zhiheng_app`,
  `CREATE FUNCTION sec.scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(current_setting('zhiheng.scope', true), ''), 'none') $$`,
  `CREATE FUNCTION sec.actor() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('zhiheng.actor', true), '') $$`,
  `CREATE FUNCTION sec.agencies() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(current_setting('zhiheng.agencies', true), ''), '{}')::text[] $$`,
  `CREATE FUNCTION sec.regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('zhiheng.regions', true), '')::text[] $$`,
  `CREATE FUNCTION sec.purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('zhiheng.purpose', true), '') $$`,
  `CREATE FUNCTION sec.claimed() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT sec.actor() IS NOT NULL AND sec.scope() IN ('system', 'city', 'city-read', 'agencies') $$`,
  `CREATE FUNCTION sec.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT sec.actor() IS NOT NULL AND sec.scope() = 'system' $$`,
  `CREATE FUNCTION sec.sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT sec.actor() IS NOT NULL AND sec.scope() IN ('system', 'city', 'city-read') $$`,
  `CREATE FUNCTION sec.writes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT sec.actor() IS NOT NULL AND sec.scope() IN ('system', 'city', 'agencies') $$`,

  `CREATE TABLE outbox (
     id uuid CONSTRAINT outbox_pk PRIMARY KEY, event text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL, seq integer NOT NULL,
     created_at timestamptz NOT NULL, dispatched_at timestamptz, remaining text[], completed_at timestamptz)`,
  `CREATE INDEX outbox_waiting ON outbox (id) WHERE dispatched_at IS NULL`,
  `CREATE INDEX outbox_unfinished ON outbox (dispatched_at) WHERE completed_at IS NULL AND dispatched_at IS NOT NULL`,
  ...guardedTable('outbox', { select: '(SELECT sec.is_system())', insert: mayWrite, update: '(SELECT sec.is_system())', delete: '(SELECT sec.is_system())' }),

  `CREATE TABLE idempotency (
     actor text, key text, digest text NOT NULL, status smallint NOT NULL, body jsonb NOT NULL, created_at timestamptz NOT NULL,
     CONSTRAINT idempotency_pk PRIMARY KEY (actor, key))`,
  `CREATE INDEX idempotency_created_at ON idempotency (created_at)`,
  ...guardedTable('idempotency', { select: 'actor = (SELECT sec.actor()) OR (SELECT sec.is_system())', insert: `${mayWrite} AND actor = (SELECT sec.actor())`, delete: '(SELECT sec.is_system())' }),
];

export class CreateFoundation1780000000000 implements MigrationInterface {
  name = 'CreateFoundation1780000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency', 'outbox']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP SCHEMA vault, sec CASCADE');
  }
}
