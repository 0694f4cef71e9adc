import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One case of a command, as it was sent. */
export interface BulkItem {
  readonly caseId: string;
  readonly version: number;
}

@Entity('bulk_command', { comment: 'One command for many cases: what is to be done, and how far it has come. No personal data' })
@Index('bulk_command_own', ['askedBy', 'id'])
@Index('bulk_command_agency', ['agency', 'id'])
@Index('bulk_command_to_clear', ['endedAt'], { where: '((ended_at IS NOT NULL) AND (cleared_at IS NULL))' })
export class BulkCommand {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_command_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes of state; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency of the account that gave it' })
  agency: string;

  @Column('text', { comment: 'Account that gave it: in its name, and with its rights at that moment, each case is moved' })
  askedBy: string;

  @Column('text', { comment: 'Code of the command' })
  command: string;

  @Column('jsonb', { comment: 'Input for every case without free words, which are sealed' })
  input: unknown;

  @Column('jsonb', { comment: 'The cases with the version that the decision was made on, in the order in which they were sent' })
  items: readonly BulkItem[];

  @Column('integer', { comment: 'How many cases' })
  total: number;

  @Column('integer', { comment: 'For how many it was done' })
  done: number;

  @Column('integer', { comment: 'For how many it was refused' })
  refused: number;

  @Column('timestamp with time zone', { comment: 'When it was given' })
  askedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was finished or cancelled' })
  endedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the results of the cases were cleared away' })
  clearedAt: Date | null;
}

@Entity('bulk_result', { comment: 'What became of one case of a command for many. A row is written once: a second worker finds it there' })
@Index('bulk_result_refused', ['bulkId', 'seq'], { where: "(outcome = 'refused'::text)" })
export class BulkResult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_result_pk', comment: 'Command' })
  bulkId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'bulk_result_pk', comment: 'Place of the case, from 1' })
  seq: number;

  @Column('text', { comment: 'done or refused' })
  outcome: string;

  @Column('integer', { nullable: true, comment: 'Version after it; null where it was refused' })
  newVersion: number | null;

  @Column('jsonb', { nullable: true, comment: 'Why it was refused: the problem document of the single command, in both languages' })
  problem: unknown;

  @Column('timestamp with time zone', { comment: 'When' })
  at: Date;
}

@Entity('bulk_words', { schema: 'vault', comment: 'Free words of a command for many cases, sealed: they may name a reporter. Cleared away after its end' })
export class BulkWords {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_words_pk', comment: 'Command' })
  bulkId: string;

  @Column('text', { comment: 'AES-256-GCM in Base64: version, key id, nonce, ciphertext and tag' })
  sealed: string;
}
