import type { LocalizedText } from '../../../kernel/text.js';
import { FACT_LETTERS, FACT_NAMES, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import { rulesIn, type Flag, type Group, type Lane, type Offices, type Routed, type RoutingRule, type RuleSetContent, type Track } from './rule.js';

interface Ready<G extends Group> {
  readonly rule: RoutingRule<G>;
  /** Its place in the set. */
  readonly at: number;
  readonly conditions: readonly (readonly [FactName, readonly FactValue[]])[];
  readonly warnings: Routed['warnings'];
}

/** A rule set taken apart once, so that a decision only compares. */
export type CompiledRules = { readonly offices: Offices; readonly size: number } & { readonly [G in Group]: readonly Ready<G>[] };

export function compile(content: RuleSetContent): CompiledRules {
  const place = new Map(content.rules.map(({ code }, index) => [code, index]));
  const of = <G extends Group>(group: G): Ready<G>[] => rulesIn(content, group).map((rule) => ({ rule, at: place.get(rule.code) ?? 0, conditions: conditionsOf(rule), warnings: warningsOf(rule) }));
  return { offices: content.offices, size: content.rules.length, destination: of('destination'), tracks: of('tracks'), lane: of('lane'), flags: of('flags') };
}

/** In the order of the facts, however the rule was stored: the same facts give the same reasons. */
function conditionsOf({ when }: Pick<RoutingRule, 'when'>): (readonly [FactName, readonly FactValue[]])[] {
  return FACT_NAMES.flatMap((fact) => {
    const values = when[fact];
    return values === undefined ? [] : [[fact, values] as const];
  });
}

/** Pure and the same for the same facts. Throws when no destination fits or an office is missing: the linter forbids such a set. */
export function evaluate(set: CompiledRules, facts: RoutingFacts): Routed {
  const tried = new Array<string>(set.size).fill('.');
  const found = first(set.destination, facts, tried);
  if (found === null) throw new Error('No routing rule fits: the rule set lacks its last, unconditional rule');
  const { code: rule, outcome, explanation, basis, measures } = found.rule;
  const tracks = distinct<Track>([outcome.track, ...all(set.tracks, facts, tried).map(({ rule: added }) => added.outcome.track)]);
  const lane: Lane = first(set.lane, facts, tried)?.rule.outcome.lane ?? 'ordinary';
  const flags = distinct<Flag>(all(set.flags, facts, tried).map(({ rule: flagged }) => flagged.outcome.flag));
  return { rule, track: outcome.track, tracks, agency: agencyFor(set.offices, found.rule, facts), lane, flags, explanation, basis, measures, warnings: found.warnings, tried: tried.join('') };
}

function first<G extends Group>(rules: readonly Ready<G>[], facts: RoutingFacts, tried: string[]): Ready<G> | null {
  for (const ready of rules) if (fits(ready, facts, tried)) return ready;
  return null;
}

function all<G extends Group>(rules: readonly Ready<G>[], facts: RoutingFacts, tried: string[]): Ready<G>[] {
  return rules.filter((ready) => fits(ready, facts, tried));
}

function fits({ at, conditions }: Pick<Ready<Group>, 'at' | 'conditions'>, facts: RoutingFacts, tried: string[]): boolean {
  const failed = conditions.find(([fact, wanted]) => !wanted.includes(facts[fact]));
  tried[at] = failed === undefined ? '+' : FACT_LETTERS[failed[0]];
  return failed === undefined;
}

/** `@office` and `@office/fact`: the office, and the fact that names its region. */
export function officeOf(agency: string): { readonly office: string; readonly fact: FactName } | null {
  if (!agency.startsWith('@')) return null;
  const [office = '', fact = 'region'] = agency.slice(1).split('/');
  return { office, fact: fact as FactName };
}

function agencyFor(offices: Offices, { code, outcome: { agency } }: RoutingRule<'destination'>, facts: RoutingFacts): string {
  const place = officeOf(agency);
  if (place === null) return agency;
  const found = offices[place.office]?.[String(facts[place.fact])];
  if (found === undefined) throw new Error(`Rule ${code}: no office ${agency} in region ${String(facts[place.fact])}`);
  return found;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}

/** A rule whose source was not read in a copy of the text says so wherever it decides. */
function warningsOf({ basis, group }: Pick<RoutingRule, 'basis' | 'group'>): { code: string; text: LocalizedText }[] {
  if (group !== 'destination' || basis.status === 'verified') return [];
  return [{ code: 'routing.source-unverified', text: { zh: `分派依据“${basis.source}”${basis.article}尚未核实，请人工复核`, en: `The source of this rule (${basis.source} ${basis.article}) has not been checked: let a human look at it` } }];
}
