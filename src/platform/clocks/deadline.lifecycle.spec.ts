import { describe, expect, it } from '@jest/globals';
import { decide } from '../../kernel/lifecycle/index.js';
import type { KindRule } from '../../kernel/clock/index.js';
import type { Deadline } from './deadline.entity.js';
import { DEADLINE_GUARDS, DEADLINE_LIFECYCLE, nextRung, type ClockFacts } from './deadline.lifecycle.js';
import { ended, expired, leadsTo, stateAt } from './transitions.js';
import { nextDue } from './next-due.js';

const basis = { source: '办法', article: '第一条', status: 'verified' } as const;
const rung = (code: string, approver: string, late = false): KindRule['extensions'][number] => ({ code, amount: 5, unit: 'working_day', approver, basis, label: { zh: code, en: code }, ...(late ? { afterExpiry: basis } : {}) });
const rule: KindRule = {
  code: 'k', amount: 10, unit: 'working_day', roll: 'none', basis, label: { zh: '时限', en: 'limit' }, holder: 'agency', pauses: ['testing'], pauseBasis: basis, satisfiable: true, measures: [1],
  extensions: [rung('head', 'agency-head'), rung('above', 'superior', true), rung('panel', 'panel')],
};
const DUE = new Date('2026-11-16T15:59:59.999Z');
const clock = (more: Partial<Deadline> = {}): Deadline => ({
  id: 'c', subjectType: 'complaint', subjectId: 's', withinId: null, kind: 'k', status: 'running', agency: 'county', intakeAgency: 'desk', region: '445103', triggerAt: new Date('2026-11-02T02:00:00Z'), legalDue: DUE, safeDue: DUE, provisional: false, derivation: [],
  warnings: [], basis, pauses: [], extensions: [], endedAt: null, overdueAt: null, version: 1, holder: 'agency', lawDay: null, setAmount: null, remindAt: null, remindedAt: null, ...more,
});
const granted = (...codes: string[]): Deadline['extensions'] => codes.map((code) => ({ code, at: '2026-11-02T02:00:00Z', by: 'x', agency: 'county', evidence: '批准' }));
const COUNTY = { agency: 'county', agencies: ['county'] };
const CITY = { agency: 'city', agencies: ['city', 'county', 'other'] };
const ELSEWHERE = { agency: 'other', agencies: ['other'] };

function ask(state: string, command: string, { deadline = clock(), actor = COUNTY, input = {}, law = rule }: { deadline?: Deadline; actor?: ClockFacts['actor']; input?: Record<string, unknown>; law?: KindRule } = {}): unknown {
  const decision = decide({ lifecycle: DEADLINE_LIFECYCLE, guards: DEADLINE_GUARDS, state, command, facts: { deadline, rule: law, actor, input }, input });
  return decision.ok ? decision.move.to : decision.reason === 'guard-failed' ? decision.failed.map(({ guard }) => guard) : decision.reason;
}

describe('the table of a clock', () => {
  /** From, command, to: typed from ADR 0015. */
  const ROWS = [
    '- start running', 'running pause paused', 'paused resume running', 'running extend running', 'overdue extend running', 'running satisfy met', 'paused satisfy met', 'overdue satisfy met-late', 'running stop met', 'paused stop met', 'overdue stop met-late',
    'running lapse void', 'paused lapse void', 'overdue lapse void', 'running expire overdue', 'running remind running', 'running recount running', 'paused recount paused', 'overdue recount overdue', 'overdue clear running',
  ];

  it('has these rows and no others', () => {
    expect(DEADLINE_LIFECYCLE.moves.map(({ from, command, to }) => `${from ?? '-'} ${command} ${to}`)).toEqual(ROWS);
  });

  it('asks for the permissions of those who send its commands', () => {
    const asked = Object.fromEntries((DEADLINE_LIFECYCLE.moves).map(({ command, permission }) => [command, permission]));
    expect(asked).toMatchObject({ pause: 'deadline.pause', resume: 'deadline.pause', extend: 'deadline.extend', satisfy: 'deadline.satisfy' });
  });
});

describe('pause and resume', () => {
  const input = { reason: 'testing' };
  it('are for those who have the duty, for a reason of the kind', () => {
    expect(ask('running', 'pause', { input })).toBe('paused');
    expect(ask('running', 'pause', { input, actor: CITY })).toBe('paused');
    expect(ask('running', 'pause', { input: { reason: 'settlement' }, actor: ELSEWHERE })).toEqual(['clock-of-own-agency', 'reason-of-kind']);
    expect(ask('running', 'pause')).toBe('input-missing');
    expect(ask('overdue', 'pause', { input })).toBe('not-allowed-now');
  });

  it('tell a pause by hand from one that the procedure brought', () => {
    const pause = (reason: string): Deadline => clock({ status: 'paused', pauses: [{ from: '2026-11-03T00:00:00Z', to: null, reason, basis }] });
    expect(ask('paused', 'resume', { deadline: pause('testing') })).toBe('running');
    expect(ask('paused', 'resume', { deadline: pause('command') })).toEqual(['paused-by-hand']);
  });
});

