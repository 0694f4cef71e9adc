import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { FACT_VALUES } from '../routing/index.js';

export const HOLDERS = ['self', 'agent', 'none'] as const;
export const DOCUMENT_TYPES = ['resident-id', 'passport', 'organisation', 'other'] as const;
export const LICENCES = ['exclusive', 'sole', 'ordinary'] as const;
const VENUES = FACT_VALUES.venue.filter((venue) => venue !== 'none');

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

  @ApiPropertyOptional({ description: 'What the party is in the matter: merchant, operator of the platform, advertiser, or agent for patents and trademarks', enum: FACT_VALUES.targetRole, default: 'merchant', example: 'merchant' })
  @IsOptional() @IsIn(FACT_VALUES.targetRole)
  role: (typeof FACT_VALUES.targetRole)[number] = 'merchant';
}

export class ComplaintLicenceDto {
  @ApiProperty({ description: 'Kind of licence under which an interested party speaks (令81第十二条)', enum: LICENCES, example: 'exclusive' })
  @IsIn(LICENCES)
  kind: (typeof LICENCES)[number];

  @ApiPropertyOptional({ description: 'First day, YYYY-MM-DD', example: '2024-01-01' })
  @IsOptional() @IsDay()
  from?: string;

  @ApiPropertyOptional({ description: 'Last day, YYYY-MM-DD', example: '2027-12-31' })
  @IsOptional() @IsDay()
  to?: string;

  @ApiPropertyOptional({ description: 'The holder of the right has authorised the licensee to act', example: true, default: false })
  @IsOptional() @IsBoolean()
  authorisedToAct?: boolean;
}

export class ComplaintRightDto {
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

  @ApiPropertyOptional({ description: 'Last day of the right as told, YYYY-MM-DD', example: '2030-05-20' })
  @IsOptional() @IsDay()
  validUntil?: string;

  @ApiPropertyOptional({ description: 'Name of the holder where it is an organisation', example: '潮州市某陶瓷有限公司（测试）', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  holderName?: string;

  @ApiPropertyOptional({ description: 'Licence under which the caller speaks', type: ComplaintLicenceDto, example: { kind: 'exclusive' } })
  @IsOptional() @ValidateNested() @Type(() => ComplaintLicenceDto)
  licence?: ComplaintLicenceDto;

  @ApiPropertyOptional({ description: 'Department that keeps the plant variety', enum: ['agriculture', 'forestry'], example: 'agriculture' })
  @IsOptional() @IsIn(['agriculture', 'forestry'])
  variety?: 'agriculture' | 'forestry';
}

export class ComplaintPowerOfAttorneyDto {
  @ApiProperty({ description: 'Matters entrusted (总局令第121号第十一条第二款)', example: '投诉及调解', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  matters: string;

  @ApiProperty({ description: 'Scope of the authority', example: '一般代理', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  scope: string;

  @ApiProperty({ description: 'Last day, YYYY-MM-DD', example: '2027-12-31' })
  @IsDay()
  validUntil: string;

  @ApiProperty({ description: 'Signed by who gave it', example: true })
  @IsBoolean()
  signed: boolean;
}

export class RepresentativeDto extends ReporterDto {
  @ApiProperty({ description: 'Power of attorney as seen (总局令第121号第十一条)', type: ComplaintPowerOfAttorneyDto, example: { matters: '投诉及调解', scope: '一般代理', validUntil: '2027-12-31', signed: true } })
  @IsNotEmpty() @ValidateNested() @Type(() => ComplaintPowerOfAttorneyDto)
  powerOfAttorney: ComplaintPowerOfAttorneyDto;
}

export class DisputeDto {
  @ApiProperty({ description: 'The part of the story that the respondent of a mediation may see; nothing about a report', example: '购买餐具与宣传不符。', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  facts: string;
}

export class VenueDto {
  @ApiProperty({ description: 'Kind of place', enum: VENUES, example: 'platform' })
  @IsIn(VENUES)
  kind: Exclude<(typeof FACT_VALUES.venue)[number], 'none'>;

  @ApiPropertyOptional({ description: 'Name of the platform', example: '某电商平台', maxLength: 100 })
  @IsOptional() @IsString() @MaxLength(100)
  platformName?: string;

  @ApiPropertyOptional({ description: 'Address of the shop, post or room', example: 'https://shop.example/123', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  shopUrl?: string;

  @ApiPropertyOptional({ description: 'Region of the platform’s seat (总局令第121号第十三条)', enum: FACT_VALUES.region, example: 'outside' })
  @IsOptional() @IsIn(FACT_VALUES.region)
  platformRegion?: (typeof FACT_VALUES.region)[number];

  @ApiPropertyOptional({ description: 'The merchant shows an address on the platform and can be reached there', example: true, default: true })
  @IsOptional() @IsBoolean()
  addressShown?: boolean;

  @ApiPropertyOptional({ description: 'Name of the trade fair', example: '潮州国际陶瓷交易会', maxLength: 100 })
  @IsOptional() @IsString() @MaxLength(100)
  fairName?: string;
}

const AMOUNT = { minimum: 0, maximum: 1e12 };

/** What was told or counted; compared with dated thresholds. */
export class AmountsDto {
  @ApiPropertyOptional({ description: 'Business amount, CNY (非法经营数额)', example: 60_000, ...AMOUNT })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(1e12)
  businessAmount?: number;

  @ApiPropertyOptional({ description: 'Illegal income, CNY (违法所得)', example: 20_000, ...AMOUNT })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(1e12)
  illegalIncome?: number;

  @ApiPropertyOptional({ description: 'Direct loss, CNY', example: 300_000, ...AMOUNT })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(1e12)
  directLoss?: number;

  @ApiPropertyOptional({ description: 'Pieces of labels, copies or goods', example: 5000, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  pieces?: number;

  @ApiPropertyOptional({ description: 'Marks or patents concerned', example: 2, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  marks?: number;

  @ApiPropertyOptional({ description: 'Works offered online', example: 500, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  works?: number;

  @ApiPropertyOptional({ description: 'Downloads', example: 10_000, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  downloads?: number;

  @ApiPropertyOptional({ description: 'Clicks', example: 100_000, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  clicks?: number;

  @ApiPropertyOptional({ description: 'Registered members', example: 1000, minimum: 0 })
  @IsOptional() @IsInt() @Min(0)
  members?: number;
}

export class RelatedNumberDto {
  @ApiProperty({ description: 'System of the other work order', example: 'GD12345', maxLength: 40 })
  @Matches(/^[\w.-]{1,40}$/)
  sourceSystem: string;

  @ApiProperty({ description: 'Its number', example: 'CZ2026112200123', maxLength: 64 })
  @Matches(/^[\x21-\x7e]{1,64}$/)
  externalNumber: string;
}
