import { describe, expect, it } from '@jest/globals';
import { basisOn, validateLifecycles, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { COMMON_GUARDS } from '../../proceedings/index.js';
import { CONTENTS } from '../data/contents.data.js';
import { FINDINGS } from '../data/findings.data.js';
import { takedownGuards, type TakedownFacts } from './takedown.guards.js';
import { TAKEDOWN_LIFECYCLE } from './takedown.lifecycle.js';
import { consequenceOf, demandedIn, missingIn } from './takedown.rules.js';

/** Typed while reading 电子商务法第四十二条至第四十四条: state, command, next state, article; + starts, - done, ~ falls away, = pauses, > goes on. */
const ORACLE = `
new        open               noticed     第四十二条第一款
noticed    ask-for-missing    incomplete  第四十二条第一款
incomplete supplement         noticed     第四十二条第一款
noticed    refuse-notice      refused     第四十二条第一款
incomplete refuse-notice      refused     第四十二条第一款
noticed    record-inaction    not-acted   第四十二条第二款、第八十四条
noticed    take-measure       measured    第四十二条第二款
measured   declare            declared    第四十三条第一款
kept       declare            declared    第四十三条第一款
published  declare            declared    第四十三条第一款
measured   keep               kept        第四十二条第二款
declared   forward            forwarded   第四十三条第二款
forwarded  record-arrival     waiting     第四十三条第二款 +platform.lift-measures +platform.reasonable-period
waiting    record-delay       delayed     第三条 +platform.uncounted-delay =platform.reasonable-period
delayed    end-delay          waiting     第三条 -platform.uncounted-delay >platform.reasonable-period
delayed    run-out            waiting     第三条 -platform.uncounted-delay >platform.reasonable-period
waiting    fall-due           to-lift     第四十三条第二款 -platform.lift-measures -platform.reasonable-period
forwarded  record-claim       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
waiting    record-claim       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
delayed    record-claim       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
to-lift    record-claim       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
forwarded  stop-by-suit       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
waiting    stop-by-suit       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
delayed    stop-by-suit       kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
forwarded  stop-by-complaint  kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
waiting    stop-by-complaint  kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
delayed    stop-by-complaint  kept        第四十三条第二款 -platform.lift-measures -platform.reasonable-period -platform.uncounted-delay
measured   withdraw-notice    to-lift     第四十二条第二款 ~platform.lift-measures ~platform.reasonable-period ~platform.uncounted-delay
declared   withdraw-notice    to-lift     第四十二条第二款 ~platform.lift-measures ~platform.reasonable-period ~platform.uncounted-delay
forwarded  withdraw-notice    to-lift     第四十二条第二款 ~platform.lift-measures ~platform.reasonable-period ~platform.uncounted-delay
waiting    withdraw-notice    to-lift     第四十二条第二款 ~platform.lift-measures ~platform.reasonable-period ~platform.uncounted-delay
delayed    withdraw-notice    to-lift     第四十二条第二款 ~platform.lift-measures ~platform.reasonable-period ~platform.uncounted-delay
to-lift    lift               lifted      第四十三条第二款
kept       lift               lifted      第四十三条第二款
published  lift               lifted      第四十三条第二款
kept       publish            published   第四十四条
lifted     publish            published   第四十四条
measured   record-finding     measured    第四十二条第三款
declared   record-finding     declared    第四十二条第三款
forwarded  record-finding     forwarded   第四十二条第三款
waiting    record-finding     waiting     第四十二条第三款
delayed    record-finding     delayed     第四十二条第三款
to-lift    record-finding     to-lift     第四十二条第三款
kept       record-finding     kept        第四十二条第三款
lifted     record-finding     lifted      第四十二条第三款
published  record-finding     published   第四十二条第三款
`;
const LINES = ORACLE.trim().split('\n').map((line) => line.trim().split(/\s+/));
const GUARDS = takedownGuards(CONTENTS);

function clocksOf({ clocks = {} }: Move): string[] {
  const { start = [], stop = [], lapse = [], pause = [], resume = [] } = clocks;
  const started = start.map((one) => `+${typeof one === 'string' ? one : one.kind}`);
  return [...started, ...stop.map((kind) => `-${kind}`), ...lapse.map((kind) => `~${kind}`), ...pause.map((kind) => `=${kind}`), ...resume.map((kind) => `>${kind}`)].sort();
}

describe('the lifecycle of a takedown', () => {
  it.each(LINES)('%s: %s → %s', (from = '', command = '', to = '', article = '', ...clocks) => {
    const found = TAKEDOWN_LIFECYCLE.moves.filter((move) => (move.from ?? 'new') === from && move.command === command);
    expect(found.map((move) => [move.to, basisOn(move, '2026-11-22').article, clocksOf(move)])).toEqual([[to, article, [...clocks].sort()]]);
  });

  it('has no other row', () => {
    expect(TAKEDOWN_LIFECYCLE.moves.map(({ from, command }) => `${from ?? 'new'} ${command}`).sort()).toEqual(LINES.map(([from, command]) => `${from} ${command}`).sort());
  });

  it('is a sound table, in which time can always do what it brings', () => {
    const guards = new Set([...Object.keys(COMMON_GUARDS), ...Object.keys(GUARDS)]);
    const expiring = new Map(DEADLINE_KINDS.flatMap(({ code, rule }) => (rule.onExpiry === undefined ? [] : [[code, [rule.onExpiry]] as const])));
    const vocabulary = { permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(TAKEDOWN_LIFECYCLE.moves.flatMap(({ emits }) => emits)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)), expiring, guards: { takedown: guards } };
    expect(validateLifecycles([TAKEDOWN_LIFECYCLE], vocabulary)).toEqual([]);
    expect(['platform.lift-measures', 'platform.reasonable-period', 'platform.uncounted-delay'].map((kind) => expiring.get(kind))).toEqual([['fall-due'], ['fall-due'], ['run-out']]);
  });

  it('keeps the two laws apart: which clock begins is a matter of the kind', () => {
    expect(TAKEDOWN_LIFECYCLE.moves.find(({ command }) => command === 'record-arrival')?.clocks?.start).toEqual([{ kind: 'platform.lift-measures', when: 'e-commerce' }, { kind: 'platform.reasonable-period', when: 'civil-code' }]);
  });

  it('lets a head alone call a notice wrong or malicious, and others only their own agency', () => {
    expect([...new Set(TAKEDOWN_LIFECYCLE.moves.filter(({ permission }) => permission === 'takedown.approve').map(({ command }) => command))]).toEqual(['record-finding']);
    const free = TAKEDOWN_LIFECYCLE.moves.filter(({ guards = [] }) => !guards.includes('in-own-agency')).map(({ command }) => command);
    expect([...new Set(free)].sort()).toEqual(['fall-due', 'open', 'run-out', 'stop-by-complaint', 'stop-by-suit']);
  });
});

