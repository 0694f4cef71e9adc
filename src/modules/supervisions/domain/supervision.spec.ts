import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { AUTHORITIES, REASONS } from '../data/authorities.data.js';
import { supervisionGuards, type SupervisionFacts } from './supervision.guards.js';
import { SUPERVISION_LIFECYCLE } from './supervision.lifecycle.js';
import { AUTHORITY_CODES, SUPERVISION_REASONS, unanswered } from './supervision.rules.js';

const kinds = (rows: Move['clocks'], what: 'start' | 'stop' | 'lapse' | 'restart'): string => (rows?.[what] ?? []).map((row) => (typeof row === 'string' ? row : row.kind)).join(' ');
const clocksOf = ({ clocks }: Move): string => (['start', 'restart', 'stop', 'lapse'] as const).flatMap((what) => (kinds(clocks, what) === '' ? [] : [`${what} ${kinds(clocks, what)}`])).join(', ');

describe('the table of supervision, typed by hand', () => {
  it.each([
    ['open', ['- listed | list | start supervision.completion supervision.progress']],
    ['report-progress', ['listed listed | report | restart supervision.progress']],
    ['ask-delisting', ['listed delisting-asked | report | stop supervision.progress']],
    ['delist', ['delisting-asked delisted | list | stop supervision.completion']],
    ['refuse-delisting', ['delisting-asked listed | list | start supervision.progress']],
    ['call-off', ['listed called-off | list | lapse supervision.completion supervision.progress', 'delisting-asked called-off | list | lapse supervision.completion supervision.progress']],
  ])('%s', (command, expected) => {
    const rows = (SUPERVISION_LIFECYCLE.moves).filter((move) => move.command === command);
    expect(rows.map((move) => `${move.from ?? '-'} ${move.to} | ${move.permission.replace('supervision.', '')} | ${clocksOf(move)}`)).toEqual(expected);
  });

  it('is left by the supervisor alone: nothing that the handling agency may do ends it', () => {
    const moves = SUPERVISION_LIFECYCLE.moves;
    expect(moves.filter(({ to, permission }) => ['delisted', 'called-off'].includes(to) && permission !== 'supervision.list')).toEqual([]);
    expect(moves.filter(({ permission, guards = [] }) => permission === 'supervision.list' && !guards.includes('in-own-agency')).map(({ command }) => command)).toEqual(['open']);
    expect(allowedCommands(SUPERVISION_LIFECYCLE, 'delisted')).toEqual([]);
  });
});

const GUARDS = supervisionGuards(new Set(['province']));
const holds = (name: string, input: Record<string, unknown>, row: Partial<SupervisionFacts['row']> = {}, agency = 'county'): boolean => GUARDS[name]?.holds({ row: { agency: 'city', targets: ['a', 'b'], ...row }, actor: { agency }, input }) ?? false;

describe('guards of supervision', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['case-of-another', { handling: 'county' }, true], ['case-of-another', { handling: 'city' }, false], ['case-of-another', {}, false],
    ['letter-named', { authority: 'province', letter: '粤知保督〔2026〕8号' }, true], ['letter-named', { authority: 'province', letter: null }, false], ['letter-named', { authority: 'listing-agency', letter: null }, true],
    ['handles-the-case', { handling: 'county' }, true], ['handles-the-case', { handling: 'city' }, false], ['handles-the-case', {}, false],
    ['every-target-answered', { results: [{ target: 2, result: 'x' }, { target: 1, result: 'y' }] }, true], ['every-target-answered', { results: [{ target: 1, result: 'y' }] }, false],
    ['every-target-answered', { results: [{ target: 1, result: 'y' }, { target: 3, result: 'z' }] }, false], ['every-target-answered', { results: 'all' }, false],
  ])('%s, of %j: %s', (name, input, expected) => {
    expect(holds(name, input)).toBe(expected);
  });

  it('names the targets that nobody has answered', () => {
    expect(GUARDS['every-target-answered']?.details?.({ row: { agency: 'city', targets: ['a', 'b', 'c'] }, actor: { agency: 'county' }, input: { results: [{ target: 2, result: 'x' }] } })).toEqual([1, 3]);
  });

  it('answers every target exactly when each number stands among the results', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 20 })), (targets, told) => {
      const missing = unanswered(targets, told.map((target) => ({ target, result: 'x' })));
      for (let target = 1; target <= targets.length; target += 1) expect(missing.includes(target)).toBe(!told.includes(target));
      expect(missing.length).toBeLessThanOrEqual(targets.length);
    }));
  });

  it('words every authority and reason in both languages, each once', () => {
    expect([AUTHORITIES.map(({ code }) => code), REASONS.map(({ code }) => code)]).toEqual([[...AUTHORITY_CODES], [...SUPERVISION_REASONS]]);
    for (const { label } of [...AUTHORITIES, ...REASONS]) expect([label.zh.trim(), label.en.trim()]).not.toContain('');
    expect(AUTHORITIES.filter(({ byLetter }) => !byLetter).map(({ code }) => code)).toEqual(['listing-agency']);
  });
});
