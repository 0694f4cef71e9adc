import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kind of document may have one form for consumers and another for the rest: what chose the form is kept. The day after a public notice follows from its clock. */
export class TellFormsApart1790000011200 implements MigrationInterface {
  name = 'TellFormsApart1790000011200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE official_document ADD variant text');
    await runner.query('ALTER TABLE public_notice DROP served_on');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE public_notice ADD served_on text');
    await runner.query('ALTER TABLE official_document DROP variant');
  }
}
