import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('case_change', { comment: 'What changed in the worklists: where a case stood and where it stands. Written by the database with the change; kept for a day. No personal data' })
@Index('case_change_at', ['at'])
export class CaseChange {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'case_change_pk', comment: 'Number of the transaction: those below the oldest one that still runs are complete' })
  xid: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'case_change_pk', comment: 'Order within the transaction' })
  seq: string;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  at: Date;

  @Column('uuid', { comment: 'Case that changed' })
  caseId: string;

  @Column('boolean', { comment: 'Whether it stood in the worklists before' })
  wasListed: boolean;

  @Column('text', { nullable: true, comment: 'Agency before; null where it was just opened' })
  wasAgency: string | null;

  @Column('text', { nullable: true, comment: 'Region before' })
  wasRegion: string | null;

  @Column('text', { nullable: true, comment: 'Lane before' })
  wasLane: string | null;

  @Column('text', { nullable: true, comment: 'Officer in charge before' })
  wasAssignee: string | null;

  @Column('uuid', { nullable: true, comment: 'Team before' })
  wasTeam: string | null;

  @Column('boolean', { nullable: true, comment: 'Whether it was on the list of the head before' })
  wasEscalated: boolean | null;

  @Column('boolean', { comment: 'Whether it stands in the worklists since' })
  listed: boolean;

  @Column('text', { comment: 'Agency since' })
  agency: string;

  @Column('text', { comment: 'Region since' })
  region: string;

  @Column('text', { comment: 'Lane since' })
  lane: string;

  @Column('text', { nullable: true, comment: 'Officer in charge since' })
  assignee: string | null;

  @Column('uuid', { nullable: true, comment: 'Team since' })
  team: string | null;

  @Column('boolean', { comment: 'Whether it is on the list of the head since' })
  escalated: boolean;
}
