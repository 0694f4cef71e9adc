import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const OWN = ['in-own-agency', 'actor-not-excluded'];
const DONE = { stop: ['preservation.decision'], lapse: ['identification.right-holder'] };
/** Two officers, on the spot, with list and notice (第二十二条、第三十四条、第四十三条). */
const ACT = [...OWN, 'members-not-excluded', 'two-officers', 'party-of-the-case', 'credentials-shown', 'present-or-witnessed', 'signed-or-noted', 'nothing-in-advance'];
const ACT_NEEDS = ['members', 'at', 'place', 'keptAt', 'goods'];

const MOVES: readonly Move[] = [
  { from: null, command: 'open', to: 'requested', permission: 'seizure.handle', guards: ['belongs-to-penalty'], emits: ['preservation.requested'], basis: art('第三十三条第一款') },
  { from: 'requested', command: 'approve', to: 'approved', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], emits: ['preservation.approved'], basis: art('第三十三条第一款') },
  { from: 'requested', command: 'refuse', to: 'refused', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], emits: ['preservation.refused'], basis: art('第三十三条第一款') },
  { from: 'approved', command: 'withdraw', to: 'withdrawn', permission: 'seizure.handle', guards: OWN, requires: ['reason'], emits: ['preservation.withdrawn'], basis: art('第三十三条第一款', '批准后无须采取的') },
  { from: 'approved', command: 'carry-out', to: 'preserved', permission: 'seizure.handle', guards: ACT, requires: ACT_NEEDS, clocks: { start: ['preservation.decision'] }, emits: ['preservation.carried-out'], document: 'preservation-notice', basis: art('第三十四条') },
  {
    from: 'requested', command: 'carry-out-at-once', to: 'preserved-unapproved', permission: 'seizure.handle', guards: ACT, requires: [...ACT_NEEDS, 'urgency'], clocks: { start: ['preservation.decision', 'preservation.approval'] },
    emits: ['preservation.carried-out'], document: 'preservation-notice', basis: art('第三十三条第二款、第三十四条'),
  },
  { from: 'preserved-unapproved', command: 'approve-afterwards', to: 'preserved', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], clocks: { stop: ['preservation.approval'] }, emits: ['preservation.approved'], basis: art('第三十三条第二款') },
  {
    from: 'preserved-unapproved', command: 'disapprove', to: 'released', permission: 'seizure.approve', guards: OWN, requires: ['opinion'], clocks: { ...DONE, stop: ['preservation.decision', 'preservation.approval'] },
    emits: ['preservation.released'], document: 'preservation-release', basis: art('第三十三条第二款'),
  },
  {
    from: 'preserved', command: 'ask-identification', to: 'preserved', permission: 'seizure.handle', guards: [...OWN, 'no-identification-open', 'goods-still-held'], requires: ['rightHolder', 'goods', 'question', 'workingDays'],
    clocks: { start: ['identification.right-holder'] }, emits: ['preservation.identification-asked'], document: 'identification-request', basis: art('第三十条第二款'),
  },
  {
    from: 'preserved', command: 'record-identification', to: 'preserved', permission: 'seizure.handle', guards: [...OWN, 'identification-open', 'nothing-in-advance'], requires: ['at', 'result'], clocks: { stop: ['identification.right-holder'] },
    emits: ['preservation.identified'], basis: art('第三十条第二款'),
  },

  // What becomes of it within seven working days (第三十五条第一款).
  { from: 'preserved', command: 'secure-copies', to: 'copied', permission: 'seizure.handle', guards: OWN, requires: ['method'], clocks: DONE, emits: ['preservation.copied'], basis: art('第三十五条第一款第一项') },
  { from: 'preserved', command: 'send-to-testing', to: 'sent-to-testing', permission: 'seizure.handle', guards: OWN, requires: ['institution', 'testing', 'question', 'until'], clocks: DONE, emits: ['preservation.sent-to-testing'], document: 'testing-commission', basis: art('第三十二条、第三十五条第一款第二项') },
  { from: 'preserved', command: 'turn-into-seizure', to: 'seized', permission: 'seizure.handle', guards: [...OWN, 'seizure-made'], requires: ['seizure'], clocks: DONE, emits: ['preservation.seized'], basis: art('第三十五条第一款第三项') },
  { from: 'preserved', command: 'confiscate', to: 'confiscated', permission: 'seizure.handle', guards: [...OWN, 'penalty-decided'], requires: ['reason'], clocks: DONE, emits: ['preservation.confiscated'], basis: art('第三十五条第一款第四项') },
  { from: 'preserved', command: 'release', to: 'released', permission: 'seizure.approve', guards: OWN, requires: ['reason'], clocks: DONE, emits: ['preservation.released'], document: 'preservation-release', basis: art('第三十三条第一款、第三十五条第一款第五项') },
  // 逾期未采取相关措施的，先行登记保存措施自动解除. Nobody has to do anything.
  ...(['preserved', 'preserved-unapproved'] as const).map((from): Move => ({
    from, command: 'lapse', to: 'lapsed', permission: 'seizure.handle', clocks: { lapse: ['preservation.decision', 'preservation.approval', 'identification.right-holder'] }, emits: ['preservation.lapsed'], basis: art('第三十五条第二款'),
  })),
];

/** Evidence kept by registration, from the request to what became of it. */
export const PRESERVATION_LIFECYCLE = {
  subject: 'preservation',
  label: { zh: '先行登记保存', en: 'Evidence kept by registration' },
  states: {
    requested: { label: { zh: '待批准', en: 'Approval asked for' }, untimed: 'Nothing is kept yet: the law sets no time for the approval in advance (第三十三条第一款)' },
    refused: { label: { zh: '不予批准', en: 'Refused' }, final: true },
    approved: { label: { zh: '已批准', en: 'Approved' }, untimed: 'Nothing is kept yet; the seven working days count from when it is carried out (第三十五条)' },
    withdrawn: { label: { zh: '未采取', en: 'Not carried out' }, final: true },
    preserved: { label: { zh: '保存中', en: 'Kept' }, clocks: ['preservation.decision'] },
    'preserved-unapproved': { label: { zh: '当场保存，待补办批准', en: 'Kept at once, to be approved' }, clocks: ['preservation.approval', 'preservation.decision'] },
    copied: { label: { zh: '已固定证据', en: 'Copied' }, final: true },
    'sent-to-testing': { label: { zh: '已送检', en: 'Sent to testing' }, final: true },
    seized: { label: { zh: '转为查封、扣押', en: 'Turned into a seizure' }, final: true },
    confiscated: { label: { zh: '没收', en: 'Confiscated' }, final: true },
    released: { label: { zh: '已解除', en: 'Released' }, final: true },
    lapsed: { label: { zh: '自动解除', en: 'Released by itself' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
