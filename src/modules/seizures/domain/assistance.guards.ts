import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { HOLDING_GUARDS, type HoldingFacts } from './holding.guards.js';

type AssistanceFacts = HoldingFacts & { readonly row: { readonly delayToldAt?: Date | null } };

const BASIS: Basis = { source: '市场监督管理行政处罚程序规定', article: '第四十五条第二款', status: 'verified' };

export const ASSISTANCE_GUARDS = {
  'belongs-to-penalty': HOLDING_GUARDS['belongs-to-penalty'],
  'nothing-in-advance': HOLDING_GUARDS['nothing-in-advance'],
  'delay-told-in-time': {
    code: 'assistance.delay-too-late', onInput: true, text: { zh: '延期应当在期限届满前告知提出请求的部门', en: 'A delay is told before the time runs out' }, basis: BASIS,
    holds: ({ input }) => typeof input['due'] === 'string' && Date.parse(String(input['at'])) <= Date.parse(input['due']) && HOLDING_GUARDS['nothing-in-advance'].holds({ row: { id: '', parentId: null }, input }),
  },
  'first-delay': {
    code: 'assistance.delayed-before', text: { zh: '已经延期一次', en: 'It was put off before' }, basis: { ...BASIS, note: '条文未限次数；本系统只登记一次延期' },
    holds: ({ row }) => (row.delayToldAt ?? null) === null,
  },
} satisfies Readonly<Record<string, Guard<AssistanceFacts>>>;
