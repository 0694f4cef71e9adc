import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { inBoth } from './orders.rules.js';

const PENALTY = '市场监督管理行政处罚程序规定';
const from = (source: string, article: string): Basis => ({ source, article, status: 'verified' });

/** Clocks of the first decision, each with the matters that it bounds. */
const ENTRY = [
  { kind: 'complaint.acceptance', when: 'is-consumer-complaint' },
  { kind: 'adjudication.filing', when: 'asks-patent-adjudication' },
  { kind: 'patent-mediation.service', when: 'asks-patent-mediation' },
  { kind: 'copyright.acceptance', when: 'is-copyright-complaint' },
  { kind: 'service.first-response', when: 'has-no-statutory-clock' },
];
const ENTRY_CLOCKS = ENTRY.map(({ kind }) => kind);
/** Everything that runs from receipt. */
const DUTY = [...ENTRY, { kind: 'report.verification', when: 'is-verified-as-report' }];
export const DUTY_CLOCKS = DUTY.map(({ kind }) => kind);
/** Clocks that go on with the first proceeding of a case. */
const GOING_ON = [
  ...['report.verification', 'adjudication.filing'].map((kind) => ({ kind, when: 'a-proceeding-begins' })),
  ...['mediation.consumer', 'patent-mediation.service'].map((kind) => ({ kind, when: 'a-mediation-begins' })),
];
const AT_DESK = ['registered', 'returned'] as const;
const ALIVE = ['registered', 'returned', 'accepted', 'in-case'] as const;
/** The answer that is owed goes with the matter to its new agency. */
const WITH_REPLY = [{ subject: 'reply', command: 'follow' }];

