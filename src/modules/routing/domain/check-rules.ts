import { FACT_VALUES, type FactName } from './facts.js';
import type { Conditions, RoutingRule, RuleSetContent } from './rule.js';

/** Everything that forbids a rule set, in words: unknown facts or values, missing basis, offices with gaps, rules that can never fire, no last resort. */
export function ruleSetProblems(content: RuleSetContent, agencies: ReadonlySet<string>): string[] {
  const { rules } = content;
  const last = rules.at(-1);
  return [
    ...rules.flatMap((rule) => [...conditionProblems(rule), ...agencyProblems(content, rule, agencies), ...textProblems(rule)]),
    ...rules.flatMap((rule, index) => rules.slice(0, index).filter((earlier) => covers(earlier.when, rule.when)).map((earlier) => `${rule.code}: never fires, ${earlier.code} takes everything that it would`)),
    ...rules.filter((rule, index) => rules.findIndex(({ code }) => code === rule.code) !== index).map(({ code }) => `${code}: stands twice`),
    ...(last === undefined || Object.keys(last.when).length > 0 ? ['the last rule must be unconditional, so that nothing is left without a desk'] : []),
  ];
}

function conditionProblems({ code, when }: RoutingRule): string[] {
  return Object.entries(when).flatMap(([fact, values]) => {
    const known = valuesOf(fact);
    if (known.length === 0) return [`${code}: fact ${fact} does not exist`];
    if (values.length === 0) return [`${code}: ${fact} has no values`];
    return values.filter((value) => !known.includes(value)).map((value) => `${code}: ${fact} is never ${String(value)}`);
  });
}

function agencyProblems({ offices }: RuleSetContent, { code, agency }: RoutingRule, agencies: ReadonlySet<string>): string[] {
  if (!agency.startsWith('@')) return agencies.has(agency) ? [] : [`${code}: agency ${agency} does not exist`];
  const office = offices[agency.slice(1)] ?? {};
  return FACT_VALUES.region.filter((region) => region !== 'outside').flatMap((region) => {
    const found = office[region];
    if (found === undefined) return [`${code}: ${agency} has no office in ${region}`];
    return agencies.has(found) ? [] : [`${code}: agency ${found} does not exist`];
  });
}

function textProblems({ code, basis, explanation, measures }: RoutingRule): string[] {
  const texts = [basis.source, basis.article, explanation.zh, explanation.en];
  return [
    ...(texts.some((text) => text.trim() === '') ? [`${code}: basis or explanation is empty`] : []),
    ...(measures.length === 0 || measures.some((measure) => !Number.isInteger(measure) || measure < 1 || measure > 25) ? [`${code}: names no measure from 1 to 25`] : []),
  ];
}

/** True when every matter that fits `later` fits `earlier` too. */
function covers(earlier: Conditions, later: Conditions): boolean {
  return Object.entries(earlier).every(([fact, values]) => {
    const asked = (Object.hasOwn(later, fact) ? later[fact as FactName] : undefined) ?? valuesOf(fact);
    // What nothing can be asked of is no cover: an unknown fact is told as such, not as a rule that takes everything.
    return asked.length > 0 && asked.every((value) => values.includes(value));
  });
}

function valuesOf(fact: string): readonly (string | boolean)[] {
  return Object.hasOwn(FACT_VALUES, fact) ? FACT_VALUES[fact as FactName] : [];
}
