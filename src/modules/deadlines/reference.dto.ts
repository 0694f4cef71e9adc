import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import type { ShownText } from '../../platform/http/shared.dto.js';

export class LoadCalendarDto {
  @ApiProperty({ description: 'Calendar year', example: 2027, minimum: 2000, maximum: 2100 })
  @IsInt() @Min(2000) @Max(2100)
  year: number;

  @ApiProperty({ description: 'Number of the official notice; no calendar without one', example: '国办发明电〔2026〕×号', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  notice: string;

  @ApiProperty({ description: 'Title of the notice', example: '国务院办公厅关于2027年部分节假日安排的通知', maxLength: 120 })
  @IsString() @IsNotEmpty() @MaxLength(120)
  noticeTitle: string;

  @ApiProperty({ description: 'Date of the notice, YYYY-MM-DD', example: '2026-11-30' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  noticeDate: string;

  @ApiProperty({ description: 'Date → {kind: statutory_holiday | shifted_rest_day | make_up_working_day, name: {zh, en}}; every day that the notice names', example: { '2027-01-01': { kind: 'statutory_holiday', name: { zh: '元旦', en: "New Year's Day" } } } })
  @IsObject()
  days: Record<string, unknown>;
}

/** Not how many clocks moved: the sweeper of another process may have counted some of them first. Each change is an entry deadline.recounted in the ledger of its subject. */
export class LoadedCalendarDto {
  @ApiProperty({ description: 'Calendar year', example: 2027 })
  year: number;

  @ApiProperty({ description: 'Number of the notice', example: '国办发明电〔2026〕×号' })
  notice: string;
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

export class LawsQuery {
  @ApiPropertyOptional({ description: 'Only what is in force on this day, YYYY-MM-DD in Asia/Shanghai; everything where it is left out', example: '2026-04-14' })
  @IsOptional() @IsDay()
  on?: string;
}

export class LawDto {
  @ApiProperty({ description: 'Code of the instrument, the same for all its versions', example: 'complaints' })
  code: string;

  @ApiProperty({ description: 'Title, in the reader’s language', example: '市场监督管理投诉举报处理办法（总局令第121号）', type: String })
  title: ShownText;

  @ApiProperty({ description: 'First day, Asia/Shanghai; every first day makes a new version of the law', example: '2026-04-15' })
  effectiveFrom: string;

  @ApiProperty({ description: 'Last day, included; null while in force', example: null, nullable: true, type: String })
  effectiveTo: string | null;

  @ApiProperty({ description: 'verified: text and day were read in a stored copy', enum: ['verified', 'unverified'], example: 'verified' })
  status: string;

  @ApiPropertyOptional({ description: 'What was not read', example: '文本已读，修正决定的施行日未读' })
  note?: string;
}

export class LawsDto {
  @ApiProperty({ description: 'Version of the law on the day asked for, or today: the day of the last change on or before it. A matter received then is pinned to it', example: '2026-04-15' })
  version: string;

  @ApiProperty({ description: 'Instruments with their validity', type: [LawDto], example: [] })
  laws: LawDto[];
}
