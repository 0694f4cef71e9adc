import type { MigrationInterface, QueryRunner } from 'typeorm';
import { proceedingTable } from './policies.js';

const up = [
  `CREATE TABLE supervision (
     letter text, reasons text[] NOT NULL, explanation text NOT NULL, targets text[] NOT NULL, report_every integer NOT NULL, reports jsonb NOT NULL, results jsonb, CONSTRAINT supervision_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('supervision'),
];

const down = ['DROP TABLE supervision CASCADE'];

export class SuperviseCases1790000025000 implements MigrationInterface {
  name = 'SuperviseCases1790000025000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
