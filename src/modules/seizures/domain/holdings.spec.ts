import { describe, expect, it } from '@jest/globals';
import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import { RELEASE_GROUNDS, SEIZURE_POWERS, TESTING_KINDS } from '../data/powers.data.js';
import { ASSISTANCE_GUARDS } from './assistance.guards.js';
import { ASSISTANCE_LIFECYCLE } from './assistance.lifecycle.js';
import { HOLDING_GUARDS, type HoldingFacts } from './holding.guards.js';
import { PRESERVATION_LIFECYCLE } from './preservation.lifecycle.js';
import { SEIZURE_LIFECYCLE } from './seizure.lifecycle.js';
import { highEnough, powerOn } from './seizure.rules.js';

/** A row as one line: from command to | clocks | document. */
function line({ from, command, to, clocks = {}, document, permission }: Move): string {
  const effects = Object.entries(clocks).flatMap(([what, kinds]) => (kinds as readonly (string | { kind: string })[]).map((kind) => `${what} ${typeof kind === 'string' ? kind : kind.kind}`));
  return [`${String(from)} ${command} ${to}`, permission.split('.')[1], effects.join(', '), document ?? ''].join(' | ').replace(/( \| )+$/, '');
}
const lines = ({ moves }: Lifecycle): string[] => moves.map((move) => line(move));
const DONE = 'stop preservation.decision, lapse identification.right-holder';

describe('preservation, typed from 令2 第三十三条至第三十五条', () => {
  it('has these rows and no others', () => {
    expect(lines(PRESERVATION_LIFECYCLE)).toEqual([
      'null open requested | handle', 'requested approve approved | approve', 'requested refuse refused | approve', 'approved withdraw withdrawn | handle',
      'approved carry-out preserved | handle | start preservation.decision | preservation-notice',
      'requested carry-out-at-once preserved-unapproved | handle | start preservation.decision, start preservation.approval | preservation-notice',
      'preserved-unapproved approve-afterwards preserved | approve | stop preservation.approval',
      'preserved-unapproved disapprove released | approve | stop preservation.decision, stop preservation.approval, lapse identification.right-holder | preservation-release',
      'preserved ask-identification preserved | handle | start identification.right-holder | identification-request', 'preserved record-identification preserved | handle | stop identification.right-holder',
      `preserved secure-copies copied | handle | ${DONE}`, `preserved send-to-testing sent-to-testing | handle | ${DONE} | testing-commission`, `preserved turn-into-seizure seized | handle | ${DONE}`,
      `preserved confiscate confiscated | handle | ${DONE}`, `preserved release released | approve | ${DONE} | preservation-release`,
      'preserved lapse lapsed | handle | lapse preservation.decision, lapse preservation.approval, lapse identification.right-holder',
      'preserved-unapproved lapse lapsed | handle | lapse preservation.decision, lapse preservation.approval, lapse identification.right-holder',
    ]);
  });

  it('lets nothing stand in the way of what happens by itself', () => {
    const byTime = PRESERVATION_LIFECYCLE.moves.filter(({ command }) => command === 'lapse');
    expect(byTime.map(({ guards, requires, basis }) => [guards, requires, 'article' in basis ? basis.article : ''])).toEqual([[undefined, undefined, '第三十五条第二款'], [undefined, undefined, '第三十五条第二款']]);
  });
});

describe('seizure, typed from 行政强制法 第十八条至第二十八条', () => {
  const of = (command: string): string[] => lines({ ...SEIZURE_LIFECYCLE, moves: SEIZURE_LIFECYCLE.moves.filter((move) => move.command === command) });
  const END = 'stop seizure.term, lapse seizure.approval, lapse identification.right-holder';

  it.each<[string, string[]]>([
    ['carry-out', ['approved carry-out seized | handle | start seizure.term | seizure-decision']],
    ['carry-out-at-once', ['requested carry-out-at-once seized-unapproved | handle | start seizure.term, start seizure.approval | seizure-decision']],
    ['approve-afterwards', ['seized-unapproved approve-afterwards seized | approve | stop seizure.approval']],
    ['disapprove', ['seized-unapproved disapprove released | approve | stop seizure.term, stop seizure.approval, lapse identification.right-holder | seizure-release']],
    ['extend', ['seized extend seized | approve | extend seizure.term | seizure-extension']],
    ['begin-testing', ['seized begin-testing seized | handle | pause seizure.term | testing-period-notice', 'seized-unapproved begin-testing seized-unapproved | handle | pause seizure.term | testing-period-notice']],
    ['end-testing', ['seized end-testing seized | handle | resume seizure.term | testing-result-notice', 'seized-unapproved end-testing seized-unapproved | handle | resume seizure.term | testing-result-notice']],
    ['release', [`seized release released | approve | ${END} | seizure-release`, 'run-out release released | approve | stop seizure.release | seizure-release']],
    ['confiscate', [`seized confiscate confiscated | handle | ${END}`]], ['hand-to-police', [`seized hand-to-police handed-over | handle | ${END} | goods-transfer-notice`]],
    ['destroy', [`seized destroy destroyed | approve | ${END} | seized-goods-disposal`]],
    ['run-out', ['seized run-out run-out | handle | lapse seizure.term, lapse seizure.approval, lapse identification.right-holder, start seizure.release', 'seized-unapproved run-out run-out | handle | lapse seizure.term, lapse seizure.approval, lapse identification.right-holder, start seizure.release']],
  ])('%s', (command, expected) => {
    expect(of(command)).toEqual(expected);
  });

  it('leaves nothing but release when the term is over', () => {
    expect(SEIZURE_LIFECYCLE.moves.filter(({ from }) => from === 'run-out').map(({ command }) => command)).toEqual(['release-part', 'release']);
  });

  it('asks every act on the spot for the steps of the law', () => {
    const acts = SEIZURE_LIFECYCLE.moves.filter(({ command }) => command.startsWith('carry-out'));
    for (const { guards = [] } of acts) expect(guards).toEqual(expect.arrayContaining(['two-officers', 'credentials-shown', 'present-or-witnessed', 'told-and-heard', 'signed-or-noted', 'may-be-seized', 'power-in-law']));
  });

  it('knows the five grounds of release, and whose time is left out', () => {
    expect(RELEASE_GROUNDS).toHaveLength(5);
    expect(TESTING_KINDS).toEqual(['testing', 'inspection', 'quarantine', 'appraisal']);
  });
});

