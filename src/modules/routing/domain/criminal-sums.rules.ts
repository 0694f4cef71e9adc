import { centsOf, moneyText } from '../../../kernel/money/index.js';
import type { Basis } from '../../../kernel/text.js';
import { compareAmounts, type Amounts, type Compared, type CriminalThreshold } from './crime.js';
import type { RoutingFacts } from './facts.js';

/** Money is decimal text in CNY; quantities are whole pieces; days are YYYY-MM-DD in Asia/Shanghai. */
export interface GoodsLine {
  readonly name: string;
  readonly quantity: number;
  readonly sold: boolean;
  /** Actual price of one piece, where it was sold. */
  readonly price?: string;
  readonly labelledPrice?: string;
  /** Middle price of the genuine product on the market. */
  readonly marketPrice?: string;
}

export interface SumStep {
  readonly name: string;
  readonly quantity: number;
  readonly way: 'sold' | 'average' | 'labelled' | 'market';
  readonly value: string;
  readonly basis: Basis;
}

export interface GoodsSum {
  readonly steps: readonly SumStep[];
  readonly sold: string;
  readonly unsold: string;
  readonly total: string;
  readonly soldPieces: number;
  readonly allPieces: number;
  /** Goods that no price is known for: the sum is short of them. */
  readonly unvalued: readonly string[];
}

export type SumBases = Readonly<Record<'sold' | 'average' | 'labelled' | 'market', Basis>>;

/** What the goods are worth in the sense of the law: sold at its price; unsold at the average actual price of the same goods, else as labelled, else by the market. */
export function goodsSum(lines: readonly GoodsLine[], bases: SumBases): GoodsSum {
  const valued = lines.map((line) => ({ line, worth: worthOf(line, lines) }));
  const steps = valued.flatMap(({ line, worth }): SumStep[] => (worth === null ? [] : [{ name: line.name, quantity: line.quantity, way: worth.way, value: moneyText(worth.cents), basis: bases[worth.way] }]));
  const sum = (sold: boolean): bigint => valued.reduce((total, { line, worth }) => (line.sold === sold ? total + (worth?.cents ?? 0n) : total), 0n);
  return { steps, sold: moneyText(sum(true)), unsold: moneyText(sum(false)), total: moneyText(sum(true) + sum(false)), soldPieces: piecesOf(lines.filter(({ sold }) => sold)), allPieces: piecesOf(lines), unvalued: valued.filter(({ worth }) => worth === null).map(({ line }) => line.name) };
}

