import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { CLEAN_MONTHS, EXIT_CODES, INDUSTRIES, MATERIAL_CODES, MEASURE, RENEWAL_DAYS } from '../data/whitelist.data.js';
import { WHITELIST_ENTRY_GUARDS, type EntryFacts } from './whitelist-entry.guards.js';
import { WHITELIST_ENTRY_LIFECYCLE } from './whitelist-entry.lifecycle.js';

type Effects = { start?: readonly (string | { kind: string })[]; stop?: readonly string[]; lapse?: readonly string[] };
const short = (kind: string | { kind: string }): string => (typeof kind === 'string' ? kind : kind.kind).replace('whitelist.', '');
const clocksOf = ({ start = [], stop = [], lapse = [] }: Effects = {}): string => [...stop.map((kind) => `-${short(kind)}`), ...lapse.map((kind) => `~${short(kind)}`), ...start.map((kind) => `+${short(kind)}`)].join(' ');
const rowsOf = ({ moves }: Lifecycle): string[] => moves.map(({ from, command, to, permission, guards = [], clocks }: Move) => `${from ?? '-'} ${command} ${to} | ${permission.replace('whitelist.', '')} | ${guards.join(' ')} | ${clocksOf(clocks as Effects | undefined)}`);
const BEFORE = '~first-review ~correction ~examination ~objection ~decision';

