import { Choice, Count, Money, OptionalChoice, OptionalCount, OptionalDay, OptionalMoney, OptionalRows, OptionalYes, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { CRIMINAL_THRESHOLDS } from './data/index.js';

const OFFENCES = [...new Set(CRIMINAL_THRESHOLDS.map(({ code }) => code))];
const OUTLAYS = ['outlay', 'tax'] as const;
const NOT_FOUND = ['whole', 'rest'] as const;
const MOST = 1_000_000_000;

export class GoodsLineDto {
  @Words('Goods; lines of one name are the same goods', '不锈钢汤锅', 200) name: string;
  @Count('Pieces', 1, MOST) quantity: number;
  @Yes('Whether they were sold') sold: boolean;
  @OptionalMoney('Actual price of a piece, where they were sold') price?: string;
  @OptionalMoney('Labelled price of a piece') labelledPrice?: string;
  @OptionalMoney('Middle price of the genuine product on the market') marketPrice?: string;
}

export class OutlayDto {
  @Words('What it was spent on', '购进价款', 200) what: string;
  @Money('How much') amount: string;
  @OptionalChoice('Outlay for the business, or tax paid on it', OUTLAYS) kind?: (typeof OUTLAYS)[number];
  @Yes('The party proved it within the time that was set') proved: boolean;
}

export class ThresholdQuestionDto {
  @Choice('Offence, by article of the criminal law', OFFENCES) offence: string;
  @OptionalDay('Day of the act; today where left out') day?: string;
  @Rows('Goods, sold and unsold; untreated acts are summed', GoodsLineDto, [{ name: '不锈钢汤锅', quantity: 400, sold: true, price: '100' }]) goods: GoodsLineDto[];
  @Money('Price paid for material, or for the goods that were sold') cost: string;
  @OptionalMoney('Fees for services, memberships or advertising, got or due: income without a deduction (法释〔2025〕5号第二十八条)') fees?: string;
  @OptionalYes('The party made the labels itself: what it has in store counts like what was sold') made?: boolean;
  @OptionalMoney('Direct loss') directLoss?: string;
  @OptionalCount('Labels or copies; counted from the goods where left out (offences 215 and 218)', 1, MOST) pieces?: number;
  @OptionalCount('Different marks or patents', 1, 1000) marks?: number;
  @OptionalCount('Works', 1, MOST) works?: number;
  @OptionalCount('Downloads', 1, MOST) downloads?: number;
  @OptionalCount('Clicks', 1, MOST) clicks?: number;
  @OptionalCount('Members', 1, MOST) members?: number;
  @Yes('Punished for the like within two years') punishedWithinTwoYears: boolean;
  @OptionalMoney('Received, in the sense of the penalty (总局令第118号第三条); proceeds and fees where left out') received?: string;
  @OptionalChoice('What of the illegal income cannot be found out after full inquiry (总局令第118号第十四条): all of it, or what goes beyond the sum given', NOT_FOUND) notFound?: (typeof NOT_FOUND)[number];
  @OptionalRows('Outlays that the party claims', OutlayDto, [{ what: '购进价款', amount: '12000', proved: true }]) outlays?: OutlayDto[];
  @OptionalMoney('Paid back by the party') refunded?: string;
}

class SumStepDto {
  @Shown('Goods', '不锈钢汤锅') name: string;
  @Shown('Pieces', 400) quantity: number;
  @Shown('At which price: sold, average, labelled, market', 'sold') way: string;
  @Shown('Value, CNY', '40000.00') value: string;
  @Shown('Legal ground', { source: '法释〔2025〕5号', article: '第二十八条' }, { type: Object }) basis: object;
}

class ComparedDto {
  @Shown('Figure', 'businessAmount') figure: string;
  @Shown('Limit, CNY or pieces', 50000) limit: number;
  @Shown('What was found', 40000) given: number;
  @Shown('Whether it is reached', false) reached: boolean;
  @Shown('Legal ground', { source: '法释〔2025〕5号', article: '第三条第一款' }, { type: Object }) basis: object;
}

export class CriminalFigureDto {
  @Shown('Step by step', [], { type: [SumStepDto] }) steps: SumStepDto[];
  @Shown('Sold, CNY', '40000.00') sold: string;
  @Shown('Unsold, CNY', '0.00') unsold: string;
  @Shown('Together, CNY', '40000.00') total: string;
  @Shown('Pieces sold', 400) soldPieces: number;
  @Shown('Pieces, sold and unsold', 400) allPieces: number;
  @Shown('Goods that no price is known for; the sum is short of them', [], { type: [String] }) unvalued: string[];
  @Shown('Amount that the offence looks at: business amount, or sales, CNY', '40000.00') businessAmount: string;
  @Shown('Illegal income: proceeds less material or purchase, and fees, CNY', '28000.00') illegalIncome: string;
  @Shown('Legal ground of the illegal income', { source: '法释〔2025〕5号', article: '第二十八条' }, { type: Object }) incomeBasis: object;
  @Shown('Legal ground of the fees; null where there are none', null, { nullable: true, type: Object }) feesBasis: object | null;
  @Shown('Every limit that it was held against', [], { type: [ComparedDto] }) compared: ComparedDto[];
  @Shown('Whether one is reached', false) met: boolean;
}

export class AdministrativeFigureDto {
  @Shown('Received, CNY', '40000.00') received: string;
  @Shown('Outlays: what, amount (CNY), whether deducted, legal ground', [], { type: [Object] }) steps: object[];
  @Shown('Deducted, CNY', '12000.00') deducted: string;
  @Shown('Illegal income, CNY; null where it cannot be found out', '28000.00', { nullable: true, type: String }) amount: string | null;
  @Shown('Paid back: part of the income, not taken away, CNY', '0.00') refunded: string;
  @Shown('What may be confiscated, CNY; null where it cannot be found out', '28000.00', { nullable: true, type: String }) toConfiscate: string | null;
  @Shown('What cannot be found out: extent, where it weighs (the fine), whose approval it needs, legal ground; null where all was found', null, { nullable: true, type: Object }) notFound: object | null;
  @Shown('Legal ground', { source: '总局令第118号', article: '第三条' }, { type: Object }) basis: object;
}

/** Two figures, kept apart: that of the crime, and that of the penalty. A proposal: whether a case is referred a human decides (国务院令第310号第三条、第五条). */
export class ThresholdAnswerDto {
  @Shown('Offence', { code: '213-goods', zh: '假冒注册商标罪（商品）', en: 'Counterfeiting registered trademarks (goods)' }, { type: Object }) offence: object;
  @Shown('Day whose law was applied, YYYY-MM-DD', '2026-11-23') day: string;
  @Shown('Figure of the crime', {}, { type: CriminalFigureDto }) criminal: CriminalFigureDto;
  @Shown('Figure of the penalty; null before the first day of its rule, 2026-03-20', {}, { nullable: true, type: AdministrativeFigureDto }) administrative: AdministrativeFigureDto | null;
}
