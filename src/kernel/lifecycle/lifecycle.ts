import type { Basis, LocalizedText } from '../text.js';

/** A clock to start, always or only where the named guard of the subject holds. */
export type ClockStart = string | { readonly kind: string; readonly when: string };

/** How a move touches the clocks of its subject. Values are deadline kind codes. */
export interface ClockEffects {
  readonly start?: readonly ClockStart[];
  readonly stop?: readonly string[];
  /** Clocks that end where the condition holds after the move: the last of several did what they were for. */
  readonly stopWhen?: readonly { readonly kind: string; readonly when: string }[];
  readonly pause?: readonly string[];
  readonly resume?: readonly string[];
  /** Clocks that are prolonged by a rung of their ladder, which the row's guards let nobody climb twice. */
  readonly extend?: readonly { readonly kind: string; readonly step: string }[];
  /** Clocks that fall away: the duty is gone, not done. */
  readonly lapse?: readonly string[];
  /** Clocks that begin anew, where they run: the old one lapses. */
  readonly restart?: readonly string[];
  /** After what was corrected: exactly those whose condition holds are to run. What runs already keeps its dates. */
  readonly settle?: readonly { readonly kind: string; readonly when: string }[];
  /** Clocks that go on with a subject which the move opens by a cascade, just as they are: the first one whose state waits for such a clock takes it. */
  readonly carry?: readonly ClockStart[];
}

/** A move that this move carries into another subject, in the same transaction. */
export interface Cascade {
  readonly subject: string;
  readonly command: string;
}

/** A legal ground as it stood from one day to another, both included, YYYY-MM-DD; null where there is no such end. */
export interface DatedBasis extends Basis {
  readonly from: string | null;
  readonly to: string | null;
}

/** One row of a lifecycle table: the only way from one state to another. */
export interface Move {
  /** `null` for the move that creates the subject. */
  readonly from: string | null;
  readonly command: string;
  readonly to: string;
  readonly permission: string;
  /** Carried in by the move of another subject only: it is never offered. */
  readonly carried?: true;
  readonly guards?: readonly string[];
  /** Input fields that the command cannot do without. */
  readonly requires?: readonly string[];
  readonly clocks?: ClockEffects;
  readonly emits: readonly string[];
  /** Why it tells nobody, where it emits nothing. */
  readonly silent?: string;
  readonly cascade?: readonly Cascade[];
  /** Code of the official document that the move issues. */
  readonly document?: string;
  /** One ground, or one for each version of the law, oldest first. */
  readonly basis: Basis | readonly DatedBasis[];
}

/** A state. A waiting state names the clocks that bound it, or says in words why none does. */
export interface State {
  readonly label: LocalizedText;
  readonly clocks?: readonly string[];
  readonly untimed?: string;
  readonly final?: true;
}

export interface Lifecycle {
  readonly subject: string;
  readonly label: LocalizedText;
  readonly states: Readonly<Record<string, State>>;
  readonly moves: readonly Move[];
}

/** A named predicate over plain facts. Returns nothing when satisfied. */
export interface Guard<Facts = unknown> {
  readonly code: string;
  readonly text: LocalizedText;
  /** One ground, or one for each version of the law, oldest first. */
  readonly basis?: Move['basis'];
  /** It judges what was sent, not how things stand: nothing can be said of it before. */
  readonly onInput?: true;
  readonly holds: (facts: Facts) => boolean;
  /** What exactly stands in the way, told with the refusal; no personal data. */
  readonly details?: (facts: Facts) => unknown;
}

export type GuardSet<Facts = unknown> = Readonly<Record<string, Guard<Facts>>>;

export interface FailedGuard {
  readonly guard: string;
  readonly code: string;
  readonly text: LocalizedText;
  readonly basis?: Basis;
  readonly details?: unknown;
}

export type Decision =
  | { readonly ok: true; readonly move: Move }
  | { readonly ok: false; readonly reason: 'unknown-command' | 'not-allowed-now' | 'input-missing' | 'guard-failed'; readonly failed: readonly FailedGuard[]; readonly missing: readonly string[]; readonly allowed: readonly string[] };

/** The same command in several states, which leaves the subject where it is. */
export function staying<States extends string>(states: readonly States[], move: Omit<Move, 'from' | 'to'>): Move[] {
  return states.map((state) => ({ ...move, from: state, to: state }));
}
