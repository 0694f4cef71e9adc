import type { ClockWarning, Granted, PauseInterval } from '../../kernel/clock/index.js';
import type { Basis, LocalizedText } from '../../kernel/text.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A pause as recorded: the interval, and what it rests on in the officer's words. */
export interface RecordedPause extends PauseInterval {
  readonly note?: string;
}

/** An extension as recorded: who granted it, when and on what. */
export interface RecordedExtension extends Granted {
  readonly at: string;
  readonly by: string;
  readonly agency: string;
  readonly evidence: string;
}

@Entity('deadline', { comment: 'A running or ended clock of a complaint or case' })
@Index('deadline_due', ['legalDue', 'id'], { where: "(status = 'running'::text)" })
// On an expression, which the entity cannot say: see the migration.
@Index('deadline_worklist', { synchronize: false })
@Index('deadline_city_worklist', { synchronize: false })
@Index('deadline_provisional', ['subjectType', 'id'], { where: '(provisional AND (ended_at IS NULL))' })
@Index('deadline_remind', ['remindAt', 'id'], { where: "((status = 'running'::text) AND (remind_at IS NOT NULL))" })
@Index('deadline_warned', ['safeDue', 'id'], { where: "((status = 'running'::text) AND (reminded_at IS NOT NULL))" })
@Index('deadline_late', ['legalDue', 'id'], { where: "(status = 'overdue'::text)" })
@Index('deadline_subject', ['subjectId'])
@Index('deadline_within', ['withinId'], { where: '((ended_at IS NULL) AND (within_id IS NOT NULL))' })
export class Deadline {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Kind of subject' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject whose clock it is' })
  subjectId: string;

  @Column('uuid', { nullable: true, comment: 'File that the subject belongs to; whoever sees the file sees the clock' })
  withinId: string | null;

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
  derivation: readonly LocalizedText[];

  @Column('jsonb', { comment: 'Warnings, such as an unverified source' })
  warnings: readonly ClockWarning[];

  @Column('jsonb', { comment: 'Source, article, status' })
  basis: Basis;

  @Column('jsonb', { comment: 'Pause intervals: from, to, reason, basis, note' })
  pauses: readonly RecordedPause[];

  @Column('jsonb', { comment: 'Extensions granted, in ladder order: code, amount where the law leaves it open, when, by whom, evidence' })
  extensions: readonly RecordedExtension[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When the duty was done or fell away' })
  endedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the sweeper found it overdue' })
  overdueAt: Date | null;

  @Column('integer', { default: 1, comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { default: 'agency', comment: 'Whose time it is: agency (goes by the safe date) or party (goes by the legal date)' })
  holder: string;

  @Column('text', { nullable: true, comment: 'Day whose law it is counted by, YYYY-MM-DD: the version pinned to its subject; null: the day of the trigger' })
  lawDay: string | null;

  @Column('integer', { nullable: true, comment: 'Period set in the notice, in the unit of the kind, where the law leaves it open' })
  setAmount: number | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the next reminder is due; null when none is left' })
  remindAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the sweeper last reminded' })
  remindedAt: Date | null;
}
