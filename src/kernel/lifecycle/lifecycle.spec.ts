import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../text.js';
import { allowedCommands, decide, lifecycleDiagram, validateLifecycles, type GuardSet, type Lifecycle, type Move, type Vocabulary } from './index.js';

const basis: Basis = { source: '测试办法', article: '第一条', status: 'verified' };
const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

const CREATE: Move = { from: null, command: 'open', to: 'waiting', permission: 'door.open', clocks: { start: ['door.wait', { kind: 'door.long', when: 'is-heavy' }] }, emits: ['door.opened'], basis };
const PAUSE: Move = { from: 'waiting', command: 'pause', to: 'on-hold', permission: 'door.open', clocks: { pause: ['door.wait'] }, emits: ['door.opened'], basis };
const SHUT: Move = { from: 'waiting', command: 'shut', to: 'shut', permission: 'door.shut', guards: ['is-heavy', 'is-red'], requires: ['reason', 'agency'], clocks: { stop: ['door.wait'] }, emits: ['door.shut'], basis };
const RESUME: Move = { from: 'on-hold', command: 'resume', to: 'waiting', permission: 'door.open', clocks: { resume: ['door.wait'] }, emits: ['door.opened'], basis };

const DOOR: Lifecycle = {
  subject: 'door', label: text('门'),
  states: {
    waiting: { label: text('等待'), clocks: ['door.wait'] },
    'on-hold': { label: text('暂停'), untimed: 'Somebody has to come back' },
    shut: { label: text('关闭'), final: true },
  },
  moves: [CREATE, PAUSE, SHUT, RESUME],
};

interface Facts { readonly heavy: boolean; readonly red: boolean }
const GUARDS: GuardSet<Facts> = {
  'is-heavy': { code: 'door.light', text: text('太轻'), basis, holds: ({ heavy }) => heavy },
  'is-red': { code: 'door.not-red', text: text('不是红色'), holds: ({ red }) => red },
};
const GOOD = { reason: 'wind', agency: 'a' };
const ask = (state: string | null, command: string, facts: Facts = { heavy: true, red: true }, input: Record<string, unknown> = GOOD): ReturnType<typeof decide> => decide({ lifecycle: DOOR, guards: GUARDS, state, command, facts, input });

describe('decide', () => {
  it('answers with the row that leads out of the state', () => {
    expect(ask('waiting', 'shut')).toEqual({ ok: true, move: SHUT });
    expect(ask(null, 'open')).toEqual({ ok: true, move: CREATE });
  });

  it('refuses a command that the table does not know, and lists what is allowed', () => {
    expect(ask('waiting', 'burn')).toEqual({ ok: false, reason: 'unknown-command', failed: [], missing: [], allowed: ['pause', 'shut'] });
  });

  it('refuses a known command in another state, even where guards and input would fail too', () => {
    expect(ask('on-hold', 'shut', { heavy: false, red: false }, {})).toEqual({ ok: false, reason: 'not-allowed-now', failed: [], missing: [], allowed: ['resume'] });
    expect(ask('shut', 'shut')).toMatchObject({ reason: 'not-allowed-now', allowed: [] });
    expect(ask('waiting', 'open')).toMatchObject({ reason: 'not-allowed-now' });
    expect(ask(null, 'shut')).toMatchObject({ reason: 'not-allowed-now', allowed: ['open'] });
  });

  it.each([['absent', {}], ['undefined', { reason: undefined, agency: null }], ['blank', { reason: '', agency: ' \u3000\t' }]])('names every required field that is %s', (_, input) => {
    expect(ask('waiting', 'shut', undefined, input)).toEqual({ ok: false, reason: 'input-missing', failed: [], missing: ['reason', 'agency'], allowed: ['pause', 'shut'] });
  });

  it('takes false, zero and an empty list for given', () => {
    expect(ask('waiting', 'shut', undefined, { reason: false, agency: 0 }).ok).toBe(true);
    expect(ask('waiting', 'shut', undefined, { reason: [], agency: {} }).ok).toBe(true);
  });

  it('reports every failed guard with code, text and basis', () => {
    expect(ask('waiting', 'shut', { heavy: false, red: false })).toEqual({
      ok: false, reason: 'guard-failed', missing: [], allowed: ['pause', 'shut'],
      failed: [{ guard: 'is-heavy', code: 'door.light', text: text('太轻'), basis }, { guard: 'is-red', code: 'door.not-red', text: text('不是红色'), basis: undefined }],
    });
    expect(ask('waiting', 'shut', { heavy: true, red: false })).toMatchObject({ failed: [{ guard: 'is-red' }] });
  });

  it('fails closed on a guard that does not exist', () => {
    expect(() => decide({ lifecycle: DOOR, guards: {}, state: 'waiting', command: 'shut', facts: {}, input: GOOD })).toThrow('Guard is-heavy of shut does not exist');
  });

  it.each(['toString', 'constructor', '__proto__'])('does not take the inherited name %s for a guard', (name) => {
    const lifecycle = { ...DOOR, moves: [{ ...CREATE, guards: [name] }] };
    expect(() => decide({ lifecycle, guards: {}, state: null, command: 'open', facts: {}, input: {} })).toThrow(`Guard ${name} of open does not exist`);
  });

  it.each(['toString', 'constructor'])('does not take the inherited member %s for input', (name) => {
    const lifecycle = { ...DOOR, moves: [{ ...CREATE, requires: [name] }] };
    expect(decide({ lifecycle, guards: {}, state: null, command: 'open', facts: {}, input: {} })).toMatchObject({ reason: 'input-missing', missing: [name] });
  });
});

