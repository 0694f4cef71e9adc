import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const referral = (article: string, note?: string): Basis => ({ source: '行政执法机关移送涉嫌犯罪案件的规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const police = (article: string): Basis => ({ source: '公安机关办理刑事案件程序规定', article, status: 'verified' });
const REVERSE: Basis = { source: '行政处罚法', article: '第二十七条第一款', status: 'verified', note: '移送规定第十三条' };
const INTERVENTION: Basis = { source: '行政执法机关移送涉嫌犯罪案件的规定', article: '第十四条第一款', status: 'unverified', note: '提前介入的程序规定未读；条文只规定接受检察机关监督' };

/** Until the papers are with the police. */
const BEFORE = ['preparing', 'reported', 'approved'] as const;
/** With the police, before they have filed. */
const WITH_POLICE = ['transferred', 'under-review', 'supplementing', 'declined', 'reconsidering', 'upheld', 'supervision', 'explaining', 'explained', 'ordered'] as const;
const FILED = ['filed', 'investigating'] as const;
export const OPEN_STATES = [...BEFORE, ...WITH_POLICE, ...FILED] as const;

const OWN = ['in-own-agency', 'actor-not-excluded'];
const POLICE = ['in-police', 'not-in-advance'];
const PROCURATORATE = ['in-procuratorate', 'not-in-advance'];
const REVIEW_CLOCKS = ['police.review', 'police.incomplete-notice', 'police.forwarding', 'referral.supplement'];
/** Everything that may run while the police have not filed. */
const POLICE_CLOCKS = [...REVIEW_CLOCKS, 'police.reconsideration', 'police.explanation', 'police.ordered-filing'];

/** Where the police may still decide to file, whatever they have said before. */
const FILEABLE = ['under-review', 'supplementing', 'reconsidering', 'explaining', 'ordered'] as const;

const TABLE: readonly Move[] = [
  // Inside the agency (第五条).
  { from: null, command: 'open', to: 'preparing', permission: 'referral.handle', guards: [...OWN, 'two-officers', 'officers-fit', 'members-not-excluded', 'no-other-open', 'parent-fits'], requires: ['members', 'offence', 'facts'], emits: ['referral.opened'], basis: referral('第三条、第五条第一款') },
  ...staying(BEFORE, { command: 'replace-officers', permission: 'referral.approve', guards: [...OWN, 'two-officers', 'officers-fit', 'members-not-excluded'], requires: ['members', 'reason'], emits: ['referral.officers-replaced'], basis: referral('第五条第一款') }),
  ...staying([...BEFORE, ...WITH_POLICE], { command: 'invite-procuratorate', permission: 'referral.handle', guards: [...OWN, 'procuratorate-known'], requires: ['procuratorate', 'reason'], emits: ['referral.procuratorate-invited'], basis: INTERVENTION }),
  {
    from: 'preparing', command: 'report', to: 'reported', permission: 'referral.handle', guards: [...OWN, 'is-member', 'team-complete'], requires: ['report'], clocks: { start: ['referral.approval'] },
    emits: ['referral.reported'], cascade: [{ subject: 'penalty', command: 'flag-referral' }], document: 'referral-report', basis: referral('第五条第一款'),
  },
  {
    from: 'reported', command: 'approve', to: 'approved', permission: 'referral.approve', guards: [...OWN, 'no-recusal-open', 'decided-by-principal', 'not-of-the-team'], requires: ['capacity'], clocks: { stop: ['referral.approval'], start: ['referral.transfer'] },
    emits: ['referral.approved'], basis: referral('第五条第二款'),
  },
  {
    from: 'reported', command: 'refuse', to: 'refused', permission: 'referral.approve', guards: [...OWN, 'no-recusal-open', 'decided-by-principal', 'not-of-the-team'], requires: ['capacity', 'reason'], clocks: { stop: ['referral.approval'] },
    emits: ['referral.refused'], cascade: [{ subject: 'penalty', command: 'referral-ended' }], basis: referral('第五条第二款', '不予批准的理由记录在案'),
  },
  {
    from: 'approved', command: 'transfer', to: 'transferred', permission: 'referral.handle', guards: [...OWN, 'is-member', 'papers-complete', 'police-known', 'procuratorate-known'], requires: ['police', 'procuratorate', 'papers'], clocks: { stop: ['referral.transfer'] },
    emits: ['referral.transferred'], document: 'criminal-referral-letter', basis: referral('第五条第二款、第六条'),
  },
  // With the police (第七条、第八条; 公安机关办理刑事案件程序规定第一百八十条).
  {
    from: 'transferred', command: 'receive', to: 'under-review', permission: 'referral.answer', guards: POLICE, requires: ['receivedAt', 'finding'],
    clocks: { start: ['police.review', { kind: 'police.incomplete-notice', when: 'found-incomplete' }, { kind: 'police.forwarding', when: 'found-not-competent' }] }, emits: ['referral.received'], document: 'referral-receipt', basis: referral('第七条'),
  },
  {
    from: 'under-review', command: 'tell-incomplete', to: 'supplementing', permission: 'referral.answer', guards: POLICE, requires: ['missing'], clocks: { stop: ['police.incomplete-notice'], start: ['referral.supplement'] },
    emits: ['referral.found-incomplete'], document: 'referral-supplement-notice', basis: police('第一百八十条第二款'),
  },
  { from: 'supplementing', command: 'supplement', to: 'under-review', permission: 'referral.handle', guards: [...OWN, 'is-member', 'supplies-all'], requires: ['papers'], clocks: { stop: ['referral.supplement'] }, emits: ['referral.supplemented'], basis: police('第一百八十条第二款') },
  {
    from: 'under-review', command: 'forward', to: 'transferred', permission: 'referral.answer', guards: [...POLICE, 'forwarded-to-another'], requires: ['to', 'reason'], clocks: { stop: ['police.forwarding'], lapse: ['police.review', 'police.incomplete-notice'] },
    emits: ['referral.forwarded'], document: 'referral-forwarding-notice', basis: referral('第七条'),
  },
  ...FILEABLE.map((from): Move => ({
    from, command: 'file', to: 'filed', permission: 'referral.answer', guards: POLICE, requires: ['number', 'notifiedAt'],
    clocks: { stop: ['police.review', 'police.reconsideration', 'police.ordered-filing'], lapse: ['police.incomplete-notice', 'police.forwarding', 'referral.supplement', 'police.explanation'], start: ['referral.handover'] },
    emits: ['referral.filed'], document: 'police-filing-notice', basis: from === 'ordered' ? police('第一百八十二条第二款') : referral(from === 'reconsidering' ? '第九条第二款' : '第八条'),
  })),
  ...(['under-review', 'supplementing'] as const).map((from): Move => ({
    from, command: 'decline', to: 'declined', permission: 'referral.answer', guards: [...POLICE, 'papers-returned'], requires: ['reason', 'notifiedAt'],
    clocks: { stop: ['police.review'], lapse: ['police.incomplete-notice', 'police.forwarding', 'referral.supplement'], start: ['referral.reconsideration'] }, emits: ['referral.declined'], document: 'police-no-filing-notice', basis: referral('第八条'),
  })),
  // Against not filing (第九条; 公安机关办理刑事案件程序规定第一百八十一条、第一百八十二条).
  {
    from: 'declined', command: 'ask-reconsideration', to: 'reconsidering', permission: 'referral.handle', guards: [...OWN, 'reconsideration-in-time'], requires: ['reason'], clocks: { stop: ['referral.reconsideration'], start: ['police.reconsideration'] },
    emits: ['referral.reconsideration-asked'], document: 'referral-reconsideration-request', basis: referral('第九条第一款'),
  },
  {
    from: 'reconsidering', command: 'uphold', to: 'upheld', permission: 'referral.answer', guards: POLICE, requires: ['reason', 'notifiedAt'], clocks: { stop: ['police.reconsideration'], start: ['referral.supervision-request'] },
    emits: ['referral.upheld'], document: 'police-reconsideration-decision', basis: referral('第九条第二款'),
  },
  ...(['declined', 'upheld'] as const).map((from): Move => ({
    from, command: 'ask-supervision', to: 'supervision', permission: 'referral.handle', guards: [...OWN, 'supervision-in-time'], requires: ['reason'], clocks: { stop: ['referral.reconsideration', 'referral.supervision-request'] },
    emits: ['referral.supervision-asked'], document: 'filing-supervision-suggestion', basis: referral(from === 'declined' ? '第九条第一款' : '第九条第二款'),
  })),
  // The agency leaves it at that, and goes on by itself (第十条).
  ...(['declined', 'upheld'] as const).map((from): Move => ({
    from, command: 'rest', to: 'unfiled', permission: 'referral.approve', guards: OWN, requires: ['reason'], clocks: { lapse: ['referral.reconsideration', 'referral.supervision-request'] },
    emits: ['referral.ended-unfiled'], cascade: [{ subject: 'penalty', command: 'referral-ended' }], basis: referral('第十条'),
  })),
  ...(['declined', 'upheld', 'supervision'] as const).map((from): Move => ({
    from, command: 'demand-explanation', to: 'explaining', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['number', 'servedAt'], clocks: { lapse: ['referral.reconsideration', 'referral.supervision-request'], start: ['police.explanation'] },
    emits: ['referral.explanation-demanded'], document: 'explanation-demand', basis: police('第一百八十二条第一款'),
  })),
  {
    from: 'supervision', command: 'refuse-supervision', to: 'unfiled', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['reason'],
    emits: ['referral.ended-unfiled'], cascade: [{ subject: 'penalty', command: 'referral-ended' }], basis: referral('第九条、第十条'),
  },
  {
    from: 'explaining', command: 'explain', to: 'explained', permission: 'referral.answer', guards: POLICE, requires: ['reason'], clocks: { stop: ['police.explanation'] },
    emits: ['referral.explained'], document: 'no-filing-explanation', basis: police('第一百八十二条第一款'),
  },
  {
    from: 'explained', command: 'accept-explanation', to: 'unfiled', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['reason'],
    emits: ['referral.ended-unfiled'], cascade: [{ subject: 'penalty', command: 'referral-ended' }], basis: referral('第九条第三款、第十条'),
  },
  {
    from: 'explained', command: 'order-filing', to: 'ordered', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['number', 'servedAt'], clocks: { start: ['police.ordered-filing'] },
    emits: ['referral.filing-ordered'], document: 'filing-order', basis: police('第一百八十二条第二款'),
  },
  // Filed (第十二条).
  { from: 'filed', command: 'hand-over', to: 'filed', permission: 'referral.handle', guards: [...OWN, 'is-member'], requires: ['items'], emits: ['referral.handover-offered'], document: 'referral-handover-list', basis: referral('第十二条') },
  {
    from: 'filed', command: 'sign-handover', to: 'investigating', permission: 'referral.answer', guards: [...POLICE, 'handover-listed'], requires: ['signedAt'], clocks: { stop: ['referral.handover'] },
    emits: ['referral.handed-over'], basis: referral('第十二条', '办结交接手续'),
  },
  // Back to the agency, or to the end (第十一条、第十三条; 行政处罚法第二十七条、第三十五条).
  ...FILED.map((from): Move => ({
    from, command: 'return', to: 'returned', permission: 'referral.answer', guards: POLICE, requires: ['ground', 'reason'], clocks: { lapse: ['referral.handover'] },
    emits: ['referral.returned'], cascade: [{ subject: 'penalty', command: 'resume-from-police' }], document: 'reverse-transfer-letter', basis: REVERSE,
  })),
  {
    from: 'investigating', command: 'return-from-prosecution', to: 'returned', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['ground', 'reason'],
    emits: ['referral.returned'], cascade: [{ subject: 'penalty', command: 'resume-from-police' }], document: 'reverse-transfer-letter', basis: REVERSE,
  },
  {
    from: 'investigating', command: 'record-judgment', to: 'judged', permission: 'referral.handle', guards: [...OWN, 'not-in-advance', 'earlier-fine-stated', 'fine-fits-outcome'], requires: ['court', 'number', 'outcome', 'judgedAt'],
    emits: ['referral.judged'], cascade: [{ subject: 'penalty', command: 'resume-from-police' }], basis: { source: '行政处罚法', article: '第二十七条第一款、第三十五条第二款', status: 'verified', note: '移送规定第十一条第三款' },
  },
  // The procuratorate looks on from wherever it was told (第十四条).
  ...staying(OPEN_STATES, { command: 'intervene', permission: 'referral.supervise', guards: PROCURATORATE, requires: ['form', 'opinion', 'at'], emits: ['referral.intervened'], basis: INTERVENTION }),
];

/** What the police clocks are, for those who watch them. */
export const REFERRAL_CLOCKS = ['referral.approval', 'referral.transfer', 'referral.reconsideration', 'referral.supervision-request', 'referral.handover', ...POLICE_CLOCKS];

/** A suspected crime on its way from the agency to the police, and back where it was none. */
export const REFERRAL_LIFECYCLE = {
  subject: 'referral',
  label: { zh: '涉嫌犯罪案件移送', en: 'Criminal referral' },
  states: {
    preparing: { label: { zh: '专案组核实', en: 'Team verifies' }, untimed: 'The team is named at once and reports when it has verified; the article sets no number of days (第五条第一款)' },
    reported: { label: { zh: '待批准移送', en: 'Waits for the chief' }, clocks: ['referral.approval'] },
    refused: { label: { zh: '不批准移送', en: 'Not approved' }, final: true },
    approved: { label: { zh: '已批准待移送', en: 'Approved' }, clocks: ['referral.transfer'] },
    transferred: { label: { zh: '已移送待签收', en: 'Transferred' }, untimed: 'The police sign the receipt when the papers come; the article sets no hour (第七条)' },
    'under-review': { label: { zh: '公安机关审查', en: 'Police review' }, clocks: ['police.review', 'police.incomplete-notice', 'police.forwarding'] },
    supplementing: { label: { zh: '补正材料', en: 'Papers to be supplied' }, clocks: ['referral.supplement', 'police.review'] },
    declined: { label: { zh: '公安机关不予立案', en: 'Police do not file' }, clocks: ['referral.reconsideration'] },
    reconsidering: { label: { zh: '公安机关复议', en: 'Police reconsider' }, clocks: ['police.reconsideration'] },
    upheld: { label: { zh: '复议维持不立案', en: 'Refusal upheld' }, clocks: ['referral.supervision-request'] },
    supervision: { label: { zh: '已建议立案监督', en: 'Procuratorate asked' }, untimed: 'How long the procuratorate examines the suggestion stands in none of the texts read (第九条)' },
    explaining: { label: { zh: '公安机关说明理由', en: 'Police explain' }, clocks: ['police.explanation'] },
    explained: { label: { zh: '检察机关审查理由', en: 'Procuratorate examines the reasons' }, untimed: 'The procuratorate decides on the reasons; no time stands in the texts read (公安机关办理刑事案件程序规定第一百八十二条)' },
    ordered: { label: { zh: '已通知立案', en: 'Filing ordered' }, clocks: ['police.ordered-filing'] },
    unfiled: { label: { zh: '不立案终结', en: 'Ended unfiled' }, final: true },
    filed: { label: { zh: '公安机关已立案', en: 'Filed' }, clocks: ['referral.handover'] },
    investigating: { label: { zh: '刑事程序进行中', en: 'Criminal procedure under way' }, untimed: 'Investigation, prosecution and trial are bound by the Criminal Procedure Law, outside this system' },
    returned: { label: { zh: '退回行政机关', en: 'Returned to the agency' }, final: true },
    judged: { label: { zh: '已判决', en: 'Judged' }, final: true },
  },
  moves: TABLE,
} satisfies Lifecycle;
