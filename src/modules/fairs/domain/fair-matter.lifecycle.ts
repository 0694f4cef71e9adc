import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const fairs = (article: string, note?: string): Basis => ({ source: '展会知识产权保护办法', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const HANDLE = 'fair.handle';
const APPROVE = 'fair.approve';
const OWN = ['in-own-agency', 'not-in-advance'];
const DECIDING = [...OWN, 'actor-not-excluded', 'remedies-of-the-right', 'remedies-in-full'];
const FORWARDING = 'fair.forwarding';
const ANSWER = 'fair.answer';
const HANDOVER = 'fair.handover';
const PASS_ON = [{ kind: FORWARDING, when: 'complete-at-desk' }];
const CLOCKS = [FORWARDING, ANSWER, HANDOVER];
/** Still to be decided. */
const OPEN = ['received', 'incomplete', 'passed', 'accepted', 'to-decide'] as const;
const REFUSAL = fairs('第十七条、第二十条');
const OVER = fairs('第三十三条');

const MOVES: readonly Move[] = [
  // At the desk.
  {
    from: null, command: 'file', to: 'received', permission: HANDLE, guards: ['not-in-advance', 'fair-is-on', 'stall-of-the-fair', 'parties-of-the-case'], requires: ['receivedAt', 'materials'], clocks: { start: [...PASS_ON, HANDOVER] },
    emits: ['fair-matter.filed'], basis: fairs('第七条、第八条'),
  },
  { from: 'received', command: 'ask-for-missing', to: 'incomplete', permission: HANDLE, guards: [...OWN, 'asked-once', 'materials-missing'], requires: ['at'], emits: ['fair-matter.missing-asked'], basis: fairs('第九条') },
  { from: 'incomplete', command: 'supplement', to: 'received', permission: HANDLE, guards: OWN, requires: ['at', 'materials'], clocks: { start: PASS_ON }, emits: ['fair-matter.supplemented'], basis: fairs('第九条、第十一条') },
  ...(['received', 'incomplete'] as const).map((from): Move => ({ from, command: 'not-take', to: 'not-taken', permission: HANDLE, guards: [...OWN, 'materials-missing'], requires: ['at', 'reason'], clocks: { lapse: CLOCKS }, emits: ['fair-matter.not-taken'], basis: fairs('第九条') })),
  { from: 'received', command: 'pass-on', to: 'passed', permission: HANDLE, guards: [...OWN, 'at-the-desk', 'materials-complete'], requires: ['at'], clocks: { stop: [FORWARDING] }, emits: ['fair-matter.passed-on'], basis: fairs('第十一条') },
  ...staying(OPEN, { command: 'suspend-display', permission: HANDLE, guards: [...OWN, 'at-the-desk', 'still-shown'], requires: ['at'], emits: ['fair-matter.display-suspended'], basis: fairs('第七条第一项') }),
  // With the agency.
  ...([['received', 'came-directly'], ['passed', 'at-the-desk']] as const).flatMap(([from, guard]): Move[] => [
    {
      from, command: 'accept', to: 'accepted', permission: HANDLE, guards: [...OWN, guard, 'materials-complete', 'actor-not-excluded', 'not-in-court', 'organiser-told', 'answer-by-the-length'], requires: ['notifiedAt', 'answerHours', 'organiserTold'],
      clocks: { start: [ANSWER] }, emits: ['fair-matter.accepted'], basis: fairs('第十二条、第十三条'),
    },
    { from, command: 'refuse', to: 'refused', permission: HANDLE, guards: [...OWN, guard, 'ground-of-the-right'], requires: ['at', 'ground', 'reason'], clocks: { lapse: CLOCKS }, emits: ['fair-matter.refused'], basis: REFUSAL },
  ]),
  { from: 'accepted', command: 'answer', to: 'to-decide', permission: HANDLE, guards: OWN, requires: ['at', 'answer'], clocks: { stop: [ANSWER] }, emits: ['fair-matter.answered'], basis: fairs('第十三条') },
  // A late answer is read as long as nothing is decided.
  { from: 'to-decide', command: 'answer', to: 'to-decide', permission: HANDLE, guards: [...OWN, 'not-answered'], requires: ['at', 'answer'], emits: ['fair-matter.answered'], basis: fairs('第十四条第二款') },
  // Time brings this.
  { from: 'accepted', command: 'go-on', to: 'to-decide', permission: HANDLE, clocks: { lapse: [ANSWER] }, emits: ['fair-matter.unanswered'], basis: fairs('第十四条第二款') },
  { from: 'to-decide', command: 'find-infringement', to: 'infringing', permission: APPROVE, guards: DECIDING, requires: ['at', 'facts', 'provisions', 'remedies'], emits: ['fair-matter.infringement-found'], document: 'correction-order', basis: fairs('第十四条第一款、第二十四条') },
  {
    from: 'accepted', command: 'find-infringement', to: 'infringing', permission: APPROVE, guards: [...DECIDING, 'decided-before'], requires: ['at', 'facts', 'provisions', 'remedies'], clocks: { lapse: [ANSWER] }, emits: ['fair-matter.infringement-found'],
    document: 'correction-order', basis: fairs('第二十九条'),
  },
  { from: 'to-decide', command: 'find-none', to: 'not-infringing', permission: APPROVE, guards: [...OWN, 'actor-not-excluded'], requires: ['at', 'reason'], clocks: { stop: [HANDOVER] }, emits: ['fair-matter.no-infringement-found'], basis: fairs('第十四条第一款') },
  // At the stall.
  { from: 'infringing', command: 'record-remedy', to: 'remedied', permission: HANDLE, guards: [...OWN, 'all-done'], requires: ['at', 'done'], clocks: { stop: [HANDOVER] }, emits: ['fair-matter.remedied'], basis: fairs('第二十五条至第二十八条') },
  ...(['infringing', 'remedied'] as const).map((from): Move => ({ from, command: 'revoke-finding', to: 'revoked', permission: APPROVE, guards: OWN, requires: ['at', 'fileNumber', 'reason'], clocks: { lapse: [HANDOVER] }, emits: ['fair-matter.finding-revoked'], basis: fairs('第三十一条', '依据的决定被撤销的，不再计入侵权次数') })),
  // Ended by the parties.
  ...OPEN.flatMap((from): Move[] => [
    { from, command: 'withdraw', to: 'withdrawn', permission: HANDLE, guards: OWN, requires: ['at'], clocks: { lapse: CLOCKS }, emits: ['fair-matter.withdrawn'], basis: fairs('第八条') },
    { from, command: 'settle', to: 'settled', permission: HANDLE, guards: OWN, requires: ['at', 'terms'], clocks: { lapse: CLOCKS }, emits: ['fair-matter.settled'], basis: { source: '广东省知识产权保护条例', article: '第三十一条第二款', status: 'verified' } },
  ]),
  // After the fair nothing is left lying: by hand within the time, else by time itself.
  ...[...OPEN, 'infringing'].map((from): Move => ({ from, command: 'hand-over', to: 'handed-over', permission: HANDLE, guards: [...OWN, 'fair-is-over', 'agency-known'], requires: ['at', 'agency', 'reason'], clocks: { stop: [HANDOVER], lapse: [FORWARDING, ANSWER] }, emits: ['fair-matter.handed-over'], basis: OVER })),
  ...[...OPEN, 'infringing'].map((from): Move => ({ from, command: 'pass-to-competent', to: 'handed-over', permission: HANDLE, clocks: { stop: [HANDOVER], lapse: [FORWARDING, ANSWER] }, emits: ['fair-matter.handed-over'], basis: OVER })),
  { from: 'handed-over', command: 'take-over', to: 'taken-over', permission: HANDLE, guards: ['is-competent', 'not-in-advance'], requires: ['at'], emits: ['fair-matter.taken-over'], basis: OVER },
];

/** A complaint at a fair, from the desk to what is done at the stall, or to the agency that goes on after the fair. */
export const FAIR_MATTER_LIFECYCLE = {
  subject: 'fair-matter',
  label: { zh: '展会投诉', en: 'Matter of a fair' },
  states: {
    received: { label: { zh: '已收到投诉', en: 'Received' }, clocks: [FORWARDING, HANDOVER] },
    incomplete: { label: { zh: '待补充材料', en: 'To be supplemented' }, clocks: [HANDOVER] },
    'not-taken': { label: { zh: '不予接受', en: 'Not taken' }, final: true },
    passed: { label: { zh: '已移交行政管理部门', en: 'Passed on to the agency' }, clocks: [HANDOVER] },
    refused: { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    accepted: { label: { zh: '已受理，待答辩', en: 'Accepted, answer awaited' }, clocks: [ANSWER, HANDOVER] },
    'to-decide': { label: { zh: '待决定', en: 'To be decided' }, clocks: [HANDOVER] },
    infringing: { label: { zh: '侵权成立，现场处理', en: 'Infringing, to be remedied at the stall' }, clocks: [HANDOVER] },
    'not-infringing': { label: { zh: '侵权不成立', en: 'Not infringing' }, final: true },
    remedied: { label: { zh: '已现场处理', en: 'Remedied' }, untimed: 'Over; only the end of the decision leads out of it' },
    revoked: { label: { zh: '决定被撤销', en: 'Finding revoked' }, final: true },
    withdrawn: { label: { zh: '投诉人撤回', en: 'Withdrawn' }, final: true },
    settled: { label: { zh: '现场调解解决', en: 'Settled' }, final: true },
    'handed-over': { label: { zh: '已移交有管辖权的部门', en: 'Handed over' }, untimed: 'The competent agency takes it over and opens its own proceeding, which has its own clocks' },
    'taken-over': { label: { zh: '已接收', en: 'Taken over' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
