import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable } from './policies.js';

const system = '(SELECT sec.is_system())';

const statements = [
  `CREATE TABLE dead_letter (
     id uuid CONSTRAINT dead_letter_pk PRIMARY KEY, queue text NOT NULL, job text NOT NULL, outbox_id uuid NOT NULL, event text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL, seq integer NOT NULL,
     reason text NOT NULL, attempts integer NOT NULL, failed_at timestamptz NOT NULL, replayed_at timestamptz, replayed_by text)`,
  `CREATE UNIQUE INDEX dead_letter_open ON dead_letter (outbox_id, job) WHERE replayed_at IS NULL`,
  `CREATE INDEX dead_letter_queue ON dead_letter (queue, id) WHERE replayed_at IS NULL`,
  ...guardedTable('dead_letter', { select: system, insert: system, update: system }),

  `CREATE TABLE chore (
     name text CONSTRAINT chore_pk PRIMARY KEY, holder uuid, until timestamptz, started_at timestamptz NOT NULL, finished_at timestamptz, failure text)`,
  ...guardedTable('chore', { select: system, insert: system, update: system }),
];

export class KeepDeadLetters1790000024000 implements MigrationInterface {
  name = 'KeepDeadLetters1790000024000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['chore', 'dead_letter']) await runner.query(`DROP TABLE ${table}`);
  }
}
