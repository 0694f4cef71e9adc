import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite } from './policies.js';

/** A case without a date sorts behind every other. CASE, because coalesce may see no row before its policy did: as a key it would only filter. */
const DUE = `(CASE WHEN next_due IS NULL THEN 'infinity'::timestamptz ELSE next_due END)`;
/** Filters at the end of a key are compared in the index: rows that they leave out are never read. */
const FILTERS = 'state, right_type, region, track, lane';
const caseSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';
const eitherSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id IN (case_id, other_id))';

const up = [
  `ALTER TABLE case_file ADD names text NOT NULL DEFAULT ''`,
  `SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)`,
  `UPDATE case_file SET names = lower(concat_ws(E'\\n', target_name, case_number, right_number, target_uscc))`,
  `SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)`,
  `ALTER TABLE case_file ALTER names DROP DEFAULT`,
  `DROP INDEX case_file_agency, case_file_agency_state`,
  `CREATE INDEX case_file_worklist ON case_file (agency, ${DUE}, id, ${FILTERS})`,
  `CREATE INDEX case_file_city_worklist ON case_file (${DUE}, id, ${FILTERS})`,
  `CREATE INDEX case_file_own_worklist ON case_file (assignee, ${DUE}, id)`,
  `CREATE INDEX case_file_unassigned ON case_file (${DUE}, id, agency) WHERE assignee IS NULL`,
  `CREATE INDEX case_file_flagged ON case_file (${DUE}, id, agency) WHERE flags <> '{}'`,
  `CREATE INDEX case_file_newest ON case_file (agency, id, ${FILTERS})`,
  `CREATE INDEX case_file_tokens ON case_file USING gin (tokens)`,
  `CREATE INDEX case_file_names ON case_file USING gin (names gin_trgm_ops)`,

  `CREATE TABLE case_recusal (
     id uuid CONSTRAINT case_recusal_pk PRIMARY KEY, case_id uuid NOT NULL, officer text NOT NULL, raised_by text NOT NULL, ground text NOT NULL, reason text NOT NULL,
     decision text NOT NULL, decided_by text NOT NULL, decided_at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX case_recusal_granted ON case_recusal (case_id, officer) WHERE decision = 'granted'`,
  `CREATE INDEX case_recusal_case ON case_recusal (case_id, id)`,
  ...guardedTable('case_recusal', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})` }),

  `CREATE TABLE case_link (
     id uuid CONSTRAINT case_link_pk PRIMARY KEY, case_id uuid NOT NULL, other_id uuid NOT NULL, kind text NOT NULL, reason text NOT NULL,
     linked_by text NOT NULL, linked_at timestamptz NOT NULL, unlinked_by text, unlinked_at timestamptz)`,
  `CREATE UNIQUE INDEX case_link_live ON case_link (case_id, other_id, kind) WHERE unlinked_at IS NULL`,
  `CREATE INDEX case_link_other ON case_link (other_id)`,
  ...guardedTable('case_link', { select: eitherSeen, insert: `${mayWrite} AND (${eitherSeen})`, update: `${mayWrite} AND (${eitherSeen})` }),

  `CREATE TABLE case_note (id uuid CONSTRAINT case_note_pk PRIMARY KEY, case_id uuid NOT NULL, text text NOT NULL, written_by text NOT NULL, written_at timestamptz NOT NULL)`,
  `CREATE INDEX case_note_case ON case_note (case_id, id)`,
  ...guardedTable('case_note', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})` }),
];

const down = [
  `DROP TABLE case_note, case_link, case_recusal`,
  `DROP INDEX case_file_worklist, case_file_city_worklist, case_file_own_worklist, case_file_unassigned, case_file_flagged, case_file_newest, case_file_tokens, case_file_names`,
  `CREATE INDEX case_file_agency ON case_file (agency, id)`,
  `CREATE INDEX case_file_agency_state ON case_file (agency, state, id)`,
  `ALTER TABLE case_file DROP names`,
];

export class EquipCases1790000005000 implements MigrationInterface {
  name = 'EquipCases1790000005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
