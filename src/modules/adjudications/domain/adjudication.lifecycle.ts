import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const MEASURES = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const art = (article: string, note?: string): Basis => ({ source: MEASURES, article, status: 'verified', ...(note === undefined ? {} : { note }) });

/** The panel works on it. */
export const IN_HAND = ['examining', 'hearing-announced', 'heard'] as const;
/** The time for the decision stands still (第三十七条第二款). */
const STANDSTILL = ['objected', 'appraising', 'settling', 'suspended'] as const;
/** Filed, nothing decided. */
export const UNDECIDED = ['filed', ...IN_HAND, ...STANDSTILL] as const;
/** A decision stands. */
export const DECIDED = ['decided', 'served', 'sued', 'effective', 'enforcing', 'performed', 'concluded', 'annulled'] as const;

const ANSWER = ['adjudication.answer', 'adjudication.answer-abroad'];
const DECISION = 'adjudication.decision';
/** Whatever may still run before a decision. */
const RUNNING = [...ANSWER, 'adjudication.service', 'adjudication.answer-forwarding', 'adjudication.recusal-request', 'adjudication.evidence', 'adjudication.oral-hearing-notice', 'adjudication.evidence-registration'];
const OBJECTION = 'adjudication.jurisdiction-objection';
/** What a suspension holds up: the time of the agency, and that of the parties with it. */
const HELD_UP = [DECISION, 'adjudication.service', ...ANSWER, 'adjudication.evidence'];
const ENFORCEMENT = ['adjudication.enforcement-agency', 'adjudication.enforcement-holder'];

const CONDUCT = ['conducts-it', 'actor-not-excluded'];
const APPROVE = ['in-own-agency', 'actor-not-excluded'];
const PAST = [...CONDUCT, 'nothing-in-advance'];
/** A document that this proceeding issued reaches a party of the case, in a mode of service with its proof. */
const SERVE = [...PAST, 'document-is-of-this-proceeding', 'recipient-is-party', 'mode-has-its-proof', 'served-in-time'];
const SERVED = ['document', 'recipient', 'mode', 'servedAt', 'servers', 'proof'];
const PANEL = ['panel-complete', 'panel-not-excluded', 'no-recusal-open'];
const handle = { permission: 'adjudication.handle' } as const;
const approve = { permission: 'adjudication.approve' } as const;
const from = (states: readonly string[], move: Omit<Move, 'from'>): Move[] => states.map((state) => ({ ...move, from: state }));

const REQUEST: readonly Move[] = [
  // A request that came as a complaint brings the clock of its receipt along.
  { from: null, command: 'open', to: 'requested', ...handle, clocks: { start: [{ kind: 'adjudication.filing', when: 'came-directly' }] }, emits: ['adjudication.requested'], basis: art('第十二条、第二十条') },
  {
    from: 'requested', command: 'notify-correction', to: 'correcting', ...handle, guards: [...CONDUCT, 'not-corrected-before'], requires: ['missing', 'days'],
    clocks: { lapse: ['adjudication.filing'], start: ['adjudication.correction'] }, emits: ['adjudication.correction-asked'], document: 'adjudication-correction-notice', basis: art('第十六条'),
  },
  {
    from: 'correcting', command: 'record-correction', to: 'requested', ...handle, guards: [...PAST, 'corrected-in-time'], requires: ['receivedAt', 'supplied'],
    clocks: { stop: ['adjudication.correction'], start: ['adjudication.filing'] }, emits: ['adjudication.corrected'], basis: art('第十六条、第二十条', '补正后“及时立案”，立案期限自收到补正材料之日起算，为本系统判断'),
  },
  {
    from: 'requested', command: 'file', to: 'filed', ...approve,
    guards: [...APPROVE, 'conditions-met', 'requester-entitled', 'materials-complete', 'patent-number-fits', 'claims-stated', 'parties-of-the-case', 'panel-named', 'panel-of-the-agency', 'members-not-excluded', 'nobody-has-sued'],
    requires: ['conditions', 'materials', 'patentNumber', 'requesterKind', 'parties', 'members'], clocks: { stop: ['adjudication.filing'], start: ['adjudication.service', 'adjudication.recusal-request', DECISION] },
    emits: ['adjudication.filed'], document: 'adjudication-filing-notice', basis: art('第十二条至第十六条、第二十条'),
  },
  {
    from: 'requested', command: 'not-file', to: 'not-filed', ...approve, guards: APPROVE, requires: ['grounds', 'reasons'], clocks: { stop: ['adjudication.filing'] },
    emits: ['adjudication.not-filed'], document: 'adjudication-non-filing-notice', basis: art('第九条第二款、第十四条第二款、第二十条'),
  },
  {
    from: 'correcting', command: 'not-file', to: 'not-filed', ...approve, guards: [...APPROVE, 'correction-period-over'], requires: ['grounds', 'reasons'], clocks: { lapse: ['adjudication.correction'] },
    emits: ['adjudication.not-filed'], document: 'adjudication-non-filing-notice', basis: art('第十六条'),
  },
  ...from(['requested', 'correcting'], {
    command: 'withdraw', to: 'withdrawn', ...handle, guards: PAST, requires: ['at'], clocks: { lapse: ['adjudication.filing', 'adjudication.correction'] },
    emits: ['adjudication.withdrawn'], basis: art('第三十六条第一款第二项', '立案前撤回，无案可撤'),
  }),
  // Another body does the work; decisions and papers stay those of the agency.
  ...staying(['requested', 'correcting', 'filed', ...IN_HAND], { command: 'delegate', ...approve, guards: [...APPROVE, 'delegate-fit'], requires: ['delegate', 'authority'], emits: ['adjudication.delegated'], basis: art('第八条第三款') }),
];

