import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('idempotency', { comment: 'Answers already given, by client and Idempotency-Key; written in the transaction of the fact' })
@Index('idempotency_created_at', ['createdAt'])
export class IdempotencyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pk', comment: 'Account or client that sent the request' })
  actor: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pk', comment: 'Idempotency-Key as sent' })
  key: string;

  @Column('text', { comment: 'Keyed digest of method, path and body' })
  digest: string;

  @Column('smallint', { comment: 'HTTP status of the answer' })
  status: number;

  @Column('jsonb', { comment: 'Body of the answer, without personal data' })
  body: unknown;

  @Column('timestamp with time zone', { comment: 'When it was given' })
  createdAt: Date;
}
