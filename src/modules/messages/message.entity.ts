import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Mode } from './domain/due.rules.js';

@Entity('message', { comment: 'What a person was told, in the inbox of that person; it points to the matter and says nothing of its content' })
@Index('message_inbox', ['person', 'createdAt', 'id'])
@Index('message_unread', ['person', 'createdAt', 'id'], { where: '(read_at IS NULL)' })
@Index('message_mail', ['mail'], { where: '(mail IS NOT NULL)' })
@Index('message_sms', ['sms'], { where: '(sms IS NOT NULL)' })
@Index('message_created', ['createdAt'])
export class Message {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_pk', comment: 'Derived from event and person: a repeated job writes the same row' })
  id: string;

  @Column('text', { comment: 'Account of the person' })
  person: string;

  @Column('text', { comment: 'Code of the moment' })
  moment: string;

  @Column('text', { comment: 'Event that it tells of' })
  event: string;

  @Column('text', { comment: 'Kind of what it is about' })
  aboutType: string;

  @Column('uuid', { comment: 'What it is about' })
  aboutId: string;

  @Column('text', { nullable: true, comment: 'Number of the case, or receipt number' })
  number: string | null;

  @Column('text', { nullable: true, comment: 'Kind of the clock, where one is the reason' })
  clock: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When that clock ends by law' })
  due: Date | null;

  @Column('uuid', { nullable: true, comment: 'E-mail that carries it' })
  mail: string | null;

  @Column('uuid', { nullable: true, comment: 'Short message that carries it' })
  sms: string | null;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  createdAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the person read it' })
  readAt: Date | null;
}

@Entity('message_settings', { comment: 'When and how a person wants to be told; without a row as usual' })
export class MessageSettings {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_settings_pk', comment: 'Account of the person' })
  person: string;

  @Column('text', { comment: 'zh or en' })
  language: 'zh' | 'en';

  @Column('text', { nullable: true, comment: 'Nothing is sent from here, HH:MM in Asia/Shanghai' })
  quietFrom: string | null;

  @Column('text', { nullable: true, comment: 'until here' })
  quietUntil: string | null;

  @Column('text', { comment: 'When the message of the day is sent, HH:MM in Asia/Shanghai' })
  digestAt: string;

  @Column('boolean', { comment: 'On working days only' })
  workingDays: boolean;

  @Column('jsonb', { comment: 'Moments for which the person chose otherwise, by code: mode of each channel' })
  choices: Readonly<Record<string, Readonly<Record<string, Mode>>>>;

  @Column('timestamp with time zone', { comment: 'When they were changed' })
  changedAt: Date;
}

@Entity('message_address', { comment: 'Where a person is reached outside the system; used once the person has shown that it is theirs' })
export class MessageAddress {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_address_pk', comment: 'Account of the person' })
  person: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_address_pk', comment: 'mail or sms' })
  channel: string;

  @Column('text', { comment: 'Address of the mailbox, or mobile number' })
  address: string;

  @Column('timestamp with time zone', { comment: 'When the code was asked for; the code follows from it and from a key' })
  codeAt: Date;

  @Column('integer', { comment: 'Wrong codes since' })
  tries: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the right code was given' })
  confirmedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the other side last refused it for good' })
  refusedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Its reply code' })
  refusal: string | null;
}

@Entity('delivery', { comment: 'One e-mail or short message: one message of the inbox, all of a day, or a code' })
@Unique('delivery_slot', ['person', 'channel', 'slot'])
@Index('delivery_waiting', ['dueAt', 'id'], { where: '((called_at IS NULL) AND (outcome IS NULL))' })
@Index('delivery_due', ['dueAt'])
export class Delivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_pk', comment: 'Derived from person, channel and slot' })
  id: string;

  @Column('text', { comment: 'Account of the person' })
  person: string;

  @Column('text', { comment: 'mail or sms' })
  channel: string;

  @Column('text', { comment: 'What goes out together: the instant of a day, one message, or a code' })
  slot: string;

  @Column('boolean', { comment: 'Carries a code for an address that is not confirmed yet' })
  code: boolean;

  @Column('text', { nullable: true, comment: 'Null while it waits; sent, left-out (nothing left to tell, or nowhere to send it) or refused by the other side' })
  outcome: string | null;

  @Column('timestamp with time zone', { comment: 'When it is to be sent' })
  dueAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When its job was asked for' })
  calledAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Until when the process that is sending it has it' })
  takenUntil: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was sent, left out or refused' })
  endedAt: Date | null;
}
