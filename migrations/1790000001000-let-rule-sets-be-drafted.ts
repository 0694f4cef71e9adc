import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, seenWithSubject } from './policies.js';

const statements = [
  // A rule set becomes a subject with a lifecycle. Its number was called version; version now counts its changes, as everywhere.
  `ALTER TABLE rule_set RENAME version TO number`,
  `ALTER TABLE rule_set RENAME status TO state`,
  `ALTER TABLE rule_set ALTER effective_from TYPE text USING effective_from::text, ALTER effective_from DROP NOT NULL,
     ADD id uuid NOT NULL DEFAULT uuidv7(), ADD version integer NOT NULL DEFAULT 1, ADD title text NOT NULL DEFAULT '首版分派规则', ADD written_by text[] NOT NULL DEFAULT '{}',
     ADD drafted_at timestamptz NOT NULL DEFAULT now(), ADD published_by text, ADD published_at timestamptz`,
  ...['id', 'version', 'title', 'written_by', 'drafted_at'].map((column) => `ALTER TABLE rule_set ALTER ${column} DROP DEFAULT`),
  `ALTER TABLE rule_set DROP CONSTRAINT rule_set_pk, ADD CONSTRAINT rule_set_pk PRIMARY KEY (id), ADD CONSTRAINT rule_set_number_key UNIQUE (number)`,
  `UPDATE rule_set SET state = 'published' WHERE state = 'live'`,
  // Drafts are written by people. A version that decisions name is neither changed nor deleted, by whomever.
  `DROP POLICY reference_delete ON rule_set`,
  `REVOKE DELETE ON rule_set FROM zhiheng_app`,
  `CREATE POLICY drafts_insert ON rule_set FOR INSERT WITH CHECK (${mayWrite} AND state = 'draft')`,
  `CREATE POLICY drafts_update ON rule_set FOR UPDATE USING (${mayWrite}) WITH CHECK (${mayWrite})`,
  `CREATE FUNCTION sec.freeze_rules() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF OLD.state <> 'draft' AND (NEW.rules IS DISTINCT FROM OLD.rules OR NEW.digest <> OLD.digest OR NEW.number <> OLD.number) THEN
       RAISE EXCEPTION 'Rules are written in a draft only: version % is %', OLD.number, OLD.state USING ERRCODE = 'integrity_constraint_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER rule_set_frozen BEFORE UPDATE ON rule_set FOR EACH ROW EXECUTE FUNCTION sec.freeze_rules()`,
  ...seenWithSubject('rule-set', 'rule_set'),

  `ALTER TABLE routing_decision ADD kind text NOT NULL DEFAULT 'rule', ADD overridden_by text, ADD override_reason text`,
  `ALTER TABLE routing_decision ALTER kind DROP DEFAULT`,
  `CREATE INDEX routing_decision_override ON routing_decision (decided_at) WHERE kind = 'override'`,
  // Decisions are written in the order of time: block ranges find a period, and cost nothing on the way in.
  `CREATE INDEX routing_decision_decided ON routing_decision USING brin (decided_at)`,

  `CREATE TABLE routing_backtest (
     id uuid CONSTRAINT routing_backtest_pk PRIMARY KEY, rule_set_version integer NOT NULL, digest text NOT NULL, sample jsonb NOT NULL, result jsonb NOT NULL, tried_by text NOT NULL, tried_at timestamptz NOT NULL)`,
  `CREATE INDEX routing_backtest_digest ON routing_backtest (digest)`,
  ...guardedTable('routing_backtest', { select: '(SELECT sec.claimed())', insert: mayWrite }),
];

export class LetRuleSetsBeDrafted1790000001000 implements MigrationInterface {
  name = 'LetRuleSetsBeDrafted1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    // The owner is bound by row-level security too.
    await runner.query(`SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`);
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`);
    for (const [policy, table] of [['select', 'ledger_entry'], ['select', 'ledger_head'], ['update', 'ledger_head']]) await runner.query(`DROP POLICY rows_${policy}_rule_set ON ${table}`);
    await runner.query('DROP TABLE routing_backtest');
    await runner.query('DROP INDEX routing_decision_decided');
    await runner.query('DROP INDEX routing_decision_override');
    await runner.query('ALTER TABLE routing_decision DROP kind, DROP overridden_by, DROP override_reason');
    await runner.query('DROP TRIGGER rule_set_frozen ON rule_set');
    await runner.query('DROP FUNCTION sec.freeze_rules()');
    for (const policy of ['drafts_insert', 'drafts_update']) await runner.query(`DROP POLICY ${policy} ON rule_set`);
    await runner.query('GRANT DELETE ON rule_set TO zhiheng_app');
    await runner.query('CREATE POLICY reference_delete ON rule_set FOR DELETE USING ((SELECT sec.is_system()))');
    // The shape of before holds nothing but the first version.
    await runner.query('DELETE FROM rule_set WHERE number > 1');
    await runner.query(`UPDATE rule_set SET state = 'live'`);
    await runner.query('ALTER TABLE rule_set DROP CONSTRAINT rule_set_number_key, DROP CONSTRAINT rule_set_pk, DROP id, DROP version, DROP title, DROP written_by, DROP drafted_at, DROP published_by, DROP published_at');
    await runner.query('ALTER TABLE rule_set ALTER effective_from TYPE date USING effective_from::date, ALTER effective_from SET NOT NULL');
    await runner.query('ALTER TABLE rule_set RENAME state TO status');
    await runner.query('ALTER TABLE rule_set RENAME number TO version');
    await runner.query('ALTER TABLE rule_set ADD CONSTRAINT rule_set_pk PRIMARY KEY (version)');
  }
}
