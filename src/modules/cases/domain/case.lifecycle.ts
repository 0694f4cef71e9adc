import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const PENALTY = '市场监督管理行政处罚程序规定';
const from = (article: string): Basis => ({ source: PENALTY, article, status: 'verified' });
const BY_PROCEEDINGS = 'Its proceedings are on the clock; the case shows the earliest of their dates';
const STATES = ['open', 'assigned', 'reopened', 'closed'];
const OPEN_STATES = ['open', 'assigned', 'reopened'];
const CLOSING = ['in-own-agency', 'in-charge', 'actor-not-recused', 'nothing-owed'];
/** 完善“五线合一”…对接、信息共享: matters that belong together are seen together. */
const SHARING: Basis = { source: '潮办发〔2021〕2号', article: '第17项', status: 'verified' };

/** Who works on a file is a matter of the house, within the measure that simple matters go fast (繁简分流、快速处理). */
const BY_HOUSE: Basis = { source: '潮办发〔2021〕2号', article: '第10项', status: 'verified', note: '领取、退回、上报负责人为系统内部分工规则；行政处罚办案人员的指定依市场监督管理行政处罚程序规定第十九条第二款' };

/** 推进案件繁简分流；简易案件和纠纷快速处理. */
const BY_LANE: Basis = { source: '潮办发〔2021〕2号', article: '第10项、第11项', status: 'verified', note: '通道的条件与规则为本系统拟定' };

