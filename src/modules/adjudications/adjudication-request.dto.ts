import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { MemberDto } from '../proceedings/index.js';
import { CONDITION_CODES, EVALUATIONS, MATERIAL_CODES, NON_FILING_CODES, REQUESTER_KINDS, type ConditionCode, type Evaluation, type MaterialCode, type RequesterKind } from './domain/requirements.rules.js';

export const ID = '019aa1b2-0000-7000-8000-000000000000';
const CLEAN = '; known personal data of reporters are replaced';

/** Words that are needed. */
export function Words(description: string, example: string, maxLength = 2000): PropertyDecorator {
  return applyDecorators(ApiProperty({ description: `${description}${CLEAN}`, example, maxLength }), IsString(), IsNotEmpty(), MaxLength(maxLength));
}

/** Words that may be left out. */
export function MaybeWords(description: string, example: string, maxLength = 2000): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ description: `${description}${CLEAN}`, example, maxLength }), IsOptional(), IsString(), IsNotEmpty(), MaxLength(maxLength));
}

/** An instant, RFC 3339 with offset. */
export function Instant(description: string, example = '2026-11-20T10:00:00+08:00'): PropertyDecorator {
  return applyDecorators(ApiProperty({ description: `${description}, RFC 3339 with offset`, example }), IsInstant());
}

/** Id of an entry in the case. */
export function Party(description: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ description: `${description}: id of the entry in the case`, example: ID }), IsUUID());
}

/** Ids of entries in the case, or of accounts. */
export function Ids(description: string, minimum = 1): PropertyDecorator {
  return applyDecorators(ApiProperty({ description, type: [String], example: [ID] }), IsArray(), ArrayMinSize(minimum), ArrayMaxSize(50), ArrayUnique(), IsUUID(undefined, { each: true }));
}

/** One of a closed list. */
export function OneOf(description: string, values: readonly string[], example: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ description, enum: values, example }), IsIn([...values]));
}

export function YesOrNo(description: string, example = true): PropertyDecorator {
  return applyDecorators(ApiProperty({ description, example }), IsBoolean());
}

export function Claims(description: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ description, type: [Number], example: [1, 2] }), IsOptional(), IsArray(), ArrayMaxSize(500), ArrayUnique(), IsInt({ each: true }), Min(1, { each: true }), Max(10_000, { each: true }));
}

function Codes(description: string, values: readonly string[], example: readonly string[], minimum: number): PropertyDecorator {
  return applyDecorators(ApiProperty({ description, enum: values, isArray: true, example }), IsArray(), ArrayMinSize(minimum), ArrayMaxSize(values.length), ArrayUnique(), IsIn([...values], { each: true }));
}

export class OpenAdjudicationDto {
  @ApiProperty({ description: 'Case', example: ID })
  @IsUUID()
  caseId: string;

  @Instant('When the request was received; the time to file counts from it (第二十条)')
  receivedAt: string;
}

export class OpenAdviceDto {
  @ApiProperty({ description: 'Case', example: ID })
  @IsUUID()
  caseId: string;

