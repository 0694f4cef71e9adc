import type { RoutingFacts } from './facts.js';
import type { Routed, RoutingRule, RuleSetContent, Tried } from './rule.js';

/** The first rule that fits decides; the rules tried before it are told with the condition that failed. Throws when none fits: the validator forbids such a set. */
export function evaluate(content: RuleSetContent, facts: RoutingFacts): Routed {
  const tried: Tried[] = [];
  for (const rule of content.rules) {
    const failed = firstFailed(content, rule, facts);
    if (failed === null) {
      const { code, track, explanation, basis, measures } = rule;
      return { rule: code, track, tracks: [track], agency: agencyFor(content, rule, facts), lane: 'ordinary', flags: [], explanation, basis, measures, warnings: [], tried };
    }
    tried.push({ rule: rule.code, failed });
  }
  throw new Error('No routing rule fits: the rule set lacks its last, unconditional rule');
}

function firstFailed({ offices }: RuleSetContent, rule: RoutingRule, facts: RoutingFacts): Tried['failed'] | null {
  for (const [fact, wanted] of Object.entries(rule.when)) {
    const was = facts[fact as keyof RoutingFacts];
    if (!wanted.includes(was)) return { fact, wanted, was };
  }
  // Outside the city there is no office of ours: the desk tells where.
  if (facts.region === 'outside' && rule.agency.startsWith('@')) return { fact: 'region', wanted: Object.keys(offices[rule.agency.slice(1)] ?? {}), was: facts.region };
  return null;
}

function agencyFor({ offices }: RuleSetContent, { agency, code }: RoutingRule, { region }: RoutingFacts): string {
  if (!agency.startsWith('@')) return agency;
  const found = offices[agency.slice(1)]?.[region];
  if (found === undefined) throw new Error(`Rule ${code}: no office ${agency} in region ${region}`);
  return found;
}
