import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Choice, Day, OptionalWords, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { LabelDto } from '../../platform/http/shared.dto.js';
import { EXCLUSION_CODES, LEVELS, PAYEE_DOCUMENTS, REFUSAL_CODES, SCOPES } from './data/rewards.data.js';
import { REWARD_LIFECYCLE } from './domain/reward.lifecycle.js';

const STATES = Object.keys(REWARD_LIFECYCLE.states);

export class ClaimRewardDto {
  @ApiProperty({ description: 'Code told at filing', example: '7K2MPX9QW4TR', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  receiptCode: string;

  @ApiProperty({ description: 'What of this is true of whoever claims: such persons get no reward. Empty where nothing is', enum: EXCLUSION_CODES, isArray: true, example: [] })
  @IsArray() @ArrayMaxSize(EXCLUSION_CODES.length) @IsIn(EXCLUSION_CODES, { each: true })
  exclusions: string[];
}

export class ClaimCodeDto {
  @ApiProperty({ description: 'Code told with the claim', example: '7K2MPX9QW4TRA3BC', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  claimCode: string;
}

class PayeeDto {
  @ApiProperty({ description: 'Name. Vault only', example: '陈测试', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  name: string;

  @ApiProperty({ description: 'Kind of identity document of a natural person', enum: PAYEE_DOCUMENTS, example: 'resident-id' })
  @IsIn(PAYEE_DOCUMENTS)
  documentType: string;

  @ApiProperty({ description: 'Number of that document. Vault only', example: '445102190001010011', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  documentNumber: string;

  @ApiPropertyOptional({ description: 'Telephone number. Vault only', example: '13800000000', maxLength: 30 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(30)
  phone?: string;

  @ApiProperty({ description: 'Bank. Vault only', example: '某银行潮州分行（测试）', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  bank: string;

  @ApiProperty({ description: 'Account. Vault only', example: '6200000000000000000', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  account: string;
}

export class CollectRewardDto extends PayeeDto {
  @ApiProperty({ description: 'Code told with the claim', example: '7K2MPX9QW4TRA3BC', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  claimCode: string;
}

/** Who is paid, in clear. */
export class ShownPayeeDto extends PayeeDto {}

export class ClaimedRewardDto {
  @Shown('Code of the claim, shown this once', '7K2MPX9QW4TRA3BC') claimCode: string;
}

/** What whoever claimed sees. Nobody and no case is named. */
export class ClaimStatusDto {
  @ApiProperty({ description: 'State', type: LabelDto, example: { code: 'claimed', label: { zh: '已申请', en: 'Claimed' } } }) state: LabelDto;
  @Shown('Reward, CNY, once it is granted', '7500.00', { nullable: true }) amount: string | null;
  @Shown('By when it is to be collected, RFC 3339 UTC', '2027-02-20T15:59:59.999Z', { nullable: true }) collectBy: string | null;
}

export class RewardListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'claimed' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class ProposeRewardDto {
  @ApiProperty({ description: 'Level', enum: LEVELS, example: 2 })
  @IsIn(LEVELS)
  level: number;

  @Choice('Why the violation is a major one', SCOPES.map(({ code }) => code)) scope: string;
  @Words('What the report held and how it fits what was found', '举报提供进货单据，与查办结论完全相符') finding: string;
  @OptionalWords('Number of the judgment, where it was a crime', '（2026）粤5102刑初1号（测试）', 100) judgment?: string;
}

export class RewardOpinionDto {
  @Words('Opinion', '同意', 2000) opinion: string;
}

export class ApproveRewardDto extends RewardOpinionDto {
  @OptionalWords('Number under which the finance bureau agreed', '潮财〔2026〕1号（测试）', 100) financeNumber?: string;
}

export class RefuseRewardDto extends RewardOpinionDto {
  @Choice('Ground', REFUSAL_CODES) ground: string;
}

export class PayeeReasonDto {
  @Words('Why the payee has to be seen', '编制奖励发放清单', 500) reason: string;
}

export class PayRewardDto {
  @Day('Day of payment') paidOn: string;
  @Words('Number of the voucher', 'JL2026001（测试）', 100) voucher: string;
}

export class RewardDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000071') id: string;
  @Shown('State', 'proposed') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that had the case', 'chaoan-market-regulation') agency: string;
  @Shown('Case', '019aa1b2-0000-7000-8000-000000000042') caseId: string;
  @Shown('Whether it was reported under a real name', true) realName: boolean;
  @Shown('When it was claimed, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') claimedAt: string;
  @Shown('Level', 2, { nullable: true, type: Number }) level: number | null;
  @Shown('Why the violation is a major one', 'large-fine', { nullable: true }) scope: string | null;
  @Shown('What the report held and how it fits', '举报提供进货单据', { nullable: true }) finding: string | null;
  @Shown('Number of the judgment', null, { nullable: true }) judgment: string | null;
  @Shown('What was imposed and came in, CNY', '150000.00', { nullable: true }) base: string | null;
  @Shown('Reward, CNY', '4500.00', { nullable: true }) amount: string | null;
  @Shown('Account that proposed', '019aa1b2-0000-7000-8000-00000000000a', { nullable: true }) proposedBy: string | null;
  @Shown('Account that seconded', '019aa1b2-0000-7000-8000-00000000000b', { nullable: true }) secondedBy: string | null;
  @Shown('Account that approved', '019aa1b2-0000-7000-8000-00000000000c', { nullable: true }) approvedBy: string | null;
  @Shown('Number under which the finance bureau agreed', null, { nullable: true }) financeNumber: string | null;
  @Shown('Ground of a refusal', null, { nullable: true }) ground: string | null;
  @Shown('Last opinion', '同意', { nullable: true }) opinion: string | null;
  @Shown('Account that asked to see the payee', null, { nullable: true }) askedBy: string | null;
  @Shown('Account that released the payee', null, { nullable: true }) releasedBy: string | null;
  @Shown('Day of payment, YYYY-MM-DD', null, { nullable: true }) paidOn: string | null;
  @Shown('Number of the voucher', null, { nullable: true }) voucher: string | null;
  @Shown('Next date, RFC 3339 UTC: decision, then collection', '2026-12-14T15:59:59.999Z', { nullable: true }) nextDue: string | null;
}

export class RewardPage {
  @Shown('Newest first', [], { type: [RewardDto] }) items: readonly RewardDto[];
}
