import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const CRITERION_CODES = ['right-live', 'parties-known', 'not-contested', 'no-foreign-evidence', 'same-mark-or-design', 'facts-clear', 'evidence-complete', 'small-amount', 'holder-not-in-bad-faith', 'holder-in-good-faith'] as const;
export type CriterionCode = (typeof CRITERION_CODES)[number];

export const VENUES = ['elsewhere', 'fair', 'platform', 'market', 'tableware-centre'] as const;
export type Venue = (typeof VENUES)[number];

/** What the officer says of the case. Amount in CNY. */
export interface StatedFacts {
  readonly sameMarkOrDesign: boolean;
  readonly factsClear: boolean;
  readonly evidenceComplete: boolean;
  readonly foreignEvidence: boolean;
  readonly contested: boolean;
  readonly amount: number;
  readonly venue: Venue;
  /** Grave or complex, so that the agency treats it as a major case. */
  readonly grave: boolean;
}

/** What the registers of the case say. */
export interface KnownFacts {
  /** A right of the case is in force on the day. */
  readonly rightLive: boolean;
  /** Somebody is named as respondent, by credit code or in the vault. */
  readonly partiesKnown: boolean;
  /** What the records of the holders say of them together. Passages of the first rules did not look. */
  readonly holderStanding?: 'good' | 'bad' | 'none';
}

export interface Criterion {
  readonly code: CriterionCode;
  readonly label: LocalizedText;
  /** Points that it gives where it holds. */
  readonly weight: number;
  /** Without it a case is complex, whatever the rest. */
  readonly required: boolean;
}

/** Rules of triage as they stand from a day on, YYYY-MM-DD. */
export interface TriageRules {
  readonly version: string;
  readonly from: string;
  /** CNY, included. */
  readonly smallAmount: number;
  /** Points from which a case is simple. */
  readonly threshold: number;
  readonly criteria: readonly Criterion[];
  readonly basis: Basis;
}

export interface Judged {
  readonly code: CriterionCode;
  readonly holds: boolean;
  readonly weight: number;
  readonly required: boolean;
}

export interface Verdict {
  readonly version: string;
  readonly simple: boolean;
  readonly score: number;
  readonly threshold: number;
  readonly criteria: readonly Judged[];
}

type Judge = (facts: StatedFacts & KnownFacts, rules: TriageRules) => boolean;

const HOLDS: Readonly<Record<CriterionCode, Judge>> = {
  'right-live': ({ rightLive }) => rightLive,
  'parties-known': ({ partiesKnown }) => partiesKnown,
  'not-contested': ({ contested }) => !contested,
  'no-foreign-evidence': ({ foreignEvidence }) => !foreignEvidence,
  'same-mark-or-design': ({ sameMarkOrDesign }) => sameMarkOrDesign,
  'facts-clear': ({ factsClear }) => factsClear,
  'evidence-complete': ({ evidenceComplete }) => evidenceComplete,
  'small-amount': ({ amount }, { smallAmount }) => amount <= smallAmount,
  'holder-not-in-bad-faith': ({ holderStanding }) => holderStanding !== 'bad',
  'holder-in-good-faith': ({ holderStanding }) => holderStanding === 'good',
};

/** Simple or complex (繁简分流): every required criterion holds, and the points of all that hold reach the threshold. */
export function judge(rules: TriageRules, facts: StatedFacts & KnownFacts): Verdict {
  const criteria = rules.criteria.map(({ code, weight, required }) => ({ code, weight, required, holds: HOLDS[code](facts, rules) }));
  const score = criteria.reduce((sum, { holds, weight }) => sum + (holds ? weight : 0), 0);
  const simple = criteria.every(({ holds, required }) => holds || !required) && score >= rules.threshold;
  return { version: rules.version, simple, score, threshold: rules.threshold, criteria };
}

/** The rules in force on a day, YYYY-MM-DD; `all` oldest first. */
export function rulesOn(all: readonly TriageRules[], day: string): TriageRules {
  const found = all.findLast(({ from }) => from <= day);
  if (found === undefined) throw new Error(`There are no rules of triage on ${day}`);
  return found;
}