/** Advice on whether there is an infringement, for somebody who was warned and then left in doubt. */
const ADVICE: readonly Move[] = [
  { from: null, command: 'open-advice', to: 'advice-requested', ...handle, guards: ['nothing-in-advance', 'silence-lasted', 'holder-does-nothing', 'nobody-has-sued'], requires: ['warnedAt', 'patentNumber'], emits: ['adjudication.advice-requested'], basis: art('第十三条') },
  { from: 'advice-requested', command: 'give-advice', to: 'advised', ...approve, guards: APPROVE, requires: ['opinion', 'reasons'], emits: ['adjudication.advised'], document: 'adjudication-advice', basis: art('第十三条') },
  { from: 'advice-requested', command: 'refuse-advice', to: 'advice-refused', ...approve, guards: APPROVE, requires: ['reasons'], emits: ['adjudication.advice-refused'], basis: art('第十三条', '是否出具由部门决定') },
  { from: 'advice-requested', command: 'end-by-suit', to: 'advice-refused', carried: true, permission: 'civil-suit.record', emits: ['adjudication.ended-by-suit'], basis: art('第十三条', '权利人已起诉的，不再符合条件') },
];

const EXAMINATION: readonly Move[] = [
  ...staying(['filed', 'examining'], { command: 'call-for-answer', ...handle, guards: CONDUCT, emits: ['adjudication.answer-called-for'], document: 'adjudication-answer-notice', basis: art('第二十二条第一款') }),
  ...from(['filed', 'examining'], {
    command: 'serve-request', to: 'examining', ...handle, guards: [...SERVE, 'serves-answer-notice', 'recipient-unserved'], requires: SERVED,
    clocks: { stopWhen: [{ kind: 'adjudication.service', when: 'everybody-served' }], start: [{ kind: 'adjudication.answer', when: 'recipient-at-home' }, { kind: 'adjudication.answer-abroad', when: 'recipient-abroad' }] },
    emits: ['adjudication.request-served'], basis: art('第二十二条第一款'),
  }),
  ...staying(IN_HAND, {
    command: 'record-answer', ...handle, guards: [...PAST, 'respondent-may-answer'], requires: ['respondent', 'receivedAt'],
    clocks: { stopWhen: ANSWER.map((kind) => ({ kind, when: 'everybody-answered' })), start: ['adjudication.answer-forwarding'] }, emits: ['adjudication.answered'], basis: art('第二十二条'),
  }),
  ...staying(IN_HAND, { command: 'forward-answer', ...handle, guards: [...PAST, 'answer-received'], requires: ['mode', 'servedAt'], clocks: { stop: ['adjudication.answer-forwarding'] }, emits: ['adjudication.answer-forwarded'], basis: art('第二十二条第二款') }),
  {
    from: 'examining', command: 'raise-objection', to: 'objected', ...handle, guards: [...PAST, 'within-answer-period'], requires: ['respondent', 'receivedAt', 'reason'],
    clocks: { pause: [DECISION], start: [OBJECTION] }, emits: ['adjudication.jurisdiction-objected'], basis: art('第九条第一款、第三十七条第二款'),
  },
  {
    from: 'objected', command: 'reject-objection', to: 'examining', ...approve, guards: APPROVE, requires: ['reasons'], clocks: { stop: [OBJECTION], resume: [DECISION] },
    emits: ['adjudication.objection-rejected'], document: 'adjudication-objection-decision', basis: art('第九条第一款'),
  },
  {
    from: 'objected', command: 'uphold-objection', to: 'transferred', ...approve, guards: APPROVE, requires: ['reasons', 'competentAgency'],
    clocks: { stop: [OBJECTION], lapse: [DECISION, ...RUNNING] }, emits: ['adjudication.transferred'], document: 'adjudication-objection-decision', basis: art('第九条第一款'),
  },
  // Set by the agency, or agreed by the parties and approved: the same notice tells of it.
  ...staying(['filed', ...IN_HAND], { command: 'set-evidence-period', ...handle, guards: CONDUCT, requires: ['days', 'agreed'], emits: ['adjudication.evidence-period-set'], document: 'adjudication-evidence-notice', basis: art('第五十四条') }),
  ...staying(['filed', ...IN_HAND], {
    command: 'serve-evidence-notice', ...handle, guards: [...SERVE, 'serves-evidence-notice', 'evidence-days-set', 'recipient-untold'], requires: SERVED, clocks: { start: ['adjudication.evidence'] },
    emits: ['adjudication.evidence-notice-served'], basis: art('第五十四条'),
  }),
  ...staying(IN_HAND, { command: 'waive-evidence', ...handle, guards: [...PAST, 'evidence-period-set', 'everybody-waives'], requires: ['by', 'at'], clocks: { lapse: ['adjudication.evidence'] }, emits: ['adjudication.evidence-waived'], basis: art('第五十四条', '各方当事人均表示不再举证的，举证期限视为届满，为本系统判断') }),
  ...staying(['filed', ...IN_HAND], {
    command: 'record-inspection', ...handle, guards: [...PAST, 'panel-acts', 'signed-or-noted'], requires: ['act', 'at', 'place', 'content', 'signed', 'by'], emits: ['adjudication.act-recorded'], document: 'adjudication-inspection-record', basis: art('第四十七条'),
  }),
  ...staying(['filed', ...IN_HAND], {
    command: 'record-sampling', ...handle, guards: [...PAST, 'panel-acts', 'signed-or-noted'], requires: ['at', 'place', 'items', 'signed', 'by'], emits: ['adjudication.act-recorded'], document: 'adjudication-sampling-record', basis: art('第四十八条'),
  }),
  ...staying(['filed', ...IN_HAND], {
    command: 'register-evidence', ...approve, guards: [...APPROVE, 'nothing-in-advance', 'no-registration-open', 'signed-or-noted'], requires: ['at', 'place', 'items', 'risk', 'signed'], clocks: { start: ['adjudication.evidence-registration'] },
    emits: ['adjudication.evidence-registered'], document: 'adjudication-registration-list', basis: art('第四十九条'),
  }),
  ...staying(['filed', ...IN_HAND], {
    command: 'decide-registration', ...approve, guards: [...APPROVE, 'registration-open'], requires: ['disposal', 'reasons'], clocks: { stop: ['adjudication.evidence-registration'] }, emits: ['adjudication.registration-decided'], basis: art('第四十九条第一款'),
  }),
  ...from(['examining', 'heard'], {
    command: 'commission-appraisal', to: 'appraising', ...handle, guards: [...PAST, 'appraisal-asked-in-time'], requires: ['question', 'appraiser', 'chosenBy', 'at'], clocks: { pause: [DECISION] },
    emits: ['adjudication.appraisal-commissioned'], document: 'adjudication-appraisal-commission', basis: art('第三十七条第二款、第五十三条'),
  }),
  { from: 'appraising', command: 'record-appraisal', to: 'examining', ...handle, guards: PAST, requires: ['result', 'receivedAt'], clocks: { resume: [DECISION] }, emits: ['adjudication.appraisal-recorded'], basis: art('第五十三条') },
  ...staying(['filed', ...IN_HAND, 'suspended'], {
    command: 'name-panel', ...approve, guards: [...APPROVE, 'panel-named', 'panel-of-the-agency', 'members-not-excluded'], requires: ['members', 'reason'], clocks: { lapse: ['adjudication.recusal-request'], start: ['adjudication.recusal-request'] },
    emits: ['adjudication.panel-named'], document: 'adjudication-panel-notice', basis: art('第五条、第二十条'),
  }),
  ...staying(['examining'], {
    command: 'add-party', ...handle, guards: [...CONDUCT, 'new-party-of-the-case', 'not-heard-yet'], requires: ['party', 'side', 'reason'], clocks: { start: [{ kind: 'adjudication.service', when: 'adds-respondent' }] },
    emits: ['adjudication.party-added'], basis: art('第二十三条、第二十四条'),
  }),
];

