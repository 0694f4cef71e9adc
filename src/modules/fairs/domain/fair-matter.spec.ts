import { describe, expect, it } from '@jest/globals';
import { basisOn, validateLifecycles, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { COMMON_GUARDS } from '../../proceedings/index.js';
import { ANSWER_PERIODS, FAIR_GROUNDS, FAIR_MATERIALS, FAIR_REMEDIES } from '../data/fair-law.data.js';
import { fairMatterGuards, type FairMatterFacts } from './fair-matter.guards.js';
import { FAIR_MATTER_LIFECYCLE } from './fair-matter.lifecycle.js';

/** Typed while reading 展会知识产权保护办法: state, command, next state, article; F forwarding, A answer, H hand-over: + starts, - done, ~ falls away. */
const ORACLE = `
new        file              received        第七条、第八条 +F +H
received   ask-for-missing   incomplete      第九条
incomplete supplement        received        第九条、第十一条 +F
received   not-take          not-taken       第九条 ~F ~A ~H
incomplete not-take          not-taken       第九条 ~F ~A ~H
received   pass-on           passed          第十一条 -F
received   suspend-display   received        第七条第一项
incomplete suspend-display   incomplete      第七条第一项
passed     suspend-display   passed          第七条第一项
accepted   suspend-display   accepted        第七条第一项
to-decide  suspend-display   to-decide       第七条第一项
received   accept            accepted        第十二条、第十三条 +A
passed     accept            accepted        第十二条、第十三条 +A
received   refuse            refused         第十七条、第二十条 ~F ~A ~H
passed     refuse            refused         第十七条、第二十条 ~F ~A ~H
accepted   answer            to-decide       第十三条 -A
to-decide  answer            to-decide       第十四条第二款
accepted   go-on             to-decide       第十四条第二款 ~A
to-decide  find-infringement infringing      第十四条第一款、第二十四条
accepted   find-infringement infringing      第二十九条 ~A
to-decide  find-none         not-infringing  第十四条第一款 -H
infringing record-remedy     remedied        第二十五条至第二十八条 -H
infringing revoke-finding    revoked         第三十一条 ~H
remedied   revoke-finding    revoked         第三十一条 ~H
received   withdraw          withdrawn       第八条 ~F ~A ~H
incomplete withdraw          withdrawn       第八条 ~F ~A ~H
passed     withdraw          withdrawn       第八条 ~F ~A ~H
accepted   withdraw          withdrawn       第八条 ~F ~A ~H
to-decide  withdraw          withdrawn       第八条 ~F ~A ~H
received   settle            settled         第三十一条第二款 ~F ~A ~H
incomplete settle            settled         第三十一条第二款 ~F ~A ~H
passed     settle            settled         第三十一条第二款 ~F ~A ~H
accepted   settle            settled         第三十一条第二款 ~F ~A ~H
to-decide  settle            settled         第三十一条第二款 ~F ~A ~H
received   hand-over         handed-over     第三十三条 -H ~F ~A
incomplete hand-over         handed-over     第三十三条 -H ~F ~A
passed     hand-over         handed-over     第三十三条 -H ~F ~A
accepted   hand-over         handed-over     第三十三条 -H ~F ~A
to-decide  hand-over         handed-over     第三十三条 -H ~F ~A
infringing hand-over         handed-over     第三十三条 -H ~F ~A
received   pass-to-competent handed-over     第三十三条 -H ~F ~A
incomplete pass-to-competent handed-over     第三十三条 -H ~F ~A
passed     pass-to-competent handed-over     第三十三条 -H ~F ~A
accepted   pass-to-competent handed-over     第三十三条 -H ~F ~A
to-decide  pass-to-competent handed-over     第三十三条 -H ~F ~A
infringing pass-to-competent handed-over     第三十三条 -H ~F ~A
handed-over take-over        taken-over      第三十三条
`;
const LINES = ORACLE.trim().split('\n').map((line) => line.trim().split(/\s+/));
const GUARDS = fairMatterGuards({ materials: FAIR_MATERIALS, grounds: FAIR_GROUNDS, remedies: FAIR_REMEDIES, answers: ANSWER_PERIODS });
const LETTER: Readonly<Record<string, string>> = { 'fair.forwarding': 'F', 'fair.answer': 'A', 'fair.handover': 'H' };

function clocksOf({ clocks = {} }: Move): string[] {
  const { start = [], stop = [], lapse = [] } = clocks;
  return [...start.map((one) => `+${LETTER[typeof one === 'string' ? one : one.kind]}`), ...stop.map((kind) => `-${LETTER[kind]}`), ...lapse.map((kind) => `~${LETTER[kind]}`)].sort();
}

describe('the lifecycle of a matter of a fair', () => {
  it.each(LINES)('%s: %s → %s', (from = '', command = '', to = '', article = '', ...clocks) => {
    const found = FAIR_MATTER_LIFECYCLE.moves.filter((move) => (move.from ?? 'new') === from && move.command === command);
    expect(found.map((move) => [move.to, basisOn(move, '2026-11-22').article, clocksOf(move)])).toEqual([[to, article, [...clocks].sort()]]);
  });

  it('has no other row', () => {
    expect(FAIR_MATTER_LIFECYCLE.moves.map(({ from, command }) => `${from ?? 'new'} ${command}`).sort()).toEqual(LINES.map(([from, command]) => `${from} ${command}`).sort());
  });

  it('is a sound table, in which time can always do what it brings', () => {
    const guards = new Set([...Object.keys(COMMON_GUARDS), ...Object.keys(GUARDS)]);
    const expiring = new Map(DEADLINE_KINDS.flatMap(({ code, rule }) => (rule.onExpiry === undefined ? [] : [[code, [rule.onExpiry]] as const])));
    const vocabulary = { permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(FAIR_MATTER_LIFECYCLE.moves.flatMap(({ emits }) => emits)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)), expiring, guards: { 'fair-matter': guards } };
    expect(validateLifecycles([FAIR_MATTER_LIFECYCLE], vocabulary)).toEqual([]);
    expect(['fair.forwarding', 'fair.answer', 'fair.handover'].map((kind) => expiring.get(kind))).toEqual([undefined, ['go-on'], ['pass-to-competent']]);
  });

  it('lets the desk pass on what is complete and its own only', () => {
    const starts = FAIR_MATTER_LIFECYCLE.moves.flatMap(({ command, clocks }) => (clocks?.start ?? []).map((start) => [command, start]));
    expect(starts).toContainEqual(['file', { kind: 'fair.forwarding', when: 'complete-at-desk' }]);
    expect(starts).toContainEqual(['supplement', { kind: 'fair.forwarding', when: 'complete-at-desk' }]);
  });

  it('lets a head alone find, and others act in their own agency only', () => {
    expect([...new Set(FAIR_MATTER_LIFECYCLE.moves.filter(({ permission }) => permission === 'fair.approve').map(({ command }) => command))].sort()).toEqual(['find-infringement', 'find-none', 'revoke-finding']);
    const free = FAIR_MATTER_LIFECYCLE.moves.filter(({ guards = [] }) => !guards.includes('in-own-agency')).map(({ command }) => command);
    expect([...new Set(free)].sort()).toEqual(['file', 'go-on', 'pass-to-competent', 'take-over']);
  });
});

