import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aheadOf, caseOf, LONGEST, month, simulate, waitsOf, type Case } from './days.spec-support.js';
import { begunBy, byRank } from './order.rules.js';

describe('the order', () => {
  it('is by rank, then by id', () => {
    const rows = [{ id: 'b', rankAt: 5 }, { id: 'c', rankAt: 3 }, { id: 'a', rankAt: 5 }];
    expect([...rows].sort(byRank).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(byRank({ id: 'a', rankAt: 1 }, { id: 'a', rankAt: 1 })).toBe(0);
  });

  it.each([
    // Nobody ahead: the next officer who is free, which is after one case at most.
    [240, 0, 1, 8, 248],
    // Twenty ahead and seven officers: three rounds of eight hours.
    [240, 20, 7, 8, 264],
    [240, 21, 7, 8, 272],
    [72, 9, 10, 4, 76],
  ])('ranked at %d h with %d ahead, %d officers and %d h for the longest case: begun by %d h', (rank, ahead, officers, longest, by) => {
    expect(begunBy(rank, ahead, officers, longest)).toBe(by);
  });
});

describe('by hand', () => {
  /** Twenty expedited cases at any time, an hour each; one officer; one ordinary case at the beginning. */
  const day = { officers: 1, until: 400, arrivals: [caseOf('ordinary', 'ordinary', 0, 1)], full: () => ({ lane: 'expedited', effort: 1 }), size: 20 };

  it('the ordinary case is taken when its patience of 240 hours is over, though the expedited lane is never empty', () => {
    // Expedited cases that came up to hour 168 rank at 240 or before. The last of them is taken twenty hours later, at 188; then it is its turn.
    const one = simulate(day).find(({ id }) => id === 'ordinary') as Case;
    expect([one.rankAt, one.begunAt]).toEqual([240, 189]);
    expect(one.begunAt).toBeLessThanOrEqual(begunBy(240, 0, 1, 1));
  });

  it('never, if the expedited lane simply went first', () => {
    const strict = (one: Case, other: Case): number => Number(one.lane === 'ordinary') - Number(other.lane === 'ordinary') || byRank(one, other);
    expect(simulate({ ...day, order: strict }).find(({ id }) => id === 'ordinary')?.begunAt).toBeNull();
  });
});

describe('nobody starves', () => {
  const arrival = fc.record({ lane: fc.constantFrom('ordinary', 'ordinary', 'expedited', 'exhibition', 'major', 'market'), after: fc.integer({ min: 0, max: 20 }), effort: fc.integer({ min: 1, max: 8 }), due: fc.option(fc.integer({ min: 0, max: 600 })) });

  it('whatever comes, and with the expedited lane always full: each is begun within the bound, and after its rank only what stood before it goes first', () => {
    fc.assert(fc.property(fc.array(arrival, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 8 }), (given, officers, size, effort) => {
      let at = 0;
      const arrivals = given.map(({ lane, after, effort: own, due }, index) => caseOf(`c-${String(index).padStart(3, '0')}`, lane, (at += after), own, due === null ? null : at + due));
      const all = simulate({ officers, until: at + 1200, arrivals, full: () => ({ lane: 'expedited', effort }), size });
      for (const one of all.filter(({ id }) => id.startsWith('c-'))) {
        const bound = begunBy(one.rankAt, aheadOf(one, all), officers, 8);
        expect(one.begunAt ?? Infinity).toBeLessThanOrEqual(bound);
        for (const other of all) {
          const overtook = other !== one && other.begunAt !== null && other.begunAt >= one.rankAt && other.begunAt < (one.begunAt ?? Infinity);
          if (overtook) expect([other.listedAt <= one.rankAt, byRank(other, one) < 0]).toEqual([true, true]);
        }
      }
    }), { numRuns: 60, seed: 20_261_123 });
  });
});

describe('thirty days at a load of 95 %', () => {
  const [OFFICERS, HOURS, SEED] = [40, 720, 5];

  const bounded = (all: readonly Case[]): number[] => all.filter(({ rankAt, begunAt }) => (begunAt ?? HOURS) > rankAt).map((one) => (one.begunAt ?? HOURS) - begunBy(one.rankAt, aheadOf(one, all), OFFICERS, LONGEST));
  const told = (title: string, all: readonly Case[]): string => [title, ...waitsOf(all, HOURS).map(({ lane, cases, p99, max }) => `  ${lane.padEnd(14)}${String(cases).padStart(6)} cases   p99 ${p99.toFixed(1).padStart(6)} h   max ${max.toFixed(1).padStart(6)} h`)].join('\n');

  it('every lane waits within its bound', () => {
    const all = simulate({ officers: OFFICERS, until: HOURS, arrivals: month(SEED, OFFICERS, 0.95, HOURS) });
    process.stdout.write(`${told('Thirty days, 40 officers, load 95 %', all)}\n`);
    const busy = all.reduce((sum, { begunAt, effort }) => sum + (begunAt === null ? 0 : Math.min(effort, HOURS - begunAt)), 0) / (OFFICERS * HOURS);
    expect(busy).toBeGreaterThan(0.9);
    expect(bounded(all).filter((late) => late > 0)).toEqual([]);
    // Patience of the lane, and one round of the longest case beyond it.
    for (const { lane, max } of waitsOf(all, HOURS)) expect([lane, max < caseOf('x', lane, 0, 0).rankAt + LONGEST]).toEqual([lane, true]);
  });

  it('so they do with the expedited lane full on all thirty days, where a lane that went first would starve the others', () => {
    const arrivals = month(SEED, OFFICERS, 0.55, HOURS, (lane) => lane !== 'expedited');
    const full = { officers: OFFICERS, until: HOURS, arrivals, full: () => ({ lane: 'expedited', effort: 3 }), size: 60 };
    const all = simulate(full);
    process.stdout.write(`${told('The same with the expedited lane always full, the others at 55 %', all)}\n`);
    expect(bounded(all).filter((late) => late > 0)).toEqual([]);
    const strict = simulate({ ...full, until: 300, order: (one, other) => Number(one.lane !== 'expedited') - Number(other.lane !== 'expedited') || byRank(one, other) });
    expect(strict.filter(({ lane, begunAt }) => lane === 'ordinary' && begunAt !== null)).toEqual([]);
    const [oldest] = all.filter(({ lane }) => lane === 'ordinary');
    expect(oldest?.begunAt).toBeLessThan(240 + LONGEST);
  });
});
