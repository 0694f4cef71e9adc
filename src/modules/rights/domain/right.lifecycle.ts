import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const ORDER_81 = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const PROOF: Basis = { source: ORDER_81, article: '第十四条第一款第二项', status: 'verified', note: '专利；其他权利类型参照' };
const STANDING: Basis = { source: ORDER_81, article: '第十二条', status: 'verified', note: '专利；其他权利类型参照' };
const OWN: Basis = { source: '本系统登记规则', article: '误登条目的撤销与恢复', status: 'unverified', note: '不改变权利的法律状态' };

const staying = (command: string, guards: readonly string[], requires: readonly string[], emits: string, basis: Basis): Move => ({ from: 'registered', command, to: 'registered', permission: 'right.write', guards, requires, emits: [emits], basis });

/** An entry of the register. What the office says of the right itself is a column, with its day and source. */
export const RIGHT_LIFECYCLE = {
  subject: 'right',
  label: { zh: '知识产权权利', en: 'Right' },
  states: {
    registered: { label: { zh: '在册', en: 'On the register' }, untimed: 'A register entry waits for nothing; validity is a day that is shown' },
    'struck-off': { label: { zh: '误登撤销', en: 'Struck off as entered by mistake' }, untimed: 'Stays readable for cases that named it' },
  },
  moves: [
    { from: null, command: 'register', to: 'registered', permission: 'right.write', emits: ['right.registered'], basis: PROOF },
    staying('correct', [], ['reason'], 'right.corrected', PROOF),
    staying('add-holder', ['party-known'], ['reason'], 'right.holder-added', STANDING),
    staying('end-holder', ['entry-open'], ['entry', 'reason'], 'right.holder-ended', STANDING),
    staying('add-licence', ['party-known', 'licence-above-known'], ['reason'], 'right.licence-added', STANDING),
    staying('end-licence', ['entry-open'], ['entry', 'reason'], 'right.licence-ended', STANDING),
    { from: 'registered', command: 'strike-off', to: 'struck-off', permission: 'right.write', requires: ['reason'], emits: ['right.struck-off'], basis: OWN },
    { from: 'struck-off', command: 'reinstate', to: 'registered', permission: 'right.write', requires: ['reason'], emits: ['right.reinstated'], basis: OWN },
  ],
} as const satisfies Lifecycle;
