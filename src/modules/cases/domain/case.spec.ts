import { describe, expect, it } from '@jest/globals';
import { decide, type Decision, type Move } from '../../../kernel/lifecycle/index.js';
import { CASE_GUARDS, type CaseFacts } from './case.guards.js';
import { CASE_LIFECYCLE } from './case.lifecycle.js';

const OFFICER: CaseFacts = { row: { agency: 'chaoan', track: 'administrative', rightType: 'trademark', classification: 'report', assignee: 'officer-1' }, actor: { id: 'officer-1', agencies: ['chaoan'], permissions: new Set(['case.close']) }, input: { officer: 'officer-2', officerAgencies: ['chaoan'], outcome: 'penalty', reason: '新证据' } };
const by = (change: Partial<CaseFacts['actor']>): CaseFacts => ({ ...OFFICER, actor: { ...OFFICER.actor, ...change } });
const ask = (state: string | null, command: string, facts = OFFICER): Decision => decide({ lifecycle: CASE_LIFECYCLE, guards: CASE_GUARDS, state, command, facts, input: facts.input });

/**
 * Typed from 令2, never from the table; a dash is a refusal. Two officers are named at filing (第十九条第二款); a case nobody
 * is in charge of cannot be closed; a closed case is changed only after reopening.
 */
const COMMANDS = ['open', 'assign', 'close', 'reopen', 'admit'];
const ORACLE: readonly (readonly [string | null, ...string[]])[] = [
  // open, assign, close, reopen, admit
  [null, 'open', '-', '-', '-', '-'],
  ['open', '-', 'assigned', '-', '-', 'open'],
  ['assigned', '-', 'assigned', 'closed', '-', 'assigned'],
  ['reopened', '-', 'reopened', 'closed', '-', 'reopened'],
  ['closed', '-', '-', '-', 'reopened', '-'],
];

