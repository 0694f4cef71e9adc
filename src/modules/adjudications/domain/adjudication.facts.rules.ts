import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import type { DecisionMade, Deliberation, Hearing, Invalidity, Litigation, PartyAt } from './adjudication.rules.js';

/** A clock of the proceeding, as gathered under the lock. */
export interface ClockSeen {
  readonly kind: string;
  readonly legalDue: Date | null;
  readonly ended: boolean;
}

/** The columns that guards look at. */
export interface AdjudicationFacts {
  readonly row: {
    readonly id: string;
    readonly state: string;
    readonly agency: string;
    readonly delegate: string | null;
    readonly source: string;
    readonly members: readonly { readonly account: string; readonly role: string; readonly credential?: string }[];
    readonly parties: readonly PartyAt[];
    readonly patentNumber: string | null;
    readonly patentType: string | null;
    readonly claims: readonly number[];
    readonly evaluation: string | null;
    readonly correctedAt: Date | null;
    readonly evidenceDays: number | null;
    readonly registration: string | null;
    readonly invalidity: Invalidity | null;
    readonly standstill: string | null;
    readonly hearing: Hearing | null;
    readonly deliberation: Deliberation | null;
    readonly decision: DecisionMade | null;
    readonly performedAt: Date | null;
    readonly litigation: Litigation | null;
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  /** What was sent, with what was gathered: `now`, `clocks`, `caseParties`, `excluded`, `delegateKind`. */
  readonly input: Readonly<Record<string, unknown>>;
}
export type Row = AdjudicationFacts['row'];
export type Input = AdjudicationFacts['input'];
export type Guards = Readonly<Record<string, Guard<AdjudicationFacts>>>;

const MEASURES = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
export const art = (article: string): Basis => ({ source: MEASURES, article, status: 'verified' });
export const ANSWER_CLOCKS = ['adjudication.answer', 'adjudication.answer-abroad'];

export function partyOf({ parties }: Row, id: unknown): PartyAt | undefined {
  return parties.find(({ party }) => party === id);
}

export function others({ parties }: Row): PartyAt[] {
  return parties.filter(({ side }) => side !== 'requester');
}

export function clocksOf(input: Input): readonly ClockSeen[] {
  return listed(input['clocks']) as readonly ClockSeen[];
}

export function seen(input: Input, wanted: string): boolean {
  return clocksOf(input).some(({ kind }) => kind === wanted);
}

/** No clock of these kinds runs any more: ended, or its last instant has passed. A paused one has no last instant and is not over. */
export function over(input: Input, kinds: readonly string[]): boolean {
  return clocksOf(input).every(({ kind, ended, legalDue }) => !kinds.includes(kind) || ended || (legalDue !== null && legalDue.getTime() < nowOf(input)));
}

/** Last instants of the open clocks of these kinds. */
export function dues(input: Input, kinds: readonly string[]): number[] {
  return clocksOf(input).flatMap(({ kind, ended, legalDue }) => (kinds.includes(kind) && !ended && legalDue !== null ? [legalDue.getTime()] : []));
}

export function absent(all: readonly string[], given: unknown): string[] {
  return all.filter((code) => !listed(given).includes(code));
}

export function nowOf(input: Input): number {
  return instant(input['now']);
}

export function instant(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

/** Last instant of a day in Asia/Shanghai. */
export function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
