import { Choice, Count, Money, OptionalChoice, OptionalCount, OptionalDay, OptionalMoney, OptionalRows, Rows, Shown, Words, Yes } from '../../platform/http/fields.js';
import { CRIMINAL_THRESHOLDS } from './data/index.js';

const OFFENCES = [...new Set(CRIMINAL_THRESHOLDS.map(({ code }) => code))];
const OUTLAYS = ['outlay', 'tax'] as const;
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
  @OptionalMoney('Direct loss') directLoss?: string;
  @OptionalCount('Labels or copies', 1, MOST) pieces?: number;
  @OptionalCount('Different marks or patents', 1, 1000) marks?: number;
  @OptionalCount('Works', 1, MOST) works?: number;
  @OptionalCount('Downloads', 1, MOST) downloads?: number;
  @OptionalCount('Clicks', 1, MOST) clicks?: number;
  @OptionalCount('Members', 1, MOST) members?: number;
  @Yes('Punished for the like within two years') punishedWithinTwoYears: boolean;
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
  @Shown('Goods that no price is known for; the sum is short of them', [], { type: [String] }) unvalued: string[];
  @Shown('Amount that the offence looks at: business amount, or sales, CNY', '40000.00') businessAmount: string;
  @Shown('Illegal income: proceeds less material or purchase, CNY', '28000.00') illegalIncome: string;
  @Shown('Legal ground of the illegal income', { source: '法释〔2025〕5号', article: '第二十八条' }, { type: Object }) incomeBasis: object;
  @Shown('Every limit that it was held against', [], { type: [ComparedDto] }) compared: ComparedDto[];
  @Shown('Whether one is reached', false) met: boolean;
}

export class AdministrativeFigureDto {
  @Shown('Received, CNY', '40000.00') received: string;
  @Shown('Outlays: what, amount (CNY), whether deducted, legal ground', [], { type: [Object] }) steps: object[];
  @Shown('Deducted, CNY', '12000.00') deducted: string;
  @Shown('Illegal income, CNY', '28000.00') amount: string;
  @Shown('Paid back: part of the income, not taken away, CNY', '0.00') refunded: string;
  @Shown('What may be confiscated, CNY', '28000.00') toConfiscate: string;
  @Shown('Legal ground', { source: '总局令第118号', article: '第三条' }, { type: Object }) basis: object;
}

/** Two figures, kept apart: that of the crime, and that of the penalty. A proposal: whether a case is referred a human decides (国务院令第310号第三条、第五条). */
export class ThresholdAnswerDto {
  @Shown('Offence', { code: '213-goods', zh: '假冒注册商标罪（商品）', en: 'Counterfeiting registered trademarks (goods)' }, { type: Object }) offence: object;
  @Shown('Day whose law was applied, YYYY-MM-DD', '2026-11-23') day: string;
  @Shown('Figure of the crime', {}, { type: CriminalFigureDto }) criminal: CriminalFigureDto;
  @Shown('Figure of the penalty; null before the first day of its rule, 2026-03-20', {}, { nullable: true, type: AdministrativeFigureDto }) administrative: AdministrativeFigureDto | null;
}
