import { type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const MEASURE: Basis = { source: '潮办发〔2021〕2号', article: '第6项', status: 'verified', note: '措施要求开展执法检查与专项监督；步骤与期限为本系统拟定' };
const [LEAD, ANSWER] = ['inspection.lead', 'inspection.answer'];
const CLOCK = 'inspection.answer';

/** 执法检查: a set of cases that a body draws, looks at, and lets the agencies answer for. */
export const INSPECTION_LIFECYCLE = {
  subject: 'inspection',
  label: { zh: '执法检查', en: 'Inspection' },
  states: {
    open: { label: { zh: '检查中', en: 'Under way' }, untimed: 'The body that inspects takes its time; each finding has a limit for its answer' },
    closed: { label: { zh: '已结束', en: 'Closed' }, final: true },
    'called-off': { label: { zh: '已取消', en: 'Called off' }, final: true },
  },
  moves: [
    { from: null, command: 'draw', to: 'open', permission: LEAD, guards: ['may-inspect', 'looks-into-others', 'something-drawn'], emits: ['inspection.drawn'], basis: MEASURE },
    { from: 'open', command: 'raise', to: 'open', permission: LEAD, guards: ['leads-it', 'about-the-set'], requires: ['severity', 'article', 'text'], emits: ['inspection.finding-noted'], cascade: [{ subject: 'inspection-finding', command: 'raise' }], basis: MEASURE },
    { from: 'open', command: 'close', to: 'closed', permission: LEAD, guards: ['leads-it', 'every-finding-settled'], requires: ['summary'], emits: ['inspection.closed'], basis: MEASURE },
    { from: 'open', command: 'call-off', to: 'called-off', permission: LEAD, guards: ['leads-it', 'every-finding-settled'], requires: ['reason'], emits: ['inspection.called-off'], basis: MEASURE },
  ] as readonly Move[],
} satisfies Lifecycle;

/** What an inspection finds, of one case or of the cases of an agency: until its answer is accepted. */
export const FINDING_LIFECYCLE = {
  subject: 'inspection-finding',
  label: { zh: '检查发现的问题', en: 'Finding of an inspection' },
  states: {
    raised: { label: { zh: '待答复', en: 'To be answered' }, clocks: [CLOCK] },
    answered: { label: { zh: '已答复', en: 'Answered' }, untimed: 'The body that inspects looks at the answer; the inspection is not closed before' },
    accepted: { label: { zh: '答复获认可', en: 'Answer accepted' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  moves: [
    { from: null, command: 'raise', to: 'raised', permission: LEAD, clocks: { start: [CLOCK] }, emits: ['inspection-finding.raised'], basis: MEASURE },
    { from: 'raised', command: 'answer', to: 'answered', permission: ANSWER, guards: ['is-ones-own'], requires: ['answer'], clocks: { stop: [CLOCK] }, emits: ['inspection-finding.answered'], basis: MEASURE },
    { from: 'answered', command: 'accept', to: 'accepted', permission: LEAD, guards: ['raised-by-own-body'], emits: ['inspection-finding.accepted'], basis: MEASURE },
    { from: 'answered', command: 'follow-up', to: 'raised', permission: LEAD, guards: ['raised-by-own-body'], requires: ['reason'], clocks: { start: [CLOCK] }, emits: ['inspection-finding.followed-up'], basis: MEASURE },
    { from: 'raised', command: 'withdraw', to: 'withdrawn', permission: LEAD, guards: ['raised-by-own-body'], requires: ['reason'], clocks: { lapse: [CLOCK] }, emits: ['inspection-finding.withdrawn'], basis: MEASURE },
    { from: 'answered', command: 'withdraw', to: 'withdrawn', permission: LEAD, guards: ['raised-by-own-body'], requires: ['reason'], emits: ['inspection-finding.withdrawn'], basis: MEASURE },
  ] as readonly Move[],
} satisfies Lifecycle;
