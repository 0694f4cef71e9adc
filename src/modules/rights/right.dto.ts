import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import type { FieldError } from '../../platform/http/validation.js';
import { PersonDto, RegisterReasonDto } from '../parties/index.js';
import { REGISTERED_TYPES, STATUSES, type RegisteredType } from './domain/right.rules.js';

const CLEARABLE = ['title', 'goods', 'validFrom', 'validTo', 'evaluationReport', 'pendingInvalidation'] as const;

export class RightStatusDto {
  @ApiProperty({ description: 'What the office says', enum: STATUSES, example: 'in-force' })
  @IsIn(STATUSES)
  value: (typeof STATUSES)[number];

  @ApiPropertyOptional({ description: 'First day of that status, YYYY-MM-DD', example: '2026-03-01' })
  @IsOptional() @IsDay()
  since?: string;

  @ApiProperty({ description: 'Day on which it was looked up, YYYY-MM-DD', example: '2026-11-20' })
  @IsDay()
  seenOn: string;

  @ApiProperty({ description: 'Where it was looked up, and by whom', example: '专利登记簿副本，市局知识产权保护科查询', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  source: string;
}

export class EvaluationReportDto {
  @ApiProperty({ description: 'Day of the report, YYYY-MM-DD', example: '2025-08-01' })
  @IsDay()
  issuedOn: string;

  @ApiPropertyOptional({ description: 'Conclusion in words', example: '未发现不符合授权条件的缺陷', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  conclusion?: string;
}

export class PendingInvalidationDto {
  @ApiPropertyOptional({ description: 'Number of the request', example: '4W123456', maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  number?: string;

  @ApiPropertyOptional({ description: 'Day of the request, YYYY-MM-DD', example: '2026-10-08' })
  @IsOptional() @IsDay()
  filedOn?: string;
}

/** What may be said of a right besides type and number. */
export class RightDetailsDto {
  @ApiPropertyOptional({ description: 'Title, or the mark in words', example: '餐具（测试）', maxLength: 300 })
  @IsOptional() @IsString() @MaxLength(300)
  title?: string;

  @ApiPropertyOptional({ description: 'Goods or services, product of a design, area of a geographical indication', example: '日用陶瓷餐具', maxLength: 2000 })
  @IsOptional() @IsString() @MaxLength(2000)
  goods?: string;

  @ApiPropertyOptional({ description: 'Nice classes, 1 to 45', example: [21], type: [Number] })
  @IsOptional() @IsArray() @ArrayMaxSize(45) @IsInt({ each: true }) @Min(1, { each: true }) @Max(45, { each: true })
  niceClasses?: number[];

  @ApiPropertyOptional({ description: 'Locarno classes, two digits and subclass', example: ['07-01'], type: [String] })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Matches(/^\d{2}-\d{2}$/, { each: true })
  locarnoClasses?: string[];

  @ApiPropertyOptional({ description: 'First day in force, YYYY-MM-DD', example: '2020-05-21' })
  @IsOptional() @IsDay()
  validFrom?: string;

  @ApiPropertyOptional({ description: 'Last day in force, YYYY-MM-DD', example: '2030-05-20' })
  @IsOptional() @IsDay()
  validTo?: string;

  @ApiPropertyOptional({ description: 'Status at the office, with the day and place where it was seen', type: RightStatusDto, example: { value: 'in-force', seenOn: '2026-11-20', source: '专利登记簿副本' } })
  @IsOptional() @ValidateNested() @Type(() => RightStatusDto)
  status?: RightStatusDto;

  @ApiPropertyOptional({ description: 'Evaluation report of a utility model or design (令81第十四条第二款)', type: EvaluationReportDto, example: { issuedOn: '2025-08-01' } })
  @IsOptional() @ValidateNested() @Type(() => EvaluationReportDto)
  evaluationReport?: EvaluationReportDto;

  @ApiPropertyOptional({ description: 'Invalidation asked for and not decided', type: PendingInvalidationDto, example: { filedOn: '2026-10-08' } })
  @IsOptional() @ValidateNested() @Type(() => PendingInvalidationDto)
  pendingInvalidation?: PendingInvalidationDto;
}

export class RegisterRightDto extends RightDetailsDto {
  @ApiProperty({ description: 'Type; what an office registers. Trade secrets have no entry', enum: REGISTERED_TYPES, example: 'patent' })
  @IsIn(REGISTERED_TYPES)
  type: RegisteredType;

  @ApiProperty({ description: 'Registration, application or certificate number in its usual form. A wrong check digit is a warning', example: 'ZL202630000001.X', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;
}

/** What is given replaces what is there; the rest stays. A wrong type or number is another entry: strike this one off. */
export class CorrectRightDto extends PartialType(RightDetailsDto) {
  @ApiPropertyOptional({ description: 'What is to be taken out without anything in its place', enum: CLEARABLE, isArray: true, example: ['pendingInvalidation'] })
  @IsOptional() @IsArray() @IsIn(CLEARABLE, { each: true })
  clear?: (typeof CLEARABLE)[number][];

  @ApiProperty({ description: 'Why; kept with the version and in the ledger, no personal data', example: '依据专利登记簿副本更正', maxLength: 500 })
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason: string;
}

export class RightPartyDto {
  @ApiPropertyOptional({ description: 'Organisation of the register', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsOptional() @IsUUID()
  organisationId?: string;

  @ApiPropertyOptional({ description: 'Person who stands in this right already', example: '019aa1b2-0000-7000-8000-000000000040' })
  @IsOptional() @IsUUID()
  personId?: string;

  @ApiPropertyOptional({ description: 'A natural person; name and number go into the vault', type: PersonDto, example: { name: '林测试' } })
  @IsOptional() @ValidateNested() @Type(() => PersonDto)
  person?: PersonDto;
}

export class AddHolderDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Who holds it', type: RightPartyDto, example: { organisationId: '019aa1b2-0000-7000-8000-000000000020' } })
  @IsNotEmpty() @ValidateNested() @Type(() => RightPartyDto)
  party: RightPartyDto;

  @ApiProperty({ description: 'owner: as the office has it; heir: lawful heir who is not entered there yet (令81第十二条第二款)', enum: ['owner', 'heir'], example: 'owner' })
  @IsIn(['owner', 'heir'])
  capacity: 'owner' | 'heir';

  @ApiPropertyOptional({ description: 'Share, percent', example: 50 })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 4 }) @Min(0) @Max(100)
  share?: number;

  @ApiPropertyOptional({ description: 'First day, YYYY-MM-DD', example: '2020-05-21' })
  @IsOptional() @IsDay()
  from?: string;

  @ApiPropertyOptional({ description: 'Last day, YYYY-MM-DD', example: '2024-12-31' })
  @IsOptional() @IsDay()
  to?: string;

  static problems(body: AddHolderDto): FieldError[] {
    return [...partyProblems('party', body.party), ...orderProblems(body)];
  }
}

export class AddLicenceDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Who gives it', type: RightPartyDto, example: { organisationId: '019aa1b2-0000-7000-8000-000000000020' } })
  @IsNotEmpty() @ValidateNested() @Type(() => RightPartyDto)
  licensor: RightPartyDto;

  @ApiProperty({ description: 'Who gets it', type: RightPartyDto, example: { organisationId: '019aa1b2-0000-7000-8000-000000000022' } })
  @IsNotEmpty() @ValidateNested() @Type(() => RightPartyDto)
  licensee: RightPartyDto;

  @ApiProperty({ description: 'exclusive 独占: not even the holder; sole 排他: nobody beside the holder; ordinary 普通', enum: ['exclusive', 'sole', 'ordinary'], example: 'exclusive' })
  @IsIn(['exclusive', 'sole', 'ordinary'])
  kind: 'exclusive' | 'sole' | 'ordinary';

  @ApiPropertyOptional({ description: 'Territory in words', example: '广东省', maxLength: 200 })
  @IsOptional() @IsString() @MaxLength(200)
  territory?: string;

  @ApiPropertyOptional({ description: 'First day, YYYY-MM-DD', example: '2024-01-01' })
  @IsOptional() @IsDay()
  from?: string;

  @ApiPropertyOptional({ description: 'Last day, YYYY-MM-DD', example: '2028-12-31' })
  @IsOptional() @IsDay()
  to?: string;

  @ApiPropertyOptional({ description: 'Contract or separate authorisation lets the licensee act in its own name (令81第十二条第二款)', example: false, default: false })
  @IsOptional() @IsBoolean()
  mayActAlone: boolean = false;

  @ApiPropertyOptional({ description: 'Licence of this right that it stands under; left out where the holder gives it', example: '019aa1b2-0000-7000-8000-000000000031' })
  @IsOptional() @IsUUID()
  under?: string;

  static problems(body: AddLicenceDto): FieldError[] {
    return [...partyProblems('licensor', body.licensor), ...partyProblems('licensee', body.licensee), ...orderProblems(body)];
  }
}

export class EndEntryDto extends RegisterReasonDto {
  @ApiProperty({ description: 'Last day, YYYY-MM-DD', example: '2026-10-31' })
  @IsDay()
  to: string;
}

function partyProblems(path: string, party: RightPartyDto | undefined): FieldError[] {
  const named = [party?.organisationId, party?.personId, party?.person].filter((given) => given !== undefined);
  return party === undefined || named.length === 1 ? [] : [{ path, code: 'one-party', message: { zh: '必须指明一个机构或一名自然人', en: `${path} must name one organisation or one person` } }];
}

function orderProblems({ from, to }: { readonly from?: string; readonly to?: string }): FieldError[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ path: 'to', code: 'ends-before-it-begins', message: { zh: '终止日早于起始日', en: 'to lies before from' } }];
}