  @ApiProperty({ description: 'Patent that the warning is about', example: '202630000001.X', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  patentNumber: string;

  @Instant('When the right holder warned (第十三条)', '2026-08-01T10:00:00+08:00')
  warnedAt: string;

  @ApiPropertyOptional({ description: 'When the right holder received the demand to act, or the statement that there is no infringement; advice after a month. RFC 3339 with offset', example: '2026-09-01T10:00:00+08:00' })
  @IsOptional() @IsInstant()
  demandReceivedAt?: string;

  @ApiPropertyOptional({ description: 'When it was sent; advice after two months. RFC 3339 with offset', example: '2026-08-28T10:00:00+08:00' })
  @IsOptional() @IsInstant()
  demandSentAt?: string;

  @YesOrNo('The right holder withdrew the warning, asked for adjudication, or sued', false)
  holderActed: boolean;
}

export class GiveAdviceDto {
  @OneOf('Advice', ['infringing', 'not-infringing', 'undecidable'], 'not-infringing')
  opinion: 'infringing' | 'not-infringing' | 'undecidable';

  @Words('Reasons', '被警告的产品缺少权利要求1的技术特征', 5000)
  reasons: string;
}

export class NotifyCorrectionDto {
  @Codes('What is missing or not in order: told once and completely (第十六条)', MATERIAL_CODES, ['patent-register'], 1)
  missing: MaterialCode[];

  @ApiProperty({ description: 'Time set, in working days from today; at most 30 (第十六条; the maximum is ours)', example: 10, minimum: 1, maximum: 30 })
  @IsInt() @Min(1) @Max(30)
  days: number;

  @MaybeWords('More about what is to be corrected', '请补充专利登记簿副本原件')
  remarks?: string;
}

export class RecordAdjudicationCorrectionDto {
  @Instant('When the correction was received; the time to file counts from it')
  receivedAt: string;

  @Codes('What was supplied', MATERIAL_CODES, ['patent-register'], 1)
  supplied: MaterialCode[];
}

export class NamedPartyDto {
  @Party('Party')
  party: string;

  @OneOf('Side', ['requester', 'respondent', 'third-party'], 'respondent')
  side: 'requester' | 'respondent' | 'third-party';

  @ApiPropertyOptional({ description: 'Without a fixed domicile in the country: thirty days for the answer instead of fifteen (第二十二条第一款)', example: false, default: false })
  @IsOptional() @IsBoolean()
  abroad?: boolean;
}

export class FileAdjudicationDto {
  @Codes('Conditions of 第十二条 that are met; all are needed', CONDITION_CODES, CONDITION_CODES, 0)
  conditions: ConditionCode[];

  @Codes('Materials of 第十四条、第十五条 that are there; the interest is proved unless the patentee asks, the report is there where it was asked for', MATERIAL_CODES, MATERIAL_CODES, 0)
  materials: MaterialCode[];

  @OneOf('Who asks (第十二条第二款)', REQUESTER_KINDS, 'patentee')
  requesterKind: RequesterKind;

  @ApiPropertyOptional({ description: 'For a sole licensee: the patentee does not ask. For an ordinary one: the contract or the patentee authorises it (第十二条第二款)', example: false })
  @IsOptional() @IsBoolean()
  mayAskAlone?: boolean;

  @ApiProperty({ description: 'Patent number', example: '202630000001.X', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  patentNumber: string;

  @Claims('Claims relied upon; needed for inventions and utility models (第三十六条第二款)')
  claims?: number[];

  @ApiPropertyOptional({ description: 'Evaluation report on a utility model or design (第十四条第二款); not-asked where left out', enum: EVALUATIONS, example: 'clean' })
  @IsOptional() @IsIn(EVALUATIONS)
  evaluation?: Evaluation;

  @ApiProperty({ description: 'Parties, one requester and one respondent at least', type: [NamedPartyDto], example: [{ party: ID, side: 'requester' }, { party: '019aa1b2-0000-7000-8000-000000000001', side: 'respondent' }] })
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => NamedPartyDto)
  parties: NamedPartyDto[];

  @ApiProperty({ description: 'Panel of three or more, an odd number, one in the chair, each with a credential; a clerk may stand beside (第四条第二款、第二十条)', type: [MemberDto], example: [{ account: ID, role: 'panel-chair', credential: '粤专裁001' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(15) @ValidateNested({ each: true }) @Type(() => MemberDto)
  members: MemberDto[];
}

export class NotFileDto {
  @Codes('Grounds (第九条第二款、第十二条、第十四条第二款、第十六条)', NON_FILING_CODES, ['within-jurisdiction'], 1)
  grounds: string[];

  @Words('Reasons, told to the requester (第二十条)', '侵权行为地和被请求人住所地均不在本市')
  reasons: string;
}

export class WithdrawRequestDto {
  @Instant('When the requester took the request back')
  at: string;
}

export class DelegateDto {
  @ApiProperty({ description: 'Agency code of the body that does the work', example: 'cz-ip-rapid-centre', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  delegate: string;

  @Words('The written delegation', '潮市监委〔2026〕1号', 200)
  authority: string;
}

export class NamePanelDto {
  @ApiProperty({ description: 'The whole panel as it is from now on (第二十条)', type: [MemberDto], example: [{ account: ID, role: 'panel-chair', credential: '粤专裁001' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(15) @ValidateNested({ each: true }) @Type(() => MemberDto)
  members: MemberDto[];

  @Words('Why', '原合议组成员回避')
  reason: string;
}

export class AddAdjudicationPartyDto extends NamedPartyDto {
  @Words('Ground (第二十三条、第二十四条)', '共有专利权人申请参加')
  reason: string;
}

export class ReasonsDto {
  @Words('Reasons', '被诉行为实施地在本市，本部门有管辖权')
  reasons: string;
}

export class AdjudicationReasonDto {
  @Words('Reason', '双方未能达成一致')
  reason: string;
}
