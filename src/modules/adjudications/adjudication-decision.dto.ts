import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/day.js';
import { Claims, ID, Ids, Instant, MaybeWords, OneOf, Party, Words, YesOrNo } from './adjudication-request.dto.js';
import type { Finding } from './domain/adjudication.rules.js';
import { ACT_CODES, DISMISSAL_CODES, REVISION_CODES } from './domain/requirements.rules.js';

const FINDINGS = ['infringing', 'not-infringing'] as const;

export class AnnounceHearingDto {
  @Instant('When it is held; notice is given three working days before (第二十六条)', '2026-12-15T09:00:00+08:00')
  at: string;

  @Words('Where, or on which platform', '潮州市市场监督管理局第一会议室', 300)
  place: string;

  @YesOrNo('Held online (第二十七条第三款)', false)
  online: boolean;

  @YesOrNo('Open to the public (第二十七条第二款)')
  open: boolean;

  @MaybeWords('Why it is closed (第二十七条第二款)', '涉及商业秘密，当事人申请不公开')
  closedBecause?: string;
}

export class HoldOralHearingDto {
  @Instant('When it ended')
  at: string;

  @Words('What was heard; natural persons by the id of their entry in the case (第二十七条第一款)', '双方就现有设计抗辩进行质证和辩论', 5000)
  course: string;

  @Ids('Respondents and third parties that stayed away or left without a good reason: heard by default (第二十六条)', 0)
  absent: string[];
}

export class DeemWithdrawnDto {
  @OneOf('What the requester did without a good reason (第二十六条)', ['stayed-away', 'left'], 'stayed-away')
  conduct: 'stayed-away' | 'left';

  @Words('Reasons', '请求人经通知无正当理由拒不参加口头审理')
  reasons: string;
}

export class StartSettlementDto {
  @Instant('When')
  at: string;

  @OneOf('Who wished it (第三十五条第一款)', ['requester', 'respondent', 'both'], 'both')
  wishedBy: 'requester' | 'respondent' | 'both';
}

export class SettleDto {
  @Words('Terms, among them damages if the parties agree on them (第三十五条第一款)', '被请求人停止销售，并于2026年12月31日前支付补偿款2万元', 5000)
  terms: string;

  @Ids('Parties that signed: every requester and respondent (第三十五条第一款)')
  signedBy: string[];

  @Instant('When the last of them signed')
  signedAt: string;
}

export class VoteDto {
  @ApiProperty({ description: 'Account id of the member', example: ID })
  @IsUUID()
  member: string;

  @OneOf('Finding that the member votes for', FINDINGS, 'infringing')
  finding: Finding;

  @MaybeWords('A dissenting opinion, kept as it was given (第二十五条第二款)', '认为不落入保护范围')
  opinion?: string;
}

export class DeliberateDto {
  @Instant('When the panel deliberated')
  at: string;

  @OneOf('Finding of the majority', FINDINGS, 'infringing')
  finding: Finding;

  @ApiProperty({ description: 'Votes of the whole panel (第二十五条第二款)', type: [VoteDto], example: [{ member: ID, finding: 'infringing' }] })
  @IsArray() @ArrayMinSize(3) @ArrayMaxSize(15) @ValidateNested({ each: true }) @Type(() => VoteDto)
  votes: VoteDto[];

  @Words('Facts and evidence', '被诉产品与涉案外观设计整体视觉效果无实质性差异', 5000)
  facts: string;

  @Words('Liability and law applied', '构成对外观设计专利权的侵犯', 5000)
  law: string;
}

export class StoppedActDto {
  @OneOf('Type of act (第三十二条第一款)', ACT_CODES, 'sell')
  type: string;

  @Words('Object', '型号A汤锅', 300)
  object: string;

  @Words('Scope', '全部销售渠道', 500)
  scope: string;
}

class DecisionTextDto {
  @Words('Facts and reasons that the parties stated (第三十一条第二项)', '请求人称……被请求人辩称……', 10_000)
  statements: string;

  @Words('Reasons for the finding (第三十一条第三项)', '两者整体视觉效果无实质性差异', 10_000)
  reasons: string;

  @Words('Provisions (第三十一条第三项)', '专利法第十一条第二款、第六十五条', 1000)
  provisions: string;

  @Words('Where and until when to sue (第三十一条第五项)', '自收到本裁决书之日起十五日内向广州知识产权法院起诉', 1000)
  remedies: string;

  @ApiPropertyOptional({ description: 'Further measures, such as destroying moulds (第三十二条)', type: [String], example: ['销毁制造侵权产品的专用模具'] })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(500, { each: true })
  measures?: string[];

  @ApiPropertyOptional({ description: 'Last day for those measures, YYYY-MM-DD; stopping is due at once', example: '2026-12-31' })
  @IsOptional() @IsDay()
  performBy?: string;
}

