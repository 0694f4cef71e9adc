import type { Basis, LocalizedText } from '../../../kernel/text.js';

export interface Condition {
  readonly code: string;
  readonly stage: 'acceptance' | 'decision';
  /** Display classes that it is asked of; all where none is named. */
  readonly classes?: readonly string[];
  readonly label: LocalizedText;
  readonly basis: Basis;
}

export interface Verification {
  readonly way: string;
  readonly at: string;
  readonly findings: string;
  readonly performed: boolean;
  readonly rectified: boolean;
  readonly relapsed: boolean;
  readonly dangerous: boolean;
}

/** Days are YYYY-MM-DD, Asia/Shanghai. */
export interface Standing {
  readonly displayClass: string;
  /** Months after which this class may be repaired; null where it never may. */
  readonly earlyMonths: number | null;
  readonly shownOn: string | null;
  readonly appliedOn: string;
  readonly restrictedUntil: string | null;
  readonly measuresUntil: string | null;
  readonly restored: boolean;
  /** Last day of a bar after fraud. */
  readonly barredUntil: string | null;
  readonly missing: readonly string[];
  readonly verification: Verification | null;
  /** Numbers of penalty decisions on the party after this one, as far as the agency sees them. */
  readonly later: readonly string[];
}

export interface Judged extends Condition {
  /** Null while nobody has verified it. */
  readonly holds: boolean | null;
  /** What it was judged by. */
  readonly facts: Readonly<Record<string, unknown>>;
}

type Rule = (standing: Standing) => Pick<Judged, 'holds' | 'facts'>;

const over = (last: string | null, day: string): boolean => last === null || last < day;
const said = (verification: Verification | null, tell: (given: Verification) => boolean): boolean | null => (verification === null ? null : tell(verification));

/** The day of the month stays, or the month ends. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day of the shortest display; null where there is no such day. */
export function minimumUntil({ shownOn, earlyMonths }: Pick<Standing, 'shownOn' | 'earlyMonths'>): string | null {
  return shownOn === null || earlyMonths === null ? null : monthsAfter(shownOn, earlyMonths);
}

const later: Rule = ({ verification, later: numbers }) => ({ holds: said(verification, ({ relapsed }) => !relapsed), facts: { laterDecisions: numbers } });

const RULES: Readonly<Record<string, Rule>> = {
  'class-allows': ({ displayClass, earlyMonths }) => ({ holds: earlyMonths !== null, facts: { displayClass } }),
  'never-restored': ({ restored }) => ({ holds: !restored, facts: { restored } }),
  'no-bar': ({ barredUntil, appliedOn }) => ({ holds: over(barredUntil, appliedOn), facts: { barredUntil, appliedOn } }),
  'minimum-shown': ({ appliedOn, ...standing }) => {
    const until = minimumUntil(standing);
    return { holds: until !== null && until < appliedOn, facts: { shownOn: standing.shownOn, minimumUntil: until, appliedOn } };
  },
  'restriction-over': ({ restrictedUntil, appliedOn }) => ({ holds: over(restrictedUntil, appliedOn), facts: { restrictedUntil, appliedOn } }),
  'measures-over': ({ measuresUntil, appliedOn }) => ({ holds: over(measuresUntil, appliedOn), facts: { measuresUntil, appliedOn } }),
  materials: ({ missing }) => ({ holds: missing.length === 0, facts: { missing } }),
  performed: ({ verification }) => ({ holds: said(verification, ({ performed }) => performed), facts: {} }),
  rectified: ({ verification }) => ({ holds: said(verification, ({ rectified }) => rectified), facts: {} }),
  'no-relapse': later,
  'no-heavier': later,
  'no-danger': ({ verification }) => ({ holds: said(verification, ({ dangerous }) => !dangerous), facts: {} }),
};

/** Every condition of the class, with what it was judged by. */
export function judge(conditions: readonly Condition[], standing: Standing): Judged[] {
  return conditions.filter(({ classes }) => classes === undefined || classes.includes(standing.displayClass)).map((condition) => {
    const rule = RULES[condition.code];
    if (rule === undefined) throw new Error(`No rule judges the condition ${condition.code}`);
    return { ...condition, ...rule(standing) };
  });
}
