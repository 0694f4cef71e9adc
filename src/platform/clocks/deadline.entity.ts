import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('deadline', { comment: 'A running or ended clock of a complaint or case' })
@Index('deadline_due', ['legalDue', 'id'], { where: "(status = 'running'::text)" })
// On an expression, which the entity cannot say: see the migration.
@Index('deadline_worklist', { synchronize: false })
@Index('deadline_subject', ['subjectId'])
export class Deadline {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Kind of subject' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject whose clock it is' })
  subjectId: string;

  @Column('text', { comment: 'Deadline kind code' })
  kind: string;

  @Column('text', { comment: 'running, paused, overdue, met, met-late or void' })
  status: string;

  @Column('text', { comment: 'Agency that must act' })
  agency: string;

  @Column('text', { comment: 'Agency whose desk filed the matter, which sees the clock too' })
  intakeAgency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('timestamp with time zone', { comment: 'Instant that starts the clock' })
  triggerAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'Last instant in law, with the roll rule of its statute; null while paused' })
  legalDue: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Last instant that is safe for the agency: no roll, never a rest day; null while paused' })
  safeDue: Date | null;

  @Column('boolean', { comment: 'A calendar year without an official notice was touched: may still change' })
  provisional: boolean;

  @Column('jsonb', { comment: 'How it was computed, step by step, in Chinese and English' })
  derivation: unknown;

  @Column('jsonb', { comment: 'Warnings, such as an unverified source' })
  warnings: unknown;

  @Column('jsonb', { comment: 'Source, article, status' })
  basis: unknown;

  @Column('jsonb', { comment: 'Pause intervals: from, to, reason, basis' })
  pauses: unknown;

  @Column('jsonb', { comment: 'Codes of the extensions granted, in ladder order' })
  extensions: unknown;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the duty was done or fell away' })
  endedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the sweeper found it overdue' })
  overdueAt: Date | null;
}
