import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox', { comment: 'Events written in the transaction of their fact; the relay carries them to the queues' })
@Index('outbox_waiting', ['id'], { where: '(dispatched_at IS NULL)' })
@Index('outbox_unfinished', ['dispatchedAt'], { where: '((completed_at IS NULL) AND (dispatched_at IS NOT NULL))' })
export class OutboxRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pk', comment: 'UUIDv7: order of writing, and id of the jobs made from it' })
  id: string;

  @Column('text', { comment: 'Event of the catalogue' })
  event: string;

  @Column('text', { comment: 'Kind of subject' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject; consumers read the rest from the database' })
  subjectId: string;

  @Column('integer', { comment: 'Ledger sequence of the fact' })
  seq: number;

  @Column('timestamp with time zone', { comment: 'When the fact was committed' })
  createdAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the relay handed it to the queues; null while it waits' })
  dispatchedAt: Date | null;

  @Column('text', { array: true, nullable: true, comment: 'Jobs that have not reported back' })
  remaining: string[] | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the last job had reported back' })
  completedAt: Date | null;
}
