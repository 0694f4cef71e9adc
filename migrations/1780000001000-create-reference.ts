import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, referenceTable } from './policies.js';

const reference = ['agency', 'region', 'competence', 'measure', 'work_calendar', 'deadline_kind', 'rule_set'];

const statements = [
  `CREATE TABLE agency (code text CONSTRAINT agency_pk PRIMARY KEY, parent text, level text NOT NULL, region text NOT NULL, profile jsonb NOT NULL)`,
  `CREATE TABLE region (code text CONSTRAINT region_pk PRIMARY KEY, parent text, profile jsonb NOT NULL)`,
  `CREATE TABLE competence (id text CONSTRAINT competence_pk PRIMARY KEY, agency text NOT NULL, profile jsonb NOT NULL)`,
  `CREATE TABLE measure (number integer CONSTRAINT measure_pk PRIMARY KEY, profile jsonb NOT NULL)`,
  `CREATE TABLE work_calendar (year integer CONSTRAINT work_calendar_pk PRIMARY KEY, notice text NOT NULL, notice_title text NOT NULL, notice_date date NOT NULL,
     status text NOT NULL, days jsonb NOT NULL, loaded_at timestamptz NOT NULL)`,
  `CREATE TABLE deadline_kind (code text, effective_from date, effective_to date, rule jsonb NOT NULL, CONSTRAINT deadline_kind_pk PRIMARY KEY (code, effective_from))`,
  `CREATE TABLE rule_set (version integer CONSTRAINT rule_set_pk PRIMARY KEY, status text NOT NULL, effective_from date NOT NULL, rules jsonb NOT NULL, digest text NOT NULL)`,
  ...reference.flatMap(referenceTable),

  // Accounts: read and changed by the system scope (log-in), or by the person itself for reading.
  `CREATE TABLE account (id uuid CONSTRAINT account_pk PRIMARY KEY, kind text NOT NULL, login text NOT NULL CONSTRAINT account_login_key UNIQUE, secret_hash text NOT NULL,
     roles text[] NOT NULL, agency text NOT NULL, regions text[], failures integer NOT NULL, locked_until timestamptz, active boolean NOT NULL, demo boolean NOT NULL, created_at timestamptz NOT NULL)`,
  ...guardedTable('account', { select: '(SELECT sec.is_system()) OR id::text = (SELECT sec.actor())', insert: '(SELECT sec.is_system())', update: '(SELECT sec.is_system())' }),
  `CREATE TABLE refresh_token (id uuid CONSTRAINT refresh_token_pk PRIMARY KEY, account_id uuid NOT NULL, family uuid NOT NULL, digest text NOT NULL CONSTRAINT refresh_token_digest_key UNIQUE,
     expires_at timestamptz NOT NULL, used_at timestamptz, revoked_at timestamptz)`,
  `CREATE INDEX refresh_token_family ON refresh_token (family)`,
  ...guardedTable('refresh_token', { select: '(SELECT sec.is_system())', insert: '(SELECT sec.is_system())', update: '(SELECT sec.is_system())', delete: '(SELECT sec.is_system())' }),

  `CREATE TABLE notice (id uuid CONSTRAINT notice_pk PRIMARY KEY, agency text NOT NULL, event text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL,
     created_at timestamptz NOT NULL, read_at timestamptz, read_by text)`,
  `CREATE INDEX notice_unread ON notice (agency, created_at, id) WHERE read_at IS NULL`,
  ...guardedTable('notice', {
    select: '(SELECT sec.is_system()) OR agency = ANY ((SELECT sec.agencies())::text[])',
    insert: '(SELECT sec.is_system())',
    update: `${mayWrite} AND ((SELECT sec.is_system()) OR agency = ANY ((SELECT sec.agencies())::text[]))`,
  }),
];

export class CreateReference1780000001000 implements MigrationInterface {
  name = 'CreateReference1780000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice', 'refresh_token', 'account', ...reference]) await runner.query(`DROP TABLE ${table}`);
  }
}
