import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { ClockUnit, RollRule } from '../../kernel/clock/index.js';
import { IsInstant } from '../../platform/http/instant.js';
import { BasisDto, WarningDto, type ShownText } from '../../platform/http/shared.dto.js';
import type { FieldError } from '../../platform/http/validation.js';
import { PAUSE_REASONS } from './data/index.js';

export const UNITS = ['working_day', 'calendar_day', 'month', 'hour'] as const satisfies readonly ClockUnit[];
export const ROLLS = ['none', 'after_statutory_holiday', 'after_rest_day', 'next_working_day'] as const satisfies readonly RollRule[];
const REASONS = Object.keys(PAUSE_REASONS);

export class PauseSpanDto {
  @ApiProperty({ description: 'When time stopped, RFC 3339 with offset. For limits in days the whole day does not count', example: '2026-11-18T09:00:00+08:00' })
  @IsInstant()
  from: string;

  @ApiPropertyOptional({ description: 'When time went on, RFC 3339 with offset. For limits in days the whole day does not count. Left out: it still stands, and there is no date', example: '2026-11-25T17:00:00+08:00' })
  @IsOptional() @IsInstant()
  to?: string;

  @ApiPropertyOptional({ description: 'Why; with a kind it must be one of the reasons that its statute names', enum: REASONS, example: 'appraisal' })
  @IsOptional() @IsIn(REASONS)
  reason?: string;
}

export class GrantedExtensionDto {
  @ApiProperty({ description: 'Code of the rung, in the order of the ladder; see GET /v1/deadline-kinds', example: 'head', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  code: string;

  @ApiPropertyOptional({ description: 'Length, in the unit of the rung, where the statute leaves it to whoever grants it', example: 20, minimum: 1, maximum: 1000, type: 'integer' })
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  amount?: number;
}

export class CalculateDeadlineDto {
  @ApiProperty({ description: 'The event that starts the limit (or that it must precede), RFC 3339 with offset. Its day in Asia/Shanghai is not counted, and decides which version of the law applies', example: '2026-11-16T10:00:00+08:00' })
  @IsInstant()
  triggeredAt: string;

  @ApiPropertyOptional({ description: 'A limit of the table, such as 令2第十八条 (report.verification); or leave it out and give amount and unit', example: 'report.verification', maxLength: 80 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(80)
  kind?: string;

  @ApiPropertyOptional({ description: 'Without a kind: the amount. With a kind whose period is set in the notice (令121第十条第三款): that period', example: 15, minimum: 1, maximum: 1000, type: 'integer' })
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  amount?: number;

  @ApiPropertyOptional({ description: 'Without a kind: what is counted. Hours run to the minute from the event; days from the next day in Asia/Shanghai; months to the corresponding day', enum: UNITS, example: 'working_day' })
  @IsOptional() @IsIn(UNITS)
  unit?: ClockUnit;

  @ApiPropertyOptional({
    description: 'Without a kind: what happens to a last day that is none to work on. none; after_statutory_holiday (令121第四十五条、令2第八十条: announced holidays only); after_rest_day (民事诉讼法第八十五条: any day off); next_working_day (专利法实施细则第五条)',
    enum: ROLLS, default: 'none', example: 'after_statutory_holiday',
  })
  @IsOptional() @IsIn(ROLLS)
  roll?: RollRule;

  @ApiPropertyOptional({ description: 'Time that does not count', type: [PauseSpanDto], example: [], maxItems: 20 })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PauseSpanDto)
  pauses: PauseSpanDto[] = [];

  @ApiPropertyOptional({ description: 'Extensions granted, in the order of the ladder of the kind', type: [GrantedExtensionDto], example: [{ code: 'head' }], maxItems: 10 })
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => GrantedExtensionDto)
  extensions: GrantedExtensionDto[] = [];

  /** Either a limit of the table or one of the officer's own. */
  static problems({ kind, amount, unit, roll, extensions }: CalculateDeadlineDto): FieldError[] {
    const fault = (path: string, code: string, zh: string, en: string): FieldError => ({ path, code, message: { zh, en } });
    if (kind !== undefined) return Object.entries({ unit, roll }).filter(([, given]) => given !== undefined).map(([path]) => fault(path, 'not-with-kind', '选定时限种类后由法律决定，不必填写', 'The kind decides it: leave it out'));
    return [
      ...(amount === undefined ? [fault('amount', 'amount-or-kind', '请填写数量和单位，或者选定时限种类', 'Give an amount and a unit, or a kind')] : []),
      ...(unit === undefined ? [fault('unit', 'amount-or-kind', '请填写数量和单位，或者选定时限种类', 'Give an amount and a unit, or a kind')] : []),
      ...(Array.isArray(extensions) && extensions.length > 0 ? [fault('extensions', 'ladder-of-kind', '只有时限种类才有延长阶梯', 'Only a kind has a ladder of extensions')] : []),
    ];
  }
}

export class CalculatedDeadlineDto {
  @ApiProperty({ description: 'Kind, null for a limit of the officer’s own', example: 'report.verification', nullable: true, type: String })
  kind: string | null;

  @ApiProperty({ description: 'What the limit is for, in the reader’s language', example: '举报线索核查', type: String })
  label: ShownText;

  @ApiProperty({ description: 'First day of the version of the law that applied, Asia/Shanghai; null without a kind', example: '2021-07-15', nullable: true, type: String })
  effectiveFrom: string | null;

  @ApiProperty({ description: 'Last day of that version, null while in force', example: null, nullable: true, type: String })
  effectiveTo: string | null;

  @ApiProperty({ description: 'Whose time it is: an agency goes by safeDue, a party may use the time up to legalDue', enum: ['agency', 'party'], example: 'agency' })
  holder: string;

  @ApiProperty({ description: 'Last instant in law, RFC 3339 UTC, with the roll rule of its statute; null while a pause stands', example: '2026-12-07T15:59:59.999Z', nullable: true, type: String })
  legalDue: string | null;

  @ApiProperty({ description: 'Its day in Asia/Shanghai, YYYY-MM-DD', example: '2026-12-07', nullable: true, type: String })
  legalDay: string | null;

  @ApiProperty({ description: 'Last instant that is safe for an agency, RFC 3339 UTC: no roll, never a day off; null while a pause stands', example: '2026-12-07T15:59:59.999Z', nullable: true, type: String })
  safeDue: string | null;

  @ApiProperty({ description: 'Its day in Asia/Shanghai, YYYY-MM-DD', example: '2026-12-07', nullable: true, type: String })
  safeDay: string | null;

  @ApiProperty({ description: 'A pause still stands: there is no date until it ends', example: false })
  paused: boolean;

  @ApiProperty({ description: 'A calendar year without an official notice was touched: the date may still change', example: false })
  provisional: boolean;

  @ApiProperty({ description: 'How it was computed, step by step, in the reader’s language', example: ['举报线索核查：15个工作日', '第1日为 2026-11-17'], type: [String] })
  derivation: readonly ShownText[];

  @ApiProperty({ description: 'When the system would remind of it, RFC 3339 UTC', example: ['2026-11-26T01:00:00.000Z'], type: [String] })
  reminders: readonly string[];

  @ApiProperty({ description: 'Years without a notice, sources that nobody has read', type: [WarningDto], example: [] })
  warnings: readonly WarningDto[];

  @ApiProperty({ description: 'Source and article of the limit; null without a kind', type: BasisDto, nullable: true, example: { source: '市场监督管理行政处罚程序规定（总局令第2号）', article: '第十八条', status: 'verified' } })
  basis: BasisDto | null;
}
