import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const law = (article: string, note?: string): Basis => ({ source: '人民调解法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
/** 人民调解委员会应当对调解协议的履行情况进行监督. */
const PERFORM = law('第三十一条');
const HANDLE = 'mediation.handle';
const OWN = ['in-own-agency'];
const CLOCK = ['agreement.performance'];
const SETTLE = [{ subject: 'confirmation', command: 'settle' }];

/** One promise of an agreement, from the agreement to its performance. */
export const TERM_LIFECYCLE = {
  subject: 'agreement-term',
  label: { zh: '协议条款的履行', en: 'Performance of a term' },
  states: {
    performing: { label: { zh: '待履行', en: 'To be performed' }, clocks: CLOCK },
    defaulted: { label: { zh: '未履行', en: 'In default' }, untimed: 'It is for the creditor to choose a way; each way has its own limit, told with the offer' },
    performed: { label: { zh: '已履行', en: 'Performed' }, final: true },
    released: { label: { zh: '权利人免除', en: 'Released by the creditor' }, final: true },
    'handed-on': { label: { zh: '转入其他途径', en: 'Goes on another way' }, final: true },
  },
  moves: [
    { from: null, command: 'open', to: 'performing', permission: HANDLE, clocks: { start: CLOCK }, emits: ['agreement-term.opened'], basis: PERFORM },
    ...(['performing', 'defaulted'] as const).flatMap((from): Move[] => [
      { from, command: 'record-performance', to: 'performed', permission: HANDLE, guards: [...OWN, 'wholly-performed'], requires: ['performedAt'], clocks: { stop: CLOCK }, emits: ['agreement-term.performed'], cascade: SETTLE, basis: PERFORM },
      { from, command: 'release', to: 'released', permission: HANDLE, guards: OWN, requires: ['reason', 'at'], clocks: { lapse: CLOCK }, emits: ['agreement-term.released'], cascade: SETTLE, basis: law('第二十三条第四项') },
    ]),
    ...staying(['performing', 'defaulted'], { command: 'record-part', permission: HANDLE, guards: [...OWN, 'partly-performed'], requires: ['amount', 'performedAt'], emits: ['agreement-term.paid-in-part'], basis: PERFORM }),
    ...staying(['performing', 'defaulted'], {
      command: 'record-notarisation', permission: HANDLE, guards: [...OWN, 'notary-enforces'], requires: ['certificate', 'notarisedAt'], emits: ['agreement-term.notarised'],
      basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第六十九条第二款', status: 'verified' },
    }),
    { from: 'performing', command: 'record-default', to: 'defaulted', permission: HANDLE, guards: [...OWN, 'past-due'], requires: ['reason'], clocks: { stop: CLOCK }, emits: ['agreement-term.defaulted'], basis: law('第三十一条、第三十二条') },
    { from: 'defaulted', command: 'take-step', to: 'handed-on', permission: HANDLE, guards: [...OWN, 'way-open'], requires: ['step', 'at'], emits: ['agreement-term.handed-on'], basis: law('第三十二条、第三十三条') },
  ] as readonly Move[],
} satisfies Lifecycle;
