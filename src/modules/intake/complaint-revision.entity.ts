import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('complaint_revision', { comment: 'Other content that came in under a source number which was filed already. The words as they came lie in the vault' })
@Unique('complaint_revision_number_key', ['complaintId', 'revision'])
@Unique('complaint_revision_digest_key', ['complaintId', 'digest'])
export class ComplaintRevision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_revision_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Lead complaint of the source number' })
  complaintId: string;

  @Column('integer', { comment: 'Counted up from 1' })
  revision: number;

  @Column('text', { comment: 'Keyed digest of the submission, to tell a resend from a change' })
  digest: string;

  @Column('text', { array: true, comment: 'Fields that differ from what was filed' })
  changed: string[];

  @Column('text', { comment: 'Facts as told this time, with known personal data of the reporter replaced' })
  facts: string;

  @Column('timestamp with time zone', { comment: 'When it came in' })
  receivedAt: Date;

  @Column('text', { comment: 'Account that sent it' })
  receivedBy: string;
}
