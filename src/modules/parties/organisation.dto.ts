import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { WarningDto } from '../../platform/http/shared.dto.js';
import { RegisterReasonDto } from './register.dto.js';
import { ORGANISATION_LIFECYCLE } from './domain/organisation.lifecycle.js';

const STATES = Object.keys(ORGANISATION_LIFECYCLE.states);

export class FormerNameDto {
  @ApiProperty({ description: 'Name that was given up', example: '潮州市某金属厂（测试）', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  name: string;

  @ApiPropertyOptional({ description: 'First day of that name, YYYY-MM-DD', example: '2015-03-01' })
  @IsOptional() @IsDay()
  from?: string;

  @ApiPropertyOptional({ description: 'First day of the name that followed, YYYY-MM-DD', example: '2020-06-01' })
  @IsOptional() @IsDay()
  until?: string;
}

export class ShopDto {
  @ApiProperty({ description: 'Platform', example: 'taobao', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  platform: string;

  @ApiProperty({ description: 'Id of the shop on that platform', example: 'shop-123456', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  shopId: string;

  @ApiPropertyOptional({ description: 'Name of the shop', example: '某餐具旗舰店（测试）', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  name?: string;
}

export class RegisterOrganisationDto {
  @ApiProperty({ description: 'Name now, as on the licence', example: '潮州市潮安区某不锈钢制品厂（测试）', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  name: string;

  @ApiPropertyOptional({ description: 'Unified social credit code (GB 32100-2015). A wrong check digit is a warning; a text that cannot be a code is not kept (总局令第112号第九条)', example: '91445103MA00TQT27J', maxLength: 40 })
  @IsOptional() @IsString() @MaxLength(40)
  uscc?: string;

  @ApiPropertyOptional({ description: 'Names given up before', type: [FormerNameDto], example: [] })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FormerNameDto)
  formerNames?: FormerNameDto[];

  @ApiPropertyOptional({ description: 'Address of its seat or place of business', example: '潮安区彩塘镇测试工业区', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  address?: string;

  @ApiPropertyOptional({ description: 'Region of its seat: GB/T 2260 code, or CZ-FENGXI', example: '445103' })
  @IsOptional() @Matches(/^(\d{6}|CZ-FENGXI)$/)
  region?: string;

  @ApiPropertyOptional({ description: 'Its shops on platforms', type: [ShopDto], example: [{ platform: 'taobao', shopId: 'shop-123456' }] })
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ShopDto)
  shops?: ShopDto[];
}

const CLEARABLE = ['uscc', 'address', 'region'] as const;

/** What is given replaces what is there; the rest stays. */
export class CorrectOrganisationDto extends PartialType(RegisterOrganisationDto) {
  @ApiPropertyOptional({ description: 'First day of the new name, YYYY-MM-DD: the old one becomes a former name. Without it a changed name counts as a slip of the pen', example: '2026-11-01' })
  @IsOptional() @IsDay()
  renamedOn?: string;

  @ApiPropertyOptional({ description: 'What is to be taken out without anything in its place', enum: CLEARABLE, isArray: true, example: ['address'] })
  @IsOptional() @IsArray() @IsIn(CLEARABLE, { each: true })
  clear?: (typeof CLEARABLE)[number][];

  @ApiProperty({ description: 'Why; kept with the version and in the ledger, no personal data', example: '依据营业执照更正', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason: string;
}

export class MergeOrganisationDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Organisation with a code that this entry turned out to be', example: '019aa1b2-0000-7000-8000-000000000021' })
  @IsUUID()
  into: string;
}

export class OrganisationListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Words of a name, present or former; best match first', example: '彩塘不锈钢', minLength: 2, maxLength: 100 })
  @IsOptional() @IsString() @MinLength(2) @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: 'Credit code, however it is spelt; answers with at most one row', example: '91445103MA00TQT27J', maxLength: 40 })
  @IsOptional() @IsString() @MaxLength(40)
  uscc?: string;
}

export class OrganisationRowDto {
  @ApiProperty({ description: 'Organisation id', example: '019aa1b2-0000-7000-8000-000000000020' })
  id: string;

  @ApiProperty({ description: 'State', enum: STATES, example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Credit code, normalised; null where it is not known', example: '91445103MA00TQT27J', nullable: true, type: String })
  uscc: string | null;

  @ApiProperty({ description: 'Name now', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  name: string;

  @ApiProperty({ description: 'Address', example: '潮安区彩塘镇测试工业区', nullable: true, type: String })
  address: string | null;

  @ApiProperty({ description: 'Region of its seat', example: '445103', nullable: true, type: String })
  region: string | null;

  @ApiProperty({ description: 'Entry that it was merged into', example: null, nullable: true, type: String })
  mergedInto: string | null;
}

export class NameOnDayDto {
  @ApiProperty({ description: 'Day, YYYY-MM-DD', example: '2019-01-01' })
  day: string;

  @ApiProperty({ description: 'Name that it bore on that day', example: '潮州市某金属厂（测试）' })
  name: string;
}

export class OrganisationDto extends OrganisationRowDto {
  @ApiProperty({ description: 'Names given up, oldest first', type: [FormerNameDto], example: [] })
  formerNames: FormerNameDto[];

  @ApiProperty({ description: 'Its shops on platforms', type: [ShopDto], example: [] })
  shops: ShopDto[];

  @ApiProperty({ description: 'What somebody should look at', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'How it was called on the day asked for, or today', type: NameOnDayDto, example: { day: '2026-11-22', name: '潮州市潮安区某不锈钢制品厂（测试）' } })
  asOf: NameOnDayDto;

  @ApiProperty({ description: 'When it was entered, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  createdAt: string;
}

export class OrganisationPage {
  @ApiProperty({ description: 'Rows of this page; the next page is in the Link header', type: [OrganisationRowDto], example: [] })
  items: OrganisationRowDto[];
}
