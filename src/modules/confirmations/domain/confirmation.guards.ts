import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { contentsRefused, NOT_ACCEPTED, REJECTED } from './confirmation.rules.js';

/** The columns that guards look at. */
export interface ConfirmationFacts {
  readonly row: { readonly agency: string; readonly matters: readonly string[]; readonly parties: readonly string[]; readonly courtAgency: string | null };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const CIVIL = '民事诉讼法';
const READING = '最高人民法院关于适用《民事诉讼法》的解释';
const law = (source: string, article: string): Basis => ({ source, article, status: 'verified' });

/** Named predicates. The last days, read from the clocks, are gathered into the input. */
export const CONFIRMATION_GUARDS = {
  'joint-application': {
    code: 'confirmation.not-joint', onInput: true, text: { zh: '须由双方当事人共同申请', en: 'Both parties apply together' }, basis: law(CIVIL, '第二百零五条'),
    holds: ({ row, input }: ConfirmationFacts) => row.parties.length > 0 && row.parties.every((party) => listed(input['applicants']).includes(party)),
    details: ({ row, input }: ConfirmationFacts) => row.parties.filter((party) => !listed(input['applicants']).includes(party)),
  },
  'within-thirty-days': {
    code: 'confirmation.door-closed', onInput: true, text: { zh: '自调解协议生效之日起三十日的申请期限已过', en: 'The thirty days from the agreement taking effect are over' }, basis: law(CIVIL, '第二百零五条'),
    holds: ({ input }: ConfirmationFacts) => typeof input['applyBy'] === 'string' && Date.parse(String(input['appliedAt'])) <= Date.parse(input['applyBy']),
    details: ({ input }: ConfirmationFacts) => ({ lastInstant: input['applyBy'] }),
  },
  'not-ahead-of-time': {
    code: 'confirmation.in-future', onInput: true, text: { zh: '申请时间不能晚于现在', en: 'An application is not of the future' },
    holds: ({ input }: ConfirmationFacts) => input['ahead'] !== true,
  },
  'can-be-confirmed': {
    code: 'confirmation.contents-excluded', onInput: true, text: { zh: '协议内容属于人民法院不予受理司法确认的情形', en: 'The agreement holds what no court confirms' }, basis: law(READING, '第三百五十五条第一款'),
    holds: ({ row, input }: ConfirmationFacts) => contentsRefused(row.matters, listed(input['contents']) as string[]).length === 0,
    details: ({ row, input }: ConfirmationFacts) => contentsRefused(row.matters, listed(input['contents']) as string[]),
  },
  'court-known': {
    code: 'confirmation.court-unknown', onInput: true, text: { zh: '没有这一法院', en: 'There is no such court in the list' }, basis: law(CIVIL, '第二百零五条'),
    holds: ({ input }: ConfirmationFacts) => input['courtKnown'] === true,
  },
  'court-as-proposed-or-reason': {
    code: 'confirmation.court-unreasoned', onInput: true, text: { zh: '向所建议法院以外的法院申请的，须说明理由', en: 'Another court than the one proposed needs a reason' }, basis: law(CIVIL, '第二百零五条'),
    holds: ({ input }: ConfirmationFacts) => listed(input['proposed']).includes(input['court']) || (typeof input['courtReason'] === 'string' && input['courtReason'].trim() !== ''),
    details: ({ input }: ConfirmationFacts) => ({ proposed: listed(input['proposed']) }),
  },
  'all-told': {
    code: 'confirmation.party-not-told', onInput: true, text: { zh: '须告知每一方当事人', en: 'Every party has to be told' },
    holds: ({ row, input }: ConfirmationFacts) => row.parties.every((party) => listed(input['told']).includes(party)),
    details: ({ row, input }: ConfirmationFacts) => row.parties.filter((party) => !listed(input['told']).includes(party)),
  },
  'at-the-court': {
    code: 'confirmation.other-court', text: { zh: '不是受理法院的联络员', en: 'The actor is not at the court that has it' },
    holds: ({ row, actor }: ConfirmationFacts) => row.courtAgency !== null && actor.agencies.includes(row.courtAgency),
  },
  'non-acceptance-ground': {
    code: 'confirmation.ground-unknown', onInput: true, text: { zh: '不是不予受理的法定情形', en: 'No ground of not accepting' }, basis: law(READING, '第三百五十五条第一款'),
    holds: ({ input }: ConfirmationFacts) => NOT_ACCEPTED.some(({ code }) => code === input['ground']),
  },
  'rejection-ground': {
    code: 'confirmation.rejection-unknown', onInput: true, text: { zh: '不是驳回申请的法定情形', en: 'No ground of rejection' }, basis: law(READING, '第三百五十五条第二款、第三百五十八条'),
    holds: ({ input }: ConfirmationFacts) => [...NOT_ACCEPTED, ...REJECTED].some(({ code }) => code === input['ground']),
  },
  'objection-in-time': {
    code: 'confirmation.objection-late', onInput: true, text: { zh: '提出异议的期限已过', en: 'The time to object is over' }, basis: law(READING, '第三百七十二条第二款'),
    holds: ({ input }: ConfirmationFacts) => typeof input['objectBy'] === 'string' && Date.parse(String(input['objectedAt'])) <= Date.parse(input['objectBy']),
    details: ({ input }: ConfirmationFacts) => ({ lastInstant: input['objectBy'] ?? null }),
  },
  'term-in-default': {
    code: 'confirmation.nothing-in-default', text: { zh: '没有拒绝履行或者未全部履行的条款', en: 'No term is in default' }, basis: law(CIVIL, '第二百零六条'),
    holds: ({ input }: ConfirmationFacts) => (listed(input['siblings']) as { kind?: unknown; state?: unknown; parentId?: unknown }[]).some(({ kind, state }) => kind === 'agreement-term' && (state === 'defaulted' || state === 'handed-on')),
  },
  'execution-in-time': {
    code: 'confirmation.execution-late', text: { zh: '申请执行的二年期间已过', en: 'The two years to apply for enforcement are over' }, basis: law(CIVIL, '第二百五十条'),
    holds: ({ input }: ConfirmationFacts) => input['executionOver'] !== true,
    details: ({ input }: ConfirmationFacts) => ({ lastInstant: input['executeBy'] ?? null }),
  },
} satisfies Readonly<Record<string, Guard<ConfirmationFacts>>>;

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
