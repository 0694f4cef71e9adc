import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { UrgingChannel } from './domain/urging.guards.js';

@Entity('urging', { comment: 'Urgings (催办): who asks whoever has a case to get on with it, and the answer. Nothing in them tells who reported' })
@Unique('urging_order_key', ['sourceSystem', 'orderNumber', 'caseId'])
@Index('urging_case', ['caseId', 'channel', 'id', 'state'])
@Index('urging_agency', ['agency', 'id'])
@Index('urging_channel', ['channel', 'caseId', 'state'])
export class Urging {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'urging_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('uuid', { comment: 'Case that it is about' })
  caseId: string;

  @Column('text', { comment: 'Code of the channel: head, city-bureau, supervision-authority or hotline-12345' })
  channel: UrgingChannel;

  @Column('text', { comment: 'Agency that has the case and answers' })
  agency: string;

  @Column('text', { comment: 'Agency that urges or records the urging' })
  sender: string;

  @Column('text', { comment: 'Region code of the case' })
  region: string;

  @Column('text', { nullable: true, comment: 'Officer in charge when it was sent' })
  addressee: string | null;

  @Column('text', { nullable: true, comment: 'Number of the letter of an authority' })
  letter: string | null;

  @Column('text', { nullable: true, comment: 'System of the hotline' })
  sourceSystem: string | null;

  @Column('text', { nullable: true, comment: 'Number of the work order that is urged' })
  externalNumber: string | null;

  @Column('text', { nullable: true, comment: 'Number of the work order that urges; with the system its natural key' })
  orderNumber: string | null;

  @Column('text', { comment: 'Why, without personal data of reporters' })
  reason: string;

  @Column('integer', { comment: 'Working days to answer' })
  days: number;

  @Column('text', { comment: 'Account that sent or recorded it' })
  sentBy: string;

  @Column('timestamp with time zone', { comment: 'When it was sent' })
  sentAt: Date;

  @Column('text', { nullable: true, comment: 'The answer, without personal data of reporters' })
  answer: string | null;

  @Column('text', { nullable: true, comment: 'Account that answered' })
  answeredBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was answered' })
  answeredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it was withdrawn' })
  withdrawnFor: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of the answer; null once it is given' })
  nextDue: Date | null;
}
