import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const art = (article: string, note?: string): Basis => ({ source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const HANDLE = 'listing.handle';
const APPROVE = 'listing.approve';
const OWN = ['in-own-agency'];
const SERVE = [...OWN, 'document-is-of-this-proceeding', 'recipient-is-party', 'recipient-is-the-listed', 'mode-has-its-proof', 'served-in-time'];
const SERVED = ['document', 'recipient', 'mode', 'servedAt', 'servers', 'proof'];

/** Nothing is decided yet. */
export const UNDECIDED = ['proposed', 'notice-issued', 'notified', 'consent-asked', 'consented'] as const;
const PUBLICATION = ['list.publication', 'list.publication-push'];
const STANDING = ['list.early-removal', 'list.removal'];
const REMEDY = ['review.application', 'suit.direct'];

const MOVES: readonly Move[] = [
  { from: null, command: 'propose', to: 'proposed', permission: HANDLE, guards: ['ground-stands', 'rests-on-a-case', 'party-is-firm', 'not-proposed-already'], requires: ['ground', 'facts'], emits: ['listing.proposed'], basis: art('第二条、第九条、第十一条、第十二条') },
  { from: 'proposed', command: 'issue-notice', to: 'notice-issued', permission: APPROVE, guards: OWN, requires: ['rights'], emits: ['listing.notice-issued'], document: 'listing-notice', basis: art('第十三条第一款') },
  { from: 'notice-issued', command: 'serve-notice', to: 'notified', permission: HANDLE, guards: [...SERVE, 'serves-listing-notice'], requires: SERVED, clocks: { start: ['hearing.request'] }, emits: ['listing.notice-served'], basis: art('第十三条第一款', '告知、听证与行政处罚程序一并实施') },
  ...staying(['notified'], { command: 'record-statement', permission: HANDLE, guards: [...OWN, 'nothing-ahead'], requires: ['at', 'content'], emits: ['listing.statement-recorded'], basis: art('第十三条') }),
  ...staying(['notified'], { command: 'record-hearing', permission: HANDLE, guards: [...OWN, 'nothing-ahead', 'hearing-asked-for'], requires: ['at', 'course', 'opinion'], emits: ['listing.heard'], basis: art('第十三条', '听证按行政处罚听证程序举行，在此记录其结果') }),
  { from: 'notified', command: 'ask-consent', to: 'consent-asked', permission: APPROVE, guards: [...OWN, 'notice-period-over', 'hearing-held'], requires: ['opinion'], clocks: { lapse: ['hearing.request'] }, emits: ['listing.consent-asked'], basis: art('第二十二条') },
  { from: 'consent-asked', command: 'consent', to: 'consented', permission: APPROVE, guards: ['superior-speaks'], requires: ['opinion'], emits: ['listing.consented'], basis: art('第二十二条') },
  { from: 'consent-asked', command: 'refuse-consent', to: 'not-listed', permission: APPROVE, guards: ['superior-speaks'], requires: ['opinion'], emits: ['listing.not-listed'], basis: art('第二十二条') },
  ...(['notified', 'consented'] as const).map((from): Move => ({
    from, command: 'decide', to: 'decided', permission: APPROVE, guards: [...OWN, 'notice-period-over', 'hearing-held', 'consented-where-required', 'base-stands', 'decided-with-its-base', 'intent-not-disproved'],
    requires: ['provisions', 'removal', 'remedies'], clocks: { lapse: ['hearing.request'], start: ['decision.service', { kind: 'list.publication', when: 'same-province' }, { kind: 'list.publication-push', when: 'other-province' }] },
    emits: ['listing.decided'], document: 'listing-decision', basis: art('第十三条、第十四条'),
  })),
  ...UNDECIDED.map((from): Move => ({ from, command: 'drop', to: 'not-listed', permission: APPROVE, guards: OWN, requires: ['reason'], clocks: { lapse: ['hearing.request'] }, emits: ['listing.not-listed'], basis: art('第十二条第二款、第十三条第一款') })),
  {
    from: 'decided', command: 'serve-decision', to: 'in-effect', permission: HANDLE, guards: [...SERVE, 'serves-listing-decision', 'base-stands', 'base-is-served'], requires: SERVED,
    clocks: { stop: ['decision.service'], start: [...STANDING, ...REMEDY] }, emits: ['listing.in-effect'], basis: art('第十三条、第十五条'),
  },
  ...staying(['decided', 'in-effect'], { command: 'record-publication', permission: HANDLE, guards: [...OWN, 'nothing-ahead', 'not-published-yet'], requires: ['at', 'channel'], clocks: { stop: PUBLICATION }, emits: ['listing.published'], basis: art('第十四条') }),
  ...staying(['in-effect'], { command: 'record-challenge', permission: HANDLE, guards: [...OWN, 'nothing-ahead', 'no-challenge-open'], requires: ['at', 'way', 'body'], clocks: { stop: REMEDY }, emits: ['listing.challenged'], basis: art('第二十三条') }),
  ...staying(['in-effect'], { command: 'record-upheld', permission: APPROVE, guards: [...OWN, 'nothing-ahead', 'challenge-open'], requires: ['at', 'fileNumber'], emits: ['listing.upheld'], basis: art('第二十三条') }),
  {
    from: 'in-effect', command: 'remove', to: 'removed', permission: APPROVE, guards: ['agency-or-system', 'nothing-ahead', 'year-is-over', 'duties-done', 'measures-over', 'repair-granted', 'never-restored'], requires: ['appliedAt', 'reasons', 'performed', 'harmRemoved', 'nothingSince'],
    clocks: { stop: ['list.early-removal'], lapse: ['list.removal', ...REMEDY], start: ['repair.data'] }, emits: ['listing.removed'], document: 'listing-removal', basis: art('第十六条、第十八条'),
  },
  {
    from: 'in-effect', command: 'expire', to: 'removed', permission: APPROVE, guards: ['three-years-over', 'measures-over'], clocks: { stop: ['list.early-removal', 'list.removal'], lapse: REMEDY, start: ['repair.data'] },
    emits: ['listing.removed'], document: 'listing-removal', basis: art('第二十一条'),
  },
  ...(['decided', 'in-effect'] as const).map((from): Move => ({
    from, command: 'cancel', to: 'cancelled', permission: APPROVE, guards: ['agency-or-system', 'base-has-fallen-or-challenge-won'], requires: ['reasons'],
    clocks: { lapse: ['decision.service', ...PUBLICATION, ...STANDING, ...REMEDY], start: ['list.cancellation'] }, emits: ['listing.cancelled'], document: 'listing-cancellation', basis: art('第十九条、第二十三条'),
  })),
  // The repair was got by fraud: on the list again, three years anew (第二十条).
  ...(['removed', 'archived'] as const).map((from): Move => ({ from, command: 'restore', to: 'in-effect', permission: APPROVE, guards: ['repair-revoked', 'base-stands'], clocks: { lapse: ['repair.data'], start: ['list.removal'] }, emits: ['listing.restored'], basis: art('第二十条', '信用修复管理办法第二十三条同') })),
  ...(['removed', 'cancelled'] as const).map((from): Move => ({
    from, command: 'confirm-ended', to: 'archived', permission: HANDLE, guards: [...OWN, 'nothing-ahead'], requires: ['at', 'channel'], clocks: { stop: ['list.cancellation', 'repair.data'] }, emits: ['listing.archived'], basis: art('第十八条、第十九条', '停止公示并解除管理措施'),
  })),
];

/** 列入严重违法失信名单: a decision with due process, from the proposal to the day on which nothing is left of it. */
export const LISTING_LIFECYCLE = {
  subject: 'listing',
  label: { zh: '严重违法失信名单列入', en: 'Listing for serious dishonesty' },
  states: {
    proposed: { label: { zh: '拟列入', en: 'Proposed' }, untimed: 'It goes with the decision that it rests on, whose time runs there; the case is not closed before' },
    'notice-issued': { label: { zh: '待送达告知书', en: 'Notice to be served' }, untimed: 'It goes with the decision that it rests on, whose time runs there; the case is not closed before' },
    notified: { label: { zh: '已告知', en: 'Notified' }, clocks: ['hearing.request'] },
    'consent-asked': { label: { zh: '待上级同意', en: 'Consent asked for' }, untimed: 'The order sets the superior no time (第二十二条); the case is not closed before' },
    consented: { label: { zh: '上级已同意', en: 'Consented' }, untimed: 'It is decided on the day of the decision that it rests on' },
    'not-listed': { label: { zh: '不予列入', en: 'Not listed' }, final: true },
    decided: { label: { zh: '待送达决定书', en: 'Decision to be served' }, clocks: ['decision.service'] },
    'in-effect': { label: { zh: '在列', en: 'On the list' }, clocks: ['list.removal', 'list.early-removal', ...PUBLICATION] },
    removed: { label: { zh: '已移出', en: 'Removed' }, clocks: ['repair.data'] },
    cancelled: { label: { zh: '列入已撤销', en: 'Cancelled' }, clocks: ['list.cancellation'] },
    archived: { label: { zh: '已归档', en: 'Archived' }, untimed: 'Nothing is owed; only fraud in its repair leads back (第二十条)' },
  },
  moves: MOVES,
} satisfies Lifecycle;
