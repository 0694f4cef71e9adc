import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsRFC3339, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { FieldError } from '../../platform/http/validation.js';
import { FACT_VALUES } from '../routing/index.js';
import { DECLINE_GROUNDS, REPORT_GROUNDS } from './domain/complaint.guards.js';
import { fieldProblems } from './domain/submission.rules.js';

export const CHANNELS = ['hotline-12345', 'hotline-12315'] as const;
export const REQUEST_TYPES = ['consultation', 'assistance', 'suggestion', 'complaint', 'report', 'praise'] as const;
export const HOLDERS = ['self', 'agent', 'none'] as const;
export const DOCUMENT_TYPES = ['resident-id', 'passport', 'organisation', 'other'] as const;

export class ReporterDto {
  @ApiProperty({ description: 'Name of the person or organisation. Goes into the identity vault only', example: '陈测试', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  name: string;

  @ApiProperty({ description: 'Telephone number with or without separators. Vault only. Source: 总局令第121号第十条', example: '13800000000', maxLength: 30 })
  @IsString() @IsNotEmpty() @MaxLength(30)
  phone: string;

  @ApiPropertyOptional({ description: 'Postal address; required for a consumer complaint (总局令第121号第十条). Vault only', example: '广东省潮州市湘桥区测试路1号', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  address?: string;

  @ApiPropertyOptional({ description: 'Kind of identity document', enum: DOCUMENT_TYPES, example: 'resident-id' })
  @IsOptional() @IsIn(DOCUMENT_TYPES)
  documentType?: (typeof DOCUMENT_TYPES)[number];

  @ApiPropertyOptional({ description: 'Number of that document. Vault only. A wrong check digit is a warning', example: '445102190001010011', maxLength: 40 })
  @IsOptional() @IsString() @MaxLength(40)
  documentNumber?: string;
}

export class TargetDto {
  @ApiProperty({ description: 'Name of the party complained about', example: '潮州市潮安区某不锈钢制品厂（测试）', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  name: string;

  @ApiPropertyOptional({ description: 'Unified social credit code (GB 32100-2015), 18 characters. A wrong check digit is a warning, not a rejection', example: '91445103MA00TQT27J', maxLength: 40 })
  @IsOptional() @IsString() @MaxLength(40)
  uscc?: string;

  @ApiPropertyOptional({ description: 'Address; required for a consumer complaint (总局令第121号第十条)', example: '潮安区彩塘镇测试工业区', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  address?: string;
}

export class RightDto {
  @ApiProperty({ description: 'Type of the right concerned; none where no right is', enum: FACT_VALUES.rightType, example: 'trademark' })
  @IsIn(FACT_VALUES.rightType)
  type: (typeof FACT_VALUES.rightType)[number];

  @ApiPropertyOptional({ description: 'Registration, application or certificate number in its usual form. A wrong check digit is a warning', example: '12345678', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  number?: string;

  @ApiProperty({ description: 'How the caller stands to the right: owner (self), agent of the owner (agent), or neither (none)', enum: HOLDERS, example: 'none' })
  @IsIn(HOLDERS)
  holder: (typeof HOLDERS)[number];

  @ApiPropertyOptional({ description: 'Nice classes, for trademarks', example: [21], type: [Number] })
  @IsOptional() @IsArray() @ArrayMaxSize(45) @IsInt({ each: true }) @Min(1, { each: true }) @Max(45, { each: true })
  niceClasses?: number[];
}

/** A submission from a hotline. Every problem of it is reported at once. */
export class FileComplaintDto {
  @ApiProperty({ description: 'Line that it came over', enum: CHANNELS, example: 'hotline-12345' })
  @IsIn(CHANNELS)
  channel: (typeof CHANNELS)[number];

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
  @IsOptional() @IsRFC3339()
  hotlineReceivedAt?: string;

  @ApiPropertyOptional({ description: 'When the agency with power received it, RFC 3339 with offset; now where it is left out. Starts the statutory clocks (总局令第121号第十五条)', example: '2026-11-20T17:10:00+08:00' })
  @IsOptional() @IsRFC3339()
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

  @ApiProperty({ description: 'Right concerned', type: RightDto, example: { type: 'trademark', number: '12345678', holder: 'none' } })
  @IsNotEmpty() @ValidateNested() @Type(() => RightDto)
  right: RightDto;

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

  /** Checks across fields, reported together with those of single fields. */
  static problems(body: FileComplaintDto): FieldError[] {
    return fieldProblems(body);
  }
}

export class DeclineComplaintDto {
  @ApiProperty({ description: 'Statutory ground: article 16 for consumer complaints; for reports no-competence (第三十四条) or repeated-report (第三十五条)', enum: [...new Set([...DECLINE_GROUNDS, ...REPORT_GROUNDS])], example: 'no-competence' })
  @IsIn([...DECLINE_GROUNDS, ...REPORT_GROUNDS])
  ground: string;

  @ApiProperty({ description: 'Reason told to the complainant (总局令第121号第十五条第二款)', example: '所反映事项不属于本机关职责', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class ReasonDto {
  @ApiProperty({ description: 'Reason, kept in the ledger; no personal data', example: '违法行为发生地不在本辖区', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class RerouteComplaintDto extends ReasonDto {
  @ApiProperty({ description: 'Agency that is to handle it', example: 'xiangqiao-market-regulation', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  agency: string;
}

export const UNMASK_PURPOSES = ['contact-complainant', 'identity-check', 'mediation', 'court-order'] as const;

export class UnmaskDto extends ReasonDto {
  @ApiProperty({ description: 'Purpose, recorded in the ledger with who and when', enum: UNMASK_PURPOSES, example: 'contact-complainant' })
  @IsIn(UNMASK_PURPOSES)
  purpose: (typeof UNMASK_PURPOSES)[number];
}
