import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { IsInstant } from '../../platform/http/instant.js';
import type { FieldError } from '../../platform/http/validation.js';
import { ConsentDto, MediatorDto, SessionTimeDto } from './mediation.dto.js';

const PARTY = '019aa1b2-0000-7000-8000-000000000050';
const INSTANT = '2026-11-22T09:10:00+08:00';
const SIGNED = ['signed', 'sealed', 'fingerprint', 'electronic'] as const;

export class AgreedTermDto {
  @ApiProperty({ description: 'Party of the case that owes it', example: PARTY })
  @IsUUID()
  debtor: string;

  @ApiProperty({ description: 'Party of the case that it is owed to', example: '019aa1b2-0000-7000-8000-000000000051' })
  @IsUUID()
  creditor: string;

  @ApiProperty({ description: 'What is owed (人民调解法第二十九条第一款第三项); known personal data of reporters are replaced', example: '赔偿经济损失', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  text: string;

  @ApiPropertyOptional({ description: 'Sum, CNY with at most two decimals; left out where it is not money', example: '30000.00', pattern: '^\\d{1,12}(\\.\\d{1,2})?$' })
  @IsOptional() @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  amount?: string;

  @ApiProperty({ description: 'Last day of performance, YYYY-MM-DD, Asia/Shanghai', example: '2026-12-31' })
  @IsDay()
  due: string;
}

export class ReachAgreementDto {
  @ApiProperty({ description: 'Main facts and what was in dispute (人民调解法第二十九条第一款第二项)', example: '被申请人销售的餐具上使用了申请人的注册商标', maxLength: 8000 })
  @IsString() @IsNotEmpty() @MaxLength(8000)
  facts: string;

  @ApiProperty({ description: 'Whether something is left in dispute', example: false })
  @IsBoolean()
  partial: boolean;

  @ApiPropertyOptional({ description: 'What is left in dispute, where it is partial', example: '合理开支的承担', maxLength: 4000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(4000)
  left?: string;

  @ApiProperty({ description: 'Terms, each to be performed by a day', type: [AgreedTermDto], example: [{ debtor: PARTY, creditor: '019aa1b2-0000-7000-8000-000000000051', text: '赔偿经济损失', amount: '30000.00', due: '2026-12-31' }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AgreedTermDto)
  terms: AgreedTermDto[];

  @ApiProperty({ description: 'When it was reached, RFC 3339 with offset', example: INSTANT })
  @IsInstant()
  reachedAt: string;
}

export class OralAgreementDto extends ReachAgreementDto {
  @ApiPropertyOptional({ description: 'For market regulation: why no paper is made (办法第二十四条第一款)', enum: ['performed-at-once', 'both-agree'], example: 'both-agree' })
  @IsOptional() @IsIn(['performed-at-once', 'both-agree'])
  withoutPaper?: 'performed-at-once' | 'both-agree';
}

export class SignDto {
  @ApiProperty({ description: 'Party of the case, or account of a mediator of the matter', example: PARTY })
  @IsUUID()
  signer: string;

  @ApiProperty({ description: 'As what', enum: ['party', 'mediator'], example: 'party' })
  @IsIn(['party', 'mediator'])
  as: 'party' | 'mediator';

  @ApiProperty({ description: 'When, RFC 3339 with offset; the agreement takes effect with the last one', example: INSTANT })
  @IsInstant()
  at: string;

  @ApiProperty({ description: 'How (人民调解法第二十九条第二款)', enum: SIGNED, example: 'signed' })
  @IsIn(SIGNED)
  how: (typeof SIGNED)[number];
}

export class FailureDto {
  @ApiProperty({ description: 'Why there is no agreement: a code, for what was said stays among the members', enum: ['no-agreement', 'refuses-to-sign', 'party-unreachable'], example: 'no-agreement' })
  @IsIn(['no-agreement', 'refuses-to-sign', 'party-unreachable'])
  reason: string;
}

export class HeldSessionDto extends SessionTimeDto {
  @ApiProperty({ description: 'Account of the mediator who presided', example: '019aa1b2-0000-7000-8000-00000000000a' })
  @IsUUID()
  mediator: string;

  @ApiProperty({ description: 'Parties of the case that were there', example: [PARTY], type: [String] })
  @IsArray() @ArrayMaxSize(50) @IsUUID('all', { each: true })
  present: string[];

  @ApiPropertyOptional({ description: 'Minutes; seen by the members of this mediation only', example: '双方达成一致', maxLength: 20000 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(20_000)
  minutes?: string;
}

export class OutcomeAgreementDto extends OralAgreementDto {
  @ApiProperty({ description: 'written or oral (人民调解法第二十八条)', enum: ['written', 'oral'], example: 'written' })
  @IsIn(['written', 'oral'])
  form: 'written' | 'oral';

  @ApiProperty({ description: 'Signatures of every party and mediator, for a written one', type: [SignDto], example: [] })
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => SignDto)
  signatures: SignDto[];
}

/** Everything about a mediation that was held on paper, in one request. */
export class RecordOutcomeDto {
  @ApiProperty({ description: 'Consent of both sides', type: [ConsentDto], example: [] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ConsentDto)
  consents: ConsentDto[];

  @ApiProperty({ description: 'Mediators', type: [MediatorDto], example: [] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(9) @ValidateNested({ each: true }) @Type(() => MediatorDto)
  mediators: MediatorDto[];

  @ApiProperty({ description: 'Who chose them: the parties, or the body', enum: ['parties', 'body'], example: 'parties' })
  @IsIn(['parties', 'body'])
  chosenBy: 'parties' | 'body';

  @ApiProperty({ description: 'Sessions that were held', type: [HeldSessionDto], example: [] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => HeldSessionDto)
  sessions: HeldSessionDto[];

  @ApiPropertyOptional({ description: 'The agreement, where there is one', type: OutcomeAgreementDto, example: null })
  @IsOptional() @ValidateNested() @Type(() => OutcomeAgreementDto)
  agreement?: OutcomeAgreementDto;

  @ApiPropertyOptional({ description: 'Why there is none', type: FailureDto, example: { reason: 'no-agreement' } })
  @IsOptional() @ValidateNested() @Type(() => FailureDto)
  failure?: FailureDto;

  static problems({ agreement, failure }: RecordOutcomeDto): FieldError[] {
    return (agreement === undefined) === (failure === undefined) ? [{ path: 'agreement', code: 'one-outcome', message: { zh: '须填写协议或者未达成协议的原因，二者择一', en: 'either the agreement or the failure is given' } }] : [];
  }
}

/** The agreement as it is told to those who see the mediation: once it is in force. */
export class AgreementViewDto extends OmitType(OutcomeAgreementDto, ['withoutPaper'] as const) {
  @ApiProperty({ description: 'Why no paper was made', nullable: true, type: String, example: null })
  withoutPaper: string | null;
}
