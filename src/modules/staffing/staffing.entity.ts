import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody in a team, and the types of rights that he is skilled in; none: every type. */
export interface TeamMember {
  readonly officer: string;
  readonly rightTypes: readonly string[];
}

@Entity('team', { comment: 'Teams of an agency: who is skilled in which types of rights' })
@Index('team_name', ['agency', 'name'], { unique: true, where: "(state = 'formed'::text)" })
export class Team {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the team lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency whose cases it works on' })
  agency: string;

  @Column('text', { comment: 'Name, one of its kind among the teams of the agency' })
  name: string;

  @Column('jsonb', { comment: 'Members: account of the officer, and right type codes, none for every type' })
  members: readonly TeamMember[];

  @Column('timestamp with time zone', { comment: 'When it was formed' })
  formedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was dissolved' })
  dissolvedAt: Date | null;
}

@Entity('absence', { comment: 'Calendar of absences: who is away from when until when. No reason is kept beyond the kind' })
@Check('absence_span', 'from_at <= until_at')
@Index('absence_officer', ['officer', 'untilAt'], { where: "(state = 'planned'::text)" })
@Index('absence_calendar', ['agency', 'untilAt', 'id'])
export class Absence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'absence_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the absence lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Account of who is away' })
  officer: string;

  @Column('text', { comment: 'Agency that the account belongs to' })
  agency: string;

  @Column('text', { comment: 'Kind: leave, duty-elsewhere, training or other' })
  kind: string;

  @Column('timestamp with time zone', { comment: 'First instant' })
  fromAt: Date;

  @Column('timestamp with time zone', { comment: 'First instant of being back' })
  untilAt: Date;

  @Column('text', { comment: 'Account that entered it' })
  plannedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was entered' })
  plannedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was cancelled, or ended early' })
  cancelledAt: Date | null;
}
