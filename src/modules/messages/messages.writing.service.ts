import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Clocks } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Principals } from '../identity/index.js';
import { Channels } from './channels.service.js';
import { USUAL_HABITS } from './data/habits.data.js';
import { momentOf, type Addressee, type ChannelCode, type MomentRow } from './data/moments.data.js';
import { dueAt, type Mode } from './domain/due.rules.js';
import { FOUND_BY, type Found } from './addressees.queries.js';
import type { Message, MessageSettings } from './message.entity.js';

export const CLAIMS = systemClaims('messages');
/** Makes the ids of messages and deliveries from what they are about. */
const NAMESPACE = '0d0c5c0e-2f0a-5b1e-9a77-6f6f4f3b8c21';

const ACTORS: Statement = { name: 'message-actors', text: `SELECT l.subject_id AS "subjectId", l.seq, l.actor FROM ledger_entry l JOIN unnest($1::text[], $2::uuid[], $3::int[]) AS n (kind, id, seq) ON l.subject_type = n.kind AND l.subject_id = n.id AND l.seq = n.seq` };
const SETTINGS: Statement = { name: 'message-settings-of', text: 'SELECT person, quiet_from AS "quietFrom", quiet_until AS "quietUntil", digest_at AS "digestAt", working_days AS "workingDays", choices FROM message_settings WHERE person = ANY($1::text[])' };
const REACHED: Statement = { name: 'message-reached', text: 'SELECT person, channel FROM message_address WHERE person = ANY($1::text[]) AND confirmed_at IS NOT NULL' };
/** A message that was there already brings no delivery. One whose sending began meanwhile is called again, so that nothing is left behind. */
const WRITE: Statement = {
  name: 'message-write',
  text: `WITH fresh AS (
           INSERT INTO message (id, person, moment, event, about_type, about_id, number, clock, due, mail, sms, created_at)
           SELECT id, person, moment, event, "aboutType", "aboutId", number, clock, due, mail, sms, $3::timestamptz FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, person text, moment text, event text, "aboutType" text, "aboutId" uuid, number text, clock text, due timestamptz, mail uuid, sms uuid)
           ON CONFLICT ON CONSTRAINT message_pk DO NOTHING RETURNING mail, sms)
         INSERT INTO delivery (id, person, channel, slot, code, due_at)
         SELECT DISTINCT ON (d.id) d.id, d.person, d.channel, d.slot, false, d."dueAt" FROM jsonb_to_recordset($2::jsonb) AS d (id uuid, person text, channel text, slot text, "dueAt" timestamptz)
         WHERE d.id IN (SELECT mail FROM fresh UNION ALL SELECT sms FROM fresh) ORDER BY d.id
         ON CONFLICT ON CONSTRAINT delivery_pk DO UPDATE SET called_at = NULL, outcome = NULL WHERE delivery.called_at IS NOT NULL`,
};

type Chosen = Pick<MessageSettings, 'person' | 'quietFrom' | 'quietUntil' | 'digestAt' | 'workingDays' | 'choices'>;
interface Told {
  readonly data: JobData;
  readonly moment: MomentRow;
  readonly found: Found;
  readonly person: string;
}
interface Wishes {
  readonly chosen: ReadonlyMap<string, Chosen>;
  /** `person channel`, where the address is confirmed and the channel is configured. */
  readonly open: ReadonlySet<string>;
}
interface Slot {
  readonly id: string;
  readonly person: string;
  readonly channel: ChannelCode;
  readonly slot: string;
  readonly dueAt: Date;
}
type Draft = Omit<Message, 'createdAt' | 'readAt'>;

