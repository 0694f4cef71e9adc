import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { AGENCIES } from '../identity/index.js';
import { ORIGIN_BASES } from './data/index.js';
import { lint, type Known } from './domain/lint.js';
import { contentOf, type FirstRuleSet, type RuleSetContent } from './domain/rule.js';
import type { Finding } from './domain/finding.js';

const KNOWN: Known = { agencies: new Set<string>(AGENCIES.map(({ code }) => code)), originBases: ORIGIN_BASES };

/** Numbers below are for sets that come with the software, so that a release never meets a draft of the city. */
export const FIRST_OWN_NUMBER = 100;

/** What is wrong with stored rules, against the agencies and statutes that the system knows. */
export function findingsOf(stored: RuleSetContent | FirstRuleSet): Finding[] {
  return lint(contentOf(stored), KNOWN);
}

export function digestOf(stored: RuleSetContent | FirstRuleSet): string {
  return createHash('sha256').update(canonicalize(stored) ?? '').digest('hex');
}
