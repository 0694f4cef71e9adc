import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { RoutingFacts } from './facts.js';

/** Figures of a matter as far as they are known. Money in CNY, the rest counted. */
export interface Amounts {
  /** 非法经营数额或者销售金额. */
  readonly businessAmount?: number;
  /** 违法所得: what came in, less material or purchase. */
  readonly illegalIncome?: number;
  /** 直接经济损失，商业秘密为损失数额. */
  readonly directLoss?: number;
  /** 标识件数 or 复制件数. */
  readonly pieces?: number;
  /** How many different marks or patents are counterfeited. */
  readonly marks?: number;
  readonly works?: number;
  readonly downloads?: number;
  readonly clicks?: number;
  readonly members?: number;
}

export type Figure = Exclude<keyof Amounts, 'marks'>;
export type Limits = Partial<Readonly<Record<Figure, number>>>;

/** An offence as it stood from one day to another. Reaching one limit of a list is enough. */
export interface CriminalThreshold {
  readonly code: string;
  readonly offence: LocalizedText;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly rightTypes: readonly string[];
  /** Only for these matters, where the offence asks for more than infringement. */
  readonly matters?: readonly string[];
  /** Compared only where this figure is given: it tells that the offence is the one in question. */
  readonly onlyWith?: Figure;
  readonly base: Limits;
  /** Two or more marks or patents. */
  readonly several?: Limits;
  /** Punished for it within two years, and again. */
  readonly again?: Limits;
  /** Half of the limit in two of these items is enough too. */
  readonly halves?: readonly (readonly Figure[])[];
  /**
   * Unsold goods, alone or with what was sold, count where they reach the sales limit so many times over; in pieces too where
   * `pieces` says so. `makers`: whoever made the goods himself does not fall under it, for him all that was made counts.
   */
  readonly unsold?: { readonly times: number; readonly basis: Basis; readonly pieces?: Basis; readonly makers?: 'count-all' };
  readonly basis: Basis;
}

export interface Compared {
  readonly threshold: string;
  readonly offence: LocalizedText;
  readonly figure: Figure;
  readonly limit: number;
  readonly given: number;
  readonly reached: boolean;
  readonly basis: Basis;
}

export interface CrimeQuestion {
  readonly rightType: RoutingFacts['rightType'];
  readonly matter: RoutingFacts['matter'];
  readonly amounts: Amounts;
  readonly punishedWithinTwoYears: boolean;
  /** Day of the act, or of receipt where it is not known, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * Holds the figures of a matter against the dated thresholds, and shows what was compared. It proposes: whether a matter is
 * referred to the police is decided by a human (移送规定第三条、第五条).
 */
export function compareAmounts(thresholds: readonly CriminalThreshold[], question: CrimeQuestion): { readonly crime: 'none' | 'threshold-met'; readonly compared: readonly Compared[] } {
  const compared = thresholds.filter((threshold) => applies(threshold, question)).flatMap((threshold) => [...limitsOf(threshold, question).flatMap((limits) => against(threshold, limits, question.amounts)), ...halvesOf(threshold, question.amounts)]);
  return { crime: compared.some(({ reached }) => reached) ? 'threshold-met' : 'none', compared };
}

function applies({ rightTypes, matters, effectiveFrom, effectiveTo, onlyWith }: CriminalThreshold, { rightType, matter, amounts, day }: CrimeQuestion): boolean {
  const inForce = effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
  const aboutIt = rightTypes.includes(rightType) && (matters === undefined || matters.includes(matter));
  return inForce && aboutIt && (onlyWith === undefined || amounts[onlyWith] !== undefined);
}

function limitsOf({ base, several, again }: CriminalThreshold, { amounts, punishedWithinTwoYears }: CrimeQuestion): Limits[] {
  return [base, ...(several !== undefined && (amounts.marks ?? 1) >= 2 ? [several] : []), ...(again !== undefined && punishedWithinTwoYears ? [again] : [])];
}

function against({ code, offence, basis }: CriminalThreshold, limits: Limits, amounts: Amounts): Compared[] {
  return (Object.entries(limits) as [Figure, number][]).flatMap(([figure, limit]) => {
    const given = amounts[figure];
    return given === undefined ? [] : [{ threshold: code, offence, figure, limit, given, reached: given >= limit, basis }];
  });
}

/** Below every limit, but at half of it in two items. Told with the halved limits. */
function halvesOf(threshold: CriminalThreshold, amounts: Amounts): Compared[] {
  const items = (threshold.halves ?? []).map((figures) => figures.flatMap((figure) => against(threshold, { [figure]: (threshold.base[figure] ?? Infinity) / 2 }, amounts)).filter(({ reached }) => reached));
  const reached = items.filter((item) => item.length > 0);
  return reached.length >= 2 ? reached.flat() : [];
}
