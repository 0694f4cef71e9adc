import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('reply_obligation', { comment: 'An answer that is owed under one source number; a case of several numbers owes several' })
@Index('reply_obligation_complaint', ['complaintId'])
// On expressions, which the entity cannot say: see the migration.
@Index('reply_obligation_owed', { synchronize: false })
@Index('reply_obligation_desk', { synchronize: false })
export class ReplyObligation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reply_obligation_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the reply lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('uuid', { comment: 'Lead complaint whose number it is' })
  complaintId: string;

  @Column('text', { comment: 'Channel code' })
  channel: string;

  @Column('text', { comment: 'Who waits for the answer: hotline-12345, national-12315, direct, partner or agency; chooses the clock' })
  line: string;

  @Column('text', { comment: 'System that waits for the answer' })
  sourceSystem: string;

  @Column('text', { comment: 'Number in that system' })
  externalNumber: string;

  @Column('text', { comment: 'Request type as recorded there; chooses the clock of the 12345 line' })
  requestType: string;

  @Column('text', { comment: 'Agency that has the matter and gives the answer' })
  agency: string;

  @Column('text', { comment: 'Desk that the answer goes through' })
  intakeAgency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('timestamp with time zone', { comment: 'Instant from which the answer is owed: when the line took the call' })
  owedSince: Date;

  @Column('text', { nullable: true, comment: 'Answer given, for the caller; no personal data of others' })
  answer: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was answered' })
  answeredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that answered' })
  answeredBy: string | null;

  @Column('integer', { comment: 'How often the caller was not satisfied and asked again' })
  demands: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