export class DecideDto extends DecisionTextDto {
  @OneOf('Finding: the one that the panel carried', FINDINGS, 'infringing')
  finding: Finding;

  @ApiPropertyOptional({ description: 'Acts to stop at once, by type, object and scope; none where the request is rejected (第三十一条第四项). Damages are never decided (第三十五条)', type: [StoppedActDto], example: [{ type: 'sell', object: '型号A汤锅', scope: '全部销售渠道' }] })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StoppedActDto)
  acts?: StoppedActDto[];
}

export class EarlierFindingDto {
  @OneOf('Who found it', ['adjudication', 'judgment'], 'judgment')
  kind: 'adjudication' | 'judgment';

  @Words('Number', '（2025）粤73知民初1号', 100)
  number: string;

  @Instant('When it took effect')
  effectiveAt: string;

  @ApiProperty({ description: 'Patent that it was about', example: '202630000001.X', maxLength: 40 })
  @IsString() @IsNotEmpty() @MaxLength(40)
  patentNumber: string;

  @Party('Respondent that it was against')
  respondent: string;

  @ApiProperty({ description: 'Types of acts that it stopped', enum: ACT_CODES, isArray: true, example: ['sell'] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ArrayUnique() @IsIn(ACT_CODES, { each: true })
  types: string[];
}

export class DecideDirectlyDto extends DecisionTextDto {
  @ApiProperty({ description: 'Effective finding on the same patent, infringer and type of act (第三十四条第一款)', type: EarlierFindingDto, example: { kind: 'judgment', number: '（2025）粤73知民初1号', effectiveAt: '2026-01-10T00:00:00+08:00', patentNumber: '202630000001.X', respondent: ID, types: ['sell'] } })
  @ValidateNested() @Type(() => EarlierFindingDto)
  earlier: EarlierFindingDto;

  @ApiProperty({ description: 'Acts to stop at once', type: [StoppedActDto], example: [{ type: 'sell', object: '型号A汤锅', scope: '全部销售渠道' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StoppedActDto)
  acts: StoppedActDto[];
}

export class DismissDto {
  @OneOf('Ground (第九条第二款、第十九条第三款、第三十六条)', DISMISSAL_CODES, 'withdrawn')
  ground: string;

  @Words('Reasons', '请求人书面撤回处理请求')
  reasons: string;

  @ApiPropertyOptional({ description: 'The respondent pleads the time limit, and nothing stopped or broke it (第十九条第三款)', example: false })
  @IsOptional() @IsIn([true, false])
  defenceRaised?: boolean;
}

export class RectifyDto {
  @Words('What is wrong', '第3页“2025年”')
  wrong: string;

  @Words('What is right', '“2026年”')
  right: string;
}

export class ReviseDto {
  @OneOf('Ground (第三十三条第一款)', REVISION_CODES, 'partly-invalid')
  ground: string;

  @Words('Reasons', '权利要求1被宣告无效，决定已生效')
  reasons: string;
}

export class ChangeDecisionDto extends ReviseDto {
  @ApiProperty({ description: 'Acts to stop as they are from now on', type: [StoppedActDto], example: [{ type: 'sell', object: '型号A汤锅', scope: '线下门店' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StoppedActDto)
  acts: StoppedActDto[];

  @Claims('After an invalidation in part: the claims that stand and are relied upon')
  claims?: number[];
}

export class RecordSuitDto {
  @Party('Who sues')
  plaintiff: string;

  @Words('Court', '广州知识产权法院', 200)
  court: string;

  @Words('Number of the suit', '（2026）粤73行初12号', 100)
  courtNumber: string;

  @Instant('When it was filed')
  filedAt: string;
}

export class RecordAdjudicationJudgmentDto {
  @Words('Number of the effective judgment', '（2026）粤73行初12号', 100)
  courtNumber: string;

  @Instant('When it took effect')
  effectiveAt: string;
}

export class RecordChangedDto extends RecordAdjudicationJudgmentDto {
  @Words('What the court changed', '将停止范围限于型号A')
  change: string;
}

export class RecordAnnulledDto extends RecordAdjudicationJudgmentDto {
  @YesOrNo('The court orders another decision', false)
  anew: boolean;
}

export class RecordAdjudicationPerformanceDto {
  @Instant('When')
  at: string;

  @Words('How', '已停止销售并销毁模具')
  manner: string;
}

export class ApplyEnforcementDto {
  @Words('Court', '广州知识产权法院', 200)
  court: string;

  @Words('Reasons', '期满不起诉又不停止侵权行为')
  reasons: string;
}

export class RecordHolderEnforcementDto {
  @Words('Court', '广州知识产权法院', 200)
  court: string;

  @Instant('When the right holder applied')
  appliedAt: string;
}

export class EndAdjudicationEnforcementDto {
  @OneOf('How it ended', ['enforced', 'terminated', 'refused'], 'enforced')
  result: 'enforced' | 'terminated' | 'refused';
}
