import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, seenWithSubject } from './policies.js';

const all = '(SELECT sec.sees_all())';
const here = 'agency = ANY ((SELECT sec.agencies())::text[])';
const own = 'officer = (SELECT sec.actor())';
/** Whoever sees a team sees when its people are away, of the office above as well. */
const inTeam = `EXISTS (SELECT 1 FROM team t WHERE t.members @> jsonb_build_array(jsonb_build_object('officer', absence.officer)))`;

const up = [
  `CREATE TABLE team (
     id uuid CONSTRAINT team_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, name text NOT NULL, members jsonb NOT NULL, formed_at timestamptz NOT NULL, dissolved_at timestamptz)`,
  `CREATE UNIQUE INDEX team_name ON team (agency, name) WHERE state = 'formed'`,
  ...guardedTable('team', { select: `${all} OR ${here}`, insert: `${mayWrite} AND (${all} OR ${here})`, update: `${mayWrite} AND (${all} OR ${here})` }),
  ...seenWithSubject('team', 'team'),

  `CREATE TABLE absence (
     id uuid CONSTRAINT absence_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, officer text NOT NULL, agency text NOT NULL, kind text NOT NULL,
     from_at timestamptz NOT NULL, until_at timestamptz NOT NULL, planned_by text NOT NULL, planned_at timestamptz NOT NULL, cancelled_at timestamptz,
     CONSTRAINT absence_span CHECK (from_at <= until_at))`,
  `CREATE INDEX absence_officer ON absence (officer, until_at) WHERE state = 'planned'`,
  `CREATE INDEX absence_calendar ON absence (agency, until_at, id)`,
  ...guardedTable('absence', { select: `${all} OR ${here} OR ${own} OR ${inTeam}`, insert: `${mayWrite} AND (${all} OR ${here} OR ${own})`, update: `${mayWrite} AND (${all} OR ${here} OR ${own})` }),
  ...seenWithSubject('absence', 'absence'),

  `ALTER TABLE account ADD deactivated_at timestamptz, ADD deactivated_by text`,
];

const down = [
  `ALTER TABLE account DROP deactivated_at, DROP deactivated_by`,
  ...['team', 'absence'].flatMap((subject) => [['ledger_entry', 'select'], ['ledger_head', 'select'], ['ledger_head', 'update']].map(([table, right]) => `DROP POLICY rows_${right}_${subject} ON ${table}`)),
  `DROP TABLE absence, team`,
];

/** Who works where, and when he is away. */
export class AddStaffing1790000023500 implements MigrationInterface {
  name = 'AddStaffing1790000023500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