const HEARING: readonly Move[] = [
  // Announced again: postponed, or heard once more.
  ...from(IN_HAND, {
    command: 'announce-hearing', to: 'hearing-announced', ...handle, guards: [...CONDUCT, ...PANEL, 'everybody-served', 'answer-period-over', 'hearing-ahead', 'closed-with-reason', 'invalidity-dealt-with'], requires: ['at', 'place', 'online', 'open'],
    clocks: { lapse: ['adjudication.oral-hearing-notice'], start: ['adjudication.oral-hearing-notice'] }, emits: ['adjudication.hearing-announced'], document: 'adjudication-hearing-notice', basis: art('第二十六条、第二十七条'),
  }),
  ...staying(['hearing-announced'], {
    command: 'serve-hearing-notice', ...handle, guards: [...SERVE, 'serves-hearing-notice', 'recipient-unnotified', 'three-days-before'], requires: SERVED,
    clocks: { stopWhen: [{ kind: 'adjudication.oral-hearing-notice', when: 'everybody-notified' }] }, emits: ['adjudication.hearing-notice-served'], basis: art('第二十六条'),
  }),
  {
    from: 'hearing-announced', command: 'hold-hearing', to: 'heard', ...handle, guards: [...PAST, 'is-member', ...PANEL, 'everybody-notified', 'hearing-time-come', 'requester-attends', 'invalidity-dealt-with'], requires: ['at', 'course', 'absent'],
    emits: ['adjudication.hearing-held'], document: 'adjudication-hearing-minutes', basis: art('第二十六条、第二十七条'),
  },
  {
    from: 'hearing-announced', command: 'cancel-hearing', to: 'examining', ...handle, guards: [...CONDUCT, 'is-member'], requires: ['reason'], clocks: { lapse: ['adjudication.oral-hearing-notice'] },
    emits: ['adjudication.hearing-cancelled'], basis: art('第二十六条', '是否进行口头审理由部门根据案情需要决定'),
  },
  {
    from: 'hearing-announced', command: 'deem-withdrawn', to: 'dismissed', ...approve, guards: [...APPROVE, 'no-recusal-open', 'everybody-notified', 'hearing-time-come'], requires: ['conduct', 'reasons'],
    clocks: { stop: [DECISION], lapse: RUNNING }, emits: ['adjudication.dismissed'], document: 'adjudication-dismissal', basis: art('第二十六条、第三十六条第一款第二项'),
  },
];

