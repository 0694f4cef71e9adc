import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('repeat_answer', { comment: 'What people said to prompts about repeated infringement. Rows are added and never changed' })
@Index('repeat_answer_case', ['caseId', 'rule', 'id'])
export class RepeatAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'repeat_answer_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Rule of the prompt' })
  rule: string;

  @Column('text', { comment: 'SHA-256 of the facts that were answered; with other facts the prompt is open again' })
  digest: string;

  @Column('text', { comment: 'followed or not-followed' })
  outcome: string;

  @Column('text', { comment: 'Why' })
  reason: string;

  @Column('timestamp with time zone', { comment: 'When' })
  answeredAt: Date;

  @Column('text', { comment: 'Account' })
  answeredBy: string;
}

@Entity('punitive_pack', { comment: 'Facts and documents for a court that decides on punitive damages, frozen when they were put together. Rows are added and never changed' })
@Index('punitive_pack_case', ['caseId', 'id'])
export class PunitivePack {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'punitive_pack_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('jsonb', { comment: 'The pack' })
  content: object;

  @Column('text', { comment: 'SHA-256 of the pack in canonical form; in the ledger, too' })
  sha256: string;

  @Column('timestamp with time zone', { comment: 'When it was put together' })
  madeAt: Date;

  @Column('text', { comment: 'Account' })
  madeBy: string;
}
