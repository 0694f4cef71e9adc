import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayWrite } from './policies.js';

const involved = 'involved && (SELECT sec.agencies())::text[]';
/** Lane and agency are held against the lists by a test. */
const inCentre = `${involved} OR (lane = 'rapid-centre' AND rank_at IS NOT NULL AND (SELECT sec.agencies())::text[] @> ARRAY['cz-ip-rapid-centre'])`;
const rules = (seen: string): string[] => [`ALTER POLICY rows_select_involved ON case_file USING (${seen})`, `ALTER POLICY rows_update_involved ON case_file USING (${mayWrite} AND (${seen})) WITH CHECK (${mayWrite} AND (${seen}))`];

const up = [
  ...rules(inCentre),
  'ALTER TABLE hearing_slot ADD CONSTRAINT hearing_slot_places CHECK (taken >= 0 AND taken <= places)',
  'ALTER TABLE slot_booking ADD session_id uuid, ADD adjudication_id uuid',
];
const down = ['ALTER TABLE slot_booking DROP session_id, DROP adjudication_id', 'ALTER TABLE hearing_slot DROP CONSTRAINT hearing_slot_places', ...rules(involved)];

/** The centre works on the cases of its lane, whatever office has them, for as long as they are in it. A place more than there are is refused by the table, too. */
export class OpenLaneToCentre1790000038800 implements MigrationInterface {
  name = 'OpenLaneToCentre1790000038800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
