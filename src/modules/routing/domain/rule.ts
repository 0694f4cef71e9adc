import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { FactName, FactValue } from './facts.js';

export const TRACKS = ['administrative', 'judicial', 'mediation', 'outside'] as const;
export type Track = (typeof TRACKS)[number];

export const LANES = ['ordinary', 'expedited'] as const;
export type Lane = (typeof LANES)[number];

/** What a human has to look at. A flag decides nothing by itself. */
export const FLAGS = [
  'criminal-suspicion', 'supervision-candidate', 'foreign-related', 'repeat-infringer', 'already-handled', 'parallel-suit',
  'assigned-from-above', 'identity-to-prove', 'city-approval-for-seizure', 'evaluation-error',
] as const;
export type Flag = (typeof FLAGS)[number];

/** In `destination` and `lane` the first rule that fits decides; in `tracks` and `flags` all that fit count. */
export const GROUPS = ['destination', 'tracks', 'lane', 'flags'] as const;
export type Group = (typeof GROUPS)[number];

/** A condition holds when the fact is one of the values. All conditions of a rule must hold. */
export type Conditions = Partial<Readonly<Record<FactName, readonly FactValue[]>>>;

interface Outcomes {
  /** Agency: a code; `@office`, the office of that kind in the region of the matter; or `@office/fact`, in the region that the fact names. */
  readonly destination: { readonly track: Track; readonly agency: string };
  readonly tracks: { readonly track: Track };
  readonly lane: { readonly lane: Lane };
  readonly flags: { readonly flag: Flag };
}

interface RuleOf<G extends Group> {
  readonly code: string;
  readonly group: G;
  /** Rules of an earlier stage are meant to stand before those of a later one; within a stage no two may overlap unnoticed. */
  readonly stage?: number;
  readonly when: Conditions;
  readonly outcome: Outcomes[G];
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  /** Which of the 25 measures it carries out. */
  readonly measures: readonly number[];
}
export type RoutingRule<G extends Group = Group> = { readonly [Each in G]: RuleOf<Each> }[G];

/** Office kind → region → agency code. */
export type Offices = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface RuleSetContent {
  readonly offices: Offices;
  readonly rules: readonly RoutingRule[];
}

/** The rules of one group, in their order. */
export function rulesIn<G extends Group>({ rules }: RuleSetContent, group: G): RoutingRule<G>[] {
  return rules.filter((rule) => rule.group === group) as unknown as RoutingRule<G>[];
}

/** A rule as version 1 had it: one group, track and agency beside the rest. */
export interface FirstRule {
  readonly code: string;
  readonly when: Conditions;
  readonly track: Track;
  readonly agency: string;
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  readonly measures: readonly number[];
}

export interface FirstRuleSet {
  readonly offices: Offices;
  readonly rules: readonly FirstRule[];
}

/** Content as stored, in the shape of today. A set of the first shape becomes one group; its offices were all inside the city. */
export function contentOf(stored: RuleSetContent | FirstRuleSet): RuleSetContent {
  if (stored.rules.every((rule) => 'group' in rule)) return stored as RuleSetContent;
  const { offices, rules } = stored as FirstRuleSet;
  return { offices, rules: rules.map(({ track, agency, when, ...rest }) => ({ ...rest, group: 'destination', when: whereAnOfficeIs(when, agency, offices), outcome: { track, agency } })) };
}

function whereAnOfficeIs(when: Conditions, agency: string, offices: Offices): Conditions {
  const office = agency.startsWith('@') ? offices[agency.slice(1)] : undefined;
  return office === undefined ? when : { ...when, region: Object.keys(office) };
}

/**
 * What came of every rule, one letter for each in the order of the set: `+` it fits, `.` it was not reached, else the letter
 * of the first fact that failed. The set of a version never changes, so words and reasons follow from it when they are asked for.
 */
export type Trace = string;

export interface Routed {
  /** Rule of the group destination that decided. */
  readonly rule: string;
  /** The first of {@link tracks}. */
  readonly track: Track;
  /** Every way that the law opens for the matter; the first is the one that it takes. */
  readonly tracks: readonly Track[];
  readonly agency: string;
  readonly lane: Lane;
  readonly flags: readonly Flag[];
  readonly explanation: LocalizedText;
  readonly basis: Basis;
  readonly measures: readonly number[];
  /** What went wrong while it was decided, and what was not verified. */
  readonly warnings: readonly { readonly code: string; readonly text: LocalizedText }[];
  readonly tried: Trace;
}
