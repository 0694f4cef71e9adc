import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { Choice, Count, Day, Id, Ids, Instant, Money, OptionalId, OptionalInstant, OptionalWords, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { MemberDto, ProceedingWithClocksDto } from '../proceedings/index.js';
import { CAPACITIES, RELEASE_GROUNDS, SEIZURE_LAWS, TESTING_KINDS } from './data/powers.data.js';

const QUANTITY = /^(0|[1-9]\d{0,10})(\.\d{1,3})?$/;
const OFFICERS = [{ account: '019aa1b2-0000-7000-8000-00000000000a', role: 'officer', credential: '粤执法A0000001' }];
const MEASURES = ['seal', 'take'] as const;

export class OpenHoldingDto {
  @Id('Case') caseId: string;
  @Id('Penalty procedure of the case that it belongs to') penalty: string;
  @Id('Party, by its entry in the case') party: string;
  @Words('Why, and of what', '仓库内存放涉嫌侵犯注册商标专用权的汤锅，有被转移的可能') reason: string;
}

export class OpenSeizureDto extends OpenHoldingDto {
  @Choice('Field of law that gives the power to seize; the head who approves follows from it', SEIZURE_LAWS) law: string;
  @Choice('Sealed where it is (查封), or taken (扣押)', MEASURES) measure: string;
}

export class OpinionDto {
  @Words('Opinion of the head', '情况属实，同意采取', 2000) opinion: string;
}

export class ApproveSeizureDto extends OpinionDto {
  @Choice('Capacity of whoever approves: principal head (主要负责人), or another head', CAPACITIES) capacity: string;
  @Words('Written report that it rests on: its number, or what it says', '书面报告〔2026〕3号', 500) report: string;
}

export class MeasureReasonDto {
  @Words('Reason', '经核实无须采取该措施', 2000) reason: string;
}

export class GoodDto {
  @Words('Name as marked on the goods, or the place', '不锈钢汤锅', 200) name: string;
  @OptionalWords('Specification, model, or address', '24cm', 200) specification?: string;
  @Words('Unit', '件', 20) unit: string;

  @ApiProperty({ description: 'Quantity, decimal text with at most three places', example: '120', pattern: QUANTITY.source })
  @IsString() @Matches(QUANTITY)
  quantity: string;

  @OptionalWords('Remark', '外箱有同样标识', 500) remark?: string;
}

/** Carried out on the spot, with the list. */
export class CarryOutDto {
  @Rows('Officers who carried it out, two or more, each with the credential', MemberDto, OFFICERS, 20) members: MemberDto[];
  @Instant('When it was carried out') at: string;
  @Words('Where', '潮安区彩塘镇测试街2号仓库', 300) place: string;
  @Words('Where the goods are kept', '潮安区市场监督管理局罚没仓库', 300) keptAt: string;
  @Rows('List, counted on the spot', GoodDto, [{ name: '不锈钢汤锅', unit: '件', quantity: '120' }]) goods: GoodDto[];
  @Yes('The credentials were shown') credentialsShown: boolean;
  @Yes('The party, or somebody for it, was there') partyPresent: boolean;
  @OptionalId('Witness, by the entry in the case; where the party was not there') witness?: string;
  @Yes('The party signed list and record') signed: boolean;
  @OptionalWords('Why it did not', '当事人拒绝签名', 500) remark?: string;
  @OptionalWords('Number or digest of the recording', 'sha256:9f86d081', 200) recording?: string;
}

export class CarryOutAtOnceDto extends CarryOutDto {
  @Words('Why it could not wait for approval', '当事人正在装车转移', 1000) urgency: string;
}

export class SeizeDto extends CarryOutDto {
  @Yes('Reasons, ground, rights and remedies were told (行政强制法第十八条第五项)') rightsTold: boolean;
  @Yes('The party was heard (第六项)') heard: boolean;
  @Yes('Everything on the list has to do with the offence (第二十三条第一款)') related: boolean;
  @Yes('Something on it is a necessity of life of the party or its family') necessities: boolean;
  @Yes('Something on it is sealed by another authority already (第二十三条第二款)') sealedByOthers: boolean;
  @Words('Ways and times of remedy, as the decision states them', '可在六十日内申请行政复议，或者在六个月内提起行政诉讼', 500) remedies: string;
}

export class SeizeAtOnceDto extends SeizeDto {
  @Words('Why it could not wait for approval', '当事人正在装车转移', 1000) urgency: string;
}

export class ExtendSeizureDto extends MeasureReasonDto {
  @Words('Ways and times of remedy', '可在六十日内申请行政复议，或者在六个月内提起行政诉讼', 500) remedies: string;
}

export class GoodsDto {
  @Ids('Goods of the list') goods: string[];
}

export class BeginTestingDto extends GoodsDto {
  @Choice('Kind', TESTING_KINDS) testing: string;
  @Words('Institution with the qualification', '广东省测试检验院', 200) institution: string;
  @Words('Question', '是否符合国家标准', 1000) question: string;
  @Day('First day that is told to the party') from: string;
  @Day('Last day that is told to the party') until: string;
}

export class EndTestingDto {
  @Instant('When the report arrived') at: string;
  @Words('Number of the report', 'GD-2026-0815', 100) report: string;
  @Words('Result', '不符合标准', 4000) result: string;
  @OptionalWords('How and until when the party may object', '十五日内向本局提出', 500) objection?: string;
}

export class AskIdentificationDto extends GoodsDto {
  @Id('Right holder, by its entry in the case') rightHolder: string;
  @Words('What is to be identified', '是否为权利人生产或者许可生产', 1000) question: string;
  @Count('Working days to answer', 1, 30) workingDays: number;
}

export class IdentificationDto {
  @Instant('When the answer arrived') at: string;
  @Words('Conclusion and its grounds', '经辨认，非本公司生产或者许可生产', 4000) result: string;
}

export class SendToTestingDto {
  @Words('Institution with the qualification', '广东省测试检验院', 200) institution: string;
  @Choice('Kind', TESTING_KINDS) testing: string;
  @Words('Question', '材质是否符合国家标准', 1000) question: string;
  @Day('Day on which the report is due') until: string;
}

export class SecureCopiesDto {
  @Words('Copied, photographed, filmed: how', '拍照、复制后发还', 1000) method: string;
}

export class TurnIntoSeizureDto {
  @Id('Seizure that took over') seizure: string;
}

export class CustodyDto extends GoodsDto {
  @Words('Custodian', '潮州市某仓储公司', 200) custodian: string;
  @Words('Where', '潮安区仓库', 300) place: string;
  @Words('Conditions', '防潮，不得移动', 500) conditions: string;
  @OptionalInstant('Until when; until further notice where left out') until?: string;
}

export class CarrierDto extends GoodsDto {
  @Words('Carrier', '潮州市某物流公司', 200) carrier: string;
}

export class AnnounceDisposalDto extends GoodsDto {
  @Words('Way of disposal', '委托拍卖', 300) method: string;
  @Day('Last day of the notice') until: string;
}

export class DisposeDto extends GoodsDto {
  @Words('Way of disposal', '委托拍卖', 300) method: string;
  @Words('How evidence was kept', '已拍照、抽样', 500) evidence: string;
  @Money('Proceeds, kept as money of the case') proceeds: string;
}

export class DisposeByConsentDto extends DisposeDto {
  @Instant('When the owner consented') consentAt: string;
}

export class ReleaseSeizureDto extends MeasureReasonDto {
  @Choice('Ground: no offence, unrelated, decided and not needed any more, the term is over, not needed for another reason', RELEASE_GROUNDS) ground: string;
}

export class ReleasePartDto extends ReleaseSeizureDto {
  @Ids('Goods that are given back') goods: string[];
}

export class HandToPoliceDto extends MeasureReasonDto {
  @Instant('When it was handed over') at: string;
  @Words('Authority that received it', '潮州市公安局潮安分局', 200) to: string;
}

export class DestroyDto {
  @Rows('Officers, two or more, each with the credential', MemberDto, OFFICERS, 20) members: MemberDto[];
  @Instant('When') at: string;
  @Words('Where', '潮州市环保处置中心', 300) place: string;
  @Words('Law that orders destruction', '商标法第六十条第二款', 300) provision: string;
  @Id('Account of the supervisor') supervisor: string;
  @Words('Course', '全部压毁', 2000) course: string;
}

export class HeldGoodDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000050') id: string;
  @Shown('Place in the list', 1) position: number;
  @Shown('Name', '不锈钢汤锅') name: string;
  @Shown('Specification, model, or address', null, { nullable: true }) specification: string | null;
  @Shown('Unit', '件') unit: string;
  @Shown('Quantity, decimal', '120.000') quantity: string;
  @Shown('Remark', null, { nullable: true }) remark: string | null;
  @Shown('What became of it; null while it is held', null, { nullable: true }) fate: string | null;
  @Shown('When, RFC 3339 UTC', null, { nullable: true }) fateAt: string | null;
  @Shown('Proceeds of early disposal, CNY, decimal', null, { nullable: true }) proceeds: string | null;
}

