import type { Basis } from '../../../kernel/text.js';
import { officeOf } from './evaluate.js';
import { FACT_VALUES, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import { FLAGS, GROUPS, LANES, rulesIn, TRACKS, type Conditions, type Group, type RoutingRule, type RuleSetContent } from './rule.js';
import type { Finding } from './finding.js';
import { orderFindings } from './order.js';
import { allowed, example, meet, newSearch, type Search } from './space.js';

/** What the linter is told about the world outside the rules. */
export interface Known {
  readonly agencies: ReadonlySet<string>;
  /** Articles that make the origin of a party decide; a rule that looks at it must rest on one of them. */
  readonly originBases: readonly Pick<Basis, 'source' | 'article'>[];
}

/** Facts that only a statute may make decide (equal protection, measure 15). */
const RESTRICTED: readonly FactName[] = ['foreignRelated'];
const MEASURES = 25;

/** Everything that is wrong with a rule set, all at once. */
export function lint(content: RuleSetContent, known: Known): Finding[] {
  const single = content.rules.flatMap((rule) => [...vocabularyFindings(rule), ...textFindings(rule), ...restrictedFindings(rule, known), ...outcomeFindings(rule)]);
  // Order and places can only be reckoned with where every fact and value exists.
  const search = newSearch();
  const whole = single.some(({ code }) => VOCABULARY.has(code)) ? [] : [...placeFindings(content, known, search), ...orderFindings(content, search)];
  return [...single, ...duplicateFindings(content), ...whole];
}

const VOCABULARY = new Set(['unknown-fact', 'unknown-value', 'no-values', 'unknown-group', 'unknown-outcome']);

function error(code: string, rule: string | null, zh: string, en: string, at?: RoutingFacts): Finding {
  return { code, severity: 'error', rule, text: { zh, en }, ...(at === undefined ? {} : { example: at }) };
}

/** Rules come over the wire as they were typed: nothing is taken for granted. */
function vocabularyFindings({ code, group, when }: RoutingRule): Finding[] {
  const groups = (GROUPS as readonly string[]).includes(group) ? [] : [error('unknown-group', code, `没有“${String(group)}”这一组`, `There is no group ${String(group)}`)];
  return [...groups, ...Object.entries(when).flatMap(([fact, values]) => conditionFindings(code, fact, values))];
}

function conditionFindings(code: string, fact: string, values: unknown): Finding[] {
  if (!Object.hasOwn(FACT_VALUES, fact)) return [error('unknown-fact', code, `没有“${fact}”这一事实`, `Fact ${fact} does not exist`)];
  if (!Array.isArray(values) || values.length === 0) return [error('no-values', code, `“${fact}”没有列出取值`, `${fact} has no values`)];
  const known: readonly unknown[] = FACT_VALUES[fact as FactName];
  return values.filter((value) => !known.includes(value)).map((value) => error('unknown-value', code, `“${fact}”不会是“${String(value)}”`, `${fact} is never ${String(value)}`));
}

function textFindings({ code, basis, explanation, measures }: RoutingRule): Finding[] {
  const blank = (...texts: readonly (string | undefined)[]): boolean => texts.some((text) => (text ?? '').trim() === '');
  return [
    ...(blank(code) ? [error('missing-words', code, '规则没有代码', 'The rule has no code')] : []),
    ...(blank(basis.source, basis.article) || !['verified', 'unverified'].includes(basis.status) ? [error('missing-basis', code, '缺少依据、条款或核实状态', 'Source, article or status is missing')] : []),
    ...(blank(explanation.zh, explanation.en) ? [error('missing-words', code, '缺少中文或英文说明', 'The explanation is missing in Chinese or English')] : []),
    ...(measures.length === 0 || measures.some((measure) => !Number.isInteger(measure) || measure < 1 || measure > MEASURES) ? [error('missing-measure', code, '没有注明25项措施中的哪一项', 'It names none of the 25 measures')] : []),
  ];
}

function restrictedFindings({ code, when, basis }: RoutingRule, { originBases }: Known): Finding[] {
  const used = RESTRICTED.filter((fact) => Object.hasOwn(when, fact));
  if (originBases.some(({ source, article }) => basis.source === source && basis.article.startsWith(article))) return [];
  return used.map((fact) => error('restricted-fact', code, `“${fact}”只有法律明文规定时才可使用（同等保护，措施15）`, `${fact} may decide only where a statute says so (equal protection, measure 15)`));
}

const ONE_OF: Readonly<Record<Group, readonly [string, readonly string[]]>> = { destination: ['track', TRACKS], tracks: ['track', TRACKS], lane: ['lane', LANES], flags: ['flag', FLAGS] };

function outcomeFindings({ code, group, outcome }: RoutingRule): Finding[] {
  if (!Object.hasOwn(ONE_OF, group)) return [];
  const [member, values] = ONE_OF[group];
  const given = (outcome as unknown as Record<string, unknown>)[member];
  const members = Object.keys(outcome).sort().join();
  if (values.includes(String(given)) && members === (group === 'destination' ? 'agency,track' : member)) return [];
  return [error('unknown-outcome', code, `结果应为 ${member}：${values.join('、')}`, `The outcome must be ${member}, one of ${values.join(', ')}${group === 'destination' ? ', with an agency' : ''}`)];
}

/** Agencies exist, and an office stands wherever a matter can still come to its rule. */
function placeFindings(content: RuleSetContent, { agencies }: Known, search: Search): Finding[] {
  const { offices } = content;
  const destinations = rulesIn(content, 'destination');
  return destinations.flatMap((rule, index) => {
    const place = officeOf(String(rule.outcome.agency));
    if (place === null) return agencies.has(rule.outcome.agency) ? [] : [error('unknown-agency', rule.code, `没有“${String(rule.outcome.agency)}”这一单位`, `Agency ${String(rule.outcome.agency)} does not exist`)];
    if (!Object.hasOwn(FACT_VALUES, place.fact)) return [error('unknown-fact', rule.code, `没有“${place.fact}”这一事实`, `Fact ${place.fact} does not exist`)];
    const earlier = destinations.slice(0, index).map(({ when }) => when);
    return allowed(rule.when, place.fact).flatMap((value) => officeFindings(rule, offices[place.office]?.[String(value)], { place, value, earlier, agencies, search }));
  });
}

interface Place {
  readonly place: { readonly fact: FactName };
  readonly value: FactValue;
  readonly earlier: readonly Conditions[];
  readonly agencies: ReadonlySet<string>;
  readonly search: Search;
}

function officeFindings({ code, when, outcome }: RoutingRule<'destination'>, agency: string | undefined, { place, value, earlier, agencies, search }: Place): Finding[] {
  if (agency !== undefined) return agencies.has(agency) ? [] : [error('unknown-agency', code, `没有“${agency}”这一单位`, `Agency ${agency} does not exist`)];
  const box = meet(when, { [place.fact]: [value] });
  const at = box === null ? null : example(box, earlier, search);
  return at === null ? [] : [error('office-missing', code, `${outcome.agency} 在“${String(value)}”没有对应单位`, `${outcome.agency} has no office in ${String(value)}`, at === 'tangled' ? undefined : at)];
}

function duplicateFindings({ rules }: RuleSetContent): Finding[] {
  return rules.filter(({ code }, index) => rules.findIndex((other) => other.code === code) !== index).map(({ code }) => error('duplicate-code', code, '代码重复', 'The code stands twice'));
}
