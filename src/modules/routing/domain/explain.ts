import type { LocalizedText } from '../../../kernel/text.js';
import { FACT_LETTERS, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import type { RoutingRule, RuleSetContent, Trace } from './rule.js';

/** How facts and their values are called. */
export type FactWords = Readonly<Record<FactName, { readonly name: LocalizedText; readonly values: Readonly<Record<string, LocalizedText>> }>>;

export interface ExplainedRule {
  readonly rule: string;
  readonly group: RoutingRule['group'];
  readonly fits: boolean;
  readonly failed: FactName | null;
  readonly why: LocalizedText;
}

/** Every rule that was tried, in the order of its version, with the reason in words. Rules that were not reached are left out. */
export function explainRules({ rules }: RuleSetContent, tried: Trace, facts: RoutingFacts, words: FactWords): ExplainedRule[] {
  return rules.flatMap((rule, index): ExplainedRule[] => {
    const letter = tried[index] ?? '.';
    if (letter === '.') return [];
    const failed = FACTS.get(letter) ?? null;
    const { code, group, explanation, basis } = rule;
    const fitting = { zh: `${explanation.zh}（${basis.source}${basis.article}）`, en: `${explanation.en} (${basis.source} ${basis.article})` };
    return [{ rule: code, group, fits: failed === null, failed, why: failed === null ? fitting : whyNot(rule, failed, facts, words) }];
  });
}

const FACTS: ReadonlyMap<string, FactName> = new Map((Object.entries(FACT_LETTERS) as [FactName, string][]).map(([fact, letter]) => [letter, fact]));

/** The first shape of a decision named the rules before the one that decided, each with the condition that failed. */
export function traceOf({ rules }: RuleSetContent, decided: string, stored: unknown): Trace {
  if (typeof stored === 'string') return stored;
  const failed = new Map((stored as { rule: string; failed: { fact: FactName } }[]).map(({ rule, failed: { fact } }) => [rule, FACT_LETTERS[fact]]));
  return rules.map(({ code }) => (code === decided ? '+' : (failed.get(code) ?? '.'))).join('');
}

function whyNot({ when }: RoutingRule, fact: FactName, facts: RoutingFacts, words: FactWords): LocalizedText {
  const { name } = words[fact];
  const was = valueWords(fact, facts[fact], words);
  const wanted = (when[fact] ?? []).map((value) => valueWords(fact, value, words));
  return {
    zh: `${name.zh}是“${was.zh}”，该规则要求“${wanted.map(({ zh }) => zh).join('、')}”`,
    en: `${name.en} is “${was.en}”; the rule asks for ${wanted.map(({ en }) => `“${en}”`).join(' or ')}`,
  };
}

/** A value of an older vocabulary is shown as it was stored. */
export function valueWords(fact: FactName, value: FactValue, words: FactWords): LocalizedText {
  const plain = String(value);
  return words[fact].values[plain] ?? { zh: plain, en: plain };
}

/** The facts in one sentence: those that say something beyond the ordinary. */
export function factsSentence(facts: RoutingFacts, neutral: RoutingFacts, words: FactWords): LocalizedText {
  const told = (Object.keys(words) as FactName[]).filter((fact) => ALWAYS.has(fact) || facts[fact] !== neutral[fact]);
  const each = told.map((fact) => ({ name: words[fact].name, value: valueWords(fact, facts[fact], words) }));
  return {
    zh: `事实：${each.map(({ name, value }) => `${name.zh}为${value.zh}`).join('；')}。`,
    en: `Facts: ${each.map(({ name, value }) => `${name.en}: ${value.en}`).join('; ')}.`,
  };
}

const ALWAYS: ReadonlySet<FactName> = new Set(['classification', 'matter', 'rightType', 'region']);
