import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Claims, Ids, Instant, MaybeWords, OneOf, Party, Words, YesOrNo } from './adjudication-request.dto.js';
import { INVALIDITY_RESULTS, type InvalidityResult } from './domain/adjudication.rules.js';
import { EXCEPTION_CODES, SUSPENSION_CODES } from './domain/requirements.rules.js';

const MODES = ['personal', 'postal', 'lien', 'electronic', 'public-notice', 'entrusted'] as const;
const ON = ['application', 'own-motion'] as const;

export class RecordAnswerDto {
  @Party('Respondent or third party who answers')
  respondent: string;

  @Instant('When the answer was received; the five working days to forward it count from it (第二十二条第二款)')
  receivedAt: string;

  @MaybeWords('Defences in short', '主张现有设计抗辩')
  summary?: string;
}

export class ForwardAnswerDto {
  @OneOf('How the copies went to the requester (第十条)', MODES, 'postal')
  mode: (typeof MODES)[number];

  @Instant('When they were served')
  servedAt: string;
}

export class RaiseObjectionDto {
  @Party('Respondent who objects')
  respondent: string;

  @Instant('When the objection was received, within the time of the answer (第九条第一款)')
  receivedAt: string;

  @Words('Why another agency is said to be competent', '住所地及行为地均在外市')
  reason: string;
}

export class UpholdObjectionDto {
  @Words('Reasons', '侵权行为地和住所地均在汕头市')
  reasons: string;

  @Words('Agency that the case goes to', '汕头市市场监督管理局', 200)
  competentAgency: string;
}

export class SetEvidencePeriodDto {
  @ApiProperty({ description: 'Length in calendar days from receipt of the notice, 15 or more (第五十四条; the maximum is ours)', example: 15, minimum: 15, maximum: 60 })
  @IsInt() @Min(15) @Max(60)
  days: number;

  @YesOrNo('Agreed by the parties and approved, instead of set (第五十四条)', false)
  agreed: boolean;
}

export class WaiveEvidenceDto {
  @Ids('All parties of the proceeding: each has said that there is no more evidence')
  by: string[];

  @Instant('When the last of them said so')
  at: string;
}

export class SignedDto {
  @YesOrNo('Signed or sealed by whom it concerns')
  signed: boolean;

  @MaybeWords('A refusal to sign, as noted on the record (第四十七条至第四十九条)', '当事人拒绝签字，已注明')
  refusalNote?: string;
}

export class RecordInspectionDto extends SignedDto {
  @OneOf('What was done (第四十七条第一款)', ['inquiry', 'inspection', 'demonstration'], 'inspection')
  act: 'inquiry' | 'inspection' | 'demonstration';

  @Instant('When')
  at: string;

  @Words('Where', '潮安区彩塘镇测试街2号', 300)
  place: string;

  @Words('What was found or said; natural persons by the id of their entry in the case', '现场有被诉产品生产线一条', 5000)
  content: string;

  @Ids('Accounts of those on the panel who did it')
  by: string[];
}

export class ItemDto {
  @Words('Name', '不锈钢汤锅', 200)
  name: string;

  @Words('Features', '锅身带凸点纹', 500)
  features: string;

