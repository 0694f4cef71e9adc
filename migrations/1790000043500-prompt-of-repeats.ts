import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite } from './policies.js';

const withCase = 'EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const added = { select: withCase, insert: `${mayWrite} AND ${withCase}` };

const up = [
  `CREATE TABLE repeat_answer (
     id uuid CONSTRAINT repeat_answer_pk PRIMARY KEY, case_id uuid NOT NULL, rule text NOT NULL, digest text NOT NULL, outcome text NOT NULL, reason text NOT NULL, answered_at timestamptz NOT NULL, answered_by text NOT NULL)`,
  'CREATE INDEX repeat_answer_case ON repeat_answer (case_id, rule, id)',
  ...guardedTable('repeat_answer', added),

  'CREATE TABLE punitive_pack (id uuid CONSTRAINT punitive_pack_pk PRIMARY KEY, case_id uuid NOT NULL, content jsonb NOT NULL, sha256 text NOT NULL, made_at timestamptz NOT NULL, made_by text NOT NULL)',
  'CREATE INDEX punitive_pack_case ON punitive_pack (case_id, id)',
  ...guardedTable('punitive_pack', added),
];

const down = ['DROP TABLE punitive_pack', 'DROP TABLE repeat_answer'];

export class PromptOfRepeats1790000043500 implements MigrationInterface {
  name = 'PromptOfRepeats1790000043500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
