import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { BasisDto, WarningDto } from '../../platform/http/shared.dto.js';
import { REGISTERED_TYPES, type RegisteredType } from './domain/right.rules.js';
import { EvaluationReportDto, PendingInvalidationDto } from './right.dto.js';

export class RightListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only this type', enum: REGISTERED_TYPES, example: 'patent' })
  @IsOptional() @IsIn(REGISTERED_TYPES)
  type?: RegisteredType;

  @ApiPropertyOptional({ description: 'Number, however it is spelt', example: 'ZL202630000001.X', maxLength: 100 })
  @IsOptional() @IsString() @MaxLength(100)
  number?: string;

  @ApiPropertyOptional({ description: 'Only rights of which this organisation is or was a holder', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsOptional() @IsUUID()
  holder?: string;
}

export class StandingQuery {
  @ApiPropertyOptional({ description: 'Organisation that asks; either this or person', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsOptional() @IsUUID()
  organisation?: string;

  @ApiPropertyOptional({ description: 'Person of the register who asks', example: '019aa1b2-0000-7000-8000-000000000040' })
  @IsOptional() @IsUUID()
  person?: string;

  @ApiPropertyOptional({ description: 'Day of the request, YYYY-MM-DD (Asia/Shanghai); today where it is left out', example: '2026-11-22' })
  @IsOptional() @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Whether the holder asks itself, where that is known: it decides over a sole licensee', example: false })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  holderRequests?: boolean;
}

export class PartyNameDto {
  @ApiPropertyOptional({ description: 'Organisation id', example: '019aa1b2-0000-7000-8000-000000000020' })
  organisation?: string;

  @ApiPropertyOptional({ description: 'Person id', example: '019aa1b2-0000-7000-8000-000000000040' })
  person?: string;

  @ApiProperty({ description: 'Name of the organisation, or masked name of the person; null for a person that this account sees in no case', example: '潮州市某陶瓷有限公司（测试）', nullable: true, type: String })
  name: string | null;
}

export class HolderDto {
  @ApiProperty({ description: 'Id of the entry', example: '019aa1b2-0000-7000-8000-000000000030' })
  id: string;

  @ApiProperty({ description: 'Who', type: PartyNameDto, example: { organisation: '019aa1b2-0000-7000-8000-000000000020', name: '潮州市某陶瓷有限公司（测试）' } })
  party: PartyNameDto;

  @ApiProperty({ description: 'owner or heir', example: 'owner' })
  capacity: string;

  @ApiProperty({ description: 'Share, percent', example: 100, nullable: true, type: Number })
  share: number | null;

  @ApiProperty({ description: 'First day, YYYY-MM-DD', example: '2020-05-21', nullable: true, type: String })
  from: string | null;

  @ApiProperty({ description: 'Last day, YYYY-MM-DD', example: null, nullable: true, type: String })
  to: string | null;

  @ApiProperty({ description: 'Whether it holds on the day asked for', example: true })
  holds: boolean;
}

export class LicenceDto {
  @ApiProperty({ description: 'Id of the entry', example: '019aa1b2-0000-7000-8000-000000000031' })
  id: string;

  @ApiProperty({ description: 'Who gives it', type: PartyNameDto, example: { organisation: '019aa1b2-0000-7000-8000-000000000020', name: '潮州市某陶瓷有限公司（测试）' } })
  licensor: PartyNameDto;

  @ApiProperty({ description: 'Who gets it', type: PartyNameDto, example: { organisation: '019aa1b2-0000-7000-8000-000000000022', name: '潮州市某餐具厂（测试）' } })
  licensee: PartyNameDto;

  @ApiProperty({ description: 'exclusive, sole or ordinary', example: 'exclusive' })
  kind: string;

  @ApiProperty({ description: 'Territory', example: '广东省', nullable: true, type: String })
  territory: string | null;

  @ApiProperty({ description: 'First day, YYYY-MM-DD', example: '2024-01-01', nullable: true, type: String })
  from: string | null;

  @ApiProperty({ description: 'Last day, YYYY-MM-DD', example: '2028-12-31', nullable: true, type: String })
  to: string | null;

  @ApiProperty({ description: 'Whether the licensee may act in its own name', example: false })
  mayActAlone: boolean;

  @ApiProperty({ description: 'Licence that it stands under', example: null, nullable: true, type: String })
  under: string | null;

  @ApiProperty({ description: 'Whether it holds on the day asked for', example: true })
  holds: boolean;
}

export class ValidityDto {
  @ApiProperty({ description: 'Day, YYYY-MM-DD', example: '2026-11-22' })
  day: string;

  @ApiProperty({ description: 'in-force, not-yet, ended, void or unknown', example: 'in-force' })
  standing: string;

  @ApiProperty({ description: 'In words', example: '该日有效' })
  text: string;

  @ApiPropertyOptional({ description: 'Article, where one decides', type: BasisDto, example: { source: '专利法（2020）', article: '第四十七条第一款', status: 'verified' } })
  basis?: BasisDto;
}

export class RightRowDto {
  @ApiProperty({ description: 'Right id', example: '019aa1b2-0000-7000-8000-000000000025' })
  id: string;

  @ApiProperty({ description: 'State of the entry', example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Type', enum: REGISTERED_TYPES, example: 'patent' })
  type: string;

  @ApiProperty({ description: 'Number, normalised', example: '202630000001.X' })
  number: string;

  @ApiProperty({ description: 'Kind of patent', example: 'design', nullable: true, type: String })
  kind: string | null;

  @ApiProperty({ description: 'Title', example: '餐具（测试）', nullable: true, type: String })
  title: string | null;

  @ApiProperty({ description: 'First day in force', example: '2020-05-21', nullable: true, type: String })
  validFrom: string | null;

  @ApiProperty({ description: 'Last day in force', example: '2030-05-20', nullable: true, type: String })
  validTo: string | null;

  @ApiProperty({ description: 'What the office says', example: 'in-force' })
  status: string;
}

export class RightDto extends RightRowDto {
  @ApiProperty({ description: 'Goods, services or product', example: '日用陶瓷餐具', nullable: true, type: String })
  goods: string | null;

  @ApiProperty({ description: 'Nice classes', example: [21], type: [Number] })
  niceClasses: number[];

  @ApiProperty({ description: 'Locarno classes', example: ['07-01'], type: [String] })
  locarnoClasses: string[];

  @ApiProperty({ description: 'First day of the status', example: null, nullable: true, type: String })
  statusSince: string | null;

  @ApiProperty({ description: 'Day on which the status was looked up', example: '2026-11-20', nullable: true, type: String })
  statusSeenOn: string | null;

  @ApiProperty({ description: 'Where it was looked up, and by whom', example: '专利登记簿副本', nullable: true, type: String })
  statusSource: string | null;

  @ApiProperty({ description: 'Holders over time', type: [HolderDto], example: [] })
  holders: HolderDto[];

  @ApiProperty({ description: 'Licences over time', type: [LicenceDto], example: [] })
  licences: LicenceDto[];

  @ApiProperty({ description: 'Evaluation report', type: EvaluationReportDto, nullable: true, example: null })
  evaluationReport: EvaluationReportDto | null;

  @ApiProperty({ description: 'Invalidation asked for and not decided', type: PendingInvalidationDto, nullable: true, example: null })
  pendingInvalidation: PendingInvalidationDto | null;

  @ApiProperty({ description: 'Whether it was in force on the day asked for, or today', type: ValidityDto, example: { day: '2026-11-22', standing: 'in-force', text: '该日有效' } })
  validity: ValidityDto;

  @ApiProperty({ description: 'What somebody who relies on it should know', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'When it was entered, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  createdAt: string;
}

/** How an entry stands after a command; holders and licences with their names are in the entry itself. */
export class RightChangedDto extends RightRowDto {
  @ApiProperty({ description: 'Holder or licence that was added or ended', example: '019aa1b2-0000-7000-8000-000000000030', nullable: true, type: String })
  entry: string | null;

  @ApiProperty({ description: 'Whether it is in force today', type: ValidityDto, example: { day: '2026-11-22', standing: 'in-force', text: '该日有效' } })
  validity: ValidityDto;

  @ApiProperty({ description: 'What somebody who relies on it should know', type: [WarningDto], example: [] })
  warnings: WarningDto[];
}

export class RightPage {
  @ApiProperty({ description: 'Rows of this page, newest first; the next page is in the Link header', type: [RightRowDto], example: [] })
  items: RightRowDto[];
}

export class StandingDto {
  @ApiProperty({ description: 'yes, no, or if-holder-does-not', example: 'yes' })
  entitled: string;

  @ApiProperty({ description: 'owner, heir, exclusive, sole, ordinary or none', example: 'exclusive' })
  as: string;

  @ApiProperty({ description: 'In words', example: '独占被许可人，可以单独提出请求' })
  text: string;

  @ApiProperty({ description: 'Article', type: BasisDto, example: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十二条第二款', status: 'verified' } })
  basis: BasisDto;

  @ApiProperty({ description: 'Licences from the claimant’s up to the holder’s', example: ['019aa1b2-0000-7000-8000-000000000031'], type: [String] })
  licences: string[];

  @ApiProperty({ description: 'What to look at', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'Whether the right itself was in force on that day', type: ValidityDto, example: { day: '2026-11-22', standing: 'in-force', text: '该日有效' } })
  validity: ValidityDto;
}
