import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { brokenBounds, PUNITIVE_SOURCE, punitiveAmount, unnamedFacts, type Punitive } from './punitive.rules.js';

export const SUIT_SIDES = ['plaintiff', 'defendant', 'third-party'] as const;

/** Somebody in a suit: entry of the case, side, and whether there is no domicile in the country. */
export interface SuitParty {
  readonly party: string;
  readonly side: (typeof SUIT_SIDES)[number];
  readonly abroad: boolean;
}

export const RESULTS = ['granted', 'partly', 'rejected'] as const;

/** What a judgment says. Money in CNY; instants RFC 3339 UTC. */
export interface Judgment {
  readonly number: string;
  readonly judgedAt: string;
  readonly servedAt: string;
  readonly result: (typeof RESULTS)[number];
  /** Damages in all, the punitive part included, expenses not. */
  readonly damages: number;
  readonly expenses: number;
  readonly injunction: boolean;
  readonly punitive: Punitive | null;
}

/** The columns that guards look at. */
export interface SuitFacts {
  readonly row: {
    readonly agency: string; readonly courtAgency: string | null; readonly parties: readonly SuitParty[]; readonly rightTypes: readonly string[]; readonly procedure: string | null; readonly filedAt: Date | null;
    readonly punitiveClaim: object | null; readonly judgment: Judgment | null; readonly finalJudgment: Judgment | null; readonly settlement: object | null; readonly remanded: boolean;
  };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const civil = (article: string, note?: string): Basis => ({ source: '民事诉讼法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const punitive = (article: string): Basis => ({ source: PUNITIVE_SOURCE, article, status: 'verified' });

/** Instants that tell of something that has happened. */
const PAST = ['submittedAt', 'appliedAt', 'ruledAt', 'measuresAt', 'liftedAt', 'filedAt', 'servedAt', 'assignedAt', 'at', 'issuedAt', 'judgedAt', 'appealedAt', 'effectiveAt', 'remandedAt', 'orderedAt', 'withdrawnAt', 'endedAt', 'performedAt'] as const;
const APPEALS = ['civil.appeal', 'civil.appeal-ruling', 'civil.appeal-abroad'] as const;

export const CIVIL_SUIT_GUARDS = {
  'keeps-the-record': {
    code: 'civil-suit.foreign-record', text: { zh: '该诉讼由其他单位登记，且不在本法院', en: 'Another agency keeps this record, and the suit is not with the actor’s court' },
    holds: ({ row, actor }) => actor.agencies.includes(row.agency) || (row.courtAgency !== null && actor.agencies.includes(row.courtAgency)),
  },
  'not-in-advance': {
    code: 'civil-suit.in-advance', onInput: true, text: { zh: '登记的时间晚于现在', en: 'An instant named is still to come' },
    holds: ({ input }) => PAST.every((name) => !later(input[name], input['now'])),
  },
  'parties-of-the-case': {
    code: 'civil-suit.party-unknown', onInput: true, text: { zh: '所列当事人不是本案当事人，请先登记', en: 'Somebody named is no party of the case: enter him first' }, basis: civil('第一百二十二条第一项、第二项'),
    holds: ({ row, input }) => strangers(row, input).length === 0, details: ({ row, input }) => strangers(row, input),
  },
  'both-sides-named': {
    code: 'civil-suit.side-missing', onInput: true, text: { zh: '须有原告（申请人）和明确的被告（被申请人）', en: 'There is a plaintiff and a definite defendant' }, basis: civil('第一百二十二条第一项、第二项'),
    holds: ({ row }) => (['plaintiff', 'defendant'] as const).every((side) => row.parties.some((one) => one.side === side)),
  },
  'security-given': {
    code: 'civil-suit.no-security', onInput: true, text: { zh: '诉前保全申请人应当提供担保，不提供的裁定驳回', en: 'Whoever asks for preservation before suit gives security, or it is refused' }, basis: civil('第一百零四条第一款'),
    holds: ({ input }) => typeof input['security'] === 'string' && input['security'].trim() !== '',
  },
  'sued-in-time': {
    code: 'civil-suit.suit-late', onInput: true, text: { zh: '采取保全措施后三十日内未起诉，应当解除保全；可另行登记起诉', en: 'No suit in thirty days after the measures: the court lifts them; record the suit by itself' }, basis: civil('第一百零四条第三款'),
    holds: ({ input }) => !later(input['submittedAt'], dueOf(input, 'preservation.suit')),
  },
  'lifting-ground-holds': {
    code: 'civil-suit.thirty-days-run', onInput: true, text: { zh: '三十日尚未届满，不能以未起诉为由解除保全', en: 'The thirty days are not over: want of a suit is no ground yet' }, basis: civil('第一百零四条第三款'),
    holds: ({ input }) => input['ground'] !== 'no-suit' || later(input['liftedAt'], dueOf(input, 'preservation.suit')),
  },
  'no-new-punitive-on-appeal': {
    code: 'civil-suit.punitive-too-late', onInput: true, text: { zh: '惩罚性赔偿须在一审法庭辩论终结前提出；二审中增加的，调解不成应当另行起诉', en: 'Punitive damages are asked for before the argument of first instance ends; on appeal only a settlement or another suit is left' }, basis: punitive('第二条第二款'),
    holds: ({ row, input }) => input['secondInstance'] !== true || row.punitiveClaim !== null || input['punitive'] === undefined,
  },
  'number-free': {
    code: 'civil-suit.number-taken', onInput: true, text: { zh: '该法院的这一案号已经登记', en: 'This number of the court is recorded already' },
    holds: ({ input }) => input['numberTaken'] !== true,
  },
  'body-mediates': {
    code: 'civil-suit.no-mediation-body', onInput: true, text: { zh: '所指单位不是调解组织', en: 'The agency named is no body of mediators' }, basis: { source: '最高人民法院关于人民法院特邀调解的规定', article: '第十一条', status: 'verified' },
    holds: ({ input }) => listed(input['mediationBodies']).includes(input['body']),
  },
  'ordered-for-a-party': {
    code: 'civil-suit.order-for-stranger', onInput: true, text: { zh: '调查令只能发给本诉讼当事人的代理律师', en: 'An investigation order goes to the lawyer of a party of the suit' },
    holds: ({ row, input }) => row.parties.some(({ party }) => party === input['party']),
  },
  'appeal-lies': {
    code: 'civil-suit.one-instance', text: { zh: '小额诉讼一审终审，应登记为终审判决', en: 'Small claims end with the first instance: record the judgment as final' }, basis: civil('第一百六十五条第一款'),
    holds: ({ row }) => row.procedure !== 'small-claims',
  },
  'small-claims': {
    code: 'civil-suit.two-instances', text: { zh: '只有小额诉讼一审终审，本判决可以上诉', en: 'Only small claims end with the first instance: this judgment can be appealed' }, basis: civil('第一百六十五条第一款、第一百七十一条'),
    holds: ({ row }) => row.procedure === 'small-claims',
  },
  'punitive-claimed': {
    code: 'civil-suit.punitive-unclaimed', onInput: true, text: { zh: '原告没有请求惩罚性赔偿', en: 'The plaintiff did not ask for punitive damages' }, basis: punitive('第二条第一款'),
    holds: ({ row, input }) => punitiveOf(input) === null || row.punitiveClaim !== null,
  },
  'punitive-adds-up': {
    code: 'civil-suit.punitive-sum', onInput: true, text: { zh: '惩罚性赔偿数额不等于基数乘以倍数', en: 'The punitive sum is not base times factor' }, basis: punitive('第五条、第六条'),
    holds: ({ input }) => holdsFor(input, (given) => given.amount === punitiveAmount(given)), details: ({ input }) => ({ expected: punitiveAmount(punitiveOf(input) ?? { base: 0, factor: 0 }) }),
  },
  'factor-in-law': {
    code: 'civil-suit.factor-out-of-law', onInput: true, text: { zh: '倍数超出该权利法律规定的幅度', en: 'The factor is not within what the law of the right allows' }, basis: punitive('第六条第一款'),
    holds: ({ row, input }) => holdsFor(input, ({ factor }) => brokenBounds(row.rightTypes, factor).length === 0), details: ({ row, input }) => brokenBounds(row.rightTypes, punitiveOf(input)?.factor ?? 0).map(({ least, most, basis }) => ({ least, most, basis })),
  },
  'punitive-facts-named': {
    code: 'civil-suit.punitive-facts', onInput: true, text: { zh: '须写明故意和情节严重的事实', en: 'Facts of wilfulness and of gravity are named' }, basis: punitive('第三条、第四条'),
    holds: ({ input }) => holdsFor(input, (given) => unnamedFacts(given).length === 0), details: ({ input }) => { const given = punitiveOf(input); return given === null ? [] : unnamedFacts(given); },
  },
  'damages-hold-punitive': {
    code: 'civil-suit.damages-too-small', onInput: true, text: { zh: '赔偿总额小于惩罚性赔偿数额', en: 'The damages are less than their punitive part' }, basis: punitive('第五条'),
    holds: ({ input }) => holdsFor(input, ({ amount }) => Number(input['damages'] ?? 0) >= amount),
  },
  'appellant-in-suit': {
    code: 'civil-suit.appellant-unknown', onInput: true, text: { zh: '上诉人不是本诉讼当事人', en: 'Whoever appeals is no party of the suit' }, basis: civil('第一百七十一条'),
    holds: ({ row, input }) => row.parties.some(({ party }) => party === input['appellant']),
  },
  'appeal-in-time': {
    code: 'civil-suit.appeal-late', onInput: true, text: { zh: '该当事人的上诉期已过', en: 'The time for this party to appeal is over' }, basis: civil('第一百七十一条', '境内无住所的当事人：第二百八十六条'),
    holds: ({ row, input }) => !later(input['appealedAt'], appealDue(row, input)),
  },
  'appeal-time-over': {
    code: 'civil-suit.appeal-time-runs', text: { zh: '上诉期尚未届满，判决、裁定未生效', en: 'The time to appeal still runs: nothing is effective yet' }, basis: civil('第一百五十八条'),
    holds: ({ input }) => APPEALS.every((kind) => dueOf(input, kind) === undefined || later(input['now'], dueOf(input, kind))),
  },
  'remanded-once': {
    code: 'civil-suit.remanded-before', text: { zh: '发回重审后再上诉的，不得再次发回', en: 'It was remanded once: not again' }, basis: civil('第一百七十七条第二款'),
    holds: ({ row }) => !row.remanded,
  },
  'never-filed': {
    code: 'civil-suit.was-filed', text: { zh: '本案已立案，应指令审理', en: 'The suit was filed: its trial is ordered' }, basis: civil('第一百七十八条'),
    holds: ({ row }) => row.filedAt === null,
  },
  'was-filed': {
    code: 'civil-suit.was-not-filed', text: { zh: '本案未立案，应指令立案', en: 'The suit was not filed: its filing is ordered' }, basis: civil('第一百七十八条'),
    holds: ({ row }) => row.filedAt !== null,
  },
  'ordinary-limit': {
    code: 'civil-suit.no-ordinary-limit', text: { zh: '不适用普通程序审限', en: 'The limit of the ordinary procedure does not bind' }, basis: civil('第一百五十二条、第二百八十七条'),
    holds: ({ row }) => row.procedure === 'ordinary' && bound(row),
  },
  'simple-limit': {
    code: 'civil-suit.no-simple-limit', text: { zh: '不适用简易程序审限', en: 'The limit of the simple procedure does not bind' }, basis: civil('第一百六十四条'),
    holds: ({ row }) => row.procedure === 'simple',
  },
  'small-claims-limit': {
    code: 'civil-suit.no-small-claims-limit', text: { zh: '不适用小额诉讼审限', en: 'The limit of small claims does not bind' }, basis: civil('第一百六十八条'),
    holds: ({ row }) => row.procedure === 'small-claims',
  },
  'limit-binds': {
    code: 'civil-suit.no-limit', text: { zh: '涉外案件不受二审审限限制', en: 'No limit binds a case with foreign elements' }, basis: civil('第二百八十七条'),
    holds: ({ row }) => bound(row),
  },
  'some-at-home': {
    code: 'civil-suit.all-abroad', text: { zh: '当事人在境内均无住所', en: 'No party has its domicile in the country' }, basis: civil('第一百七十一条'),
    holds: ({ row }) => row.parties.some(({ abroad }) => !abroad),
  },
  'some-abroad': {
    code: 'civil-suit.all-at-home', text: { zh: '当事人在境内均有住所', en: 'All parties have their domicile in the country' }, basis: civil('第二百八十六条'),
    holds: ({ row }) => !bound(row),
  },
  'something-to-perform': {
    code: 'civil-suit.nothing-decided', text: { zh: '没有需要履行的内容', en: 'There is nothing to perform' }, basis: civil('第二百五十条'),
    holds: ({ row }) => toPerform(row),
  },
  'has-something-to-perform': {
    code: 'civil-suit.nothing-to-perform', text: { zh: '诉讼请求已被驳回，没有需要履行、执行的内容', en: 'The claims were rejected: there is nothing to perform or enforce' }, basis: civil('第二百四十七条'),
    holds: ({ row }) => toPerform(row),
  },
  'nothing-left-to-enforce': {
    code: 'civil-suit.still-enforceable', text: { zh: '仍有需要履行的内容，申请执行的二年期间尚未届满', en: 'There is still something to perform, and the two years to ask for enforcement run' }, basis: civil('第二百五十条'),
    holds: ({ row, input }) => !toPerform(row) || (dueOf(input, 'execution.application') !== undefined && later(input['now'], dueOf(input, 'execution.application'))),
  },
} satisfies Readonly<Record<string, Guard<SuitFacts>>>;

/** The limits of trial do not bind where a party has no domicile in the country (第二百八十七条). */
function bound({ parties }: SuitFacts['row']): boolean {
  return parties.every(({ abroad }) => !abroad);
}

function toPerform({ judgment, finalJudgment, settlement }: SuitFacts['row']): boolean {
  return settlement !== null || ((finalJudgment ?? judgment)?.result ?? 'rejected') !== 'rejected';
}

function appealDue({ parties }: SuitFacts['row'], input: SuitFacts['input']): Date | undefined {
  if (parties.some(({ party, abroad }) => party === input['appellant'] && abroad)) return dueOf(input, 'civil.appeal-abroad');
  return input['ruling'] === true ? dueOf(input, 'civil.appeal-ruling') : dueOf(input, 'civil.appeal');
}

function strangers({ parties }: SuitFacts['row'], input: SuitFacts['input']): string[] {
  return parties.map(({ party }) => party).filter((party) => !listed(input['caseParties']).includes(party));
}

function punitiveOf(input: SuitFacts['input']): Punitive | null {
  return (input['punitive'] as Punitive | undefined) ?? null;
}

function holdsFor(input: SuitFacts['input'], holds: (given: Punitive) => boolean): boolean {
  const given = punitiveOf(input);
  return given === null || holds(given);
}

function dueOf(input: SuitFacts['input'], kind: string): Date | undefined {
  return (input['dues'] as Readonly<Record<string, Date>> | undefined)?.[kind];
}

/** False where either is not known. */
function later(one: unknown, other: unknown): boolean {
  return instantOf(one) > instantOf(other);
}

function instantOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