const FACTS: TakedownFacts = {
  row: { agency: 'chaoan', kind: 'e-commerce', rightHolder: 'r', merchant: 'm', outcome: null, notice: { contents: ['evidence'] }, correction: null, forwarding: { sentAt: '2026-11-20T02:00:00.000Z' }, claim: null, delay: null, finding: null },
  actor: { agencies: ['chaoan'] },
  input: { now: new Date('2026-11-23T02:00:00Z'), caseParties: ['r', 'm'] },
};
const row = (change: Partial<TakedownFacts['row']>, input: Record<string, unknown> = {}): TakedownFacts => ({ ...FACTS, row: { ...FACTS.row, ...change }, input: { ...FACTS.input, ...input } });
const sent = (input: Record<string, unknown>): TakedownFacts => row({}, input);
const CIVIL = { kind: 'civil-code' };

/** Guard, facts that it refuses, facts that it holds for. */
const SEEN: readonly (readonly [guard: string, refuses: TakedownFacts, holds: TakedownFacts])[] = [
  ['not-in-advance', sent({ arrivedAt: '2026-11-23T10:00:01+08:00' }), sent({ arrivedAt: '2026-11-23T10:00:00+08:00' })],
  ['not-in-advance', sent({ publishedAt: '2026-11-24T10:00:00+08:00' }), sent({})],
  ['parties-of-the-case', row({ merchant: 'x' }), FACTS],
  ['parties-of-the-case', row({ merchant: 'r' }), FACTS],
  ['something-missing', row({ notice: { contents: ['evidence', 'identity', 'right', 'location', 'truth'] } }), FACTS],
  ['something-missing', row({ ...CIVIL, notice: { contents: ['evidence', 'identity'] } }), row({ ...CIVIL, notice: { contents: ['identity'] } })],
  ['asked-once', row({ correction: {} }), FACTS],
  ['notice-holds', row({ notice: { contents: ['identity', 'right'] } }), FACTS],
  ['notice-holds', row(CIVIL), row({ ...CIVIL, notice: { contents: ['evidence', 'identity'] } })],
  ['notice-holds-not', FACTS, row({ notice: { contents: [] } })],
  ['declaration-holds', sent({ contents: ['identity'] }), sent({ contents: ['evidence'] })],
  ['declaration-holds', row(CIVIL, { contents: ['evidence'] }), row(CIVIL, { contents: ['evidence', 'identity'] })],
  ['undisputed', row({ outcome: 'kept', claim: {} }), row({ outcome: 'undisputed' })],
  ['ways-told', sent({ waysTold: false }), sent({ waysTold: true })],
  ['arrived-after-sending', sent({ arrivedAt: '2026-11-20T09:59:59+08:00' }), sent({ arrivedAt: '2026-11-20T10:00:00+08:00' })],
  ['period-of-its-law', sent({ days: 10 }), FACTS],
  ['period-of-its-law', row(CIVIL), row(CIVIL, { days: 10 })],
  ['e-commerce', row(CIVIL), FACTS],
  ['civil-code', FACTS, row(CIVIL)],
  ['delayed-once', row({ delay: {} }), FACTS],
  ['told-in-time', sent({ toldAt: '2026-11-20T00:00:00+08:00', until: new Date('2026-11-19T15:59:59.999Z') }), sent({ toldAt: '2026-11-19T23:59:59+08:00', until: new Date('2026-11-19T15:59:59.999Z') })],
  ['told-in-time', sent({ toldAt: '2026-11-20T00:00:00+08:00', until: new Date('2026-11-19T15:59:59.999Z') }), sent({ toldAt: '2026-11-20T00:00:00+08:00', until: null })],
  ['was-kept', row({ outcome: 'lifted' }), row({ outcome: 'kept' })],
  ['was-kept', row({ outcome: 'lifted' }), row({ outcome: 'undisputed' })],
  ['ground-of-keeping', sent({ ground: 'no-claim' }), sent({ ground: 'claim-failed' })],
  ['finding-is-new', row({ finding: { finding: 'malicious' } }, { finding: 'wrong' }), row({ finding: { finding: 'wrong' } }, { finding: 'malicious' })],
  ['finding-is-new', row({ finding: { finding: 'wrong' } }, { finding: 'wrong' }), sent({ finding: 'wrong' })],
];

