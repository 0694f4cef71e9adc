import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const PENALTY = '市场监督管理行政处罚程序规定';
const from = (article: string): Basis => ({ source: PENALTY, article, status: 'verified' });
/** On the mediation track the clock belongs to the complaint: it counts from acceptance, not from the opening of the file. */
const TRACK_CLOCKS = ['case.decision', 'adjudication.decision'];
const START = [{ kind: 'case.decision', when: 'under-penalty-procedure' }, { kind: 'adjudication.decision', when: 'under-patent-adjudication' }];

/** The case file as a whole. What happens on a track has tables of its own. */
export const CASE_LIFECYCLE = {
  subject: 'case',
  label: { zh: '案件', en: 'Case' },
  states: {
    open: { label: { zh: '待分派', en: 'Open, nobody in charge' }, clocks: TRACK_CLOCKS },
    assigned: { label: { zh: '办理中', en: 'In hand' }, clocks: TRACK_CLOCKS },
    reopened: { label: { zh: '重新办理', en: 'Reopened' }, untimed: 'No statute limits the time after reopening; the order that reopens names it' },
    closed: { label: { zh: '已结案', en: 'Closed' }, untimed: 'Ended; only a reopening by the head leads out of it' },
  },
  moves: [
    { from: null, command: 'open', to: 'open', permission: 'case.open', clocks: { start: START }, emits: ['case.opened'], document: 'filing-approval', basis: from('第十九条') },
    { from: 'open', command: 'assign', to: 'assigned', permission: 'case.assign', guards: ['in-own-agency', 'officer-of-the-agency'], requires: ['officer'], emits: ['case.assigned'], basis: from('第十九条第二款') },
    { from: 'assigned', command: 'assign', to: 'assigned', permission: 'case.assign', guards: ['in-own-agency', 'officer-of-the-agency'], requires: ['officer'], emits: ['case.assigned'], basis: from('第十九条第二款') },
    { from: 'reopened', command: 'assign', to: 'reopened', permission: 'case.assign', guards: ['in-own-agency', 'officer-of-the-agency'], requires: ['officer'], emits: ['case.assigned'], basis: from('第十九条第二款') },
    {
      from: 'assigned', command: 'close', to: 'closed', permission: 'case.close', guards: ['in-own-agency', 'in-charge'], requires: ['outcome'],
      clocks: { stop: TRACK_CLOCKS }, emits: ['case.closed'], cascade: [{ subject: 'complaint', command: 'conclude' }], document: 'closing-approval', basis: from('第七十七条'),
    },
    {
      from: 'reopened', command: 'close', to: 'closed', permission: 'case.close', guards: ['in-own-agency', 'in-charge'], requires: ['outcome'],
      emits: ['case.closed'], cascade: [{ subject: 'complaint', command: 'conclude' }], document: 'closing-approval', basis: from('第七十七条'),
    },
    // A second number for the same matter: the case takes another complaint in, under its own lock.
    ...staying(['open', 'assigned', 'reopened'], { command: 'admit', permission: 'case.open', guards: ['in-own-agency'], emits: ['case.complaint-joined'], basis: { source: '潮办发〔2021〕2号', article: '第17项', status: 'verified' } }),
    {
      from: 'closed', command: 'reopen', to: 'reopened', permission: 'case.reopen', guards: ['in-own-agency'], requires: ['reason'],
      emits: ['case.reopened'], cascade: [{ subject: 'complaint', command: 'resume' }], basis: { source: PENALTY, article: '第七十七条', status: 'unverified', note: '规章未规定重新办理的程序与期限' },
    },
  ] as readonly Move[],
} satisfies Lifecycle;
