import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockEffects } from '../../kernel/lifecycle/index.js';
import { Clocks, type ClockPlace } from '../clocks/clocks.js';
import type { Deadline } from '../clocks/deadline.entity.js';
import type { Database } from '../database/database.js';
import { carriedKinds, clockChange, type ClockChange } from './clock-effects.js';

const basis = { source: '办法', article: '第一条', status: 'verified' };
const RUNG = { code: 'head', amount: 5, unit: 'calendar_day', approver: 'agency-head', basis, label: { zh: '延长', en: 'longer' } };
const kind = (code: string): object => ({ code, effectiveFrom: '2020-01-01', effectiveTo: null, rule: { code, label: { zh: code, en: code }, amount: 10, unit: 'calendar_day', roll: 'none', basis, measures: [1], pauses: ['command'], extensions: [RUNG], pauseBasis: { ...basis, article: '第二条' } } });
/** The real clocks, over reference rows that need no database. */
const clocks = new Clocks({ readAll: async () => [[], [kind('a'), kind('b'), kind('c')]] } as unknown as Database);
beforeAll(() => clocks.refresh());

const PLACE: ClockPlace = { subjectType: 'complaint', subjectId: '019aa1b2-0000-7000-8000-000000000001', agency: 'chaoan', intakeAgency: 'desk', region: '445103' };
const DAY_1 = new Date('2026-11-02T02:00:00.000Z');
const DAY_4 = new Date('2026-11-05T02:00:00.000Z');
const DAY_6 = new Date('2026-11-07T02:00:00.000Z');
const LAST = '2026-11-12T15:59:59.999Z';

interface Facts { readonly heavy: boolean }
const GUARDS = { 'is-heavy': { code: 'light', text: { zh: '轻', en: 'light' }, holds: ({ heavy }: Facts) => heavy } };
const change = (effects: ClockEffects | undefined, open: readonly Deadline[] = [], at = DAY_4, place = PLACE, triggers: Record<string, Date> = {}): ClockChange => clockChange(clocks, { effects, guards: GUARDS, facts: { heavy: true }, at, place, open, triggers });
const running = (code: string): Deadline => clocks.start(code, DAY_1, PLACE);

