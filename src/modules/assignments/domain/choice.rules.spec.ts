import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choose, REASONS, skillsOf, teamFor, type Membership, type Officer, type Reason } from './choice.rules.js';

const officer = (id: string, more: Partial<Officer> = {}): Officer => ({ id, login: `login-${id}`, appoints: false, skills: null, inTeam: false, load: 0, absentUntil: null, recused: false, inCharge: false, ...more });
const TOMORROW = new Date('2026-11-24T00:00:00Z');
const told = (officers: readonly Officer[], rightType = 'trademark', withTeam = false): [string | null, [string, Reason][]] => {
  const { chosen, considered } = choose({ rightType, withTeam }, officers);
  return [chosen?.id ?? null, considered.map(({ officer: { id }, reason }) => [id, reason])];
};

describe('who is put in charge', () => {
  it.each<[string, readonly Officer[], string | null, [string, Reason][]]>([
    ['nobody is there', [], null, []],
    ['the one with the fewest open cases', [officer('a', { load: 3 }), officer('b', { load: 1 }), officer('c', { load: 2 })], 'b', [['b', 'chosen'], ['c', 'busier'], ['a', 'busier']]],
    ['of two with as many the first account', [officer('b', { load: 1 }), officer('a', { load: 1 })], 'a', [['a', 'chosen'], ['b', 'later-in-turn']]],
    ['who is skilled in just this before who takes everything, busier as he may be', [officer('a'), officer('b', { skills: ['trademark'], load: 9 })], 'b', [['b', 'chosen'], ['a', 'generalist']]],
    ['who takes everything where nobody is skilled in it', [officer('a', { skills: ['patent'] }), officer('b', { load: 5 })], 'b', [['b', 'chosen'], ['a', 'other-right-type']]],
    ['nobody who is away, keeps out, has it already, or appoints', [
      officer('a', { absentUntil: TOMORROW }), officer('b', { recused: true }), officer('c', { inCharge: true }), officer('d', { appoints: true }), officer('e', { skills: ['patent'] }),
    ], null, [['a', 'absent'], ['b', 'recused'], ['c', 'in-charge'], ['d', 'appoints'], ['e', 'other-right-type']]],
    ['what keeps him out of the case is told before what keeps him from work', [officer('a', { recused: true, absentUntil: TOMORROW, appoints: true })], null, [['a', 'recused']]],
  ])('%s', (_, officers, chosen, considered) => {
    expect(told(officers)).toEqual([chosen, considered]);
  });

  it('is a member of the team that has the case, where one has it', () => {
    expect(told([officer('a'), officer('b', { inTeam: true, load: 4 })], 'trademark', true)).toEqual(['b', [['b', 'chosen'], ['a', 'not-in-team']]]);
    expect(told([officer('a'), officer('b', { inTeam: true, load: 4 })])).toEqual(['a', [['a', 'chosen'], ['b', 'busier']]]);
  });

  const anybody = fc.record({
    load: fc.nat({ max: 5 }), appoints: fc.boolean(), recused: fc.boolean(), inCharge: fc.boolean(), inTeam: fc.boolean(),
    absentUntil: fc.option(fc.constant(TOMORROW)), skills: fc.option(fc.subarray(['trademark', 'patent', 'copyright'], { minLength: 1 })),
  });

  it('whoever is there: everybody is told of once, the chosen is fit, and nobody fit and as skilled has less to do', () => {
    fc.assert(fc.property(fc.array(anybody, { maxLength: 12 }), fc.boolean(), (given, withTeam) => {
      const officers = given.map((one, index) => officer(String(index).padStart(2, '0'), one));
      const { chosen, considered } = choose({ rightType: 'trademark', withTeam }, officers);
      expect(considered.map(({ officer: { id } }) => id).sort()).toEqual(officers.map(({ id }) => id));
      const fit = officers.filter((one) => !one.recused && !one.inCharge && !one.appoints && one.absentUntil === null && (!withTeam || one.inTeam) && (one.skills?.includes('trademark') ?? true));
      expect(chosen === null).toBe(fit.length === 0);
      if (chosen === null) return;
      expect(fit).toContain(chosen);
      const peers = fit.filter(({ skills }) => (skills === null) === (chosen.skills === null));
      expect(Math.min(...peers.map(({ load }) => load))).toBe(chosen.load);
      if (chosen.skills === null) expect(fit.every(({ skills }) => skills === null)).toBe(true);
      expect(considered.filter(({ reason }) => reason === 'chosen')).toEqual([{ officer: chosen, reason: 'chosen' }]);
    }), { seed: 20_261_123 });
  });

  it('every reason has words in both languages', () => {
    for (const { zh, en } of Object.values(REASONS)) expect([zh.trim() === '', en.trim() === '']).toEqual([false, false]);
  });
});

describe('what an officer is skilled in', () => {
  const teams: readonly Membership[] = [
    { team: 't1', officer: 'a', rightTypes: ['trademark'] }, { team: 't2', officer: 'a', rightTypes: ['patent', 'trademark'] }, { team: 't1', officer: 'b', rightTypes: [] }, { team: 't2', officer: 'b', rightTypes: ['patent'] },
  ];

  it('is what teams name for him; everything where none names him, or one names no type', () => {
    expect([skillsOf('a', teams), skillsOf('b', teams), skillsOf('c', teams)]).toEqual([['trademark', 'patent'], null, null]);
  });

  it('decides through which team he has a case', () => {
    expect([teamFor('a', 'patent', teams), teamFor('a', 'trademark', teams), teamFor('b', 'copyright', teams), teamFor('a', 'copyright', teams), teamFor('c', 'patent', teams)]).toEqual(['t2', 't1', 't1', null, null]);
  });
});
