import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

/** Another proceeding of the same case, as its guards see it. */
export interface Sibling {
  /** Kind of subject. */
  readonly kind: string;
  readonly variant: string;
  readonly id: string;
  readonly parentId: string | null;
  readonly number: string;
  readonly state: string;
  readonly ended: boolean;
  readonly marks: readonly string[];
  readonly agency: string;
}

/** What is gathered of the case under its lock. */
export interface Gathered {
  readonly siblings: readonly Sibling[];
  /** Accounts that keep out: recused, or mediators of the same case. */
  readonly excluded: readonly string[];
  /** Undecided requests for recusal in this proceeding. */
  readonly openRecusals: number;
}

export interface CommonFacts {
  readonly row: { readonly id: string; readonly agency: string; readonly members: readonly { readonly account: string; readonly role: string }[] };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const RECUSAL: Basis = { source: '行政处罚法', article: '第四十三条', status: 'verified' };
const TWO: Basis = { source: '行政处罚法', article: '第四十二条', status: 'verified' };

/** Guards that every kind of proceeding has. */
export const COMMON_GUARDS = {
  'in-own-agency': {
    code: 'proceeding.foreign-agency', text: { zh: '该程序不在本单位', en: 'The proceeding is not with the actor’s agency' },
    holds: ({ row, actor }: CommonFacts) => actor.agencies.includes(row.agency),
  },
  'is-member': {
    code: 'proceeding.not-a-member', text: { zh: '本人不是该程序的承办人员', en: 'The actor does not work on this proceeding' },
    holds: ({ row, actor }: CommonFacts) => row.members.some(({ account }) => account === actor.id),
  },
  'actor-not-excluded': {
    code: 'proceeding.actor-excluded', text: { zh: '本人应当回避，不得参与', en: 'The actor has to keep out' }, basis: RECUSAL,
    holds: ({ actor, input }: CommonFacts) => !listed(input['excluded']).includes(actor.id),
  },
  'members-not-excluded': {
    code: 'proceeding.member-excluded', onInput: true, text: { zh: '指定的人员中有应当回避的人员', en: 'Somebody named has to keep out' }, basis: RECUSAL,
    holds: ({ input }: CommonFacts) => accountsOf(input['members']).every((account) => !listed(input['excluded']).includes(account)),
  },
  'no-recusal-open': {
    code: 'proceeding.recusal-open', text: { zh: '回避申请尚未决定', en: 'A request for recusal is undecided' }, basis: RECUSAL,
    holds: ({ input }: CommonFacts) => (input['openRecusals'] ?? 0) === 0,
  },
  'two-officers': {
    code: 'proceeding.two-officers', onInput: true, text: { zh: '执法人员不得少于两人，且均须有执法证件', en: 'There are at least two officers, each with a credential' }, basis: TWO,
    holds: ({ input }: CommonFacts) => new Set(officersOf(input['members'])).size >= 2,
  },
  'recusal-concerns-member': {
    code: 'proceeding.recusal-of-nobody', onInput: true, text: { zh: '被申请回避的不是该程序的承办人员', en: 'Whoever is to keep out does not work on this proceeding' }, basis: RECUSAL,
    holds: ({ row, input }: CommonFacts) => row.members.some(({ account }) => account === input['member']),
  },
  'recusal-is-open': {
    code: 'proceeding.no-recusal-open', onInput: true, text: { zh: '没有这一待决定的回避申请', en: 'There is no such undecided request' }, basis: RECUSAL,
    holds: ({ input }: CommonFacts) => input['requestOpen'] === true,
  },
  'recusal-decided-by-another': {
    code: 'proceeding.own-recusal', onInput: true, text: { zh: '不得自行决定本人的回避', en: 'Nobody decides on his own recusal' }, basis: RECUSAL,
    holds: ({ actor, input }: CommonFacts) => input['requestMember'] !== actor.id,
  },
} satisfies Readonly<Record<string, Guard<CommonFacts>>>;

/** Where a row of another proceeding stands that forbids it. */
export interface Forbidding {
  readonly kind: string;
  readonly variants?: readonly string[];
  readonly states?: readonly string[];
  readonly marks?: readonly string[];
}

/** The siblings that stand in the way. */
export function inTheWay(siblings: readonly Sibling[], { kind, variants, states, marks }: Forbidding): Sibling[] {
  return siblings.filter((one) => one.kind === kind && (variants?.includes(one.variant) ?? true) && stands(one, states, marks));
}

function stands(one: Sibling, states: readonly string[] | undefined, marks: readonly string[] | undefined): boolean {
  if (marks !== undefined) return one.marks.some((mark) => marks.includes(mark));
  return states === undefined ? !one.ended : states.includes(one.state);
}

export function siblingsOf(input: Readonly<Record<string, unknown>>): readonly Sibling[] {
  return listed(input['siblings']) as readonly Sibling[];
}

function officersOf(members: unknown): string[] {
  return (listed(members) as { account?: unknown; role?: unknown; credential?: unknown }[])
    .filter(({ role, credential }) => role === 'officer' && typeof credential === 'string' && credential.trim() !== '').map(({ account }) => String(account));
}

function accountsOf(members: unknown): string[] {
  return (listed(members) as { account?: unknown }[]).map(({ account }) => String(account));
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
