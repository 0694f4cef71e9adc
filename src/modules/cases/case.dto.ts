import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';
import { CASE_LIFECYCLE } from './domain/case.lifecycle.js';

const STATES = Object.keys(CASE_LIFECYCLE.states);

export class AssignCaseDto {
  @ApiProperty({ description: 'Account id of the officer in charge; a second officer is named by the track (处罚程序规定第十九条: at least two)', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  officer: string;
}

export class CloseCaseDto {
  @ApiProperty({ description: 'Outcome in words, kept in the ledger; no personal data', example: '经核查不构成违法，已答复', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  outcome: string;
}

export class ReopenCaseDto {
  @ApiProperty({ description: 'Reason, kept in the ledger; no personal data', example: '出现新的证据', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class CaseListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'Only this state', enum: STATES, example: 'open' })
  @IsOptional() @IsIn(STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'me: only cases that I am in charge of', enum: ['me'], example: 'me' })
  @IsOptional() @IsIn(['me'])
  assignee?: 'me';
}

export class CaseRowDto {
  @ApiProperty({ description: 'Case id (UUIDv7); rows are newest first', example: '019aa1b2-0000-7000-8000-000000000010' })
  id: string;

  @ApiProperty({ description: 'Working number', example: 'CZAJ2026-0000001' })
  caseNumber: string;

  @ApiProperty({ description: 'State', example: 'open' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Track', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Agency', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Region', example: '445103' })
  region: string;

  @ApiProperty({ description: 'Right type', example: 'trademark' })
  rightType: string;

  @ApiProperty({ description: 'Party complained about', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  targetName: string;

  @ApiProperty({ description: 'Officer in charge', example: null, nullable: true, type: String })
  assignee: string | null;

  @ApiProperty({ description: 'When it was opened, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  openedAt: string;
}

export class CaseDto extends CaseRowDto {
  @ApiProperty({ description: 'Complaint that it was opened from', example: '019aa1b2-0000-7000-8000-000000000000' })
  complaintId: string;

  @ApiProperty({ description: 'When it was closed, RFC 3339 UTC', example: null, nullable: true, type: String })
  closedAt: string | null;

  @ApiProperty({ description: 'Outcome', example: null, nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class CasePage {
  @ApiProperty({ description: 'Rows of this page; the next page is in the Link header', type: [CaseRowDto], example: [] })
  items: CaseRowDto[];
}
