import { describe, expect, it } from '@jest/globals';
import { decide, type Decision, type Move } from '../../../kernel/lifecycle/index.js';
import { CASE_GUARDS, type CaseFacts } from './case.guards.js';
import { CASE_LIFECYCLE } from './case.lifecycle.js';

const OFFICER: CaseFacts = {
  row: { id: 'case-1', agency: 'chaoan', assignee: 'officer-1' },
  actor: { id: 'officer-1', agencies: ['chaoan'], permissions: new Set(['case.close']) },
  input: { officer: 'officer-2', officerAgencies: ['chaoan'], outcome: 'penalty', reason: '新证据', raisedBy: 'party', ground: 'direct-interest', decision: 'granted', other: 'case-2', kind: 'related', text: '记事', team: 'team-1', teamAgency: 'chaoan', obligations: [] },
};
const by = (change: Partial<CaseFacts['actor']>): CaseFacts => ({ ...OFFICER, actor: { ...OFFICER.actor, ...change } });
const ask = (state: string | null, command: string, facts = OFFICER): Decision => decide({ lifecycle: CASE_LIFECYCLE, guards: CASE_GUARDS, state, command, facts, input: facts.input });

/**
 * Typed from 令2, never from the table; a dash is a refusal. Two officers are named at filing (第十九条第二款); whoever may name
 * them replaces them, with a reason; a case that nobody has is taken, and given back only by who has it; recusal is decided while the case is worked on (第四条); a case nobody is in charge of cannot
 * be closed; a closed case is changed only after reopening, but notes and links to other cases can be added to its file.
 */