describe('guards of a takedown', () => {
  it.each(SEEN)('%s refuses and holds', (name, refuses, holds) => {
    expect([GUARDS[name]?.holds(refuses), GUARDS[name]?.holds(holds)]).toEqual([false, true]);
  });

  it('are all seen', () => {
    expect(new Set(SEEN.map(([name]) => name))).toEqual(new Set(Object.keys(GUARDS)));
  });

  it('name what is missing, with its article', () => {
    expect(GUARDS['notice-holds']?.details?.(row({ notice: { contents: [] } }))).toEqual([expect.objectContaining({ code: 'evidence', demanded: true, basis: { source: '电子商务法', article: '第四十二条第一款', status: 'verified' } })]);
  });
});

describe('what papers hold', () => {
  it.each([
    ['e-commerce', 'notice', [], 'evidence! identity right location truth'], ['e-commerce', 'notice', ['evidence', 'truth'], 'identity right location'], ['e-commerce', 'declaration', [], 'evidence! identity truth'],
    ['civil-code', 'notice', [], 'evidence! identity!'], ['civil-code', 'declaration', ['evidence'], 'identity!'], ['civil-code', 'notice', ['evidence', 'identity'], ''],
  ] as const)('%s %s with %j lacks: %s', (regime, paper, held, expected) => {
    expect(missingIn(CONTENTS, regime, paper, held).map(({ code, demanded }) => `${code}${demanded ? '!' : ''}`).join(' ')).toBe(expected);
    expect(demandedIn(CONTENTS, regime, paper, held).map(({ code }) => `${code}!`).join(' ')).toBe(expected.split(' ').filter((one) => one.endsWith('!')).join(' '));
  });

  it('are demanded by articles only; what is customary was not read and says so', () => {
    expect(CONTENTS.filter(({ demanded, basis }) => !demanded && basis.status !== 'unverified')).toEqual([]);
    expect(CONTENTS.filter(({ demanded, regime, basis }) => demanded && (regime === 'e-commerce') !== (basis.status === 'verified'))).toEqual([]);
  });
});

describe('what follows from a wrong notice', () => {
  it.each([['e-commerce', 'wrong', 1, '第四十二条第三款', 'verified'], ['e-commerce', 'malicious', 2, '第四十二条第三款', 'verified'], ['civil-code', 'wrong', 1, '第一千一百九十五条第三款', 'unverified'], ['civil-code', 'malicious', 1, '第一千一百九十五条第三款', 'unverified']])(
    '%s, %s: damages times %d', (regime, finding, multiplier, article, status) => {
      expect(consequenceOf(FINDINGS, regime, finding)).toMatchObject({ multiplier, basis: { article, status } });
    });

  it('is nothing where nothing was found', () => {
    expect(consequenceOf(FINDINGS, 'e-commerce', 'none')).toBeNull();
  });
});
