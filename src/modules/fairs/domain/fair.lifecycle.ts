import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const fairs = (article: string): Basis => ({ source: '展会知识产权保护办法', article, status: 'verified' });
const guangdong = (article: string): Basis => ({ source: '广东省知识产权保护条例', article, status: 'verified' });
const MANAGE = 'fair.manage';
const RUNS = 'fair.end';
const RECORDS = 'fair.records';

const MOVES: readonly Move[] = [
  { from: null, command: 'announce', to: 'announced', permission: MANAGE, guards: ['dates-in-order', 'desk-where-needed'], requires: ['series', 'edition', 'startsOn', 'endsOn'], clocks: { start: [RUNS, RECORDS] }, emits: ['fair.announced'], basis: guangdong('第三十一条第二款') },
  { from: 'announced', command: 'open', to: 'running', permission: MANAGE, guards: ['in-own-agency', 'has-begun'], emits: ['fair.opened'], basis: fairs('第六条') },
  { from: 'announced', command: 'cancel', to: 'cancelled', permission: MANAGE, guards: ['in-own-agency'], requires: ['reason'], clocks: { lapse: [RUNS, RECORDS] }, emits: ['fair.cancelled'], basis: fairs('第六条') },
  ...staying(['announced', 'running'], {
    command: 'register-stall', permission: MANAGE, guards: ['in-own-agency', 'exhibitor-known', 'stall-free', 'clause-signed', 'not-barred'], requires: ['number', 'organisationId', 'clauseSigned'], emits: ['fair.stall-registered'], basis: guangdong('第三十一条第一款'),
  }),
  ...(['announced', 'running'] as const).map((from): Move => ({ from, command: 'end', to: 'ended', permission: MANAGE, clocks: { lapse: [RUNS] }, emits: ['fair.ended'], basis: fairs('第十五条、第三十三条') })),
  { from: 'ended', command: 'archive', to: 'archived', permission: MANAGE, clocks: { lapse: [RECORDS] }, emits: ['fair.archived'], basis: guangdong('第三十一条第三款') },
];

/** A fair, from its announcement to the end of the years for which its records are kept. */
export const FAIR_LIFECYCLE = {
  subject: 'fair',
  label: { zh: '展会', en: 'Trade fair' },
  states: {
    announced: { label: { zh: '已公告', en: 'Announced' }, clocks: [RUNS] },
    running: { label: { zh: '展出中', en: 'Running' }, clocks: [RUNS] },
    ended: { label: { zh: '已结束，保存档案', en: 'Ended, records kept' }, clocks: [RECORDS] },
    archived: { label: { zh: '保存期满', en: 'Archived' }, final: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  moves: MOVES,
} satisfies Lifecycle;