describe('clockChange', () => {
  it('does nothing where the move says nothing', () => {
    expect(change(undefined, [running('a')])).toEqual({ started: [], changed: [] });
    expect(change({}, [running('a')])).toEqual({ started: [], changed: [] });
  });

  it('starts clocks at the instant of the command, or at the one that is given for them', () => {
    const { started } = change({ start: ['a', 'b'] }, [], DAY_4, PLACE, { b: DAY_1 });
    expect(started.map((deadline) => [deadline.kind, deadline.status, deadline.triggerAt, deadline.legalDue?.toISOString(), deadline.agency])).toEqual([['a', 'running', DAY_4, '2026-11-15T15:59:59.999Z', 'chaoan'], ['b', 'running', DAY_1, LAST, 'chaoan']]);
  });

  it('starts a clock on a condition only where it holds', () => {
    const start = [{ kind: 'a', when: 'is-heavy' }];
    expect(change({ start }).started).toHaveLength(1);
    expect(clockChange(clocks, { effects: { start }, guards: GUARDS, facts: { heavy: false }, at: DAY_4, place: PLACE, open: [], triggers: {} }).started).toEqual([]);
    expect(() => change({ start: [{ kind: 'a', when: 'is-blue' }] })).toThrow('Condition is-blue does not exist');
  });

  it('refuses a kind without a rule in force', () => {
    expect(() => change({ start: ['nothing'] })).toThrow('No rule of deadline kind nothing is in force on 2026-11-05');
    expect(() => change({ start: ['a'] }, [], new Date('2019-12-31T15:59:59Z'))).toThrow('No rule of deadline kind a is in force on 2019-12-31');
  });

  it('sends clocks along, always or where the condition holds', () => {
    const carried = (heavy: boolean): string[] => [...carriedKinds({ effects: { carry: ['a', { kind: 'b', when: 'is-heavy' }] }, guards: GUARDS, facts: { heavy } })];
    expect([carried(true), carried(false)]).toEqual([['a', 'b'], ['a']]);
    expect([...carriedKinds({ effects: undefined, guards: GUARDS, facts: { heavy: true } })]).toEqual([]);
  });

  it('prolongs a clock by the rung that is named, and writes down who granted it', () => {
    const grant = { by: 'head-1', agency: 'chaoan', evidence: 'seizure.extend' };
    const { changed } = clockChange(clocks, { effects: { extend: [{ kind: 'a', step: 'head' }] }, guards: GUARDS, facts: { heavy: true }, at: DAY_4, place: PLACE, open: [running('a'), running('b')], triggers: {}, grant });
    expect(changed.map(({ kind: code, legalDue, extensions }) => [code, legalDue?.toISOString(), extensions])).toEqual([['a', '2026-11-17T15:59:59.999Z', [{ code: 'head', at: DAY_4.toISOString(), ...grant }]]]);
  });

  it('leaves time out on the ground that the law has for it, not on that of the limit', () => {
    expect(change({ pause: ['a'] }, [running('a')]).changed.map(({ pauses }) => pauses.map(({ reason, basis: { article } }) => [reason, article]))).toEqual([[['command', '第二条']]]);
  });

  it('ends only the clocks that are named', () => {
    const { changed } = change({ stop: ['a', 'c'] }, [running('a'), running('b')]);
    expect(changed.map((deadline) => [deadline.kind, deadline.status, deadline.endedAt])).toEqual([['a', 'met', DAY_4]]);
  });

  it('ends a clock on a condition only where it holds', () => {
    const effects = { stop: ['c'], stopWhen: [{ kind: 'a', when: 'is-heavy' }] };
    const ends = (heavy: boolean): string[] => clockChange(clocks, { effects, guards: GUARDS, facts: { heavy }, at: DAY_4, place: PLACE, open: [running('a'), running('b'), running('c')], triggers: {} }).changed.map(({ kind: code, status }) => `${code} ${status}`);
    expect([ends(true), ends(false)]).toEqual([['a met', 'c met'], ['c met']]);
  });

  it.each([[LAST, 'met'], ['2026-11-12T16:00:00.000Z', 'met-late']])('ended at %s is %s', (at, status) => {
    expect(change({ stop: ['a'] }, [running('a')], new Date(at)).changed).toMatchObject([{ status }]);
  });

  it.each<[string, string, string, string]>([
    ['an act in time, recorded late', '2026-11-10T09:00:00.000Z', 'met', '2026-11-10T09:00:00.000Z'], ['an act of the last instant', LAST, 'met', LAST], ['an act that was late', '2026-11-13T00:00:00.000Z', 'met-late', '2026-11-13T00:00:00.000Z'],
    ['an act before the clock began', '2026-10-01T00:00:00.000Z', 'met-late', '2026-11-20T00:00:00.000Z'], ['an act that lies ahead', '2026-11-21T00:00:00.000Z', 'met-late', '2026-11-20T00:00:00.000Z'],
  ])('is judged by the act: %s', (_, acted, status, endedAt) => {
    const now = new Date('2026-11-20T00:00:00Z');
    for (const found of [running('a'), { ...running('a'), status: 'overdue', overdueAt: DAY_6 }]) {
      const { changed } = clockChange(clocks, { effects: { stop: ['a'] }, guards: GUARDS, facts: { heavy: true }, at: now, acted: new Date(acted), place: PLACE, open: [found], triggers: {} });
      expect(changed.map((one) => [one.status, one.endedAt?.toISOString(), one.overdueAt])).toEqual([[status, endedAt, found.overdueAt]]);
    }
  });

  it('lets a clock lapse: the duty is gone, whether it was late or not', () => {
    const { started, changed } = change({ lapse: ['a'] }, [running('a'), running('b')], new Date('2026-11-20T00:00:00Z'));
    expect([started, changed.map(({ kind: code, status, endedAt }) => [code, status, endedAt?.toISOString()])]).toEqual([[], [['a', 'void', '2026-11-20T00:00:00.000Z']]]);
  });

  it('restarts a clock that runs, from the instant given, and no other', () => {
    const { started, changed } = change({ restart: ['a', 'b'] }, [running('a')], DAY_6, PLACE, { a: DAY_4 });
    expect(changed.map(({ kind: code, status }) => [code, status])).toEqual([['a', 'void']]);
    expect(started.map(({ kind: code, status, triggerAt }) => [code, status, triggerAt])).toEqual([['a', 'running', DAY_4]]);
  });

  it('starts no second clock of a duty that is owed already, unless the move ends the first', () => {
    const at = new Date('2026-11-06T00:00:00Z');
    const kinds = (effects: ClockEffects): string[] => change(effects, [running('a'), running('b')], at).started.map(({ kind: code }) => code);
    expect(kinds({ start: ['a', 'b', 'c'] })).toEqual(['c']);
    expect(kinds({ start: ['a', 'b', 'c'], stop: ['a'], lapse: ['b'] })).toEqual(['a', 'b', 'c']);
    expect(kinds({ start: ['a'], pause: ['a'] })).toEqual([]);
  });

  it('settles clocks: those that hold run, those that hold no longer lapse, and what ran keeps its dates', () => {
    const settle = [{ kind: 'a', when: 'is-heavy' }, { kind: 'b', when: 'is-light' }, { kind: 'c', when: 'is-heavy' }];
    const guards = { ...GUARDS, 'is-light': { code: 'heavy', text: { zh: '重', en: 'heavy' }, holds: ({ heavy }: Facts) => !heavy } };
    const { started, changed } = clockChange(clocks, { effects: { settle }, guards, facts: { heavy: true }, at: DAY_6, place: PLACE, open: [running('a'), running('b')], triggers: { c: DAY_1 } });
    expect(started.map(({ kind: code, triggerAt }) => [code, triggerAt])).toEqual([['c', DAY_1]]);
    expect(changed.map(({ kind: code, status }) => [code, status])).toEqual([['b', 'void']]);
  });

  it('what the sweeper found overdue was late, whatever was counted since', () => {
    expect(change({ stop: ['a'] }, [{ ...running('a'), status: 'overdue', overdueAt: DAY_1 }]).changed).toMatchObject([{ status: 'met-late', endedAt: DAY_4 }]);
  });

  it('pauses what runs: no due date while it rests, and the days of the pause are added after it', () => {
    const [rests] = change({ pause: ['a'] }, [running('a')], DAY_4).changed;
    expect(rests).toMatchObject({ status: 'paused', legalDue: null, safeDue: null, pauses: [{ from: DAY_4.toISOString(), to: null, reason: 'command' }] });
    const [again] = change({ resume: ['a'] }, rests === undefined ? [] : [rests], DAY_6).changed;
    expect(again).toMatchObject({ status: 'running', pauses: [{ from: DAY_4.toISOString(), to: DAY_6.toISOString() }] });
    expect((again?.legalDue?.getTime() ?? 0) > new Date(LAST).getTime()).toBe(true);
  });

  it('keeps earlier pauses when it pauses again', () => {
    const step = (effects: ClockEffects, from: Deadline, at: Date): Deadline => change(effects, [from], at).changed[0] ?? from;
    const twice = step({ pause: ['a'] }, step({ resume: ['a'] }, step({ pause: ['a'] }, running('a'), DAY_1), DAY_4), DAY_6);
    expect(twice.pauses).toMatchObject([{ from: DAY_1.toISOString(), to: DAY_4.toISOString() }, { from: DAY_6.toISOString(), to: null }]);
  });

  it('ends a paused clock in time', () => {
    const rests = change({ pause: ['a'] }, [running('a')]).changed;
    expect(change({ stop: ['a'] }, rests, new Date('2027-06-01T00:00:00Z')).changed).toMatchObject([{ status: 'met' }]);
  });

  it('neither pauses what rests or is overdue nor resumes what runs', () => {
    const rests = change({ pause: ['a'] }, [running('a')]).changed;
    expect(change({ pause: ['a'] }, rests).changed).toEqual([]);
    expect(change({ pause: ['a'] }, [{ ...running('a'), status: 'overdue', overdueAt: DAY_1 }]).changed).toEqual([]);
    expect(change({ resume: ['a'] }, [running('a')]).changed).toEqual([]);
  });

  it('lets what still runs follow the subject to its new agency and region', () => {
    const place = { ...PLACE, agency: 'raoping', region: '445122' };
    const { changed, started } = change({ stop: ['a'], start: ['c'] }, [running('a'), running('b')], DAY_4, place);
    expect(started).toMatchObject([{ kind: 'c', agency: 'raoping', region: '445122' }]);
    expect(changed).toMatchObject([{ kind: 'a', status: 'met', agency: 'chaoan', region: '445103' }, { kind: 'b', status: 'running', agency: 'raoping', region: '445122', legalDue: new Date(LAST) }]);
    expect(change({}, [running('b')], DAY_4, { ...PLACE, region: '445102' }).changed).toMatchObject([{ region: '445102' }]);
  });

  it('changes no row that it was given', () => {
    const given = running('a');
    const before = structuredClone(given);
    change({ pause: ['a'], stop: ['a'] }, [given], DAY_4, { ...PLACE, agency: 'raoping' });
    expect(given).toEqual(before);
  });
});
