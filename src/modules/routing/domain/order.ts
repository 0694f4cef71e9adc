import type { RoutingFacts } from './facts.js';
import type { Finding } from './finding.js';
import { rulesIn, type Group, type RoutingRule, type RuleSetContent } from './rule.js';
import { covers, example, meet, type Search } from './space.js';

/** What can be wrong with the order of rules where the first that fits decides. */
export function orderFindings(content: RuleSetContent, search: Search): Finding[] {
  const destination = rulesIn(content, 'destination');
  const lane = rulesIn(content, 'lane');
  return [...[destination, lane].flatMap((ordered) => [...stageFindings(ordered), ...shadowFindings(ordered, search), ...overlapFindings(ordered, search)]), ...uncovered('destination', destination, search), ...(lane.length === 0 ? [] : uncovered('lane', lane, search))];
}

function finding(severity: Finding['severity'], code: string, rule: string | null, text: Finding['text'], at?: RoutingFacts | 'tangled' | null): Finding {
  return { code, severity, rule, text, ...(typeof at === 'object' && at !== null ? { example: at } : {}) };
}

function stageFindings(rules: readonly RoutingRule[]): Finding[] {
  return rules.filter((rule, index) => index > 0 && (rules[index - 1]?.stage ?? 0) > (rule.stage ?? 0))
    .map(({ code }) => finding('error', 'stage-order', code, { zh: '排在后一阶段的规则之后', en: 'Stands behind a rule of a later stage' }));
}

/** Rules that can never fire: behind one wider rule, or behind several that take everything together. */
function shadowFindings(rules: readonly RoutingRule[], search: Search): Finding[] {
  return rules.flatMap((rule, index): Finding[] => {
    const earlier = rules.slice(0, index);
    const wider = earlier.find(({ when }) => covers(when, rule.when));
    if (wider !== undefined) return [finding('error', 'shadowed', rule.code, { zh: `不会适用：“${wider.code}”已全部覆盖`, en: `Never fires: ${wider.code} takes everything that it would` })];
    const left = example(rule.when, earlier.map(({ when }) => when), search);
    if (left === 'tangled') return [finding('warning', 'tangled', rule.code, { zh: '条件过于交错，无法判断是否会适用', en: 'Too tangled to tell whether it can ever fire' })];
    return left === null ? [finding('error', 'shadowed', rule.code, { zh: '不会适用：前面的规则合起来已全部覆盖', en: 'Never fires: the rules before it take everything together' })] : [];
  });
}

/** Two rules of a stage that both can fit, say different things, and neither is the exception of the other: only their order decides. */
function overlapFindings(rules: readonly RoutingRule[], search: Search): Finding[] {
  return rules.flatMap((rule, index) => rules.slice(0, index).flatMap((earlier, place): Finding[] => {
    const both = meet(earlier.when, rule.when);
    if (both === null || !compete(earlier, rule)) return [];
    const at = example(both, rules.slice(0, place).map(({ when }) => when), search);
    return at === null ? [] : [finding('warning', 'overlapping', rule.code, { zh: `与“${earlier.code}”重叠且结果不同，仅由先后次序决定`, en: `Overlaps ${earlier.code} with another outcome: only the order decides` }, at)];
  }));
}

function compete(earlier: RoutingRule, later: RoutingRule): boolean {
  const sameStage = (earlier.stage ?? 0) === (later.stage ?? 0);
  const sameOutcome = JSON.stringify(Object.entries(earlier.outcome).sort()) === JSON.stringify(Object.entries(later.outcome).sort());
  return sameStage && !sameOutcome && !covers(later.when, earlier.when) && !covers(earlier.when, later.when);
}

/** The last rule takes whatever is left, also values that nobody has thought of yet. */
function uncovered(group: Group, rules: readonly RoutingRule[], search: Search): Finding[] {
  const last = rules.at(-1);
  if (last !== undefined && Object.keys(last.when).length === 0) return [];
  const at = example({}, rules.map(({ when }) => when), search);
  return [finding('error', 'uncovered', null, { zh: `“${group}”组的最后一条必须不带条件，使每一件都有去处`, en: `The last rule of ${group} must be unconditional, so that no matter is left without an answer` }, at)];
}