describe('extend', () => {
  const input = (extension: string): Record<string, unknown> => ({ extension, evidence: '审批表' });
  it('takes the next rung only', () => {
    expect(nextRung({ deadline: clock(), rule })?.code).toBe('head');
    expect(nextRung({ deadline: clock({ extensions: granted('head', 'above', 'panel') }), rule })).toBeUndefined();
    expect(ask('running', 'extend', { input: input('head') })).toBe('running');
    expect(ask('running', 'extend', { input: input('above') })).toEqual(['next-rung']);
    expect(ask('running', 'extend', { input: input('head'), deadline: clock({ extensions: granted('head', 'above', 'panel') }) })).toEqual(['next-rung']);
    expect(ask('running', 'extend', { input: { extension: 'head' } })).toBe('input-missing');
  });

  it.each([
    ['the head of the agency for its own rung', [], 'head', COUNTY, 'running'], ['nobody above for it', [], 'head', CITY, ['approver-of-rung']], ['nobody elsewhere', [], 'head', ELSEWHERE, ['approver-of-rung']],
    ['the one above for the rung of the superior', ['head'], 'above', CITY, 'running'], ['not the agency itself', ['head'], 'above', COUNTY, ['approver-of-rung']],
    ['whoever reports what the panel granted', ['head', 'above'], 'panel', COUNTY, 'running'], ['but nobody elsewhere', ['head', 'above'], 'panel', ELSEWHERE, ['approver-of-rung']],
  ] as const)('is for %s', (_, before, code, actor, answer) => {
    expect(ask('running', 'extend', { input: input(code), actor, deadline: clock({ extensions: granted(...before) }) })).toEqual(answer);
  });

  it('comes too late, unless the rung says that it may', () => {
    expect(ask('overdue', 'extend', { input: input('head') })).toEqual(['late-extension-allowed']);
    expect(ask('overdue', 'extend', { input: input('above'), actor: CITY, deadline: clock({ extensions: granted('head') }) })).toBe('running');
  });
});

describe('satisfy', () => {
  const input = { reason: '已告知' };
  it.each([['running', 'met'], ['paused', 'met'], ['overdue', 'met-late']])('from %s leads to %s', (state, to) => {
    expect(ask(state, 'satisfy', { input })).toBe(to);
  });

  it('is for duties that are done outside, by those who have them', () => {
    expect(ask('running', 'satisfy', { input, law: { ...rule, satisfiable: false }, actor: ELSEWHERE })).toEqual(['clock-of-own-agency', 'done-outside']);
  });
});

describe('transitions', () => {
  const [last, after] = [DUE, new Date(DUE.getTime() + 1)];

  it('see that a clock has run out before the sweeper does', () => {
    expect([stateAt(clock(), last), stateAt(clock(), after), stateAt(clock({ status: 'paused', legalDue: null }), after)]).toEqual(['running', 'overdue', 'paused']);
    expect([ended(clock(), 'stop', last).status, ended(clock(), 'stop', after).status, ended(clock(), 'lapse', after).status]).toEqual(['met', 'met-late', 'void']);
    expect([leadsTo(clock(), 'pause', last), leadsTo(clock(), 'pause', after)]).toEqual(['paused', null]);
  });

  it('take the reminder away with the clock, and leave what has ended as it is', () => {
    const running = clock({ remindAt: last });
    expect(ended(running, 'stop', last)).toMatchObject({ remindAt: null, endedAt: last });
    expect(expired(running, after)).toMatchObject({ status: 'overdue', overdueAt: after, remindAt: null });
    const over = clock({ status: 'met', endedAt: last });
    expect(ended(over, 'stop', after)).toBe(over);
  });
});

describe('what is due next', () => {
  const at = (day: string): Date => new Date(`${day}T15:59:59.999Z`);
  it('is the earliest safe date of what has not ended', () => {
    expect(nextDue([clock({ safeDue: at('2026-11-20') }), clock({ safeDue: at('2026-11-18'), status: 'overdue' }), clock({ safeDue: null, status: 'paused' }), clock({ safeDue: at('2026-11-10'), endedAt: at('2026-11-09') })])).toEqual(at('2026-11-18'));
    expect(nextDue([clock({ safeDue: null })])).toBeNull();
    expect(nextDue([])).toBeNull();
  });
});
