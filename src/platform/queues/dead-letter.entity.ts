import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('dead_letter', { comment: 'Jobs that were given up. Kept after they were put back: who did it, and when' })
@Index('dead_letter_open', ['outboxId', 'job'], { unique: true, where: '(replayed_at IS NULL)' })
@Index('dead_letter_queue', ['queue', 'id'], { where: '(replayed_at IS NULL)' })
export class DeadLetter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dead_letter_pk', comment: 'UUIDv7: order of giving up' })
  id: string;

  @Column('text', { comment: 'Queue' })
  queue: string;

  @Column('text', { comment: 'Job of the catalogue' })
  job: string;

  @Column('uuid', { comment: 'Outbox row that the job was made from' })
  outboxId: string;

  @Column('text', { comment: 'Event of that row' })
  event: string;

  @Column('text', { comment: 'Kind of subject of that row' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject of that row' })
  subjectId: string;

  @Column('integer', { comment: 'Ledger sequence of the fact' })
  seq: number;

  @Column('text', { comment: 'Why the last attempt failed: code or kind of the error, never its message' })
  reason: string;

  @Column('integer', { comment: 'Attempts made' })
  attempts: number;

  @Column('timestamp with time zone', { comment: 'When it was given up' })
  failedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was put back; null while it is dead' })
  replayedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that put it back' })
  replayedBy: string | null;
}
