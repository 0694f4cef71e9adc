import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, inScope, mayWrite, proceedingTable, seenWithSubject } from './policies.js';

/** Fairs are announced in public, and at each of them it has to be known who is barred: whoever is logged in reads them. */
const anybody = '(SELECT sec.claimed())';
const own = `${mayWrite} AND (${inScope(['agency'], 'region')})`;
const ofOwnFair = `${mayWrite} AND EXISTS (SELECT 1 FROM fair f WHERE f.id = fair_id AND (${inScope(['f.agency'], 'f.region')}))`;
const ofOwnMatter = `${mayWrite} AND EXISTS (SELECT 1 FROM fair_matter m WHERE m.id = fair_strike.id)`;

const up = [
  `CREATE TABLE fair (
     id uuid CONSTRAINT fair_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, series text NOT NULL, edition integer NOT NULL, organiser text NOT NULL, starts_on text NOT NULL, ends_on text NOT NULL,
     has_desk boolean NOT NULL, next_due timestamptz)`,
  'CREATE UNIQUE INDEX fair_edition ON fair (series, edition)',
  'CREATE INDEX fair_newest ON fair (agency, id, state)',
  ...guardedTable('fair', { select: anybody, insert: own, update: own }),
  ...seenWithSubject('fair', 'fair'),
  'CREATE TABLE fair_stall (id uuid CONSTRAINT fair_stall_pk PRIMARY KEY, fair_id uuid NOT NULL, number text NOT NULL, organisation_id uuid NOT NULL, registered_at timestamptz NOT NULL)',
  'CREATE UNIQUE INDEX fair_stall_number ON fair_stall (fair_id, number)',
  ...guardedTable('fair_stall', { select: anybody, insert: ofOwnFair }),
  `CREATE TABLE fair_matter (
     fair_id uuid NOT NULL, stall_id uuid NOT NULL, right_type text NOT NULL, complainant uuid NOT NULL, respondent uuid NOT NULL, by_agent boolean NOT NULL, received_at timestamptz NOT NULL, materials text[] NOT NULL, correction jsonb, suspended_at timestamptz,
     fair_days integer NOT NULL, fair_ends_at timestamptz NOT NULL, acceptance jsonb, answer jsonb, decision jsonb, remedied jsonb, ending jsonb, competent text NOT NULL, handover jsonb, CONSTRAINT fair_matter_pk PRIMARY KEY (id)) INHERITS (proceeding)`,
  ...proceedingTable('fair_matter'),
  'CREATE INDEX fair_matter_fair ON fair_matter (fair_id, id)',
  'CREATE TABLE fair_strike (id uuid CONSTRAINT fair_strike_pk PRIMARY KEY, series text NOT NULL, edition integer NOT NULL, organisation_id uuid NOT NULL, found_at timestamptz NOT NULL, revoked_at timestamptz)',
  'CREATE INDEX fair_strike_exhibitor ON fair_strike (series, organisation_id, edition)',
  ...guardedTable('fair_strike', { select: anybody, insert: ofOwnMatter, update: ofOwnMatter }),
];

const down = ['DROP TABLE fair_strike', 'DROP TABLE fair_matter CASCADE', 'DROP TABLE fair_stall', 'DROP TABLE fair CASCADE'];

export class OpenFairs1790000021500 implements MigrationInterface {
  name = 'OpenFairs1790000021500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