const FACTS: FairMatterFacts = {
  row: {
    kind: 'desk', rightType: 'design', complainant: 'c', respondent: 'r', materials: ['right', 'party', 'reasons'], byAgent: false, correction: null, suspendedAt: null, fairDays: 5, fairEndsAt: new Date('2026-11-24T15:59:59.999Z'), answer: null,
    decision: { remedies: ['withdraw-goods'] }, competent: 'chaoan',
  },
  actor: { agencies: ['chaoan'] },
  input: { now: new Date('2026-11-23T02:00:00Z'), caseParties: ['c', 'r'], exhibitorParties: ['r'], fairState: 'running', stallFound: true, remedies: ['withdraw-goods'], done: ['withdraw-goods'] },
};
const row = (change: Partial<FairMatterFacts['row']>, input: Record<string, unknown> = {}): FairMatterFacts => ({ ...FACTS, row: { ...FACTS.row, ...change }, input: { ...FACTS.input, ...input } });
const sent = (input: Record<string, unknown>): FairMatterFacts => row({}, input);
const SUIT = { kind: 'civil-suit', number: 'SS1', ended: false };

/** Guard, facts that it refuses, facts that it holds for. */
const SEEN: readonly (readonly [guard: string, refuses: FairMatterFacts, holds: FairMatterFacts])[] = [
  ['not-in-advance', sent({ at: '2026-11-23T10:00:01+08:00' }), sent({ at: '2026-11-23T10:00:00+08:00' })],
  ['not-in-advance', sent({ notifiedAt: '2026-11-24T10:00:00+08:00' }), FACTS],
  ['not-in-advance', sent({ receivedAt: '2026-11-24T10:00:00+08:00' }), FACTS],
  ['fair-is-on', sent({ fairState: 'ended' }), FACTS],
  ['fair-is-on', sent({ fairState: 'announced' }), FACTS],
  ['stall-of-the-fair', sent({ stallFound: false }), FACTS],
  ['parties-of-the-case', row({ complainant: 'x' }), FACTS],
  ['parties-of-the-case', row({ respondent: 'c' }, { exhibitorParties: ['c'] }), FACTS],
  ['parties-of-the-case', sent({ exhibitorParties: [] }), FACTS],
  ['complete-at-desk', row({ kind: 'direct' }), FACTS],
  ['complete-at-desk', row({ materials: ['right'] }), FACTS],
  ['materials-complete', row({ materials: ['right', 'party'] }), FACTS],
  ['materials-complete', row({ byAgent: true }), row({ byAgent: true, materials: ['right', 'party', 'reasons', 'authorisation'] })],
  ['materials-missing', FACTS, row({ materials: [] })],
  ['asked-once', row({ correction: {} }), FACTS],
  ['at-the-desk', row({ kind: 'direct' }), FACTS],
  ['came-directly', FACTS, row({ kind: 'direct' })],
  ['still-shown', row({ suspendedAt: new Date() }), FACTS],
  ['ground-of-the-right', sent({ ground: 'invalid-or-cancelled' }), sent({ ground: 'invalidation-pending' })],
  ['ground-of-the-right', row({ rightType: 'copyright' }, { ground: 'sued' }), row({ rightType: 'trademark' }, { ground: 'sued' })],
  ['not-in-court', sent({ siblings: [SUIT] }), sent({ siblings: [{ ...SUIT, ended: true }] })],
  ['not-in-court', row({ rightType: 'trademark' }, { siblings: [SUIT] }), row({ rightType: 'copyright' }, { siblings: [SUIT] })],
  ['organiser-told', sent({ organiserTold: false }), sent({ organiserTold: true })],
  ['answer-by-the-length', sent({ answerHours: 49 }), sent({ answerHours: 48 })],
  ['answer-by-the-length', row({ fairDays: 1 }, { answerHours: 9 }), row({ fairDays: 8 }, { answerHours: 120 })],
  ['answer-by-the-length', sent({ answerHours: 3 }), sent({ answerHours: 4 })],
  ['not-answered', row({ answer: {} }), FACTS],
  ['remedies-of-the-right', sent({ remedies: ['withdraw-goods', 'destroy-material'] }), row({ rightType: 'invention' }, { remedies: ['withdraw-goods', 'destroy-material'] })],
  ['remedies-in-full', row({ rightType: 'invention' }), row({ rightType: 'invention' }, { remedies: ['withdraw-goods', 'destroy-material', 'replace-board'] })],
  ['decided-before', sent({ earlierDecision: ' ' }), sent({ earlierDecision: '粤知法裁字〔2026〕1号' })],
  ['all-done', sent({ done: ['cover'] }), FACTS],
  ['fair-is-over', sent({ now: new Date('2026-11-24T15:59:59.999Z') }), sent({ now: new Date('2026-11-24T16:00:00Z') })],
  ['agency-known', sent({ agencyKnown: false }), sent({ agencyKnown: true })],
  ['is-competent', row({ competent: 'xiangqiao' }), FACTS],
];