function piecesOf(lines: readonly GoodsLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function worthOf({ name, quantity, sold, price, labelledPrice, marketPrice }: GoodsLine, lines: readonly GoodsLine[]): { way: SumStep['way']; cents: bigint } | null {
  const pieces = BigInt(quantity);
  if (sold) return price === undefined ? null : { way: 'sold', cents: pieces * centsOf(price) };
  const average = averageOf(name, lines);
  // Fractions of a cent are dropped: in doubt the lower figure.
  if (average !== null) return { way: 'average', cents: (pieces * average.cents) / average.pieces };
  if (labelledPrice !== undefined) return { way: 'labelled', cents: pieces * centsOf(labelledPrice) };
  return marketPrice === undefined ? null : { way: 'market', cents: pieces * centsOf(marketPrice) };
}

function averageOf(name: string, lines: readonly GoodsLine[]): { cents: bigint; pieces: bigint } | null {
  const same = lines.filter((line) => line.name === name && line.sold && line.price !== undefined);
  const pieces = same.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
  return pieces === 0n ? null : { pieces, cents: same.reduce((sum, { quantity, price = '0' }) => sum + BigInt(quantity) * centsOf(price), 0n) };
}

export interface CrimeSums {
  readonly threshold: CriminalThreshold;
  readonly goods: GoodsSum;
  /** Price paid for material, or for the goods that were sold. */
  readonly cost: string;
  /** Fees for services, memberships or advertising: income without a deduction. */
  readonly fees?: string;
  /** The party made the goods itself. */
  readonly made?: boolean;
  readonly counts: Pick<Amounts, 'pieces' | 'works' | 'downloads' | 'clicks' | 'members' | 'marks'>;
  readonly directLoss?: string;
  readonly punishedWithinTwoYears: boolean;
  readonly day: string;
}

export interface CrimeResult {
  readonly businessAmount: string;
  readonly illegalIncome: string;
  readonly compared: readonly Compared[];
  readonly met: boolean;
}

const yuan = (text: string): number => Number(centsOf(text)) / 100;

/** The figures against the limits of one offence. Offences of selling look at what was sold; their unsold goods count only so many times over the limit. */
export function crimeOf(sums: CrimeSums): CrimeResult {
  const { threshold, goods, cost, fees = '0', directLoss, punishedWithinTwoYears, day } = sums;
  const businessAmount = countsAll(sums) ? goods.total : goods.sold;
  const net = centsOf(goods.sold) - centsOf(cost);
  const illegalIncome = moneyText((net > 0n ? net : 0n) + centsOf(fees));
  const amounts: Amounts = { ...sums.counts, ...piecesCounted(sums), businessAmount: yuan(businessAmount), illegalIncome: yuan(illegalIncome), ...(directLoss === undefined ? {} : { directLoss: yuan(directLoss) }) };
  const question = { rightType: (threshold.rightTypes[0] ?? 'none') as RoutingFacts['rightType'], matter: 'counterfeit' as RoutingFacts['matter'], amounts, punishedWithinTwoYears, day };
  const { compared } = compareAmounts([threshold], question);
  const all = [...compared, ...unsoldOf(sums, compared)];
  return { businessAmount, illegalIncome, compared: all, met: all.some(({ reached }) => reached) };
}

/** What was made and is in store counts like what was sold. */
function countsAll({ threshold: { unsold }, made = false }: CrimeSums): boolean {
  return unsold === undefined || (unsold.makers === 'count-all' && made);
}

/** Labels and copies are counted from the goods, unless their number was given. */
function piecesCounted(sums: CrimeSums): Pick<Amounts, 'pieces'> {
  const { threshold, counts, goods } = sums;
  if (threshold.unsold?.pieces === undefined || counts.pieces !== undefined) return {};
  return { pieces: countsAll(sums) ? goods.allPieces : goods.soldPieces };
}

function unsoldOf(sums: CrimeSums, compared: readonly Compared[]): Compared[] {
  const { threshold: { unsold }, counts, goods } = sums;
  if (unsold === undefined || countsAll(sums) || goods.allPieces === goods.soldPieces) return [];
  return compared.flatMap((one) => {
    const limit = one.limit * unsold.times;
    if (one.figure === 'businessAmount') return [{ ...one, limit, given: yuan(goods.total), reached: yuan(goods.total) >= limit, basis: unsold.basis }];
    if (one.figure !== 'pieces' || unsold.pieces === undefined || counts.pieces !== undefined) return [];
    return [{ ...one, limit, given: goods.allPieces, reached: goods.allPieces >= limit, basis: unsold.pieces }];
  });
}

export interface Outlay {
  readonly what: string;
  readonly amount: string;
  /** `tax`: paid on it by law before the decision. */
  readonly kind: 'outlay' | 'tax';
  /** The party proved it within the time that was set. */
  readonly proved: boolean;
}

export interface AdministrativeIncome {
  readonly received: string;
  readonly steps: readonly { readonly what: string; readonly amount: string; readonly deducted: boolean; readonly basis: Basis }[];
  readonly deducted: string;
  readonly amount: string;
  /** Paid back: part of the income, and not taken away. */
  readonly refunded: string;
  readonly toConfiscate: string;
}

export type IncomeBases = Readonly<Record<'deducted' | 'notProved' | 'tax', Basis>>;

/** Illegal income of the penalty procedure: another figure than that of a crime, for the party has to prove what is left out. */
export function administrativeIncome(received: string, outlays: readonly Outlay[], refunded: string, bases: IncomeBases): AdministrativeIncome {
  const steps = outlays.map(({ what, amount, kind, proved }) => ({ what, amount: moneyText(centsOf(amount)), deducted: proved, basis: !proved ? bases.notProved : kind === 'tax' ? bases.tax : bases.deducted }));
  const deducted = steps.filter((step) => step.deducted).reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  const amount = centsOf(received) > deducted ? centsOf(received) - deducted : 0n;
  const back = centsOf(refunded);
  return { received: moneyText(centsOf(received)), steps, deducted: moneyText(deducted), amount: moneyText(amount), refunded: moneyText(back), toConfiscate: moneyText(amount > back ? amount - back : 0n) };
}
