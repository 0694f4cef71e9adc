import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { MemberDto } from '../proceedings/index.js';
import { PAPER_CODES } from './domain/paper.rules.js';

export const SUSPICIONS = ['threshold-met', 'reasonable-suspicion'] as const;
export const CAPACITIES = ['principal', 'acting-principal', 'deputy'] as const;
export const OUTCOMES = ['convicted', 'exempted', 'acquitted'] as const;
const MOST_MONEY = 1_000_000_000_000;
const MEMBERS = [{ account: '019aa1b2-0000-7000-8000-00000000000a', role: 'officer', credential: '粤执法A0000001' }];

/** Who works on it. */
class TeamDto {
  @ApiProperty({ description: 'The team: two officers at least, each with a credential (移送规定第五条第一款)', type: [MemberDto], example: MEMBERS })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => MemberDto)
  members: MemberDto[];
}

export class OpenReferralDto extends TeamDto {
  @ApiProperty({ description: 'Case that the suspicion comes from', example: '019aa1b2-0000-7000-8000-000000000000' })
  @IsUUID()
  caseId: string;

  @ApiPropertyOptional({ description: 'Penalty procedure that it comes from; no fine is imposed in the case while it is open (移送规定第十一条)', example: '019aa1b2-0000-7000-8000-000000000001' })
  @IsOptional() @IsUUID()
  penalty?: string;

  @ApiProperty({ description: 'Offence suspected', example: '销售假冒注册商标的商品罪（刑法第二百一十四条）', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  offence: string;

  @ApiProperty({ description: 'Whether a threshold is reached, or there is reasonable suspicion and the police are needed to find out (移送规定第三条第一款、第二款)', enum: SUSPICIONS, example: 'threshold-met' })
  @IsIn(SUSPICIONS)
  suspicion: (typeof SUSPICIONS)[number];

  @ApiProperty({ description: 'Facts that it rests on; known personal data of reporters are replaced', example: '现场查获假冒注册商标餐具3000件，标价合计12万元', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  facts: string;
}

export class ReplaceOfficersDto extends TeamDto {
  @ApiProperty({ description: 'Why; known personal data of reporters are replaced', example: '原承办人回避', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class ReferralReasonDto {
  @ApiProperty({ description: 'Reason, kept on the file; known personal data of reporters are replaced', example: '未发现新的证据', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  reason: string;
}

export class ReportReferralDto {
  @ApiProperty({ description: 'Written report to the chief; known personal data of reporters are replaced', example: '经核实，当事人销售假冒注册商标的商品，货值达到追诉标准，建议移送', maxLength: 20000 })
  @IsString() @IsNotEmpty() @MaxLength(20000)
  report: string;
}

export class ApproveReferralDto {
  @ApiProperty({ description: 'As what the account decides: chief, whoever is in charge in his place, or deputy, who may not (移送规定第五条第二款)', enum: CAPACITIES, example: 'principal' })
  @IsIn(CAPACITIES)
  capacity: (typeof CAPACITIES)[number];
}

export class RefuseReferralDto extends ApproveReferralDto {
  @ApiProperty({ description: 'Why it is not approved, kept on record; known personal data of reporters are replaced', example: '货值未达追诉标准，亦无其他涉嫌犯罪的合理嫌疑', maxLength: 5000 })
  @IsString() @IsNotEmpty() @MaxLength(5000)
  reason: string;
}

export class PaperDto {
  @ApiProperty({ description: 'Kind of paper (移送规定第六条); the letter itself is written by the transfer', enum: PAPER_CODES, example: 'goods-list' })
  @IsIn(PAPER_CODES)
  paper: string;

  @ApiPropertyOptional({ description: 'Number or id under which it is found', example: '潮安市监清〔2026〕3号', maxLength: 200 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  reference?: string;

  @ApiPropertyOptional({ description: 'Why there is none, where the article asks for it only if there is one', example: '未委托检验鉴定', maxLength: 500 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(500)
  absent?: string;
}

export class SupplementReferralDto {
  @ApiProperty({ description: 'Papers, one entry for each', type: [PaperDto], example: [{ paper: 'goods-list', reference: '潮安市监清〔2026〕3号' }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => PaperDto)
  papers: PaperDto[];
}

export class TransferReferralDto extends SupplementReferralDto {
  @ApiProperty({ description: 'Police agency of the same level (移送规定第五条第二款)', example: 'cz-police', maxLength: 60 })
  @IsString() @MaxLength(60)
  police: string;

  @ApiProperty({ description: 'Procuratorate that gets the copy (form 5: 抄送)', example: 'cz-procuratorate', maxLength: 60 })
  @IsString() @MaxLength(60)
  procuratorate: string;
}

export class InviteProcuratorateDto extends ReferralReasonDto {
  @ApiProperty({ description: 'Procuratorate asked to look on early; it sees the case from now on', example: 'cz-procuratorate', maxLength: 60 })
  @IsString() @MaxLength(60)
  procuratorate: string;
}

export class HandoverItemDto {
  @ApiProperty({ description: 'What it is', example: '假冒注册商标不锈钢餐盘', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  name: string;

  @ApiProperty({ description: 'Quantity with its unit', example: '3000件', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  quantity: string;

  @ApiPropertyOptional({ description: 'Condition, mark of the seal', example: '封条完好', maxLength: 200 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  condition?: string;
}

export class HandOverReferralDto {
  @ApiProperty({ description: 'Goods and papers, all of them (移送规定第十二条); sent again it replaces a list that the police have not signed', type: [HandoverItemDto], example: [{ name: '假冒注册商标不锈钢餐盘', quantity: '3000件' }] })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => HandoverItemDto)
  items: HandoverItemDto[];
}

export class RecordVerdictDto {
  @ApiProperty({ description: 'Court', example: '潮州市潮安区人民法院', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  court: string;

  @ApiProperty({ description: 'Number that the court gave it; taken as it is', example: '（2027）粤5103刑初12号', maxLength: 100 })
  @IsString() @IsNotEmpty() @MaxLength(100)
  number: string;

  @ApiProperty({ description: 'convicted; exempted from punishment, or acquitted: the administrative procedure goes on (行政处罚法第二十七条)', enum: OUTCOMES, example: 'convicted' })
  @IsIn(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ description: 'When it took effect, RFC 3339 with offset', example: '2027-03-01T10:00:00+08:00' })
  @IsInstant()
  judgedAt: string;

  @ApiPropertyOptional({ description: 'Criminal fine (罚金), whole CNY', default: 0, minimum: 0, maximum: MOST_MONEY, type: 'integer', example: 50000 })
  @IsOptional() @IsInt() @Min(0) @Max(MOST_MONEY)
  criminalFine?: number;

  @ApiPropertyOptional({ description: 'Fine that the agency had imposed before, whole CNY; it counts against the criminal fine (移送规定第十一条第三款)', default: 0, minimum: 0, maximum: MOST_MONEY, type: 'integer', example: 20000 })
  @IsOptional() @IsInt() @Min(0) @Max(MOST_MONEY)
  earlierFine?: number;
}
