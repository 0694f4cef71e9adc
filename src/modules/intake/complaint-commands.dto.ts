import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FACT_VALUES, TRACKS, type Track } from '../routing/index.js';
import { ComplaintRightDto, TargetDto } from './complaint-parts.dto.js';
import { CLASSIFICATIONS, type Classification } from './domain/classify.js';
import { DECLINE_GROUNDS, OTHER_ROUTES, REPORT_GROUNDS } from './domain/grounds.rules.js';

export class DeclineComplaintDto {
  @ApiProperty({ description: 'Statutory ground: article 16 for consumer complaints; for reports no-competence (第三十四条) or repeated-report (第三十五条)', enum: [...new Set([...DECLINE_GROUNDS, ...REPORT_GROUNDS])], example: 'no-competence' })
  @IsIn([...DECLINE_GROUNDS, ...REPORT_GROUNDS])
  ground: string;

  @ApiProperty({ description: 'Reason told to the complainant (总局令第121号第十五条第二款)', example: '所反映事项不属于本机关职责', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class ComplaintReasonDto {
  @ApiProperty({ description: 'Reason, kept in the ledger; no personal data', example: '违法行为发生地不在本辖区', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class RerouteComplaintDto extends ComplaintReasonDto {
  @ApiProperty({ description: 'Agency that is to handle it', example: 'xiangqiao-market-regulation', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  agency: string;
}

export const UNMASK_PURPOSES = ['contact-complainant', 'identity-check', 'mediation', 'court-order'] as const;

export class UnmaskDto extends ComplaintReasonDto {
  @ApiProperty({ description: 'Purpose, recorded in the ledger with who and when', enum: UNMASK_PURPOSES, example: 'contact-complainant' })
  @IsIn(UNMASK_PURPOSES)
  purpose: (typeof UNMASK_PURPOSES)[number];
}

export class OverrideRouteDto extends RerouteComplaintDto {
  @ApiProperty({ description: 'Track; one that the rules allow for the matter', enum: TRACKS, example: 'mediation' })
  @IsIn(TRACKS)
  track: Track;
}

export class IdentityProofDto extends ComplaintReasonDto {
  @ApiProperty({ description: 'Period set by the notice, working days. The clock of acceptance runs on (总局令第121号第十条第三款)', example: 5, minimum: 1, maximum: 30 })
  @IsInt() @Min(1) @Max(30)
  workingDays: number;

  @ApiPropertyOptional({ description: 'Material that is asked for; the notice to a consumer is not issued without it (2026年文书式样四)', type: [String], example: ['有效身份证件'] })
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(200, { each: true })
  materials?: string[];
}

export class TellElsewhereDto extends ComplaintReasonDto {
  @ApiProperty({ description: 'Way that the caller is told of (总局令第121号第四十四条)', enum: OTHER_ROUTES.map(({ code }) => code), example: 'administrative-review' })
  @IsIn(OTHER_ROUTES.map(({ code }) => code))
  route: string;
}

export class TellResultDto {
  @ApiProperty({ description: 'Law and article that have the result told to the reporter (总局令第121号第三十六条)', example: '《反不正当竞争法》第二十条', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  law: string;

  @ApiProperty({ description: 'Result as it is told; known personal data of reporters are replaced', example: '已对当事人作出行政处罚决定', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  result: string;
}

export class CorrectComplaintDto extends ComplaintReasonDto {
  @ApiPropertyOptional({ description: 'What it is in law', enum: CLASSIFICATIONS, example: 'report' })
  @IsOptional() @IsIn(CLASSIFICATIONS)
  classification?: Classification;

  @ApiPropertyOptional({ description: 'Subject matter', enum: FACT_VALUES.matter, example: 'infringement' })
  @IsOptional() @IsIn(FACT_VALUES.matter)
  matter?: (typeof FACT_VALUES.matter)[number];

  @ApiPropertyOptional({ description: 'Region', enum: FACT_VALUES.region, example: '445103' })
  @IsOptional() @IsIn(FACT_VALUES.region)
  region?: (typeof FACT_VALUES.region)[number];

  @ApiPropertyOptional({ description: 'Party complained about, whole', type: TargetDto, example: { name: '潮州市潮安区某不锈钢制品厂（测试）' } })
  @IsOptional() @ValidateNested() @Type(() => TargetDto)
  target?: TargetDto;

  @ApiPropertyOptional({ description: 'Right concerned, whole', type: ComplaintRightDto, example: { type: 'trademark', number: '12345678', holder: 'none' } })
  @IsOptional() @ValidateNested() @Type(() => ComplaintRightDto)
  right?: ComplaintRightDto;

  @ApiPropertyOptional({ description: 'The part of the story that the respondent of a mediation may see', example: '购买餐具与宣传不符。', maxLength: 5000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(5000)
  disputeFacts?: string;
}

export class SplitComplaintDto extends ComplaintReasonDto {
  @ApiProperty({ description: 'What the part that is split off is in law (总局令第121号第九条)', enum: ['consumer-complaint', 'report'], example: 'report' })
  @IsIn(['consumer-complaint', 'report'])
  classification: 'consumer-complaint' | 'report';
}
