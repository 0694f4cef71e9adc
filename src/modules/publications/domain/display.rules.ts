import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** How long something is shown, and from when on its party may ask for an earlier end. */
export interface DisplayClass {
  readonly code: string;
  readonly label: LocalizedText;
  /** Kind of the clock that ends it; null: nothing is shown, or no text sets an end. */
  readonly clock: string | null;
  readonly shown: boolean;
  /** Whole months until it stops by itself; null where it does not. */
  readonly months: number | null;
  /** Whole months after which an earlier end may be asked for; null: it may not. */
  readonly earlyMonths: number | null;
  /** It goes on until the restriction has ended, where that is later. */
  readonly restriction?: true;
  readonly basis: Basis;
}

/** What a class is chosen by. Money in CNY. */
export interface Shown {
  readonly penalties: readonly { readonly kind: string; readonly amount?: number }[];
  /** Discretionary band of the decision (裁量阶次); null where nobody has said. */
  readonly band: string | null;
  /** The party is a natural person who answers for the offence. */
  readonly person: boolean;
  /** Field in which everything beyond the minor is serious; null where it is none. */
  readonly field: string | null;
}

/** What the choice rests upon, handed in as data. */
export interface ClassRules {
  /** Class of a kind of penalty. */
  readonly ofKind: Readonly<Record<string, string>>;
  readonly low: { readonly bands: readonly string[]; readonly organisation: number; readonly person: number; readonly class: string };
  readonly serious: { readonly class: string; readonly above: readonly string[] };
  /** Lightest first. */
  readonly order: readonly string[];
}

/** Class of several penalties: the longest counts (信用修复管理办法第六条第二款). */
export function displayClassOf({ penalties, band, person, field }: Shown, { ofKind, low, serious, order }: ClassRules): string {
  const fines = penalties.filter(({ kind }) => kind === 'fine').reduce((sum, { amount = 0 }) => sum + amount, 0);
  const isLow = band !== null && low.bands.includes(band) && fines <= (person ? low.person : low.organisation);
  const classes = penalties.map(({ kind }) => (kind === 'fine' && isLow ? low.class : (ofKind[kind] ?? 'ordinary')));
  const heaviest = [...classes].sort((one, other) => order.indexOf(other) - order.indexOf(one))[0] ?? 'none';
  return field !== null && serious.above.includes(heaviest) ? serious.class : heaviest;
}
