import type { Basis, LocalizedText } from '../../../kernel/text.js';

/**
 * What the rules may look at. Nothing here tells where a party comes from: equal protection (measure 15) is built in by
 * leaving it out. Adding a fact means adding it here, in {@link FACT_VALUES} and in the intake that fills it.
 */
export interface RoutingFacts {
  readonly classification: string;
  readonly matter: string;
  readonly rightType: string;
  readonly region: string;
  readonly border: boolean;
}

/** The values that each fact can take; conditions may name no others. */
export const FACT_VALUES = {
  classification: ['report', 'consumer-complaint', 'right-holder-request', 'consultation'],
  matter: ['infringement', 'consumer-dispute', 'information-disclosure', 'administrative-review', 'petition', 'discipline', 'other'],
  rightType: ['trademark', 'patent', 'copyright', 'geographical_indication', 'trade_secret_technical', 'trade_secret_business', 'unfair_competition', 'plant_variety', 'layout_design', 'special_mark', 'none'],
  region: ['445100', '445102', '445103', '445122', 'CZ-FENGXI'],
  border: [true, false],
} as const satisfies Record<keyof RoutingFacts, readonly (string | boolean)[]>;

export type Track = 'administrative' | 'judicial' | 'mediation' | 'outside';

/** A condition holds when the fact is one of the values. All conditions of a rule must hold. */
export type Conditions = Partial<Readonly<Record<keyof RoutingFacts, readonly (string | boolean)[]>>>;

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
  readonly track: Track;
  readonly agency: string;
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  readonly measures: readonly number[];
  readonly tried: readonly Tried[];
}
