import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { BasisDto, WarningDto, type ShownText } from '../../platform/http/shared.dto.js';
import type { FieldError } from '../../platform/http/validation.js';
import { COURT_CODES } from '../courts/index.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { CONTENTS, NOT_ACCEPTED, REJECTED } from './domain/confirmation.rules.js';

const PARTY = '019aa1b2-0000-7000-8000-000000000050';
const INSTANT = '2026-12-20T09:10:00+08:00';

export class ApplyForConfirmationDto {
  @ApiProperty({ description: 'Parties of the case that apply: all that agreed (民事诉讼法第二百零五条)', example: [PARTY], type: [String] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(50) @IsUUID('all', { each: true })
  applicants: string[];

  @ApiProperty({ description: 'Court; one that is proposed, or another with a reason', enum: COURT_CODES, example: 'chaoan-court' })
  @IsIn(COURT_CODES)
  court: string;

  @ApiPropertyOptional({ description: 'Why another court than the one proposed; known personal data of reporters are replaced', example: '标的物所在地在饶平县', maxLength: 1000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(1000)
  courtReason?: string;

  @ApiProperty({ description: 'When both handed it in or posted it, RFC 3339 with offset: what is posted in time is in time (民事诉讼法第八十五条)', example: INSTANT })
  @IsInstant()
  appliedAt: string;

  @ApiPropertyOptional({ description: 'Contents of the agreement that no court confirms (解释第三百五十五条), where it has such; refused at once', enum: CONTENTS, isArray: true, example: [] })
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(CONTENTS, { each: true })
  contents?: string[];
}

export class NotifyLapseDto {
  @ApiProperty({ description: 'Parties of the case that were told: all that agreed', example: [PARTY], type: [String] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(50) @IsUUID('all', { each: true })
  told: string[];
}

export class RecordAcceptanceDto {
  @ApiProperty({ description: 'Number of the matter with the court (调确字)', example: '（2026）粤5103诉前调确1号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  courtNumber: string;

  @ApiProperty({ description: 'When it was accepted, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  acceptedAt: string;
}

export class RecordNonAcceptanceDto {
  @ApiProperty({ description: 'Ground (解释第三百五十五条第一款)', enum: NOT_ACCEPTED.map(({ code }) => code), example: 'wrong-court' })
  @IsIn(NOT_ACCEPTED.map(({ code }) => code))
  ground: string;
}

export class WithdrawConfirmationDto {
  @ApiProperty({ description: 'Reason; known personal data of reporters are replaced', example: '双方已自行履行', maxLength: 1000 })
  @IsString() @IsNotEmpty() @MaxLength(1000)
  reason: string;
}

export class RecordConfirmationDto {
  @ApiProperty({ description: 'When the court ruled, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  ruledAt: string;

  @ApiProperty({ description: 'When the last party received the ruling, RFC 3339 with offset; fifteen days to object count from it', example: INSTANT })
  @IsInstant()
  servedAt: string;
}

export class RecordRejectionDto {
  @ApiProperty({ description: 'Ground (解释第三百五十五条第二款、第三百五十八条)', enum: [...NOT_ACCEPTED, ...REJECTED].map(({ code }) => code), example: 'unclear' })
  @IsIn([...NOT_ACCEPTED, ...REJECTED].map(({ code }) => code))
  ground: string;

  @ApiProperty({ description: 'When the court ruled, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  ruledAt: string;
}

export class RecordObjectionDto {
  @ApiProperty({ description: 'Who objects: a party (fifteen days from receipt) or a third party (six months from knowledge, fixed)', enum: ['party', 'third-party'], example: 'third-party' })
  @IsIn(['party', 'third-party'])
  by: 'party' | 'third-party';

  @ApiProperty({ description: 'When the objection was made, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  objectedAt: string;

  @ApiPropertyOptional({ description: 'For a third party: when it knew or should have known that its rights are harmed, RFC 3339 with offset', example: INSTANT })
  @IsOptional() @IsInstant()
  knownAt?: string;

  static problems({ by, knownAt }: RecordObjectionDto): FieldError[] {
    return (by === 'third-party') === (knownAt !== undefined) ? [] : [{ path: 'knownAt', code: 'third-party-only', message: { zh: '案外人异议须写明知道之日，当事人异议不得填写', en: 'a third party says when it knew, a party does not' } }];
  }
}

export class RuledDto {
  @ApiProperty({ description: 'When the court ruled, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  ruledAt: string;
}

export class ApplyForEnforcementDto {
  @ApiProperty({ description: 'Party of the case that applies', example: PARTY })
  @IsUUID()
  creditor: string;

  @ApiProperty({ description: 'When it applied, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  appliedAt: string;
}

export class EnforcedDto {
  @ApiProperty({ description: 'When, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  at: string;
}

export class EndConfirmationEnforcementDto extends EnforcedDto {
  @ApiProperty({ description: 'Why (民事诉讼法第二百六十八条)', enum: ['application-withdrawn', 'document-revoked', 'debtor-gone', 'other'], example: 'application-withdrawn' })
  @IsIn(['application-withdrawn', 'document-revoked', 'debtor-gone', 'other'])
  reason: string;
}

export class ConfirmationDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'What was mediated', example: ['trademark-damages'], type: [String] })
  matters: readonly string[];

  @ApiProperty({ description: 'Parties of the case that agreed: all apply together', example: [PARTY], type: [String] })
  parties: readonly string[];

  @ApiProperty({ description: 'Court that asked for the mediation', example: null, nullable: true, type: String })
  invitedBy: string | null;

  @ApiProperty({ description: 'Last day of performance, YYYY-MM-DD', example: '2026-12-31' })
  lastDueOn: string;

  @ApiProperty({ description: 'Court applied to', example: 'chaoan-court', nullable: true, type: String })
  court: string | null;

  @ApiProperty({ description: 'Why this court', example: null, nullable: true, type: String })
  courtReason: string | null;

  @ApiProperty({ description: 'Agency that records what the court does', example: 'cz-court', nullable: true, type: String })
  courtAgency: string | null;

  @ApiProperty({ description: 'Number with the court', example: null, nullable: true, type: String })
  courtNumber: string | null;

  @ApiProperty({ description: 'When both applied, RFC 3339 UTC', example: null, nullable: true, type: String })
  appliedAt: string | null;

  @ApiProperty({ description: 'When the court ruled, RFC 3339 UTC', example: null, nullable: true, type: String })
  ruledAt: string | null;

  @ApiProperty({ description: 'Ground on which it was not accepted or rejected', example: null, nullable: true, type: String })
  ground: string | null;
}

export class ProposedCourtDto {
  @ApiProperty({ description: 'Court proposed; null where it has to be found by hand', example: 'chaoan-court', nullable: true, type: String })
  court: string | null;

  @ApiProperty({ description: 'Courts that may be competent as well', example: [], type: [String] })
  alternatives: readonly string[];

  @ApiProperty({ description: 'Reason', example: '调解组织自行开展调解的……', type: String })
  why: ShownText;

  @ApiProperty({ description: 'Article', type: BasisDto, nullable: true, example: { source: '民事诉讼法', article: '第二百零五条第二项', status: 'verified' } })
  basis: BasisDto | null;

  @ApiProperty({ description: 'What is not certain about it', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'Contents that no court confirms, found in what was mediated', type: [Object], example: [] })
  excluded: readonly object[];

  @ApiProperty({ description: 'Last instant to apply, RFC 3339 UTC', example: '2026-12-22T15:59:59.999Z', nullable: true, type: String })
  applyBy: string | null;
}
