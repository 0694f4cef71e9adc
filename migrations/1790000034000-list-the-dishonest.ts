import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

// The agency above sees what it is to consent to.
const seen = `${inScope(['agency'], 'region')} OR consent_agency = ANY ((SELECT sec.agencies())::text[])`;
const known = '(SELECT sec.claimed())';
const own = "(SELECT sec.is_system()) OR agency = ANY ((SELECT sec.agencies())::text[])";

/**
 * Whoever writes, and by whatever way: a name stands in the register only by a decision to list that its party was served with, and
 * that rests on a decision which the party was served with too. Asked when the transaction ends: all of it is written in one statement.
 */
const served = `CREATE FUNCTION sec.registry_entry_is_served() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM listing l
      JOIN official_document d ON d.id = NEW.decision_id AND d.subject_id = l.id AND d.kind = 'listing-decision' AND (d.withdrawn_at IS NULL OR NEW.valid_until IS NOT NULL)
      JOIN service_record s ON s.document_id = d.id AND s.recipient = l.party_id::text
     WHERE l.id = NEW.listing_id AND l.uscc = NEW.uscc AND l.agency = NEW.agency AND l.ground = NEW.ground AND l.served_at = NEW.valid_from
       AND l.state = CASE WHEN NEW.valid_until IS NULL THEN 'in-effect' WHEN NEW.valid_until = NEW.valid_from THEN 'cancelled' ELSE 'removed' END)
  THEN RAISE EXCEPTION 'registry entry %: no served decision to list puts it there', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_entry_served'; END IF;
  IF NEW.valid_until IS NULL AND NOT EXISTS (
    SELECT FROM listing l
      JOIN official_document b ON b.subject_id = l.proceeding_id AND b.kind IN ('penalty-decision', 'adjudication-decision') AND b.withdrawn_at IS NULL
      JOIN service_record s ON s.document_id = b.id AND s.recipient = l.party_id::text WHERE l.id = NEW.listing_id)
  THEN RAISE EXCEPTION 'registry entry %: the decision that it rests on was not served', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_entry_base'; END IF;
  IF (SELECT count(*) FROM registry_entry e WHERE e.listing_id = NEW.listing_id AND e.known_until IS NULL) > 1
  THEN RAISE EXCEPTION 'registry entry %: two versions would count', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_entry_one'; END IF;
  RETURN NULL;
END $body$`;

/** A version says for ever what it said: only the end of what was known is added, once, and only with a version that follows. */
const kept = `CREATE FUNCTION sec.registry_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF OLD.known_until IS NOT NULL OR NEW.known_until IS NULL OR NEW.known_until < OLD.known_from OR to_jsonb(NEW) - 'known_until' <> to_jsonb(OLD) - 'known_until'
  THEN RAISE EXCEPTION 'registry entry %: a version is not changed', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_entry_kept'; END IF;
  RETURN NEW;
END $body$`;
const followed = `CREATE FUNCTION sec.registry_entry_is_followed() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NOT EXISTS (SELECT FROM registry_entry e WHERE e.listing_id = NEW.listing_id AND e.known_from = NEW.known_until)
  THEN RAISE EXCEPTION 'registry entry %: nothing says how it ended', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_entry_followed'; END IF;
  RETURN NULL;
END $body$`;

const up = [
  `CREATE TABLE listing (
     id uuid CONSTRAINT listing_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, consent_agency text, case_id uuid NOT NULL, proceeding_id uuid NOT NULL, proceeding_kind text NOT NULL,
     ground text NOT NULL, alone boolean NOT NULL, party_id uuid NOT NULL, party_name text NOT NULL, uscc text NOT NULL, outside_province boolean NOT NULL, facts text NOT NULL, statements jsonb NOT NULL, hearing_requested boolean NOT NULL,
     heard_at timestamptz, consented_at timestamptz, consent_letter text, served_at timestamptz, published_at timestamptz, channel text, measures_until text, challenged_at timestamptz, upheld_at timestamptz, ended_at timestamptz, reason text,
     next_due timestamptz)`,
  'CREATE INDEX listing_case ON listing (case_id, id)',
  'CREATE INDEX listing_proceeding ON listing (proceeding_id, party_id)',
  'CREATE INDEX listing_newest ON listing (agency, id, state)',
  'CREATE INDEX listing_consent ON listing (consent_agency, id) WHERE consent_agency IS NOT NULL',
  ...guardedTable('listing', { select: seen, insert: `${mayWrite} AND (${seen})`, update: `${mayWrite} AND (${seen})` }),
  historySeenWith('listing', 'listing'),

  `CREATE TABLE registry_entry (
     id uuid CONSTRAINT registry_entry_pk PRIMARY KEY, list text NOT NULL, listing_id uuid NOT NULL, decision_id uuid NOT NULL, decision_number text, agency text NOT NULL, uscc text NOT NULL, name text NOT NULL, ground text NOT NULL,
     valid_from timestamptz NOT NULL, valid_until timestamptz, known_from timestamptz NOT NULL, known_until timestamptz, reason text)`,
  'CREATE INDEX registry_entry_uscc ON registry_entry (uscc, known_from)',
  'CREATE INDEX registry_entry_listing ON registry_entry (listing_id, known_from)',
  ...guardedTable('registry_entry', { select: known, insert: `${mayWrite} AND (${own})`, update: `${mayWrite} AND (${own})` }),
  served, kept, followed,
  'CREATE CONSTRAINT TRIGGER registry_entry_served AFTER INSERT ON registry_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sec.registry_entry_is_served()',
  'CREATE TRIGGER registry_entry_kept BEFORE UPDATE ON registry_entry FOR EACH ROW EXECUTE FUNCTION sec.registry_entry_is_kept()',
  'CREATE CONSTRAINT TRIGGER registry_entry_followed AFTER UPDATE ON registry_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sec.registry_entry_is_followed()',
];

const down = [
  'DROP TABLE registry_entry', 'DROP FUNCTION sec.registry_entry_is_followed()', 'DROP FUNCTION sec.registry_entry_is_kept()', 'DROP FUNCTION sec.registry_entry_is_served()', historyUnseenWith('listing', 'listing'), 'DROP TABLE listing',
];

export class ListTheDishonest1790000034000 implements MigrationInterface {
  name = 'ListTheDishonest1790000034000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
