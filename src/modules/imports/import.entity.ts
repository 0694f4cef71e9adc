import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('complaint_import', { comment: 'A file of submissions that was uploaded: what it is, and how far it has come. No personal data' })
@Index('complaint_import_agency', ['agency', 'id'])
@Index('complaint_import_open', ['id'], { where: "(state = ANY (ARRAY['received'::text, 'running'::text]))" })
@Index('complaint_import_ended', ['endedAt'], { where: '(ended_at IS NOT NULL)' })
export class ComplaintImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_import_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the import lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency whose desk sent it' })
  agency: string;

  @Column('text', { comment: 'Account that sent it; its rows are filed in this name' })
  uploadedBy: string;

  @Column('jsonb', { comment: 'Permissions of that account when it sent the file: it files with no more, whatever it is given later' })
  permissions: unknown;

  @Column('text', { nullable: true, comment: 'Name of the file as told, with telephone and document numbers replaced' })
  fileName: string | null;

  @Column('text', { comment: 'csv, ndjson or xlsx' })
  format: string;

  @Column('integer', { comment: 'Length of the file, bytes' })
  sizeBytes: number;

  @Column('text', { comment: 'SHA-256 of the file as it came' })
  sha256: string;

  @Column('jsonb', { comment: 'What the sender told beside the file: mapping, channel, source system, region, what becomes of unknown columns' })
  settings: unknown;

  @Column('text', { nullable: true, comment: 'utf-8 or gb18030; null before it was looked at, and for workbooks' })
  encoding: string | null;

  @Column('integer', { nullable: true, comment: 'Rows with contents; null before the file was looked at' })
  rowsTotal: number | null;

  @Column('jsonb', { comment: 'What the sender should know: sheets and columns left aside' })
  warnings: unknown;

  @Column('jsonb', { nullable: true, comment: 'Why it failed: code of the catalogue, and where' })
  failure: unknown;

  @Column('timestamp with time zone', { comment: 'When the whole file was here' })
  receivedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When its first row was about to be filed' })
  startedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was finished, failed or cancelled' })
  endedAt: Date | null;
}

@Entity('import_checkpoint', { comment: 'How far an import has come: written in the transaction of the rows that it counts' })
export class ImportCheckpoint {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_checkpoint_pk', comment: 'Import' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_checkpoint_pk', comment: 'Batch, from 1 without gaps: a second worker that writes the same batch is refused' })
  batch: number;

  @Column('integer', { comment: 'Number of the last row that is done' })
  lastRow: number;

  @Column('integer', { comment: 'Rows done so far' })
  done: number;

  @Column('integer', { comment: 'Of these filed anew' })
  filed: number;

  @Column('integer', { comment: 'Of these filed before, with the same content' })
  alreadyFiled: number;

  @Column('integer', { comment: 'Of these filed before, with other content: a revision was added' })
  revised: number;

  @Column('integer', { comment: 'Of these refused' })
  refused: number;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  at: Date;
}

@Entity('import_result', { comment: 'What became of each row of an import. Names fields and codes, never their values' })
@Index('import_result_refused', ['importId', 'row'], { where: "(outcome = 'refused'::text)" })
export class ImportResult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_result_pk', comment: 'Import' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_result_pk', comment: 'Row of the file as a spreadsheet counts, or line of JSON lines' })
  row: number;

  @Column('text', { comment: 'filed, already-filed, revised or refused' })
  outcome: string;

  @Column('text', { nullable: true, comment: 'Number in the source system, where it has the form of one' })
  externalNumber: string | null;

  @Column('text', { nullable: true, comment: 'Receipt number of the complaint' })
  receiptNumber: string | null;

  @Column('uuid', { nullable: true, comment: 'Complaint' })
  complaintId: string | null;

  @Column('jsonb', { nullable: true, comment: 'Why it was refused: field paths and codes' })
  problems: unknown;
}

@Entity('import_lease', { comment: 'Which worker has an import, and until when: two never work on one' })
export class ImportLease {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_lease_pk', comment: 'Import' })
  importId: string;

  @Column('uuid', { comment: 'Worker: made anew by every process' })
  holder: string;

  @Column('timestamp with time zone', { comment: 'The lease ends, or the import rests after an error, at this instant' })
  until: Date;

  @Column('integer', { comment: 'Rows that were done when it was last taken' })
  doneBefore: number;

  @Column('integer', { comment: 'How often it was taken in a row without any headway' })
  attempts: number;
}

@Entity('import_chunk', { schema: 'vault', comment: 'Uploaded files as they came, in pieces: encrypted, readable only with a stated purpose' })
@Index('import_chunk_stored_at', ['storedAt'])
export class ImportChunk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_chunk_pk', comment: 'Import; its row is written when the file is whole' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_chunk_pk', comment: 'Place in the file, from 0; all but the last hold one mebibyte' })
  seq: number;

  @Column('bytea', { comment: 'AES-256-GCM: version, key id, nonce, ciphertext and tag' })
  sealed: Buffer;

  @Column('timestamp with time zone', { comment: 'When it came' })
  storedAt: Date;
}