const STANDING_STILL: readonly Move[] = [
  ...staying(['filed', ...IN_HAND], { command: 'record-invalidity', ...handle, guards: [...PAST], requires: ['requestNumber', 'acceptedAt', 'requestedBy'], emits: ['adjudication.invalidity-recorded'], basis: art('第二十八条第一款第一项、第二十九条') }),
  ...staying(['filed', ...IN_HAND], {
    command: 'continue-despite-invalidity', ...approve, guards: [...APPROVE, 'invalidity-pending', 'exception-holds'], requires: ['exception', 'reasons'], emits: ['adjudication.suspension-refused'], document: 'adjudication-no-suspension-notice', basis: art('第二十九条'),
  }),
  ...from(['filed', ...IN_HAND], {
    command: 'suspend-for-invalidity', to: 'suspended', ...approve, guards: [...APPROVE, 'nothing-in-advance'], requires: ['requestNumber', 'acceptedAt', 'requestedBy', 'on'],
    clocks: { pause: HELD_UP, lapse: ['adjudication.oral-hearing-notice'] }, emits: ['adjudication.suspended'], document: 'adjudication-suspension-notice', basis: art('第二十八条第一款第一项、第三十七条第二款', '当事人的期间随之停止计算，为本系统判断'),
  }),
  ...from(['filed', ...IN_HAND], {
    command: 'suspend', to: 'suspended', ...approve, guards: APPROVE, requires: ['ground', 'on', 'reasons'],
    clocks: { pause: HELD_UP, lapse: ['adjudication.oral-hearing-notice'] }, emits: ['adjudication.suspended'], document: 'adjudication-suspension-notice', basis: art('第二十八条第一款第二项至第七项、第三十七条第二款', '当事人的期间随之停止计算，为本系统判断'),
  }),
  {
    from: 'suspended', command: 'resume', to: 'examining', ...approve, guards: [...APPROVE, 'invalidity-answered', 'claims-remain'], requires: ['reasons'], clocks: { resume: HELD_UP },
    emits: ['adjudication.resumed'], document: 'adjudication-resumption-notice', basis: art('第二十八条第二款'),
  },
  ...from(['examining', 'heard'], { command: 'start-settlement', to: 'settling', ...handle, guards: PAST, requires: ['at', 'wishedBy'], clocks: { pause: [DECISION] }, emits: ['adjudication.settlement-started'], basis: art('第三十五条第一款、第三十七条第二款') }),
  { from: 'settling', command: 'end-settlement', to: 'examining', ...handle, guards: CONDUCT, requires: ['reason'], clocks: { resume: [DECISION] }, emits: ['adjudication.settlement-failed'], basis: art('第三十五条第一款') },
  ...from(['examining', 'heard', 'settling'], {
    command: 'settle', to: 'settled', ...approve, guards: [...APPROVE, 'nothing-in-advance', 'everybody-signed'], requires: ['terms', 'signedBy', 'signedAt'], clocks: { stop: [DECISION], lapse: RUNNING },
    emits: ['adjudication.settled'], document: 'adjudication-settlement-agreement', basis: art('第三十条第一款第二项、第三十五条'),
  }),
];

