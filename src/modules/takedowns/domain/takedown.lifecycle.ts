import { staying, type ClockEffects, type ClockStart, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const law = (article: string, note = '电子商务平台以外的网络服务：民法典第一千一百九十五条、第一千一百九十六条'): Basis => ({ source: '电子商务法', article, status: 'verified', note });
const REPLY: Basis = { source: '最高人民法院关于涉网络知识产权侵权纠纷几个法律适用问题的批复', article: '第三条', status: 'verified' };
const NOTICE = law('第四十二条第一款');
const MEASURE = law('第四十二条第二款');
const WRONG = law('第四十二条第三款');
const DECLARATION = law('第四十三条第一款');
const AFTER = law('第四十三条第二款');
const PUBLIC = law('第四十四条', '民法典未规定公示');

const HANDLE = 'takedown.handle';
const OWN = ['in-own-agency', 'not-in-advance'];
const PERIODS = ['platform.lift-measures', 'platform.reasonable-period'];
const OUTER = 'platform.uncounted-delay';
const STARTED: ClockStart[] = [{ kind: 'platform.lift-measures', when: 'e-commerce' }, { kind: 'platform.reasonable-period', when: 'civil-code' }];
const STOPPED: ClockEffects = { stop: [...PERIODS, OUTER] };
const RESUMED: ClockEffects = { stop: [OUTER], resume: ['platform.reasonable-period'] };
/** What the right holder's silence would end. */
const AFTER_FORWARDING = ['forwarded', 'waiting', 'delayed'] as const;
const PROMPTLY = (what: string): string => `${what} promptly (及时); the law names no days`;

const MOVES: readonly Move[] = [
  // The notice.
  { from: null, command: 'open', to: 'noticed', permission: HANDLE, guards: ['parties-of-the-case', 'not-in-advance'], requires: ['platform', 'noticedAt', 'contents'], emits: ['takedown.noticed'], basis: NOTICE },
  { from: 'noticed', command: 'ask-for-missing', to: 'incomplete', permission: HANDLE, guards: [...OWN, 'asked-once', 'something-missing'], requires: ['at'], emits: ['takedown.missing-asked'], basis: NOTICE },
  { from: 'incomplete', command: 'supplement', to: 'noticed', permission: HANDLE, guards: OWN, requires: ['at', 'contents'], emits: ['takedown.supplemented'], basis: NOTICE },
  ...(['noticed', 'incomplete'] as const).map((from): Move => ({ from, command: 'refuse-notice', to: 'refused', permission: HANDLE, guards: [...OWN, 'notice-holds-not'], requires: ['at', 'reason'], emits: ['takedown.refused'], basis: NOTICE })),
  { from: 'noticed', command: 'record-inaction', to: 'not-acted', permission: HANDLE, guards: [...OWN, 'notice-holds'], requires: ['at', 'reason'], emits: ['takedown.not-acted'], basis: law('第四十二条第二款、第八十四条') },
  { from: 'noticed', command: 'take-measure', to: 'measured', permission: HANDLE, guards: [...OWN, 'notice-holds'], requires: ['measures', 'takenAt', 'forwardedAt'], emits: ['takedown.measure-taken'], basis: MEASURE },
  // The merchant's answer.
  { from: 'measured', command: 'declare', to: 'declared', permission: HANDLE, guards: [...OWN, 'declaration-holds'], requires: ['declaredAt', 'contents'], emits: ['takedown.declared'], basis: DECLARATION },
  ...(['kept', 'published'] as const).map((from): Move => ({ from, command: 'declare', to: 'declared', permission: HANDLE, guards: [...OWN, 'undisputed', 'declaration-holds'], requires: ['declaredAt', 'contents'], emits: ['takedown.declared'], basis: DECLARATION })),
  { from: 'measured', command: 'keep', to: 'kept', permission: HANDLE, guards: OWN, requires: ['at'], emits: ['takedown.undisputed'], basis: MEASURE },
  { from: 'declared', command: 'forward', to: 'forwarded', permission: HANDLE, guards: [...OWN, 'ways-told'], requires: ['sentAt', 'waysTold'], emits: ['takedown.forwarded'], basis: AFTER },
  // The period counts from the arrival at the right holder, not from the sending.
  { from: 'forwarded', command: 'record-arrival', to: 'waiting', permission: HANDLE, guards: [...OWN, 'arrived-after-sending', 'period-of-its-law'], requires: ['arrivedAt'], clocks: { start: STARTED }, emits: ['takedown.arrived'], basis: AFTER },
  { from: 'waiting', command: 'record-delay', to: 'delayed', permission: HANDLE, guards: [...OWN, 'civil-code', 'delayed-once'], requires: ['at', 'reason'], clocks: { pause: ['platform.reasonable-period'], start: [OUTER] }, emits: ['takedown.delayed'], basis: REPLY },
  { from: 'delayed', command: 'end-delay', to: 'waiting', permission: HANDLE, guards: OWN, requires: ['at'], clocks: RESUMED, emits: ['takedown.delay-ended'], basis: REPLY },
  { from: 'delayed', command: 'run-out', to: 'waiting', permission: HANDLE, clocks: RESUMED, emits: ['takedown.delay-ended'], basis: REPLY },
  { from: 'waiting', command: 'fall-due', to: 'to-lift', permission: HANDLE, clocks: { stop: PERIODS }, emits: ['takedown.period-over'], basis: AFTER },
  // Somebody complained or sued: the measure stays, and the platform is told.
  ...[...AFTER_FORWARDING, 'to-lift'].map((from): Move => ({ from, command: 'record-claim', to: 'kept', permission: HANDLE, guards: [...OWN, 'told-in-time'], requires: ['way', 'madeAt', 'toldAt', 'with'], clocks: STOPPED, emits: ['takedown.stopped'], basis: AFTER })),
  ...AFTER_FORWARDING.map((from): Move => ({ from, command: 'stop-by-suit', to: 'kept', carried: true, permission: 'civil-suit.record', clocks: STOPPED, emits: ['takedown.stopped'], basis: AFTER })),
  ...AFTER_FORWARDING.map((from): Move => ({ from, command: 'stop-by-complaint', to: 'kept', carried: true, permission: 'case.open', clocks: STOPPED, emits: ['takedown.stopped'], basis: AFTER })),
  // The end.
  ...['measured', 'declared', ...AFTER_FORWARDING].map((from): Move => ({ from, command: 'withdraw-notice', to: 'to-lift', permission: HANDLE, guards: OWN, requires: ['at'], clocks: { lapse: [...PERIODS, OUTER] }, emits: ['takedown.notice-withdrawn'], basis: MEASURE })),
  { from: 'to-lift', command: 'lift', to: 'lifted', permission: HANDLE, guards: OWN, requires: ['liftedAt', 'ground'], emits: ['takedown.lifted'], basis: AFTER },
  ...(['kept', 'published'] as const).map((from): Move => ({ from, command: 'lift', to: 'lifted', permission: HANDLE, guards: [...OWN, 'was-kept', 'ground-of-keeping'], requires: ['liftedAt', 'ground'], emits: ['takedown.lifted'], basis: AFTER })),
  ...(['kept', 'lifted'] as const).map((from): Move => ({ from, command: 'publish', to: 'published', permission: HANDLE, guards: OWN, requires: ['publishedAt', 'where'], emits: ['takedown.published'], basis: PUBLIC })),
  ...staying(['measured', 'declared', ...AFTER_FORWARDING, 'to-lift', 'kept', 'lifted', 'published'], { command: 'record-finding', permission: 'takedown.approve', guards: [...OWN, 'finding-is-new'], requires: ['at', 'finding', 'reason'], emits: ['takedown.finding-recorded'], basis: WRONG }),
];

/** From the notice to a platform to what becomes of its measure. */
export const TAKEDOWN_LIFECYCLE = {
  subject: 'takedown',
  label: { zh: '平台通知与声明', en: 'Takedown by a platform' },
  states: {
    noticed: { label: { zh: '已通知平台', en: 'Platform notified' }, untimed: PROMPTLY('The platform acts') },
    incomplete: { label: { zh: '待权利人补正', en: 'Right holder to supplement' }, untimed: 'The law names no period; until then there is no notice that binds' },
    refused: { label: { zh: '通知不符合要求', en: 'Notice refused' }, final: true },
    'not-acted': { label: { zh: '平台未采取措施', en: 'Platform did not act' }, final: true },
    measured: { label: { zh: '已采取措施并转送通知', en: 'Measure taken, notice passed on' }, untimed: 'The merchant may declare at any time; the law names no period (第四十三条第一款)' },
    declared: { label: { zh: '已提交不侵权声明', en: 'Merchant declared' }, untimed: PROMPTLY('The platform forwards') },
    forwarded: { label: { zh: '声明已转送', en: 'Declaration forwarded' }, untimed: 'The period counts from the arrival at the right holder' },
    waiting: { label: { zh: '等待投诉或者起诉', en: 'Waiting for a complaint or a suit' }, clocks: PERIODS },
    delayed: { label: { zh: '不计入期限的延迟', en: 'Delayed beyond control' }, clocks: [OUTER] },
    'to-lift': { label: { zh: '应当终止措施', en: 'Measure to be lifted' }, untimed: PROMPTLY('The platform lifts its measure') },
    kept: { label: { zh: '措施保留', en: 'Measure kept' }, untimed: PROMPTLY('The platform publishes') },
    lifted: { label: { zh: '措施已终止', en: 'Measure lifted' }, untimed: PROMPTLY('The platform publishes') },
    published: { label: { zh: '已公示', en: 'Published' }, untimed: 'Over; what is left is a finding on the notice, or the end of a claim' },
  },
  moves: MOVES,
} satisfies Lifecycle;
