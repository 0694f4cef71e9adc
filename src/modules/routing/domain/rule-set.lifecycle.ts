import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

/** No statute says how an office changes the rules by which it distributes; it answers for the distribution all the same. */
const basis: Basis = { source: '市场监督管理投诉举报处理办法（市场监管总局令第121号）', article: '第四十一条', status: 'unverified', note: '分送职责的解读：规则由一人起草、另一人发布，为本系统的内部控制' };

/** A rule set from draft to retirement. Whether a published one decides follows from its first day. */
export const RULE_SET_LIFECYCLE = {
  subject: 'rule-set',
  label: { zh: '分派规则集', en: 'Rule set of the routing' },
  states: {
    draft: { label: { zh: '草案', en: 'Draft' }, untimed: 'A draft may rest as long as its authors like' },
    submitted: { label: { zh: '待发布', en: 'Submitted' }, untimed: 'The rules in force go on deciding until somebody publishes it' },
    published: { label: { zh: '已发布', en: 'Published' }, untimed: 'Decides from its first day until the first day of a later one' },
    retired: { label: { zh: '已停用', en: 'Retired' }, final: true },
  },
  moves: [
    { from: null, command: 'draft', to: 'draft', permission: 'routing.draft', emits: ['rule-set.drafted'], basis },
    { from: 'draft', command: 'revise', to: 'draft', permission: 'routing.draft', emits: ['rule-set.revised'], basis },
    { from: 'draft', command: 'submit', to: 'submitted', permission: 'routing.draft', guards: ['without-problems'], emits: ['rule-set.submitted'], basis },
    { from: 'submitted', command: 'send-back', to: 'draft', permission: 'routing.publish', guards: ['of-the-distributing-bureau'], requires: ['reason'], emits: ['rule-set.sent-back'], basis },
    {
      from: 'submitted', command: 'publish', to: 'published', permission: 'routing.publish', requires: ['effectiveFrom'], emits: ['rule-set.published'], basis,
      guards: ['of-the-distributing-bureau', 'not-its-author', 'without-problems', 'tried-on-past-matters', 'first-day-not-past', 'first-day-after-others'],
    },
    { from: 'published', command: 'retire', to: 'retired', permission: 'routing.publish', emits: ['rule-set.retired'], basis },
  ],
} as const satisfies Lifecycle;
