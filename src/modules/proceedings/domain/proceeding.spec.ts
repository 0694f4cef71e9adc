import { describe, expect, it } from '@jest/globals';
import { decide, type Lifecycle } from '../../../kernel/lifecycle/index.js';
import { INTERLOCKS } from '../data/interlocks.data.js';
import { COMMON_GUARDS, inTheWay, type CommonFacts, type Sibling } from './proceeding.guards.js';
import { withRecusal } from './recusal.lifecycle.js';

const OFFICER: CommonFacts = {
  row: { id: 'p-1', agency: 'chaoan', members: [{ account: 'officer-1', role: 'officer' }, { account: 'officer-2', role: 'officer' }] },
  actor: { id: 'officer-1', agencies: ['chaoan'] },
  input: { excluded: ['officer-9'], openRecusals: 0 },
};
const given = (input: Record<string, unknown>, more: Partial<CommonFacts> = {}): CommonFacts => ({ ...OFFICER, ...more, input: { ...OFFICER.input, ...input } });
const officers = (...rows: readonly [string, string | undefined][]): object[] => rows.map(([account, credential]) => ({ account, role: 'officer', credential }));

/** Each guard: held, then refused. Typed from 行政处罚法 第四十二条 (two officers, with credentials) and 第四十三条 (recusal), not from the code. */
const TABLE: readonly (readonly [keyof typeof COMMON_GUARDS, CommonFacts, boolean])[] = [
  ['in-own-agency', OFFICER, true],
  ['in-own-agency', { ...OFFICER, actor: { id: 'officer-1', agencies: ['raoping'] } }, false],
  ['is-member', OFFICER, true],
  ['is-member', { ...OFFICER, actor: { id: 'officer-3', agencies: ['chaoan'] } }, false],
  ['actor-not-excluded', OFFICER, true],
  ['actor-not-excluded', given({ excluded: ['officer-1'] }), false],
  ['members-not-excluded', given({ members: officers(['officer-3', 'A1']) }), true],
  ['members-not-excluded', given({ members: officers(['officer-3', 'A1'], ['officer-9', 'A2']) }), false],
  ['no-recusal-open', OFFICER, true],
  ['no-recusal-open', given({ openRecusals: 1 }), false],
  ['two-officers', given({ members: officers(['a', 'A1'], ['b', 'A2']) }), true],
  ['two-officers', given({ members: officers(['a', 'A1']) }), false],
  ['two-officers', given({ members: officers(['a', 'A1'], ['a', 'A2']) }), false],
  ['two-officers', given({ members: officers(['a', 'A1'], ['b', undefined]) }), false],
  ['two-officers', given({ members: officers(['a', 'A1'], ['b', ' ']) }), false],
  ['two-officers', given({ members: [...officers(['a', 'A1']), { account: 'b', role: 'clerk', credential: 'A2' }] }), false],
  ['two-officers', given({}), false],
  ['recusal-concerns-member', given({ member: 'officer-2' }), true],
  ['recusal-concerns-member', given({ member: 'officer-3' }), false],
  ['recusal-is-open', given({ requestOpen: true }), true],
  ['recusal-is-open', given({}), false],
  ['recusal-decided-by-another', given({ requestMember: 'officer-2' }), true],
  ['recusal-decided-by-another', given({ requestMember: 'officer-1' }), false],
];

describe('guards that all proceedings have', () => {
  it.each(TABLE)('%s of %j holds: %s', (name, facts, holds) => {
    expect(COMMON_GUARDS[name].holds(facts)).toBe(holds);
  });

  it('are each held and refused above', () => {
    const seen = Object.keys(COMMON_GUARDS).map((name) => [name, new Set(TABLE.filter(([guard]) => guard === name).map(([, , holds]) => holds)).size]);
    expect(seen.filter(([, outcomes]) => outcomes !== 2)).toEqual([]);
  });
});

