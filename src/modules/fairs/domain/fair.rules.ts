import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** What a fair protects (第二条): patents by their kinds, marks, works. */
export const FAIR_RIGHTS = ['invention', 'utility-model', 'design', 'trademark', 'copyright'] as const;
export type FairRight = (typeof FAIR_RIGHTS)[number];
export const MATERIALS = ['right', 'party', 'reasons', 'authorisation'] as const;
export type Material = (typeof MATERIALS)[number];
export const REFUSAL_GROUNDS = ['sued', 'invalidation-pending', 'ownership-disputed', 'being-restored', 'invalid-or-cancelled'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
export const REMEDIES = ['withdraw-goods', 'destroy-material', 'replace-board', 'confiscate-goods', 'cover', 'sign-promise'] as const;
export type Remedy = (typeof REMEDIES)[number];

export interface MaterialRow {
  readonly code: Material;
  readonly label: LocalizedText;
  /** Asked for only where an agent complains. */
  readonly byAgentOnly: boolean;
  readonly basis: Basis;
}

export interface GroundRow {
  readonly code: RefusalGround;
  readonly rights: readonly FairRight[];
  readonly label: LocalizedText;
  readonly basis: Basis;
}

export interface RemedyRow {
  readonly code: Remedy;
  readonly rights: readonly FairRight[];
  /** Ordered with every finding, not only where it fits. */
  readonly demanded: boolean;
  readonly label: LocalizedText;
  readonly basis: Basis;
}

/** How long an exhibitor may have to answer, by the days of the fair. */
export interface AnswerRow {
  readonly fromDays: number;
  readonly toDays: number | null;
  readonly leastHours: number;
  readonly mostHours: number;
  readonly basis: Basis;
}

/** How many findings bar from the next fair, and over how many fairs in a row they are counted. */
export interface BarRule {
  readonly least: number;
  readonly fairs: number;
  readonly basis: Basis;
}

/** A finding against an exhibitor at an edition of a series. */
export interface Strike {
  readonly edition: number;
  readonly standing: boolean;
}

export function missingMaterials(rows: readonly MaterialRow[], held: readonly string[], byAgent: boolean): MaterialRow[] {
  return rows.filter(({ code, byAgentOnly }) => (byAgent || !byAgentOnly) && !held.includes(code));
}

export function answerRow(rows: readonly AnswerRow[], days: number): AnswerRow | undefined {
  return rows.find(({ fromDays, toDays }) => fromDays <= days && (toDays === null || days <= toDays));
}

/** Findings that bar from an edition; none where it is open. The last of them is of the edition before: a bar is for one fair. */
export function barringFrom<Row extends Strike>({ least, fairs }: BarRule, strikes: readonly Row[], edition: number): readonly Row[] {
  const counted = strikes.filter((one) => one.standing && one.edition < edition && one.edition >= edition - fairs);
  return counted.length >= least && counted.some((one) => one.edition === edition - 1) ? counted : [];
}

const DAY_MILLISECONDS = 86_400_000;
const OFFSET = '+08:00';

/** Days of a fair, both included. Days are YYYY-MM-DD, Asia/Shanghai. */
export function daysOf(startsOn: string, endsOn: string): number {
  return Math.round((Date.parse(`${endsOn}T00:00:00Z`) - Date.parse(`${startsOn}T00:00:00Z`)) / DAY_MILLISECONDS) + 1;
}

export function startOf(startsOn: string): Date {
  return new Date(`${startsOn}T00:00:00${OFFSET}`);
}

/** The last instant before a fair begins: what counts from here has its first day on the first day of the fair. */
export function eveOf(startsOn: string): Date {
  return new Date(startOf(startsOn).getTime() - 1);
}

export function endOf(endsOn: string): Date {
  return new Date(`${endsOn}T23:59:59.999${OFFSET}`);
}
