import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_entry', { comment: 'What happened, once and for ever: append-only by grant and by trigger, hash-chained per subject' })
export class LedgerEntry {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ledger_entry_pk', comment: 'Kind of subject: complaint, case, …' })
  subjectType: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ledger_entry_pk', comment: 'Subject that the entry belongs to' })
  subjectId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ledger_entry_pk', comment: 'Place in the chain of the subject, from 1, without gaps' })
  seq: number;

  @Column('timestamp with time zone', { comment: 'When it was recorded, millisecond precision' })
  at: Date;

  @Column('text', { comment: 'Account or client that acted; system:… for the machine itself' })
  actor: string;

  @Column('text', { comment: 'Event of the catalogue' })
  event: string;

  @Column('jsonb', { comment: 'Facts of the event without personal data; part of the hash' })
  data: Record<string, unknown>;

  @Column('text', { nullable: true, comment: 'SHA-256 of the entry before, null for the first' })
  prevSha256: string | null;

  @Column('text', { nullable: true, comment: 'SM3 of the entry before, null for the first' })
  prevSm3: string | null;

  @Column('text', { comment: 'SHA-256 over the canonical JSON (RFC 8785) of this entry, lower-case hex' })
  sha256: string;

  @Column('text', { comment: 'SM3 over the same bytes, lower-case hex' })
  sm3: string;
}

@Entity('ledger_head', { comment: 'Last entry of every chain: tells a truncated chain from a short one' })
export class LedgerHead {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ledger_head_pk', comment: 'Kind of subject' })
  subjectType: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ledger_head_pk', comment: 'Subject of the chain' })
  subjectId: string;

  @Column('integer', { comment: 'Sequence of the last entry' })
  seq: number;

  @Column('text', { comment: 'SHA-256 of the last entry' })
  sha256: string;

  @Column('text', { comment: 'SM3 of the last entry' })
  sm3: string;
}
