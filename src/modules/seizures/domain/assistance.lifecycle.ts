import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const OWN = ['in-own-agency', 'actor-not-excluded'];

const MOVES: readonly Move[] = [
  // Asked of another agency.
  { from: null, command: 'open', to: 'drafted', permission: 'seizure.handle', guards: ['belongs-to-penalty'], emits: ['assistance.drafted'], basis: art('第四十五条第一款') },
  { from: 'drafted', command: 'withdraw', to: 'withdrawn', permission: 'seizure.handle', guards: OWN, requires: ['reason'], emits: ['assistance.withdrawn'], basis: art('第四十五条第一款') },
  { from: 'drafted', command: 'send', to: 'sent', permission: 'seizure.handle', guards: OWN, requires: ['receivedAt'], clocks: { start: ['assistance.reply'] }, emits: ['assistance.sent'], document: 'assistance-letter', basis: art('第四十五条', '期限自对方接到协助调查函之日起计算') },
  {
    from: 'sent', command: 'record-delay', to: 'sent', permission: 'seizure.handle', guards: [...OWN, 'delay-told-in-time', 'first-delay'], requires: ['at', 'reason', 'workingDays'], clocks: { extend: [{ kind: 'assistance.reply', step: 'head' }] },
    emits: ['assistance.delayed'], basis: art('第四十五条第二款'),
  },
  { from: 'sent', command: 'record-reply', to: 'answered', permission: 'seizure.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'result'], clocks: { stop: ['assistance.reply'] }, emits: ['assistance.answered'], basis: art('第四十五条第二款') },
  { from: 'sent', command: 'record-refusal', to: 'declined', permission: 'seizure.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'reason'], clocks: { stop: ['assistance.reply'] }, emits: ['assistance.declined'], basis: art('第四十五条第二款', '不属于对方职权范围的') },

  // Asked by another agency.
  { from: null, command: 'receive', to: 'received', permission: 'seizure.handle', clocks: { start: ['assistance.reply'] }, emits: ['assistance.received'], basis: art('第四十五条第二款') },
  {
    from: 'received', command: 'tell-delay', to: 'received', permission: 'seizure.approve', guards: [...OWN, 'delay-told-in-time', 'first-delay'], requires: ['at', 'reason', 'workingDays'], clocks: { extend: [{ kind: 'assistance.reply', step: 'head' }] },
    emits: ['assistance.delayed'], basis: art('第四十五条第二款'),
  },
  { from: 'received', command: 'reply', to: 'answered', permission: 'seizure.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'result'], clocks: { stop: ['assistance.reply'] }, emits: ['assistance.answered'], basis: art('第四十五条第二款') },
  { from: 'received', command: 'decline', to: 'declined', permission: 'seizure.approve', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'reason'], clocks: { stop: ['assistance.reply'] }, emits: ['assistance.declined'], basis: art('第四十五条第二款', '只对不属于本部门职权范围的事项') },
];

/** A letter that asks for help with an investigation, sent or received. */
export const ASSISTANCE_LIFECYCLE = {
  subject: 'assistance',
  label: { zh: '协助调查', en: 'Assistance' },
  states: {
    drafted: { label: { zh: '拟发函', en: 'Drafted' }, untimed: 'Nobody was asked yet; the time of the case runs beside (第四十五条第一款)' },
    withdrawn: { label: { zh: '未发出', en: 'Not sent' }, final: true },
    sent: { label: { zh: '已发函', en: 'Sent' }, clocks: ['assistance.reply'] },
    received: { label: { zh: '收到来函', en: 'Received' }, clocks: ['assistance.reply'] },
    answered: { label: { zh: '已答复', en: 'Answered' }, final: true },
    declined: { label: { zh: '不予协助', en: 'Declined' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
