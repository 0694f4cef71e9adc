import type { Guard } from '../../../kernel/lifecycle/index.js';
import { paidInAll, paidUp, type StepOffer } from './agreement-term.rules.js';

/** The columns that guards look at. */
export interface TermFacts {
  readonly row: { readonly agency: string; readonly kind: string; readonly notarised: boolean; readonly amount: string | null; readonly paid: string; readonly dueOn: string };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Named predicates. The ways that are open are gathered into the input. */
export const TERM_GUARDS = {
  'wholly-performed': {
    code: 'agreement.not-whole', onInput: true, text: { zh: '尚未全部履行；已付部分请登记为部分履行', en: 'Not performed in full: record what was paid as a part' },
    holds: ({ row, input }: TermFacts) => paidUp(row.amount, paidInAll(row.paid, amountOf(input))),
  },
  'partly-performed': {
    code: 'agreement.no-part', onInput: true, text: { zh: '部分履行仅适用于给付金钱且未付清的条款', en: 'Only money is paid in part, as long as something is left' },
    holds: ({ row, input }: TermFacts) => row.amount !== null && Number(amountOf(input)) > 0 && !paidUp(row.amount, paidInAll(row.paid, amountOf(input))),
  },
  'past-due': {
    code: 'agreement.not-due', text: { zh: '履行期限尚未届满', en: 'The day of performance has not passed' }, basis: { source: '人民调解法', article: '第三十一条第一款', status: 'verified' },
    holds: ({ input }: TermFacts) => input['pastDue'] === true,
  },
  'notary-enforces': {
    code: 'agreement.not-for-notary', text: { zh: '仅行政机关主持达成的专利纠纷调解协议可以经公证赋予强制执行效力，且尚未办理', en: 'A notary makes only an agreement of a patent dispute enforceable, and only once' },
    basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第六十九条第二款', status: 'verified' },
    holds: ({ row }: TermFacts) => row.kind === 'patent' && !row.notarised,
  },
  'way-open': {
    code: 'agreement.way-closed', onInput: true, text: { zh: '该途径在法律上已不能采取', en: 'The law does not leave this way open' },
    holds: ({ input }: TermFacts) => offers(input).some(({ step, open }) => open && step === input['step']),
    details: ({ input }: TermFacts) => offers(input).map(({ step, open, until, basis }) => ({ step, open, until, basis })),
  },
} satisfies Readonly<Record<string, Guard<TermFacts>>>;

function amountOf(input: TermFacts['input']): string {
  return typeof input['amount'] === 'string' ? input['amount'] : '0';
}

function offers(input: TermFacts['input']): readonly StepOffer[] {
  return Array.isArray(input['offers']) ? (input['offers'] as StepOffer[]) : [];
}
