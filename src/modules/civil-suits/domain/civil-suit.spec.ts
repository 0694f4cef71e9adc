import { describe, expect, it } from '@jest/globals';
import { basisOn, validateLifecycles, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { COMMON_GUARDS } from '../../proceedings/index.js';
import { CIVIL_SUIT_GUARDS, type Judgment, type SuitFacts } from './civil-suit.guards.js';
import { CIVIL_SUIT_LIFECYCLE } from './civil-suit.lifecycle.js';
import { brokenBounds, FACTORS, GRAVITY, punitiveAmount, unnamedFacts, WILFULNESS, type Punitive } from './punitive.rules.js';

/**
 * Typed while reading 民事诉讼法 (2023) and 惩罚性赔偿解释 (2021), not from the table: state, command, next state, article; then clocks:
 * + starts, - done, ~ falls away.
 */
const ORACLE = `
new                    open                       submitted              第一百二十二条、第一百二十六条 +civil.filing
new                    open-preservation          preservation-applied   第一百零四条 +preservation.ruling
preservation-applied   grant-preservation         preserved              第一百零四条第一款、第二款 -preservation.ruling +preservation.suit
preservation-applied   refuse-preservation        not-preserved          第一百零四条第一款、第二款 -preservation.ruling
preserved              submit                     submitted              第一百零四条第三款 -preservation.suit +civil.filing
preserved              lift-preservation          lapsed                 第一百零四条第三款、第一百零七条 ~preservation.suit
submitted              amend-claims               submitted              第二条
first-instance         amend-claims               first-instance         第二条
second-instance        amend-claims               second-instance        第二条
submitted              file                       first-instance         第一百二十六条 -civil.filing +civil.ordinary +civil.simple +civil.small-claims
submitted              not-accept                 ruled                  第一百二十六条 -civil.filing +civil.appeal-ruling +civil.appeal-abroad
submitted              assign-mediation           in-mediation           第十一条 ~civil.filing
first-instance         assign-mediation           entrusted              第十一条
in-mediation           receive-back               submitted              第二十六条第二款 +civil.filing
entrusted              receive-back               first-instance         第二十六条第二款
first-instance         hold-hearing               first-instance         第一百四十条
second-instance        hold-hearing               second-instance        第一百四十条
submitted              record-investigation-order submitted              条文未读
first-instance         record-investigation-order first-instance         条文未读
second-instance        record-investigation-order second-instance        条文未读
first-instance         preserve                   first-instance         第一百零三条
second-instance        preserve                   second-instance        第一百零三条
first-instance         judge                      judged                 第一百五十五条、第一百七十一条第一款 -civil.ordinary -civil.simple -civil.small-claims +civil.appeal +civil.appeal-abroad
first-instance         judge-finally              effective              第一百六十五条 -civil.ordinary -civil.simple -civil.small-claims +execution.application
first-instance         dismiss                    ruled                  第一百五十七条、第一百七十一条第二款 -civil.ordinary -civil.simple -civil.small-claims +civil.appeal-ruling +civil.appeal-abroad
judged                 appeal                     appealed               第一百七十一条第一款、第一百七十三条 -civil.appeal -civil.appeal-ruling -civil.appeal-abroad
ruled                  appeal                     ruling-appealed        第一百七十一条第二款、第一百七十三条 -civil.appeal -civil.appeal-ruling -civil.appeal-abroad
judged                 become-effective           effective              第一百五十八条 -civil.appeal -civil.appeal-ruling -civil.appeal-abroad +execution.application
ruled                  become-effective           dismissed              第一百五十八条 -civil.appeal -civil.appeal-ruling -civil.appeal-abroad
appealed               file-appeal                second-instance        第一百七十四条、第一百八十三条第一款 +civil.second-instance
ruling-appealed        file-appeal                second-instance-ruling 第一百七十四条、第一百八十三条第二款 +civil.second-instance-ruling
second-instance        affirm                     effective              第一百七十七条第一款第一项、第一百八十二条 -civil.second-instance +execution.application
second-instance        change                     effective              第一百七十七条第一款第二项、第一百八十二条 -civil.second-instance +execution.application
second-instance        remand                     first-instance         第一百七十七条 -civil.second-instance +civil.ordinary +civil.simple +civil.small-claims
second-instance        withdraw-appeal            effective              第一百八十条 -civil.second-instance +execution.application
second-instance-ruling affirm                     dismissed              第一百七十七条第一款第一项、第一百七十八条 -civil.second-instance-ruling
second-instance-ruling order-filing               submitted              第一百七十七条第一款第二项、第一百七十八条 -civil.second-instance-ruling +civil.filing
second-instance-ruling order-trial                first-instance         第一百七十七条第一款第二项、第一百七十八条 -civil.second-instance-ruling +civil.ordinary +civil.simple +civil.small-claims
first-instance         settle                     effective              第一百条 -civil.ordinary -civil.simple -civil.small-claims -civil.second-instance +execution.application
entrusted              settle                     effective              第一百条 -civil.ordinary -civil.simple -civil.small-claims -civil.second-instance +execution.application
second-instance        settle                     effective              第一百七十九条 -civil.ordinary -civil.simple -civil.small-claims -civil.second-instance +execution.application
preservation-applied   withdraw                   withdrawn              第十三条第二款、第一百四十八条 ~preservation.ruling ~civil.filing ~civil.ordinary ~civil.simple ~civil.small-claims
submitted              withdraw                   withdrawn              第十三条第二款、第一百四十八条 ~preservation.ruling ~civil.filing ~civil.ordinary ~civil.simple ~civil.small-claims
in-mediation           withdraw                   withdrawn              第十三条第二款、第一百四十八条 ~preservation.ruling ~civil.filing ~civil.ordinary ~civil.simple ~civil.small-claims
first-instance         withdraw                   withdrawn              第十三条第二款、第一百四十八条 ~preservation.ruling ~civil.filing ~civil.ordinary ~civil.simple ~civil.small-claims
entrusted              withdraw                   withdrawn              第十三条第二款、第一百四十八条 ~preservation.ruling ~civil.filing ~civil.ordinary ~civil.simple ~civil.small-claims
effective              apply-enforcement          enforcing              第二百四十七条、第二百五十条 -execution.application
enforcing              end-enforcement            unenforced             第二百六十五条
unenforced             resume-enforcement         enforcing              第二百六十五条
effective              record-performance         performed              第二百四十七条 -execution.application
enforcing              record-performance         performed              第二百四十七条 -execution.application
unenforced             record-performance         performed              第二百四十七条 -execution.application
effective              conclude                   concluded              第二百五十条 ~execution.application
`;
const LINES = ORACLE.trim().split('\n').map((line) => line.trim().split(/\s+/));

function clocksOf({ clocks = {} }: Move): string[] {
  const kinds = (clocks.start ?? []).map((start) => (typeof start === 'string' ? start : start.kind));
  return [...kinds.map((kind) => `+${kind}`), ...(clocks.stop ?? []).map((kind) => `-${kind}`), ...(clocks.lapse ?? []).map((kind) => `~${kind}`)].sort();
}

describe('the lifecycle of a civil suit', () => {
  it.each(LINES)('%s: %s → %s', (from = '', command = '', to = '', article = '', ...clocks) => {
    const found = CIVIL_SUIT_LIFECYCLE.moves.filter((move) => (move.from ?? 'new') === from && move.command === command);
    expect(found.map((move) => [move.to, basisOn(move, '2026-11-22').article, clocksOf(move)])).toEqual([[to, article, [...clocks].sort()]]);
  });

  it('has no other row', () => {
    expect(CIVIL_SUIT_LIFECYCLE.moves.map(({ from, command }) => `${from ?? 'new'} ${command}`).sort()).toEqual(LINES.map(([from, command]) => `${from} ${command}`).sort());
  });

  it('is a sound table, whose clocks may depend on who is abroad', () => {
    const guards = new Set([...Object.keys(COMMON_GUARDS), ...Object.keys(CIVIL_SUIT_GUARDS)]);
    const adjudication = { subject: 'adjudication', label: { zh: '', en: '' }, states: {}, moves: [{ from: null, command: 'end-by-suit', to: 'x', permission: 'civil-suit.record', emits: ['x'], basis: { source: 'x', article: 'x', status: 'verified' as const } }] };
    const takedown = { ...adjudication, subject: 'takedown', moves: adjudication.moves.map((move) => ({ ...move, command: 'stop-by-suit' })) };
    const vocabulary = { permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(CIVIL_SUIT_LIFECYCLE.moves.flatMap(({ emits }) => emits)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)), guards: { 'civil-suit': guards } };
    expect(validateLifecycles([CIVIL_SUIT_LIFECYCLE, adjudication, takedown], vocabulary).filter((problem) => problem.startsWith('civil-suit'))).toEqual([]);
    const conditions = CIVIL_SUIT_LIFECYCLE.moves.find(({ command }) => command === 'judge')?.clocks?.start;
    expect(conditions).toEqual([{ kind: 'civil.appeal', when: 'some-at-home' }, { kind: 'civil.appeal-abroad', when: 'some-abroad' }]);
  });

  it('ends adjudications and keeps measures of platforms when the court files, and nothing else', () => {
    expect(CIVIL_SUIT_LIFECYCLE.moves.flatMap(({ from, command, cascade = [] }) => cascade.map((one) => `${from} ${command}: ${one.subject}.${one.command}`))).toEqual(['submitted file: adjudication.end-by-suit', 'submitted file: takedown.stop-by-suit']);
  });

  it('is written only by who keeps the record or is the court', () => {
    expect(CIVIL_SUIT_LIFECYCLE.moves.filter(({ from, carried, guards = [] }) => from !== null && carried !== true && !guards.includes('keeps-the-record')).map(({ command }) => command)).toEqual([]);
  });

  it('asks of every judgment with punitive damages what the interpretation asks', () => {
    const award = ['punitive-claimed', 'punitive-adds-up', 'factor-in-law', 'punitive-facts-named', 'damages-hold-punitive'];
    expect(CIVIL_SUIT_LIFECYCLE.moves.filter(({ guards = [] }) => award.every((guard) => guards.includes(guard))).map(({ command }) => command)).toEqual(['judge', 'judge-finally', 'change']);
  });

  it('marks what was not read', () => {
    expect(CIVIL_SUIT_LIFECYCLE.moves.filter((move) => basisOn(move, '2026-11-22').status === 'unverified').map(({ command }) => command)).toEqual(['record-investigation-order', 'record-investigation-order', 'record-investigation-order']);
  });
});

