import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const OURS: Basis = { source: '潮办发〔2021〕2号', article: '第1项、第17项', status: 'unverified', note: '措施要求加强督办、统一线索处理；催办的程序与答复期限未见于所读文本，由本系统拟定' };
const ANSWER = 'urging.answer';

/** 催办: somebody asks whoever has a case to get on with it, and is answered. Its clock is one of the house, beside those of the case. */
export const URGING_LIFECYCLE = {
  subject: 'urging',
  label: { zh: '催办', en: 'Urging' },
  states: {
    sent: { label: { zh: '待答复', en: 'To be answered' }, clocks: [ANSWER] },
    answered: { label: { zh: '已答复', en: 'Answered' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  moves: [
    { from: null, command: 'send', to: 'sent', permission: 'urging.send', guards: ['case-worked-on', 'sender-of-channel', 'letter-named'], requires: ['reason'], clocks: { start: [ANSWER] }, emits: ['urging.sent'], basis: OURS },
    { from: null, command: 'record', to: 'sent', permission: 'urging.record', guards: ['case-worked-on'], requires: ['reason', 'order'], clocks: { start: [ANSWER] }, emits: ['urging.sent'], basis: OURS },
    { from: 'sent', command: 'answer', to: 'answered', permission: 'urging.answer', guards: ['addressed-to-ones-own'], requires: ['answer'], clocks: { stop: [ANSWER] }, emits: ['urging.answered'], basis: OURS },
    { from: 'sent', command: 'withdraw', to: 'withdrawn', permission: 'urging.withdraw', guards: ['sent-by-ones-own'], requires: ['reason'], clocks: { lapse: [ANSWER] }, emits: ['urging.withdrawn'], basis: OURS },
  ],
} satisfies Lifecycle;
