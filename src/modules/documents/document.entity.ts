import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('official_document', { comment: 'Official documents as records: what was issued under which number, and what it states. A row is never edited; a wrong one is withdrawn and replaced' })
@Unique('official_document_number', ['signer', 'word', 'year', 'serial'])
@Index('official_document_subject', ['subjectType', 'subjectId', 'id'])
@Index('official_document_case', ['caseId', 'id'], { where: '(case_id IS NOT NULL)' })
@Index('official_document_newest', ['agency', 'id', 'kind'])
export class OfficialDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'official_document_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Kind of document' })
  kind: string;

  @Column('text', { comment: 'First day of the version of the kind that it was issued under, YYYY-MM-DD' })
  kindFrom: string;

  @Column('text', { nullable: true, comment: 'Value of the subject that chose among the forms of the kind; null where there is one' })
  variant: string | null;

  @Column('text', { comment: 'main 正卷 or sub 副卷' })
  volume: string;

  @Column('integer', { comment: 'Item of the index of the file (令2 第七十八条)' })
  item: number;

  @Column('text', { comment: 'case: seen with the case or complaint; agency: by the agency alone' })
  visibility: string;

  @Column('text', { nullable: true, comment: 'Word of the number 文号用字; null where the kind has no number' })
  word: string | null;

  @Column('integer', { nullable: true, comment: 'Year of the number, Asia/Shanghai' })
  year: number | null;

  @Column('integer', { nullable: true, comment: 'Gapless within signer, word and year, from 1' })
  serial: number | null;

  @Column('text', { nullable: true, comment: 'The number as it is printed' })
  number: string | null;

  @Column('text', { comment: 'Agency that issued it' })
  agency: string;

  @Column('text', { comment: 'Agency in whose name it was issued; it owns the number' })
  signer: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { comment: 'Kind of subject whose move issued it' })
  subjectType: string;

  @Column('uuid', { comment: 'Subject whose move issued it' })
  subjectId: string;

  @Column('uuid', { nullable: true, comment: 'Case; null where there was none yet' })
  caseId: string | null;

  @Column('jsonb', { comment: 'What it states, by field of its form. Natural persons by the id of their entry in the case, never by name' })
  data: Readonly<Record<string, unknown>>;

  @Column('text', { comment: 'SHA-256 over the canonical JSON of what it states, lower-case hex' })
  sha256: string;

  @Column('text', { comment: 'SM3 over the same bytes, lower-case hex' })
  sm3: string;

  @Column('text', { comment: 'Account that issued it' })
  issuedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was issued' })
  issuedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was withdrawn' })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that withdrew it' })
  withdrawnBy: string | null;

  @Column('text', { nullable: true, comment: 'Why it was withdrawn' })
  withdrawnReason: string | null;

  @Column('uuid', { nullable: true, comment: 'Document that takes its place' })
  successorId: string | null;
}

@Entity('document_counter', { comment: 'Last number given, by signer, word and year. Locked by whoever issues until the issue is committed, so that numbers have no gap' })
export class DocumentCounter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'document_counter_pk', comment: 'Agency in whose name the numbers are given' })
  signer: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'document_counter_pk', comment: 'Word 文号用字' })
  word: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'document_counter_pk', comment: 'Year, Asia/Shanghai' })
  year: number;

  @Column('integer', { comment: 'Last number given' })
  last: number;
}
