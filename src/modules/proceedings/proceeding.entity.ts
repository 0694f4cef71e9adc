import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Part that somebody has in a proceeding. */
export const MEMBER_ROLES = ['officer', 'panel-chair', 'panel-member', 'mediator', 'clerk', 'hearing-chair', 'legal-reviewer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Somebody who works on a proceeding. */
export interface Member {
  readonly account: string;
  readonly role: MemberRole;
  /** Number of the enforcement credential, where the step asks for one. */
  readonly credential?: string;
  /** RFC 3339 UTC. */
  readonly since: string;
}

/** Columns of every kind of proceeding. Each kind has a table of its own, which inherits them in PostgreSQL too. */
export abstract class ProceedingColumns {
  id: string;

  @Column('uuid', { comment: 'Case that it is a passage of' })
  caseId: string;

  @Column('uuid', { nullable: true, comment: 'Proceeding that it belongs to' })
  parentId: string | null;

  @Column('text', { comment: 'Working number; official document numbers are given by the documents' })
  number: string;

  @Column('text', { comment: 'Variant of the procedure' })
  kind: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that conducts it' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { comment: 'Version of the law that it falls under, YYYY-MM-DD; that of the case' })
  lawVersion: string;

  @Column('jsonb', { comment: 'Who works on it: account, role, credential, since' })
  members: readonly Member[];

  @Column('text', { array: true, comment: 'Facts that other proceedings of the case look at' })
  marks: string[];

  @Column('text', { comment: 'Where it came from' })
  source: string;

  @Column('timestamp with time zone', { comment: 'When it was opened' })
  openedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it ended; the case cannot be closed before' })
  endedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Code of how it ended' })
  outcome: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}

@Entity('proceeding', { comment: 'All proceedings of all kinds: parent of their tables, without rows of its own' })
export class Proceeding extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceeding_pk', comment: 'UUIDv7' })
  declare id: string;
}
