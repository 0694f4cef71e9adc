import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const law = (article: string): Basis => ({ source: '行政强制法', article, status: 'verified' });
const OWN = ['in-own-agency', 'actor-not-excluded'];
const HELD = ['seized', 'seized-unapproved'] as const;
const END = { stop: ['seizure.term'], lapse: ['seizure.approval', 'identification.right-holder'] };
/** 行政强制法第十八条、第二十三条、第二十四条. */
const ACT = [
  ...OWN, 'power-in-law', 'members-not-excluded', 'two-officers', 'party-of-the-case', 'credentials-shown', 'present-or-witnessed', 'told-and-heard', 'signed-or-noted', 'may-be-seized', 'nothing-in-advance',
];
const ACT_NEEDS = ['members', 'at', 'place', 'keptAt', 'goods', 'remedies'];

const MOVES: readonly Move[] = [
  { from: null, command: 'open', to: 'requested', permission: 'seizure.handle', guards: ['belongs-to-penalty'], emits: ['seizure.requested'], basis: art('第三十六条第一款') },
  { from: 'requested', command: 'approve', to: 'approved', permission: 'seizure.approve', guards: [...OWN, 'power-in-law', 'approver-of-right-level'], requires: ['capacity', 'report', 'opinion'], emits: ['seizure.approved'], basis: law('第十八条第一项') },
  { from: 'requested', command: 'refuse', to: 'refused', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], emits: ['seizure.refused'], basis: art('第三十六条第一款') },
  { from: 'approved', command: 'withdraw', to: 'withdrawn', permission: 'seizure.handle', guards: OWN, requires: ['reason'], emits: ['seizure.withdrawn'], basis: law('第十六条第二款') },
  { from: 'approved', command: 'carry-out', to: 'seized', permission: 'seizure.handle', guards: ACT, requires: ACT_NEEDS, clocks: { start: ['seizure.term'] }, emits: ['seizure.carried-out'], document: 'seizure-decision', basis: law('第十八条、第二十四条') },
  {
    from: 'requested', command: 'carry-out-at-once', to: 'seized-unapproved', permission: 'seizure.handle', guards: ACT, requires: [...ACT_NEEDS, 'urgency'], clocks: { start: ['seizure.term', 'seizure.approval'] },
    emits: ['seizure.carried-out'], document: 'seizure-decision', basis: law('第十九条'),
  },
  {
    from: 'seized-unapproved', command: 'approve-afterwards', to: 'seized', permission: 'seizure.approve', guards: [...OWN, 'approver-of-right-level'], requires: ['capacity', 'report', 'opinion'], clocks: { stop: ['seizure.approval'] },
    emits: ['seizure.approved'], basis: law('第十九条'),
  },
  {
    from: 'seized-unapproved', command: 'disapprove', to: 'released', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], clocks: { ...END, stop: ['seizure.term', 'seizure.approval'], lapse: ['identification.right-holder'] },
    emits: ['seizure.released'], document: 'seizure-release', basis: law('第十九条'),
  },

  // While it lasts.
  {
    from: 'seized', command: 'extend', to: 'seized', permission: 'seizure.approve', guards: [...OWN, 'not-extended-yet', 'term-not-over', 'no-testing-open'], requires: ['reason', 'remedies'], clocks: { extend: [{ kind: 'seizure.term', step: 'head' }] },
    emits: ['seizure.extended'], document: 'seizure-extension', basis: law('第二十五条第一款、第二款'),
  },
  ...staying(HELD, {
    command: 'begin-testing', permission: 'seizure.handle', guards: [...OWN, 'no-testing-open', 'term-not-over', 'goods-still-held'], requires: ['testing', 'institution', 'goods', 'question', 'from', 'until'], clocks: { pause: ['seizure.term'] },
    emits: ['seizure.testing-begun'], document: 'testing-period-notice', basis: law('第二十五条第三款'),
  }),
  ...staying(HELD, {
    command: 'end-testing', permission: 'seizure.handle', guards: [...OWN, 'testing-open', 'nothing-in-advance'], requires: ['at', 'report', 'result'], clocks: { resume: ['seizure.term'] },
    emits: ['seizure.testing-ended'], document: 'testing-result-notice', basis: art('第三十二条、第三十八条第三款'),
  }),
  // The time of the right holder is not left out of a seizure; out of the time of the case it is (第三十八条第三款、第六十四条第二款).
  ...staying(HELD, {
    command: 'ask-identification', permission: 'seizure.handle', guards: [...OWN, 'no-identification-open', 'goods-still-held'], requires: ['rightHolder', 'goods', 'question', 'workingDays'], clocks: { start: ['identification.right-holder'] },
    emits: ['seizure.identification-asked'], document: 'identification-request', basis: art('第三十条第二款'),
  }),
  ...staying(HELD, {
    command: 'record-identification', permission: 'seizure.handle', guards: [...OWN, 'identification-open', 'nothing-in-advance'], requires: ['at', 'result'], clocks: { stop: ['identification.right-holder'] },
    emits: ['seizure.identified'], basis: art('第三十条第二款'),
  }),
  ...staying(['seized'], { command: 'entrust-custody', permission: 'seizure.handle', guards: [...OWN, 'goods-still-held'], requires: ['custodian', 'goods', 'place', 'conditions'], emits: ['seizure.custody-entrusted'], document: 'custody-letter', basis: law('第二十六条第二款') }),
  ...staying(HELD, { command: 'ask-carrier', permission: 'seizure.handle', guards: [...OWN, 'goods-still-held'], requires: ['carrier', 'goods'], emits: ['seizure.carrier-asked'], document: 'detention-assistance', basis: art('第三十九条') }),
  ...staying(['seized'], {
    command: 'announce-disposal', permission: 'seizure.approve', guards: [...OWN, 'goods-still-held', 'notice-ahead'], requires: ['goods', 'method', 'until'], emits: ['seizure.disposal-announced'], document: 'early-disposal-notice', basis: art('第四十一条第三款'),
  }),
  ...staying(['seized'], {
    command: 'dispose-by-consent', permission: 'seizure.approve', guards: [...OWN, 'goods-still-held', 'something-stays'], requires: ['goods', 'method', 'consentAt', 'evidence', 'proceeds'], emits: ['seizure.goods-disposed'], document: 'early-disposal-confirmation', basis: art('第四十一条第三款'),
  }),
  ...staying(['seized'], {
    command: 'dispose-after-notice', permission: 'seizure.approve', guards: [...OWN, 'goods-still-held', 'something-stays', 'owner-unknown-notice-over'], requires: ['goods', 'method', 'evidence', 'proceeds'], emits: ['seizure.goods-disposed'], basis: art('第四十一条第三款'),
  }),
  ...staying(['seized', 'run-out'], {
    command: 'release-part', permission: 'seizure.approve', guards: [...OWN, 'goods-still-held', 'something-stays'], requires: ['goods', 'ground', 'reason'], emits: ['seizure.released-in-part'], document: 'seizure-release', basis: law('第二十八条'),
  }),

  // How it ends (行政强制法第二十一条、第二十七条、第二十八条).
  { from: 'seized', command: 'release', to: 'released', permission: 'seizure.approve', guards: OWN, requires: ['ground', 'reason'], clocks: END, emits: ['seizure.released'], document: 'seizure-release', basis: law('第二十八条') },
  { from: 'seized', command: 'confiscate', to: 'confiscated', permission: 'seizure.handle', guards: [...OWN, 'penalty-decided', 'no-testing-open'], requires: ['reason'], clocks: END, emits: ['seizure.confiscated'], basis: law('第二十七条') },
  {
    from: 'seized', command: 'hand-to-police', to: 'handed-over', permission: 'seizure.handle', guards: [...OWN, 'police-filed', 'nothing-in-advance'], requires: ['at', 'to', 'reason'], clocks: END,
    emits: ['seizure.handed-over'], document: 'goods-transfer-notice', basis: law('第二十一条'),
  },
  {
    from: 'seized', command: 'destroy', to: 'destroyed', permission: 'seizure.approve', guards: [...OWN, 'two-officers', 'members-not-excluded', 'nothing-in-advance'], requires: ['members', 'at', 'place', 'provision', 'supervisor', 'course'], clocks: END,
    emits: ['seizure.destroyed'], document: 'seized-goods-disposal', basis: law('第二十七条'),
  },

  // The term ends without a decision: nothing but release is left, and the head is told.
  ...HELD.map((from): Move => ({
    from, command: 'run-out', to: 'run-out', permission: 'seizure.handle', clocks: { lapse: ['seizure.term', 'seizure.approval', 'identification.right-holder'], start: ['seizure.release'] }, emits: ['seizure.run-out'], basis: law('第二十八条第一款第四项'),
  })),
  { from: 'run-out', command: 'release', to: 'released', permission: 'seizure.approve', guards: OWN, requires: ['ground', 'reason'], clocks: { stop: ['seizure.release'] }, emits: ['seizure.released'], document: 'seizure-release', basis: law('第二十八条第一款第四项') },
];