describe('entries of the whitelist', () => {
  it('go by a table, typed by hand', () => {
    expect(rowsOf(WHITELIST_ENTRY_LIFECYCLE)).toEqual([
      '- apply applied | handle | credit-code-holds of-an-industry nothing-else-pending | +first-review',
      'applied ask-correction correcting | handle | in-own-agency asked-once | -first-review +correction',
      'correcting correct applied | handle | in-own-agency | -correction +first-review',
      'applied take-on examining | handle | in-own-agency materials-complete | -first-review +examination',
      'examining give-notice noticed | handle | in-own-agency rights-confirmed clean-record | -examination +objection +decision',
      'noticed record-objection noticed | handle | in-own-agency window-open | ',
      'noticed answer-objection noticed | handle | in-own-agency objection-unanswered | ',
      'noticed decide listed | approve | in-own-agency somebody-else-examined window-over objections-answered no-objection-upheld clean-record | -decision ~objection +term +yearly-review',
      ...['applied', 'correcting', 'examining', 'noticed'].map((from) => `${from} refuse refused | approve | in-own-agency | ${BEFORE}`),
      ...['applied', 'correcting', 'examining', 'noticed'].map((from) => `${from} withdraw withdrawn | handle | in-own-agency | ${BEFORE}`),
      'listed change listed | handle | in-own-agency | ',
      'listed review listed | handle | in-own-agency clean-record | -yearly-review +yearly-review',
      'listed ask-exit exiting | handle | in-own-agency | +statement',
      'exiting record-statement exiting | handle | in-own-agency | ',
      'exiting exit exited | approve | in-own-agency somebody-else-asked heard | ~statement ~term ~yearly-review',
      'exiting keep listed | approve | in-own-agency somebody-else-asked | ~statement',
      'listed leave exited | handle | in-own-agency | ~term ~yearly-review',
      'listed end-term expired | approve |  | -term ~yearly-review ~statement',
      'exiting end-term expired | approve |  | -term ~yearly-review ~statement',
    ]);
    for (const state of ['refused', 'withdrawn', 'exited', 'expired']) expect(allowedCommands(WHITELIST_ENTRY_LIFECYCLE, state)).toEqual([]);
  });

  const ROW: EntryFacts['row'] = { agency: 'county', uscc: 'U', missing: null, materials: ['a'], examinedBy: 'examiner', exitAskedBy: 'asker', statement: null, objections: [] };
  const held = (name: string, input: Record<string, unknown> = {}, row: Partial<EntryFacts['row']> = {}, actor = { id: 'head', agency: 'county' }): boolean => WHITELIST_ENTRY_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor, input }) ?? false;
  const objection = (answer: string | null, upheld: boolean | null = null) => ({ id: 'o', answer, upheld });

  it.each<[string, boolean[], boolean[]]>([
    ['credit-code-holds', [held('credit-code-holds', { creditCodeHolds: true })], [held('credit-code-holds', { creditCodeHolds: false }), held('credit-code-holds')]],
    ['of-an-industry', [held('of-an-industry', { classFits: true })], [held('of-an-industry', { classFits: false }), held('of-an-industry')]],
    ['nothing-else-pending', [held('nothing-else-pending', { pending: false })], [held('nothing-else-pending', { pending: true }), held('nothing-else-pending')]],
    ['in-own-agency', [held('in-own-agency')], [held('in-own-agency', {}, {}, { id: 'head', agency: 'city' })]],
    ['asked-once', [held('asked-once')], [held('asked-once', {}, { missing: 'x' })]],
    ['materials-complete', [held('materials-complete', { materialCodes: ['a'] }), held('materials-complete', { materialCodes: [] })], [held('materials-complete', { materialCodes: ['a', 'b'] })]],
    ['rights-confirmed', [held('rights-confirmed', { rightsConfirmed: true })], [held('rights-confirmed', { rightsConfirmed: false }), held('rights-confirmed')]],
    ['clean-record', [held('clean-record', { dishonest: false, punished: false })], [held('clean-record', { dishonest: true, punished: false }), held('clean-record', { dishonest: false, punished: true }), held('clean-record')]],
    ['window-open', [held('window-open', { noticeEnds: 5, now: 5 })], [held('window-open', { noticeEnds: 5, now: 6 })]],
    ['window-over', [held('window-over', { noticeEnds: 5, now: 6 })], [held('window-over', { noticeEnds: 5, now: 5 }), held('window-over', { now: 6 })]],
    ['objection-unanswered', [held('objection-unanswered', { objection: 'o' }, { objections: [objection(null)] })], [held('objection-unanswered', { objection: 'o' }, { objections: [objection('a', false)] }), held('objection-unanswered', { objection: 'p' }, { objections: [objection(null)] })]],
    ['objections-answered', [held('objections-answered'), held('objections-answered', {}, { objections: [objection('a', false)] })], [held('objections-answered', {}, { objections: [objection('a', false), objection(null)] })]],
    ['no-objection-upheld', [held('no-objection-upheld'), held('no-objection-upheld', {}, { objections: [objection('a', false)] })], [held('no-objection-upheld', {}, { objections: [objection('a', true)] })]],
    ['somebody-else-examined', [held('somebody-else-examined')], [held('somebody-else-examined', {}, { examinedBy: 'head' }), held('somebody-else-examined', {}, { examinedBy: null })]],
    ['somebody-else-asked', [held('somebody-else-asked')], [held('somebody-else-asked', {}, { exitAskedBy: 'head' }), held('somebody-else-asked', {}, { exitAskedBy: null })]],
    ['heard', [held('heard', {}, { statement: 's' }), held('heard', { statementEnds: 5, now: 6 })], [held('heard', { statementEnds: 5, now: 5 }), held('heard')]],
  ])('%s holds and refuses', (_, holding, refusing) => {
    expect([holding.every(Boolean), refusing.some(Boolean)]).toEqual([true, false]);
  });

  it('know five fields with their classes', () => {
    expect(INDUSTRIES.map(({ code, classes, status }) => `${code} ${classes.join(' ')} ${status}`)).toEqual([
      'ceramics 3071 3072 3073 3074 3075 3076 3079 verified', 'stainless-steel 3381 3382 3383 3389 verified', 'food-packaging 2231 2319 2926 3333 unverified', 'aquarium 2929 3441 3857 unverified', 'biomedicine 2761 2762 unverified',
    ]);
    expect([MATERIAL_CODES.length, EXIT_CODES.length, CLEAN_MONTHS, RENEWAL_DAYS, MEASURE.note?.includes('未见')]).toEqual([5, 6, 24, 90, true]);
  });

  it('are read by no other room: nothing is decided by them', () => {
    const rooms = join(import.meta.dirname, '../..');
    const sources = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.startsWith('whitelist/') && !path.startsWith('watches/'));
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter((path) => /whitelist_entry|modules\/whitelist|\.\.\/whitelist\//.test(readFileSync(join(rooms, path), 'utf8')))).toEqual([]);
  });
});
