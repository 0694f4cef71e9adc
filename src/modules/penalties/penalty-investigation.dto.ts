import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import type { MemberDto } from '../proceedings/index.js';
import { codesOf, EVIDENCE_KINDS, LEGAL_REVIEW_GROUNDS, NOT_FILED_GROUNDS, SUSPENSION_GROUNDS } from './data/grounds.data.js';
import { Choice, Id, Instant, Members, OptionalId, OptionalInstant, OptionalWords, Several, Words } from './penalty-fields.dto.js';

const SOURCES = ['inspection', 'report', 'transfer', 'assignment', 'other'] as const;
const CONFIRMED = ['signed', 'refused', 'absent'] as const;
/** A hearing that was held is found by the system. */
const FOUND_GROUNDS = codesOf(LEGAL_REVIEW_GROUNDS).filter((code) => code !== 'hearing-held');

export class OpenPenaltyDto {
  @Id('Case that the clue belongs to')
  caseId: string;

  @Choice('Where the clue came from (程序规定第十八条)', SOURCES)
  source: (typeof SOURCES)[number];

  @Instant('When the clue was found or the material received; verification counts from there')
  foundAt: string;
}

/** The four conditions of filing (程序规定第十九条第一款). */
export class FilingStandardDto {
  @ApiProperty({ description: 'Evidence shows at first sight that a law, regulation or rule of market regulation was broken (第一项)', example: true })
  @IsBoolean()
  evidence: boolean;

  @ApiProperty({ description: 'The law provides a penalty for it (第二项)', example: true })
  @IsBoolean()
  punishable: boolean;

  @ApiProperty({ description: 'It is for this agency (第三项)', example: true })
  @IsBoolean()
  jurisdiction: boolean;

  @ApiProperty({ description: 'It is within the time in which a penalty may be imposed (第四项; 行政处罚法第三十六条: two years, or five)', example: true })
  @IsBoolean()
  inTime: boolean;
}

export class FilePenaltyDto {
  @Id('Party of the case whose conduct it is, by the id of its entry in the case')
  party: string;

  @Words('Cause of action (案由)', '涉嫌销售侵犯注册商标专用权的商品', 500)
  cause: string;

  @ApiProperty({ description: 'The four conditions of filing, all of which have to be met', type: FilingStandardDto, example: { evidence: true, punishable: true, jurisdiction: true, inTime: true } })
  @ValidateNested() @Type(() => FilingStandardDto)
  standard: FilingStandardDto;

  @Words('What verification found, and why it is filed', '现场查见标注他人注册商标的餐具，当事人不能提供授权')
  findings: string;

  @Members('Two officers or more with enforcement credentials (程序规定第十九条第二款)')
  members: MemberDto[];
}

export class NotFilePenaltyDto {
  @Choice('Ground (程序规定第十九条、第二十条)', codesOf(NOT_FILED_GROUNDS))
  ground: string;

  @Words('What verification found, and why it is not filed', '经核查，涉案商品由权利人授权生产')
  findings: string;
}

export class NameOfficersDto {
  @Members('All officers who are on the case from now on, two or more, with credentials')
  members: MemberDto[];

  @Words('Why the officers change', '原办案人员回避', 1000)
  reason: string;
}

/** What every act at the scene has in common. */
class ActDto {
  @Members('Officers who acted: two or more, each with the credential that was shown (程序规定第二十二条)')
  members: MemberDto[];

  @Instant('When it began')
  at: string;

  @OptionalInstant('When it ended')
  until?: string;

  @Words('Place', '潮州市潮安区彩塘镇测试路1号', 500)
  place: string;

  @Choice('Whether whom it concerns signed, refused to, or was not there', CONFIRMED)
  confirmed: (typeof CONFIRMED)[number];

  @OptionalWords('What is noted where somebody did not sign or come (程序规定第四十三条)', '当事人拒绝签名', 1000)
  remark?: string;

  @OptionalWords('Reference of the film or sound recording (程序规定第四十三条、第四十四条)', '执法记录仪 20261124-01', 200)
  recording?: string;

  @OptionalId('Witness: entry of the case')
  witness?: string;
}

export class InspectionDto extends ActDto {
  @Words('What was found at the scene (现场笔录)', '在仓库查见不锈钢餐具二百套，外包装标注他人注册商标', 20_000)
  content: string;
}

class RightsToldDto extends ActDto {
  @ApiPropertyOptional({ description: 'The party was told that it may state its case, defend itself and ask for recusal; needed when evidence is first taken from it (程序规定第二十一条第二款)', example: true })
  @IsOptional() @IsBoolean()
  rightsTold?: boolean;