const PROCEDURE = ['everybody-served', 'answer-period-over', 'evidence-period-set', 'evidence-period-over', 'registration-decided'];
const ORDER = [...APPROVE, ...PANEL, 'invalidity-dealt-with', 'patent-stands', 'majority-carries', 'order-complete', 'nobody-has-sued'];
const MADE = { stop: [DECISION], lapse: RUNNING, start: ['adjudication.publication'] };

const DECISIONS: readonly Move[] = [
  ...staying(['filed', 'examining', 'heard'], {
    command: 'deliberate', ...handle, guards: [...PAST, 'is-member', ...PANEL, 'every-member-votes', 'invalidity-dealt-with'], requires: ['at', 'finding', 'votes', 'facts', 'law'],
    emits: ['adjudication.deliberated'], document: 'adjudication-deliberation-minutes', basis: art('第二十五条'),
  }),
  ...from(['examining', 'heard'], {
    command: 'decide', to: 'decided', ...approve, guards: [...ORDER, ...PROCEDURE], requires: ['finding', 'statements', 'reasons', 'provisions', 'remedies'],
    clocks: MADE, emits: ['adjudication.decided'], document: 'adjudication-decision', basis: art('第三十条第一款第一项、第三十一条、第三十二条'),
  }),
  ...from(['filed', 'examining', 'heard'], {
    command: 'decide-directly', to: 'decided', ...approve, guards: [...ORDER, 'registration-decided', 'same-patent-same-type'], requires: ['earlier', 'statements', 'acts', 'reasons', 'provisions', 'remedies'],
    clocks: MADE, emits: ['adjudication.decided'], document: 'adjudication-decision', basis: art('第三十四条第一款'),
  }),
  ...from([...UNDECIDED], {
    command: 'dismiss', to: 'dismissed', ...approve, guards: [...APPROVE, 'no-recusal-open', 'dismissal-ground-fits'], requires: ['ground', 'reasons'], clocks: { stop: [DECISION], lapse: [OBJECTION, ...RUNNING] },
    emits: ['adjudication.dismissed'], document: 'adjudication-dismissal', basis: art('第九条第二款、第十九条第三款、第三十条第一款第三项、第三十六条'),
  }),
  { from: 'ended-by-suit', command: 'dismiss', to: 'dismissed', ...approve, guards: [...APPROVE, 'dismissal-ground-fits'], requires: ['ground', 'reasons'], emits: ['adjudication.dismissed'], document: 'adjudication-dismissal', basis: art('第三十条第一款第三项、第三十六条第一款第一项') },
  // Carried in by a civil suit over the same infringement.
  ...from(['requested', 'correcting', ...UNDECIDED], {
    command: 'end-by-suit', to: 'ended-by-suit', carried: true, permission: 'civil-suit.record', clocks: { lapse: [DECISION, 'adjudication.filing', 'adjudication.correction', OBJECTION, ...RUNNING] }, emits: ['adjudication.ended-by-suit'],
    basis: art('第十二条第一款第五项、第三十六条第一款第一项', '立案后一方起诉的，不再符合受理条件'),
  }),
  // What was decided stays: the suit may be over damages (专利法第六十五条).
  ...staying(DECIDED, { command: 'end-by-suit', carried: true, permission: 'civil-suit.record', emits: ['adjudication.suit-noted'], basis: { source: '专利法', article: '第六十五条', status: 'verified', note: '裁决已作出的，就赔偿数额另行起诉不影响裁决' } }),
];

