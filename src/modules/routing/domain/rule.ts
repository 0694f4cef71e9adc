import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { FactName, FactValue } from './facts.js';

export const TRACKS = ['administrative', 'judicial', 'mediation', 'outside'] as const;
export type Track = (typeof TRACKS)[number];

export const LANES = ['ordinary', 'expedited'] as const;
export type Lane = (typeof LANES)[number];

/** A condition holds when the fact is one of the values. All conditions of a rule must hold. */
export type Conditions = Partial<Readonly<Record<FactName, readonly FactValue[]>>>;

export interface RoutingRule {
  readonly code: string;
  readonly when: Conditions;
  readonly track: Track;
  /** An agency code, or `@office`: the office of that kind in the region of the matter. */
  readonly agency: string;
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  /** Which of the 25 measures it carries out. */
  readonly measures: readonly number[];
}

export interface RuleSetContent {
  /** Office kind → region → agency code. */
  readonly offices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rules: readonly RoutingRule[];
}

/** A rule that was tried and did not fit, with the first condition that failed. */
export interface Tried {
  readonly rule: string;
  readonly failed: { readonly fact: string; readonly wanted: readonly (string | boolean)[]; readonly was: string | boolean };
}

export interface Routed {
  readonly rule: string;
  /** The first of {@link tracks}. */
  readonly track: Track;
  /** Every way that the law opens for the matter; the first is the one that it takes. */
  readonly tracks: readonly Track[];
  readonly agency: string;
  readonly lane: Lane;
  /** What a human has to look at: criminal-suspicion, supervision-candidate, … */
  readonly flags: readonly string[];
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  readonly measures: readonly number[];
  /** What went wrong while it was decided, and what was not verified. */
  readonly warnings: readonly { readonly code: string; readonly text: LocalizedText }[];
  readonly tried: readonly Tried[];
}
