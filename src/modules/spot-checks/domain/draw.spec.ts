import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draw, officersInOrder, poolDigest, sizeOf, type Candidate } from './draw.rules.js';

const firm = (identifier: string, key: string | null = null): Candidate => ({ identifier, name: identifier, uscc: null, region: '445103', key });
const POOL = ['A', 'B', 'C', 'D', 'E'].map((name) => firm(name));
const OFFICERS = ['o1', 'o2', 'o3'];
const shown = (...args: Parameters<typeof draw>): string[] => draw(...args).map(({ candidate, officers }) => `${candidate.identifier} ${officers.join(' ')}`);

// Digests for these were made with `openssl dgst -sha256`, not with this code.
describe('the lot', () => {
  it('falls on the first firms and officers by SHA-256 of the seed and their identifiers', () => {
    expect(shown('seed-1', POOL, { general: 60, key: 100 }, OFFICERS, 2)).toEqual(['D o3 o2', 'A o3 o1', 'C o2 o1']);
    expect(officersInOrder('seed-1', 'E', OFFICERS)).toEqual(['o1', 'o3', 'o2']);
  });

  it('is drawn in the key list and among all others apart, each rounded up', () => {
    const pool = [firm('A', 'infringement'), firm('B', 'infringement'), firm('C'), firm('D'), firm('E')];
    expect(shown('seed-1', pool, { general: 34, key: 1 }, OFFICERS, 2)).toEqual(['A o3 o1', 'D o3 o2', 'C o2 o1']);
    expect(sizeOf(pool, { general: 34, key: 1 })).toBe(3);
    expect(sizeOf([], { general: 3, key: 20 })).toBe(0);
  });

  it('knows a pool by its fingerprint, in whatever order', () => {
    const pool = [firm('C'), firm('A', 'infringement'), firm('B')];
    expect(poolDigest(pool)).toBe('8b698bb3fc9ae9d25628a1fd82b6639b2375182a7ed46a083c0593acf92fc988');
    expect(poolDigest([...pool].reverse())).toBe(poolDigest(pool));
    expect(poolDigest([firm('C'), firm('A'), firm('B')])).not.toBe(poolDigest(pool));
  });

  const pools = fc.uniqueArray(fc.record({ identifier: fc.string({ minLength: 1, maxLength: 8 }), key: fc.constantFrom(null, 'infringement') }), { selector: ({ identifier }) => identifier, maxLength: 60 }).map((rows) => rows.map(({ identifier, key }) => firm(identifier, key)));
  const shares = fc.record({ general: fc.integer({ min: 1, max: 100 }), key: fc.integer({ min: 1, max: 100 }) });
  const seeds = fc.string({ minLength: 8, maxLength: 16 });

  it('never depends on the order in which firms and officers were named', () => {
    fc.assert(fc.property(pools, shares, seeds, (pool, share, seed) => {
      expect(shown(seed, [...pool].reverse(), share, [...OFFICERS].reverse(), 2)).toEqual(shown(seed, pool, share, OFFICERS, 2));
    }));
  });

  it('takes as many as it says, none twice, and with a larger share the same and more', () => {
    fc.assert(fc.property(pools, shares, seeds, (pool, share, seed) => {
      const drawn = draw(seed, pool, share, OFFICERS, 2).map(({ candidate }) => candidate.identifier);
      expect(drawn).toHaveLength(sizeOf(pool, share));
      expect(new Set(drawn).size).toBe(drawn.length);
      const all = draw(seed, pool, { general: 100, key: 100 }, OFFICERS, 2).map(({ candidate }) => candidate.identifier);
      expect(all.filter((one) => drawn.includes(one))).toEqual(drawn);
    }));
  });

  it('falls on everybody in the long run', () => {
    const times = new Map(POOL.map(({ identifier }) => [identifier, 0]));
    for (let seed = 0; seed < 1000; seed += 1) for (const { candidate } of draw(`s${seed}`, POOL, { general: 20, key: 20 }, OFFICERS, 2)) times.set(candidate.identifier, (times.get(candidate.identifier) ?? 0) + 1);
    // A fifth each: 200, with a deviation of about 13. The seeds are fixed, so that this never changes by chance.
    for (const [, count] of times) expect(Math.abs(count - 200)).toBeLessThan(60);
  });
});
