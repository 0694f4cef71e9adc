import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { CHECK_DRAW_GUARDS, KEY_TARGET_GUARDS, SPOT_CHECK_GUARDS, type CheckDrawFacts, type SpotCheckFacts } from './spot-check.guards.js';
import { CHECK_DRAW_LIFECYCLE, KEY_TARGET_LIFECYCLE, SPOT_CHECK_LIFECYCLE } from './spot-check.lifecycle.js';

const rowsOf = ({ moves }: Lifecycle): string[] => moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);
const clocksOf = ({ moves }: Lifecycle): unknown[] => moves.flatMap(({ command, clocks }: Move) => (clocks === undefined ? [] : [[command, clocks]]));

describe('the tables of spot checks, typed by hand', () => {
  it('a firm comes on the key list by a decision, and goes off it with a reason', () => {
    expect(rowsOf(KEY_TARGET_LIFECYCLE)).toEqual(['- list listed | spot-check.plan | decision-named', 'listed remove removed | spot-check.plan | of-own-agency']);
    expect(allowedCommands(KEY_TARGET_LIFECYCLE, 'removed')).toEqual([]);
  });

  it('a draw is planned, and falls once or not at all', () => {
    expect(rowsOf(CHECK_DRAW_LIFECYCLE)).toEqual(['- plan planned | spot-check.plan | shares-enough officers-enough not-too-many', 'planned draw drawn | spot-check.plan | of-own-agency', 'planned call-off called-off | spot-check.plan | of-own-agency']);
    expect(['drawn', 'called-off'].flatMap((state) => allowedCommands(CHECK_DRAW_LIFECYCLE, state))).toEqual([]);
  });

  it('a check is recorded, and then published', () => {
    expect(rowsOf(SPOT_CHECK_LIFECYCLE)).toEqual([
      '- assign assigned | spot-check.plan | ', 'assigned replace-officer assigned | spot-check.plan | of-own-agency is-drawn another-is-left', 'assigned record recorded | spot-check.work | drawn-to-check case-where-opened',
      'recorded publish published | spot-check.work | of-own-agency published-after-recording',
    ]);
    expect(clocksOf(SPOT_CHECK_LIFECYCLE)).toEqual([['assign', { start: ['spot-check.completion'] }], ['record', { stop: ['spot-check.completion'], start: ['spot-check.publication'] }], ['publish', { stop: ['spot-check.publication'] }]]);
    expect(allowedCommands(SPOT_CHECK_LIFECYCLE, 'published')).toEqual([]);
  });
});

const ACTOR = { id: 'o1', agency: 'county' };
const drawing = (name: string, input: Record<string, unknown>, row: Partial<CheckDrawFacts['row']> = {}): boolean => CHECK_DRAW_GUARDS[name]?.holds({ row: { agency: 'county', shareGeneral: 5, shareKey: 20, officers: ['o1', 'o2'], ...row }, actor: ACTOR, input }) ?? false;
const checking = (name: string, input: Record<string, unknown> = {}, row: Partial<SpotCheckFacts['row']> = {}, actor = ACTOR): boolean => SPOT_CHECK_GUARDS[name]?.holds({ row: { agency: 'county', officers: ['o1', 'o2'], recordedAt: new Date('2026-11-25T02:00:00Z'), ...row }, actor, input }) ?? false;

describe('guards of spot checks', () => {
  it('a decision that stands and fits is named', () => {
    const named = (input: Record<string, unknown>): boolean => KEY_TARGET_GUARDS['decision-named']?.holds({ row: { agency: 'county' }, actor: ACTOR, input }) ?? false;
    const fitting = ['penalty-decision'];
    expect([named({ documentKind: 'penalty-decision', fitting }), named({ documentKind: 'acceptance', fitting }), named({ documentKind: undefined, fitting }), named({ documentKind: 'penalty-decision' })]).toEqual([true, false, false, false]);
    expect(KEY_TARGET_GUARDS['of-own-agency']?.holds({ row: { agency: 'city' }, actor: ACTOR, input: {} })).toBe(false);
  });

  it('a draw takes what it has to, with officers who are there, and not too much', () => {
    const least = { general: 3, key: 20 };
    expect([drawing('shares-enough', { least }), drawing('shares-enough', { least }, { shareGeneral: 3, shareKey: 20 }), drawing('shares-enough', { least }, { shareGeneral: 2 }), drawing('shares-enough', { least }, { shareKey: 19 })]).toEqual([true, true, false, false]);
    expect([drawing('officers-enough', { unfit: [], perCheck: 2 }), drawing('officers-enough', { unfit: ['o2'], perCheck: 2 }), drawing('officers-enough', { unfit: [], perCheck: 2 }, { officers: ['o1'] })]).toEqual([true, false, false]);
    expect([drawing('not-too-many', { size: 500, most: 500 }), drawing('not-too-many', { size: 501, most: 500 }), drawing('not-too-many', {})]).toEqual([true, false, false]);
    expect([drawing('of-own-agency', {}), drawing('of-own-agency', {}, { agency: 'city' })]).toEqual([true, false]);
  });

  it('a check belongs to those on whom the lot fell', () => {
    expect([checking('drawn-to-check'), checking('drawn-to-check', {}, {}, { id: 'o3', agency: 'county' })]).toEqual([true, false]);
    expect([checking('is-drawn', { officer: 'o2' }), checking('is-drawn', { officer: 'o3' })]).toEqual([true, false]);
    expect([checking('another-is-left', { next: 'o3' }), checking('another-is-left', { next: undefined })]).toEqual([true, false]);
  });

  it('a case is named exactly where one was opened', () => {
    const withCase = ['case-opened'];
    const table = [['case-opened', 'x', true], ['case-opened', 'x', false], ['case-opened', undefined, false], ['nothing-found', undefined, false], ['nothing-found', 'x', true]] as const;
    expect(table.map(([result, caseId, caseSeen]) => checking('case-where-opened', { result, caseId, caseSeen, withCase }))).toEqual([true, false, false, true, false]);
  });

  it('it is published after the result was recorded, and not in the future', () => {
    const now = Date.parse('2026-11-26T02:00:00Z');
    const published = (publishedAt: string, row: Partial<SpotCheckFacts['row']> = {}): boolean => checking('published-after-recording', { publishedAt, now }, row);
    expect([published('2026-11-25T02:00:00Z'), published('2026-11-26T02:00:00Z'), published('2026-11-25T01:59:59Z'), published('2026-11-26T02:00:01Z'), published('2026-11-26T02:00:00Z', { recordedAt: null })]).toEqual([true, true, false, false, false]);
  });
});
