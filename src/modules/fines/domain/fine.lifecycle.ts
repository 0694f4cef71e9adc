import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const law = (article: string, note?: string): Basis => ({ source: '行政强制法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const penalty = (article: string): Basis => ({ source: '行政处罚法', article, status: 'verified' });
const OWN = ['in-own-agency', 'actor-not-excluded'];
const PAYING = ['due', 'in-default', 'demand-issued', 'demanded', 'applied', 'before-court', 'enforcing'] as const;
const LATE = ['in-default', 'demand-issued', 'demanded'] as const;
/** While the court has not been asked, a decision can still be attacked. */
export const BEFORE_COURT = ['due', 'scheduled', ...LATE] as const;
const ALIVE = ['scheduled', 'collected', 'handed-over', ...PAYING, 'refused-by-court', 'before-superior-court', 'refused-finally'] as const;
const ALL_CLOCKS = ['fine.payment', 'fine.instalment', 'enforcement.demand', 'enforcement.application', 'enforcement.court-acceptance', 'enforcement.court-ruling', 'enforcement.reconsideration', 'enforcement.superior-court'];
const PAYMENT = { permission: 'fine.handle', requires: ['items', 'paidOn', 'way', 'receipt'] };
const OPEN = { to: 'due', permission: 'fine.handle', clocks: { start: ['fine.payment', 'enforcement.application'] }, emits: ['fine.due'] };

const MOVES: readonly Move[] = [
  { from: null, command: 'open', ...OPEN, basis: art('第七十二条第一款') },
  { from: null, command: 'take-up', ...OPEN, guards: ['decision-served', 'no-fine-yet', 'nothing-in-advance'], basis: art('第七十二条第一款') },

  // Payment (第七十一条至第七十四条).
  ...staying(PAYING, { command: 'record-payment', ...PAYMENT, guards: [...OWN, 'nothing-in-advance', 'not-overpaid', 'leaves-something'], emits: ['fine.paid-in-part'], basis: art('第七十二条第一款') }),
  {
    from: 'scheduled', command: 'record-payment', to: 'scheduled', ...PAYMENT, guards: [...OWN, 'nothing-in-advance', 'not-overpaid', 'leaves-something'],
    clocks: { stopWhen: [{ kind: 'fine.instalment', when: 'part-covered' }], start: [{ kind: 'fine.instalment', when: 'part-covered' }] }, emits: ['fine.paid-in-part'], basis: art('第七十四条'),
  },
  ...(['scheduled', ...PAYING] as const).map((from): Move => ({
    from, command: 'settle', to: 'paid', ...PAYMENT, guards: [...OWN, 'nothing-in-advance', 'not-overpaid', 'pays-all'],
    clocks: { stop: ['fine.payment', 'fine.instalment', 'enforcement.demand'], lapse: ALL_CLOCKS.filter((kind) => kind.startsWith('enforcement.') && kind !== 'enforcement.demand') }, emits: ['fine.paid'], basis: art('第七十七条第一项'),
  })),
  {
    from: 'due', command: 'collect-on-the-spot', to: 'collected', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance', 'may-collect', 'collects-all'], requires: ['ground', 'amount', 'receipt', 'at'],
    clocks: { stop: ['fine.payment'], lapse: ['enforcement.application'], start: ['fine.hand-over'] }, emits: ['fine.collected'], basis: art('第七十二条'),
  },
  { from: 'collected', command: 'hand-over', to: 'handed-over', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at'], clocks: { stop: ['fine.hand-over'], start: ['fine.bank'] }, emits: ['fine.handed-over'], basis: art('第七十三条') },
  { from: 'handed-over', command: 'bank', to: 'paid', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'receipt'], clocks: { stop: ['fine.bank'] }, emits: ['fine.paid'], basis: art('第七十三条') },

  // More time (第七十四条). The time for the court counts from its end (第七十六条第二款).
  ...staying(['due', ...LATE], { command: 'request-schedule', permission: 'fine.handle', guards: [...OWN, 'no-request-open', 'nothing-in-advance'], requires: ['at', 'reason'], emits: ['fine.schedule-requested'], basis: art('第七十四条') }),
  ...(['due', ...LATE] as const).map((from): Move => ({
    from, command: 'approve-schedule', to: 'scheduled', permission: 'fine.approve', guards: [...OWN, 'schedule-requested', 'plan-fits', 'no-challenge-open'], requires: ['parts', 'opinion'],
    clocks: { lapse: ['fine.payment', 'enforcement.demand', 'enforcement.application'], start: ['fine.instalment', 'enforcement.application'] }, emits: ['fine.scheduled'], document: 'deferral-notice', basis: art('第七十四条、第七十六条第二款'),
  })),
  ...staying(['due', ...LATE], { command: 'refuse-schedule', permission: 'fine.approve', guards: [...OWN, 'schedule-requested'], requires: ['opinion'], emits: ['fine.schedule-refused'], basis: art('第七十四条') }),

  // The day goes by: nobody has to do anything.
  { from: 'due', command: 'fall-due', to: 'in-default', permission: 'fine.handle', clocks: { lapse: ['fine.payment'] }, emits: ['fine.in-default'], basis: art('第七十五条') },
  { from: 'scheduled', command: 'fall-due', to: 'in-default', permission: 'fine.handle', clocks: { lapse: ['fine.instalment'] }, emits: ['fine.in-default'], basis: art('第七十四条、第七十五条') },
  ...staying(LATE, { command: 'impose-surcharge', permission: 'fine.approve', guards: [...OWN, 'surcharge-not-imposed'], requires: ['opinion'], emits: ['fine.surcharge-imposed'], basis: art('第七十五条') }),
  ...staying([...LATE, 'enforcing'], { command: 'remit-surcharge', permission: 'fine.approve', guards: [...OWN, 'surcharge-imposed', 'remission-fits'], requires: ['amount', 'reason'], emits: ['fine.surcharge-remitted'], basis: law('第四十二条第一款', '执行协议约定，当事人采取补救措施的') }),

  // Demand and court (第七十六条，行政强制法第五十三条至第五十八条).
  { from: 'in-default', command: 'demand', to: 'demand-issued', permission: 'fine.handle', guards: OWN, requires: ['manner'], emits: ['fine.demanded'], document: 'demand-letter', basis: law('第三十五条、第五十四条') },
  {
    from: 'demand-issued', command: 'serve-demand', to: 'demanded', permission: 'fine.handle', guards: [...OWN, 'document-is-of-this-proceeding', 'recipient-is-party', 'mode-has-its-proof', 'served-in-time', 'serves-demand'], requires: ['document', 'recipient', 'mode', 'servedAt', 'servers'],
    clocks: { start: ['enforcement.demand'] }, emits: ['fine.demand-served'], basis: law('第三十八条、第五十四条'),
  },
  {
    from: 'demanded', command: 'apply-to-court', to: 'applied', permission: 'fine.approve', guards: [...OWN, 'demand-period-over', 'remedies-over', 'no-challenge-open', 'application-in-time'], requires: ['court', 'facts', 'partyOpinion'],
    clocks: { stop: ['enforcement.application'], lapse: ['enforcement.demand'], start: ['enforcement.court-acceptance'] }, emits: ['fine.applied'], document: 'enforcement-application', basis: law('第五十三条至第五十五条'),
  },
  { from: 'applied', command: 'record-court-acceptance', to: 'before-court', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'fileNumber'], clocks: { stop: ['enforcement.court-acceptance'], start: ['enforcement.court-ruling'] }, emits: ['fine.court-accepted'], basis: law('第五十六条第一款') },
  ...(['applied', 'before-court'] as const).map((from): Move => ({
    from, command: 'record-court-refusal', to: 'refused-by-court', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'fileNumber', 'reason'],
    clocks: { stop: ['enforcement.court-acceptance', 'enforcement.court-ruling'], start: ['enforcement.reconsideration'] }, emits: ['fine.court-refused'], basis: law('第五十六条第二款、第五十八条'),
  })),
  { from: 'before-court', command: 'record-court-ruling', to: 'enforcing', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'fileNumber'], clocks: { stop: ['enforcement.court-ruling'] }, emits: ['fine.enforced'], basis: law('第五十七条、第五十八条') },
  {
    from: 'refused-by-court', command: 'ask-superior-court', to: 'before-superior-court', permission: 'fine.approve', guards: OWN, requires: ['court', 'reason'], clocks: { stop: ['enforcement.reconsideration'], start: ['enforcement.superior-court'] },
    emits: ['fine.reconsideration-asked'], basis: law('第五十六条第二款、第五十八条第三款'),
  },
  { from: 'before-superior-court', command: 'record-reversal', to: 'before-court', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'fileNumber'], clocks: { stop: ['enforcement.superior-court'], start: ['enforcement.court-ruling'] }, emits: ['fine.court-accepted'], basis: law('第五十六条第二款、第五十八条第三款') },
  { from: 'before-superior-court', command: 'record-upheld-refusal', to: 'refused-finally', permission: 'fine.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'fileNumber'], clocks: { stop: ['enforcement.superior-court'] }, emits: ['fine.court-refused'], basis: law('第五十八条第三款') },
  ...(['in-default', 'demanded', 'enforcing', 'refused-by-court', 'refused-finally'] as const).map((from): Move => ({
    from, command: 'write-off', to: 'written-off', permission: 'fine.approve', guards: OWN, requires: ['ground', 'reason'], clocks: { lapse: ALL_CLOCKS }, emits: ['fine.written-off'], basis: law('第四十条', '法院裁定终结执行的，程序规定第七十七条第二项'),
  })),

  // Reconsideration or suit: the fine stays due, the surcharge of that time does not count (行政处罚法第七十三条第一款、第三款).
  ...staying(BEFORE_COURT, { command: 'record-challenge', permission: 'fine.handle', guards: [...OWN, 'no-challenge-open', 'nothing-in-advance'], requires: ['at', 'way', 'fileNumber'], clocks: { pause: ['enforcement.application'] }, emits: ['fine.challenged'], basis: penalty('第七十三条第三款') }),
  ...staying(BEFORE_COURT, {
    command: 'record-challenge-outcome', permission: 'fine.handle', guards: [...OWN, 'challenge-open', 'nothing-in-advance'], requires: ['at', 'finalOn', 'fileNumber'], clocks: { lapse: ['enforcement.application'], start: ['enforcement.application'] },
    emits: ['fine.challenge-decided'], basis: { ...penalty('第七十三条'), note: '维持后申请执行的期限自不得再争议之日起计算，为本系统判断' },
  }),
  ...ALIVE.map((from): Move => ({
    from, command: 'annul', to: 'annulled', permission: 'fine.approve', guards: OWN, requires: ['at', 'fileNumber', 'reason'], clocks: { lapse: [...ALL_CLOCKS, 'fine.hand-over', 'fine.bank'] }, emits: ['fine.annulled'], basis: law('第四十条第四项、第四十一条'),
  })),

  // The same, carried in where the attack is recorded on the decision.
  ...staying(BEFORE_COURT, { command: 'be-challenged', carried: true, permission: 'penalty.handle', clocks: { pause: ['enforcement.application'] }, emits: ['fine.challenged'], basis: penalty('第七十三条第三款') }),
  ...staying(BEFORE_COURT, {
    command: 'be-upheld', carried: true, permission: 'penalty.approve', clocks: { lapse: ['enforcement.application'], start: ['enforcement.application'] }, emits: ['fine.challenge-decided'],
    basis: { ...penalty('第七十三条'), note: '维持后申请执行的期限自不得再争议之日起计算，为本系统判断' },
  }),
  ...ALIVE.map((from): Move => ({ from, command: 'be-annulled', carried: true, to: 'annulled', permission: 'penalty.approve', clocks: { lapse: [...ALL_CLOCKS, 'fine.hand-over', 'fine.bank'] }, emits: ['fine.annulled'], basis: law('第四十条第四项、第四十一条') })),
];

