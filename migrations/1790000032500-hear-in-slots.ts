import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, mayWrite } from './policies.js';

/** Whoever works on cases looks for a time. Who took it is seen with the case. */
const reader = '(SELECT sec.reads_cases())';
const caseSeen = '(SELECT sec.sees_all()) OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id)';

const up = [
  `CREATE TABLE hearing_slot (
     id uuid CONSTRAINT hearing_slot_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, mode text NOT NULL, place text NOT NULL,
     places integer NOT NULL, taken integer NOT NULL, reason text)`,
  'CREATE INDEX hearing_slot_coming ON hearing_slot (starts_at, id)',
  ...guardedTable('hearing_slot', { select: reader, insert: `${mayWrite} AND ${reader}`, update: `${mayWrite} AND ${reader}` }),
  historySeenWith('hearing-slot', 'hearing_slot'),

  `CREATE TABLE slot_booking (
     id uuid CONSTRAINT slot_booking_pk PRIMARY KEY, slot_id uuid NOT NULL, case_id uuid NOT NULL, purpose text NOT NULL, booked_by text NOT NULL, booked_at timestamptz NOT NULL, released_at timestamptz)`,
  'CREATE UNIQUE INDEX slot_booking_slot ON slot_booking (slot_id, case_id) WHERE released_at IS NULL',
  'CREATE INDEX slot_booking_case ON slot_booking (case_id, id)',
  ...guardedTable('slot_booking', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})`, update: `${mayWrite} AND (${caseSeen})` }),

  `CREATE TABLE centre_service (
     id uuid CONSTRAINT centre_service_pk PRIMARY KEY, case_id uuid NOT NULL, service text NOT NULL, result text NOT NULL, note text NOT NULL, right_live boolean NOT NULL, class_served boolean NOT NULL, recorded_by text NOT NULL, recorded_at timestamptz NOT NULL)`,
  'CREATE INDEX centre_service_case ON centre_service (case_id, id)',
  ...guardedTable('centre_service', { select: caseSeen, insert: `${mayWrite} AND (${caseSeen})` }),

  "CREATE INDEX case_file_centre ON case_file (id) WHERE lane = 'rapid-centre' AND rank_at IS NOT NULL",
];

const down = ['DROP INDEX case_file_centre', 'DROP TABLE centre_service', 'DROP TABLE slot_booking', historyUnseenWith('hearing-slot', 'hearing_slot'), 'DROP TABLE hearing_slot'];

export class HearInSlots1790000032500 implements MigrationInterface {
  name = 'HearInSlots1790000032500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
