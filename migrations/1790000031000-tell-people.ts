import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable } from './policies.js';

const system = '(SELECT sec.is_system())';
/** Whoever only reads the city may still read his own messages, and say how he wants to be told. */
const own = `${system} OR person = (SELECT sec.actor())`;

const up = [
  `CREATE TABLE message (
     id uuid CONSTRAINT message_pk PRIMARY KEY, person text NOT NULL, moment text NOT NULL, event text NOT NULL, about_type text NOT NULL, about_id uuid NOT NULL, number text, clock text, due timestamptz,
     mail uuid, sms uuid, created_at timestamptz NOT NULL, read_at timestamptz)`,
  'CREATE INDEX message_inbox ON message (person, created_at, id)',
  'CREATE INDEX message_unread ON message (person, created_at, id) WHERE read_at IS NULL',
  'CREATE INDEX message_mail ON message (mail) WHERE mail IS NOT NULL',
  'CREATE INDEX message_sms ON message (sms) WHERE sms IS NOT NULL',
  'CREATE INDEX message_created ON message (created_at)',
  ...guardedTable('message', { select: own, insert: system, update: own, delete: system }),

  `CREATE TABLE message_settings (
     person text CONSTRAINT message_settings_pk PRIMARY KEY, language text NOT NULL, quiet_from text, quiet_until text, digest_at text NOT NULL, working_days boolean NOT NULL, choices jsonb NOT NULL, changed_at timestamptz NOT NULL)`,
  ...guardedTable('message_settings', { select: own, insert: own, update: own }),

  `CREATE TABLE message_address (
     person text, channel text, address text NOT NULL, code_at timestamptz NOT NULL, tries integer NOT NULL, confirmed_at timestamptz, refused_at timestamptz, refusal text, CONSTRAINT message_address_pk PRIMARY KEY (person, channel))`,
  ...guardedTable('message_address', { select: own, insert: system, update: own, delete: own }),

  `CREATE TABLE delivery (
     id uuid CONSTRAINT delivery_pk PRIMARY KEY, person text NOT NULL, channel text NOT NULL, slot text NOT NULL, code boolean NOT NULL, outcome text, due_at timestamptz NOT NULL, called_at timestamptz, taken_until timestamptz, ended_at timestamptz,
     CONSTRAINT delivery_slot UNIQUE (person, channel, slot))`,
  'CREATE INDEX delivery_waiting ON delivery (due_at, id) WHERE called_at IS NULL AND outcome IS NULL',
  'CREATE INDEX delivery_due ON delivery (due_at)',
  ...guardedTable('delivery', { select: system, insert: system, update: system, delete: system }),
];

const down = ['DROP TABLE delivery, message_address, message_settings, message'];

/** What persons are told, and how it reaches them. */
export class TellPeople1790000031000 implements MigrationInterface {
  name = 'TellPeople1790000031000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