it('allowedCommands names a command once, in table order', () => {
  expect(allowedCommands({ ...DOOR, moves: [...DOOR.moves, { ...PAUSE, to: 'shut' }] }, 'waiting')).toEqual(['pause', 'shut']);
  expect(allowedCommands(DOOR, 'nowhere')).toEqual([]);
  // Carried in by another subject: it can be done, and nobody is offered it.
  expect(allowedCommands({ ...DOOR, moves: [{ ...PAUSE, command: 'be-told', carried: true }, ...DOOR.moves] }, 'waiting')).toEqual(['pause', 'shut']);
});

const VOCABULARY: Vocabulary = { permissions: new Set(['door.open', 'door.shut']), events: new Set(['door.opened', 'door.shut']), clocks: new Set(['door.wait', 'door.long']), guards: { door: new Set(['is-heavy', 'is-red']) } };
const problems = (change: Partial<Lifecycle>, vocabulary = VOCABULARY): string[] => validateLifecycles([{ ...DOOR, ...change }], vocabulary);
const withCreate = (change: Partial<Move>): string[] => problems({ moves: [{ ...CREATE, ...change }, PAUSE, SHUT, RESUME] });
const withState = (name: string, state: Lifecycle['states'][string]): string[] => problems({ states: { ...DOOR.states, [name]: state } });