const PUNITIVE: Punitive = { base: 200_000, baseKind: 'profit', factor: 3, amount: 600_000, wilfulness: ['pirated-or-counterfeited'], gravity: ['again-after-penalty'] };
const JUDGMENT: Judgment = { number: '1', judgedAt: '2026-11-01T00:00:00.000Z', servedAt: '2026-11-02T00:00:00.000Z', result: 'granted', damages: 800_000, expenses: 0, injunction: true, punitive: null };
const FACTS: SuitFacts = {
  row: {
    agency: 'chaoan', courtAgency: 'cz-court', parties: [{ party: 'p', side: 'plaintiff', abroad: false }, { party: 'd', side: 'defendant', abroad: false }], rightTypes: ['trademark'], procedure: 'ordinary', filedAt: new Date(0), punitiveClaim: {},
    judgment: null, finalJudgment: null, settlement: null, remanded: false,
  },
  actor: { agencies: ['chaoan'] },
  input: { now: new Date('2026-11-23T02:00:00Z'), caseParties: ['p', 'd'], mediationBodies: ['committee'], dues: {} },
};
const row = (change: Partial<SuitFacts['row']>): SuitFacts => ({ ...FACTS, row: { ...FACTS.row, ...change } });
const sent = (input: Record<string, unknown>, change: Partial<SuitFacts['row']> = {}): SuitFacts => ({ ...row(change), input: { ...FACTS.input, ...input } });
const as = (...agencies: string[]): SuitFacts => ({ ...FACTS, actor: { agencies } });
const due = (kind: string, instant: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ dues: { [kind]: new Date(instant) }, ...more });
const ABROAD = [{ party: 'p', side: 'plaintiff' as const, abroad: true }, { party: 'd', side: 'defendant' as const, abroad: false }];
const ALL_ABROAD = ABROAD.map((one) => ({ ...one, abroad: true }));
const DUE = '2026-11-20T15:59:59.999Z';