describe('guards of a matter of a fair', () => {
  it.each(SEEN)('%s refuses and holds', (name, refuses, holds) => {
    expect([GUARDS[name]?.holds(refuses), GUARDS[name]?.holds(holds)]).toEqual([false, true]);
  });

  it('are all seen', () => {
    expect(new Set(SEEN.map(([name]) => name))).toEqual(new Set(Object.keys(GUARDS)));
  });

  it('name what is missing, left out, undone or in the way', () => {
    expect(GUARDS['materials-complete']?.details?.(row({ materials: ['party', 'reasons'] }))).toEqual([expect.objectContaining({ code: 'right', basis: { source: '展会知识产权保护办法', article: '第八条第一项', status: 'verified' } })]);
    expect(GUARDS['remedies-in-full']?.details?.(row({ rightType: 'copyright' }, { remedies: ['replace-board'] }))).toEqual([expect.objectContaining({ code: 'confiscate-goods' }), expect.objectContaining({ code: 'destroy-material' })]);
    expect(GUARDS['all-done']?.details?.(sent({ done: [] }))).toEqual(['withdraw-goods']);
    expect(GUARDS['remedies-of-the-right']?.details?.(sent({ remedies: ['confiscate-goods'] }))).toEqual(['confiscate-goods']);
    expect(GUARDS['not-in-court']?.details?.(sent({ siblings: [SUIT] }))).toEqual([SUIT]);
    expect(GUARDS['answer-by-the-length']?.details?.(FACTS)).toMatchObject({ leastHours: 4, mostHours: 48, basis: { status: 'unverified' } });
  });
});

describe('the law of fairs as data', () => {
  it.each([
    ['invention', 'withdraw-goods destroy-material replace-board', 'sued invalidation-pending ownership-disputed being-restored'], ['utility-model', 'withdraw-goods destroy-material replace-board', 'sued invalidation-pending ownership-disputed being-restored'],
    ['design', 'withdraw-goods', 'sued invalidation-pending ownership-disputed being-restored'], ['trademark', 'withdraw-goods', 'sued invalid-or-cancelled'], ['copyright', 'confiscate-goods destroy-material replace-board', ''],
  ] as const)('%s: every finding orders %s; grounds: %s', (right, remedies, grounds) => {
    const mine = <Row extends { readonly rights: readonly string[] }>(rows: readonly Row[]): Row[] => rows.filter(({ rights }) => rights.includes(right));
    expect(mine(FAIR_REMEDIES).filter(({ demanded }) => demanded).map(({ code }) => code).join(' ')).toBe(remedies);
    expect(mine(FAIR_GROUNDS).map(({ code }) => code).join(' ')).toBe(grounds);
  });

  it('says of every row that was not read that it was not', () => {
    expect(FAIR_REMEDIES.filter(({ demanded, basis }) => !demanded && basis.status === 'verified')).toEqual([]);
    expect(ANSWER_PERIODS.filter(({ basis }) => basis.status === 'verified')).toEqual([]);
  });
});
