import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { IsDay } from '../../platform/http/day.js';
import { RIGHT_TYPES, type RightType } from '../identity/index.js';
import { SUIT_SIDES } from './domain/civil-suit.guards.js';

export const MOST_MONEY = 1_000_000_000_000;
export const SUIT_KINDS = ['ordinary', 'pre-litigation-mediation'] as const;
export const PROCEDURES = ['ordinary', 'simple', 'small-claims'] as const;
export const MEASURES = ['property', 'conduct', 'evidence'] as const;
export const LIFTING_GROUNDS = ['no-suit', 'security', 'withdrawn'] as const;
export const STAGES = ['on-site', 'online'] as const;
export const PAST_INSTANT = 'RFC 3339 with offset; not later than now';
const PARTY = '019aa1b2-0000-7000-8000-000000000050';

export class SuitPartyDto {
  @ApiProperty({ description: 'Party of the case (id of its entry)', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'Side; for preservation the one who asks is plaintiff', enum: SUIT_SIDES, example: 'plaintiff' })
  @IsIn(SUIT_SIDES)
  side: (typeof SUIT_SIDES)[number];

  @ApiPropertyOptional({ description: 'Without domicile in the country: thirty days to answer and to appeal, no limit of trial (民事诉讼法第二百八十五条至第二百八十七条)', default: false, example: false })
  @IsOptional() @IsBoolean()
  abroad?: boolean;
}

