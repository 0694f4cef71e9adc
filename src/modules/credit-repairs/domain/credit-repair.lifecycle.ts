import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理信用修复管理办法（总局令第107号）', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const HANDLE = 'credit-repair.handle';
const APPROVE = 'credit-repair.approve';
const OWN = ['in-own-agency', 'nothing-ahead'];
const RECEIPT = ['repair.acceptance', 'repair.correction-notice'];
const DATA = ['repair.data', 'repair.push'];

const MOVES: readonly Move[] = [
  {
    from: null, command: 'file', to: 'filed', permission: HANDLE, guards: [...OWN, 'applicant-is-shown', 'target-is-shown', 'no-display-of-a-listing', 'rests-on-a-case', 'no-other-open'], requires: ['appliedAt'],
    clocks: { start: [{ kind: 'repair.acceptance', when: 'materials-complete' }, { kind: 'repair.correction-notice', when: 'materials-missing' }] }, emits: ['credit-repair.filed'], basis: art('第四条、第十四条第一款、第二款'),
  },
  { from: 'filed', command: 'ask-correction', to: 'correcting', permission: HANDLE, guards: [...OWN, 'materials-missing', 'not-asked-before'], clocks: { stop: ['repair.correction-notice'] }, emits: ['credit-repair.correction-asked'], document: 'repair-correction', basis: art('第十四条第四款', '一次性告知') },
  { from: 'correcting', command: 'correct', to: 'filed', permission: HANDLE, guards: OWN, requires: ['at', 'materials'], clocks: { start: ['repair.acceptance'] }, emits: ['credit-repair.corrected'], basis: art('第十四条第四款', '受理期限自收到补正之日起算，为本系统判断') },
  { from: 'filed', command: 'accept', to: 'accepted', permission: HANDLE, guards: [...OWN, 'may-be-accepted'], clocks: { stop: ['repair.acceptance'], lapse: ['repair.correction-notice'], start: ['repair.decision'] }, emits: ['credit-repair.accepted'], document: 'repair-acceptance', basis: art('第十四条第四款') },
  { from: 'filed', command: 'refuse-acceptance', to: 'not-accepted', permission: APPROVE, guards: [...OWN, 'may-not-be-accepted', 'was-asked-to-correct'], requires: ['reasons'], clocks: { stop: RECEIPT }, emits: ['credit-repair.not-accepted'], document: 'repair-non-acceptance', basis: art('第十四条第四款') },
  ...staying(['accepted'], { command: 'record-verification', permission: HANDLE, guards: OWN, requires: ['at', 'way', 'findings'], emits: ['credit-repair.verified'], basis: art('第十五条') }),
  ...staying(['accepted'], { command: 'extend', permission: APPROVE, guards: [...OWN, 'not-extended'], requires: ['reasons'], clocks: { extend: [{ kind: 'repair.decision', step: 'head' }] }, emits: ['credit-repair.extended'], basis: art('第十六条第三款') }),
  {
    from: 'accepted', command: 'grant', to: 'granted', permission: APPROVE, guards: [...OWN, 'target-is-shown', 'conditions-hold'], requires: ['reasons'], clocks: { stop: ['repair.decision'], start: ['repair.data', { kind: 'repair.push', when: 'other-province' }] },
    cascade: [{ subject: 'publication', command: 'stop-early' }], emits: ['credit-repair.granted'], document: 'repair-grant', basis: art('第二条、第十三条第三款、第十七条'),
  },
  { from: 'accepted', command: 'refuse', to: 'refused', permission: APPROVE, guards: [...OWN, 'verified', 'a-condition-fails'], requires: ['reasons'], clocks: { stop: ['repair.decision'] }, emits: ['credit-repair.refused'], document: 'repair-refusal', basis: art('第十七条、第十八条') },
  { from: 'accepted', command: 'refuse-for-fraud', to: 'barred', permission: APPROVE, guards: OWN, requires: ['facts', 'reasons'], clocks: { stop: ['repair.decision'], start: ['repair.ban'] }, emits: ['credit-repair.barred'], document: 'repair-refusal', basis: art('第二十三条') },
  ...(['filed', 'correcting', 'accepted'] as const).map((from): Move => ({ from, command: 'withdraw', to: 'withdrawn', permission: HANDLE, guards: OWN, requires: ['at'], clocks: { lapse: [...RECEIPT, 'repair.decision'] }, emits: ['credit-repair.withdrawn'], basis: art('第十四条', '申请人撤回申请，条文未作规定') })),
  ...staying(['granted'], { command: 'record-push', permission: HANDLE, guards: [...OWN, 'other-province', 'not-pushed'], requires: ['at', 'receipt'], clocks: { stop: ['repair.push'] }, emits: ['credit-repair.pushed'], basis: art('第四条第二款') }),
  { from: 'granted', command: 'confirm-data', to: 'repaired', permission: HANDLE, guards: [...OWN, 'nothing-shown', 'pushed-where-due'], requires: ['at', 'channel'], clocks: { stop: ['repair.data'] }, emits: ['credit-repair.repaired'], basis: art('第十七条') },
  ...(['granted', 'repaired'] as const).map((from): Move => ({
    from, command: 'revoke', to: 'barred', permission: APPROVE, guards: OWN, requires: ['facts', 'reasons'], clocks: { lapse: DATA, start: ['repair.ban'] }, cascade: [{ subject: 'publication', command: 'restore' }], emits: ['credit-repair.revoked'],
    document: 'repair-revocation', basis: art('第二十三条'),
  })),
  { from: 'barred', command: 'end-bar', to: 'bar-over', permission: APPROVE, emits: ['credit-repair.bar-over'], basis: art('第二十三条第二款') },
];

/** 信用修复: from the application to the data, and back where the party deceived. */
export const CREDIT_REPAIR_LIFECYCLE = {
  subject: 'credit-repair',
  label: { zh: '信用修复', en: 'Credit repair' },
  states: {
    filed: { label: { zh: '已申请', en: 'Filed' }, clocks: RECEIPT },
    correcting: { label: { zh: '待补正', en: 'To be corrected' }, untimed: 'The order sets the applicant no time to correct (第十四条第四款)' },
    'not-accepted': { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    accepted: { label: { zh: '已受理', en: 'Accepted' }, clocks: ['repair.decision'] },
    granted: { label: { zh: '准予修复，待数据处理', en: 'Granted; data to be done' }, clocks: DATA },
    repaired: { label: { zh: '已修复', en: 'Repaired' }, untimed: 'Nothing is owed; only fraud that comes to light leads out (第二十三条)' },
    refused: { label: { zh: '不予修复', en: 'Refused' }, final: true },
    withdrawn: { label: { zh: '申请已撤回', en: 'Withdrawn' }, final: true },
    barred: { label: { zh: '弄虚作假，三年内不得申请', en: 'Fraud; barred for three years' }, clocks: ['repair.ban'] },
    'bar-over': { label: { zh: '禁止申请期满', en: 'The bar is over' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