const COMMANDS = ['open', 'assign', 'reassign', 'auto-assign', 'allot', 'claim', 'release', 'escalate', 'de-escalate', 'enter-lane', 'leave-lane', 'recuse', 'close', 'reopen', 'admit', 'link', 'be-linked', 'unlink', 'be-unlinked', 'note'];
const ORACLE: readonly (readonly [string | null, ...string[]])[] = [
  // open, assign, reassign, auto-assign, allot, claim, release, escalate, de-escalate, enter-lane, leave-lane, recuse, close, reopen, admit, link, be-linked, unlink, be-unlinked, note
  [null, 'open', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['open', '-', 'assigned', '-', 'assigned', 'open', 'assigned', '-', 'open', 'open', 'open', 'open', 'open', '-', '-', 'open', 'open', 'open', 'open', 'open', 'open'],
  ['assigned', '-', '-', 'assigned', 'assigned', 'assigned', '-', 'open', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'closed', '-', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned'],
  ['reopened', '-', '-', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'closed', '-', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened', 'reopened'],
  ['closed', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'reopened', '-', 'closed', 'closed', 'closed', 'closed', 'closed'],
];
/** What a move needs to be carried out at all, beside what {@link OFFICER} gives. */
const ALSO: Readonly<Record<string, Partial<CaseFacts['input']>>> = { recuse: { officer: 'officer-3' }, unlink: { linked: true } };
const given = (command: string): CaseFacts => ({ ...OFFICER, row: { ...OFFICER.row, assignee: command === 'claim' ? null : 'officer-1' }, input: { ...OFFICER.input, ...ALSO[command] } });

describe('the case lifecycle', () => {
  it.each(ORACLE.flatMap(([state = null, ...row]) => COMMANDS.map((command, index) => ({ state, command, to: row[index] ?? '' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = ask(state, command, given(command));
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? 'not-allowed-now' : to);
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(CASE_LIFECYCLE.states).sort()).toEqual(ORACLE.flatMap(([state]) => state ?? []).sort());
    expect([...new Set(CASE_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS].sort());
    expect(ask('open', 'delete')).toMatchObject({ reason: 'unknown-command', allowed: ['assign', 'auto-assign', 'allot', 'claim', 'recuse', 'link', 'unlink', 'note'] });
  });

  it.each<[string | null, string, string]>([
    [null, 'open', 'case.open'], ['open', 'assign', 'case.assign'], ['assigned', 'reassign', 'case.assign'], ['reopened', 'reassign', 'case.assign'], ['open', 'auto-assign', 'case.assign'], ['assigned', 'allot', 'case.assign'], ['open', 'claim', 'case.claim'], ['reopened', 'claim', 'case.claim'], ['assigned', 'release', 'case.claim'], ['reopened', 'release', 'case.claim'], ['assigned', 'escalate', 'case.assign'], ['open', 'recuse', 'case.recuse'], ['assigned', 'recuse', 'case.recuse'], ['reopened', 'recuse', 'case.recuse'],
    ['assigned', 'close', 'case.close'], ['reopened', 'close', 'case.close'], ['closed', 'reopen', 'case.reopen'], ['open', 'link', 'case.link'], ['closed', 'unlink', 'case.link'], ['closed', 'note', 'case.note'], ['assigned', 'be-linked', 'case.link'], ['assigned', 'be-unlinked', 'case.link'],
  ])('%s: %s asks for %s', (state, command, permission) => {
    const decision = ask(state, command, given(command));
    expect(decision.ok && decision.move.permission).toBe(permission);
  });

  it.each<[string, string, string[]]>([
    ['open', 'assign', ['officer']], ['assigned', 'reassign', ['officer', 'reason']], ['reopened', 'reassign', ['officer', 'reason']], ['assigned', 'release', ['reason']], ['open', 'allot', ['team']], ['open', 'recuse', ['officer', 'raisedBy', 'ground', 'reason', 'decision']],
    ['assigned', 'close', ['outcome']], ['reopened', 'close', ['outcome']], ['closed', 'reopen', ['reason']], ['open', 'link', ['other', 'kind', 'reason']], ['open', 'unlink', ['other', 'kind', 'reason']], ['open', 'note', ['text']],
  ])('%s: %s cannot do without %j', (state, command, fields) => {
    expect(ask(state, command, { ...OFFICER, input: {} })).toMatchObject({ reason: 'input-missing', missing: fields });
  });

  it.each<[string, string]>([['open', 'assign'], ['assigned', 'reassign'], ['reopened', 'reassign'], ['open', 'claim'], ['reopened', 'claim'], ['assigned', 'release'], ['open', 'auto-assign'], ['assigned', 'auto-assign'], ['open', 'recuse'], ['assigned', 'close'], ['reopened', 'close'], ['closed', 'reopen'], ['open', 'link'], ['closed', 'unlink'], ['assigned', 'note']])('%s: %s is for the agency of the case', (state, command) => {
    expect(ask(state, command, { ...given(command), actor: { ...OFFICER.actor, agencies: ['raoping'] } })).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.foreign-agency' }] });
  });

  it.each<[string, string]>([['open', 'assign'], ['assigned', 'reassign'], ['open', 'claim'], ['reopened', 'claim'], ['open', 'auto-assign'], ['assigned', 'recuse'], ['assigned', 'close'], ['reopened', 'close'], ['closed', 'reopen']])('%s: %s is not for somebody who keeps out of the case', (state, command) => {
    const facts = { ...given(command), input: { ...given(command).input, recused: ['officer-9', 'officer-1'] } };
    expect(ask(state, command, facts)).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.actor-recused', basis: { article: '第四条', status: 'verified' } }] });
  });

  it('is taken where nobody has it, given back only by who has it, and put on the list of the head by nobody by hand', () => {
    expect(ask('reopened', 'claim', OFFICER)).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.taken', details: { assignee: 'officer-1' } }] });
    for (const state of ['assigned', 'reopened']) expect(ask(state, 'release', by({ id: 'head', permissions: new Set(['case.assign']) }))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.in-other-hands' }] });
    expect(CASE_LIFECYCLE.moves.filter(({ command, carried }: Move) => command.endsWith('escalate') && carried !== true)).toEqual([]);
    expect(CASE_LIFECYCLE.moves.filter(({ command, carried }: Move) => command.endsWith('-lane') && carried !== true)).toEqual([]);
  });

  it.each(['assigned', 'reopened'])('%s: closing waits for the answers that are owed, and names them', (state) => {
    const obligations = [{ kind: 'reply', id: 'r-1', number: 'GD12345 1' }];
    expect(ask(state, 'close', { ...OFFICER, input: { ...OFFICER.input, obligations } })).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.obligations-open', details: obligations }] });
    expect(ask(state, 'close').ok).toBe(true);
  });

  it.each(['assigned', 'reopened'])('%s: nobody closes without having looked at what is owed', (state) => {
    expect(ask(state, 'close', { ...OFFICER, input: { ...OFFICER.input, obligations: undefined } })).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.obligations-open' }] });
  });

  it.each(['assigned', 'reopened'])('%s: a colleague who is neither in charge nor the head does not close', (state) => {
    expect(ask(state, 'close', by({ id: 'officer-9' }))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'case.not-in-charge' }] });
    expect(ask(state, 'close', by({ id: 'head', permissions: new Set(['case.assign']) })).ok).toBe(true);
    expect(ask(state, 'close', by({ id: 'officer-9', agencies: [] }))).toMatchObject({ failed: [{ code: 'case.foreign-agency' }, { code: 'case.not-in-charge' }] });
  });

  it('has no clock of its own: its proceedings are on the clock', () => {
    expect(CASE_LIFECYCLE.moves.filter(({ clocks }: Move) => clocks !== undefined)).toEqual([]);
    expect(Object.values(CASE_LIFECYCLE.states).filter((state) => 'clocks' in state)).toEqual([]);
  });

  it('takes its complaints and its passage through a lane along when it closes and when it is reopened, and tells the other file of a link', () => {
    expect(CASE_LIFECYCLE.moves.flatMap((move) => (move.cascade ?? []).map(({ subject, command }) => `${move.from} ${move.command}: ${subject}.${command}`))).toEqual([
      ...['open', 'assigned', 'reopened', 'closed'].map((state) => `${state} link: case.be-linked`), ...['open', 'assigned', 'reopened', 'closed'].map((state) => `${state} unlink: case.be-unlinked`),
      'assigned close: complaint.conclude', 'assigned close: lane-passage.finish', 'reopened close: complaint.conclude', 'reopened close: lane-passage.finish', 'closed reopen: complaint.resume',
    ]);
  });
});

describe('guards of a case', () => {
  it('in-own-agency', () => {
    expect([by({ agencies: ['x', 'chaoan'] }), by({ agencies: [] })].map((facts) => CASE_GUARDS['in-own-agency'].holds(facts))).toEqual([true, false]);
  });

  it('nobody-in-charge, in-own-hands', () => {
    const held = (assignee: string | null): CaseFacts => ({ ...OFFICER, row: { ...OFFICER.row, assignee } });
    expect([null, 'officer-1', 'officer-9'].map((assignee) => [CASE_GUARDS['nobody-in-charge'].holds(held(assignee)), CASE_GUARDS['in-own-hands'].holds(held(assignee))])).toEqual([[true, false], [false, true], [false, false]]);
  });

  it('officer-of-the-agency: somebody who works on cases of this agency', () => {
    const naming = (officerAgencies: unknown): CaseFacts => ({ ...OFFICER, input: { officer: 'officer-2', officerAgencies } });
    expect([naming(['chaoan']), naming(['city', 'chaoan']), naming([]), naming(['raoping']), naming('chaoan'), naming(undefined)].map((facts) => CASE_GUARDS['officer-of-the-agency'].holds(facts))).toEqual([true, true, false, false, false, false]);
  });

  const sent = (input: Record<string, unknown>, assignee: string | null = 'officer-1'): CaseFacts => ({ ...OFFICER, row: { ...OFFICER.row, assignee }, input });

  it('another-officer: not the one who is in charge', () => {
    expect([sent({ officer: 'officer-2' }), sent({ officer: 'officer-1' }), sent({ officer: 'officer-1' }, null)].map((facts) => CASE_GUARDS['another-officer'].holds(facts))).toEqual([true, false, true]);
  });

  it('officer-not-recused: nobody who keeps out of the case', () => {
    const lists = [['officer-2'], ['officer-9', 'officer-2'], ['officer-9'], [], undefined, 'officer-2'];
    expect(lists.map((recused) => CASE_GUARDS['officer-not-recused'].holds(sent({ officer: 'officer-2', recused })))).toEqual([false, false, true, true, true, true]);
  });

  it('decided-by-another: nobody on himself', () => {
    expect([sent({ officer: 'officer-1' }), sent({ officer: 'officer-2' })].map((facts) => CASE_GUARDS['decided-by-another'].holds(facts))).toEqual([false, true]);
  });

  it.each<[string, Record<string, unknown>, string | null, boolean]>([
    ['the officer in charge goes, another comes', { officer: 'a', decision: 'granted', successor: 'b', successorAgencies: ['chaoan'] }, 'a', true],
    ['nobody comes', { officer: 'a', decision: 'granted' }, 'a', false],
    ['the same comes back', { officer: 'a', decision: 'granted', successor: 'a', successorAgencies: ['chaoan'] }, 'a', false],
    ['somebody of another agency comes', { officer: 'a', decision: 'granted', successor: 'b', successorAgencies: ['raoping'] }, 'a', false],
    ['somebody comes who keeps out himself', { officer: 'a', decision: 'granted', successor: 'b', successorAgencies: ['chaoan'], recused: ['b'] }, 'a', false],
    ['it is refused: the officer stays', { officer: 'a', decision: 'refused' }, 'a', true],
    ['it is refused, and somebody comes all the same', { officer: 'a', decision: 'refused', successor: 'b', successorAgencies: ['chaoan'] }, 'a', false],
    ['another officer than the one in charge goes', { officer: 'c', decision: 'granted' }, 'a', true],
    ['another officer goes, and somebody comes', { officer: 'c', decision: 'granted', successor: 'b', successorAgencies: ['chaoan'] }, 'a', false],
    ['nobody is in charge', { officer: 'a', decision: 'granted' }, null, true],
  ])('successor-named: %s', (_, input, assignee, fits) => {
    expect(CASE_GUARDS['successor-named'].holds(sent(input, assignee))).toBe(fits);
  });

  it('officer-on-duty: nobody who is away', () => {
    expect([sent({}), sent({ absentUntil: null }), sent({ absentUntil: new Date('2026-12-01T00:00:00Z') })].map((facts) => CASE_GUARDS['officer-on-duty'].holds(facts))).toEqual([true, true, false]);
    for (const [state, command] of [['open', 'assign'], ['assigned', 'reassign'], ['open', 'claim'], ['reopened', 'claim']] as const) {
      expect(ask(state, command, { ...given(command), input: { ...given(command).input, absentUntil: new Date('2026-12-01T00:00:00Z') } })).toMatchObject({ failed: [{ code: 'case.officer-absent', details: { until: new Date('2026-12-01T00:00:00Z') } }] });
    }
  });

  it('in-the-team: a member, where a team has the case; team-of-the-agency', () => {
    expect([sent({}), sent({ teamMembers: ['officer-1', 'x'] }), sent({ teamMembers: ['x'] })].map((facts) => CASE_GUARDS['in-the-team'].holds(facts))).toEqual([true, true, false]);
    expect([sent({ teamAgency: 'chaoan' }), sent({ teamAgency: 'raoping' }), sent({})].map((facts) => CASE_GUARDS['team-of-the-agency'].holds(facts))).toEqual([true, false, false]);
    expect(ask('open', 'claim', { ...given('claim'), input: { teamMembers: ['x'] } })).toMatchObject({ failed: [{ code: 'case.of-a-team' }] });
    expect(ask('open', 'allot', { ...OFFICER, input: { team: 't', teamAgency: 'raoping' } })).toMatchObject({ failed: [{ code: 'case.team-unfit' }] });
  });

  it('another-case, not-linked, is-linked', () => {
    expect([sent({ other: 'case-1' }), sent({ other: 'case-2' })].map((facts) => CASE_GUARDS['another-case'].holds(facts))).toEqual([false, true]);
    expect([sent({ linked: true }), sent({ linked: false }), sent({})].map((facts) => [CASE_GUARDS['not-linked'].holds(facts), CASE_GUARDS['is-linked'].holds(facts)])).toEqual([[false, true], [true, false], [true, false]]);
  });

  it('in-charge: the officer named or who may assign; nobody where nobody is named', () => {
    const nobody = (id: string): CaseFacts => ({ ...by({ id }), row: { ...OFFICER.row, assignee: null } });
    expect([OFFICER, by({ id: 'x' }), by({ id: 'x', permissions: new Set(['case.assign']) }), nobody('officer-1'), nobody('null')].map((facts) => CASE_GUARDS['in-charge'].holds(facts))).toEqual([true, false, true, false, false]);
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(CASE_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^case\.[a-z-]+$/), true, true]);
  });
});
