import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const MEDIATION_KINDS = ['people', 'entrusted', 'court-assigned', 'consumer', 'administrative', 'patent'] as const;
export type MediationKind = (typeof MEDIATION_KINDS)[number];

/** At which point of a suit the court asks for mediation (特邀调解规定第十一条). */
export const COURT_STAGES = ['before-filing', 'ordinary', 'simple'] as const;
export type CourtStage = (typeof COURT_STAGES)[number];

export type Side = 'claimant' | 'respondent';

/** A party of the case in a mediation. Instants RFC 3339 UTC. */
export interface MediationParty {
  /** Row of the parties of the case. */
  readonly party: string;
  readonly side: Side;
  readonly consent: 'given' | 'refused';
  readonly consentAt: string;
  readonly how: string;
}

/** What one party promises another. Amounts in CNY with two decimals; days YYYY-MM-DD, Asia/Shanghai. */
export interface AgreedTerm {
  readonly debtor: string;
  readonly creditor: string;
  readonly text: string;
  readonly amount: string | null;
  readonly due: string;
}

export interface Signature {
  /** Party of the case, or account of a mediator. */
  readonly signer: string;
  readonly as: 'party' | 'mediator';
  readonly at: string;
  readonly how: 'signed' | 'sealed' | 'fingerprint' | 'electronic';
}

export interface Agreement {
  readonly form: 'written' | 'oral';
  /** Main facts and what was in dispute (人民调解法第二十九条). */
  readonly facts: string;
  /** Why no paper is made, where none is (办法第二十四条第一款). */
  readonly withoutPaper: 'performed-at-once' | 'both-agree' | null;
  readonly partial: boolean;
  /** What is still in dispute after a partial agreement. */
  readonly left: string | null;
  readonly terms: readonly AgreedTerm[];
  readonly reachedAt: string;
  readonly signatures: readonly Signature[];
}

/** A subject of dispute, and by which kinds of mediation it can be settled; none: it cannot be mediated. */
export interface Matter {
  readonly code: string;
  readonly label: LocalizedText;
  readonly kinds: readonly MediationKind[];
  /** Paper that the request cannot do without. */
  readonly paper?: LocalizedText;
  readonly basis: Basis;
}

/** Why a mediation ends without an agreement, and under which procedures the ground exists. */
export interface TerminationGround {
  readonly code: string;
  readonly label: LocalizedText;
  readonly kinds: readonly MediationKind[];
  readonly basis: Basis;
}

export type Confirmable = 'yes' | 'explored' | 'no';

/**
 * Whether a court confirms an agreement of this kind. Those of mediation organisations are confirmed (民事诉讼法第二百零五条); those that
 * an agency mediated only where a court tries it out (广东省知识产权保护条例第二十四条第三款); after filing the court writes its own paper (特邀调解规定第二十条).
 */
export function confirmable(kind: string, stage: string | null): Confirmable {
  if (kind === 'people') return 'yes';
  if (kind === 'court-assigned') return stage === 'before-filing' ? 'yes' : 'no';
  return 'explored';
}

/** Everybody who has to sign: each party that consented, and each mediator. */
export function missingSignatures(parties: readonly MediationParty[], mediators: readonly string[], signatures: readonly Signature[]): string[] {
  const signed = (as: Signature['as']): ReadonlySet<string> => new Set(signatures.filter((one) => one.as === as).map(({ signer }) => signer));
  const [byParties, byMediators] = [signed('party'), signed('mediator')];
  return [...parties.filter(({ consent }) => consent === 'given').map(({ party }) => party).filter((party) => !byParties.has(party)), ...mediators.filter((one) => !byMediators.has(one))];
}

/** In force with the last signature (人民调解法第二十九条第二款); an oral one on reaching it (第三十条). */
export function effectiveAt({ form, reachedAt, signatures }: Agreement): string {
  return form === 'oral' ? reachedAt : [reachedAt, ...signatures.map(({ at }) => at)].sort().at(-1) ?? reachedAt;
}

/** What is wrong with the terms, by code; nothing is in the way where the list is empty. */
export function termProblems(terms: readonly AgreedTerm[], parties: readonly MediationParty[]): string[] {
  const consenting = new Set(parties.filter(({ consent }) => consent === 'given').map(({ party }) => party));
  return [
    ...(terms.length === 0 ? ['no-terms'] : []),
    ...terms.flatMap(({ debtor, creditor }, index) => [
      ...(debtor === creditor ? [`term-${index + 1}: same-party`] : []),
      ...(consenting.has(debtor) && consenting.has(creditor) ? [] : [`term-${index + 1}: party-without-consent`]),
    ]),
  ];
}

/** The side of somebody in a case; witnesses, agents and platforms have none. */
export function sideOf(role: string): Side | null {
  if (role === 'complainant-right-holder') return 'claimant';
  return role === 'respondent' ? 'respondent' : null;
}

/** Whoever asked for the mediation consents by asking; what was said otherwise stays. */
export function withRequest(parties: readonly MediationParty[], requesters: readonly string[], at: Date): MediationParty[] {
  const silent = requesters.filter((requester) => !parties.some(({ party }) => party === requester));
  return [...parties, ...silent.map((party): MediationParty => ({ party, side: 'claimant', consent: 'given', consentAt: at.toISOString(), how: 'request' }))];
}

/** The parties after one of them has said yes or no; what was said before is replaced. */
export function withConsent(parties: readonly MediationParty[], said: MediationParty): MediationParty[] {
  return [...parties.filter(({ party }) => party !== said.party), said];
}

export function bothSides(parties: readonly Pick<MediationParty, 'side'>[]): boolean {
  return (['claimant', 'respondent'] as const).every((side) => parties.some((one) => one.side === side));
}

const PATENT_MATTER = 'other-patent-dispute';
const BY_RIGHT: Readonly<Record<string, string>> = { trademark: 'trademark-damages', special_mark: 'trademark-damages', patent: PATENT_MATTER, copyright: 'copyright-dispute' };

/**
 * Which mediation a complaint asks for: consumers and patent disputes with the agency in charge have procedures of their own;
 * what is with a body of mediators is people's mediation, whatever it is about.
 */
export function askedFor({ classification, rightType, byBody }: { readonly classification: string; readonly rightType: string; readonly byBody: boolean }): { kind: MediationKind; matter: string } {
  const consumer = classification === 'consumer-complaint';
  const patent = classification === 'patent-mediation';
  const matter = consumer ? 'consumer-dispute' : patent ? PATENT_MATTER : (BY_RIGHT[rightType] ?? 'other-civil-claim');
  if (byBody) return { kind: 'people', matter };
  return { matter, kind: consumer ? 'consumer' : patent ? 'patent' : 'administrative' };
}
