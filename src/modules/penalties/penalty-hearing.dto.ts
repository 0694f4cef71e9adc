import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { PENALTY_KIND_CODES } from './data/penalty-kinds.data.js';
import { Choice, Id, Instant, OptionalWords, Words } from './penalty-fields.dto.js';

const MOST = 1_000_000_000_000;
const INCOME_WAYS = ['computed', 'partial', 'unknowable', 'not-separate'] as const;
const GIVEN_UP = ['absent', 'left', 'withdrawn'] as const;
const Amount = (description: string): PropertyDecorator => (target, property) => {
  for (const decorate of [ApiProperty({ description: `${description}, CNY, at most two decimals`, example: 12000.5 }), IsNumber({ maxDecimalPlaces: 2 }), Min(0), Max(MOST)]) decorate(target, property);
};

export class PenaltyItemDto {
  @ApiProperty({ description: 'Kind of penalty (行政处罚法第九条)', enum: PENALTY_KIND_CODES, example: 'fine' })
  @IsIn(PENALTY_KIND_CODES)
  kind: string;

  @ApiPropertyOptional({ description: 'Fine, income taken away, or value of the goods taken away: CNY, at most two decimals', example: 50000 })
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(MOST)
  amount?: number;

  @ApiPropertyOptional({ description: 'How long, calendar days, for penalties that last', example: 30 })
  @IsOptional() @IsInt() @Min(1) @Max(36_500)
  days?: number;

  @Words('What exactly', '罚款人民币五万元', 2000)
  content: string;
}

export class IllegalIncomeDto {
  @Choice('Computed; partly (总局令第118号第十四条第二款); cannot be found out (第一款); not computed by itself (第十三条)', INCOME_WAYS)
  way: (typeof INCOME_WAYS)[number];

  @Amount('Received from the offence (第三条); nought where not computed')
  received: number;

  @Amount('Lawful and necessary outlay and taxes that the party proved (第四条至第六条、第十条)')
  deducted: number;

  @Amount('Illegal income in the administrative sense: received less deducted. Never the figure of a crime, which is computed otherwise and stands with the referral')
  amount: number;

  @Amount('Paid back by the party; counted, but not confiscated (第十一条)')
  refunded: number;

  @OptionalWords('Consent of the principal head where income cannot be found out (第十四条第三款)', '主要负责人2026年12月1日审批同意', 500)
  consent?: string;
}

/** Penalties, and why. */
export class PenaltiesDto {
  @ApiProperty({ description: 'Penalties, each with its sum or time', type: [PenaltyItemDto], example: [{ kind: 'fine', amount: 50000, content: '罚款人民币五万元' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PenaltyItemDto)
  penalties: PenaltyItemDto[];

  @ApiPropertyOptional({ description: 'Illegal income, where there is any', type: IllegalIncomeDto, example: { way: 'computed', received: 12000, deducted: 2000, amount: 10000, refunded: 0 } })
  @IsOptional() @ValidateNested() @Type(() => IllegalIncomeDto)
  illegalIncome?: IllegalIncomeDto;

  @Words('Facts', '当事人销售侵犯注册商标专用权的餐具二百套', 20_000)
  facts: string;

  @Words('Reasons, discretion included', '当事人主动配合调查，从轻处罚', 8000)
  reasons: string;

  @Words('Provisions that were broken and that the penalties rest on', '《商标法》第五十七条第三项、第六十条第二款', 2000)
  provisions: string;
}

export class ApproveNoticeDto extends PenaltiesDto {
  @ApiPropertyOptional({ description: 'Offer a hearing that the law does not demand. Where it does, the right is stated by itself', example: false })
  @IsOptional() @IsBoolean()
  offerHearing?: boolean;

  @OptionalWords('Facts found since the party defended itself; without them nothing heavier is announced (行政处罚法第四十五条第二款)', '补充调查查明另有销售二百套', 4000)
  newFacts?: string;
}

export class RecordDefenceDto {
  @Instant('When the party stated its case')
  at: string;

  @Words('Place, or how it came', '办公室', 500)
  place: string;

  @Words('What the party stated and asked for (陈述申辩笔录)', '请求从轻处罚，并提交进货凭证', 20_000)
  content: string;
}

export class WaiveDto {
  @Instant('When the party gave up statement, defence and hearing in express words (行政处罚法第六十二条)')
  at: string;
}

export class RequestHearingDto {
  @Instant('When the party asked for it: within five working days of service (程序规定第五十七条第二款)')
  at: string;

  @OptionalWords('What the party said with it', '要求听证', 2000)
  reason?: string;
}

export class ScheduleHearingDto {
  @Id('Account of the chair: nobody who investigated (行政处罚法第六十四条第四项)')
  chair: string;

  @Instant('When it is held; notice has to be served seven working days before', '2026-12-24T09:30:00+08:00')
  at: string;

  @Words('Place', '本局听证室', 500)
  place: string;

  @ApiProperty({ description: 'In public; not where state or business secrets or privacy are touched (行政处罚法第六十四条第三项)', example: true })
  @IsBoolean()
  open: boolean;
}

export class HoldPenaltyHearingDto {
  @Instant('When it began')
  at: string;

  @Instant('When it ended', '2026-11-24T11:30:00+08:00')
  until: string;

  @Words('Course: facts, evidence and proposal of the investigators, defence, confrontation, last words; signatures or who refused (听证笔录)', '办案人员提出……当事人申辩……', 20_000)
  course: string;
}

export class TerminateHearingDto {
  @Choice('The party stayed away without good reason, left without leave (行政处罚法第六十四条第六项), or took the request back', GIVEN_UP)
  ground: (typeof GIVEN_UP)[number];

  @Words('Facts', '当事人经通知无正当理由未到场', 2000)
  reason: string;
}

export class ReportHearingDto {
  @Words('Course of the hearing and what was in dispute', '听证于2026年12月24日举行……', 20_000)
  course: string;

  @Words('Opinion and proposal', '建议采纳当事人关于数量的意见', 8000)
  opinion: string;
}

export class DiscussionDto {
  @Instant('When the heads met')
  at: string;

  @Words('Place', '本局会议室', 500)
  place: string;

  @Id('Account of who presided')
  chair: string;

  @ApiProperty({ description: 'Accounts of the heads who took part, who presided included: two or more (程序规定第六十条第二款)', type: [String], example: ['019aa1b2-0000-7000-8000-00000000000a'] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @IsUUID(undefined, { each: true })
  attendees: string[];

  @Words('What was said, and what was resolved', '一致同意拟处罚意见', 20_000)
  opinion: string;
}
