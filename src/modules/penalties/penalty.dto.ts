import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import { ProceedingWithClocksDto, type MemberDto } from '../proceedings/index.js';
import { codesOf, NO_PENALTY_GROUNDS } from './data/grounds.data.js';
import { RECORD_KINDS } from './penalty-record.entity.js';
import { Choice, Instant, Members, OptionalWords, Words } from './penalty-fields.dto.js';
import { PenaltiesDto, PenaltyItemDto } from './penalty-hearing.dto.js';

const DISPOSALS = ['destroyed', 'auctioned', 'rendered-harmless', 'handed-over', 'other'] as const;
const MANNERS = ['voluntary', 'enforced', 'ended-by-court'] as const;
const WAYS = ['reconsideration', 'suit'] as const;

export class DecidePenaltyDto extends PenaltiesDto {
  @OptionalWords('What was taken over of the defence and of what came out in the hearing, and why; needed where there was any (程序规定第五十八条、第六十二条第三项)', '当事人关于数量的意见成立，予以采纳', 8000)
  defenceAnswer?: string;

  @Words('How and by when it is performed; money within fifteen days of service (程序规定第六十二条第五项、第七十二条)', '自收到本决定书之日起十五日内缴至指定银行', 2000)
  performance: string;

  @Words('Ways and times of reconsideration and suit (程序规定第六十二条第六项)', '可以在六十日内申请行政复议，也可以在六个月内提起行政诉讼', 2000)
  remedies: string;
}

export class DecideNoPenaltyDto {
  @Choice('Ground (行政处罚法第三十条、第三十一条、第三十三条、第三十六条; 程序规定第六十条第一款第三项)', codesOf(NO_PENALTY_GROUNDS))
  ground: string;

  @Words('Facts', '当事人销售数量极少，已召回', 20_000)
  facts: string;

  @Words('Reasons', '违法行为轻微并及时改正，没有造成危害后果', 8000)
  reasons: string;

  @Words('Provisions', '《行政处罚法》第三十三条第一款', 2000)
  provisions: string;

  @OptionalWords('How the party was educated; needed unless the offence is not established (程序规定第六十一条)', '告知商标法相关规定及进货查验要求', 4000)
  education?: string;

  @Words('Ways and times of reconsideration and suit', '可以在六十日内申请行政复议', 2000)
  remedies: string;
}

export class TransferDto {
  @Words('Authority that it is transferred to', '潮州市公安局（测试）', 300)
  to: string;

  @Words('Why it is not for this agency', '违法行为属于其他行政管理部门管辖', 2000)
  reason: string;

  @Words('Provision', '《市场监督管理行政处罚程序规定》第十七条第一款', 500)
  provision: string;
}

export class WitnessDto {
  @Choice('What the id is: an entry of the case, or an account', ['party', 'account'])
  kind: 'party' | 'account';

  @ApiProperty({ description: 'Id of the entry or account; nobody who disposes of the goods', example: '019aa1b2-0000-7000-8000-00000000000b' })
  @IsUUID()
  id: string;
}

export class DisposalDto {
  @Members('Who disposes of the goods: two officers or more')
  members: MemberDto[];

  @Instant('When')
  at: string;

  @Words('Place', '潮州市环保处理中心（测试）', 500)
  place: string;

  @Choice('How (行政处罚法第七十四条第一款)', DISPOSALS)
  method: (typeof DISPOSALS)[number];

  @Words('Which goods, how many, by the list', '侵权餐具二百套（清单第1至3项）', 4000)
  goods: string;

  @Words('Course', '当场粉碎', 4000)
  course: string;

  @ApiProperty({ description: 'Who watched (监督人)', type: WitnessDto, example: { kind: 'account', id: '019aa1b2-0000-7000-8000-00000000000b' } })
  @ValidateNested() @Type(() => WitnessDto)
  witness: WitnessDto;
}

export class PerformanceDto {
  @Instant('When the last of it was performed, or the court ended execution; the closing form is due from there')
  at: string;

  @Choice('How (程序规定第七十七条第一项、第二项)', MANNERS)
  manner: (typeof MANNERS)[number];
}

export class ClosePenaltyDto {
  @Words('Opinion of the head (结案审批表)', '同意结案', 2000)
  opinion: string;
}

export class ChallengeDto {
  @Choice('Reconsideration or suit', WAYS)
  way: (typeof WAYS)[number];

  @Instant('When it was filed')
  at: string;

  @Words('Body that decides', '潮州市人民政府（测试）', 300)
  body: string;

  @Words('Its number', '潮府复〔2026〕1号', 100)
  fileNumber: string;
}

