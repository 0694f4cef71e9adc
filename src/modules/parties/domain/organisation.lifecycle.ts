import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CODES = '组织机构统一社会信用代码管理办法（总局令第112号）';
const from = (article: string): Basis => ({ source: CODES, article, status: 'verified' });
const DEREGISTRATION: Basis = { source: '市场主体登记管理条例', article: '第三十一条', status: 'unverified', note: '登记机关办理注销，本系统只作标注' };

/** An entry of the register. Nothing is lost by any of its moves, and each but a correction has one that leads back. */
export const ORGANISATION_LIFECYCLE = {
  subject: 'organisation',
  label: { zh: '组织机构', en: 'Organisation' },
  states: {
    registered: { label: { zh: '在册', en: 'On the register' }, untimed: 'A register entry waits for nothing' },
    merged: { label: { zh: '已并入', en: 'Merged into another entry' }, untimed: 'Stays as a pointer; a mistaken merger is undone' },
    'struck-off': { label: { zh: '已注销或撤销', en: 'Struck off' }, untimed: 'Stays readable for cases of its time' },
  },
  moves: [
    { from: null, command: 'register', to: 'registered', permission: 'party.write', emits: ['organisation.registered'], basis: from('第十六条') },
    { from: 'registered', command: 'correct', to: 'registered', permission: 'party.write', guards: ['code-stays'], requires: ['reason'], emits: ['organisation.corrected'], basis: from('第十三条') },
    { from: 'struck-off', command: 'correct', to: 'struck-off', permission: 'party.write', guards: ['code-stays'], requires: ['reason'], emits: ['organisation.corrected'], basis: from('第十三条') },
    { from: 'registered', command: 'merge', to: 'merged', permission: 'party.write', guards: ['without-code', 'into-a-code'], requires: ['into', 'reason'], emits: ['organisation.merged'], basis: from('第九条') },
    { from: 'merged', command: 'unmerge', to: 'registered', permission: 'party.write', requires: ['reason'], emits: ['organisation.unmerged'], basis: from('第九条') },
    { from: 'registered', command: 'strike-off', to: 'struck-off', permission: 'party.write', requires: ['reason'], emits: ['organisation.struck-off'], basis: DEREGISTRATION },
    { from: 'struck-off', command: 'reinstate', to: 'registered', permission: 'party.write', requires: ['reason'], emits: ['organisation.reinstated'], basis: DEREGISTRATION },
  ],
} as const satisfies Lifecycle;
