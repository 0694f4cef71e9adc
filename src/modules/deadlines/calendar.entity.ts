import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('work_calendar', { comment: 'Working calendar of a year as announced: only the days that differ from Monday to Friday' })
export class WorkCalendar {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'work_calendar_pk', comment: 'Calendar year' })
  year: number;

  @Column('text', { comment: 'Number of the official notice' })
  notice: string;

  @Column('text', { comment: 'Title of the notice' })
  noticeTitle: string;

  @Column('date', { comment: 'Date of the notice' })
  noticeDate: string;

  @Column('text', { comment: 'verified or unverified: whether the number was read in the notice itself' })
  status: string;

  @Column('jsonb', { comment: 'Date → kind and name' })
  days: unknown;

  @Column('timestamp with time zone', { comment: 'When the year was loaded' })
  loadedAt: Date;
}

@Entity('deadline_kind', { comment: 'Statutory and service time limits with their source, valid from–to' })
export class DeadlineKind {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'deadline_kind_pk', comment: 'Kind code' })
  code: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'deadline_kind_pk', comment: 'First day on which a trigger falls under this row, Asia/Shanghai' })
  effectiveFrom: string;

  @Column('date', { nullable: true, comment: 'Last such day, null while in force' })
  effectiveTo: string | null;

  @Column('jsonb', { comment: 'Amount, unit, roll rule, extensions, pauses, label, basis, measures' })
  rule: unknown;
}
