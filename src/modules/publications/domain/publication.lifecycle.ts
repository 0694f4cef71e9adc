import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const DISCLOSURE = '市场监督管理行政处罚信息公示规定';
const art = (article: string, note?: string): Basis => ({ source: DISCLOSURE, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const PREPARE = 'publication.prepare';
const REVIEW = 'publication.review';
const PUBLISH = 'publication.publish';

/** What has to be published in time; comes along with the decision. */
const DUTY = ['penalty.publication', 'adjudication.publication'];
const PUSH = ['penalty.publication-push', 'penalty.publication-assist'];
export const DISPLAY = ['publication.display-minor', 'publication.display-ordinary', 'publication.display-serious', 'publication.display-restricted', 'publication.display-check'];
const WITHDRAWAL = ['penalty.publication-withdrawal', 'publication.withdrawal'];
const BEFORE = ['draft', 'in-review', 'approved'] as const;
const OWN = ['in-own-agency', 'not-excluded'];
const REVIEWING = [...OWN, 'did-not-handle', 'not-the-preparer'];

const TABLE: readonly Move[] = [
  { from: null, command: 'draft', to: 'draft', permission: PREPARE, clocks: { start: [{ kind: 'penalty.publication-push', when: 'penalty-of-another-province' }] }, emits: ['publication.drafted'], basis: art('第四条、第九条、第十条') },
  { from: null, command: 'leave-out', to: 'not-published', permission: PREPARE, emits: ['publication.left-out'], basis: art('第二条第二款、第六条') },
  { from: null, command: 'propose', to: 'draft', permission: PREPARE, emits: ['publication.drafted'], basis: art('第十九条', '“谁办案、谁录入、谁负责”') },
  { from: 'draft', command: 'submit', to: 'in-review', permission: PREPARE, guards: [...OWN, 'restriction-dated'], emits: ['publication.submitted'], basis: art('第十九条') },
  ...staying(BEFORE, { command: 'record-push', permission: PREPARE, guards: [...OWN, 'penalty-of-another-province'], requires: ['to', 'receipt'], clocks: { stop: ['penalty.publication-push'], start: ['penalty.publication-assist'] }, emits: ['publication.pushed'], basis: art('第十条') }),
  ...staying(['in-review', 'published'], { command: 'redact', permission: REVIEW, guards: [...REVIEWING, 'spans-fit', 'fixed-stay-hidden', 'shows-no-more-once-published'], requires: ['spans'], emits: ['publication.redacted'], basis: art('第六条、第十二条') }),
  { from: 'in-review', command: 'approve', to: 'approved', permission: REVIEW, guards: [...REVIEWING, 'secrecy-reviewed', 'nothing-left-to-hide'], requires: ['secrecyReviewed', 'opinion'], emits: ['publication.approved'], basis: art('第五条、第六条、第十九条') },
  ...(['in-review', 'approved'] as const).map((from): Move => ({ from, command: 'return', to: 'draft', permission: REVIEW, guards: REVIEWING, requires: ['reason'], emits: ['publication.returned'], basis: art('第十九条') })),
  {
    from: 'approved', command: 'publish', to: 'published', permission: PUBLISH, guards: [...OWN, 'another-than-the-reviewer', 'party-told', 'pushed-where-it-belongs'], clocks: { stop: [...DUTY, ...PUSH], start: DISPLAY.map((kind) => ({ kind, when: `class-of-${kind.slice('publication.'.length)}` })) },
    emits: ['publication.published'], basis: art('第八条至第十条'),
  },
  ...BEFORE.map((from): Move => ({ from, command: 'set-aside', to: 'not-published', permission: PUBLISH, guards: OWN, requires: ['ground', 'reason'], clocks: { lapse: [...DUTY, ...PUSH] }, emits: ['publication.left-out'], basis: art('第五条、第六条') })),
  // What it rests upon fell: nobody sees it from that moment; the reason is stated in three working days.
  ...BEFORE.map((from): Move => ({ from, command: 'fall', to: 'not-published', permission: PUBLISH, clocks: { lapse: [...DUTY, ...PUSH] }, emits: ['publication.left-out'], basis: art('第十一条') })),
  {
    from: 'published', command: 'fall', to: 'withdrawing', permission: PUBLISH, clocks: { lapse: DISPLAY, start: [{ kind: 'penalty.publication-withdrawal', when: 'is-of-a-penalty' }, { kind: 'publication.withdrawal', when: 'is-of-no-penalty' }] },
    emits: ['publication.fell'], basis: art('第十一条'),
  },
  { from: 'withdrawing', command: 'withdraw', to: 'withdrawn', permission: PUBLISH, guards: OWN, requires: ['reason'], clocks: { stop: WITHDRAWAL }, emits: ['publication.withdrawn'], basis: art('第十一条') },
  { from: 'published', command: 'withdraw', to: 'withdrawn', permission: PUBLISH, guards: OWN, requires: ['reason'], clocks: { lapse: DISPLAY }, emits: ['publication.withdrawn'], basis: art('第十一条、第十二条') },
  { from: 'published', command: 'stop', to: 'stopped', permission: PUBLISH, clocks: { lapse: DISPLAY }, emits: ['publication.stopped'], basis: art('第十三条至第十五条') },
  { from: 'published', command: 'stop-early', carried: true, to: 'repaired', permission: PUBLISH, guards: ['never-restored'], clocks: { lapse: DISPLAY }, emits: ['publication.stopped'], basis: art('第十四条至第十七条') },
  // The repair was got by fraud: shown again, and its time begins anew (信用修复管理办法第二十三条).
  {
    from: 'repaired', command: 'restore', carried: true, to: 'published', permission: PUBLISH, clocks: { start: DISPLAY.map((kind) => ({ kind, when: `class-of-${kind.slice('publication.'.length)}` })) }, emits: ['publication.restored'],
    basis: { source: '市场监督管理信用修复管理办法（总局令第107号）', article: '第二十三条第一款', status: 'verified' },
  },
  { from: 'repaired', command: 'fall', to: 'withdrawn', permission: PUBLISH, emits: ['publication.withdrawn'], basis: art('第十一条') },
];

/** 公示: what is shown to everybody, from the served decision to the end of its display. */
export const PUBLICATION_LIFECYCLE = {
  subject: 'publication',
  label: { zh: '公示', en: 'Publication' },
  states: {
    draft: { label: { zh: '待提交', en: 'Draft' }, clocks: [...DUTY, ...PUSH] },
    'in-review': { label: { zh: '审核中', en: 'In review' }, clocks: [...DUTY, ...PUSH] },
    approved: { label: { zh: '待公示', en: 'Approved' }, clocks: [...DUTY, ...PUSH] },
    published: { label: { zh: '公示中', en: 'Published' }, clocks: DISPLAY },
    withdrawing: { label: { zh: '已停止，待说明理由', en: 'Hidden; the reason is owed' }, clocks: WITHDRAWAL },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    repaired: { label: { zh: '信用修复停止公示', en: 'Ended by credit repair' }, untimed: 'Nothing is owed; only fraud in the repair leads back' },
    stopped: { label: { zh: '公示期满停止', en: 'Display ended' }, final: true },
    'not-published': { label: { zh: '不予公示', en: 'Not published' }, final: true },
  },
  moves: TABLE,
} satisfies Lifecycle;
