import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';

export const DEADLINE_FILTERS = ['open', 'overdue', 'due-soon', 'provisional'] as const;

export class DeadlineListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'open: everything that runs or is overdue; overdue; due-soon: safe date within three days; provisional', enum: DEADLINE_FILTERS, default: 'open', example: 'open' })
  @IsOptional() @IsIn(DEADLINE_FILTERS)
  show: (typeof DEADLINE_FILTERS)[number] = 'open';
}

export class DeadlineRowDto extends DeadlineDto {
  @ApiProperty({ description: 'Kind of subject', example: 'complaint' })
  subjectType: string;

  @ApiProperty({ description: 'Subject id', example: '019aa1b2-0000-7000-8000-000000000000' })
  subjectId: string;

  @ApiProperty({ description: 'Region', example: '445103' })
  region: string;
}

export class DeadlinePage {
  @ApiProperty({ description: 'Most urgent first; the next page is in the Link header', type: [DeadlineRowDto], example: [] })
  items: DeadlineRowDto[];
}

export class CalendarDto {
  @ApiProperty({ description: 'Calendar year', example: 2026 })
  year: number;

  @ApiProperty({ description: 'Number of the official notice', example: '国办发明电〔2025〕7号' })
  notice: string;

  @ApiProperty({ description: 'Title of the notice', example: '国务院办公厅关于2026年部分节假日安排的通知' })
  noticeTitle: string;

  @ApiProperty({ description: 'Date of the notice', example: '2025-11-04' })
  noticeDate: string;

  @ApiProperty({ description: 'Whether the number was read in the notice itself', enum: ['verified', 'unverified'], example: 'verified' })
  status: string;

  @ApiProperty({ description: 'Days that differ from Monday to Friday: date → kind and name', example: { '2026-01-01': { kind: 'statutory_holiday', name: '元旦' } } })
  days: unknown;
}

export class CalendarPage {
  @ApiProperty({ description: 'Years that are loaded; any other makes deadlines provisional', type: [CalendarDto], example: [] })
  items: CalendarDto[];
}

export class DeadlineKindDto {
  @ApiProperty({ description: 'Kind code', example: 'report.verification' })
  code: string;

  @ApiProperty({ description: 'First day of validity, Asia/Shanghai', example: '2021-07-15' })
  effectiveFrom: string;

  @ApiProperty({ description: 'Last day of validity, null while in force', example: null, nullable: true, type: String })
  effectiveTo: string | null;

  @ApiProperty({ description: 'Amount, unit, roll rule, extension ladder, basis', example: { amount: 15, unit: 'working_day', roll: 'after_statutory_holiday' } })
  rule: unknown;
}

export class DeadlineKindPage {
  @ApiProperty({ description: 'Kinds with their source', type: [DeadlineKindDto], example: [] })
  items: DeadlineKindDto[];
}

