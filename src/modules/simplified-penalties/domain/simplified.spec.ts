import { describe, expect, it } from '@jest/globals';
import { SPOT_LIMITS } from '../data/limits.data.js';
import { simplifiedGuards } from './simplified.guards.js';
import { SIMPLIFIED_LIFECYCLE } from './simplified.lifecycle.js';

const guards = simplifiedGuards(SPOT_LIMITS);
const holds = (name: keyof typeof guards, input: object, person = true): boolean => guards[name].holds({ row: { person }, input: { today: '2026-11-23', now: '2026-11-23T02:00:00Z', ...input } });

describe('a penalty on the spot, typed from 令2 第六十六条至第七十条', () => {
  it('has these rows', () => {
    expect(SIMPLIFIED_LIFECYCLE.moves.map(({ from, command, to, document }) => [from, command, to, document])).toEqual([
      [null, 'open', 'on-the-spot', undefined], ['on-the-spot', 'tell', 'told', undefined], ['told', 'decide', 'decided', 'on-the-spot-decision'], ['decided', 'hand-in', 'handed-in', undefined], ['on-the-spot', 'leave', 'left', undefined], ['told', 'leave', 'left', undefined],
    ]);
    expect(SIMPLIFIED_LIFECYCLE.moves.map(({ clocks }) => clocks).filter((clocks) => clocks !== undefined)).toEqual([{ start: ['simplified.hand-in'] }, { stop: ['simplified.hand-in'] }]);
  });

  it.each([['200', true, true], ['200.01', true, false], ['3000', false, true], ['3000.01', false, false], ['0', true, false]])('a fine of %s, a natural person %s: %s', (fine, person, may) => {
    expect(holds('within-limits', { fine }, person)).toBe(may);
  });

  it('may be a warning alone, and nothing before the law that was read', () => {
    expect([holds('within-limits', { fine: '0', warning: true }), holds('within-limits', { fine: '50', today: '2021-07-14' })]).toEqual([true, false]);
  });

  it.each<[keyof typeof guards, object, object]>([
    ['credentials-shown', { credentialsShown: true }, {}], ['facts-certain', { factsCertain: true }, { factsCertain: false }], ['delivered-or-noted', { signed: true }, { signed: false }], ['delivered-or-noted', { refusal: '拒绝签收' }, { refusal: ' ' }],
    ['nothing-in-advance', { at: '2026-11-23T10:00:00+08:00' }, { at: '2026-11-23T10:00:01+08:00' }],
  ])('%s', (name, good, bad) => {
    expect([holds(name, good), holds(name, bad)]).toEqual([true, false]);
  });
});
