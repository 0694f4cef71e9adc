import type { MigrationInterface, QueryRunner } from 'typeorm';
import { proceedingTable } from './policies.js';

const up = [
  `CREATE TABLE simplified_penalty (party uuid NOT NULL, person boolean NOT NULL, facts text NOT NULL, told jsonb, decided_at timestamptz, CONSTRAINT simplified_penalty_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('simplified_penalty'),
];

export class AddSimplifiedPenalties1790000013200 implements MigrationInterface {
  name = 'AddSimplifiedPenalties1790000013200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE simplified_penalty CASCADE');
  }
}