describe('who approves', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['trademark', '2026-12-31', 'head', '第六十二条第一款第四项'], ['trademark', '2027-01-01', 'head', '第七十六条第一款第四项'], ['copyright', '2026-11-23', 'head', '第五十五条'], ['patent-passing-off', '2026-11-23', 'head', '第六十九条第一款第五项'],
    ['unfair-competition', '2026-11-23', 'city-principal-head', '第十六条第一款第四项'], ['unfair-competition', '2025-10-14', undefined, undefined], ['trade-secret', '2026-06-01', 'city-principal-head', '第二十三条第一款第四项'], ['trade-secret', '2026-05-31', undefined, undefined],
  ])('%s on %s: %s, %s', (law, day, approver, article) => {
    const power = powerOn(SEIZURE_POWERS, law, day);
    expect([power?.approver, power?.basis.article]).toEqual([approver, article]);
  });

  it.each<['head' | 'city-principal-head', string, string | null, boolean]>([
    ['head', 'head', 'county', true], ['head', 'principal-head', 'city', true], ['city-principal-head', 'principal-head', 'city', true], ['city-principal-head', 'head', 'city', false],
    ['city-principal-head', 'principal-head', 'county', false], ['city-principal-head', 'principal-head', null, false],
  ])('%s: a %s of a %s agency may: %s', (approver, capacity, level, may) => {
    expect(highEnough(approver, { capacity, level })).toBe(may);
  });
});

const sibling = (more: object): object => ({ kind: 'penalty', id: 'p', parentId: null, state: 'investigating', ended: false, marks: [], ...more });
const row: HoldingFacts['row'] = { id: 'h', parentId: 'p' };

