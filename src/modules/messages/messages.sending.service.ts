import { Injectable, Logger } from '@nestjs/common';
import { Clocks } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { JobFault } from '../../platform/queues/reason.js';
import { Principals } from '../identity/index.js';
import { Channels, Refused, type Channel } from './channels.service.js';
import { MessageCodes } from './message-codes.service.js';
import { CODE, MOST_LINES } from './data/habits.data.js';
import { CHANNELS, MOMENTS, type ChannelCode } from './data/moments.data.js';
import { codeLetter, mailOf, shortOf, type Language, type Letter, type Line } from './domain/words.rules.js';
import { CLAIMS } from './messages.writing.service.js';

const BATCH = 200;
/** Seconds for which a process that sends has a delivery to itself. */
const LEASE = 120;

/** Due ones become events of the outbox: from there on the queues carry them, with attempts, a rate for each channel, and dead letters. */
const CALL: Statement = {
  name: 'delivery-call',
  text: `WITH due AS (SELECT id FROM delivery WHERE called_at IS NULL AND outcome IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED),
         called AS (UPDATE delivery d SET called_at = $1 FROM due WHERE d.id = due.id RETURNING d.id, d.channel),
         numbered AS (SELECT id, channel, row_number() OVER (ORDER BY id) AS n FROM called)
         INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at)
         SELECT o.id, e.event, 'delivery', c.id, 1, $1 FROM numbered c JOIN unnest($2::uuid[]) WITH ORDINALITY AS o (id, n) ON o.n = c.n JOIN unnest($3::text[], $4::text[]) AS e (channel, event) ON e.channel = c.channel RETURNING id`,
};
const TAKE: Statement = {
  name: 'delivery-take',
  text: `WITH taken AS (UPDATE delivery SET taken_until = $2::timestamptz + interval '${LEASE} seconds' WHERE id = $1 AND outcome IS NULL AND called_at IS NOT NULL AND (taken_until IS NULL OR taken_until <= $2) RETURNING *)
         SELECT t.id, t.person, t.channel, t.code, t.called_at AS "calledAt", a.address, a.confirmed_at AS "confirmedAt", a.code_at AS "codeAt", coalesce(s.language, 'zh') AS language
         FROM taken t LEFT JOIN message_address a ON a.person = t.person AND a.channel = t.channel LEFT JOIN message_settings s ON s.person = t.person`,
};
const OUTCOME: Statement = { name: 'delivery-outcome', text: 'SELECT outcome FROM delivery WHERE id = $1' };
/** Read in the inbox meanwhile: nothing to tell any more. */
const LINES: Statement = { name: 'delivery-lines', text: 'SELECT moment, number, clock, due FROM message WHERE (mail = $1 OR sms = $1) AND read_at IS NULL ORDER BY created_at, id' };
/** Not where it was called again meanwhile. */
const END: Statement = { name: 'delivery-end', text: 'UPDATE delivery SET outcome = $2, ended_at = $3, taken_until = NULL WHERE id = $1 AND called_at = $4' };
const LET_GO: Statement = { name: 'delivery-let-go', text: 'UPDATE delivery SET taken_until = NULL WHERE id = $1' };
const REFUSED: Statement = { name: 'message-address-refused', text: 'UPDATE message_address SET refused_at = $3, refusal = $4 WHERE person = $1 AND channel = $2' };
const FORGET_MESSAGES: Statement = { name: 'messages-forget', text: 'DELETE FROM message WHERE created_at < $1' };
const FORGET_DELIVERIES: Statement = { name: 'deliveries-forget', text: 'DELETE FROM delivery WHERE due_at < $1' };

interface Taken {
  readonly id: string;
  readonly person: string;
  readonly channel: ChannelCode;
  readonly code: boolean;
  readonly calledAt: Date;
  readonly address: string | null;
  readonly confirmedAt: Date | null;
  readonly codeAt: Date | null;
  readonly language: Language;
}
type Row = { moment: string; number: string | null; clock: string | null; due: Date | null };
type Outcome = 'sent' | 'left-out' | 'refused';

/** Sends what is due. A delivery is sent again only where the process that sent it died before writing that down; then under the same message id. */
@Injectable()
export class MessagesSending {
  private readonly logger = new Logger('Messages');

  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
    private readonly channels: Channels,
    private readonly clocks: Clocks,
    private readonly codes: MessageCodes,
  ) {}

  /** Returns true when there is more. */
  async call(at: Date): Promise<boolean> {
    const ids = Array.from({ length: BATCH }, newId);
    const values = [at, ids, CHANNELS.map(({ code }) => code), CHANNELS.map(({ event }) => event)];
    const called = await this.database.transact(CLAIMS, [{ statement: CALL, values }], async (_, [rows = []]) => rows.length);
    return called === BATCH;
  }

  /** Sends one. What another process has in hand is tried again later by the queue. */
  async send(id: string, at: Date): Promise<void> {
    const [taken] = await this.write<Taken & Record<string, never>>(TAKE, [id, at]);
    if (taken === undefined) return this.stillWaiting(id);
    try {
      const end = await this.carryOut(taken, at);
      await this.write(END, [id, end, at, taken.calledAt]);
      this.logger.debug({ delivery: id, channel: taken.channel, end });
    } catch (error) {
      await this.write(LET_GO, [id]);
      throw error;
    }
  }

  /** Clears away what is older than `before`. */
  async forget(before: Date): Promise<void> {
    await this.write(FORGET_MESSAGES, [before]);
    await this.write(FORGET_DELIVERIES, [before]);
  }

  private async carryOut(taken: Taken, at: Date): Promise<Outcome> {
    const channel = this.channels.get(taken.channel);
    const letter = await this.letterOf(taken);
    if (channel === undefined || taken.address === null || letter === null) return 'left-out';
    return this.posted(channel, taken, taken.address, letter, at);
  }

  private async posted(channel: Channel, { id, person, channel: code }: Taken, address: string, letter: Letter, at: Date): Promise<Outcome> {
    try {
      await channel.send({ id, address, letter });
      return 'sent';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.write(REFUSED, [person, code, at, error.code]);
      return 'refused';
    }
  }

  /** Null where there is nothing to say, or nobody to say it to. */
  private async letterOf({ id, person, channel, code, address, confirmedAt, codeAt, language }: Taken): Promise<Letter | null> {
    if (!(await this.principals.activePeople([person])).has(person)) return null;
    if (code) return address === null || codeAt === null ? null : codeLetter(this.codes.of(person, channel, address, codeAt), CODE.minutes, language);
    if (confirmedAt === null) return null;
    const rows = await this.database.read<Row>(CLAIMS, LINES, [id]);
    if (rows.length === 0) return null;
    const lines = rows.map((row) => this.lineOf(row));
    return channel === 'sms' ? { subject: '', text: shortOf(lines, language) } : mailOf(lines, MOST_LINES, language);
  }

  private lineOf({ moment, number, clock, due }: Row): Line {
    const label = MOMENTS.find(({ code }) => code === moment)?.label ?? { zh: '提醒', en: 'Reminder' };
    return { label, number, clock: clock === null ? null : this.clocks.labelOf(clock), due };
  }

  private async stillWaiting(id: string): Promise<void> {
    const [row] = await this.database.read<{ outcome: string | null }>(CLAIMS, OUTCOME, [id]);
    if (row?.outcome === null) throw new JobFault(`delivery ${id} is in the hands of another process`);
  }

  private write<Result extends object>(statement: Statement, values: readonly unknown[]): Promise<Result[]> {
    return this.database.transact(CLAIMS, [{ statement, values }], async (_, [rows = []]) => rows as Result[]);
  }
}