/** Sealing and taking of goods and places, from the request to what became of them. */
export const SEIZURE_LIFECYCLE = {
  subject: 'seizure',
  label: { zh: '查封、扣押', en: 'Seizure' },
  states: {
    requested: { label: { zh: '待批准', en: 'Approval asked for' }, untimed: 'Nothing is taken yet: the law sets no time for the approval in advance (第十八条第一项)' },
    refused: { label: { zh: '不予批准', en: 'Refused' }, final: true },
    approved: { label: { zh: '已批准', en: 'Approved' }, untimed: 'Nothing is taken yet; the term counts from when it is carried out (第二十五条)' },
    withdrawn: { label: { zh: '未实施', en: 'Not carried out' }, final: true },
    seized: { label: { zh: '查封、扣押中', en: 'Seized' }, clocks: ['seizure.term'] },
    'seized-unapproved': { label: { zh: '当场实施，待补办批准', en: 'Seized at once, to be approved' }, clocks: ['seizure.approval', 'seizure.term'] },
    'run-out': { label: { zh: '期限届满，应当解除', en: 'Run out, to be released' }, clocks: ['seizure.release'] },
    released: { label: { zh: '已解除', en: 'Released' }, final: true },
    confiscated: { label: { zh: '没收', en: 'Confiscated' }, final: true },
    'handed-over': { label: { zh: '随案移送', en: 'Handed over' }, final: true },
    destroyed: { label: { zh: '已销毁', en: 'Destroyed' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
