import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const HOUSE: Basis = { source: '本系统拟定', article: '主体关联规则', status: 'unverified', note: '未见原文规定；关联由人工解除、恢复，重新计算时不改变人的判断' };

/** A person's word that two parties are not to be held together. It outlives every calculation. */
export const SEPARATION_LIFECYCLE = {
  subject: 'infringer-separation',
  label: { zh: '解除主体关联', en: 'Removed link of accused parties' },
  states: {
    separated: { label: { zh: '已解除', en: 'Removed' }, untimed: 'It holds until a person puts the link back' },
    'put-back': { label: { zh: '已恢复', en: 'Put back' }, final: true },
  },
  moves: [
    { from: null, command: 'separate', to: 'separated', permission: 'infringer.judge', guards: ['link-is-there'], requires: ['reason'], emits: ['infringer-separation.separated'], basis: HOUSE },
    { from: 'separated', command: 'put-back', to: 'put-back', permission: 'infringer.judge', requires: ['reason'], emits: ['infringer-separation.put-back'], basis: HOUSE },
  ],
} satisfies Lifecycle;
