import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('register_version', { comment: 'What each version of a register entry said, who wrote it, when and why. Rows are added and never changed' })
export class RegisterVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_version_pk', comment: 'Entry: organisation or right' })
  subjectId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'register_version_pk', comment: 'Version of the entry' })
  version: number;

  @Column('text', { comment: 'organisation or right' })
  subjectType: string;

  @Column('jsonb', { comment: 'The whole entry as this version had it' })
  value: object;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  at: Date;

  @Column('text', { comment: 'Account that wrote it, or system:…' })
  actor: string;

  @Column('text', { comment: 'Command of the table' })
  command: string;

  @Column('text', { nullable: true, comment: 'Why; null for the first version' })
  reason: string | null;
}