/** Money of a penalty decision, from the day it is due to the day it is paid, enforced or written off. */
export const FINE_LIFECYCLE = {
  subject: 'fine',
  label: { zh: '罚没款缴纳与执行', en: 'Payment of a fine' },
  states: {
    due: { label: { zh: '待缴纳', en: 'Due' }, clocks: ['fine.payment'] },
    scheduled: { label: { zh: '延期、分期缴纳中', en: 'Put off, or paid in instalments' }, clocks: ['fine.instalment'] },
    collected: { label: { zh: '已当场收缴', en: 'Taken on the spot' }, clocks: ['fine.hand-over'] },
    'handed-over': { label: { zh: '已交本部门', en: 'With the agency' }, clocks: ['fine.bank'] },
    'in-default': { label: { zh: '逾期未缴', en: 'In default' }, clocks: ['enforcement.application'] },
    'demand-issued': { label: { zh: '已制发催告书', en: 'Demand issued' }, clocks: ['enforcement.application'] },
    demanded: { label: { zh: '已催告', en: 'Demanded' }, clocks: ['enforcement.demand', 'enforcement.application'] },
    applied: { label: { zh: '已申请强制执行', en: 'Enforcement applied for' }, clocks: ['enforcement.court-acceptance'] },
    'before-court': { label: { zh: '法院审查中', en: 'Before the court' }, clocks: ['enforcement.court-ruling'] },
    'refused-by-court': { label: { zh: '法院不予受理、不予执行', en: 'Refused by the court' }, clocks: ['enforcement.reconsideration'] },
    'before-superior-court': { label: { zh: '上一级法院复议中', en: 'Before the superior court' }, clocks: ['enforcement.superior-court'] },
    'refused-finally': { label: { zh: '终局不予执行', en: 'Refused for good' }, untimed: 'Nothing can be enforced any more; the head writes it off (第四十条)' },
    enforcing: { label: { zh: '法院执行中', en: 'The court enforces' }, untimed: 'The court enforces by its own procedure; payment or its end is recorded when it comes' },
    paid: { label: { zh: '已缴清', en: 'Paid' }, final: true },
    'written-off': { label: { zh: '终结执行', en: 'Written off' }, final: true },
    annulled: { label: { zh: '决定被撤销', en: 'Annulled' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
