import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { IsDay } from '../../platform/http/day.js';
import type { FieldError } from '../../platform/http/validation.js';
import { FACT_VALUES } from '../routing/index.js';
import { AmountsDto, DisputeDto, RelatedNumberDto, RepresentativeDto, ReporterDto, ComplaintRightDto, TargetDto, VenueDto } from './complaint-parts.dto.js';
import { CHANNELS, type Channel } from './data/channels.data.js';
import { ASKS, type Ask } from './domain/classify.js';
import { fieldProblems } from './domain/submission.rules.js';

export const REQUEST_TYPES = ['consultation', 'assistance', 'suggestion', 'complaint', 'report', 'praise'] as const;
/** 投诉请求 of the official form (投诉登记表). */
export const CLAIMS = ['repair', 'redo', 'replace', 'return', 'make-up-quantity', 'refund', 'compensation'] as const;

/** A submission over any channel. Every problem of it is reported at once. */
export class FileComplaintDto {
  @ApiProperty({ description: 'Channel that it came over', enum: CHANNELS, example: 'hotline-12345' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({ description: 'System that sends it; together with externalNumber the natural key', example: 'GD12345', maxLength: 40 })
  @Matches(/^[\w.-]{1,40}$/)
  sourceSystem: string;

  @ApiProperty({ description: 'Number in that system, opaque. Sending it again returns the same complaint', example: 'CZ2026112200123', maxLength: 64 })
  @Matches(/^[\x21-\x7e]{1,64}$/)
  externalNumber: string;

  @ApiProperty({ description: 'What the hotline recorded (咨询, 求助, 建议, 投诉, 举报, 表扬). It chooses the reply clock of the 12345 line, not the legal nature', enum: REQUEST_TYPES, example: 'report' })
  @IsIn(REQUEST_TYPES)
  requestType: (typeof REQUEST_TYPES)[number];

  @ApiPropertyOptional({ description: 'When the hotline took the call, RFC 3339 with offset. Starts the 12345 reply clock; the receipt by the agency where it is left out', example: '2026-11-20T16:42:00+08:00' })
  @IsOptional() @IsInstant()
  hotlineReceivedAt?: string;

  @ApiPropertyOptional({ description: 'When the agency with power received it, RFC 3339 with offset; now where it is left out. Starts the statutory clocks (总局令第121号第十五条)', example: '2026-11-20T17:10:00+08:00' })
  @IsOptional() @IsInstant()
  receivedAt?: string;

  @ApiProperty({ description: 'Region where it happened or where the party is: GB/T 2260 code, or CZ-FENGXI', enum: FACT_VALUES.region, example: '445103' })
  @IsIn(FACT_VALUES.region)
  region: (typeof FACT_VALUES.region)[number];

  @ApiPropertyOptional({ description: 'Node of the 12345 classification DB44/T 2479-2024, as system:level:code (the printed code alone is not unique)', example: 'db44t2479-2024:1003:100302', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  db44Node?: string;

  @ApiProperty({ description: 'Subject matter as the operator sees it', enum: FACT_VALUES.matter, example: 'infringement' })
  @IsIn(FACT_VALUES.matter)
  matter: (typeof FACT_VALUES.matter)[number];

  @ApiProperty({ description: 'Whether it is filed under a real name; an anonymous report leaves reporter out', example: true })
  @IsBoolean()
  realName: boolean;

  @ApiPropertyOptional({ description: 'Who filed it; required with realName. Kept encrypted in the vault, never shown in lists, logs or events', type: ReporterDto, example: { name: '陈测试', phone: '13800000000' } })
  @IsOptional() @ValidateNested() @Type(() => ReporterDto)
  reporter?: ReporterDto;

  @ApiProperty({ description: 'Party complained about', type: TargetDto, example: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' } })
  @IsNotEmpty() @ValidateNested() @Type(() => TargetDto)
  target: TargetDto;

  @ApiProperty({ description: 'Right concerned', type: ComplaintRightDto, example: { type: 'trademark', number: '12345678', holder: 'none' } })
  @IsNotEmpty() @ValidateNested() @Type(() => ComplaintRightDto)
  right: ComplaintRightDto;

  @ApiProperty({ description: 'Facts as told: time, place, content, amounts. Names and numbers of the reporter are replaced before it is stored outside the vault', example: '在某网店购得标有他人注册商标的餐具，疑为侵权商品。', maxLength: 10_000 })
  @IsString() @IsNotEmpty() @MaxLength(10_000)
  facts: string;

  @ApiPropertyOptional({ description: 'Goods crossing the border', example: false, default: false })
  @IsOptional() @IsBoolean()
  border: boolean = false;

  @ApiPropertyOptional({ description: 'The caller bought for daily life and asks for the dispute to be settled (总局令第121号第三条)', example: false, default: false })
  @IsOptional() @IsBoolean()
  livingConsumption: boolean = false;

  @ApiPropertyOptional({ description: 'Consent to publication of complaint information (投诉登记表)', example: false, default: false })
  @IsOptional() @IsBoolean()
  consentPublish: boolean = false;

  @ApiPropertyOptional({ description: 'Consent to entrusted mediation (投诉登记表)', example: true, default: false })
  @IsOptional() @IsBoolean()
  consentEntrustedMediation: boolean = false;

  @ApiPropertyOptional({ description: 'What the caller asks for; taken from requestType and claims where it is left out. Settling a dispute and investigating in one are two legs (总局令第121号第九条)', enum: ASKS, isArray: true, example: ['settle-dispute', 'investigate'] })
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsIn(ASKS, { each: true })
  asks?: Ask[];

  @ApiPropertyOptional({ description: 'What a consumer claims (投诉登记表)', enum: CLAIMS, isArray: true, example: ['refund'] })
  @IsOptional() @IsArray() @IsIn(CLAIMS, { each: true })
  claims?: (typeof CLAIMS)[number][];

  @ApiPropertyOptional({ description: 'What the respondent of a mediation may see', type: DisputeDto, example: { facts: '购买餐具与宣传不符。' } })
  @IsOptional() @ValidateNested() @Type(() => DisputeDto)
  dispute?: DisputeDto;

  @ApiPropertyOptional({ description: 'Where it happened: shop, platform, live stream, fair', type: VenueDto, example: { kind: 'platform', platformName: '某电商平台', addressShown: true } })
  @IsOptional() @ValidateNested() @Type(() => VenueDto)
  venue?: VenueDto;

  @ApiPropertyOptional({ description: 'Who speaks for the reporter, with the power of attorney. Vault only (总局令第121号第十一条)', type: RepresentativeDto, example: { name: '林测试', phone: '13700000000', powerOfAttorney: { matters: '投诉', scope: '一般代理', validUntil: '2027-12-31', signed: true } } })
  @IsOptional() @ValidateNested() @Type(() => RepresentativeDto)
  representative?: RepresentativeDto;

  @ApiPropertyOptional({ description: 'Who complains together with the reporter. Vault only (总局令第121号第十二条)', type: [ReporterDto], example: [{ name: '郑测试', phone: '13600000000' }] })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ReporterDto)
  coComplainants?: ReporterDto[];

  @ApiPropertyOptional({ description: 'Which of them speak for all, at most two: 0 is the reporter, 1 the first of coComplainants (总局令第121号第十二条第二款)', type: [Number], example: [0, 1] })
  @IsOptional() @IsArray() @ArrayMaxSize(2) @IsInt({ each: true }) @Min(0, { each: true }) @Max(50, { each: true })
  jointRepresentatives?: number[];

  @ApiPropertyOptional({ description: 'Both sides want to settle before the mediation committee', example: false, default: false })
  @IsOptional() @IsBoolean()
  bothWilling: boolean = false;

  @ApiPropertyOptional({ description: 'Whether somebody has taken the dispute up before (总局令第121号第十六条第二项, 令81第十二条)', enum: FACT_VALUES.priorProceedings, example: 'none', default: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.priorProceedings)
  priorProceedings: (typeof FACT_VALUES.priorProceedings)[number] = 'none';

  @ApiPropertyOptional({ description: 'Amounts as told or counted', type: AmountsDto, example: { businessAmount: 60_000 } })
  @IsOptional() @ValidateNested() @Type(() => AmountsDto)
  amounts?: AmountsDto;

  @ApiPropertyOptional({ description: 'The party was punished for the same kind of act within two years', example: false, default: false })
  @IsOptional() @IsBoolean()
  punishedWithinTwoYears: boolean = false;

  @ApiPropertyOptional({ description: 'The officer sees reasonable suspicion of a crime (国务院令第310号第三条第二款)', example: false, default: false })
  @IsOptional() @IsBoolean()
  suspicionOfCrime: boolean = false;

  @ApiPropertyOptional({ description: 'A party from abroad, Hong Kong, Macao or Taiwan. Used only where a statute itself does (广东省知识产权保护条例第二十七条)', example: false, default: false })
  @IsOptional() @IsBoolean()
  foreignRelated: boolean = false;

  @ApiPropertyOptional({ description: 'Number of cities that it reaches', example: 1, minimum: 1, maximum: 21 })
  @IsOptional() @IsInt() @Min(1) @Max(21)
  citiesAffected?: number;

  @ApiPropertyOptional({ description: 'Day of the act complained of, YYYY-MM-DD, Asia/Shanghai', example: '2026-11-18' })
  @IsOptional() @IsDay()
  actDate?: string;

  @ApiPropertyOptional({ description: 'Numbers of other work orders about the same matter', type: [RelatedNumberDto], example: [{ sourceSystem: 'N12315', externalNumber: '1445103202611220001' }] })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => RelatedNumberDto)
  relatedNumbers?: RelatedNumberDto[];

  /** Checks across fields, reported together with those of single fields. */
  static problems(body: FileComplaintDto): FieldError[] {
    return fieldProblems(body);
  }
}