/** Each guard, held and refused. */
const GUARDS: readonly (readonly [keyof typeof CIVIL_SUIT_GUARDS, string, SuitFacts, boolean])[] = [
  ['keeps-the-record', 'who recorded it', FACTS, true], ['keeps-the-record', 'the court', as('cz-court'), true], ['keeps-the-record', 'another agency', as('raoping'), false], ['keeps-the-record', 'a court that is not in the system', { ...row({ courtAgency: null }), actor: { agencies: ['cz-court'] } }, false],
  ['not-in-advance', 'now', sent({ filedAt: '2026-11-23T10:00:00+08:00' }), true], ['not-in-advance', 'tomorrow', sent({ filedAt: '2026-11-24T10:00:00+08:00' }), false], ['not-in-advance', 'effective tomorrow', sent({ effectiveAt: '2026-11-24T10:00:00+08:00' }), false],
  ['parties-of-the-case', 'both are', FACTS, true], ['parties-of-the-case', 'one is not', sent({ caseParties: ['p'] }), false],
  ['both-sides-named', 'both', FACTS, true], ['both-sides-named', 'nobody is sued', row({ parties: FACTS.row.parties.slice(0, 1) }), false],
  ['security-given', 'a guarantee', sent({ security: '保函' }), true], ['security-given', 'none', FACTS, false], ['security-given', 'blank', sent({ security: ' ' }), false],
  ['sued-in-time', 'on the last day', sent(due('preservation.suit', DUE, { submittedAt: '2026-11-20T23:59:00+08:00' })), true], ['sued-in-time', 'the day after', sent(due('preservation.suit', DUE, { submittedAt: '2026-11-21T00:00:00+08:00' })), false],
  ['lifting-ground-holds', 'no suit, after thirty days', sent(due('preservation.suit', DUE, { ground: 'no-suit', liftedAt: '2026-11-21T09:00:00+08:00' })), true], ['lifting-ground-holds', 'no suit, too early', sent(due('preservation.suit', DUE, { ground: 'no-suit', liftedAt: '2026-11-20T09:00:00+08:00' })), false],
  ['lifting-ground-holds', 'security by the respondent, at any time', sent(due('preservation.suit', DUE, { ground: 'security', liftedAt: '2026-11-01T09:00:00+08:00' })), true],
  ['no-new-punitive-on-appeal', 'in first instance', sent({ punitive: {}, secondInstance: false }, { punitiveClaim: null }), true], ['no-new-punitive-on-appeal', 'on appeal', sent({ punitive: {}, secondInstance: true }, { punitiveClaim: null }), false], ['no-new-punitive-on-appeal', 'asked for before', sent({ punitive: {}, secondInstance: true }), true],
  ['number-free', 'new', FACTS, true], ['number-free', 'taken', sent({ numberTaken: true }), false],
  ['body-mediates', 'the committee', sent({ body: 'committee' }), true], ['body-mediates', 'the police', sent({ body: 'cz-police' }), false],
  ['ordered-for-a-party', 'a party', sent({ party: 'p' }), true], ['ordered-for-a-party', 'a stranger', sent({ party: 'x' }), false],
  ['appeal-lies', 'ordinary', FACTS, true], ['appeal-lies', 'small claims', row({ procedure: 'small-claims' }), false],
  ['small-claims', 'small claims', row({ procedure: 'small-claims' }), true], ['small-claims', 'simple', row({ procedure: 'simple' }), false],
  ['punitive-claimed', 'claimed', sent({ punitive: PUNITIVE }), true], ['punitive-claimed', 'none given', row({ punitiveClaim: null }), true], ['punitive-claimed', 'not claimed', sent({ punitive: PUNITIVE }, { punitiveClaim: null }), false],
  ['punitive-adds-up', '200,000 three times', sent({ punitive: PUNITIVE }), true], ['punitive-adds-up', 'none', FACTS, true], ['punitive-adds-up', 'too much', sent({ punitive: { ...PUNITIVE, amount: 600_001 } }), false],
  ['factor-in-law', 'three', sent({ punitive: PUNITIVE }), true], ['factor-in-law', 'six for a mark', sent({ punitive: { ...PUNITIVE, factor: 6 } }), false], ['factor-in-law', 'half for a mark', sent({ punitive: { ...PUNITIVE, factor: 0.5 } }), false], ['factor-in-law', 'six where no text of the right sets bounds', sent({ punitive: { ...PUNITIVE, factor: 6 } }, { rightTypes: ['layout_design'] }), true],
  ['punitive-facts-named', 'one of each', sent({ punitive: PUNITIVE }), true], ['punitive-facts-named', 'no gravity', sent({ punitive: { ...PUNITIVE, gravity: [] } }), false],
  ['damages-hold-punitive', 'more in all', sent({ punitive: PUNITIVE, damages: 800_000 }), true], ['damages-hold-punitive', 'less in all', sent({ punitive: PUNITIVE, damages: 500_000 }), false],
  ['appellant-in-suit', 'a party', sent({ appellant: 'd' }), true], ['appellant-in-suit', 'a stranger', sent({ appellant: 'x' }), false],
  ['appeal-in-time', 'judgment, on the last day', sent(due('civil.appeal', DUE, { appellant: 'd', appealedAt: '2026-11-20T20:00:00+08:00' })), true], ['appeal-in-time', 'judgment, too late', sent(due('civil.appeal', DUE, { appellant: 'd', appealedAt: '2026-11-21T20:00:00+08:00' })), false],
  ['appeal-in-time', 'ruling, too late', sent(due('civil.appeal-ruling', DUE, { appellant: 'd', appealedAt: '2026-11-21T20:00:00+08:00', ruling: true })), false],
  ['appeal-in-time', 'from abroad, after fifteen days', sent({ dues: { 'civil.appeal': new Date(DUE), 'civil.appeal-abroad': new Date('2026-12-05T15:59:59.999Z') }, appellant: 'p', appealedAt: '2026-11-21T20:00:00+08:00' }, { parties: ABROAD }), true],
  ['appeal-in-time', 'at home, after fifteen days', sent({ dues: { 'civil.appeal': new Date(DUE), 'civil.appeal-abroad': new Date('2026-12-05T15:59:59.999Z') }, appellant: 'd', appealedAt: '2026-11-21T20:00:00+08:00' }, { parties: ABROAD }), false],
  ['appeal-time-over', 'over', sent(due('civil.appeal', DUE)), true], ['appeal-time-over', 'still running for one abroad', sent({ dues: { 'civil.appeal': new Date(DUE), 'civil.appeal-abroad': new Date('2026-12-05T00:00:00Z') } }), false],
  ['remanded-once', 'the first time', FACTS, true], ['remanded-once', 'again', row({ remanded: true }), false],
  ['never-filed', 'not filed', row({ filedAt: null }), true], ['never-filed', 'filed', FACTS, false], ['was-filed', 'filed', FACTS, true], ['was-filed', 'not filed', row({ filedAt: null }), false],
  ['ordinary-limit', 'ordinary', FACTS, true], ['ordinary-limit', 'simple', row({ procedure: 'simple' }), false], ['ordinary-limit', 'a party abroad', row({ parties: ABROAD }), false],
  ['simple-limit', 'simple', row({ procedure: 'simple' }), true], ['simple-limit', 'ordinary', FACTS, false], ['small-claims-limit', 'small claims', row({ procedure: 'small-claims' }), true], ['small-claims-limit', 'ordinary', FACTS, false],
  ['limit-binds', 'all at home', FACTS, true], ['limit-binds', 'a party abroad', row({ parties: ABROAD }), false], ['some-at-home', 'one abroad', row({ parties: ABROAD }), true], ['some-at-home', 'all abroad', row({ parties: ALL_ABROAD }), false],
  ['some-abroad', 'one abroad', row({ parties: ABROAD }), true], ['some-abroad', 'all at home', FACTS, false],
  ['something-to-perform', 'granted', row({ judgment: JUDGMENT }), true], ['something-to-perform', 'rejected on appeal', row({ judgment: JUDGMENT, finalJudgment: { ...JUDGMENT, result: 'rejected' } }), false],
  ['has-something-to-perform', 'settled', row({ settlement: {} }), true], ['has-something-to-perform', 'rejected', row({ judgment: { ...JUDGMENT, result: 'rejected' } }), false],
  ['nothing-left-to-enforce', 'rejected', row({ judgment: { ...JUDGMENT, result: 'rejected' } }), true], ['nothing-left-to-enforce', 'two years over', sent(due('execution.application', DUE), { judgment: JUDGMENT }), true], ['nothing-left-to-enforce', 'two years running', sent(due('execution.application', '2027-11-20T00:00:00Z'), { judgment: JUDGMENT }), false],
  ['nothing-left-to-enforce', 'granted, no date known', row({ judgment: JUDGMENT }), false],
];

