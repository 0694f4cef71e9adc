import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const ARTICLE: Basis = { source: '市场监督管理行政处罚程序规定', article: '第八十二条第五项', status: 'verified', note: '民事诉讼法第九十五条同为三十日' };
const PERIOD = ['service.public-notice'];

/** Service by public notice, from the order to the day on which the document counts as served. */
export const PUBLIC_NOTICE_LIFECYCLE = {
  subject: 'public-notice',
  label: { zh: '公告送达', en: 'Service by public notice' },
  states: {
    ordered: { label: { zh: '待发布', en: 'Ordered' }, untimed: 'No rule limits the time between the order and the publication; the period of service that it serves runs on' },
    published: { label: { zh: '公告期间', en: 'Published' }, clocks: PERIOD },
    completed: { label: { zh: '公告期满', en: 'Period over' }, final: true },
    revoked: { label: { zh: '已撤销', en: 'Called off' }, final: true },
  },
  moves: [
    { from: null, command: 'order', to: 'ordered', permission: 'document.serve', guards: ['document-stands', 'recipient-is-party'], requires: ['ground', 'reason'], emits: ['public-notice.ordered'], basis: ARTICLE },
    {
      from: 'ordered', command: 'publish', to: 'published', permission: 'document.serve', guards: ['in-own-agency', 'document-stands', 'place-suffices', 'published-by-now'], requires: ['places', 'publishedAt', 'content', 'rights'],
      clocks: { start: PERIOD }, emits: ['public-notice.published'], document: 'service-announcement', basis: ARTICLE,
    },
    // By time itself: after thirty days the document counts as served. The period is over, and nobody was late with it.
    { from: 'published', command: 'complete', to: 'completed', permission: 'document.serve', carried: true, clocks: { lapse: PERIOD }, emits: ['public-notice.completed'], basis: ARTICLE },
    // The recipient turned up, or the document was withdrawn.
    ...['ordered', 'published'].map((from): Move => ({ from, command: 'revoke', to: 'revoked', permission: 'document.serve', guards: ['in-own-agency'], requires: ['reason'], clocks: { lapse: PERIOD }, emits: ['public-notice.revoked'], basis: ARTICLE })),
  ] as readonly Move[],
} satisfies Lifecycle;