/** From events to messages of persons, and to the e-mails and short messages that carry them. Asked twice, it writes once. */
@Injectable()
export class MessagesWriting {
  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
    private readonly channels: Channels,
    private readonly clocks: Clocks,
  ) {}

  async write(events: readonly JobData[], at: Date): Promise<void> {
    const told = await this.addressees(events);
    if (told.length === 0) return;
    const wishes = await this.wishes([...new Set(told.map(({ person }) => person))]);
    const drafts = told.map((one) => {
      const draft = messageOf(one);
      return { draft, mail: this.slot(draft, one.moment, 'mail', wishes, at), sms: this.slot(draft, one.moment, 'sms', wishes, at) };
    });
    const rows = drafts.map(({ draft, mail, sms }) => ({ ...draft, mail: mail?.id ?? null, sms: sms?.id ?? null }));
    const slots = drafts.flatMap(({ mail, sms }) => [mail, sms].filter((slot) => slot !== null));
    await this.database.transact(CLAIMS, [{ statement: WRITE, values: [JSON.stringify(rows), JSON.stringify(slots), at] }], async () => undefined);
  }

  private async wishes(people: readonly string[]): Promise<Wishes> {
    const [settings = [], reached = []] = await this.database.readAll(CLAIMS, [{ statement: SETTINGS, values: [people] }, { statement: REACHED, values: [people] }]);
    const ready: readonly string[] = this.channels.ready;
    return {
      chosen: new Map((settings as Chosen[]).map((row) => [row.person, row])),
      open: new Set((reached as { person: string; channel: string }[]).filter(({ channel }) => ready.includes(channel)).map(({ person, channel }) => `${person} ${channel}`)),
    };
  }

  /** What goes out at once goes alone; what waits goes with all else that waits for the same instant. */
  private slot({ id, person }: Draft, moment: MomentRow, channel: ChannelCode, wishes: Wishes, at: Date): Slot | null {
    const chosen = wishes.chosen.get(person);
    const mode: Mode = chosen?.choices[moment.code]?.[channel] ?? moment.usual[channel];
    if (mode === 'off' || !wishes.open.has(`${person} ${channel}`)) return null;
    const due = dueAt(at, mode, chosen ?? USUAL_HABITS, (day) => this.clocks.isWorkingDay(day));
    const slot = due.getTime() === at.getTime() ? id : due.toISOString();
    return { id: deliveryId(person, channel, slot), person, channel, slot, dueAt: due };
  }

  /** Nobody is told of what he did himself, nor once his account is switched off. */
  private async addressees(events: readonly JobData[]): Promise<Told[]> {
    const told: Told[] = [];
    const actors = await this.actors(events);
    const heads = new Map<string, readonly string[]>();
    for (const about of new Set(events.flatMap(({ event }) => momentOf(event)?.about ?? []))) {
      const group = events.filter(({ event }) => momentOf(event)?.about === about);
      const found = await this.database.read<Found & Record<string, never>>(CLAIMS, FOUND_BY[about], [group.map(({ subjectId }) => subjectId)]);
      for (const data of group) for (const one of found.filter(({ id }) => id === data.subjectId)) told.push(...(await this.toldOf(data, one, heads)));
    }
    const active = await this.principals.activePeople([...new Set(told.map(({ person }) => person))]);
    return told.filter(({ data, person }) => active.has(person) && actors.get(`${data.subjectId} ${data.seq}`) !== person);
  }

  private async toldOf(data: JobData, found: Found, heads: Map<string, readonly string[]>): Promise<Told[]> {
    const moment = momentOf(data.event);
    if (moment === undefined) return [];
    const { agency } = found;
    if (agency !== null && !heads.has(agency)) heads.set(agency, await this.principals.heads(agency));
    const led = agency === null ? [] : heads.get(agency) ?? [];
    return [...new Set(peopleOf(moment.to, found, led))].map((person) => ({ data, moment, found, person }));
  }

  private async actors(events: readonly JobData[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ subjectId: string; seq: number; actor: string }>(CLAIMS, ACTORS, [events.map(({ subjectType }) => subjectType), events.map(({ subjectId }) => subjectId), events.map(({ seq }) => seq)]);
    return new Map(rows.map(({ subjectId, seq, actor }) => [`${subjectId} ${seq}`, actor]));
  }
}

export function deliveryId(person: string, channel: string, slot: string): string {
  return v5(`${person} ${channel} ${slot}`, NAMESPACE);
}

/** A case that nobody has is the heads'. */
function peopleOf(to: readonly Addressee[], { owner, person }: Found, heads: readonly string[]): readonly string[] {
  return to.flatMap((one) => (one === 'person' ? toArray(person) : one === 'owner' && owner !== null ? [owner] : heads));
}

function toArray(one: string | null): readonly string[] {
  return one === null ? [] : [one];
}

function messageOf({ data: { outboxId, event }, moment, found: { aboutType, aboutId, number, clock, due }, person }: Told): Draft {
  return { id: v5(`${outboxId} ${person}`, NAMESPACE), person, moment: moment.code, event, aboutType, aboutId, number, clock, due, mail: null, sms: null };
}