describe('validateLifecycles', () => {
  it('finds nothing in a clean table', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, () => string[], string[]]>([
    ['a row that stands twice, even with another target', () => problems({ moves: [...DOOR.moves, { ...PAUSE, to: 'shut' }] }), ['door: the row waiting --pause--> stands twice']],
    ['an unknown state as target', () => problems({ moves: [...DOOR.moves, { ...PAUSE, command: 'burn', to: 'ashes' }] }), ['door: state ashes is used but not described']],
    ['an unknown state as origin', () => problems({ moves: [...DOOR.moves, { ...PAUSE, command: 'burn', from: 'ashes' }] }), ['door: state ashes is used but not described']],
    ['a state named like an inherited member', () => problems({ moves: [...DOOR.moves, { ...PAUSE, command: 'burn', to: 'constructor' }] }), ['door: state constructor is used but not described']],
    ['an unreachable state', () => withState('attic', { label: text('阁楼'), final: true }), ['door: state attic cannot be reached']],
    ['states that reach only each other', () => problems({ states: { ...DOOR.states, a: { label: text('甲'), untimed: 'why' }, b: { label: text('乙'), untimed: 'why' } }, moves: [...DOOR.moves, { ...PAUSE, from: 'a', to: 'b' }, { ...PAUSE, from: 'b', to: 'a' }] }), ['door: state a cannot be reached', 'door: state b cannot be reached']],
    ['no exit and not final', () => withState('shut', { label: text('关闭'), untimed: 'why' }), ['door: state shut has no exit and is not final']],
    ['a final state with an exit', () => withState('on-hold', { label: text('暂停'), final: true }), ['door: final state on-hold has an exit']],
    ['neither clock nor reason', () => withState('on-hold', { label: text('暂停') }), ['door: state on-hold has neither a clock nor a written reason (untimed)']],
    ['a blank reason and an empty list of clocks', () => withState('on-hold', { label: text('暂停'), untimed: ' ', clocks: [] }), ['door: state on-hold has neither a clock nor a written reason (untimed)']],
    ['clock and reason', () => withState('waiting', { label: text('等待'), clocks: ['door.wait'], untimed: 'why' }), ['door: state waiting is both timed and untimed']],
    ['a final state that waits', () => withState('shut', { label: text('关闭'), final: true, clocks: ['door.wait'] }), ['door: final state shut waits for a clock']],
    ['an unknown permission', () => withCreate({ permission: 'door.kick' }), ['door.open: permission door.kick does not exist']],
    ['an unknown event', () => withCreate({ emits: ['door.opened', 'door.kicked'] }), ['door.open: event door.kicked does not exist']],
    ['no event', () => withCreate({ emits: [] }), ['door.open: emits no event']],
    ['no silence beside an event', () => withCreate({ silent: 'carried' }), ['door.open: says that it is silent and emits']],
    ['an unknown guard', () => withCreate({ guards: ['is-heavy', 'is-blue'] }), ['door.open: guard is-blue does not exist']],
    ['a guard of another subject', () => problems({}, { ...VOCABULARY, guards: { window: new Set(['is-heavy', 'is-red']) } }), ['door.open: guard is-heavy does not exist', 'door.shut: guard is-heavy does not exist', 'door.shut: guard is-red does not exist']],
    ['an unknown start condition', () => withCreate({ clocks: { start: ['door.wait', { kind: 'door.long', when: 'is-blue' }] } }), ['door.open: guard is-blue does not exist']],
    ['an unknown clock to start', () => withCreate({ clocks: { start: ['door.wait', 'door.ever'] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown clock to start on a condition', () => withCreate({ clocks: { start: ['door.wait', { kind: 'door.ever', when: 'is-red' }] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown clock to stop on a condition', () => withCreate({ clocks: { start: ['door.wait'], stopWhen: [{ kind: 'door.ever', when: 'is-blue' }] } }), ['door.open: guard is-blue does not exist', 'door.open: clock door.ever does not exist']],
    ['an unknown clock to stop', () => withCreate({ clocks: { start: ['door.wait'], stop: ['door.ever'] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown clock to pause', () => withCreate({ clocks: { start: ['door.wait'], pause: ['door.ever'] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown clock to resume', () => withCreate({ clocks: { start: ['door.wait'], resume: ['door.ever'] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown clock to carry', () => withCreate({ clocks: { start: ['door.wait'], carry: ['door.ever'] } }), ['door.open: clock door.ever does not exist']],
    ['an unknown condition to carry', () => withCreate({ clocks: { start: ['door.wait'], carry: [{ kind: 'door.wait', when: 'is-blue' }] } }), ['door.open: guard is-blue does not exist']],
    ['a state that waits for an unknown clock', () => withState('waiting', { label: text('等待'), clocks: ['door.ever'] }), ['door: state waiting waits for clock door.ever, which does not exist']],
    ['a state that waits for a clock that no move starts', () => withCreate({ clocks: {} }), ['door: state waiting waits for clock door.wait, which no move starts']],
    ['an unknown clock to prolong', () => withCreate({ clocks: { start: ['door.wait'], extend: [{ kind: 'door.ever', step: 'head' }] } }), ['door.open: clock door.ever does not exist']],
    ['a clock whose end has no row', () => problems({}, { ...VOCABULARY, expiring: new Map([['door.wait', ['burn']]]) }), ['door: state waiting waits for clock door.wait, whose end carries out burn, which it has no row for']],
    ['a row of time with a guard', () => problems({ moves: [...DOOR.moves, { ...PAUSE, command: 'burn', to: 'shut', guards: ['is-heavy'] }] }, { ...VOCABULARY, expiring: new Map([['door.wait', ['burn']]]) }), ['door.burn is carried out by time and may not have guards or ask for anything']],
    ['an empty article', () => withCreate({ basis: { ...basis, article: ' ' } }), ['door.open: no basis']],
    ['an empty source', () => withCreate({ basis: { ...basis, source: '' } }), ['door.open: no basis']],
    ['a cascade to a subject that is not there', () => withCreate({ cascade: [{ subject: 'window', command: 'open' }] }), ['door.open: cascade to window.open, which does not exist']],
    ['a cascade to a command that is not there', () => withCreate({ cascade: [{ subject: 'door', command: 'kick' }] }), ['door.open: cascade to door.kick, which does not exist']],
    ['two tables of one subject', () => validateLifecycles([DOOR, DOOR], VOCABULARY), ['subject door has two tables']],
  ])('finds %s', (_, found, expected) => {
    expect(found()).toEqual(expected);
  });

  it('finds a cascade that comes back over another subject, and allows one that does not', () => {
    const window = { ...DOOR, subject: 'window', moves: [{ ...CREATE, cascade: [{ subject: 'door', command: 'shut' }] }, PAUSE, SHUT, RESUME] };
    const vocabulary = { ...VOCABULARY, guards: { door: new Set(['is-heavy', 'is-red']), window: new Set(['is-heavy', 'is-red']) } };
    const door = (command: string): Lifecycle => ({ ...DOOR, moves: [CREATE, PAUSE, { ...SHUT, cascade: [{ subject: 'window', command }] }, RESUME] });
    expect(validateLifecycles([door('open'), window], vocabulary)).toEqual(['door.shut: cascade comes back to itself', 'window.open: cascade comes back to itself']);
    expect(validateLifecycles([door('shut'), window], vocabulary)).toEqual([]);
  });
});

it('lifecycleDiagram draws states with labels, moves and ends', () => {
  expect(lifecycleDiagram(DOOR)).toBe(`stateDiagram-v2
  waiting : waiting 等待
  on_hold : on-hold 暂停
  shut : shut 关闭
  [*] --> waiting : open
  waiting --> on_hold : pause
  waiting --> shut : shut
  on_hold --> waiting : resume
  shut --> [*]`);
});
