import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('complaint', { comment: 'One thing in law that came in over one channel: complaint, report or request. A submission that holds two has two rows. No personal data of who filed it' })
@Unique('complaint_natural_key', ['sourceSystem', 'externalNumber', 'leg'])
@Unique('complaint_receipt_number_key', ['receiptNumber'])
@Index('complaint_worklist', ['handlingAgency', 'state', 'id'])
@Index('complaint_intake', ['intakeAgency', 'id'])
@Index('complaint_receipt_code', ['receiptCode'], { unique: true, where: '(receipt_code IS NOT NULL)' })
@Index('complaint_lead', ['leadId'], { where: '(lead_id IS NOT NULL)' })
@Index('complaint_case', ['caseId'], { where: '(case_id IS NOT NULL)' })
@Index('complaint_right_number', ['rightNumber'], { where: '(right_number IS NOT NULL)' })
@Index('complaint_target_uscc', ['targetUscc'], { where: '(target_uscc IS NOT NULL)' })
// On an expression, and inverted: see the migration.
@Index('complaint_due', { synchronize: false })
@Index('complaint_target_name', { synchronize: false })
@Index('complaint_target_address', { synchronize: false })
@Index('complaint_tokens', { synchronize: false })
@Index('complaint_related', { synchronize: false })
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

  @Column('integer', { comment: 'Leg of the submission: 1 for the lead, 2 for what was split off' })
  leg: number;

  @Column('uuid', { nullable: true, comment: 'Lead of the submission that it was split from; null for the lead' })
  leadId: string | null;

  @Column('text', { nullable: true, comment: 'Random code for the public status page; on the lead only' })
  receiptCode: string | null;

  @Column('text', { comment: 'proposed, confirmed or changed: whether a clerk has looked at the classification' })
  classificationStatus: string;

  @Column('text', { array: true, comment: 'Tracks that the rules allow; the first is the one that it is on' })
  tracks: string[];

  @Column('text', { comment: 'Lane: ordinary or expedited' })
  lane: string;

  @Column('text', { array: true, comment: 'Flags of the rules, such as criminal-suspicion' })
  flags: string[];

  @Column('text', { array: true, comment: 'What the caller asks for' })
  asks: string[];

  @Column('text', { array: true, comment: 'Claims of a consumer: repair, refund and so on' })
  claims: string[];

  @Column('jsonb', { nullable: true, comment: 'Where it happened: kind of venue, platform, shop, fair' })
  venue: unknown;

  @Column('jsonb', { nullable: true, comment: 'Amounts as told, CNY and pieces' })
  amounts: unknown;

  @Column('jsonb', { nullable: true, comment: 'What was told about the right beyond its number: validity, holder, licence, classes' })
  rightDetail: unknown;

  @Column('text', { nullable: true, comment: 'The part of the story that the respondent of a mediation may see' })
  disputeFacts: string | null;

  @Column('text', { comment: 'none, sued, arbitration, other-agency, consumer-association or other-mode-agreed' })
  priorProceedings: string;

  @Column('boolean', { comment: 'Both sides want to settle before the mediation committee' })
  bothWilling: boolean;

  @Column('text', { nullable: true, comment: 'Day of the act complained of, YYYY-MM-DD' })
  actDate: string | null;

  @Column('jsonb', { comment: 'Numbers of other work orders about the same matter, as told' })
  related: unknown;

  @Column('integer', { comment: 'How often an office handed it back; the third time opens a dispute over who may handle it' })
  returns: number;

  @Column('uuid', { nullable: true, comment: 'Reply that is owed under its source number; null where none is' })
  replyId: string | null;

  @Column('text', { nullable: true, comment: 'Other way that the caller was told of' })
  toldRoute: string | null;

  @Column('tsvector', { comment: 'Words of target and facts, for candidates of duplicates' })
  tokens: string;

  @Column('text', { comment: 'Version of the law that it falls under: day of the last change on or before its receipt, YYYY-MM-DD' })
  lawVersion: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