export class ExaminationDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000060') id: string;
  @Shown('testing, inspection, quarantine, appraisal or identification', 'testing') kind: string;
  @Shown('Institution, or the right holder by its entry in the case', '广东省测试检验院', { nullable: true }) examiner: string | null;
  @Shown('Goods', [], { type: [String] }) goods: string[];
  @Shown('Question', '是否符合国家标准') question: string;
  @Shown('First day told to the party, YYYY-MM-DD', null, { nullable: true }) fromDay: string | null;
  @Shown('Last day told to the party, YYYY-MM-DD', null, { nullable: true }) untilDay: string | null;
  @Shown('When the result was there, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
  @Shown('Number of the report', null, { nullable: true }) report: string | null;
  @Shown('Result', null, { nullable: true }) result: string | null;
}

export class HoldingDto extends ProceedingWithClocksDto {
  @Shown('Party, by its entry in the case', '019aa1b2-0000-7000-8000-000000000040') party: string;
  @Shown('Why, and of what', '涉嫌侵权汤锅') reason: string;
  @Shown('Approval: account, agency, time (RFC 3339 UTC), capacity, report, opinion', null, { nullable: true, type: Object }) approval: object | null;
  @Shown('How it was carried out', null, { nullable: true, type: Object }) carriedOut: object | null;
  @Shown('List of goods', [], { type: [HeldGoodDto] }) goods: HeldGoodDto[];
  @Shown('Tests and identifications', [], { type: [ExaminationDto] }) examinations: ExaminationDto[];
}

