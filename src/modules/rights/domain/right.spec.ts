import { describe, expect, it } from '@jest/globals';
import { decide, type Decision } from '../../../kernel/lifecycle/index.js';
import { RIGHT_GUARDS, type RightFacts } from './right.guards.js';
import { RIGHT_LIFECYCLE } from './right.lifecycle.js';
import { checkedNumber, holdsOn, validityOn, warningsOn, type RegisteredType, type Valid } from './right.rules.js';

const design: Valid = { rightType: 'patent', validFrom: '2016-11-23', validTo: '2026-11-22', status: 'in-force', statusSince: null };

describe('whether a right was in force on a day', () => {
  it.each<[string, Partial<Valid>, string, string]>([
    ['the day before it began', {}, '2016-11-22', 'not-yet'], ['its first day', {}, '2016-11-23', 'in-force'], ['its last day', {}, '2026-11-22', 'in-force'], ['the day after its last', {}, '2026-11-23', 'ended'],
    ['ended, whatever the office said last', { status: 'in-force' }, '2027-01-01', 'ended'],
    ['fees unpaid: before', { status: 'lapsed', statusSince: '2024-03-01' }, '2024-02-29', 'in-force'], ['fees unpaid: from then on', { status: 'lapsed', statusSince: '2024-03-01' }, '2024-03-01', 'ended'],
    ['lapsed, nobody knows when', { status: 'lapsed' }, '2024-03-01', 'unknown'], ['cancelled mark', { rightType: 'trademark', status: 'cancelled', statusSince: '2022-01-01' }, '2024-03-01', 'ended'],
    ['declared invalid: never, also before', { status: 'invalidated', statusSince: '2025-01-01' }, '2020-01-01', 'void'], ['invalid and long ended', { status: 'invalidated' }, '2030-01-01', 'void'],
    ['not granted yet', { status: 'pending', validFrom: null, validTo: null }, '2024-01-01', 'not-yet'],
    ['days known, status never looked up', { status: 'unknown' }, '2020-01-01', 'in-force'], ['nothing known', { status: 'unknown', validFrom: null, validTo: null }, '2020-01-01', 'unknown'],
    ['only the end known, and passed', { status: 'unknown', validFrom: null }, '2026-11-23', 'ended'], ['only the end known, not passed', { status: 'unknown', validFrom: null }, '2026-11-22', 'unknown'],
    ['the office says in force, days unknown', { validFrom: null, validTo: null }, '2020-01-01', 'in-force'],
  ])('%s', (_, more, day, expected) => {
    expect(validityOn({ ...design, ...more }, day)).toMatchObject({ day, standing: expected });
  });

  it('names the article where one decides: 专利法第四十七条, 商标法第四十七条; for others none is claimed as read', () => {
    const void_ = (rightType: string): unknown => validityOn({ ...design, rightType, status: 'invalidated' }, '2020-01-01').basis;
    expect([void_('patent'), void_('trademark'), void_('layout_design')]).toMatchObject([{ source: '专利法（2020）', article: '第四十七条第一款', status: 'verified' }, { source: '商标法（2019）', article: '第四十七条第一款', status: 'verified' }, { status: 'unverified' }]);
  });
});

describe('what somebody who relies on it should know', () => {
  const right = { ...design, kind: 'design', statusSeenOn: '2026-11-01', evaluationReport: { issuedOn: '2025-01-01' }, pendingInvalidation: null, warnings: [] };
  const codes = (more: Partial<typeof right> | Record<string, unknown>, day = '2026-11-22'): string[] => warningsOn({ ...right, ...more }, day).map(({ code }) => code);

  it('nothing, where all is in order', () => {
    expect(codes({})).toEqual([]);
  });

  it('each thing that is not', () => {
    expect(codes({}, '2026-11-23')).toEqual(['right.ended']);
    expect(codes({ statusSeenOn: null })).toEqual(['right.status-not-looked-up']);
    expect([codes({ evaluationReport: null }), codes({ evaluationReport: null, kind: 'utility-model' }), codes({ evaluationReport: null, kind: 'invention' }), codes({ evaluationReport: null, kind: null })]).toEqual([['right.no-evaluation-report'], ['right.no-evaluation-report'], [], []]);
    expect(codes({ pendingInvalidation: { number: '4W1' } })).toEqual(['right.invalidation-pending']);
    expect(codes({ warnings: [{ path: 'number', code: 'check_digit_mismatch', text: { zh: '', en: '' } }], pendingInvalidation: {}, statusSeenOn: null, evaluationReport: null }, '2015-01-01')).toEqual(['check_digit_mismatch', 'right.not-yet', 'right.status-not-looked-up', 'right.no-evaluation-report', 'right.invalidation-pending']);
  });
});

