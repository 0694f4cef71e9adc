import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('complaint_link', { comment: 'Two complaints that belong together: found by the system or put by a clerk; taken apart without a trace lost' })
@Index('complaint_link_live', ['complaintId', 'otherId', 'kind'], { unique: true, where: '(unlinked_at IS NULL)' })
@Index('complaint_link_other', ['otherId'])
export class ComplaintLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_link_pk', comment: 'UUIDv7, or derived from the pair where the system found it' })
  id: string;

  @Column('uuid', { comment: 'The later complaint' })
  complaintId: string;

  @Column('uuid', { comment: 'The one that it is linked to' })
  otherId: string;

  @Column('text', { comment: 'duplicate, same-matter, repeat or related' })
  kind: string;

  @Column('numeric', { precision: 4, scale: 3, nullable: true, comment: 'How alike they are, from 0 to 1; null where a clerk linked them' })
  score: string | null;

  @Column('jsonb', { comment: 'Why: what is the same or alike' })
  reasons: unknown;

  @Column('timestamp with time zone', { comment: 'When they were linked' })
  linkedAt: Date;

  @Column('text', { comment: 'Account, or system:…' })
  linkedBy: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'When they were taken apart' })
  unlinkedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that took them apart' })
  unlinkedBy: string | null;
}
