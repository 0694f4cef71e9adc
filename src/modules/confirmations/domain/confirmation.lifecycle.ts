import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const CIVIL = '民事诉讼法';
const READING = '最高人民法院关于适用《民事诉讼法》的解释';
const RULES = '最高人民法院关于人民调解协议司法确认程序的若干规定';
const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });

const HANDLE = 'confirmation.handle';
const RECORD = 'confirmation.record';
const DECIDING = ['confirmation.court-decision', 'confirmation.special-procedure'];
const APPLYING = ['in-own-agency', 'not-ahead-of-time', 'joint-application', 'can-be-confirmed', 'within-thirty-days', 'court-known', 'court-as-proposed-or-reason'];
/** What was closed, not accepted or withdrawn can be asked again; the thirty days count on from the agreement. */
const OPEN_TO_ALL = ['available', 'lapsed', 'not-accepted', 'withdrawn'] as const;

/** From the agreement to its confirmation by a court, and on to enforcement. It begins by itself with an agreement that can be confirmed. */
export const CONFIRMATION_LIFECYCLE = {
  subject: 'confirmation',
  label: { zh: '司法确认', en: 'Judicial confirmation' },
  states: {
    available: { label: { zh: '可以申请', en: 'May be applied for' }, clocks: ['confirmation.application'] },
    lapsed: { label: { zh: '申请期限已过', en: 'The door is closed' }, untimed: 'The thirty days are over; only an application that was handed in or posted before leads on' },
    applied: { label: { zh: '已申请', en: 'Applied for' }, clocks: ['confirmation.court-acceptance'] },
    'not-accepted': { label: { zh: '不予受理', en: 'Not accepted' }, untimed: 'Another application is judged by the thirty days, which count on from the agreement' },
    withdrawn: { label: { zh: '撤回申请', en: 'Application withdrawn' }, untimed: 'Another application is judged by the thirty days, which count on from the agreement' },
    accepted: { label: { zh: '法院审查', en: 'Under review by the court' }, clocks: DECIDING },
    confirmed: { label: { zh: '裁定有效', en: 'Confirmed' }, clocks: ['confirmation.objection', 'execution.application'] },
    rejected: { label: { zh: '驳回申请', en: 'Rejected' }, final: true },
    objected: { label: { zh: '异议审查', en: 'Objection under review' }, clocks: ['execution.application'] },
    revoked: { label: { zh: '撤销确认', en: 'Confirmation revoked' }, final: true },
    enforcing: { label: { zh: '法院执行', en: 'Under enforcement' }, untimed: 'The court enforces; its time limits run with the court' },
    enforced: { label: { zh: '执行完毕', en: 'Enforced' }, final: true },
    'enforcement-ended': { label: { zh: '终结执行', en: 'Enforcement ended without full satisfaction' }, final: true },
    settled: { label: { zh: '自动履行完毕', en: 'Performed without enforcement' }, final: true },
  },
  moves: [
    { from: null, command: 'open', to: 'available', permission: HANDLE, carried: true, clocks: { start: ['confirmation.application'] }, emits: ['confirmation.available'], basis: law(CIVIL, '第二百零五条', '人民调解法第三十三条') },
    // Day thirty-one, by itself; both sides are told of it.
    { from: 'available', command: 'close-door', to: 'lapsed', permission: HANDLE, carried: true, clocks: { lapse: ['confirmation.application'] }, emits: ['confirmation.door-closed'], basis: law(CIVIL, '第二百零五条') },
    { from: 'lapsed', command: 'notify-lapse', to: 'lapsed', permission: HANDLE, guards: ['in-own-agency', 'all-told'], requires: ['told'], emits: ['confirmation.lapse-told'], document: 'confirmation-lapse-notice', basis: law(CIVIL, '第二百零五条', '人民调解法第二十六条、第三十二条：告知其他途径') },
    ...OPEN_TO_ALL.map((from): Move => ({
      from, command: 'apply', to: 'applied', permission: HANDLE, guards: APPLYING, requires: ['applicants', 'court', 'appliedAt'],
      clocks: { stop: ['confirmation.application'], start: ['confirmation.court-acceptance'] }, emits: ['confirmation.applied'], document: 'confirmation-application', basis: law(CIVIL, '第二百零五条', '人民调解法第三十三条第一款；期满前交邮的不算过期：第八十五条'),
    })),
    { from: 'applied', command: 'record-acceptance', to: 'accepted', permission: RECORD, guards: ['at-the-court'], requires: ['courtNumber', 'acceptedAt'], clocks: { stop: ['confirmation.court-acceptance'], start: DECIDING }, emits: ['confirmation.accepted'], basis: law(RULES, '第四条第一款、第五条', '民事诉讼法第一百八十七条：三十日') },
    { from: 'applied', command: 'record-non-acceptance', to: 'not-accepted', permission: RECORD, guards: ['at-the-court', 'non-acceptance-ground'], requires: ['ground'], clocks: { stop: ['confirmation.court-acceptance'] }, emits: ['confirmation.not-accepted'], basis: law(READING, '第三百五十五条第一款') },
    ...(['applied', 'accepted'] as const).map((from): Move => ({
      from, command: 'withdraw', to: 'withdrawn', permission: HANDLE, guards: ['in-own-agency'], requires: ['reason'], clocks: { stop: ['confirmation.court-acceptance', ...DECIDING] }, emits: ['confirmation.withdrawn'], basis: law(RULES, '第五条第二款'),
    })),
    {
      from: 'accepted', command: 'record-confirmation', to: 'confirmed', permission: RECORD, guards: ['at-the-court'], requires: ['ruledAt', 'servedAt'],
      clocks: { stop: DECIDING, start: ['confirmation.objection', 'execution.application'] }, emits: ['confirmation.confirmed'], basis: law(CIVIL, '第二百零六条', '申请执行：第二百五十条；异议：解释第三百七十二条'),
    },
    { from: 'accepted', command: 'record-rejection', to: 'rejected', permission: RECORD, guards: ['at-the-court', 'rejection-ground'], requires: ['ground', 'ruledAt'], clocks: { stop: DECIDING }, emits: ['confirmation.rejected'], basis: law(CIVIL, '第二百零六条', '可以变更调解协议、达成新的协议或者起诉；解释第三百五十八条') },
    { from: 'confirmed', command: 'record-objection', to: 'objected', permission: RECORD, guards: ['at-the-court', 'objection-in-time'], requires: ['by', 'objectedAt'], clocks: { stop: ['confirmation.objection'] }, emits: ['confirmation.objected'], basis: law(READING, '第三百七十二条') },
    { from: 'objected', command: 'dismiss-objection', to: 'confirmed', permission: RECORD, guards: ['at-the-court'], requires: ['ruledAt'], emits: ['confirmation.objection-dismissed'], basis: law(READING, '第三百七十二条第一款') },
    { from: 'objected', command: 'revoke', to: 'revoked', permission: RECORD, guards: ['at-the-court'], requires: ['ruledAt'], clocks: { lapse: ['execution.application'] }, emits: ['confirmation.revoked'], basis: law(READING, '第三百七十二条第一款') },
    { from: 'confirmed', command: 'apply-enforcement', to: 'enforcing', permission: HANDLE, guards: ['in-own-agency', 'term-in-default', 'execution-in-time'], requires: ['appliedAt', 'creditor'], clocks: { stop: ['execution.application'] }, emits: ['confirmation.enforcement-applied'], basis: law(CIVIL, '第二百零六条、第二百五十条') },
    { from: 'enforcing', command: 'record-enforced', to: 'enforced', permission: RECORD, guards: ['at-the-court'], requires: ['at'], clocks: { lapse: ['confirmation.objection'] }, emits: ['confirmation.enforced'], basis: law(CIVIL, '第二百零六条') },
    { from: 'enforcing', command: 'end-enforcement', to: 'enforcement-ended', permission: RECORD, guards: ['at-the-court'], requires: ['reason', 'at'], clocks: { lapse: ['confirmation.objection'] }, emits: ['confirmation.enforcement-ended'], basis: law(CIVIL, '第二百六十八条') },
    { from: 'confirmed', command: 'settle', to: 'settled', permission: HANDLE, carried: true, clocks: { lapse: ['confirmation.objection', 'execution.application'] }, emits: ['confirmation.settled'], basis: law(CIVIL, '第二百零六条') },
  ] as readonly Move[],
} satisfies Lifecycle;

/** Nothing has to be waited for: the case may be closed. An application opens it again. */
export const CONFIRMATION_ENDED = ['available', 'lapsed', 'not-accepted', 'withdrawn', 'confirmed'];
