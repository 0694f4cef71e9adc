import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, proceedingTable } from './policies.js';

const seen = 'EXISTS (SELECT 1 FROM mediation m WHERE m.id = mediation_id)';
/** Members of that mediation, in its own agency: nobody else, however wide the scope. */
const confided = `EXISTS (SELECT 1 FROM mediation m WHERE m.id = mediation_id AND m.agency = ANY ((SELECT sec.agencies())::text[]) AND m.members @> jsonb_build_array(jsonb_build_object('account', (SELECT sec.actor()))))`;

const up = [
  // Equality of text in an exclusion constraint. Trusted: whoever may create in the database may create it.
  `CREATE EXTENSION IF NOT EXISTS btree_gist`,
  `CREATE TABLE mediation (
     matters text[] NOT NULL, request text NOT NULL, paper text, court_stage text, invited_by text, accepted_at timestamptz, parties jsonb NOT NULL, chosen_by text, agreement jsonb, effective_at timestamptz, ground text,
     CONSTRAINT mediation_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('mediation'),
  `CREATE INDEX mediation_opened ON mediation (opened_at)`,
  `CREATE TABLE mediation_session (
     id uuid CONSTRAINT mediation_session_pk PRIMARY KEY, mediation_id uuid NOT NULL, agency text NOT NULL, mediator text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, mode text NOT NULL, place text, link text,
     course text NOT NULL, present jsonb NOT NULL, absent jsonb NOT NULL, reason text, moves integer NOT NULL,
     CONSTRAINT mediation_session_no_double_booking EXCLUDE USING gist (mediator WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (course IN ('planned', 'held')))`,
  `CREATE INDEX mediation_session_mediation ON mediation_session (mediation_id, starts_at)`,
  `CREATE INDEX mediation_session_calendar ON mediation_session (agency, starts_at, id)`,
  ...guardedTable('mediation_session', { select: seen, insert: `${mayWrite} AND ${seen}`, update: `${mayWrite} AND ${seen}` }),
  `CREATE TABLE mediation_statement (
     id uuid CONSTRAINT mediation_statement_pk PRIMARY KEY, mediation_id uuid NOT NULL, kind text NOT NULL, party uuid, session_id uuid, text text NOT NULL, amount numeric(14,2), kept_from_other boolean NOT NULL,
     written_by text NOT NULL, written_at timestamptz NOT NULL)`,
  `CREATE INDEX mediation_statement_mediation ON mediation_statement (mediation_id, id)`,
  ...guardedTable('mediation_statement', { select: confided, insert: `${mayWrite} AND ${confided}` }),
  `CREATE TABLE mediation_draft (mediation_id uuid CONSTRAINT mediation_draft_pk PRIMARY KEY, agreement jsonb NOT NULL)`,
  ...guardedTable('mediation_draft', { select: confided, insert: `${mayWrite} AND ${confided}`, update: `${mayWrite} AND ${confided}` }),

  `CREATE TABLE agreement_term (
     debtor uuid NOT NULL, creditor uuid NOT NULL, text text NOT NULL, amount numeric(14,2), paid numeric(14,2) NOT NULL, due_on text NOT NULL, notarised boolean NOT NULL, performed_at timestamptz,
     CONSTRAINT agreement_term_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('agreement_term'),
  `CREATE TABLE confirmation (
     matters text[] NOT NULL, parties uuid[] NOT NULL, invited_by text, last_due_on text NOT NULL, court text, court_reason text, court_agency text, court_number text, applied_at timestamptz, ruled_at timestamptz, ground text,
     CONSTRAINT confirmation_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('confirmation'),
];

const down = ['DROP TABLE confirmation CASCADE', 'DROP TABLE agreement_term CASCADE', 'DROP TABLE mediation_draft, mediation_statement, mediation_session', 'DROP TABLE mediation CASCADE'];

export class AddMediations1790000015000 implements MigrationInterface {
  name = 'AddMediations1790000015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
