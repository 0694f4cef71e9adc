import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('complaint', { comment: 'One matter that came in over one channel: complaint, report or right-holder request. No personal data of who filed it' })
@Unique('complaint_natural_key', ['sourceSystem', 'externalNumber'])
@Unique('complaint_receipt_number_key', ['receiptNumber'])
@Index('complaint_worklist', ['handlingAgency', 'state', 'id'])
@Index('complaint_intake', ['intakeAgency', 'id'])
export class Complaint {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Receipt number told to the caller; from a sequence, gaps are possible' })
  receiptNumber: string;

  @Column('text', { comment: 'State of the complaint lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Channel code: hotline-12345, hotline-12315' })
  channel: string;

  @Column('text', { comment: 'System that sent it' })
  sourceSystem: string;

  @Column('text', { comment: 'Number in the source system, opaque' })
  externalNumber: string;

  @Column('text', { comment: 'Request type as the hotline recorded it' })
  requestType: string;

  @Column('text', { comment: 'What it is in law: report, consumer-complaint, right-holder-request, consultation' })
  classification: string;

  @Column('jsonb', { comment: 'Why it was classified so: reasons with article' })
  classificationReasons: unknown;

  @Column('text', { comment: 'Region code of the matter' })
  region: string;

  @Column('text', { comment: 'Agency whose desk filed it' })
  intakeAgency: string;

  @Column('text', { comment: 'Agency that it was routed to' })
  handlingAgency: string;

  @Column('text', { comment: 'Track: administrative, judicial, mediation or outside' })
  track: string;

  @Column('text', { comment: 'Right type code, none where no right is concerned' })
  rightType: string;

  @Column('text', { nullable: true, comment: 'Registration or application number of the right, normalised' })
  rightNumber: string | null;

  @Column('text', { comment: 'Name of the party complained about' })
  targetName: string;

  @Column('text', { nullable: true, comment: 'Unified social credit code of that party' })
  targetUscc: string | null;

  @Column('text', { nullable: true, comment: 'Address of that party' })
  targetAddress: string | null;

  @Column('text', { comment: 'Facts as told, with known personal data of the reporter replaced' })
  facts: string;

  @Column('jsonb', { comment: 'Warnings that the operator saw, such as a check digit' })
  warnings: unknown;

  @Column('text', { nullable: true, comment: 'DB44/T 2479 node, system:level:code; the printed code is not a key' })
  db44Node: string | null;

  @Column('boolean', { comment: 'Filed under a real name' })
  realName: boolean;

  @Column('boolean', { comment: 'Consent to publish complaint information' })
  consentPublish: boolean;

  @Column('boolean', { comment: 'Consent to entrusted mediation' })
  consentEntrustedMediation: boolean;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the hotline took the call; starts the hotline clock' })
  hotlineReceivedAt: Date | null;

  @Column('timestamp with time zone', { comment: 'When the agency with power received it; starts the statutory clocks' })
  receivedAt: Date;

  @Column('timestamp with time zone', { comment: 'When it was filed in this system' })
  filedAt: Date;

  @Column('text', { comment: 'Keyed digest of the submission, to tell a resend from a change' })
  submissionDigest: string;

  @Column('text', { nullable: true, comment: 'Officer who accepted it' })
  assignee: string | null;

  @Column('uuid', { nullable: true, comment: 'Case opened from it' })
  caseId: string | null;

  @Column('text', { nullable: true, comment: 'Ground and reason of a decline or return' })
  decisionReason: string | null;
}
