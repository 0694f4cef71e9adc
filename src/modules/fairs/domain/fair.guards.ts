import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { daysOf } from './fair.rules.js';

/** Days are YYYY-MM-DD, Asia/Shanghai. */
export interface FairFacts {
  readonly row: { readonly agency: string; readonly startsOn: string; readonly endsOn: string; readonly hasDesk: boolean };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const guangdong = (article: string): Basis => ({ source: '广东省知识产权保护条例', article, status: 'verified' });
const BAR: Basis = { source: '展会知识产权保护办法', article: '第三十一条', status: 'verified' };

export function fairGuards(desk: { readonly days: number; readonly basis: Basis }): GuardSet<FairFacts> {
  return {
    'in-own-agency': {
      code: 'fair.foreign-agency', text: { zh: '该展会不由本单位驻点', en: 'The fair is not with the actor’s agency' },
      holds: ({ row, actor }) => actor.agencies.includes(row.agency),
    },
    'dates-in-order': {
      code: 'fair.dates', onInput: true, text: { zh: '展会不得早于今日结束，结束日不得早于开始日', en: 'A fair ends on or after its first day, and not before today' },
      holds: ({ row, input }) => row.startsOn <= row.endsOn && typeof input['today'] === 'string' && row.endsOn >= input['today'],
    },
    'desk-where-needed': {
      code: 'fair.desk-missing', onInput: true, text: { zh: '三天以上的展会应当设立知识产权纠纷处理机构', en: 'A fair of three days or more has a desk for disputes' }, basis: desk.basis,
      holds: ({ row }) => row.hasDesk || daysOf(row.startsOn, row.endsOn) < desk.days,
    },
    'has-begun': {
      code: 'fair.not-begun', text: { zh: '展会尚未开始', en: 'The fair has not begun' },
      holds: ({ row, input }) => typeof input['today'] === 'string' && row.startsOn <= input['today'],
    },
    'exhibitor-known': {
      code: 'fair.exhibitor-unknown', onInput: true, text: { zh: '参展方未在主体登记中', en: 'The exhibitor is not on the register of organisations' },
      holds: ({ input }) => input['exhibitorKnown'] === true,
    },
    'stall-free': {
      code: 'fair.stall-taken', onInput: true, text: { zh: '该展位号已登记', en: 'This stall is taken already' },
      holds: ({ input }) => input['stallTaken'] !== true,
    },
    'clause-signed': {
      code: 'fair.clause-unsigned', onInput: true, text: { zh: '招展时应当与参展方签订有知识产权保护条款的合同', en: 'The contract with an exhibitor has a clause on intellectual property' }, basis: guangdong('第三十一条第一款'),
      holds: ({ input }) => input['clauseSigned'] === true,
    },
    'not-barred': {
      code: 'fair.exhibitor-barred', onInput: true, text: { zh: '参展方连续两次以上侵权成立，不得参加本届展会', en: 'Two findings in a row: the exhibitor is barred from this fair' }, basis: BAR,
      holds: ({ input }) => listed(input['barring']).length === 0, details: ({ input }) => listed(input['barring']),
    },
  } satisfies Readonly<Record<string, Guard<FairFacts>>>;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