export class SeizureDto extends HoldingDto {
  @Shown('Field of law', 'trademark') law: string;
  @Shown('When it was prolonged, RFC 3339 UTC', null, { nullable: true }) extendedAt: string | null;
  @Shown('Last day of the public notice of early disposal, YYYY-MM-DD', null, { nullable: true }) noticeUntil: string | null;
}

export class OpenAssistanceDto {
  @Id('Case') caseId: string;
  @Id('Penalty procedure of the case that it belongs to') penalty: string;
  @Words('Authority that is asked', '揭阳市市场监督管理局', 200) to: string;
  @Words('Why', '涉案商品由其辖区内的企业供货', 2000) reason: string;
  @Words('What is to be done', '核查供货合同和发票', 4000) matters: string;
}

export class ReceiveAssistanceDto {
  @Id('Case in which it is dealt with') caseId: string;
  @Words('Authority that asks', '揭阳市市场监督管理局', 200) from: string;
  @Words('Number of its letter', '揭市监协查〔2026〕8号', 100) letter: string;
  @Instant('When it was received') receivedAt: string;
  @Words('Why', '供货方在本辖区', 2000) reason: string;
  @Words('What is to be done', '核查供货合同和发票', 4000) matters: string;
}

export class SendAssistanceDto {
  @Instant('When the other authority received it, or is to; the time counts from there') receivedAt: string;
}

export class DelayDto extends MeasureReasonDto {
  @Instant('When the delay was told') at: string;
  @Count('Working days more', 1, 30) workingDays: number;
}

export class AssistanceResultDto {
  @Instant('When') at: string;
  @Words('What came of it', '经查，供货合同真实', 4000) result: string;
}

export class AssistanceRefusalDto extends MeasureReasonDto {
  @Instant('When') at: string;
}

export class AssistanceDto extends ProceedingWithClocksDto {
  @Shown('The other authority', '揭阳市市场监督管理局') other: string;
  @Shown('Why', '供货方在其辖区') reason: string;
  @Shown('What is to be done', '核查供货合同') matters: string;
  @Shown('Number of the letter that was received', null, { nullable: true }) letter: string | null;
  @Shown('When it was received, RFC 3339 UTC', null, { nullable: true }) receivedAt: string | null;
  @Shown('When a delay was told, RFC 3339 UTC', null, { nullable: true }) delayToldAt: string | null;
  @Shown('What came of it', null, { nullable: true }) result: string | null;
}

