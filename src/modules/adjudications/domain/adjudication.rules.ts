import { checkIdentifier } from '../../../kernel/identifiers/index.js';

export type PatentType = 'invention' | 'utility-model' | 'design';
export type Finding = 'infringing' | 'not-infringing';

/** A party of the case in this proceeding, and what it was served. Instants are RFC 3339 UTC. */
export interface PartyAt {
  /** Case-party id. */
  readonly party: string;
  readonly side: 'requester' | 'respondent' | 'third-party';
  /** Without a fixed domicile in the country: thirty days for the answer (第二十二条第一款). */
  readonly abroad: boolean;
  readonly requestServedAt: string | null;
  readonly answeredAt: string | null;
  readonly evidenceServedAt: string | null;
  readonly hearingServedAt: string | null;
  readonly decisionServedAt: string | null;
}

/** A request to declare the patent invalid, accepted by the patent office. */
export interface Invalidity {
  readonly requestNumber: string;
  readonly acceptedAt: string;
  readonly requestedBy: 'respondent' | 'third-party';
  /** The respondent withdrew an earlier one, and asks again. */
  readonly repeated: boolean;
  /** Exception of article 29 under which the case goes on. */
  readonly exception: string | null;
  readonly result: InvalidityResult | null;
}

export const INVALIDITY_RESULTS = ['maintained', 'partly-invalid', 'invalid', 'request-withdrawn'] as const;
export type InvalidityResult = (typeof INVALIDITY_RESULTS)[number];

export interface Hearing {
  readonly at: string;
  readonly place: string;
  readonly online: boolean;
  readonly open: boolean;
  readonly heldAt: string | null;
  /** Respondents that stayed away without a good reason: heard by default (第二十六条). */
  readonly byDefault: readonly string[];
}

export interface Vote {
  readonly member: string;
  readonly finding: Finding;
}

/** How the panel voted. */
export interface Deliberation {
  readonly at: string;
  readonly finding: Finding;
  readonly votes: readonly Vote[];
}

/** An act that is ordered to stop: of what type, on which object, how far (第三十一条第四项). */
export interface StoppedAct {
  readonly type: string;
  readonly object: string;
  readonly scope: string;
}

export interface DecisionMade {
  readonly finding: Finding;
  readonly acts: readonly StoppedAct[];
  readonly measures: readonly string[];
  /** Last day for what has to be done besides stopping, YYYY-MM-DD; stopping is due at once. */
  readonly performBy: string | null;
  readonly at: string;
  /** Decided at once on an earlier finding (第三十四条第一款). */
  readonly direct: boolean;
}

export interface Litigation {
  readonly plaintiff: string;
  readonly court: string;
  readonly number: string;
  readonly filedAt: string;
  readonly result: 'upheld' | 'changed' | 'annulled' | null;
  readonly effectiveAt: string | null;
  /** The court orders another decision. */
  readonly anew: boolean;
}

interface PanelMember {
  readonly account: string;
  readonly role: string;
  readonly credential?: string;
}

const PANEL_ROLES = ['panel-chair', 'panel-member'];

export function panelOf<Member extends PanelMember>(members: readonly Member[]): Member[] {
  return members.filter(({ role }) => PANEL_ROLES.includes(role));
}

/** What is wrong with a panel, as codes: three or more, an odd number (第二十条), one in the chair, everybody once and with a credential (第四条第二款). */
export function panelProblems(members: readonly PanelMember[]): string[] {
  const panel = panelOf(members);
  const problems: readonly (readonly [string, boolean])[] = [
    ['fewer-than-three', panel.length < 3],
    ['even-number', panel.length % 2 === 0],
    ['not-one-chair', panel.filter(({ role }) => role === 'panel-chair').length !== 1],
    ['named-twice', new Set(members.map(({ account }) => account)).size !== members.length],
    ['without-credential', panel.some(({ credential = '' }) => credential.trim() === '')],
  ];
  return problems.flatMap(([code, wrong]) => (wrong ? [code] : []));
}

/** Exactly the panel votes, everybody once. */
export function everybodyVoted(members: readonly PanelMember[], votes: readonly Vote[]): boolean {
  const panel = panelOf(members).map(({ account }) => account).sort();
  const voters = votes.map(({ member }) => member).sort();
  return panel.length === voters.length && panel.every((account, index) => account === voters[index]);
}

/** More than half of the votes (第二十五条第二款). */
export function carries(votes: readonly Vote[], finding: Finding): boolean {
  return votes.filter((vote) => vote.finding === finding).length * 2 > votes.length;
}

const TYPES: Readonly<Record<string, PatentType>> = { 1: 'invention', 2: 'utility-model', 3: 'design', 8: 'invention', 9: 'utility-model' };

/** What a patent number is of; nothing where the text cannot be one. Numbers of before October 2003 carry the type after two digits of the year, later ones after four. */
export function patentOf(text: string): { readonly number: string; readonly type: PatentType } | undefined {
  const { ok, normalized } = checkIdentifier('patent_application', text);
  const type = TYPES[normalized.charAt(/^(?:19|20)\d{10}/.test(normalized) ? 4 : 2)];
  return ok && type !== undefined ? { number: normalized, type } : undefined;
}

/** Suspension is compulsory for rights that nobody examined before they were granted (第二十八条第一款第一项). */
export function mustSuspend(type: string | null, invalidity: Invalidity | null): boolean {
  return type !== 'invention' && invalidity !== null && invalidity.result === null && invalidity.exception === null;
}

interface ExceptionFacts {
  readonly type: string | null;
  readonly evaluation: string | null;
  readonly repeated: boolean;
  /** Number of the effective decision that upheld the patent. */
  readonly upheldBy: string | undefined;
}

/** Does the exception of article 29 rest on a fact of the case? The last one is for the agency to judge. */
export function exceptionHolds(exception: string, { type, evaluation, repeated, upheldBy }: ExceptionFacts): boolean {
  const facts: Readonly<Record<string, boolean>> = { invention: type === 'invention', 'clean-report': type !== 'invention' && evaluation === 'clean', 'second-request': repeated, 'upheld-before': upheldBy !== undefined, other: true };
  return facts[exception] ?? false;
}

/** The order fits the finding: acts with type, object and scope where there is an infringement, none where there is not (第三十一条第四项). */
export function orderFits(finding: unknown, acts: readonly StoppedAct[]): boolean {
  if (finding === 'not-infringing') return acts.length === 0;
  return acts.length > 0 && acts.every(({ type, object, scope }) => [type, object, scope].every((text) => text.trim() !== ''));
}

export function newParty(party: string, side: PartyAt['side'], abroad: boolean): PartyAt {
  return { party, side, abroad, requestServedAt: null, answeredAt: null, evidenceServedAt: null, hearingServedAt: null, decisionServedAt: null };
}

/** The party with what was just recorded of it. */
export function marked(parties: readonly PartyAt[], party: string, what: Partial<Omit<PartyAt, 'party'>>): PartyAt[] {
  return parties.map((one) => (one.party === party ? { ...one, ...what } : one));
}
