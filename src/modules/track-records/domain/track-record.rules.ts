import type { Basis, LocalizedText } from '../../../kernel/text.js';

export interface FactKind {
  readonly code: string;
  readonly label: LocalizedText;
  readonly side: 'good' | 'bad';
  /** Points on its side. */
  readonly weight: number;
  /** Months for which it counts, from the day on which it happened. */
  readonly months: number;
  readonly basis: Basis;
}

/** How facts make a standing, from a day on, YYYY-MM-DD. */
export interface StandingRules {
  readonly version: string;
  readonly from: string;
  /** Points of good facts from which a standing is good, where nothing bad counts. */
  readonly good: number;
  /** Points of bad facts from which it is bad, whatever is good. */
  readonly bad: number;
  readonly basis: Basis;
}

/** A fact that was not struck out. `occurredOn`: YYYY-MM-DD. */
export interface CountedFact {
  readonly id: string;
  readonly kind: string;
  readonly occurredOn: string;
}

export type StandingCode = 'good' | 'bad' | 'none';

export interface Standing {
  readonly standing: StandingCode;
  /** Null before the first rules. */
  readonly version: string | null;
  readonly goodPoints: number;
  readonly badPoints: number;
  /** Facts that counted, in the order given. */
  readonly counted: readonly string[];
}

/** What a right holder's record says on a day, YYYY-MM-DD. Bad faith goes before good faith; one without the other decides nothing of a case. */
export function standingOf(rules: StandingRules | null, kinds: readonly FactKind[], facts: readonly CountedFact[], day: string): Standing {
  if (rules === null) return { standing: 'none', version: null, goodPoints: 0, badPoints: 0, counted: [] };
  const found = facts.flatMap((fact) => kinds.filter(({ code, months }) => code === fact.kind && fact.occurredOn <= day && day < monthsAfter(fact.occurredOn, months)).map((kind) => ({ fact, kind })));
  const points = (side: FactKind['side']): number => found.reduce((sum, { kind }) => sum + (kind.side === side ? kind.weight : 0), 0);
  const [goodPoints, badPoints] = [points('good'), points('bad')];
  const good = badPoints === 0 && goodPoints >= rules.good;
  return { standing: badPoints >= rules.bad ? 'bad' : good ? 'good' : 'none', version: rules.version, goodPoints, badPoints, counted: found.map(({ fact }) => fact.id) };
}

/** Of several holders together: one in bad faith makes it bad, all in good faith make it good. */
export function together(standings: readonly StandingCode[]): StandingCode {
  if (standings.includes('bad')) return 'bad';
  return standings.length > 0 && standings.every((one) => one === 'good') ? 'good' : 'none';
}

/** The rules in force on a day; `all` oldest first. Before the first there are none. */
export function standingRulesOn(all: readonly StandingRules[], day: string): StandingRules | null {
  return all.findLast(({ from }) => from <= day) ?? null;
}

/** The same day of a later month, or the last one that it has. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