/** One leg of a submission, from filing to its conclusion. The answer to the line is owed by a subject of its own. */
export const COMPLAINT_LIFECYCLE = {
  subject: 'complaint',
  label: { zh: '投诉举报', en: 'Complaint or report' },
  states: {
    registered: { label: { zh: '已登记', en: 'Registered' }, clocks: DUTY_CLOCKS },
    returned: { label: { zh: '退回接收机构', en: 'Returned to the intake desk' }, clocks: [...DUTY_CLOCKS, 'jurisdiction.dispute'] },
    accepted: { label: { zh: '已受理', en: 'Accepted' }, clocks: ['report.verification', 'mediation.consumer'] },
    'in-case': { label: { zh: '案件办理中', en: 'In a case' }, untimed: 'Its clock went on with the first proceeding of the case' },
    declined: { label: { zh: '不予受理', en: 'Declined' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    'out-of-scope': { label: { zh: '已告知其他途径', en: 'Told another way' }, final: true },
    merged: { label: { zh: '并入先前举报', en: 'Merged into an earlier report' }, final: true },
    concluded: { label: { zh: '已办结', en: 'Concluded' }, untimed: 'Ended; only reopening the case leads out of it' },
  },
  moves: [
    { from: null, command: 'register', to: 'registered', permission: 'complaint.file', guards: ['filed-for-own-desk'], clocks: { start: DUTY }, emits: ['complaint.registered'], basis: inBoth('第九条、第十条、第二十八条', '第七条、第九条、第二十四条') },
    // What the clerk finds to be two things in law becomes two, like what was split at filing.
    { from: 'registered', command: 'split', to: 'registered', permission: 'complaint.classify', guards: ['is-whole', 'holds-another'], requires: ['classification', 'reason'], emits: ['complaint.split'], cascade: [{ subject: 'complaint', command: 'split-off' }], basis: inBoth('第九条', '第七条') },
    { from: null, command: 'split-off', to: 'registered', permission: 'complaint.classify', clocks: { start: DUTY }, emits: ['complaint.registered'], basis: inBoth('第九条', '第七条') },
    ...staying(AT_DESK, { command: 'confirm-classification', permission: 'complaint.classify', emits: ['complaint.classified'], basis: inBoth('第三条、第九条', '第三条、第七条') }),
    // What is corrected is routed again; a clock that still applies keeps its dates, for the receipt has not changed.
    ...staying(AT_DESK, { command: 'correct', permission: 'complaint.classify', requires: ['reason'], clocks: { settle: DUTY }, emits: ['complaint.corrected'], cascade: WITH_REPLY, basis: inBoth('第三条、第九条、第四十一条', '第三条、第七条、第三十七条') }),
    ...staying(AT_DESK, {
      command: 'request-identity-proof', permission: 'complaint.request-proof', requires: ['reason', 'workingDays'], clocks: { start: ['identity.proof'] },
      emits: ['complaint.proof-requested'], document: 'identity-proof-notice', basis: inBoth('第十条第三款', null),
    }),
    ...staying(AT_DESK, { command: 'record-identity-proof', permission: 'complaint.request-proof', clocks: { stop: ['identity.proof'] }, emits: ['complaint.proof-recorded'], basis: inBoth('第十条第三款', null) }),
    {
      from: 'registered', command: 'accept', to: 'accepted', permission: 'complaint.accept', guards: ['handled-by-own-agency', 'decided-at-the-desk'],
      clocks: { stop: [...ENTRY_CLOCKS, 'identity.proof'], start: [{ kind: 'mediation.consumer', when: 'is-consumer-complaint' }] },
      emits: ['complaint.accepted'], document: 'complaint-acceptance', basis: inBoth('第十五条第一款', '第十四条'),
    },
    {
      from: 'registered', command: 'decline', to: 'declined', permission: 'complaint.decline',
      guards: ['handled-by-own-agency', 'ground-is-known', 'ground-fits-classification'], requires: ['ground', 'reason'], clocks: { stop: DUTY_CLOCKS, lapse: ['identity.proof'] },
      emits: ['complaint.declined'], document: 'complaint-non-acceptance', basis: inBoth('第十五条第二款、第十六条、第三十四条', '第十四条、第十五条、第二十九条'),
    },
    ...(['registered', 'accepted'] as const).map((state) => ({
      from: state, command: 'withdraw', to: 'withdrawn', permission: 'complaint.withdraw', guards: ['handled-by-own-agency', 'may-be-withdrawn'], requires: ['reason'],
      clocks: { lapse: [...DUTY_CLOCKS, 'identity.proof', 'mediation.consumer'] }, emits: ['complaint.withdrawn'], basis: inBoth('第二十三条第一款第一项', '第二十一条第一款第一项'),
    })),
    {
      from: 'registered', command: 'mark-out-of-scope', to: 'out-of-scope', permission: 'complaint.close-out', guards: ['handled-by-own-agency'], requires: ['route', 'reason'],
      clocks: { stop: DUTY_CLOCKS, lapse: ['identity.proof'] }, emits: ['complaint.told-elsewhere'], document: 'other-way-notice', basis: inBoth('第三十四条、第四十四条', '第二十九条、第三十九条第二款'),
    },
    {
      // No office hands a matter to another office: it goes back to the desk that distributes. The clocks run on.
      from: 'registered', command: 'return-to-intake', to: 'returned', permission: 'complaint.return', guards: ['handled-by-own-agency'], requires: ['reason'],
      clocks: { start: [{ kind: 'jurisdiction.dispute', when: 'third-return' }] }, emits: ['complaint.returned'], basis: inBoth('第三十三条、第四十一条', '第三十条、第三十七条'),
    },
    { from: 'registered', command: 'transfer', to: 'registered', permission: 'complaint.return', guards: ['hands-back-instead'], emits: ['complaint.transferred'], basis: inBoth('第四十一条第二款', '第三十七条第二款') },
    {
      from: 'returned', command: 'reroute', to: 'registered', permission: 'complaint.reroute', guards: ['agency-may-handle', 'no-dispute-open'], requires: ['agency', 'reason'],
      emits: ['complaint.rerouted'], cascade: WITH_REPLY, basis: inBoth('第四十一条', '第三十七条'),
    },
    {
      from: 'returned', command: 'designate', to: 'registered', permission: 'complaint.designate', guards: ['agency-may-handle', 'dispute-open', 'is-common-superior'], requires: ['agency', 'reason'],
      clocks: { stop: ['jurisdiction.dispute'] }, emits: ['complaint.designated'], document: 'jurisdiction-designation', cascade: WITH_REPLY, basis: inBoth('第三十三条', '第三十条'),
    },
    {
      from: 'registered', command: 'override-route', to: 'registered', permission: 'complaint.override', guards: ['agency-may-handle', 'within-permitted-tracks'], requires: ['agency', 'track', 'reason'],
      clocks: { settle: DUTY }, emits: ['complaint.overridden'], cascade: WITH_REPLY, basis: inBoth('第四十一条第一款', '第三十七条第一款'),
    },
    // The clock runs on in the first proceeding of the case: opening it resets nothing. Whether a patent dispute is filed is decided there.
    ...([['registered', 'decided-in-its-proceeding'], ['accepted', 'decided-at-the-desk']] as const).map(([state, guard]) => ({
      from: state, command: 'open-case', to: 'in-case', permission: 'case.open', guards: ['handled-by-own-agency', 'has-a-track', guard],
      clocks: { carry: GOING_ON, stop: ['report.verification', 'identity.proof'] },
      emits: ['complaint.case-opened'], basis: from(PENALTY, '第十八条'),
      cascade: [{ subject: 'case', command: 'open' }, { subject: 'penalty', command: 'open' }, { subject: 'adjudication', command: 'open' }, { subject: 'mediation', command: 'open' }, { subject: 'complaint', command: 'join-case' }],
    })),
    ...(['registered', 'accepted'] as const).map((state) => ({
      from: state, command: 'join-case', to: 'in-case', permission: 'case.open', guards: ['handled-by-own-agency', 'case-takes-it'], requires: ['caseId'],
      clocks: { stop: [...ENTRY_CLOCKS, 'report.verification', 'identity.proof'] }, emits: ['complaint.joined'], cascade: [{ subject: 'case', command: 'admit' }, { subject: 'takedown', command: 'stop-by-complaint' }], basis: from('潮办发〔2021〕2号', '第17项'),
    })),
    {
      from: 'registered', command: 'merge-into', to: 'merged', permission: 'complaint.link', guards: ['handled-by-own-agency', 'is-report', 'earlier-report-fits'], requires: ['earlier', 'reason'],
      clocks: { lapse: [...DUTY_CLOCKS, 'identity.proof'] }, emits: ['complaint.merged'], cascade: [{ subject: 'complaint', command: 'take-in' }], basis: inBoth('第三十五条第二款', null),
    },
    ...staying(['registered', 'accepted', 'in-case'], { command: 'take-in', permission: 'complaint.link', guards: ['handled-by-own-agency'], clocks: { restart: ['report.verification'] }, emits: ['complaint.taken-in'], basis: inBoth('第三十五条第二款', null) }),
    ...staying(ALIVE, { command: 'link', permission: 'complaint.link', guards: ['links-to-another'], requires: ['other', 'kind'], emits: ['complaint.linked'], basis: inBoth('第三十五条第二款', null) }),
    ...staying(ALIVE, { command: 'unlink', permission: 'complaint.link', guards: ['links-to-another'], requires: ['other', 'kind', 'reason'], emits: ['complaint.unlinked'], basis: inBoth('第三十五条第二款', null) }),
    {
      from: 'accepted', command: 'conclude', to: 'concluded', permission: 'complaint.conclude', guards: ['handled-by-own-agency'], requires: ['reason'],
      clocks: { stop: ['report.verification', 'mediation.consumer'] }, emits: ['complaint.concluded'], basis: from(PENALTY, '第十八条'),
    },
    {
      from: 'in-case', command: 'conclude', to: 'concluded', permission: 'complaint.conclude',
      clocks: { stop: ['mediation.consumer'] }, emits: ['complaint.concluded'], basis: inBoth('第三十五条第一款', '第三十一条第一款'),
    },
    // Told where another law says so, and to the reporter alone.
    ...staying(['accepted', 'in-case', 'concluded'], {
      command: 'tell-result', permission: 'complaint.conclude', guards: ['handled-by-own-agency', 'is-verified-as-report'], requires: ['law', 'result'],
      emits: ['complaint.result-told'], document: 'report-result-notice', basis: inBoth('第三十六条', null),
    }),
    { from: 'concluded', command: 'resume', to: 'in-case', permission: 'case.reopen', emits: ['complaint.resumed'], basis: inBoth('第三十五条第一款', '第三十一条第一款') },
  ] as readonly Move[],
} satisfies Lifecycle;
