/** One penalty of a decision. Money in CNY, time in calendar days. */
export interface PenaltyItem {
  readonly kind: string;
  /** Fine, income taken away, or value of the goods taken away. */
  readonly amount?: number;
  readonly days?: number;
  readonly content: string;
}

/** A kind of penalty (行政处罚法第九条), as far as rules look at it. */
export interface KindOfPenalty {
  readonly code: string;
  readonly measure: 'money' | 'time' | 'none';
  /** Whether the party may ask for a hearing: in any case, from an amount on, never (第六十三条). */
  readonly hearing: 'always' | 'amount' | 'never';
}

/** From which sum a party may ask for a hearing. */
export interface HearingThreshold {
  readonly code: string;
  readonly naturalPerson: number;
  readonly organisation: number;
  readonly from: string;
  readonly to: string | null;
}

export interface HearingReason {
  readonly kind: string;
  /** Code of the threshold that is reached; null where the kind of penalty is enough. */
  readonly threshold: string | null;
}

/** Illegal income in the administrative sense (违法所得认定办法), CNY. The figure of a crime is another one and stands with the referral. */
export interface IllegalIncome {
  readonly way: 'computed' | 'partial' | 'unknowable' | 'not-separate';
  readonly received: number;
  /** Lawful and necessary outlay that the party proved, and taxes paid on it (第四条至第六条、第十条). */
  readonly deducted: number;
  readonly amount: number;
  /** Paid back by the party: part of the income, and not taken away (第十一条). */
  readonly refunded: number;
  /** Consent of the principal head, where it is not computed in full (第十四条第三款). */
  readonly consent?: string;
}

const cents = (amount: number): number => Math.round(amount * 100);

/** Sum of a kind, CNY. */
export function sumOf(items: readonly PenaltyItem[], ...kinds: readonly string[]): number {
  return items.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount = 0 }) => sum + cents(amount), 0) / 100;
}

/** Kinds of which more is decided than was announced: not announced at all, a greater sum, a longer time. */
export function heavierThan(items: readonly PenaltyItem[], announced: readonly PenaltyItem[]): string[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.filter((kind) => {
    const before = announced.filter((item) => item.kind === kind);
    if (before.length === 0) return true;
    return cents(sumOf(items, kind)) > cents(sumOf(before, kind)) || daysOf(items, kind) > daysOf(before, kind);
  });
}

function daysOf(items: readonly PenaltyItem[], kind: string): number {
  return Math.max(0, ...items.filter((item) => item.kind === kind).map(({ days = 0 }) => days));
}

/** Items whose measure does not fit their kind: no sum where there has to be one, a sum or a time where there is none. */
export function unfitItems(items: readonly PenaltyItem[], kinds: readonly KindOfPenalty[]): string[] {
  return items.filter((item) => !fits(item, kinds.find(({ code }) => code === item.kind)?.measure)).map(({ kind }) => kind);
}

function fits({ amount, days }: PenaltyItem, measure: KindOfPenalty['measure'] | undefined): boolean {
  switch (measure) {
    case 'money': return (amount ?? 0) > 0 && days === undefined;
    case 'time': return amount === undefined;
    case 'none': return amount === undefined && days === undefined;
    default: return false;
  }
}

/** Why the party may ask for a hearing; nothing where it may not. Of several thresholds in force the lowest counts: the party is not to lose a right by a doubt. */
export function hearingReasons(items: readonly PenaltyItem[], { kinds, thresholds, day, naturalPerson }: { kinds: readonly KindOfPenalty[]; thresholds: readonly HearingThreshold[]; day: string; naturalPerson: boolean }): HearingReason[] {
  const heavy = items.filter(({ kind }) => kinds.find(({ code }) => code === kind)?.hearing === 'always').map(({ kind }) => ({ kind, threshold: null }));
  const from = (threshold: HearingThreshold): number => (naturalPerson ? threshold.naturalPerson : threshold.organisation);
  const [lowest] = thresholds.filter((row) => row.from <= day && (row.to === null || day <= row.to)).sort((one, other) => from(one) - from(other));
  if (lowest === undefined) return heavy;
  const sums: [kind: string, sum: number][] = [['fine', sumOf(items, 'fine')], ['confiscation', sumOf(items, 'confiscate-income', 'confiscate-goods')]];
  return [...heavy, ...sums.filter(([, sum]) => sum >= from(lowest)).map(([kind]) => ({ kind, threshold: lowest.code }))];
}

/** Whether received, deducted and taken away agree. What is not computed by itself is nought and takes nothing away. */
export function incomeAddsUp(income: IllegalIncome | undefined, items: readonly PenaltyItem[]): boolean {
  const taken = cents(sumOf(items, 'confiscate-income'));
  if (income === undefined) return taken === 0;
  const [received, deducted, amount, refunded] = [income.received, income.deducted, income.amount, income.refunded].map(cents) as [number, number, number, number];
  if (income.way === 'unknowable' || income.way === 'not-separate') return amount === 0 && taken === 0;
  return amount === Math.max(0, received - deducted) && refunded <= amount && taken <= amount - refunded;
}

/** Income that cannot be found out, in whole or in part, is left out with the consent of the principal head only. */
export function needsConsent(income: IllegalIncome | undefined): boolean {
  return income?.way === 'partial' || income?.way === 'unknowable';
}

/** Penalties of a kind that is published: all but a mere warning (行政处罚信息公示规定第二条第二款). */
export function isPublished(items: readonly PenaltyItem[]): boolean {
  return items.some(({ kind }) => kind !== 'warning');
}