describe('guards, each held and failed', () => {
  it.each<[keyof typeof HOLDING_GUARDS, Partial<HoldingFacts>, Partial<HoldingFacts>]>([
    ['belongs-to-penalty', { input: { siblings: [sibling({})] } }, { input: { siblings: [sibling({ id: 'other' })] } }],
    ['belongs-to-penalty', { input: { siblings: [sibling({})] } }, { input: { siblings: [sibling({ ended: true })] } }],
    ['penalty-decided', { input: { siblings: [sibling({ state: 'decided' })] } }, { input: { siblings: [sibling({ state: 'notified' })] } }],
    ['police-filed', { input: { siblings: [sibling({ kind: 'referral', marks: ['police-filed'] })] } }, { input: { siblings: [sibling({ kind: 'referral' })] } }],
    ['seizure-made', { input: { seizure: 's', siblings: [sibling({ kind: 'seizure', id: 's', parentId: 'p', state: 'seized' })] } }, { input: { seizure: 's', siblings: [sibling({ kind: 'seizure', id: 's', parentId: 'p', state: 'approved' })] } }],
    ['party-of-the-case', { input: { partyKnown: true } }, { input: { partyKnown: false } }],
    ['credentials-shown', { input: { credentialsShown: true } }, { input: {} }],
    ['present-or-witnessed', { input: { partyPresent: true } }, { input: { partyPresent: false } }],
    ['present-or-witnessed', { input: { partyPresent: false, witness: 'w' } }, { input: { partyPresent: false, witness: ' ' } }],
    ['told-and-heard', { input: { partyPresent: true, rightsTold: true, heard: true } }, { input: { partyPresent: true, rightsTold: true, heard: false } }],
    ['told-and-heard', { input: { partyPresent: false } }, { input: { partyPresent: true, heard: true } }],
    ['signed-or-noted', { input: { signed: true } }, { input: { signed: false, remark: '拒绝' } }],
    ['signed-or-noted', { input: { signed: false, remark: '拒绝', recording: 'sha256:0' } }, { input: { signed: false, recording: 'sha256:0' } }],
    ['may-be-seized', { input: { related: true, necessities: false, sealedByOthers: false } }, { input: { related: true, necessities: false, sealedByOthers: true } }],
    ['may-be-seized', { input: { related: true, necessities: false, sealedByOthers: false } }, { input: { related: false, necessities: false, sealedByOthers: false } }],
    ['may-be-seized', { input: { related: true, necessities: false, sealedByOthers: false } }, { input: { related: true, necessities: true, sealedByOthers: false } }],
    ['nothing-in-advance', { input: { at: '2026-11-24T09:30:00+08:00', now: '2026-11-24T01:30:00Z' } }, { input: { at: '2026-11-24T09:30:01+08:00', now: '2026-11-24T01:30:00Z' } }],
    ['power-in-law', { input: { approver: 'head' } }, { input: { approver: null } }],
    ['approver-of-right-level', { input: { approver: 'city-principal-head', capacity: 'principal-head', level: 'city' } }, { input: { approver: 'city-principal-head', capacity: 'principal-head', level: 'county' } }],
    ['approver-of-right-level', { input: { approver: 'head', capacity: 'head', level: 'county' } }, { input: { approver: null, capacity: 'principal-head', level: 'city' } }],
    ['not-extended-yet', { row: { ...row, extendedAt: null } }, { row: { ...row, extendedAt: new Date(0) } }],
    ['term-not-over', { input: { termOver: false } }, { input: { termOver: true } }],
    ['goods-still-held', { input: { goods: ['a'], held: ['a', 'b'] } }, { input: { goods: ['a', 'c'], held: ['a', 'b'] } }],
    ['something-stays', { input: { goods: ['a'], held: ['a', 'b'] } }, { input: { goods: ['a', 'b'], held: ['a', 'b'] } }],
    ['no-testing-open', { row: { ...row, testing: null } }, { row: { ...row, testing: 't' } }],
    ['testing-open', { row: { ...row, testing: 't' } }, { row }],
    ['no-identification-open', { row }, { row: { ...row, identification: 'i' } }],
    ['identification-open', { row: { ...row, identification: 'i' } }, { row: { ...row, identification: null } }],
    ['owner-unknown-notice-over', { row: { ...row, noticeUntil: '2026-12-23' }, input: { today: '2026-12-24' } }, { row: { ...row, noticeUntil: '2026-12-24' }, input: { today: '2026-12-24' } }],
    ['owner-unknown-notice-over', { row: { ...row, noticeUntil: '2026-12-23' }, input: { today: '2026-12-24' } }, { input: { today: '2026-12-24' } }],
    ['notice-ahead', { input: { until: '2026-12-24', today: '2026-12-23' } }, { input: { until: '2026-12-23', today: '2026-12-23' } }],
  ])('%s', (name, holding, failing) => {
    const guard: { holds: (facts: HoldingFacts) => boolean } = HOLDING_GUARDS[name];
    expect([holding, failing].map((facts) => guard.holds({ row, input: {}, ...facts }))).toEqual([true, false]);
  });
});

describe('assistance, typed from 令2 第四十五条', () => {
  it('has these rows', () => {
    expect(lines(ASSISTANCE_LIFECYCLE)).toEqual([
      'null open drafted | handle', 'drafted withdraw withdrawn | handle', 'drafted send sent | handle | start assistance.reply | assistance-letter', 'sent record-delay sent | handle | extend assistance.reply',
      'sent record-reply answered | handle | stop assistance.reply', 'sent record-refusal declined | handle | stop assistance.reply',
      'null receive received | handle | start assistance.reply', 'received tell-delay received | approve | extend assistance.reply', 'received reply answered | handle | stop assistance.reply', 'received decline declined | approve | stop assistance.reply',
    ]);
  });

  it.each<[string, object, boolean]>([
    ['in time', { at: '2026-12-14T10:00:00+08:00', now: '2026-12-15T00:00:00Z', due: '2026-12-14T15:59:59.999Z' }, true],
    ['after the last instant', { at: '2026-12-15T00:00:00+08:00', now: '2026-12-15T00:00:00Z', due: '2026-12-14T15:59:59.999Z' }, false],
    ['ahead of time', { at: '2026-12-14T10:00:00+08:00', now: '2026-12-14T00:00:00Z', due: '2026-12-14T15:59:59.999Z' }, false],
    ['without a clock', { at: '2026-12-14T10:00:00+08:00', now: '2026-12-15T00:00:00Z', due: null }, false],
  ])('a delay told %s', (_, input, holds) => {
    expect(ASSISTANCE_GUARDS['delay-told-in-time'].holds({ row, input: input as HoldingFacts['input'] })).toBe(holds);
  });

  it('is put off once', () => {
    expect([null, new Date(0)].map((delayToldAt) => ASSISTANCE_GUARDS['first-delay'].holds({ row: { ...row, delayToldAt }, input: {} }))).toEqual([true, false]);
  });
});
