import { staying, type Lifecycle } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const HOTLINE: Basis = { source: '广东省12345政务服务便民热线管理办法', article: '办理答复期限', status: 'unverified', note: '仅见转引' };
const MEASURE_17: Basis = { source: '潮办发〔2021〕2号', article: '第17项', status: 'verified' };

/** Every channel has its own clock for the answer. */
const CLOCKS = [
  { kind: 'hotline12345.consultation', when: 'asks-consultation' },
  { kind: 'hotline12345.request', when: 'asks-help' },
  { kind: 'hotline12345.complaint', when: 'asks-action' },
  { kind: 'reply.12315', when: 'came-by-12315' },
  { kind: 'reply.direct', when: 'came-directly' },
  { kind: 'reply.partner', when: 'came-by-partner' },
  { kind: 'reply.agency', when: 'came-by-agency' },
];
export const REPLY_CLOCKS = CLOCKS.map(({ kind }) => kind);

/** What is owed to the line that passed a matter on. It ends with the answer, whatever becomes of the matter itself. */
export const REPLY_LIFECYCLE = {
  subject: 'reply',
  label: { zh: '答复义务', en: 'Reply owed' },
  states: {
    owed: { label: { zh: '待答复', en: 'Owed' }, clocks: REPLY_CLOCKS },
    answered: { label: { zh: '已答复', en: 'Answered' }, untimed: 'Answered; only a caller who is not satisfied opens it again' },
  },
  moves: [
    { from: null, command: 'owe', to: 'owed', permission: 'complaint.file', clocks: { start: CLOCKS }, emits: ['reply.owed'], basis: MEASURE_17 },
    {
      from: 'owed', command: 'answer', to: 'answered', permission: 'reply.answer', guards: ['answers-for-own-agency'], requires: ['answer'],
      clocks: { stop: REPLY_CLOCKS }, emits: ['reply.answered'], basis: HOTLINE,
    },
    {
      from: 'answered', command: 'demand-again', to: 'owed', permission: 'reply.demand', guards: ['answers-for-own-agency'], requires: ['reason'],
      clocks: { start: CLOCKS }, emits: ['reply.demanded-again'], basis: HOTLINE,
    },
    ...staying(['owed', 'answered'], { command: 'follow', permission: 'complaint.reroute', emits: ['reply.moved'], basis: MEASURE_17 }),
  ],
} satisfies Lifecycle;
