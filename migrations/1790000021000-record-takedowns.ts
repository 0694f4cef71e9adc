import type { MigrationInterface, QueryRunner } from 'typeorm';
import { proceedingTable } from './policies.js';

const up = [
  `CREATE TABLE takedown (
     platform text NOT NULL, right_holder uuid NOT NULL, merchant uuid NOT NULL, links jsonb NOT NULL, notice jsonb NOT NULL, correction jsonb, measure jsonb, declaration jsonb, forwarding jsonb, delay jsonb, claim jsonb, lifting jsonb, publication jsonb,
     finding jsonb, CONSTRAINT takedown_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('takedown'),
];

const down = ['DROP TABLE takedown CASCADE'];

export class RecordTakedowns1790000021000 implements MigrationInterface {
  name = 'RecordTakedowns1790000021000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