export class ClaimDto {
  @ApiProperty({ description: 'Claim', example: '判令被告立即停止侵权并赔偿经济损失', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  claim: string;

  @ApiPropertyOptional({ description: 'Amount, CNY, at most two decimals', example: 300000, minimum: 0, maximum: MOST_MONEY })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  amount?: number;
}

export class PunitiveClaimDto {
  @ApiProperty({ description: 'Amount asked for, CNY (惩罚性赔偿解释第二条第一款)', example: 600000, minimum: 0, maximum: MOST_MONEY })
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST_MONEY)
  amount: number;

  @ApiProperty({ description: 'How it was reckoned', example: '以被告侵权获利20万元为基数，按三倍计算', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  method: string;

  @ApiProperty({ description: 'Facts and reasons', example: '被告经行政处罚后再次侵权', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  facts: string;
}

class SuitBaseDto {
  @ApiProperty({ description: 'Case that it belongs to', example: '019aa1b2-0000-7000-8000-000000000000' })
  @IsUUID()
  caseId: string;

  @ApiProperty({ description: 'Court: a code of GET /v1/courts, or the name of another court', example: 'cz-court', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  court: string;

  @ApiProperty({ description: 'Cause of action', example: '侵害商标权纠纷', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  cause: string;

  @ApiProperty({ description: 'Rights concerned', enum: RIGHT_TYPES, isArray: true, example: ['trademark'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(RIGHT_TYPES.length) @IsIn(RIGHT_TYPES, { each: true })
  rightTypes: RightType[];

  @ApiProperty({ description: 'Parties with their sides; one plaintiff and one defendant at least (民事诉讼法第一百二十二条)', type: [SuitPartyDto], example: [{ party: PARTY, side: 'plaintiff' }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(100) @ArrayUnique(({ party }: SuitPartyDto) => party) @ValidateNested({ each: true }) @Type(() => SuitPartyDto)
  parties: SuitPartyDto[];

  @ApiPropertyOptional({ description: 'A mark has to be found well known: looked at when the court is proposed', default: false, example: false })
  @IsOptional() @IsBoolean()
  wellKnownMark?: boolean;
}

export class AmendClaimsDto {
  @ApiProperty({ description: 'Claims, all of them', type: [ClaimDto], example: [{ claim: '赔偿经济损失', amount: 300000 }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ClaimDto)
  claims: ClaimDto[];

  @ApiPropertyOptional({ description: 'Punitive damages, until the argument of first instance ends (惩罚性赔偿解释第二条); left out: as before', type: PunitiveClaimDto, example: { amount: 600000, method: '以被告侵权获利20万元为基数，按三倍计算', facts: '被告经行政处罚后再次侵权' } })
  @IsOptional() @ValidateNested() @Type(() => PunitiveClaimDto)
  punitive?: PunitiveClaimDto;
}

export class OpenSuitDto extends SuitBaseDto {
  @ApiPropertyOptional({ description: 'A suit, or one that the court means to have mediated before it files', enum: SUIT_KINDS, default: 'ordinary', example: 'ordinary' })
  @IsOptional() @IsIn(SUIT_KINDS)
  kind?: (typeof SUIT_KINDS)[number];

  @ApiProperty({ description: 'Claims', type: [ClaimDto], example: [{ claim: '赔偿经济损失', amount: 300000 }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ClaimDto)
  claims: ClaimDto[];

  @ApiPropertyOptional({ description: 'Punitive damages (惩罚性赔偿解释第二条第一款)', type: PunitiveClaimDto, example: { amount: 600000, method: '以被告侵权获利20万元为基数，按三倍计算', facts: '被告经行政处罚后再次侵权' } })
  @IsOptional() @ValidateNested() @Type(() => PunitiveClaimDto)
  punitive?: PunitiveClaimDto;

  @ApiProperty({ description: `When the court got the statement of claim, ${PAST_INSTANT}; it decides on filing within seven days (民事诉讼法第一百二十六条)`, example: '2026-11-23T10:00:00+08:00' })
  @IsInstant()
  submittedAt: string;
}

export class OpenPreservationDto extends SuitBaseDto {
  @ApiProperty({ description: 'What is asked for (民事诉讼法第一百零三条、第一百零四条)', enum: MEASURES, isArray: true, example: ['property'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(MEASURES, { each: true })
  measures: (typeof MEASURES)[number][];

  @ApiProperty({ description: `When the court got the application, ${PAST_INSTANT}; it rules within 48 hours (民事诉讼法第一百零四条第二款)`, example: '2026-11-23T10:00:00+08:00' })
  @IsInstant()
  appliedAt: string;
}

/** A paper of the court: its number is taken as it is. */
export class CourtPaperDto {
  @ApiProperty({ description: 'Number of the paper or case; taken as it is', example: '（2026）粤51民初12号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;
}

export class GrantPreservationDto extends CourtPaperDto {
  @ApiProperty({ description: `When the court ruled, ${PAST_INSTANT}`, example: '2026-11-24T10:00:00+08:00' })
  @IsInstant()
  ruledAt: string;

  @ApiProperty({ description: `When the measures were taken, ${PAST_INSTANT}; suit within thirty days (民事诉讼法第一百零四条第三款)`, example: '2026-11-24T15:00:00+08:00' })
  @IsInstant()
  measuresAt: string;

  @ApiPropertyOptional({ description: 'Security that was given; without it the application is refused (民事诉讼法第一百零四条第一款)', example: '保险公司保函，20万元', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  security?: string;
}

export class RefusePreservationDto extends CourtPaperDto {
  @ApiProperty({ description: `When the court ruled, ${PAST_INSTANT}`, example: '2026-11-24T10:00:00+08:00' })
  @IsInstant()
  ruledAt: string;

  @ApiProperty({ description: 'Reason; known personal data of reporters are replaced', example: '申请人未提供担保', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class SubmitSuitDto extends AmendClaimsDto {
  @ApiProperty({ description: `When the court got the statement of claim, ${PAST_INSTANT}`, example: '2026-12-10T10:00:00+08:00' })
  @IsInstant()
  submittedAt: string;
}

export class LiftPreservationDto {
  @ApiProperty({ description: 'No suit in thirty days, security by the respondent (民事诉讼法第一百零七条), or the application withdrawn', enum: LIFTING_GROUNDS, example: 'no-suit' })
  @IsIn(LIFTING_GROUNDS)
  ground: (typeof LIFTING_GROUNDS)[number];

  @ApiProperty({ description: `When it was lifted, ${PAST_INSTANT}`, example: '2026-12-28T10:00:00+08:00' })
  @IsInstant()
  liftedAt: string;
}

export class FileSuitDto extends CourtPaperDto {
  @ApiProperty({ description: 'Procedure, which sets the limit of trial (民事诉讼法第一百五十二条、第一百六十四条、第一百六十八条)', enum: PROCEDURES, example: 'ordinary' })
  @IsIn(PROCEDURES)
  procedure: (typeof PROCEDURES)[number];

  @ApiProperty({ description: `When the court filed it, ${PAST_INSTANT}`, example: '2026-11-25T10:00:00+08:00' })
  @IsInstant()
  filedAt: string;
}

export class SuitRulingDto extends CourtPaperDto {
  @ApiProperty({ description: `When the ruling was served on the last party, ${PAST_INSTANT}; ten days to appeal (民事诉讼法第一百七十一条第二款)`, example: '2026-11-25T10:00:00+08:00' })
  @IsInstant()
  servedAt: string;

  @ApiProperty({ description: 'Reason; known personal data of reporters are replaced', example: '不属于本院管辖', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class AssignMediationDto {
  @ApiProperty({ description: 'Body that is asked to mediate; it sees the case from now on and opens the mediation', example: 'cz-ip-mediation-committee', maxLength: 60 })
  @IsString() @MaxLength(60)
  body: string;

  @ApiProperty({ description: `When the court asked it, ${PAST_INSTANT}`, example: '2026-11-24T10:00:00+08:00' })
  @IsInstant()
  assignedAt: string;
}

export class HoldCourtHearingDto {
  @ApiProperty({ description: `When it was held, ${PAST_INSTANT}`, example: '2027-01-15T09:30:00+08:00' })
  @IsInstant()
  at: string;

  @ApiProperty({ description: 'On site or online', enum: STAGES, example: 'on-site' })
  @IsIn(STAGES)
  mode: (typeof STAGES)[number];

  @ApiPropertyOptional({ description: 'What happened, shortly; known personal data of reporters are replaced', example: '双方交换证据，择日宣判', maxLength: 2000 })
  @IsOptional() @IsString() @MaxLength(2000)
  note?: string;
}

export class InvestigationOrderDto extends CourtPaperDto {
  @ApiProperty({ description: 'Party whose lawyer got it (id of its entry in the case)', example: PARTY })
  @IsUUID()
  party: string;

  @ApiProperty({ description: 'Who is to give the evidence: an organisation', example: '某电商平台经营者', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  addressee: string;

  @ApiProperty({ description: 'What evidence', example: '被告店铺2025年以来的销售记录', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  evidence: string;

  @ApiProperty({ description: `When it was issued, ${PAST_INSTANT}`, example: '2026-12-01T10:00:00+08:00' })
  @IsInstant()
  issuedAt: string;

  @ApiProperty({ description: 'Days that it is good for. The rule of Guangdong was not read; elsewhere 15 are usual and 30 the most', example: 15, minimum: 1, maximum: 90, type: 'integer' })
  @IsInt() @Min(1) @Max(90)
  days: number;
}

export class PreserveDto extends CourtPaperDto {
  @ApiProperty({ description: 'What was ordered (民事诉讼法第一百零三条)', enum: MEASURES, isArray: true, example: ['evidence'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(MEASURES, { each: true })
  measures: (typeof MEASURES)[number][];

  @ApiProperty({ description: `When the court ruled, ${PAST_INSTANT}`, example: '2026-12-02T10:00:00+08:00' })
  @IsInstant()
  ruledAt: string;
}

export class WithdrawSuitDto {
  @ApiProperty({ description: 'Why; known personal data of reporters are replaced', example: '双方自行和解', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;

  @ApiProperty({ description: `When the court let it be withdrawn (民事诉讼法第一百四十八条), ${PAST_INSTANT}`, example: '2027-01-05T10:00:00+08:00' })
  @IsInstant()
  withdrawnAt: string;
}

export class EffectiveDto {
  @ApiProperty({ description: `When it became effective, ${PAST_INSTANT}`, example: '2027-03-20T00:00:00+08:00' })
  @IsInstant()
  effectiveAt: string;

  @ApiPropertyOptional({ description: 'Last day to perform that it names, YYYY-MM-DD; the two years to ask for enforcement count from it, else from when it became effective (民事诉讼法第二百五十条)', example: '2027-03-30' })
  @IsOptional() @IsDay()
  performBy?: string;
}