describe('the case lifecycle', () => {
  it.each(ORACLE.flatMap(([state = null, ...row]) => COMMANDS.map((command, index) => ({ state, command, to: row[index] ?? '' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = ask(state, command);
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? 'not-allowed-now' : to);
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(CASE_LIFECYCLE.states).sort()).toEqual(ORACLE.flatMap(([state]) => state ?? []).sort());
    expect([...new Set(CASE_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS].sort());
    expect(ask('open', 'delete')).toMatchObject({ reason: 'unknown-command', allowed: ['assign', 'admit'] });
  });

  it.each<[string | null, string, string]>([[null, 'open', 'case.open'], ['open', 'assign', 'case.assign'], ['assigned', 'assign', 'case.assign'], ['reopened', 'assign', 'case.assign'], ['assigned', 'close', 'case.close'], ['reopened', 'close', 'case.close'], ['closed', 'reopen', 'case.reopen']])('%s: %s asks for %s', (state, command, permission) => {
    const decision = ask(state, command);
    expect(decision.ok && decision.move.permission).toBe(permission);
  });

  it.each<[string, string, string]>([['open', 'assign', 'officer'], ['assigned', 'assign', 'officer'], ['reopened', 'assign', 'officer'], ['assigned', 'close', 'outcome'], ['reopened', 'close', 'outcome'], ['closed', 'reopen', 'reason']])('%s: %s cannot do without %s', (state, command, field) => {
    expect(ask(state, command, { ...OFFICER, input: {} })).toMatchObject({ reason: 'input-missing', missing: [field] });
  });

  it.each<[string, string]>([['open', 'assign'], ['assigned', 'assign'], ['reopened', 'assign'], ['assigned', 'close'], ['reopened', 'close'], ['closed', 'reopen']])('%s: %s is for the agency of the case', (state, command) => {
    expect(ask(state, command, by({ agencies: ['raoping'] }))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.foreign-agency' }] });
  });

  it.each(['assigned', 'reopened'])('%s: a colleague who is neither in charge nor the head does not close', (state) => {
    expect(ask(state, 'close', by({ id: 'officer-9' }))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.not-in-charge' }] });
    expect(ask(state, 'close', by({ id: 'head', permissions: new Set(['case.assign']) })).ok).toBe(true);
    expect(ask(state, 'close', by({ id: 'officer-9', agencies: [] }))).toMatchObject({ failed: [{ code: 'case.foreign-agency' }, { code: 'case.not-in-charge' }] });
  });

  it('counts ninety days from filing (令2 第六十四条), or three months for an adjudication (令81 第三十七条), until it is closed', () => {
    const opened = ask(null, 'open');
    const closed = ask('assigned', 'close');
    expect(opened.ok && opened.move.clocks).toEqual({ start: [{ kind: 'case.decision', when: 'under-penalty-procedure' }, { kind: 'adjudication.decision', when: 'under-patent-adjudication' }] });
    expect(closed.ok && closed.move.clocks).toEqual({ stop: ['case.decision', 'adjudication.decision'] });
  });

  it('takes the complaint along when it closes and when it is reopened', () => {
    expect(CASE_LIFECYCLE.moves.flatMap((move) => (move.cascade ?? []).map(({ subject, command }) => `${move.from} ${move.command}: ${subject}.${command}`))).toEqual(['assigned close: complaint.conclude', 'reopened close: complaint.conclude', 'closed reopen: complaint.resume']);
  });
});

const startsOf = (move: Move | undefined): { kind: string; when: string }[] => (move?.clocks?.start ?? []).flatMap((start) => (typeof start === 'string' ? [] : [start]));

describe('guards of a case', () => {
  it('in-own-agency', () => {
    expect([by({ agencies: ['x', 'chaoan'] }), by({ agencies: [] })].map((facts) => CASE_GUARDS['in-own-agency'].holds(facts))).toEqual([true, false]);
  });

  it('officer-of-the-agency: somebody who works on cases of this agency', () => {
    const naming = (officerAgencies: unknown): CaseFacts => ({ ...OFFICER, input: { officer: 'officer-2', officerAgencies } });
    expect([naming(['chaoan']), naming(['city', 'chaoan']), naming([]), naming(['raoping']), naming('chaoan'), naming(undefined)].map((facts) => CASE_GUARDS['officer-of-the-agency'].holds(facts))).toEqual([true, true, false, false, false, false]);
  });

  it('in-charge: the officer named or who may assign; nobody where nobody is named', () => {
    const nobody = (id: string): CaseFacts => ({ ...by({ id }), row: { ...OFFICER.row, assignee: null } });
    expect([OFFICER, by({ id: 'x' }), by({ id: 'x', permissions: new Set(['case.assign']) }), nobody('officer-1'), nobody('null')].map((facts) => CASE_GUARDS['in-charge'].holds(facts))).toEqual([true, false, true, false, false]);
  });

  it.each<[string, string, string, string | null]>([
    ['administrative', 'trademark', 'report', 'case.decision'], ['administrative', 'trademark', 'right-holder-request', 'case.decision'], ['administrative', 'patent', 'report', 'case.decision'],
    ['administrative', 'patent', 'patent-adjudication', 'adjudication.decision'], ['mediation', 'patent', 'patent-mediation', null], ['mediation', 'none', 'consumer-complaint', null], ['judicial', 'trademark', 'report', null],
  ])('a case on the track %s about %s from a %s is bounded by %s', (track, rightType, classification, clock) => {
    const facts = { ...OFFICER, row: { ...OFFICER.row, track, rightType, classification } };
    const opened = startsOf(CASE_LIFECYCLE.moves[0]).filter(({ when }) => CASE_GUARDS[when as 'under-penalty-procedure'].holds(facts)).map(({ kind }) => kind);
    expect(opened).toEqual(clock === null ? [] : [clock]);
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(CASE_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^case\.[a-z-]+$/), true, true]);
  });
});