describe('numbers', () => {
  // Patents of the list of synthetic numbers; what a certificate prints, on the left.
  it.each<[RegisteredType, string, string, string | null, string[]]>([
    ['patent', ' zl 2026 3000 0001.x ', '202630000001.X', 'design', []], ['patent', 'CN202620000002.9', '202620000002.9', 'utility-model', []], ['patent', '202610000003.8', '202610000003.8', 'invention', []],
    ['patent', '202610000003.7', '202610000003.7', 'invention', ['check_digit_mismatch']], ['patent', '不详', '不详', null, ['shape_unexpected']],
    ['trademark', '第１２３４５６７８号', '12345678', null, []], ['copyright', '粤作登字-2019-F-00015229', '粤作登字-2019-F-00015229', null, []], ['copyright', '2023sr0123456', '2023SR0123456', null, []], ['copyright', 'abc', 'ABC', null, ['shape_unexpected']],
    ['plant_variety', 'cna20191000123', 'CNA20191000123', null, []], ['layout_design', ' bs.20500 1234 ', 'BS.20500 1234', null, []], ['special_mark', '  T2024 001', 'T2024 001', null, []],
  ])('%s %s', (type, text, number, kind, warnings) => {
    const checked = checkedNumber(type, text);
    expect([checked.number, checked.kind, checked.warnings.map(({ code }) => code)]).toEqual([number, kind, warnings]);
    expect(checked.warnings.every(({ path }) => path === 'number')).toBe(true);
  });

  it('holdsOn takes both days in, and an unknown day for open', () => {
    expect([['2020-01-01', '2020-12-31'], [null, '2020-12-31'], ['2020-01-01', null], [null, null]].map(([from = null, to = null]) => ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => holdsOn({ from, to }, day)))).toEqual([[false, true, true, false], [true, true, true, false], [false, true, true, true], [true, true, true, true]]);
  });
});

describe('the entry of a right', () => {
  const facts = (input: Record<string, unknown> = {}): RightFacts => ({ row: { holders: [{ id: 'h1', party: { person: 'p1' }, from: '2020-01-01', to: null }], licences: [{ id: 'l1', licensor: { person: 'p1' }, licensee: { person: 'p2' }, from: null, to: null }] }, input: { reason: '测试', organisationsKnown: true, entry: 'h1', to: '2024-01-01', ...input } });
  const ask = (state: string | null, command: string, input: Record<string, unknown> = {}): Decision => decide({ lifecycle: RIGHT_LIFECYCLE, guards: RIGHT_GUARDS, state, command, facts: facts(input), input: facts(input).input });
  const COMMANDS = ['register', 'correct', 'add-holder', 'end-holder', 'add-licence', 'end-licence', 'strike-off', 'reinstate'];
  // By hand: an entry that was struck off is only taken back, nothing else.
  const EXPECTED: readonly (readonly [string | null, readonly string[]])[] = [
    [null, ['registered', '-', '-', '-', '-', '-', '-', '-']],
    ['registered', ['-', 'registered', 'registered', 'registered', 'registered', 'registered', 'struck-off', '-']],
    ['struck-off', ['-', '-', '-', '-', '-', '-', '-', 'registered']],
  ];

  it.each(EXPECTED)('%s', (state, row) => {
    expect(COMMANDS.map((command) => ask(state, command)).map((decision) => (decision.ok ? decision.move.to : '-'))).toEqual(row);
  });

  it('has no command and no state that the oracle does not know, and all ask for right.write and a reason', () => {
    expect([...new Set(RIGHT_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS].sort());
    expect(Object.keys(RIGHT_LIFECYCLE.states)).toEqual(['registered', 'struck-off']);
    expect(new Set(RIGHT_LIFECYCLE.moves.map(({ permission }) => permission))).toEqual(new Set(['right.write']));
    for (const command of COMMANDS.slice(1)) expect([command, ask(command === 'reinstate' ? 'struck-off' : 'registered', command, { reason: ' ' })]).toMatchObject([command, { reason: 'input-missing' }]);
  });

  it('refuses what it does not know', () => {
    const code = (command: string, input: Record<string, unknown>): string[] => {
      const decision = ask('registered', command, input);
      return decision.ok ? [] : decision.failed.map((guard) => guard.code);
    };
    expect([code('add-holder', { organisationsKnown: false }), code('add-holder', { persons: ['p1', 'p2'] }), code('add-licence', { persons: ['p1', 'p9'] }), code('add-licence', { under: 'l9' }), code('add-licence', { under: 'l1' }), code('add-licence', {})]).toEqual([['right.party-unknown'], [], ['right.party-unknown'], ['right.licence-above-unknown'], [], []]);
    expect([code('end-holder', { entry: 'h9' }), code('end-holder', { to: '2019-12-31' }), code('end-holder', { to: '2020-01-01' }), code('end-licence', { entry: 'l1' })]).toEqual([['right.entry-unfit'], ['right.entry-unfit'], [], []]);
  });
});
