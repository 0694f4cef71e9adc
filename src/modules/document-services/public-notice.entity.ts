import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('public_notice', { comment: 'Service of a document by public notice: ordered, published, and over after its period (令2 第八十二条第五项)' })
@Index('public_notice_case', ['caseId', 'id'])
@Index('public_notice_document', ['documentId', 'recipient'])
export class PublicNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_notice_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Document that is served' })
  documentId: string;

  @Column('uuid', { comment: 'Recipient: entry in the case' })
  recipient: string;

  @Column('text', { comment: 'State of the public-notice lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that serves' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { comment: 'Version of the law that it falls under, YYYY-MM-DD; that of the case' })
  lawVersion: string;

  @Column('text', { comment: 'whereabouts-unknown or other-modes-failed' })
  ground: string;

  @Column('text', { comment: 'Cause and course, as the file has to tell them; without reporters' })
  reason: string;

  @Column('text', { array: true, comment: 'Where it was published' })
  places: string[];

  @Column('text', { array: true, comment: 'Photographs or films of the posting: numbers of exhibits or digests' })
  recordings: string[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was published; starts the period' })
  publishedAt: Date | null;

  @Column('text', { comment: 'Account that ordered it' })
  orderedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was ordered' })
  orderedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
