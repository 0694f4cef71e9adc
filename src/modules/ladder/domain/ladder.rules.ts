import type { ClockRule } from '../../../kernel/clock/index.js';

export const RUNG_CODES = ['owner', 'head', 'city-bureau', 'joint-meeting'] as const;
export type RungCode = (typeof RUNG_CODES)[number];

/** A clock of the case or of an urging on it, by its distance in working days; or how often a channel has urged. */
export type StepCondition =
  | { readonly on: 'case-clock'; readonly workingDaysLeft: number }
  | { readonly on: 'case-clock' | 'urging-clock'; readonly workingDaysLate: number }
  | { readonly on: 'urgings'; readonly channel: string; readonly count: number };

export interface StepRule {
  readonly code: string;
  readonly rung: RungCode;
  readonly when: StepCondition;
}

/** An agency, and the one that it stands under. */
export interface Line {
  readonly code: string;
  readonly parent: string | null;
}

/** The last of the line that leads up from an agency; itself where nothing is above it. */
export function topOf(agency: string, lines: readonly Line[]): string {
  const parents = new Map(lines.map(({ code, parent }) => [code, parent]));
  let top = agency;
  for (let above = parents.get(agency) ?? null; above !== null; above = parents.get(above) ?? null) top = above;
  return top;
}

/** Whoever is told of a step that goes above the agency that has the case. */
export function isAbove(rung: RungCode): boolean {
  return rung === 'city-bureau' || rung === 'joint-meeting';
}

const OWN = { unit: 'working_day', roll: 'none', label: { zh: '逐级上报', en: 'Escalation ladder' }, basis: { source: '本系统拟定', article: '逐级上报', status: 'unverified', note: '未见法定天数' } } as const;

/** How a distance from now is counted: a clock whose date is not after the safe date of the result has come that near, or has been late for so many whole days. Null where now itself is the date. A date on a day off is taken for the next working day. */
export function distanceOf(when: StepCondition): ClockRule | null {
  if (when.on === 'urgings') return null;
  if ('workingDaysLeft' in when) return { ...OWN, code: 'ladder.left', amount: when.workingDaysLeft };
  return when.workingDaysLate === 0 ? null : { ...OWN, code: 'ladder.late', amount: when.workingDaysLate, before: true };
}
