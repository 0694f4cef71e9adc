import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inScope, mayWrite } from './policies.js';

const system = '(SELECT sec.is_system())';
const HIDDEN = ['ledger_entry', 'ledger_head', 'deadline'];
const hidden = (seen: string): string => `${system} OR (subject_type <> 'reward' AND (${seen})) OR (subject_type = 'reward' AND sec.sees_subject(subject_type, subject_id))`;
const HISTORY = '(SELECT sec.sees_all()) OR sec.sees_subject(subject_type, subject_id)';
/** Whoever sees all sees all but rewards; the function asks the table of the kind, which decides about them. */
const HISTORY_APART = `${system} OR ((SELECT sec.sees_all()) AND subject_type <> 'reward') OR sec.sees_subject(subject_type, subject_id)`;
const CLOCKS = inScope(['agency', 'intake_agency'], 'region');

const rules = (history: string, clocks: string): string[] => [
  `ALTER POLICY rows_select ON ledger_entry USING (${history})`, `ALTER POLICY rows_select ON ledger_head USING (${history})`,
  `ALTER POLICY rows_update ON ledger_head USING (${mayWrite} AND (${history})) WITH CHECK (${mayWrite} AND (${history}))`,
  `ALTER POLICY rows_select ON deadline USING (${clocks})`,
];

const up = [...rules(HISTORY_APART, hidden(CLOCKS)), ...HIDDEN.map((table) => `DROP POLICY rewards_apart ON ${table}`)];
const down = [
  ...HIDDEN.map((table) => `CREATE POLICY rewards_apart ON ${table} AS RESTRICTIVE FOR SELECT USING (subject_type <> 'reward' OR ${system} OR sec.sees_subject(subject_type, subject_id))`),
  ...rules(HISTORY, CLOCKS),
];

/** A policy of its own is made ready for every statement on histories and clocks: the same rule inside the policy that is there costs nothing. */
export class HideRewardsInOneRule1790000038600 implements MigrationInterface {
  name = 'HideRewardsInOneRule1790000038600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
