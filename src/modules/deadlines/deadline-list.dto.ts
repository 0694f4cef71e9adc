import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { BasisDto, DeadlineDto, type ShownText } from '../../platform/http/shared.dto.js';

export const DEADLINE_FILTERS = ['open', 'overdue', 'due-soon', 'provisional', 'paused'] as const;

export class DeadlineListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'open: everything that has not ended; overdue; due-soon: safe date within three days; provisional: counted on a year without a notice; paused', enum: DEADLINE_FILTERS, default: 'open', example: 'open' })
  @IsOptional() @IsIn(DEADLINE_FILTERS)
  show: (typeof DEADLINE_FILTERS)[number] = 'open';

  @ApiPropertyOptional({ description: 'Safe date at or after this instant, RFC 3339 with offset; paused clocks, which have no date, come last and count as later than any', example: '2026-11-22T00:00:00+08:00' })
  @IsOptional() @IsInstant()
  dueAfter?: string;

  @ApiPropertyOptional({ description: 'Safe date before this instant, RFC 3339 with offset', example: '2026-11-30T00:00:00+08:00' })
  @IsOptional() @IsInstant()
  dueBefore?: string;

  @ApiPropertyOptional({ description: 'Kind of limit', example: 'report.verification', maxLength: 80 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(80)
  kind?: string;

  @ApiPropertyOptional({ description: 'Agency that must act; one outside the account’s scope gives an empty list', example: 'chaoan-market-regulation', maxLength: 80 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(80)
  agency?: string;

  @ApiPropertyOptional({ description: 'Kind of subject', example: 'complaint', maxLength: 40 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40)
  subjectType?: string;
}

export class DeadlineRowDto extends DeadlineDto {
  @ApiProperty({ description: 'Kind of subject', example: 'complaint' })
  subjectType: string;

  @ApiProperty({ description: 'Subject id', example: '019aa1b2-0000-7000-8000-000000000000' })
  subjectId: string;

  @ApiProperty({ description: 'Region', example: '445103' })
  region: string;
}

export class RecordedPauseDto {
  @ApiProperty({ description: 'When time stopped, RFC 3339 UTC', example: '2026-11-18T01:00:00.000Z' })
  from: string;

  @ApiProperty({ description: 'When it went on, RFC 3339 UTC; null while the pause stands', example: null, nullable: true, type: String })
  to: string | null;

  @ApiProperty({ description: 'Why; command: a move of the procedure suspended it', example: 'appraisal' })
  reason: string;

  @ApiProperty({ description: 'Where it is written that this time does not count', type: BasisDto, example: { source: '市场监督管理行政处罚程序规定（总局令第2号）', article: '第十八条第二款', status: 'verified' } })
  basis: BasisDto;

  @ApiPropertyOptional({ description: 'What the officer named', example: '委托鉴定书 潮市监鉴〔2026〕3号' })
  note?: string;
}

export class RecordedExtensionDto {
  @ApiProperty({ description: 'Rung of the ladder', example: 'head' })
  code: string;

  @ApiPropertyOptional({ description: 'Length that was granted, where the statute leaves it open', example: 20 })
  amount?: number;

  @ApiProperty({ description: 'When it was granted, RFC 3339 UTC', example: '2026-11-18T01:00:00.000Z' })
  at: string;

  @ApiProperty({ description: 'Account that granted it', example: '019aa1b2-0000-7000-8000-00000000000a' })
  by: string;

  @ApiProperty({ description: 'Agency of that account', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Approval and reason', example: '延长核查期限审批表 潮市监延〔2026〕12号' })
  evidence: string;
}

export class NextExtensionDto {
  @ApiProperty({ description: 'Code to send', example: 'head' })
  code: string;

  @ApiProperty({ description: 'What it is, in the reader’s language', example: '经负责人批准延长', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Amount fixed by law; null where it must be given', example: 15, nullable: true, type: Number })
  amount: number | null;

  @ApiProperty({ description: 'Unit', example: 'working_day' })
  unit: string;

  @ApiProperty({ description: 'Who may grant it', example: 'agency-head' })
  approver: string;

  @ApiProperty({ description: 'Article', type: BasisDto, example: { source: '市场监督管理行政处罚程序规定（总局令第2号）', article: '第十八条第一款', status: 'verified' } })
  basis: BasisDto;
}

/** A clock in full. */
export class DeadlineDetailDto extends DeadlineRowDto {
  @ApiProperty({ description: 'What the limit is for, in the reader’s language', example: '举报线索核查', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Period that the notice set, in the unit of the kind; null where the law fixes it', example: null, nullable: true, type: Number })
  setAmount: number | null;

  @ApiProperty({ description: 'Pauses, first to last', type: [RecordedPauseDto], example: [] })
  pauses: readonly RecordedPauseDto[];

  @ApiProperty({ description: 'Extensions granted, in the order of the ladder', type: [RecordedExtensionDto], example: [] })
  extensions: readonly RecordedExtensionDto[];

  @ApiProperty({ description: 'The rung that may be granted next; null at the end of the ladder', type: NextExtensionDto, nullable: true, example: null })
  nextExtension: NextExtensionDto | null;

  @ApiProperty({ description: 'Reasons for which this clock may be paused', example: ['appraisal'], type: [String] })
  pauseReasons: readonly string[];

  @ApiProperty({ description: 'Commands that the table allows from how things stand, before its guards', example: ['pause', 'extend'], type: [String] })
  allowedCommands: readonly string[];

  @ApiProperty({ description: 'Next reminder, RFC 3339 UTC', example: '2026-12-02T01:00:00.000Z', nullable: true, type: String })
  remindAt: string | null;

  @ApiProperty({ description: 'When it was found overdue, RFC 3339 UTC; stays when it is prolonged afterwards', example: null, nullable: true, type: String })
  overdueAt: string | null;

  @ApiProperty({ description: 'When the duty was done or fell away, RFC 3339 UTC', example: null, nullable: true, type: String })
  endedAt: string | null;
}

export class DeadlinePage {
  @ApiProperty({ description: 'Most urgent first; the next page is in the Link header', type: [DeadlineRowDto], example: [] })
  items: DeadlineRowDto[];
}
