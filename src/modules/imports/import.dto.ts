import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import { CHANNELS } from '../intake/index.js';
import { FACT_VALUES } from '../routing/index.js';
import { MAPPING_CODES } from './data/mappings.data.js';
import { IMPORT_LIFECYCLE } from './domain/import.lifecycle.js';

const STATES = Object.keys(IMPORT_LIFECYCLE.states);
export const OUTCOMES = ['filed', 'already-filed', 'revised', 'refused'] as const;

/** What is told beside the file. Values count where the file has none of its own. */
export class UploadQuery {
  @ApiPropertyOptional({ description: 'Name of the file, to find it again', example: '12345工单-1120.csv', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  fileName?: string;

  @ApiPropertyOptional({ description: 'Kind of file: which headings it has, and what it need not say. The one of the channel, else general', enum: MAPPING_CODES, example: 'hotline-12345' })
  @IsOptional() @IsIn(MAPPING_CODES)
  mapping?: string;

  @ApiPropertyOptional({ description: 'Channel of the rows that name none', enum: CHANNELS, example: 'hotline-12345' })
  @IsOptional() @IsIn(CHANNELS)
  channel?: string;

  @ApiPropertyOptional({ description: 'Source system of the rows that name none', example: 'GD12345', maxLength: 40 })
  @IsOptional() @Matches(/^[\w.-]{1,40}$/)
  sourceSystem?: string;

  @ApiPropertyOptional({ description: 'Region of the rows that name none', enum: FACT_VALUES.region, example: '445103' })
  @IsOptional() @IsIn(FACT_VALUES.region)
  region?: string;

  @ApiPropertyOptional({ description: 'What becomes of columns that nobody knows: refuse the file, or leave them aside', enum: ['refuse', 'ignore'], example: 'refuse', default: 'refuse' })
  @IsOptional() @IsIn(['refuse', 'ignore'])
  unknownColumns: 'refuse' | 'ignore' = 'refuse';
}

export class ImportListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only this state', enum: STATES, example: 'running' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class ResultListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only rows with this outcome', enum: OUTCOMES, example: 'refused' })
  @IsOptional() @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];
}

export class ResultFileQuery {
  @ApiPropertyOptional({ description: 'Only rows with this outcome', enum: OUTCOMES, example: 'refused' })
  @IsOptional() @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];
}

export class ImportProgressDto {
  @ApiProperty({ description: 'Rows of the file; null until it was looked at', example: 1200, nullable: true, type: Number })
  rowsTotal: number | null;

  @ApiProperty({ description: 'Rows that have a result', example: 600 })
  rowsDone: number;

  @ApiProperty({ description: 'Filed anew', example: 570 })
  filed: number;

  @ApiProperty({ description: 'Filed before with the same content: nothing changed', example: 20 })
  alreadyFiled: number;

  @ApiProperty({ description: 'Filed before with other content: a revision was added', example: 5 })
  revised: number;

  @ApiProperty({ description: 'Refused; the reasons are in the results', example: 5 })
  refused: number;

  @ApiProperty({ description: 'Share of the rows that have a result, 0 to 100', example: 50 })
  percent: number;
}

export class ImportFailureDto {
  @ApiProperty({ description: 'Code of the error catalogue', example: 'import.columns-unknown' })
  code: string;

  @ApiProperty({ description: 'What is wrong, in the reader’s language', example: '有未知或重复的列' })
  title: string;

  @ApiProperty({ description: 'What to do about it', example: '按 columns 逐列改正' })
  remedy: string;

  @ApiProperty({ description: 'Where: line, row, columns, part of the workbook. Never contents of the file', example: { columns: [{ column: 'C', code: 'unknown', heading: '备注' }] } })
  where: unknown;
}

export class ImportDto {
  @ApiProperty({ description: 'Import id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'State', enum: STATES, example: 'running' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 2 })
  version: number;

  @ApiProperty({ description: 'Agency whose desk sent it', example: 'cz-ip-intake' })
  agency: string;

  @ApiProperty({ description: 'Account that sent it', example: '019aa1b2-0000-7000-8000-00000000000a' })
  uploadedBy: string;

  @ApiProperty({ description: 'Name of the file as told', example: '12345工单-1120.csv', nullable: true, type: String })
  fileName: string | null;

  @ApiProperty({ description: 'Format', enum: ['csv', 'ndjson', 'xlsx'], example: 'csv' })
  format: string;

  @ApiProperty({ description: 'Length of the file, bytes', example: 482_113 })
  sizeBytes: number;

  @ApiProperty({ description: 'SHA-256 of the file as it came', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;

  @ApiProperty({ description: 'What was told beside the file', example: { channel: 'hotline-12345', unknownColumns: 'refuse' } })
  settings: unknown;

  @ApiProperty({ description: 'Encoding that was found; null before, and for workbooks', example: 'gb18030', nullable: true, type: String })
  encoding: string | null;

  @ApiProperty({ description: 'What the sender should know: sheets and columns left aside', example: [{ code: 'other-sheets', count: 2 }] })
  warnings: unknown;

  @ApiProperty({ description: 'Why it failed', type: ImportFailureDto, nullable: true, example: null })
  failure: ImportFailureDto | null;

  @ApiProperty({ description: 'How far it has come', type: ImportProgressDto, example: { rowsTotal: 1200, rowsDone: 600, filed: 570, alreadyFiled: 20, revised: 5, refused: 5, percent: 50 } })
  progress: ImportProgressDto;

  @ApiProperty({ description: 'When the whole file was here, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  receivedAt: string;

  @ApiProperty({ description: 'When its first row was about to be filed, RFC 3339 UTC', example: '2026-11-22T09:10:02.000Z', nullable: true, type: String })
  startedAt: string | null;

  @ApiProperty({ description: 'When it was finished, failed or cancelled, RFC 3339 UTC', example: null, nullable: true, type: String })
  endedAt: string | null;

  @ApiProperty({ description: 'Until when the encrypted file is kept, RFC 3339 UTC; null while it is not at its end', example: null, nullable: true, type: String })
  uploadKeptUntil: string | null;

  @ApiProperty({ description: 'Commands that the table allows in this state', example: ['cancel'], type: [String] })
  allowedCommands: string[];
}

export class ImportPage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [ImportDto], example: [] })
  items: ImportDto[];
}

export class RowProblemDto {
  @ApiProperty({ description: 'Field path, or name of the column where no field is meant', example: 'reporter.phone' })
  path: string;

  @ApiProperty({ description: 'Stable code', example: 'isNotEmpty' })
  code: string;
}

export class ImportResultDto {
  @ApiProperty({ description: 'Row of the file as a spreadsheet counts (the header is row 1), or line of JSON lines', example: 2 })
  row: number;

  @ApiProperty({ description: 'What became of it', enum: OUTCOMES, example: 'filed' })
  outcome: string;

  @ApiProperty({ description: 'Number in the source system, where it has the form of one', example: 'CZ2026112200123', nullable: true, type: String })
  externalNumber: string | null;

  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001', nullable: true, type: String })
  receiptNumber: string | null;

  @ApiProperty({ description: 'Complaint', example: '019aa1b2-0000-7000-8000-000000000000', nullable: true, type: String })
  complaintId: string | null;

  @ApiProperty({ description: 'Why it was refused: all problems of the row; values are never repeated', type: [RowProblemDto], example: [] })
  problems: RowProblemDto[];
}

export class ImportResultPage {
  @ApiProperty({ description: 'In the order of the file; the next page is in the Link header', type: [ImportResultDto], example: [] })
  items: ImportResultDto[];
}
