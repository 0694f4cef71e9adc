import { Choice, Day, Id, Instant, Money, OptionalDay, OptionalYes, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { ProceedingWithClocksDto } from '../proceedings/index.js';
import { COLLECTION_GROUNDS } from './data/rates.data.js';
import { ITEMS, type Item } from './domain/fine.rules.js';

const WAYS = ['bank', 'electronic', 'court'] as const;
const CHALLENGES = ['reconsideration', 'suit'] as const;
/** 行政强制法第四十条，程序规定第七十七条第二项. */
const WRITE_OFFS = ['death-without-estate', 'dissolved-without-property', 'object-lost', 'court-ended-execution', 'other'] as const;
const ITEM_EXAMPLE = [{ item: 'fine', amount: '3000.00' }];

export class TakeUpFineDto {
  @Id('Case') caseId: string;
  @Id('Penalty procedure whose decision was served') penalty: string;
  @Id('Party, by its entry in the case') party: string;
  @Yes('The party is a natural person') person: boolean;
  @Money('Fine') fine: string;
  @Money('Income to be confiscated; 0 where there is none') confiscation: string;
  @Instant('When the decision was served') servedAt: string;
}

export class PaidItemDto {
  @Choice('What it pays', ITEMS) item: Item;
  @Money('How much') amount: string;
}

export class PaymentDto {
  @Rows('What was paid, item by item', PaidItemDto, ITEM_EXAMPLE, 3) items: PaidItemDto[];
  @Day('Day of payment') paidOn: string;
  @Choice('Way', WAYS) way: string;
  @Words('Number of the receipt', 'GD20261124000123', 100) receipt: string;
}

export class CollectDto {
  @Choice('Ground (令2 第七十二条第一款): up to 100 yuan; hard to enforce later; remote place', COLLECTION_GROUNDS) ground: string;
  @Money('How much was taken') amount: string;
  @Words('Number of the special receipt of the ministry of finance', '粤财票0001234', 100) receipt: string;
  @Instant('When it was taken; on water, when the shore was reached') at: string;
  @OptionalYes('The party asked for it; needed for remote places') askedByParty?: boolean;
}

export class AtDto {
  @Instant('When') at: string;
}

export class BankDto extends AtDto {
  @Words('Number of the receipt of the bank', 'BK20261126', 100) receipt: string;
}

export class RequestScheduleDto extends AtDto {
  @Words('Why the party cannot pay in time, as it wrote', '经营困难，请求分两期缴纳', 2000) reason: string;
}

export class InstalmentDto {
  @Money('Amount') amount: string;
  @Day('Last day to pay') dueOn: string;
}

export class ApproveScheduleDto {
  @Rows('Parts, in order; one part puts the whole off', InstalmentDto, [{ amount: '3000.00', dueOn: '2026-12-24' }], 36) parts: InstalmentDto[];
  @Words('Opinion of the head', '确有经济困难，同意', 2000) opinion: string;
}

export class FineOpinionDto {
  @Words('Opinion of the head', '当事人有履行能力', 2000) opinion: string;
}

export class RemitDto {
  @Money('How much of the surcharge') amount: string;
  @Words('Remedial action of the party, and the agreement', '当事人已主动召回侵权商品', 2000) reason: string;
}

export class DemandDto {
  @Words('How it is to be paid', '通过指定银行缴纳', 500) manner: string;
}

export class ApplyToCourtDto {
  @Words('Court', '潮州市潮安区人民法院', 100) court: string;
  @Words('Facts and grounds', '当事人收到催告书后仍未履行', 4000) facts: string;
  @Words('What the party says', '当事人未提出意见', 2000) partyOpinion: string;
}

export class CourtStepDto extends AtDto {
  @Words('File number', '（2027）粤5103行审1号', 100) fileNumber: string;
}

export class CourtRefusalDto extends CourtStepDto {
  @Words('Reason of the court', '明显缺乏事实根据', 2000) reason: string;
}

export class AskSuperiorCourtDto {
  @Words('Superior court', '潮州市中级人民法院', 100) court: string;
  @Words('Reason', '裁定认定事实有误', 2000) reason: string;
}

export class WriteOffDto {
  @Choice('Ground', WRITE_OFFS) ground: string;
  @Words('Reason', '法院裁定终结执行', 2000) reason: string;
}

export class FineChallengeDto extends CourtStepDto {
  @Choice('Reconsideration or suit', CHALLENGES) way: string;
}

export class FineChallengeOutcomeDto extends CourtStepDto {
  @Day('Day from which the decision cannot be attacked any more') finalOn: string;
}

export class SurchargeQuery {
  @OptionalDay('To the end of this day; today where left out') on?: string;
}

export class SurchargeStepDto {
  @Shown('From, YYYY-MM-DD', '2026-11-24') from: string;
  @Shown('To, YYYY-MM-DD', '2026-11-25') to: string;
  @Shown('Days', 2) days: number;
  @Shown('What was in arrears, CNY', '50000.00') arrears: string;
  @Shown('Percent a day', 3) percentPerDay: number;
  @Shown('Surcharge of these days, CNY', '3000.00') amount: string;
  @Shown('Legal ground', { source: '行政处罚法', article: '第七十二条第一款第一项' }, { type: Object }) basis: object;
}

export class OutstandingDto {
  @Shown('Fine, CNY', '50000.00') fine: string;
  @Shown('Confiscation, CNY', '0.00') confiscation: string;
  @Shown('Surcharge that was imposed, CNY', '3000.00') surcharge: string;
  @Shown('Together, CNY', '53000.00') total: string;
}

export class SurchargeDto {
  @Shown('To the end of this day, YYYY-MM-DD', '2026-11-25') on: string;
  @Shown('Whether it was imposed', true) imposed: boolean;
  @Shown('Step by step', [], { type: [SurchargeStepDto] }) steps: SurchargeStepDto[];
  @Shown('Sum without the cap, CNY', '3000.00') uncapped: string;
  @Shown('Cap: the fine, CNY', '50000.00') cap: string;
  @Shown('Surcharge, CNY', '3000.00') amount: string;
  @Shown('What is outstanding', { fine: '50000.00', confiscation: '0.00', surcharge: '3000.00', total: '53000.00' }, { type: OutstandingDto }) outstanding: OutstandingDto;
}


export class FineDto extends ProceedingWithClocksDto {
  @Shown('Party, by its entry in the case', '019aa1b2-0000-7000-8000-000000000040') party: string;
  @Shown('Fine, CNY', '50000.00') fine: string;
  @Shown('Confiscation, CNY', '0.00') confiscation: string;
  @Shown('When the decision was served, RFC 3339 UTC', '2026-11-08T02:00:00.000Z') servedAt: string;
  @Shown('Last day to pay, YYYY-MM-DD', '2026-11-23') payBy: string;
  @Shown('Last instant for reconsideration or a suit, RFC 3339 UTC', '2027-05-10T15:59:59.999Z') remediesEnd: string;
  @Shown('Plan of payment in force', [], { type: [InstalmentDto] }) instalments: InstalmentDto[];
  @Shown('Payments: item, amount (CNY), day, way, receipt', [], { type: [Object] }) payments: object[];
  @Shown('What is outstanding today', { fine: '50000.00', confiscation: '0.00', surcharge: '0.00', total: '50000.00' }, { type: OutstandingDto }) outstanding: OutstandingDto;
}
