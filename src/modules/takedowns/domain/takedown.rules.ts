import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** The e-commerce law for platforms of trade; the civil code for every other provider of network services. */
export const REGIMES = ['e-commerce', 'civil-code'] as const;
export type Regime = (typeof REGIMES)[number];
export const CONTENT_CODES = ['evidence', 'identity', 'right', 'location', 'truth'] as const;
export type Content = (typeof CONTENT_CODES)[number];
export const MEASURES = ['delete', 'block', 'disconnect', 'end-trade'] as const;
export const CLAIM_WAYS = ['complaint', 'suit'] as const;
export type ClaimWay = (typeof CLAIM_WAYS)[number];
export const LIFTING_GROUNDS = ['no-claim', 'notice-withdrawn', 'claim-failed'] as const;
export type LiftingGround = (typeof LIFTING_GROUNDS)[number];
export const FINDING_CODES = ['wrong', 'malicious'] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface ContentRow {
  readonly regime: Regime;
  readonly paper: 'notice' | 'declaration';
  readonly code: Content;
  readonly label: LocalizedText;
  readonly demanded: boolean;
  readonly basis: Basis;
}

export interface FindingRow {
  readonly regime: Regime;
  readonly finding: FindingCode;
  readonly multiplier: number;
  readonly consequence: LocalizedText;
  readonly basis: Basis;
}

/** Everything that a paper lacks, what the law demands first. */
export function missingIn(rows: readonly ContentRow[], regime: string, paper: ContentRow['paper'], held: readonly string[]): ContentRow[] {
  const lacking = rows.filter((row) => row.regime === regime && row.paper === paper && !held.includes(row.code));
  return [...lacking.filter(({ demanded }) => demanded), ...lacking.filter(({ demanded }) => !demanded)];
}

/** What it cannot do without. */
export function demandedIn(rows: readonly ContentRow[], regime: string, paper: ContentRow['paper'], held: readonly string[]): ContentRow[] {
  return missingIn(rows, regime, paper, held).filter(({ demanded }) => demanded);
}

export function consequenceOf(rows: readonly FindingRow[], regime: string, finding: string): FindingRow | null {
  return rows.find((row) => row.regime === regime && row.finding === finding) ?? null;
}
