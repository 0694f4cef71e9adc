import { describe, expect, it } from '@jest/globals';
import { allowedCommands, decide, validateLifecycles, type Decision, type Move } from '../../../kernel/lifecycle/index.js';
import { PENALTY } from '../penalty.subject.js';
import type { PenaltyFacts } from './penalty.guards.js';
import { BEFORE_DECISION, PENALTY_LIFECYCLE } from './penalty.lifecycle.js';

/**
 * Typed from 令2 and 行政处罚法, never from the table: what may be done in each state, and where it leads. A command that is not
 * named is refused. `same` leaves the state as it is.
 */
const ORACLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // 第十八条至第二十条: verified, then filed or not; what is found on the way is evidence (第二十三条第二款).
  verifying: { file: 'investigating', 'not-file': 'not-filed', 'record-inspection': 'same', 'record-inquiry': 'same', 'take-evidence': 'same', 'extract-electronic-data': 'same', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  'not-filed': {},
  investigating: {
    'name-officers': 'same', 'record-inspection': 'same', 'record-inquiry': 'same', 'take-evidence': 'same', 'extract-electronic-data': 'same', 'order-correction': 'same', 'record-correction': 'same', suspend: 'suspended', 'terminate-investigation': 'terminated',
    'conclude-investigation': 'reported', transfer: 'transferred', 'hand-to-police': 'transferred', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same',
  },
  // 第四十六条、第四十七条.
  suspended: { 'name-officers': 'same', 'record-correction': 'same', resume: 'investigating', 'terminate-investigation': 'terminated', transfer: 'transferred', 'hand-to-police': 'transferred', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  reported: { 'name-officers': 'same', 'order-correction': 'same', 'record-correction': 'same', 'submit-for-review': 'in-review', transfer: 'transferred', 'hand-to-police': 'transferred', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  // 第五十四条: agreed, or sent back.
  'in-review': { 'name-officers': 'same', 'order-correction': 'same', 'record-correction': 'same', 'pass-review': 'reviewed', 'send-back': 'investigating', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  // 第五十六条: a penalty is announced first; anything else is decided at once.
  reviewed: {
    'name-officers': 'same', 'order-correction': 'same', 'record-correction': 'same', 'approve-notice': 'notice-approved', 'decide-no-penalty': 'no-penalty-decided', transfer: 'transferred', 'hand-to-police': 'transferred',
    'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same',
  },
  'notice-approved': { 'name-officers': 'same', 'record-correction': 'same', 'serve-notice': 'notified', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  notified: {
    'name-officers': 'same', 'order-correction': 'same', 'record-correction': 'same', 'record-defence': 'same', waive: 'same', 'request-hearing': 'hearing-requested', 'record-discussion': 'same', reinvestigate: 'investigating', decide: 'decided',
    'decide-no-penalty': 'no-penalty-decided', transfer: 'transferred', 'hand-to-police': 'transferred', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same',
  },
  'hearing-requested': { 'name-officers': 'same', 'record-correction': 'same', 'schedule-hearing': 'hearing-scheduled', 'terminate-hearing': 'notified', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  'hearing-scheduled': { 'name-officers': 'same', 'record-correction': 'same', 'schedule-hearing': 'hearing-scheduled', 'serve-hearing-notice': 'hearing-announced', 'terminate-hearing': 'notified', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  'hearing-announced': { 'name-officers': 'same', 'record-correction': 'same', 'schedule-hearing': 'hearing-scheduled', 'hold-hearing': 'heard', 'terminate-hearing': 'notified', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  heard: { 'name-officers': 'same', 'record-correction': 'same', 'report-hearing': 'hearing-reported', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  // 第五十条第二款: legal review after the hearing; 第六十条.
  'hearing-reported': {
    'name-officers': 'same', 'order-correction': 'same', 'record-correction': 'same', 'submit-for-review': 'in-final-review', 'record-discussion': 'same', reinvestigate: 'investigating', decide: 'decided', 'decide-no-penalty': 'no-penalty-decided',
    transfer: 'transferred', 'hand-to-police': 'transferred', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same',
  },
  'in-final-review': { 'name-officers': 'same', 'record-correction': 'same', 'pass-review': 'hearing-reported', 'send-back': 'investigating', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  decided: { 'record-correction': 'same', 'serve-decision': 'performing', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  'no-penalty-decided': { 'serve-decision': 'no-penalty-served', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  performing: {
    'record-correction': 'same', 'record-disposal': 'same', 'record-performance': 'performed', 'record-challenge': 'same', 'begin-publication': 'same', 'leave-unpublished': 'same', 'record-review-outcome': 'same', 'record-revocation': 'revoked', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same',
  },
  'no-penalty-served': { close: 'closed', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  performed: { 'record-correction': 'same', close: 'closed', 'record-challenge': 'same', 'begin-publication': 'same', 'leave-unpublished': 'same', 'record-review-outcome': 'same', 'record-revocation': 'revoked', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  transferred: { close: 'closed', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'investigating' },
  terminated: { close: 'closed', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'same' },
  closed: { 'record-challenge': 'same', 'begin-publication': 'same', 'leave-unpublished': 'same', 'record-review-outcome': 'same', 'record-revocation': 'revoked', 'flag-referral': 'same', 'referral-ended': 'same', 'resume-from-police': 'investigating' },
  revoked: {},
};
const COMMANDS = [...new Set(Object.values(ORACLE).flatMap((row) => Object.keys(row)))];

/** Who asks for what: the head decides, the officer works, the reviewer reviews and hears; referrals carry their own. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  open: 'penalty.handle', file: 'penalty.approve', 'not-file': 'penalty.approve', 'name-officers': 'penalty.approve', 'record-inspection': 'penalty.handle', 'record-inquiry': 'penalty.handle', 'take-evidence': 'penalty.handle', 'extract-electronic-data': 'penalty.handle',
  'order-correction': 'penalty.approve', 'record-correction': 'penalty.handle', suspend: 'penalty.approve', resume: 'penalty.handle', 'terminate-investigation': 'penalty.approve', 'conclude-investigation': 'penalty.handle',
  'submit-for-review': 'penalty.handle', 'pass-review': 'penalty.review', 'send-back': 'penalty.review', 'approve-notice': 'penalty.approve', 'serve-notice': 'penalty.handle', 'record-defence': 'penalty.handle', waive: 'penalty.handle',
  'request-hearing': 'penalty.handle', 'schedule-hearing': 'penalty.approve', 'serve-hearing-notice': 'penalty.handle', 'hold-hearing': 'penalty.hear', 'terminate-hearing': 'penalty.hear', 'report-hearing': 'penalty.hear',
  'record-discussion': 'penalty.approve', reinvestigate: 'penalty.approve', decide: 'penalty.approve', 'decide-no-penalty': 'penalty.approve', transfer: 'penalty.approve', 'hand-to-police': 'penalty.approve', 'serve-decision': 'penalty.handle',
  'record-disposal': 'penalty.handle', 'record-performance': 'penalty.handle', close: 'penalty.approve', 'record-challenge': 'penalty.handle', 'record-review-outcome': 'penalty.approve', 'record-revocation': 'penalty.approve',
  'flag-referral': 'referral.handle', 'referral-ended': 'referral.handle', 'resume-from-police': 'referral.handle', 'begin-publication': 'publication.prepare', 'leave-unpublished': 'publication.prepare',
};

/** What is issued, by the forms of 2021. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  file: 'filing-approval', 'not-file': 'non-filing-approval', 'record-inspection': 'scene-record', 'record-inquiry': 'inquiry-record', 'take-evidence': 'evidence-slip', 'extract-electronic-data': 'electronic-data-record', 'order-correction': 'correction-order', suspend: 'suspension-approval',
  'terminate-investigation': 'termination-approval', 'conclude-investigation': 'investigation-report', 'pass-review': 'review-form', 'send-back': 'review-form', 'approve-notice': 'penalty-notice', 'record-defence': 'defence-record',
  'schedule-hearing': 'hearing-notice', 'hold-hearing': 'hearing-minutes', 'report-hearing': 'hearing-report', 'record-discussion': 'discussion-record', decide: 'penalty-decision', 'decide-no-penalty': 'no-penalty-decision',
  transfer: 'case-transfer-letter', 'record-disposal': 'goods-disposal-record', close: 'closing-approval',
};

const moveOf = (state: string | null, command: string): Move => {
  const found = (PENALTY_LIFECYCLE.moves).find((move) => move.from === state && move.command === command);
  if (found === undefined) throw new Error(`${state} ${command}`);
  return found;
};
const WILLING = Object.fromEntries(Object.keys(PENALTY.guards).map((name) => [name, { code: name, text: { zh: '', en: '' }, holds: () => true }]));
/** Guards aside: which row applies. */
const row = (state: string | null, command: string): Decision => {
  const given = new Proxy({}, { get: () => 'given', getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 'given' }), has: () => true });
  return decide({ lifecycle: PENALTY_LIFECYCLE, guards: WILLING, state, command, facts: {} as PenaltyFacts, input: given });
};

describe('the table of the penalty procedure', () => {
  it.each(Object.entries(ORACLE).flatMap(([state, rows]) => COMMANDS.map((command) => ({ state, command, to: rows[command] ?? '-' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = row(state, command);
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? 'not-allowed-now' : to === 'same' ? state : to);
  });

  it('has no state and no command that the oracle does not know, and is sound', () => {
    expect(Object.keys(PENALTY_LIFECYCLE.states).sort()).toEqual(Object.keys(ORACLE).sort());
    expect([...new Set(PENALTY_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS, 'open'].sort());
    expect(row(null, 'open')).toMatchObject({ ok: true, move: { to: 'verifying' } });
    const all = <Value>(of: (move: Move) => readonly Value[]): Set<Value> => new Set(PENALTY_LIFECYCLE.moves.flatMap(of));
    const clocks = all(({ clocks: { start = [], stop = [], pause = [], resume = [], lapse = [] } = {} }) => [...start.map((one) => (typeof one === 'string' ? one : one.kind)), ...stop, ...pause, ...resume, ...lapse]);
    const found = validateLifecycles([PENALTY_LIFECYCLE], { permissions: all(({ permission }) => [permission]), events: all(({ emits }) => emits), clocks, guards: { penalty: new Set(Object.keys(WILLING)) } });
    // They exist: the fine stands in a room of its own, and the boot holds all tables against each other.
    expect([...new Set(found)]).toEqual([
      'penalty.serve-decision: cascade to fine.open, which does not exist', 'penalty.record-challenge: cascade to fine.be-challenged, which does not exist', 'penalty.record-review-outcome: cascade to fine.be-upheld, which does not exist',
      'penalty.record-review-outcome: cascade to fine.be-annulled, which does not exist', 'penalty.record-revocation: cascade to fine.be-annulled, which does not exist',
      'penalty.begin-publication: cascade to publication.draft, which does not exist', 'penalty.leave-unpublished: cascade to publication.leave-out, which does not exist',
    ]);
  });

  it.each(PENALTY_LIFECYCLE.moves.map((move) => [String(move.from), move.command, move] as const))('%s: %s asks for the permission of the post, and issues its form', (_, command, { permission, document }) => {
    expect([permission, document]).toEqual([PERMISSIONS[command], DOCUMENTS[command]]);
  });

  it('never offers what a referral carries in', () => {
    expect(allowedCommands(PENALTY_LIFECYCLE, 'transferred')).toEqual(['close']);
    expect(allowedCommands(PENALTY_LIFECYCLE, 'closed')).toEqual(['record-challenge', 'record-review-outcome', 'record-revocation']);
  });

  it('may be asked for recusal from filing to the decision (第四条)', () => {
    expect(Object.keys(ORACLE).filter((state) => !(BEFORE_DECISION as readonly string[]).includes(state))).toEqual([
      'verifying', 'not-filed', 'decided', 'no-penalty-decided', 'performing', 'no-penalty-served', 'performed', 'transferred', 'terminated', 'closed', 'revoked',
    ]);
  });
});

/** Typed from the articles named. */
describe('clocks', () => {
  it.each<[string | null, string, NonNullable<Move['clocks']> | undefined, string]>([
    [null, 'open', { start: [{ kind: 'report.verification', when: 'clock-not-carried' }] }, '第十八条：十五个工作日'],
    ['verifying', 'file', { stop: ['report.verification'], start: ['case.decision'] }, '第六十四条：自立案之日起九十日'],
    ['verifying', 'not-file', { stop: ['report.verification'] }, '第十八条'],
    ['investigating', 'suspend', { pause: ['case.decision'] }, '第六十四条第二款：中止不计入'],
    ['suspended', 'resume', { resume: ['case.decision'] }, '第四十六条第二款'],
    ['investigating', 'terminate-investigation', { lapse: ['case.decision'], start: ['case.closing-form'] }, '第七十七条第三项'],
    ['reported', 'submit-for-review', { start: ['review.legal'] }, '第五十五条：十个工作日'],
    ['hearing-reported', 'submit-for-review', { start: ['review.legal'] }, '第五十五条'],
    ['in-review', 'pass-review', { stop: ['review.legal'] }, '第五十五条'],
    ['in-review', 'send-back', { stop: ['review.legal'] }, '第五十五条'],
    ['notice-approved', 'serve-notice', { start: ['hearing.request'] }, '第五十七条第二款：自送达之日起五个工作日'],
    ['notified', 'record-defence', undefined, 'a defence does not cut the time for a hearing short'],
    ['notified', 'waive', { stop: ['hearing.request'] }, '行政处罚法第六十二条'],
    ['notified', 'request-hearing', { stop: ['hearing.request'], pause: ['case.decision'], start: ['hearing.scheduling'] }, '第六十四条第二款：听证不计入'],
    ['hearing-requested', 'schedule-hearing', { stop: ['hearing.scheduling'], lapse: ['hearing.notice'], start: ['hearing.notice'] }, '行政处罚法第六十四条第二项：七日前'],
    ['hearing-scheduled', 'serve-hearing-notice', { stop: ['hearing.notice'] }, '行政处罚法第六十四条第二项'],
    ['hearing-announced', 'hold-hearing', { resume: ['case.decision'], start: ['hearing.report'] }, '第六十四条第二款'],
    ['hearing-announced', 'terminate-hearing', { resume: ['case.decision'], lapse: ['hearing.scheduling', 'hearing.notice'] }, '第六十四条第二款'],
    ['heard', 'report-hearing', { stop: ['hearing.report'] }, '听证办法'],
    ['notified', 'decide', { stop: ['case.decision'], lapse: ['hearing.request'], start: ['decision.service', { kind: 'penalty.publication', when: 'is-published' }] }, '第八十一条：七个工作日；公示规定第九条：二十个工作日'],
    ['hearing-reported', 'decide', { stop: ['case.decision'], lapse: ['hearing.request'], start: ['decision.service', { kind: 'penalty.publication', when: 'is-published' }] }, '第八十一条'],
    ['reviewed', 'decide-no-penalty', { stop: ['case.decision'], lapse: ['hearing.request'], start: ['case.closing-form'] }, '第七十七条第四项：十五个工作日'],
    ['investigating', 'transfer', { stop: ['case.decision'], lapse: ['hearing.request'], start: ['case.closing-form'] }, '第七十七条第四项'],
    ['decided', 'serve-decision', { stop: ['decision.service'], start: ['review.application', 'suit.direct'] }, '行政复议法第二十条、行政诉讼法第四十六条'],
    ['performing', 'record-performance', { start: ['case.closing-form'] }, '第七十七条第一项'],
    ['performed', 'close', { stop: ['case.closing-form'] }, '第七十七条'],
    ['performing', 'record-challenge', { stop: ['review.application', 'suit.direct', 'suit.after-review'] }, 'the right was used'],
    ['closed', 'record-review-outcome', { start: [{ kind: 'suit.after-review', when: 'after-reconsideration' }] }, '行政诉讼法第四十五条'],
    ['performing', 'record-revocation', { lapse: ['penalty.publication', 'case.closing-form'] }, '处罚法第四十八条第二款：三日，在公示上计算'],
    ['transferred', 'resume-from-police', { lapse: ['case.closing-form'], start: ['case.decision'] }, '移送规定第十三条'],
    ['notified', 'flag-referral', undefined, 'a referral stops no clock'],
  ])('%s: %s', (state, command, effects) => {
    expect(moveOf(state, command).clocks).toEqual(effects);
  });

  it.each<[string, readonly string[] | undefined]>([
    ['verifying', ['report.verification']], ['investigating', ['case.decision']], ['suspended', undefined], ['reported', ['case.decision']], ['in-review', ['review.legal', 'case.decision']], ['reviewed', ['case.decision']],
    ['notice-approved', ['case.decision']], ['notified', ['hearing.request', 'case.decision']], ['hearing-requested', ['hearing.scheduling']], ['hearing-scheduled', ['hearing.notice']], ['hearing-announced', undefined],
    ['heard', ['hearing.report', 'case.decision']], ['hearing-reported', ['case.decision']], ['in-final-review', ['review.legal', 'case.decision']], ['decided', ['decision.service']], ['no-penalty-decided', ['case.closing-form']],
    ['performing', undefined], ['no-penalty-served', ['case.closing-form']], ['performed', ['case.closing-form']], ['transferred', ['case.closing-form']], ['terminated', ['case.closing-form']], ['closed', undefined],
  ])('%s waits for %j', (state, clocks) => {
    const { clocks: found, untimed } = PENALTY_LIFECYCLE.states[state as 'suspended'] as { clocks?: readonly string[]; untimed?: string };
    expect([found, untimed !== undefined]).toEqual([clocks, clocks === undefined]);
  });
});

/** Which guards stand before what, typed from the brief of each article. */
describe('guards of the rows', () => {
  const DECIDING = ['in-own-agency', 'actor-not-excluded', 'no-member-excluded', 'no-recusal-open'];
  it.each<[string, string, string[]]>([
    ['verifying', 'file', ['in-own-agency', 'actor-not-excluded', 'filing-standard-met', 'party-of-the-case', 'two-officers', 'members-not-excluded']],
    ['investigating', 'record-inspection', ['in-own-agency', 'actor-not-excluded', 'two-officers', 'members-not-excluded', 'officers-of-the-case', 'nothing-in-advance', 'refusal-recorded']],
    ['investigating', 'extract-electronic-data', ['in-own-agency', 'actor-not-excluded', 'two-officers', 'members-not-excluded', 'officers-of-the-case', 'nothing-in-advance', 'refusal-recorded']],
    ['investigating', 'take-evidence', ['in-own-agency', 'actor-not-excluded', 'two-officers', 'members-not-excluded', 'officers-of-the-case', 'nothing-in-advance', 'refusal-recorded', 'rights-told-first']],
    ['investigating', 'conclude-investigation', ['in-own-agency', 'actor-not-excluded', 'is-member', 'two-on-the-case']],
    ['reported', 'submit-for-review', ['in-own-agency', 'actor-not-excluded', 'legal-review-where-mandatory']],
    ['in-review', 'pass-review', ['in-own-agency', 'actor-not-excluded', 'reviewer-not-investigator', 'first-reviewer-qualified', 'no-recusal-open']],
    ['reviewed', 'approve-notice', [...DECIDING, 'two-on-the-case', 'amounts-fit', 'income-adds-up', 'income-approved', 'heavier-only-for-new-facts']],
    ['notified', 'request-hearing', ['in-own-agency', 'actor-not-excluded', 'has-hearing-right', 'nothing-in-advance', 'within-hearing-period']],
    ['hearing-requested', 'schedule-hearing', ['in-own-agency', 'actor-not-excluded', 'chair-not-investigator', 'members-not-excluded', 'hearing-ahead']],
    ['hearing-scheduled', 'serve-hearing-notice', ['in-own-agency', 'actor-not-excluded', 'document-is-of-this-proceeding', 'recipient-is-party', 'served-on-its-party', 'mode-has-its-proof', 'served-in-time', 'serves-hearing-notice', 'seven-days-before']],
    ['hearing-announced', 'hold-hearing', ['in-own-agency', 'actor-not-excluded', 'is-chair', 'no-recusal-open', 'nothing-in-advance', 'held-as-announced']],
    ['notified', 'record-discussion', ['in-own-agency', 'actor-not-excluded', 'notice-period-over', 'discussed-by-several']],
    ...['notified', 'hearing-reported'].map((state): [string, string, string[]] => [state, 'decide', [
      ...DECIDING, 'two-on-the-case', 'notice-period-over', 'legal-review-passed', 'collectively-discussed', 'defence-answered', 'amounts-fit', 'income-adds-up', 'income-approved', 'as-announced', 'not-heavier-for-defence', 'no-referral-open', 'no-crime-filed',
    ]]),
    ...['reviewed', 'notified', 'hearing-reported'].map((state): [string, string, string[]] => [state, 'decide-no-penalty', [...DECIDING, 'educated']]),
    ['investigating', 'hand-to-police', [...DECIDING, 'police-have-filed']],
    ['performing', 'record-disposal', ['in-own-agency', 'actor-not-excluded', 'goods-confiscated', 'two-officers', 'nothing-in-advance', 'disposal-witnessed']],
    ['performing', 'record-performance', ['in-own-agency', 'actor-not-excluded', 'nothing-in-advance', 'nothing-left-to-pay', 'goods-disposed']],
    ['closed', 'record-revocation', ['in-own-agency', 'actor-not-excluded', 'nothing-in-advance', 'challenge-open']],
  ])('%s: %s', (state, command, guards) => {
    expect(moveOf(state, command).guards).toEqual(guards);
  });

  it('lets nobody of another agency, and nobody who keeps out, do anything but take the investigation up again', () => {
    const open = PENALTY_LIFECYCLE.moves.filter(({ from, carried, guards = [] }) => from !== null && carried !== true && !(guards.includes('in-own-agency') && guards.includes('actor-not-excluded')));
    expect(open.map(({ command }) => command)).toEqual(['resume']);
  });
});
