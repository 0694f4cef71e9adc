import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

const known = '(SELECT sec.claimed())';
const own = "(SELECT sec.sees_all()) OR agency = ANY ((SELECT sec.agencies())::text[])";
// The agency that decided sees who has not acknowledged, the system that has to sees what it is asked for.
const either = `${own} OR subscriber_agency = ANY ((SELECT sec.agencies())::text[])`;

/**
 * The register numbers its changes itself, whoever writes. The lock is held until the transaction ends, so that numbers are without gaps
 * and in the order of commits: who sees one sees all before it. What a change says follows from the version of the entry, not from who writes it.
 */
const numbered = `CREATE FUNCTION sec.registry_change_is_numbered() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE entry registry_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(4100, 1);
  IF NEW.entry_id IS NULL THEN
    IF NOT sec.is_system() OR NEW.effects IS NULL
    THEN RAISE EXCEPTION 'registry change: only the system tells effects' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'registry_change_of_effects'; END IF;
    IF NEW.effects IS NOT DISTINCT FROM (SELECT c.effects FROM registry_change c WHERE c.list = NEW.list AND c.kind = 'effects-changed' ORDER BY c.number DESC LIMIT 1) THEN RETURN NULL; END IF;
    NEW.kind := 'effects-changed';
  ELSE
    SELECT * INTO STRICT entry FROM registry_entry e WHERE e.id = NEW.entry_id;
    NEW.kind := CASE WHEN entry.valid_until IS NULL THEN 'entered' WHEN entry.valid_until = entry.valid_from THEN 'recalled' ELSE 'ended' END;
    NEW.list := entry.list;
    NEW.at := entry.known_from;
    NEW.effects := NULL;
  END IF;
  NEW.number := 1 + COALESCE((SELECT max(c.number) FROM registry_change c), 0);
  RETURN NEW;
END $body$`;
/** At the end of the transaction, so that the lock is held for as long as COMMIT takes. After \`registry_entry_served\`: triggers fire in the order of their names. */
const told = `CREATE FUNCTION sec.registry_entry_is_told() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO registry_change (entry_id, list, at) VALUES (NEW.id, NEW.list, NEW.known_from);
  RETURN NULL;
END $body$`;

const up = [
  `CREATE TABLE registry_change (
     number integer CONSTRAINT registry_change_pk PRIMARY KEY, kind text NOT NULL, list text NOT NULL, entry_id uuid, effects jsonb, at timestamptz NOT NULL)`,
  'CREATE UNIQUE INDEX registry_change_entry ON registry_change (entry_id) WHERE entry_id IS NOT NULL',
  "CREATE INDEX registry_change_effects ON registry_change (list, number) WHERE kind = 'effects-changed'",
  ...guardedTable('registry_change', { select: known, insert: mayWrite }),
  numbered, told,
  'CREATE TRIGGER registry_change_numbered BEFORE INSERT ON registry_change FOR EACH ROW EXECUTE FUNCTION sec.registry_change_is_numbered()',
  `SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`,
  'INSERT INTO registry_change (entry_id, list, at) SELECT id, list, known_from FROM registry_entry ORDER BY known_from, id',
  `SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)`,
  'CREATE CONSTRAINT TRIGGER registry_entry_told AFTER INSERT ON registry_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sec.registry_entry_is_told()',

  `CREATE TABLE registry_subscriber (
     id uuid CONSTRAINT registry_subscriber_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, account text NOT NULL, label text NOT NULL, since integer NOT NULL, acknowledged integer NOT NULL,
     acknowledged_at timestamptz, subscribed_at timestamptz NOT NULL, next_due timestamptz)`,
  "CREATE UNIQUE INDEX registry_subscriber_account ON registry_subscriber (account) WHERE state = 'subscribed'",
  ...guardedTable('registry_subscriber', { select: own, insert: `${mayWrite} AND (${own})`, update: `${mayWrite} AND (${own})` }),
  historySeenWith('registry-subscriber', 'registry_subscriber'),

  `CREATE TABLE registry_recall (
     id uuid CONSTRAINT registry_recall_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, subscriber_id uuid NOT NULL, subscriber_agency text NOT NULL, subscriber_label text NOT NULL, number integer NOT NULL, entry_id uuid NOT NULL,
     listing_id uuid NOT NULL, list text NOT NULL, uscc text NOT NULL, name text NOT NULL, recalled_at timestamptz NOT NULL, acknowledged_at timestamptz, note text, next_due timestamptz)`,
  'CREATE UNIQUE INDEX registry_recall_once ON registry_recall (subscriber_id, number)',
  'CREATE INDEX registry_recall_newest ON registry_recall (agency, id, state)',
  'CREATE INDEX registry_recall_subscriber ON registry_recall (subscriber_agency, id, state)',
  "CREATE INDEX registry_recall_missing ON registry_recall (id) WHERE state = 'missing'",
  ...guardedTable('registry_recall', { select: either, insert: `${mayWrite} AND (${either})`, update: `${mayWrite} AND (${either})` }),
  historySeenWith('registry-recall', 'registry_recall'),
];

const down = [
  historyUnseenWith('registry-recall', 'registry_recall'), 'DROP TABLE registry_recall', historyUnseenWith('registry-subscriber', 'registry_subscriber'), 'DROP TABLE registry_subscriber',
  'DROP TRIGGER registry_entry_told ON registry_entry', 'DROP TABLE registry_change', 'DROP FUNCTION sec.registry_entry_is_told()', 'DROP FUNCTION sec.registry_change_is_numbered()',
];

export class TellSubscribers1790000041000 implements MigrationInterface {
  name = 'TellSubscribers1790000041000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