const AFTERWARDS: readonly Move[] = [
  ...from(['decided', 'served'], {
    command: 'serve-decision', to: 'served', ...handle, guards: [...SERVE, 'serves-decision', 'decision-unserved'], requires: SERVED,
    clocks: { start: ['adjudication.suit', { kind: 'adjudication.enforcement-agency', when: 'first-served-of-those-bound' }] }, emits: ['adjudication.decision-served'], basis: art('第十条、第三十一条、第八十条'),
  }),
  ...staying(['decided', 'served', 'effective'], { command: 'rectify', ...approve, guards: APPROVE, requires: ['wrong', 'right'], emits: ['adjudication.rectified'], document: 'adjudication-rectification', basis: art('第三十三条第二款') }),
  ...staying(['served', 'effective', 'enforcing'], {
    command: 'change-decision', ...approve, guards: [...APPROVE, 'orders-stop', 'order-complete', 'claims-remain'], requires: ['ground', 'acts', 'reasons'], emits: ['adjudication.changed'], document: 'adjudication-change-decision', basis: art('第三十三条第一款'),
  }),
  ...from(['decided', 'served', 'effective', 'enforcing'], {
    command: 'revoke-decision', to: 'revoked', ...approve, guards: [...APPROVE, 'not-performed'], requires: ['ground', 'reasons'], clocks: { lapse: ['adjudication.suit', ...ENFORCEMENT] },
    emits: ['adjudication.revoked'], document: 'adjudication-revocation', basis: art('第三十三条第一款'),
  }),
  // A suit does not stay execution (第八十条第一款): it may come after performance, and performance after it.
  ...from(['served', 'performed'], { command: 'record-suit', to: 'sued', ...handle, guards: PAST, requires: ['plaintiff', 'court', 'courtNumber', 'filedAt'], clocks: { stop: ['adjudication.suit'], lapse: ENFORCEMENT }, emits: ['adjudication.sued'], basis: { source: '专利法', article: '第六十五条', status: 'verified' } }),
  {
    from: 'sued', command: 'record-upheld', to: 'effective', ...handle, guards: PAST, requires: ['courtNumber', 'effectiveAt'], clocks: { start: [{ kind: 'adjudication.enforcement-agency', when: 'still-to-perform' }] },
    emits: ['adjudication.upheld'], basis: art('第八十条第二款', '诉讼后申请强制执行的期间条文未写，自判决生效之日起算，为本系统判断'),
  },
  {
    from: 'sued', command: 'record-changed', to: 'effective', ...handle, guards: PAST, requires: ['courtNumber', 'effectiveAt', 'change'], clocks: { start: ['adjudication.publication-change', { kind: 'adjudication.enforcement-agency', when: 'still-to-perform' }] },
    emits: ['adjudication.changed'], basis: art('第八十三条第二款'),
  },
  {
    from: 'sued', command: 'record-annulled', to: 'annulled', ...handle, guards: PAST, requires: ['courtNumber', 'effectiveAt', 'anew'], clocks: { start: ['adjudication.publication-change'] }, emits: ['adjudication.annulled'], basis: art('第八十三条第二款'),
  },
  {
    from: 'annulled', command: 'examine-anew', to: 'examining', ...approve, guards: [...APPROVE, 'decision-ordered', 'panel-named', 'panel-of-the-agency', 'members-not-excluded'], requires: ['members', 'reason'], clocks: { start: ['adjudication.recusal-request', DECISION] },
    emits: ['adjudication.reopened'], document: 'adjudication-panel-notice', basis: { source: '行政诉讼法', article: '第七十条', status: 'unverified', note: '判决责令重新作出；办案期限条文未定，重新起算为本系统判断' },
  },
  ...from(['served', 'effective', 'enforcing'], { command: 'record-performance', to: 'performed', ...handle, guards: [...PAST, 'orders-stop'], requires: ['at', 'manner'], clocks: { stop: ['adjudication.enforcement-agency'], lapse: ['adjudication.enforcement-holder'] }, emits: ['adjudication.performed'], basis: art('第三十二条、第八十条') }),
  ...staying(['sued'], { command: 'record-performance', ...handle, guards: [...PAST, 'orders-stop'], requires: ['at', 'manner'], emits: ['adjudication.performed'], basis: art('第八十条第一款') }),
  ...from(['served', 'effective'], {
    command: 'apply-enforcement', to: 'enforcing', ...approve, guards: [...APPROVE, 'orders-stop', 'suit-period-over', 'term-over', 'agency-period-runs'], requires: ['court', 'reasons'], clocks: { stop: ['adjudication.enforcement-agency'] },
    emits: ['adjudication.enforcement-applied'], document: 'adjudication-enforcement-application', basis: art('第八十条第二款'),
  }),
  ...staying(['served', 'effective'], {
    command: 'leave-enforcement', ...handle, guards: [...CONDUCT, 'orders-stop', 'suit-period-over', 'agency-period-over'], requires: ['reason'], clocks: { lapse: ['adjudication.enforcement-agency'], start: ['adjudication.enforcement-holder'] },
    emits: ['adjudication.enforcement-left'], basis: art('第八十条第二款'),
  }),
  ...from(['served', 'effective'], {
    command: 'record-holder-enforcement', to: 'enforcing', ...handle, guards: [...PAST, 'orders-stop', 'holder-period-runs'], requires: ['court', 'appliedAt'], clocks: { stop: ['adjudication.enforcement-holder'] }, emits: ['adjudication.enforcement-applied'], basis: art('第八十条第二款'),
  }),
  { from: 'enforcing', command: 'end-enforcement', to: 'concluded', ...handle, guards: CONDUCT, requires: ['result'], emits: ['adjudication.enforcement-ended'], basis: art('第八十条第二款') },
  // Nothing is left to do: the request was rejected, or nobody may enforce any more.
  ...from(['served', 'effective'], { command: 'conclude', to: 'concluded', ...handle, guards: [...CONDUCT, 'suit-period-over', 'nothing-to-perform'], requires: ['reason'], clocks: { lapse: ['adjudication.suit', ...ENFORCEMENT] }, emits: ['adjudication.concluded'], basis: art('第三十条第一款第一项、第八十条') }),
];