/** The case file as a whole. What happens on a track has tables of its own. */
export const CASE_LIFECYCLE = {
  subject: 'case',
  label: { zh: '案件', en: 'Case' },
  states: {
    open: { label: { zh: '待分派', en: 'Open, nobody in charge' }, untimed: BY_PROCEEDINGS },
    assigned: { label: { zh: '办理中', en: 'In hand' }, untimed: BY_PROCEEDINGS },
    reopened: { label: { zh: '重新办理', en: 'Reopened' }, untimed: 'No statute limits the time after reopening; the order that reopens names it' },
    closed: { label: { zh: '已结案', en: 'Closed' }, untimed: 'Ended; only a reopening by the head leads out of it' },
  },
  moves: [
    { from: null, command: 'open', to: 'open', permission: 'case.open', emits: ['case.opened'], basis: from('第十八条') },
    {
      from: 'open', command: 'assign', to: 'assigned', permission: 'case.assign', guards: ['in-own-agency', 'actor-not-recused', 'officer-of-the-agency', 'officer-on-duty', 'officer-not-recused'], requires: ['officer'],
      emits: ['case.assigned'], basis: from('第十九条第二款'),
    },
    // Whoever may name the officers may replace them; the rule asks for no other office, the file for a reason.
    ...staying(['assigned', 'reopened'], {
      command: 'reassign', permission: 'case.assign', guards: ['in-own-agency', 'actor-not-recused', 'officer-of-the-agency', 'officer-on-duty', 'another-officer', 'officer-not-recused'], requires: ['officer', 'reason'],
      emits: ['case.reassigned'], basis: from('第十九条第二款'),
    }),
    // Chosen by skill, load and presence, under the eyes of the head. Where nobody can be chosen, the case is escalated instead.
    ...([['open', 'assigned'], ['assigned', 'assigned'], ['reopened', 'reopened']] as const).map(([state, to]) => ({
      from: state, command: 'auto-assign', to, permission: 'case.assign', guards: ['in-own-agency', 'actor-not-recused', 'another-officer', 'officer-not-recused'], emits: ['case.auto-assigned'], basis: BY_HOUSE,
    })),
    ...staying(OPEN_STATES, { command: 'allot', permission: 'case.assign', guards: ['in-own-agency', 'actor-not-recused', 'team-of-the-agency'], requires: ['team'], emits: ['case.allotted'], basis: BY_HOUSE }),
    // What lies in the pool is taken by whoever is free, and given back by whoever cannot go on. The officers of a penalty procedure are named by the head all the same.
    ...([['open', 'assigned'], ['reopened', 'reopened']] as const).map(([state, to]) => ({
      from: state, command: 'claim', to, permission: 'case.claim', guards: ['in-own-agency', 'actor-not-recused', 'nobody-in-charge', 'in-the-team', 'officer-on-duty'], emits: ['case.claimed'], basis: BY_HOUSE,
    })),
    ...([['assigned', 'open'], ['reopened', 'reopened']] as const).map(([state, to]) => ({
      from: state, command: 'release', to, permission: 'case.claim', guards: ['in-own-agency', 'in-own-hands'], requires: ['reason'], emits: ['case.released'], basis: BY_HOUSE,
    })),
    // Nobody to take it, an officer who cannot go on, a clock that has run out: the head decides.
    ...staying(OPEN_STATES, { command: 'escalate', carried: true, permission: 'case.assign', emits: ['case.escalated'], basis: BY_HOUSE }),
    ...staying(OPEN_STATES, { command: 'de-escalate', carried: true, permission: 'case.assign', emits: ['case.de-escalated'], basis: BY_HOUSE }),
    // A lane is a way of the house through the same file: what statutes say of it stays. A passage leads in and out.
    ...staying(OPEN_STATES, { command: 'enter-lane', carried: true, permission: 'lane.move', emits: ['case.lane-entered'], basis: BY_LANE }),
    ...staying(OPEN_STATES, { command: 'leave-lane', carried: true, permission: 'lane.move', emits: ['case.lane-left'], basis: BY_LANE }),
    // The investigation goes on until the decision, and after it under the successor: no state waits.
    ...staying(['open', 'assigned', 'reopened'], {
      command: 'recuse', permission: 'case.recuse', guards: ['in-own-agency', 'actor-not-recused', 'decided-by-another', 'officer-of-the-agency', 'officer-not-recused', 'successor-named'],
      requires: ['officer', 'raisedBy', 'ground', 'reason', 'decision'], emits: ['case.recusal-decided'], document: 'recusal-decision', basis: from('第四条'),
    }),
    ...staying(STATES, { command: 'link', permission: 'case.link', guards: ['in-own-agency', 'another-case', 'not-linked'], requires: ['other', 'kind', 'reason'], emits: ['case.linked'], cascade: [{ subject: 'case', command: 'be-linked' }], basis: SHARING }),
    ...staying(STATES, { command: 'be-linked', carried: true, permission: 'case.link', emits: ['case.linked'], basis: SHARING }),
    ...staying(STATES, { command: 'unlink', permission: 'case.link', guards: ['in-own-agency', 'is-linked'], requires: ['other', 'kind', 'reason'], emits: ['case.unlinked'], cascade: [{ subject: 'case', command: 'be-unlinked' }], basis: SHARING }),
    ...staying(STATES, { command: 'be-unlinked', carried: true, permission: 'case.link', emits: ['case.unlinked'], basis: SHARING }),
    ...staying(STATES, { command: 'note', permission: 'case.note', guards: ['in-own-agency'], requires: ['text'], emits: ['case.noted'], basis: from('第七十九条') }),
    ...(['assigned', 'reopened'] as const).map((state) => ({
      from: state, command: 'close', to: 'closed', permission: 'case.close', guards: CLOSING, requires: ['outcome'],
      emits: ['case.closed'], cascade: [{ subject: 'complaint', command: 'conclude' }, { subject: 'lane-passage', command: 'finish' }], document: 'file-cover', basis: from('第七十七条、第七十八条'),
    })),
    // A second number for the same matter: the case takes another complaint in, under its own lock.
    ...staying(['open', 'assigned', 'reopened'], { command: 'admit', carried: true, permission: 'case.open', guards: ['in-own-agency'], emits: ['case.complaint-joined'], basis: SHARING }),
    {
      from: 'closed', command: 'reopen', to: 'reopened', permission: 'case.reopen', guards: ['in-own-agency', 'actor-not-recused'], requires: ['reason'],
      emits: ['case.reopened'], cascade: [{ subject: 'complaint', command: 'resume' }], basis: { source: PENALTY, article: '第七十七条', status: 'unverified', note: '规章未规定重新办理的程序与期限' },
    },
  ] as readonly Move[],
} satisfies Lifecycle;