export class ReviewOutcomeDto {
  @Choice('Upheld or changed; a revocation is a command of its own', ['upheld', 'changed'])
  result: 'upheld' | 'changed';

  @Instant('When the decision reached the agency')
  at: string;

  @Words('Number of the decision or judgment', '潮府复决〔2027〕1号', 100)
  fileNumber: string;

  @ApiPropertyOptional({ description: 'The penalties as changed; only where they were', type: [PenaltyItemDto], example: [] })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PenaltyItemDto)
  penalties?: PenaltyItemDto[];
}

export class RevocationDto {
  @Instant('When the decision or judgment that revokes it reached the agency')
  at: string;

  @Words('Number of the decision or judgment', '（2027）粤51行终1号', 100)
  fileNumber: string;
}

export class PenaltyDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'Party of the case that it is about', example: null, nullable: true, type: String })
  party: string | null;

  @ApiProperty({ description: 'Cause of action', example: '涉嫌销售侵犯注册商标专用权的商品', nullable: true, type: String })
  cause: string | null;

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: null, nullable: true, type: String })
  filedAt: string | null;

  @ApiProperty({ description: 'What verification found', example: null, nullable: true, type: Object })
  findings: object | null;

  @ApiProperty({ description: 'Grounds for legal review and collective discussion, a hearing that was held included', example: [], type: [String] })
  reviewGrounds: string[];

  @ApiProperty({ description: 'When legal review was passed, RFC 3339 UTC', example: null, nullable: true, type: String })
  legalReviewedAt: string | null;

  @ApiProperty({ description: 'What was announced: penalties, service, right to a hearing with the thresholds reached', example: null, nullable: true, type: Object })
  announced: object | null;

  @ApiProperty({ description: 'Statements of defence on record', example: 0 })
  defences: number;

  @ApiProperty({ description: 'The hearing', example: null, nullable: true, type: Object })
  hearing: object | null;

  @ApiProperty({ description: 'When the heads discussed it, RFC 3339 UTC', example: null, nullable: true, type: String })
  discussedAt: string | null;

  @ApiProperty({ description: 'Decision: penalties (CNY, calendar days) and time', example: null, nullable: true, type: Object })
  decision: object | null;

  @ApiProperty({ description: 'Illegal income in the administrative sense, CNY', example: null, nullable: true, type: Object })
  illegalIncome: object | null;

  @ApiProperty({ description: 'When the decision was served, RFC 3339 UTC', example: null, nullable: true, type: String })
  decisionServedAt: string | null;

  @ApiProperty({ description: 'Order of correction and what was put right', example: null, nullable: true, type: Object })
  correction: object | null;

  @ApiProperty({ description: 'Reconsideration or suit', example: null, nullable: true, type: Object })
  challenge: object | null;
}

export class PenaltyRecordQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only this kind of act', enum: RECORD_KINDS, example: 'evidence' })
  @IsOptional() @IsIn(RECORD_KINDS)
  kind?: string;
}

export class PenaltyRecordDto {
  @ApiProperty({ description: 'Record id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000040' })
  id: string;

  @ApiProperty({ description: 'Kind of act', enum: RECORD_KINDS, example: 'inspection' })
  kind: string;

  @ApiProperty({ description: 'When it was done, or began, RFC 3339 UTC', example: '2026-11-24T01:30:00.000Z' })
  at: string;

  @ApiProperty({ description: 'When it ended, RFC 3339 UTC', example: null, nullable: true, type: String })
  until: string | null;

  @ApiProperty({ description: 'Place', example: '潮州市潮安区彩塘镇测试路1号', nullable: true, type: String })
  place: string | null;

  @ApiProperty({ description: 'Who acted: account, part, credential', type: [Object], example: [] })
  people: readonly object[];

  @ApiProperty({ description: 'Kind of evidence', example: null, nullable: true, type: String })
  evidence: string | null;

  @ApiProperty({ description: 'Entry of the case that it concerns', example: null, nullable: true, type: String })
  party: string | null;

  @ApiProperty({ description: 'What was found, said or decided', example: '在仓库查见不锈钢餐具二百套' })
  content: string;

  @ApiProperty({ description: 'What only this kind of act has', example: {} })
  details: object;

  @ApiProperty({ description: 'Account that wrote it down', example: '019aa1b2-0000-7000-8000-00000000000a' })
  writtenBy: string;

  @ApiProperty({ description: 'When it was written down, RFC 3339 UTC', example: '2026-11-24T02:00:00.000Z' })
  writtenAt: string;
}

export class PenaltyRecordPage {
  @ApiProperty({ description: 'Oldest first; the next page is in the Link header', type: [PenaltyRecordDto], example: [] })
  items: PenaltyRecordDto[];
}
