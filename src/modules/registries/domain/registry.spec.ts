import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EFFECTS, effectsOf, LISTS } from '../data/effects.data.js';
import { endedAt, speaks, type Times } from './registry.rules.js';

const at = (minute: number): Date => new Date(Date.parse('2026-08-04T00:00:00Z') + minute * 60_000);
const listed = (from: number, known: number): Times[] => [{ validFrom: at(from), validUntil: null, knownFrom: at(known), knownUntil: null }];
const says = (versions: readonly Times[], asOf: number, on = asOf): boolean => versions.some((version) => speaks(version, at(asOf), at(on)));

describe('two times of an entry', () => {
  it('hold by hand: listed, removed, void', () => {
    const open = listed(10, 12);
    expect([9, 10, 11, 12, 13].map((minute) => says(open, minute))).toEqual([false, false, false, true, true]);
    // Later it is known that it was in force already.
    expect(says(open, 12, 11)).toBe(true);
    const removed = endedAt(open, at(20), at(20));
    expect([19, 20].map((minute) => says(removed, minute))).toEqual([true, false]);
    expect(says(removed, 25, 15)).toBe(true);
    const voided = endedAt(open, at(20), at(10));
    expect([says(voided, 19), says(voided, 20), says(voided, 25, 15)]).toEqual([true, false, false]);
  });

  it('give for an instant that has passed the answer that was given then, whatever happens later', () => {
    const minutes = fc.nat({ max: 1000 });
    fc.assert(fc.property(minutes, minutes, minutes, minutes, fc.boolean(), (from, asked, on, later, voids) => {
      const before = listed(from, from);
      const moment = from + asked + later + 1;
      const after = endedAt(before, at(moment), voids ? at(from) : at(moment));
      expect(says(after, from + asked, on)).toBe(says(before, from + asked, on));
    }));
  });

  it('never leave two versions that count', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 100 }), { maxLength: 5 }), (steps) => {
      let now = 0;
      const versions = steps.reduce((all, step) => endedAt(all, at((now += step + 1)), at(now)), listed(0, 0));
      expect(versions.filter(({ knownUntil }) => knownUntil === null)).toHaveLength(1);
    }));
  });
});

describe('effects of a list, typed from the text', () => {
  it('are those of article 15, since its first day, and that of the province', () => {
    expect(effectsOf('serious-dishonesty', '2021-08-31')).toEqual([]);
    expect(effectsOf('serious-dishonesty', '2021-09-01').map(({ code, basis }) => `${code} ${basis.article}`)).toEqual([
      'weighed-in-licensing 第十五条第一项', 'checked-more 第十五条第二项', 'no-commitment-licensing 第十五条第三项', 'no-honours 第十五条第四项',
    ]);
    expect(effectsOf('serious-dishonesty', '2022-05-01').map(({ code }) => code)).toContain('no-public-funds');
    expect(effectsOf('other', '2026-01-01')).toEqual([]);
  });

  it('belong to lists that there are, and say so where they were not read', () => {
    expect(EFFECTS.filter(({ list }) => !(list in LISTS))).toEqual([]);
    expect(EFFECTS.filter(({ basis }) => basis.status === 'unverified').every(({ basis }) => basis.note?.includes('未') === true)).toBe(true);
  });
});
