import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const OWN = ['in-own-agency', 'actor-not-excluded'];

const MOVES: readonly Move[] = [
  { from: null, command: 'open', to: 'on-the-spot', permission: 'penalty.handle', guards: ['two-officers', 'members-not-excluded', 'credentials-shown', 'facts-certain'], emits: ['simplified-penalty.opened'], basis: art('第六十六条、第六十七条第一款') },
  { from: 'on-the-spot', command: 'tell', to: 'told', permission: 'penalty.handle', guards: [...OWN, 'within-limits', 'nothing-in-advance'], requires: ['at', 'fine', 'reasons', 'provisions', 'statement'], emits: ['simplified-penalty.told'], basis: art('第六十九条') },
  {
    from: 'told', command: 'decide', to: 'decided', permission: 'penalty.handle', guards: [...OWN, 'delivered-or-noted', 'nothing-in-advance'], requires: ['at', 'place', 'payment', 'remedies'], clocks: { start: ['simplified.hand-in'] },
    emits: ['simplified-penalty.decided'], cascade: [{ subject: 'fine', command: 'open' }], document: 'on-the-spot-decision', basis: art('第六十七条、第六十八条'),
  },
  { from: 'decided', command: 'hand-in', to: 'handed-in', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at'], clocks: { stop: ['simplified.hand-in'] }, emits: ['simplified-penalty.handed-in'], basis: art('第七十条') },
  ...(['on-the-spot', 'told'] as const).map((from): Move => ({ from, command: 'leave', to: 'left', permission: 'penalty.handle', guards: OWN, requires: ['reason'], emits: ['simplified-penalty.left'], basis: art('第六十六条', '不符合当场处罚条件的，转入普通程序或者不予处罚') })),
];

/** A penalty decided on the spot. */
export const SIMPLIFIED_LIFECYCLE = {
  subject: 'simplified-penalty',
  label: { zh: '简易程序', en: 'Simplified penalty' },
  states: {
    'on-the-spot': { label: { zh: '当场调查', en: 'On the spot' }, untimed: 'Told, heard and decided in one visit (第六十六条)' },
    told: { label: { zh: '已告知并听取意见', en: 'Told and heard' }, untimed: 'Decided in the same visit (第六十六条)' },
    decided: { label: { zh: '已决定', en: 'Decided' }, clocks: ['simplified.hand-in'] },
    'handed-in': { label: { zh: '已归档', en: 'Handed in' }, final: true },
    left: { label: { zh: '不适用简易程序', en: 'Not decided on the spot' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
