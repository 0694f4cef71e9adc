import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../kernel/lifecycle/index.js';
import { CONFIRMATION_GUARDS, type ConfirmationFacts } from './confirmation.guards.js';
import { CONFIRMATION_LIFECYCLE } from './confirmation.lifecycle.js';
import { contentsRefused, NOT_ACCEPTED, REJECTED } from './confirmation.rules.js';

const ROW: ConfirmationFacts['row'] = { agency: 'committee', matters: ['trademark-damages'], parties: ['p-1', 'p-2'], courtAgency: 'cz-court' };
const facts = (input: Record<string, unknown> = {}, row: Partial<ConfirmationFacts['row']> = {}, agencies = ['committee']): ConfirmationFacts => ({ row: { ...ROW, ...row }, actor: { id: 'a', agencies }, input });
const holds = (name: keyof typeof CONFIRMATION_GUARDS, input: Record<string, unknown> = {}, row: Partial<ConfirmationFacts['row']> = {}, agencies?: string[]): boolean => CONFIRMATION_GUARDS[name].holds(facts(input, row, agencies));

/** Typed from 民事诉讼法 art 205–206, 250, 司法确认规定 art 4–9, 解释 art 355, 358, 372. */
const ORACLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { open: 'available' },
  available: { apply: 'applied', 'close-door': 'lapsed' },
  lapsed: { apply: 'applied', 'notify-lapse': 'lapsed' },
  applied: { 'record-acceptance': 'accepted', 'record-non-acceptance': 'not-accepted', withdraw: 'withdrawn' },
  'not-accepted': { apply: 'applied' },
  withdrawn: { apply: 'applied' },
  accepted: { 'record-confirmation': 'confirmed', 'record-rejection': 'rejected', withdraw: 'withdrawn' },
  confirmed: { 'record-objection': 'objected', 'apply-enforcement': 'enforcing', settle: 'settled' },
  objected: { 'dismiss-objection': 'confirmed', revoke: 'revoked' },
  enforcing: { 'record-enforced': 'enforced', 'end-enforcement': 'enforcement-ended' },
  rejected: {}, revoked: {}, enforced: {}, 'enforcement-ended': {}, settled: {},
};
const COMMANDS = [...new Set(Object.values(ORACLE).flatMap((row) => Object.keys(row)))].sort();

