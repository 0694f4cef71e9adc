import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { IsInstant } from '../../platform/http/instant.js';
import { CourtPaperDto, EffectiveDto, MOST_MONEY, PAST_INSTANT } from './civil-suit.dto.js';
import { RESULTS } from './domain/civil-suit.guards.js';
import { GRAVITY_CODES, PUNITIVE_BASES, WILFULNESS_CODES, type Punitive } from './domain/punitive.rules.js';

export class PunitiveDto implements Punitive {
  @ApiProperty({ description: 'Base, CNY, without reasonable expenses (惩罚性赔偿解释第五条)', example: 200000, minimum: 0, maximum: MOST_MONEY })
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  base: number;

  @ApiProperty({ description: 'What the base is: actual loss, illegal income, profit, or a multiple of the licence fee where these cannot be reckoned', enum: PUNITIVE_BASES, example: 'profit' })
  @IsIn(PUNITIVE_BASES)
  baseKind: (typeof PUNITIVE_BASES)[number];

  @ApiProperty({ description: 'Factor; one to five where the law of the right says so (商标法第六十三条、专利法第七十一条、反不正当竞争法第二十二条)', example: 3, minimum: 0, maximum: 100 })
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(100)
  factor: number;

  @ApiProperty({ description: 'Punitive damages, CNY: base times factor', example: 600000, minimum: 0, maximum: MOST_MONEY })
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  amount: number;

  @ApiProperty({ description: 'Facts of wilfulness (惩罚性赔偿解释第三条)', enum: WILFULNESS_CODES, isArray: true, example: ['pirated-or-counterfeited'] })
  @IsArray() @ArrayUnique() @IsIn(WILFULNESS_CODES, { each: true })
  wilfulness: string[];

  @ApiProperty({ description: 'Facts of gravity (惩罚性赔偿解释第四条)', enum: GRAVITY_CODES, isArray: true, example: ['again-after-penalty'] })
  @IsArray() @ArrayUnique() @IsIn(GRAVITY_CODES, { each: true })
  gravity: string[];

  @ApiPropertyOptional({ description: 'Words for what stands under another fact; known personal data of reporters are replaced', example: '以多个主体名义反复侵权', maxLength: 5000 })
  @IsOptional() @IsString() @MaxLength(5000)
  facts?: string;
}

export class JudgeDto extends CourtPaperDto {
  @ApiProperty({ description: `When it was given, ${PAST_INSTANT}`, example: '2027-03-01T10:00:00+08:00' })
  @IsInstant()
  judgedAt: string;

  @ApiProperty({ description: `When it was served on the last party, ${PAST_INSTANT}; fifteen days to appeal, thirty without domicile in the country (民事诉讼法第一百七十一条、第二百八十六条)`, example: '2027-03-03T10:00:00+08:00' })
  @IsInstant()
  servedAt: string;

  @ApiProperty({ description: 'Claims granted, granted in part, or rejected', enum: RESULTS, example: 'granted' })
  @IsIn(RESULTS)
  result: (typeof RESULTS)[number];

  @ApiPropertyOptional({ description: 'Damages in all, CNY, with the punitive part and without expenses', default: 0, example: 800000, minimum: 0, maximum: MOST_MONEY })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  damages?: number;

  @ApiPropertyOptional({ description: 'Reasonable expenses of stopping the infringement, CNY', default: 0, example: 30000, minimum: 0, maximum: MOST_MONEY })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  expenses?: number;

  @ApiPropertyOptional({ description: 'Whether the infringement has to stop', default: false, example: true })
  @IsOptional() @IsBoolean()
  injunction?: boolean;

  @ApiPropertyOptional({ description: 'Punitive part, with its base, factor and facts', type: PunitiveDto, example: { base: 200000, baseKind: 'profit', factor: 3, amount: 600000, wilfulness: ['pirated-or-counterfeited'], gravity: ['again-after-penalty'] } })
  @IsOptional() @ValidateNested() @Type(() => PunitiveDto)
  punitive?: PunitiveDto;

  @ApiPropertyOptional({ description: 'Last day to perform, YYYY-MM-DD, of a judgment that is final at once', example: '2027-03-13' })
  @IsOptional() @IsDay()
  performBy?: string;
}

export class AppealDto {
  @ApiProperty({ description: 'Who appeals (id of its entry in the case)', example: '019aa1b2-0000-7000-8000-000000000050' })
  @IsUUID()
  appellant: string;

  @ApiProperty({ description: `When the appeal was handed in or posted (民事诉讼法第八十五条第四款), ${PAST_INSTANT}`, example: '2027-03-10T10:00:00+08:00' })
  @IsInstant()
  appealedAt: string;
}

export class FileAppealDto extends CourtPaperDto {
  @ApiProperty({ description: 'Court of second instance: a code of GET /v1/courts, or the name of another court', example: 'guangdong-high-court', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  court: string;

  @ApiProperty({ description: `When it was filed there, ${PAST_INSTANT}; three months for a judgment, thirty days for a ruling (民事诉讼法第一百八十三条)`, example: '2027-04-10T10:00:00+08:00' })
  @IsInstant()
  filedAt: string;
}

export class AffirmDto extends EffectiveDto {
  @ApiProperty({ description: 'Number of the judgment or ruling; taken as it is', example: '（2027）粤民终8号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;
}

export class RemandDto extends CourtPaperDto {
  @ApiProperty({ description: 'Reason; known personal data of reporters are replaced', example: '原判决认定基本事实不清', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiProperty({ description: `When the file was back in the court below, ${PAST_INSTANT}`, example: '2027-06-01T10:00:00+08:00' })
  @IsInstant()
  remandedAt: string;
}

export class OrderCourtDto extends CourtPaperDto {
  @ApiProperty({ description: `When the court below got the order, ${PAST_INSTANT}`, example: '2027-06-01T10:00:00+08:00' })
  @IsInstant()
  orderedAt: string;
}

export class SettleSuitDto extends AffirmDto {
  @ApiProperty({ description: 'Terms; known personal data of reporters are replaced', example: '被告停止侵权，于2027年3月30日前支付15万元', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  terms: string;

  @ApiPropertyOptional({ description: 'Sum to be paid, CNY', example: 150000, minimum: 0, maximum: MOST_MONEY })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  amount?: number;
}

export class EnforcementDto extends CourtPaperDto {
  @ApiProperty({ description: `When it was asked for, ${PAST_INSTANT}`, example: '2027-05-01T10:00:00+08:00' })
  @IsInstant()
  appliedAt: string;
}

export class EndSuitEnforcementDto {
  @ApiProperty({ description: 'Why it ended; known personal data of reporters are replaced', example: '未发现可供执行的财产，终结本次执行程序', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiProperty({ description: `When, ${PAST_INSTANT}`, example: '2027-09-01T10:00:00+08:00' })
  @IsInstant()
  endedAt: string;
}

export class PerformedDto {
  @ApiProperty({ description: `When everything was performed, ${PAST_INSTANT}`, example: '2027-04-01T10:00:00+08:00' })
  @IsInstant()
  performedAt: string;
}

export class ConcludeSuitDto {
  @ApiProperty({ description: 'Why nothing is left to enforce; known personal data of reporters are replaced', example: '诉讼请求被驳回', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}