const referral = (more: Partial<Sibling> = {}): Sibling => ({ kind: 'referral', variant: 'ordinary', id: 'r-1', parentId: 'p-1', number: 'YS2026-0000001', state: 'transferred', ended: false, marks: [], agency: 'chaoan', ...more });

describe('what stands in the way', () => {
  it('is a proceeding of the kind that has not ended', () => {
    expect(inTheWay([referral()], { kind: 'referral' })).toHaveLength(1);
    expect(inTheWay([referral({ ended: true })], { kind: 'referral' })).toEqual([]);
    expect(inTheWay([referral({ kind: 'mediation' })], { kind: 'referral' })).toEqual([]);
  });

  it('is one in the states named, ended or not', () => {
    expect(inTheWay([referral({ state: 'filed', ended: true })], { kind: 'referral', states: ['filed'] })).toHaveLength(1);
    expect(inTheWay([referral()], { kind: 'referral', states: ['filed'] })).toEqual([]);
  });

  it('is one of the variants named', () => {
    expect(inTheWay([referral()], { kind: 'referral', variants: ['late'] })).toEqual([]);
    expect(inTheWay([referral()], { kind: 'referral', variants: ['ordinary'] })).toHaveLength(1);
  });

  it('is one that bears the mark, even after its end', () => {
    expect(inTheWay([referral({ ended: true, marks: ['police-filed'] })], { kind: 'referral', marks: ['police-filed'] })).toHaveLength(1);
    expect(inTheWay([referral({ marks: ['copied'] })], { kind: 'referral', marks: ['police-filed'] })).toEqual([]);
  });
});

describe('the interlocks', () => {
  it('have an id each, an article, and words in both languages', () => {
    expect(new Set(INTERLOCKS.map(({ id }) => id)).size).toBe(INTERLOCKS.length);
    for (const { basis, text } of INTERLOCKS) {
      expect(basis.article).toMatch(/^第.+条/);
      expect([text.zh, text.en].every((words) => words.length > 8)).toBe(true);
    }
  });
});

describe('recusal', () => {
  const table: Lifecycle = {
    subject: 'hearing', label: { zh: '听证', en: 'Hearing' }, states: { open: { label: { zh: '进行中', en: 'Open' }, untimed: 'test' }, over: { label: { zh: '结束', en: 'Over' }, final: true } },
    moves: [{ from: null, command: 'open', to: 'open', permission: 'x', emits: ['x'], basis: { source: '法', article: '第一条', status: 'verified' } }],
  };
  const whole = withRecusal(table, { states: ['open'], basis: { source: '行政处罚法', article: '第四十三条', status: 'verified' } });
  const ask = (state: string, command: string, input: Record<string, unknown>): ReturnType<typeof decide> => decide({ lifecycle: whole, guards: COMMON_GUARDS, state, command, facts: given(input), input: { ...OFFICER.input, ...input } });
  const REQUEST = { member: 'officer-2', raisedBy: 'party', ground: 'direct-interest', reason: '有利害关系' };

  it('is asked for and decided where the table says, and nowhere else', () => {
    expect(ask('open', 'request-recusal', REQUEST)).toMatchObject({ ok: true, move: { to: 'open', emits: ['hearing.recusal-requested'], basis: { article: '第四十三条' } } });
    expect(ask('open', 'decide-recusal', { request: 'q', decision: 'granted', requestOpen: true, requestMember: 'officer-2' })).toMatchObject({ ok: true, move: { to: 'open' } });
    expect(ask('over', 'request-recusal', REQUEST)).toMatchObject({ ok: false, reason: 'not-allowed-now' });
  });

  it('says what is missing', () => {
    expect(ask('open', 'request-recusal', {})).toMatchObject({ reason: 'input-missing', missing: ['member', 'raisedBy', 'ground', 'reason'] });
    expect(ask('open', 'decide-recusal', {})).toMatchObject({ reason: 'input-missing', missing: ['request', 'decision'] });
  });

  it('leaves the rest of the table as it was', () => {
    expect(whole.moves.slice(0, 1)).toEqual(table.moves);
    expect(whole.states).toBe(table.states);
  });
});