  @ApiPropertyOptional({ description: 'false where it is not taken from the party itself', example: true })
  @IsOptional() @IsBoolean()
  fromParty?: boolean;
}

export class InquiryDto extends RightsToldDto {
  @Id('Who was asked, alone: entry of the case (程序规定第二十九条)')
  person: string;

  @Words('Questions and answers, as read over and confirmed', '问：餐具从何处购进？答：……', 20_000)
  content: string;
}

export class ElectronicDataDto extends ActDto {
  @OptionalId('Whose data it is: entry of the case (被检查人)')
  person?: string;

  @Id('Who extracted it: account, or entry of the case (提取人)')
  extractor: string;

  @Words('Original medium and its state', '卖家手机一部，开机，飞行模式', 2000)
  medium: string;

  @Words('How it was extracted, and by which steps; how its integrity is kept (程序规定第二十六条)', '使用取证设备导出，计算并记录哈希值', 8000)
  method: string;

  @Words('What was extracted', '2026年1月至6月网店订单记录一份', 20_000)
  content: string;
}

export class EvidenceDto extends RightsToldDto {
  @Choice('Kind of evidence (行政处罚法第四十六条)', codesOf(EVIDENCE_KINDS))
  evidence: string;

  @OptionalId('Who gave it: entry of the case')
  person?: string;

  @ApiPropertyOptional({ description: 'Whether it is the original; a copy is confirmed by who gave it (程序规定第二十四条)', example: true })
  @IsOptional() @IsBoolean()
  original?: boolean;

  @Words('What it is, how much of it, and what it proves; for electronic data the way it was secured (程序规定第二十六条)', '送货单三张，证明销售数量', 20_000)
  content: string;
}

export class OrderCorrectionDto {
  @Words('Provision that was broken and the one that the order rests on', '《商标法》第五十七条第三项；《行政处罚法》第二十八条第一款', 1000)
  provision: string;

  @Words('What is to be put right', '立即停止销售侵权商品', 2000)
  acts: string;

  @OptionalInstant('Until when; at once where left out')
  by?: string;
}

export class RecordPenaltyCorrectionDto {
  @Instant('When it was put right')
  at: string;

  @Words('What the party did', '已下架并停止销售', 2000)
  acts: string;
}

export class SuspendPenaltyDto {
  @Choice('Ground (程序规定第四十六条第一款)', codesOf(SUSPENSION_GROUNDS))
  ground: string;

  @Words('Facts that it rests on', '涉案商标无效宣告案件尚未审结', 2000)
  reason: string;
}

export class PenaltyReasonDto {
  @Words('Reason', '中止调查的原因已消除', 2000)
  reason: string;
}

export class ConcludeInvestigationDto {
  @Words('Source of the case, course of the investigation, measures of compulsion (程序规定第四十八条第二项)', '2026年11月20日收到举报……', 20_000)
  course: string;

  @Words('Facts found and the main evidence (第三项)', '当事人自2026年9月起销售……', 20_000)
  facts: string;

  @Words('Nature of the offence (第四项)', '销售侵犯注册商标专用权的商品', 4000)
  nature: string;

  @Words('Proposal and its ground (第五项)', '建议没收侵权商品，处以罚款', 4000)
  proposal: string;

  @OptionalWords('Reasons of discretion and what else has to be said (第六项)', '初次违法，主动配合', 4000)
  discretion?: string;

  @Several('Grounds for legal review and discussion by the heads together, as far as found (程序规定第五十条第一款)', FOUND_GROUNDS)
  reviewGrounds?: string[];
}

export class SubmitReviewDto {
  @Choice('Legal review, or review of the case (程序规定第四十九条至第五十二条)', ['legal', 'case'])
  review: 'legal' | 'case';
}

export class PassReviewDto {
  @Words('Opinion: jurisdiction, party, facts, nature, law, procedure, penalty (程序规定第五十三条)', '事实清楚，证据充分，定性准确，适用依据正确，程序合法，处理适当，同意', 4000)
  opinion: string;

  @ApiPropertyOptional({ description: 'The reviewer does legal review for the first time (程序规定第五十一条第二款)', example: false })
  @IsOptional() @IsBoolean()
  firstTime?: boolean;

  @OptionalWords('Number of the legal professional qualification, needed the first time', 'A20264451020001', 60)
  qualification?: string;
}

export class SendBackDto {
  @Choice('Advice: put right, or investigate further (程序规定第五十四条第二项、第三项)', ['correct', 'investigate-further'])
  advice: 'correct' | 'investigate-further';

  @Words('What is missing or wrong', '进货来源未查清', 4000)
  opinion: string;
}
