import type { Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PENALTY = '市场监督管理行政处罚程序规定';
const from = (source: string, article: string): Basis => ({ source, article, status: 'verified' });

/** Reply clocks of the 12345 line, by what the caller asked for. */
export const HOTLINE_CLOCKS = ['hotline12345.consultation', 'hotline12345.request', 'hotline12345.complaint'];
/** Clocks of the first decision: whether the matter is taken up. */
const ENTRY_CLOCKS = ['complaint.acceptance', 'adjudication.filing', 'copyright.acceptance', 'service.first-response'];
const DUTY_CLOCKS = [...ENTRY_CLOCKS, 'report.verification'];

/** A complaint, report or right-holder request from filing to its conclusion. */
export const COMPLAINT_LIFECYCLE = {
  subject: 'complaint',
  label: { zh: '投诉举报', en: 'Complaint or report' },
  states: {
    registered: { label: { zh: '已登记', en: 'Registered' }, clocks: [...DUTY_CLOCKS, ...HOTLINE_CLOCKS] },
    returned: { label: { zh: '退回接收机构', en: 'Returned to the intake desk' }, clocks: [...DUTY_CLOCKS, ...HOTLINE_CLOCKS] },
    accepted: { label: { zh: '已受理', en: 'Accepted' }, clocks: ['report.verification', 'mediation.consumer', ...HOTLINE_CLOCKS] },
    'in-case': { label: { zh: '案件办理中', en: 'In a case' }, untimed: 'Bounded by the clock of the case; the reply clock of the hotline and the mediation clock run on' },
    declined: { label: { zh: '不予受理', en: 'Declined' }, final: true },
    concluded: { label: { zh: '已办结', en: 'Concluded' }, untimed: 'Answered; only reopening the case leads out of it' },
  },
  moves: [
    {
      from: null, command: 'register', to: 'registered', permission: 'complaint.file',
      guards: ['filed-for-own-desk'],
      clocks: {
        start: [
          { kind: 'complaint.acceptance', when: 'is-consumer-complaint' },
          { kind: 'report.verification', when: 'is-verified-as-report' },
          { kind: 'adjudication.filing', when: 'asks-patent-adjudication' },
          { kind: 'copyright.acceptance', when: 'is-copyright-complaint' },
          { kind: 'service.first-response', when: 'has-no-statutory-clock' },
          { kind: 'hotline12345.consultation', when: 'hotline-asks-consultation' },
          { kind: 'hotline12345.request', when: 'hotline-asks-help' },
          { kind: 'hotline12345.complaint', when: 'hotline-asks-action' },
        ],
      },
      emits: ['complaint.registered'], basis: from(COMPLAINTS, '第九条、第十条、第二十八条'),
    },
    {
      from: 'registered', command: 'accept', to: 'accepted', permission: 'complaint.accept',
      guards: ['handled-by-own-agency'],
      clocks: { stop: ENTRY_CLOCKS, start: [{ kind: 'mediation.consumer', when: 'is-consumer-complaint' }] },
      emits: ['complaint.accepted'], document: 'complaint-acceptance', basis: from(COMPLAINTS, '第十五条第一款'),
    },
    {
      from: 'registered', command: 'decline', to: 'declined', permission: 'complaint.decline',
      guards: ['handled-by-own-agency', 'ground-is-known', 'ground-fits-classification'], requires: ['ground', 'reason'],
      clocks: { stop: [...DUTY_CLOCKS, ...HOTLINE_CLOCKS] },
      emits: ['complaint.declined'], document: 'complaint-non-acceptance', basis: from(COMPLAINTS, '第十五条第二款、第十六条、第三十四条'),
    },
    {
      // No office hands a matter to another office: it goes back to the desk that distributes. The clocks run on.
      from: 'registered', command: 'return-to-intake', to: 'returned', permission: 'complaint.return',
      guards: ['handled-by-own-agency'], requires: ['reason'],
      emits: ['complaint.returned'], basis: from(COMPLAINTS, '第四十一条'),
    },
    {
      from: 'returned', command: 'reroute', to: 'registered', permission: 'complaint.reroute',
      guards: ['agency-may-handle'], requires: ['agency', 'reason'],
      emits: ['complaint.rerouted'], basis: from(COMPLAINTS, '第四十一条'),
    },
    {
      from: 'accepted', command: 'open-case', to: 'in-case', permission: 'case.open',
      guards: ['handled-by-own-agency', 'has-a-track'],
      // The mediation clock counts from acceptance and runs on: opening a case resets nothing.
      clocks: { stop: ['report.verification'] },
      emits: ['complaint.case-opened'], cascade: [{ subject: 'case', command: 'open' }], basis: from(PENALTY, '第十八条、第十九条'),
    },
    {
      from: 'accepted', command: 'conclude', to: 'concluded', permission: 'complaint.conclude',
      guards: ['handled-by-own-agency'], requires: ['reason'],
      clocks: { stop: ['report.verification', 'mediation.consumer', ...HOTLINE_CLOCKS] },
      emits: ['complaint.concluded'], basis: from(PENALTY, '第十八条'),
    },
    {
      from: 'in-case', command: 'conclude', to: 'concluded', permission: 'complaint.conclude',
      clocks: { stop: ['mediation.consumer', ...HOTLINE_CLOCKS] },
      emits: ['complaint.concluded'], basis: from(COMPLAINTS, '第三十五条第一款'),
    },
    {
      from: 'concluded', command: 'resume', to: 'in-case', permission: 'case.reopen',
      emits: ['complaint.resumed'], basis: from(COMPLAINTS, '第三十五条第一款'),
    },
  ],
} as const satisfies Lifecycle;