describe('the lifecycle of a confirmation', () => {
  const guards = Object.fromEntries(['in-own-agency', ...Object.keys(CONFIRMATION_GUARDS)].map((name) => [name, { code: name, text: { zh: '', en: '' }, holds: () => true }]));
  const input = Object.fromEntries(['applicants', 'court', 'appliedAt', 'courtNumber', 'acceptedAt', 'ground', 'reason', 'ruledAt', 'servedAt', 'by', 'objectedAt', 'creditor', 'at', 'told'].map((field) => [field, 'given']));
  it.each(Object.entries(ORACLE).flatMap(([state, row]) => COMMANDS.map((command) => ({ state, command, to: row[command] ?? 'not-allowed-now' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = decide({ lifecycle: CONFIRMATION_LIFECYCLE, guards, state: state === '' ? null : state, command, facts: {}, input });
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to);
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(CONFIRMATION_LIFECYCLE.states).sort()).toEqual(Object.keys(ORACLE).filter((state) => state !== '').sort());
    expect([...new Set(CONFIRMATION_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual(COMMANDS);
  });

  it('has these clocks: thirty days, three, fifteen within thirty, fifteen to object and two years', () => {
    const started = Object.fromEntries(CONFIRMATION_LIFECYCLE.moves.filter(({ clocks }) => clocks?.start !== undefined).map(({ command, clocks }) => [command, clocks?.start]));
    expect(started).toEqual({ open: ['confirmation.application'], apply: ['confirmation.court-acceptance'], 'record-acceptance': ['confirmation.court-decision', 'confirmation.special-procedure'], 'record-confirmation': ['confirmation.objection', 'execution.application'] });
  });

  it('lets time alone close the door, and the court alone record what it does', () => {
    expect(CONFIRMATION_LIFECYCLE.moves.filter(({ carried }) => carried === true).map(({ command, guards: named = [] }) => [command, named])).toEqual([['open', []], ['close-door', []], ['settle', []]]);
    const recorded = CONFIRMATION_LIFECYCLE.moves.filter(({ permission }) => permission === 'confirmation.record');
    expect(recorded.every(({ guards: named = [] }) => named.includes('at-the-court'))).toBe(true);
    expect(recorded.map(({ command }) => command).sort()).toEqual(['dismiss-objection', 'end-enforcement', 'record-acceptance', 'record-confirmation', 'record-enforced', 'record-non-acceptance', 'record-objection', 'record-rejection', 'revoke']);
  });
});

describe('guards of a confirmation', () => {
  it('both apply together', () => {
    expect([['p-1', 'p-2'], ['p-2', 'p-1', 'p-3'], ['p-1'], []].map((applicants) => holds('joint-application', { applicants }))).toEqual([true, true, false, false]);
    expect(CONFIRMATION_GUARDS['joint-application'].details(facts({ applicants: ['p-1'] }))).toEqual(['p-2']);
    expect(holds('joint-application', { applicants: ['p-1'] }, { parties: [] })).toBe(false);
  });

  it('the last instant of day thirty is in time, the first of day thirty-one is not', () => {
    const applyBy = '2026-12-02T15:59:59.999Z';
    expect(['2026-12-02T23:59:59+08:00', '2026-12-03T00:00:00+08:00'].map((appliedAt) => holds('within-thirty-days', { appliedAt, applyBy }))).toEqual([true, false]);
    expect(holds('within-thirty-days', { appliedAt: '2026-12-02T10:00:00+08:00' })).toBe(false);
    expect(CONFIRMATION_GUARDS['within-thirty-days'].details(facts({ applyBy }))).toEqual({ lastInstant: applyBy });
    expect([holds('not-ahead-of-time', { ahead: false }), holds('not-ahead-of-time', { ahead: true })]).toEqual([true, false]);
  });

  it.each<[string[], string[], string[]]>([
    [['trademark-damages'], [], []], [['patent-ownership'], [], ['ip-validity-or-ownership']], [['inventorship'], [], ['ip-validity-or-ownership']], [['trademark-damages'], ['identity'], ['identity']], [['trademark-damages'], ['right-in-rem', 'other-procedure'], ['other-procedure', 'right-in-rem']],
    [['patent-ownership'], ['ip-validity-or-ownership'], ['ip-validity-or-ownership']],
  ])('an agreement on %j that holds %j is refused for %j', (matters, contents, codes) => {
    expect(contentsRefused(matters, contents).map(({ code }) => code)).toEqual(codes);
    expect(holds('can-be-confirmed', { contents }, { matters })).toBe(codes.length === 0);
  });

  it('has the grounds of the reading: five of 第三百五十五条, the last for things and for intellectual property, and six of 第三百五十八条', () => {
    expect(NOT_ACCEPTED.map(({ code, basis }) => `${code} ${basis.article.replace('第三百五十五条第一款', '')}`)).toEqual(['outside-courts 第一项', 'wrong-court 第二项', 'identity 第三项', 'other-procedure 第四项', 'right-in-rem 第五项', 'ip-validity-or-ownership 第五项']);
    expect(REJECTED.map(({ code, basis }) => `${code} ${basis.article.replace('第三百五十八条', '')}`)).toEqual(['mandatory-law 第一项', 'harms-others 第二项', 'public-morals 第三项', 'involuntary 第四项', 'unclear 第五项', 'other 第六项']);
    expect([holds('non-acceptance-ground', { ground: 'wrong-court' }), holds('non-acceptance-ground', { ground: 'unclear' }), holds('rejection-ground', { ground: 'unclear' }), holds('rejection-ground', { ground: 'wrong-court' }), holds('rejection-ground', { ground: 'x' })]).toEqual([true, false, true, true, false]);
  });

  it('another court than the one proposed needs a reason', () => {
    const proposed = ['chaoan-court'];
    expect([{ court: 'chaoan-court' }, { court: 'raoping-court' }, { court: 'raoping-court', courtReason: ' ' }, { court: 'raoping-court', courtReason: '标的物所在地' }].map((input) => holds('court-as-proposed-or-reason', { ...input, proposed }))).toEqual([true, false, false, true]);
    expect([holds('court-known', { courtKnown: true }), holds('court-known')]).toEqual([true, false]);
    expect(CONFIRMATION_GUARDS['court-as-proposed-or-reason'].details(facts({ proposed }))).toEqual({ proposed });
  });

  it('the court records where it sits; every party is told of the lapse', () => {
    expect([holds('at-the-court', {}, {}, ['cz-court']), holds('at-the-court', {}, {}, ['committee']), holds('at-the-court', {}, { courtAgency: null }, ['cz-court'])]).toEqual([true, false, false]);
    expect([['p-1', 'p-2'], ['p-1'], undefined].map((told) => holds('all-told', { told }))).toEqual([true, false, false]);
    expect(CONFIRMATION_GUARDS['all-told'].details(facts({ told: ['p-2'] }))).toEqual(['p-1']);
  });

  it('objections and enforcement keep their time; nothing is enforced that nobody owes', () => {
    const objectBy = '2026-11-26T15:59:59.999Z';
    expect(['2026-11-26T23:59:59+08:00', '2026-11-27T00:00:00+08:00'].map((objectedAt) => holds('objection-in-time', { objectedAt, objectBy }))).toEqual([true, false]);
    expect([holds('objection-in-time', { objectedAt: '2026-11-26T10:00:00+08:00' }), CONFIRMATION_GUARDS['objection-in-time'].details(facts())]).toEqual([false, { lastInstant: null }]);
    expect([{}, { executionOver: true }].map((input) => holds('execution-in-time', input))).toEqual([true, false]);
    expect([CONFIRMATION_GUARDS['execution-in-time'].details(facts({ executeBy: 'x' })), CONFIRMATION_GUARDS['execution-in-time'].details(facts())]).toEqual([{ lastInstant: 'x' }, { lastInstant: null }]);
    const sibling = (kind: string, state: string): Record<string, unknown> => ({ siblings: [{ kind, state }] });
    expect([holds('term-in-default', sibling('agreement-term', 'defaulted')), holds('term-in-default', sibling('agreement-term', 'handed-on')), holds('term-in-default', sibling('agreement-term', 'performing')), holds('term-in-default', sibling('mediation', 'defaulted')), holds('term-in-default')]).toEqual([true, true, false, false, false]);
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(CONFIRMATION_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^confirmation\.[a-z-]+$/), true, true]);
  });
});