describe('guards of a civil suit', () => {
  it.each(GUARDS)('%s: %s', (name, _, facts, holds) => {
    expect(CIVIL_SUIT_GUARDS[name].holds(facts)).toBe(holds);
  });

  it('are each held and refused above, and used by a row', () => {
    const outcomes = Object.keys(CIVIL_SUIT_GUARDS).map((name) => [name, new Set(GUARDS.filter(([guard]) => guard === name).map(([, , , holds]) => holds)).size] as const);
    expect(outcomes.filter(([, seen]) => seen !== 2)).toEqual([]);
    const used = new Set(CIVIL_SUIT_LIFECYCLE.moves.flatMap(({ guards = [], clocks }) => [...guards, ...(clocks?.start ?? []).flatMap((start) => (typeof start === 'string' ? [] : [start.when]))]));
    expect(Object.keys(CIVIL_SUIT_GUARDS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('say what is wrong with punitive damages', () => {
    const facts = sent({ punitive: { ...PUNITIVE, factor: 6, gravity: [] } });
    expect(CIVIL_SUIT_GUARDS['punitive-adds-up'].details(facts)).toEqual({ expected: 1_200_000 });
    expect(CIVIL_SUIT_GUARDS['factor-in-law'].details(facts)).toEqual([{ least: 1, most: 5, basis: expect.objectContaining({ article: '第六十三条第一款', status: 'verified' }) }]);
    expect(CIVIL_SUIT_GUARDS['punitive-facts-named'].details(facts)).toEqual(['gravity']);
  });
});

/** 惩罚性赔偿解释 (2021), articles 3 to 6, typed from the text. */
describe('punitive damages', () => {
  it('know six facts of wilfulness and seven of gravity, each with its item', () => {
    expect(WILFULNESS.map(({ article }) => article)).toEqual(['一', '二', '三', '四', '五', '六'].map((item) => `第三条第二款第${item}项`));
    expect(GRAVITY.map(({ article }) => article)).toEqual(['一', '二', '三', '四', '五', '六', '七'].map((item) => `第四条第二款第${item}项`));
  });

  it.each([[200_000, 3, 600_000], [123_456.78, 1.5, 185_185.17], [0.1, 3, 0.3], [100_000, 1, 100_000]])('%d times %d are %d', (base, factor, amount) => {
    expect(punitiveAmount({ base, factor })).toBe(amount);
  });

  it.each([['trademark', '第六十三条第一款', 'verified'], ['patent', '第七十一条第一款', 'verified'], ['trade_secret_technical', '第二十二条第三款', 'verified'], ['copyright', '第五十四条', 'unverified'], ['plant_variety', '第七十二条', 'unverified']])('are one to five times the base for %s (%s)', (right, article, status) => {
    expect([0.99, 1, 5, 5.01].map((factor) => brokenBounds([right], factor).length)).toEqual([1, 0, 0, 1]);
    expect(FACTORS.find(({ rightTypes }) => rightTypes.includes(right))?.basis).toMatchObject({ article, status });
  });

  it('name a fact of each kind, and describe what is other', () => {
    expect([unnamedFacts(PUNITIVE), unnamedFacts({ ...PUNITIVE, wilfulness: [], gravity: [] }), unnamedFacts({ ...PUNITIVE, gravity: ['other-gravity'] }), unnamedFacts({ ...PUNITIVE, gravity: ['other-gravity'], facts: '反复更换主体' })]).toEqual([[], ['wilfulness', 'gravity'], ['facts'], []]);
  });
});
