import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const PROCEDURE = '市场监督管理行政处罚程序规定';
const PENALTY = '行政处罚法';
const REFERRAL = '行政执法机关移送涉嫌犯罪案件的规定';
const art = (article: string, note?: string): Basis => ({ source: PROCEDURE, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const disclosure = (article: string): Basis => ({ source: '市场监督管理行政处罚信息公示规定', article, status: 'verified' });
const law = (article: string): Basis => ({ source: PENALTY, article, status: 'verified' });
const referral = (article: string, note?: string): Basis => ({ source: REFERRAL, article, status: 'verified', ...(note === undefined ? {} : { note }) });

/** After filing, until what is to be done with the case is decided. */
export const BEFORE_DECISION = ['investigating', 'suspended', 'reported', 'in-review', 'reviewed', 'notice-approved', 'notified', 'hearing-requested', 'hearing-scheduled', 'hearing-announced', 'heard', 'hearing-reported', 'in-final-review'] as const;
/** Where the head may decide otherwise than by a penalty: the review is through, and no step of a hearing is under way. */
const RIPE = ['reviewed', 'notified', 'hearing-reported'] as const;
const DECIDED = ['decided', 'no-penalty-decided', 'performing', 'no-penalty-served', 'performed', 'transferred', 'terminated', 'closed'] as const;
/** The decision may be attacked from its service on, also after it was performed. */
const SERVED = ['performing', 'performed', 'closed'] as const;

const OWN = ['in-own-agency', 'actor-not-excluded'];
const ACT = [...OWN, 'two-officers', 'members-not-excluded', 'officers-of-the-case', 'nothing-in-advance', 'refusal-recorded'];
/** 第八十二条; the document itself is of this procedure. */
const SERVING = [...OWN, 'document-is-of-this-proceeding', 'recipient-is-party', 'served-on-its-party', 'mode-has-its-proof', 'served-in-time'];
const SERVED_BY = ['document', 'recipient', 'mode', 'servedAt', 'servers', 'proof'];
const DECIDING = [...OWN, 'no-member-excluded', 'no-recusal-open'];

const TABLE: readonly Move[] = [
  // Verification (第十八条至第二十条). The clock of a clue that came with a complaint goes on here; one found otherwise starts its own.
  { from: null, command: 'open', to: 'verifying', permission: 'penalty.handle', clocks: { start: [{ kind: 'report.verification', when: 'clock-not-carried' }] }, emits: ['penalty.opened'], basis: art('第十八条第一款') },
  {
    from: 'verifying', command: 'file', to: 'investigating', permission: 'penalty.approve', guards: [...OWN, 'filing-standard-met', 'party-of-the-case', 'two-officers', 'members-not-excluded'],
    requires: ['party', 'cause', 'standard', 'findings', 'members'], clocks: { stop: ['report.verification'], start: ['case.decision'] }, emits: ['penalty.filed'], document: 'filing-approval', basis: art('第十九条'),
  },
  {
    from: 'verifying', command: 'not-file', to: 'not-filed', permission: 'penalty.approve', guards: OWN, requires: ['ground', 'findings'], clocks: { stop: ['report.verification'] },
    emits: ['penalty.not-filed'], document: 'non-filing-approval', basis: art('第十八条第一款、第二十条'),
  },
  ...staying(BEFORE_DECISION, { command: 'name-officers', permission: 'penalty.approve', guards: [...OWN, 'two-officers', 'members-not-excluded'], requires: ['members', 'reason'], emits: ['penalty.officers-named'], basis: art('第四条第一款、第十九条第二款') }),

  // Investigation (第二十一条至第四十八条). What was lawfully collected before filing counts as evidence (第二十三条第二款).
  ...staying(['verifying', 'investigating'], { command: 'record-inspection', permission: 'penalty.handle', guards: ACT, requires: ['members', 'at', 'place', 'content'], emits: ['penalty.act-recorded'], document: 'scene-record', basis: art('第二十二条、第二十八条') }),
  ...staying(['verifying', 'investigating'], { command: 'record-inquiry', permission: 'penalty.handle', guards: [...ACT, 'rights-told-first'], requires: ['members', 'at', 'place', 'content', 'person'], emits: ['penalty.act-recorded'], document: 'inquiry-record', basis: art('第二十一条第二款、第二十二条、第二十九条') }),
  ...staying(['verifying', 'investigating'], { command: 'take-evidence', permission: 'penalty.handle', guards: [...ACT, 'rights-told-first'], requires: ['members', 'at', 'place', 'content', 'evidence'], emits: ['penalty.act-recorded'], document: 'evidence-slip', basis: art('第二十一条第二款、第二十三条至第二十六条') }),
  ...staying(['verifying', 'investigating'], { command: 'extract-electronic-data', permission: 'penalty.handle', guards: ACT, requires: ['members', 'at', 'place', 'medium', 'method', 'content'], emits: ['penalty.act-recorded'], document: 'electronic-data-record', basis: art('第二十六条') }),
  ...staying(['investigating', 'reported', 'in-review', 'reviewed', 'notified', 'hearing-reported'], { command: 'order-correction', permission: 'penalty.approve', guards: OWN, requires: ['provision', 'acts'], emits: ['penalty.correction-ordered'], document: 'correction-order', basis: law('第二十八条第一款') }),
  ...staying([...BEFORE_DECISION, 'decided', 'performing', 'performed'], { command: 'record-correction', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'acts'], emits: ['penalty.corrected'], basis: law('第二十八条第一款') }),
  {
    from: 'investigating', command: 'suspend', to: 'suspended', permission: 'penalty.approve', guards: OWN, requires: ['ground', 'reason'], clocks: { pause: ['case.decision'] },
    emits: ['penalty.suspended'], document: 'suspension-approval', basis: art('第四十六条第一款、第六十四条第二款'),
  },
  { from: 'suspended', command: 'resume', to: 'investigating', permission: 'penalty.handle', guards: ['in-own-agency'], requires: ['reason'], clocks: { resume: ['case.decision'] }, emits: ['penalty.resumed'], basis: art('第四十六条第二款') },
  ...(['investigating', 'suspended'] as const).map((from): Move => ({
    from, command: 'terminate-investigation', to: 'terminated', permission: 'penalty.approve', guards: DECIDING, requires: ['reason'], clocks: { lapse: ['case.decision'], start: ['case.closing-form'] },
    emits: ['penalty.terminated'], document: 'termination-approval', basis: art('第四十七条、第七十七条第三项'),
  })),
  {
    from: 'investigating', command: 'conclude-investigation', to: 'reported', permission: 'penalty.handle', guards: [...OWN, 'is-member', 'two-on-the-case'], requires: ['course', 'facts', 'nature', 'proposal'],
    emits: ['penalty.investigated'], document: 'investigation-report', basis: art('第四十八条'),
  },

  // Review (第四十九条至第五十五条); what went through a hearing is reviewed by lawyers after it (第五十条第二款).
  ...([['reported', 'in-review'], ['hearing-reported', 'in-final-review']] as const).map(([from, to]): Move => ({
    from, command: 'submit-for-review', to, permission: 'penalty.handle', guards: [...OWN, 'legal-review-where-mandatory'], requires: ['review'], clocks: { start: ['review.legal'] }, emits: ['penalty.review-asked'], basis: art('第四十九条、第五十条、第五十二条'),
  })),
  ...([['in-review', 'reviewed'], ['in-final-review', 'hearing-reported']] as const).map(([from, to]): Move => ({
    from, command: 'pass-review', to, permission: 'penalty.review', guards: [...OWN, 'reviewer-not-investigator', 'first-reviewer-qualified', 'no-recusal-open'], requires: ['opinion'], clocks: { stop: ['review.legal'] },
    emits: ['penalty.reviewed'], document: 'review-form', basis: art('第四十九条第三款、第五十三条、第五十四条第一项'),
  })),
  ...(['in-review', 'in-final-review'] as const).map((from): Move => ({
    from, command: 'send-back', to: 'investigating', permission: 'penalty.review', guards: [...OWN, 'reviewer-not-investigator'], requires: ['advice', 'opinion'], clocks: { stop: ['review.legal'] },
    emits: ['penalty.sent-back'], document: 'review-form', basis: art('第五十四条第二项、第三项'),
  })),

  // Notice, defence, hearing (第五十六条至第五十八条).
  {
    from: 'reviewed', command: 'approve-notice', to: 'notice-approved', permission: 'penalty.approve', guards: [...DECIDING, 'two-on-the-case', 'amounts-fit', 'income-adds-up', 'income-approved', 'heavier-only-for-new-facts'],
    requires: ['penalties', 'facts', 'reasons', 'provisions'], emits: ['penalty.notice-approved'], document: 'penalty-notice', basis: art('第五十六条、第五十七条第一款'),
  },
  {
    from: 'notice-approved', command: 'serve-notice', to: 'notified', permission: 'penalty.handle', guards: [...SERVING, 'serves-notice'], requires: SERVED_BY, clocks: { start: ['hearing.request'] },
    emits: ['penalty.notice-served'], basis: art('第五十七条第二款、第八十二条'),
  },
  ...staying(['notified'], { command: 'record-defence', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at', 'place', 'content'], emits: ['penalty.defended'], document: 'defence-record', basis: art('第五十八条') }),
  ...staying(['notified'], { command: 'waive', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance'], requires: ['at'], clocks: { stop: ['hearing.request'] }, emits: ['penalty.rights-waived'], basis: law('第六十二条') }),
  {
    from: 'notified', command: 'request-hearing', to: 'hearing-requested', permission: 'penalty.handle', guards: [...OWN, 'has-hearing-right', 'nothing-in-advance', 'within-hearing-period'], requires: ['at'],
    clocks: { stop: ['hearing.request'], pause: ['case.decision'], start: ['hearing.scheduling'] }, emits: ['penalty.hearing-requested'], basis: law('第六十三条、第六十四条第一项'),
  },
  ...(['hearing-requested', 'hearing-scheduled', 'hearing-announced'] as const).map((from): Move => ({
    from, command: 'schedule-hearing', to: 'hearing-scheduled', permission: 'penalty.approve', guards: [...OWN, 'chair-not-investigator', 'members-not-excluded', 'hearing-ahead'], requires: ['chair', 'at', 'place', 'open'],
    clocks: { stop: ['hearing.scheduling'], lapse: ['hearing.notice'], start: ['hearing.notice'] }, emits: ['penalty.hearing-scheduled'], document: 'hearing-notice', basis: law('第六十四条第二项至第四项'),
  })),
  {
    from: 'hearing-scheduled', command: 'serve-hearing-notice', to: 'hearing-announced', permission: 'penalty.handle', guards: [...SERVING, 'serves-hearing-notice', 'seven-days-before'], requires: SERVED_BY,
    clocks: { stop: ['hearing.notice'] }, emits: ['penalty.hearing-announced'], basis: law('第六十四条第二项'),
  },
  {
    from: 'hearing-announced', command: 'hold-hearing', to: 'heard', permission: 'penalty.hear', guards: [...OWN, 'is-chair', 'no-recusal-open', 'nothing-in-advance', 'held-as-announced'], requires: ['at', 'until', 'course'],
    clocks: { resume: ['case.decision'], start: ['hearing.report'] }, emits: ['penalty.hearing-held'], document: 'hearing-minutes', basis: law('第六十四条第三项、第七项、第八项'),
  },
  // Who stays away, leaves or takes the request back gives the right up; the statement of defence remains (第六十四条第六项).
  ...(['hearing-requested', 'hearing-scheduled', 'hearing-announced'] as const).map((from): Move => ({
    from, command: 'terminate-hearing', to: 'notified', permission: 'penalty.hear', guards: OWN, requires: ['ground', 'reason'], clocks: { resume: ['case.decision'], lapse: ['hearing.scheduling', 'hearing.notice'] },
    emits: ['penalty.hearing-terminated'], basis: law('第六十四条第六项'),
  })),
  {
    from: 'heard', command: 'report-hearing', to: 'hearing-reported', permission: 'penalty.hear', guards: [...OWN, 'is-chair'], requires: ['course', 'opinion'], clocks: { stop: ['hearing.report'] },
    emits: ['penalty.hearing-reported'], document: 'hearing-report', basis: { source: '市场监督管理行政处罚听证办法', article: '条文未读', status: 'unverified', note: '程序规定第六十条第一款以听证报告为决定的依据' },
  },

  // Decision (第六十条至第六十四条).
  ...staying(['notified', 'hearing-reported'], {
    command: 'record-discussion', permission: 'penalty.approve', guards: [...OWN, 'notice-period-over', 'discussed-by-several'], requires: ['at', 'place', 'chair', 'attendees', 'opinion'],
    emits: ['penalty.discussed'], document: 'discussion-record', basis: art('第六十条第二款'),
  }),
  ...(['notified', 'hearing-reported'] as const).flatMap((from): Move[] => [
    {
      from, command: 'reinvestigate', to: 'investigating', permission: 'penalty.approve', guards: OWN, requires: ['reason'], clocks: { lapse: ['hearing.request'] }, emits: ['penalty.reinvestigated'], basis: art('第五十八条', '复核后事实、证据有变化的，补充调查后重新审核、告知'),
    },
    {
      from, command: 'decide', to: 'decided', permission: 'penalty.approve',
      guards: [
        ...DECIDING, 'two-on-the-case', 'notice-period-over', 'legal-review-passed', 'collectively-discussed', 'defence-answered', 'amounts-fit', 'income-adds-up', 'income-approved', 'as-announced', 'not-heavier-for-defence', 'no-referral-open', 'no-crime-filed',
      ],
      requires: ['penalties', 'facts', 'reasons', 'provisions', 'performance', 'remedies'], clocks: { stop: ['case.decision'], lapse: ['hearing.request'], start: ['decision.service', { kind: 'penalty.publication', when: 'is-published' }] },
      emits: ['penalty.decided'], document: 'penalty-decision', basis: art('第六十条第一款第一项、第六十二条'),
    },
  ]),
  ...RIPE.flatMap((from): Move[] => [
    {
      from, command: 'decide-no-penalty', to: 'no-penalty-decided', permission: 'penalty.approve', guards: [...DECIDING, 'educated'], requires: ['ground', 'facts', 'reasons', 'provisions', 'remedies'],
      clocks: { stop: ['case.decision'], lapse: ['hearing.request'], start: ['case.closing-form'] }, emits: ['penalty.no-penalty'], document: 'no-penalty-decision', basis: art('第六十条第一款第二项、第三项，第六十一条，第七十七条第四项'),
    },
  ]),
  ...(['investigating', 'suspended', 'reported', ...RIPE] as const).flatMap((from): Move[] => [
    {
      from, command: 'transfer', to: 'transferred', permission: 'penalty.approve', guards: DECIDING, requires: ['to', 'reason', 'provision'], clocks: { stop: ['case.decision'], lapse: ['hearing.request'], start: ['case.closing-form'] },
      emits: ['penalty.transferred'], document: 'case-transfer-letter', basis: art('第十四条、第十七条第一款、第六十条第一款第四项'),
    },
    {
      from, command: 'hand-to-police', to: 'transferred', permission: 'penalty.approve', guards: [...DECIDING, 'police-have-filed'], requires: ['reason'], clocks: { stop: ['case.decision'], lapse: ['hearing.request'], start: ['case.closing-form'] },
      emits: ['penalty.transferred'], basis: art('第六十条第一款第五项'),
    },
  ]),

  // Service, performance, closing (第七十一条至第八十二条).
  {
    from: 'decided', command: 'serve-decision', to: 'performing', permission: 'penalty.handle', guards: [...SERVING, 'serves-decision'], requires: SERVED_BY,
    clocks: { stop: ['decision.service'], start: ['review.application', 'suit.direct'] }, emits: ['penalty.decision-served'], cascade: [{ subject: 'fine', command: 'open' }], basis: art('第八十一条、第八十二条'),
  },
  {
    from: 'no-penalty-decided', command: 'serve-decision', to: 'no-penalty-served', permission: 'penalty.handle', guards: [...SERVING, 'serves-decision'], requires: SERVED_BY,
    clocks: { start: ['review.application', 'suit.direct'] }, emits: ['penalty.decision-served'], basis: art('第八十二条'),
  },
  ...staying(['performing'], {
    command: 'record-disposal', permission: 'penalty.handle', guards: [...OWN, 'goods-confiscated', 'two-officers', 'nothing-in-advance', 'disposal-witnessed'], requires: ['members', 'at', 'place', 'method', 'goods', 'course'],
    emits: ['penalty.goods-disposed'], document: 'goods-disposal-record', basis: law('第七十四条第一款'),
  }),
  {
    from: 'performing', command: 'record-performance', to: 'performed', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance', 'nothing-left-to-pay', 'goods-disposed'], requires: ['at', 'manner'], clocks: { start: ['case.closing-form'] },
    emits: ['penalty.performed'], basis: art('第七十一条第一款，第七十七条第一项、第二项'),
  },
  ...(['performed', 'no-penalty-served', 'transferred', 'terminated'] as const).map((from): Move => ({
    from, command: 'close', to: 'closed', permission: 'penalty.approve', guards: OWN, requires: ['opinion'], clocks: { stop: ['case.closing-form'] }, emits: ['penalty.closed'], document: 'closing-approval', basis: art('第七十七条'),
  })),

  // Reconsideration and suit: execution is not stopped (行政处罚法第七十三条).
  ...staying(SERVED, { command: 'record-challenge', permission: 'penalty.handle', guards: [...OWN, 'nothing-in-advance', 'no-challenge-open'], requires: ['way', 'at', 'body', 'fileNumber'], clocks: { stop: ['review.application', 'suit.direct', 'suit.after-review'] }, emits: ['penalty.challenged'], cascade: [{ subject: 'fine', command: 'be-challenged' }], basis: law('第七条第一款、第七十三条第一款') }),
  ...staying(SERVED, {
    command: 'record-review-outcome', permission: 'penalty.approve', guards: [...OWN, 'nothing-in-advance', 'challenge-open', 'change-stated'], requires: ['result', 'at', 'fileNumber'],
    clocks: { start: [{ kind: 'suit.after-review', when: 'after-reconsideration' }] }, emits: ['penalty.challenge-decided'], cascade: [{ subject: 'fine', command: 'be-upheld' }, { subject: 'fine', command: 'be-annulled' }], basis: law('第四十八条第二款、第七十三条'),
  }),
  ...SERVED.map((from): Move => ({
    from, command: 'record-revocation', to: 'revoked', permission: 'penalty.approve', guards: [...OWN, 'nothing-in-advance', 'challenge-open'], requires: ['at', 'fileNumber'],
    clocks: { lapse: ['penalty.publication', 'case.closing-form'] }, emits: ['penalty.revoked'], cascade: [{ subject: 'fine', command: 'be-annulled' }], basis: law('第四十八条第二款'),
  })),

  // The duty to publish goes over to the publication, which is drafted when the decision is served; or nothing is published, and the duty falls away.
  ...staying(SERVED, { command: 'begin-publication', carried: true, permission: 'publication.prepare', clocks: { carry: ['penalty.publication'] }, emits: ['penalty.publication-begun'], cascade: [{ subject: 'publication', command: 'draft' }], basis: disclosure('第九条、第十条') }),
  ...staying(SERVED, { command: 'leave-unpublished', carried: true, permission: 'publication.prepare', clocks: { lapse: ['penalty.publication'] }, emits: ['penalty.left-unpublished'], cascade: [{ subject: 'publication', command: 'leave-out' }], basis: disclosure('第二条第二款、第六条') }),

  // Carried in by a criminal referral of the same case.
  ...staying(['verifying', ...BEFORE_DECISION, ...DECIDED], { command: 'flag-referral', carried: true, permission: 'referral.handle', emits: ['penalty.referral-flagged'], basis: referral('第十一条') }),
  ...staying(['verifying', ...BEFORE_DECISION, ...DECIDED], { command: 'referral-ended', carried: true, permission: 'referral.handle', emits: ['penalty.referral-over'], basis: referral('第十条') }),
  // Law is silent on the time left; the case that comes back is dealt with like one filed that day.
  ...(['transferred', 'closed'] as const).map((from): Move => ({
    from, command: 'resume-from-police', carried: true, to: 'investigating', permission: 'referral.handle', clocks: { lapse: ['case.closing-form'], start: ['case.decision'] }, emits: ['penalty.back-from-police'], basis: referral('第十条、第十三条', '退回后的办案期限条文未定，自退回之日重新起算为本系统判断'),
  })),
  ...staying(['verifying', ...BEFORE_DECISION, 'decided', 'no-penalty-decided', 'performing', 'no-penalty-served', 'performed', 'terminated'], { command: 'resume-from-police', carried: true, permission: 'referral.handle', emits: ['penalty.back-from-police'], basis: referral('第十条、第十三条') }),
];

/** The penalty procedure of market regulation, from the clue to the closed file. */
export const PENALTY_LIFECYCLE = {
  subject: 'penalty',
  label: { zh: '行政处罚程序', en: 'Penalty procedure' },
  states: {
    verifying: { label: { zh: '核查', en: 'Verification' }, clocks: ['report.verification'] },
    'not-filed': { label: { zh: '不予立案', en: 'Not filed' }, final: true },
    investigating: { label: { zh: '调查取证', en: 'Investigation' }, clocks: ['case.decision'] },
    suspended: { label: { zh: '中止调查', en: 'Investigation suspended' }, untimed: 'Lasts as long as its ground (第四十六条); the time is left out, and the investigation resumes at once when the ground is gone' },
    reported: { label: { zh: '调查终结', en: 'Investigation concluded' }, clocks: ['case.decision'] },
    'in-review': { label: { zh: '审核中', en: 'In review' }, clocks: ['review.legal', 'case.decision'] },
    reviewed: { label: { zh: '审核通过', en: 'Review passed' }, clocks: ['case.decision'] },
    'notice-approved': { label: { zh: '待送达告知书', en: 'Notice to be served' }, clocks: ['case.decision'] },
    notified: { label: { zh: '已告知', en: 'Notified' }, clocks: ['hearing.request', 'case.decision'] },
    'hearing-requested': { label: { zh: '已要求听证', en: 'Hearing asked for' }, clocks: ['hearing.scheduling'] },
    'hearing-scheduled': { label: { zh: '待送达听证通知', en: 'Hearing fixed' }, clocks: ['hearing.notice'] },
    'hearing-announced': { label: { zh: '待听证', en: 'Hearing announced' }, untimed: 'The notice names the day of the hearing; the time of the hearing is left out (程序规定第六十四条第二款)' },
    heard: { label: { zh: '已听证', en: 'Heard' }, clocks: ['hearing.report', 'case.decision'] },
    'hearing-reported': { label: { zh: '听证报告已提交', en: 'Hearing reported' }, clocks: ['case.decision'] },
    'in-final-review': { label: { zh: '听证后法制审核中', en: 'In legal review after the hearing' }, clocks: ['review.legal', 'case.decision'] },
    decided: { label: { zh: '已决定处罚', en: 'Penalty decided' }, clocks: ['decision.service'] },
    'no-penalty-decided': { label: { zh: '已决定不予处罚', en: 'No penalty decided' }, clocks: ['case.closing-form'] },
    performing: { label: { zh: '履行中', en: 'To be performed' }, untimed: 'The decision names the time; what is to be paid has clocks of its own, and the times for reconsideration and suit run beside (第七十一条、第七十二条)' },
    'no-penalty-served': { label: { zh: '不予处罚已送达', en: 'No-penalty decision served' }, clocks: ['case.closing-form'] },
    performed: { label: { zh: '执行完毕', en: 'Performed' }, clocks: ['case.closing-form'] },
    transferred: { label: { zh: '已移送', en: 'Transferred' }, clocks: ['case.closing-form'] },
    terminated: { label: { zh: '终止调查', en: 'Investigation terminated' }, clocks: ['case.closing-form'] },
    closed: { label: { zh: '已结案', en: 'Closed' }, untimed: 'Ended; reconsideration, a suit or the police may still touch it' },
    revoked: { label: { zh: '决定已撤销', en: 'Decision revoked' }, final: true },
  },
  moves: TABLE,
} satisfies Lifecycle;
