import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { IssuedDocumentDto } from '../documents/index.js';
import { MEMBER_ROLES, type MemberRole, type ProceedingColumns } from './proceeding.entity.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';

/** Whom a command names to work on a proceeding. */
export class MemberDto {
  @ApiProperty({ description: 'Account id', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  account: string;

  @ApiProperty({ description: 'Part in the proceeding', enum: MEMBER_ROLES, example: 'officer' })
  @IsIn(MEMBER_ROLES)
  role: MemberRole;

  @ApiPropertyOptional({ description: 'Number of the enforcement credential, where the step asks for one (行政处罚法第四十二条)', example: '粤执法A0000001', maxLength: 40 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40)
  credential?: string;
}

/** Whoever works on a proceeding. */
export class SeatedMemberDto {
  @ApiProperty({ description: 'Account id', example: '019aa1b2-0000-7000-8000-00000000000a' })
  account: string;

  @ApiProperty({ description: 'Part in the proceeding', enum: MEMBER_ROLES, example: 'officer' })
  role: MemberRole;

  @ApiPropertyOptional({ description: 'Number of the enforcement credential', example: '粤执法A0000001' })
  credential?: string;

  @ApiProperty({ description: 'Since when, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  since: string;
}

/** The columns that all kinds of proceedings have. */
export class ProceedingDto {
  @ApiProperty({ description: 'Proceeding id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Kind of proceeding', example: 'penalty' })
  subject: string;

  @ApiProperty({ description: 'Working number', example: 'CF2026-0000001' })
  number: string;

  @ApiProperty({ description: 'Variant of the procedure', example: 'ordinary' })
  kind: string;

  @ApiProperty({ description: 'State of its lifecycle', example: 'investigating' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Case that it is a passage of', example: ID })
  caseId: string;

  @ApiProperty({ description: 'Proceeding that it belongs to', example: null, nullable: true, type: String })
  parentId: string | null;

  @ApiProperty({ description: 'Agency that conducts it', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Where it came from', example: 'complaint' })
  source: string;

  @ApiProperty({ description: 'Who works on it', type: [SeatedMemberDto], example: [] })
  members: readonly SeatedMemberDto[];

  @ApiProperty({ description: 'Facts that other proceedings of the case look at', example: [], type: [String] })
  marks: readonly string[];

  @ApiProperty({ description: 'Version of the law that it falls under, YYYY-MM-DD', example: '2026-06-01' })
  lawVersion: string;

  @ApiProperty({ description: 'When it was opened, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  openedAt: string;

  @ApiProperty({ description: 'When it ended, RFC 3339 UTC', example: null, nullable: true, type: String })
  endedAt: string | null;

  @ApiProperty({ description: 'How it ended', example: null, nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  nextDue: string | null;
}

export class ProceedingWithClocksDto extends ProceedingDto {
  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class ProceedingPage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [ProceedingDto], example: [] })
  items: ProceedingDto[];
}

export class ProceedingDeadlines {
  @ApiProperty({ description: 'Clocks of the proceeding, open ones first', type: [DeadlineDto], example: [] })
  items: DeadlineDto[];
}

export class ProceedingListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only those of this case', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only those with this agency', example: 'chaoan-market-regulation', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  agency?: string;

  @ApiPropertyOptional({ description: 'Only those in this state', example: 'investigating', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  state?: string;
}

/** How a proceeding stands after a command. */
export class MovedProceedingDto {
  @ApiProperty({ description: 'Proceeding id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Kind of proceeding', example: 'penalty' })
  subject: string;

  @ApiProperty({ description: 'Working number', example: 'CF2026-0000001' })
  number: string;

  @ApiProperty({ description: 'State now', example: 'investigating' })
  state: string;

  @ApiProperty({ description: 'Version now; the ETag', example: 2 })
  version: number;

  @ApiProperty({ description: 'Its clocks that the command left open or touched', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];

  @ApiProperty({ description: 'Official document that the command issued', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export function movedProceeding<Row extends ProceedingColumns>({ lifecycle: { subject } }: Subject<Row>, { row, deadlines }: { readonly row: Row; readonly deadlines: readonly Deadline[] }, document: IssuedDocumentDto | null = null): MovedProceedingDto {
  const { id, number, state, version } = row;
  return { id, subject, number, state, version, deadlines: deadlines.map(showDeadline), document };
}

/** The shared columns as they are shown. Rooms add their own. */
export function shownProceeding(subject: string, row: ProceedingColumns): ProceedingDto {
  const { id, number, kind, state, version, caseId, parentId, agency, source, members, marks, lawVersion, openedAt, endedAt, outcome, nextDue } = row;
  return { id, subject, number, kind, state, version, caseId, parentId, agency, source, members, marks, lawVersion, openedAt: openedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, outcome, nextDue: nextDue?.toISOString() ?? null };
}