  @ApiProperty({ description: 'Quantity with its unit', example: '3件', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  quantity: string;

  @Words('Where it is kept', '本局证物室', 200)
  keptAt: string;
}

export class RecordSamplingDto extends SignedDto {
  @Instant('When')
  at: string;

  @Words('Where', '潮安区彩塘镇测试街2号', 300)
  place: string;

  @ApiProperty({ description: 'Samples: name, features, quantity, where kept (第四十八条第三款)', type: [ItemDto], example: [{ name: '不锈钢汤锅', features: '锅身带凸点纹', quantity: '3件', keptAt: '本局证物室' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ItemDto)
  items: ItemDto[];

  @Ids('Accounts of those on the panel who did it')
  by: string[];
}

export class RegisterEvidenceDto extends SignedDto {
  @Instant('When; the seven days to decide on it count from it (第四十九条第一款)')
  at: string;

  @Words('Where', '潮安区彩塘镇测试街2号', 300)
  place: string;

  @ApiProperty({ description: 'Evidence: name, features, quantity, where kept (第四十九条第三款)', type: [ItemDto], example: [{ name: '模具', features: '冲压模', quantity: '1套', keptAt: '原地' }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ItemDto)
  items: ItemDto[];

  @Words('Why it may be lost or hard to get later, and cannot be sampled (第四十九条第一款)', '模具可能被转移，无法抽样')
  risk: string;
}

export class DecideRegistrationDto {
  @OneOf('What becomes of it', ['release', 'take-as-evidence', 'copy-and-release'], 'copy-and-release')
  disposal: 'release' | 'take-as-evidence' | 'copy-and-release';

  @Words('Reasons', '已拍照、复制，予以解除')
  reasons: string;
}

export class CommissionAppraisalDto {
  @Words('Technical question', '被诉产品是否具备权利要求1的全部技术特征')
  question: string;

  @Words('Appraiser, an organisation', '广东测试知识产权司法鉴定中心', 200)
  appraiser: string;

  @OneOf('Who chose the appraiser (第五十三条)', ['parties', 'panel'], 'parties')
  chosenBy: 'parties' | 'panel';

  @Instant('When')
  at: string;

  @ApiPropertyOptional({ description: 'Great public interest: the panel commissions it itself, without an application within the period for evidence (第五十三条第二款)', example: false })
  @IsOptional() @IsBoolean()
  publicInterest?: boolean;
}

export class RecordAppraisalDto {
  @OneOf('Whether there is an opinion, or the appraisal was given up', ['opinion', 'abandoned'], 'opinion')
  result: 'opinion' | 'abandoned';

  @Instant('When')
  receivedAt: string;

  @MaybeWords('The opinion', '具备全部技术特征', 5000)
  opinion?: string;
}

export class RecordInvalidityDto {
  @ApiProperty({ description: 'Number of the request for invalidation', example: '4W123456', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  requestNumber: string;

  @Instant('When the patent office accepted it (第二十八条第一款第一项)')
  acceptedAt: string;

  @OneOf('Who asked for it', ['respondent', 'third-party'], 'respondent')
  requestedBy: 'respondent' | 'third-party';

  @ApiPropertyOptional({ description: 'The respondent withdrew an earlier request, the case was resumed, and asks again (第二十九条第三项)', example: false })
  @IsOptional() @IsBoolean()
  repeated?: boolean;
}

export class SuspendForInvalidityDto extends RecordInvalidityDto {
  @OneOf('On application or of the agency’s own motion (第二十八条第一款)', ON, 'application')
  on: (typeof ON)[number];
}

export class ContinueDespiteInvalidityDto {
  @OneOf('Exception (第二十九条)', EXCEPTION_CODES, 'clean-report')
  exception: string;

  @ApiPropertyOptional({ description: 'Number of the effective decision that upheld the patent (第二十九条第四项)', example: '第500001号', maxLength: 60 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60)
  upheldBy?: string;

  @Words('Reasons', '评价报告未发现不符合授予专利权条件的缺陷')
  reasons: string;
}

export class SuspendAdjudicationDto {
  @OneOf('Ground (第二十八条第一款第二项至第七项)', SUSPENSION_CODES, 'death')
  ground: string;

  @OneOf('On application or of the agency’s own motion (第二十八条第一款)', ON, 'own-motion')
  on: (typeof ON)[number];

  @Words('Reasons; natural persons by the id of their entry in the case', '被请求人死亡，等待继承人表明是否参加')
  reasons: string;
}

export class ResumeDto {
  @Words('Why the ground is gone', '无效宣告请求审查决定已作出')
  reasons: string;

  @ApiPropertyOptional({ description: 'Result of the invalidation, where it was suspended for it', enum: INVALIDITY_RESULTS, example: 'maintained' })
  @IsOptional() @IsIn(INVALIDITY_RESULTS)
  result?: InvalidityResult;

  @Claims('After an invalidation in part: the claims that stand and are relied upon')
  claims?: number[];
}