/** The duty to publish goes over to the publication, which is drafted when the decision is served; or nothing is published, and the duty falls away. */
const PUBLIC = ['served', 'sued', 'effective', 'enforcing', 'performed', 'concluded'] as const;
const PUBLISHING: readonly Move[] = [
  ...staying(PUBLIC, { command: 'begin-publication', carried: true, permission: 'publication.prepare', clocks: { carry: ['adjudication.publication'] }, emits: ['adjudication.publication-begun'], cascade: [{ subject: 'publication', command: 'draft' }], basis: art('第八十三条第一款') }),
  ...staying(PUBLIC, { command: 'leave-unpublished', carried: true, permission: 'publication.prepare', clocks: { lapse: ['adjudication.publication'] }, emits: ['adjudication.left-unpublished'], cascade: [{ subject: 'publication', command: 'leave-out' }], basis: art('第八十三条第一款', '依法不予公开的') }),
];

/** Patent infringement decided between two parties: from the request to performance. */
export const ADJUDICATION_LIFECYCLE = {
  subject: 'adjudication',
  label: { zh: '专利侵权纠纷行政裁决', en: 'Patent adjudication' },
  states: {
    requested: { label: { zh: '已请求', en: 'Requested' }, clocks: ['adjudication.filing'] },
    correcting: { label: { zh: '补正中', en: 'To be corrected' }, clocks: ['adjudication.correction'] },
    'not-filed': { label: { zh: '不予立案', en: 'Not filed' }, final: true },
    withdrawn: { label: { zh: '立案前撤回', en: 'Withdrawn before filing' }, final: true },
    filed: { label: { zh: '已立案', en: 'Filed' }, clocks: ['adjudication.service', DECISION] },
    examining: { label: { zh: '审理中', en: 'Under examination' }, clocks: [...ANSWER, 'adjudication.answer-forwarding', 'adjudication.evidence', DECISION] },
    objected: { label: { zh: '管辖权异议审查中', en: 'Jurisdiction objected to' }, clocks: [OBJECTION] },
    appraising: { label: { zh: '鉴定中', en: 'At appraisal' }, untimed: 'The time of the appraisal is left out (第三十七条第二款); the commission names it' },
    settling: { label: { zh: '和解中', en: 'Settlement talks' }, untimed: 'Lasts as long as the parties wish (第三十五条第一款); the time is left out (第三十七条第二款)' },
    suspended: { label: { zh: '中止处理', en: 'Suspended' }, untimed: 'Lasts as long as its ground; resumed at once when the ground is gone (第二十八条第二款)' },
    'hearing-announced': { label: { zh: '待口头审理', en: 'Oral hearing announced' }, clocks: ['adjudication.oral-hearing-notice', DECISION] },
    heard: { label: { zh: '已口头审理', en: 'Heard' }, clocks: [DECISION] },
    transferred: { label: { zh: '已移送有管辖权的部门', en: 'Transferred' }, final: true },
    settled: { label: { zh: '调解结案', en: 'Settled' }, final: true },
    dismissed: { label: { zh: '已撤销案件', en: 'Case withdrawn' }, final: true },
    'ended-by-suit': { label: { zh: '因起诉终结', en: 'Ended by a suit' }, untimed: 'Ended; only the paper of the withdrawal may follow (第三十条第一款第三项)' },
    decided: { label: { zh: '已作出裁决', en: 'Decided' }, untimed: 'The measures set no time for service; the duty to publish runs beside (第八十三条)' },
    served: { label: { zh: '裁决已送达', en: 'Decision served' }, clocks: ['adjudication.suit', 'adjudication.enforcement-agency', 'adjudication.enforcement-holder'] },
    sued: { label: { zh: '行政诉讼中', en: 'Under suit' }, untimed: 'The court has the matter; its times are not those of the agency' },
    effective: { label: { zh: '诉讼后生效', en: 'Effective after suit' }, untimed: 'Binding: to be performed at once; where a stop was ordered, the time of enforcement runs beside (第八十条)' },
    enforcing: { label: { zh: '申请强制执行', en: 'Enforcement applied for' }, untimed: 'The court has the matter; its times are not those of the agency' },
    performed: { label: { zh: '已履行', en: 'Performed' }, untimed: 'Ended; a suit is still possible until its time is over' },
    concluded: { label: { zh: '已了结', en: 'Concluded' }, untimed: 'Ended; a suit over damages may be noted' },
    annulled: { label: { zh: '裁决被法院撤销', en: 'Annulled by the court' }, untimed: 'Ended, unless the court orders another decision' },
    revoked: { label: { zh: '裁决已撤销', en: 'Revoked' }, final: true },
    'advice-requested': { label: { zh: '请求咨询意见', en: 'Advice requested' }, untimed: 'The measures set no time for advice (第十三条)' },
    advised: { label: { zh: '已出具咨询意见', en: 'Advised' }, final: true },
    'advice-refused': { label: { zh: '不出具咨询意见', en: 'No advice' }, final: true },
  },
  moves: [...REQUEST, ...ADVICE, ...EXAMINATION, ...HEARING, ...STANDING_STILL, ...DECISIONS, ...AFTERWARDS, ...PUBLISHING],
} satisfies Lifecycle;

/** States in which it is over, although a row may lead on. */
export const OVER = ['ended-by-suit', 'performed', 'concluded', 'annulled'] as const;
