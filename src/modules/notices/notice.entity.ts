import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('notice', { comment: 'What an agency has to know: a new matter, a clock that ran out' })
@Index('notice_unread', ['agency', 'createdAt', 'id'], { where: '(read_at IS NULL)' })
export class Notice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pk', comment: 'Derived from the event: a repeated job writes the same row' })
  id: string;

  @Column('text', { comment: 'Agency that is told' })
  agency: string;

  @Column('text', { comment: 'Event that it tells of' })
  event: string;

  @Column('text', { comment: 'Kind of subject' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject' })
  subjectId: string;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  createdAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When somebody of the agency read it' })
  readAt: Date | null;

  @Column('text', { nullable: true, comment: 'Who read it' })
  readBy: string | null;
}
