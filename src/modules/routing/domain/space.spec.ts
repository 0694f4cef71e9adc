import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FACT_NAMES, FACT_VALUES, factsWith, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import type { Conditions } from './rule.js';
import { allowed, covers, example, meet, newSearch } from './space.js';

const fits = (box: Conditions, facts: RoutingFacts): boolean => (Object.keys(box) as FactName[]).every((fact) => allowed(box, fact).includes(facts[fact]));
/** Boxes over a few facts, so that every point can be looked at. */
const NAMES = ['region', 'venue', 'border', 'crime'] as const satisfies readonly FactName[];
const box: fc.Arbitrary<Conditions> = fc.record(Object.fromEntries(NAMES.map((fact) => [fact, fc.uniqueArray(fc.constantFrom<FactValue>(...FACT_VALUES[fact]), { minLength: 1 })])), { requiredKeys: [] });
const POINTS: readonly RoutingFacts[] = FACT_VALUES.region.flatMap((region) => FACT_VALUES.venue.flatMap((venue) => FACT_VALUES.border.flatMap((border) => FACT_VALUES.crime.map((crime) => factsWith({ region, venue, border, crime })))));

describe('example', () => {
  it.each<[string, Conditions, Conditions[], Partial<RoutingFacts> | null]>([
    ['everything is free', {}, [], {}],
    ['one value is left', { region: ['445102', '445103'] }, [{ region: ['445102'] }], { region: '445103' }],
    ['two rules together take everything, neither alone', { region: ['445102', '445103'] }, [{ region: ['445102'] }, { region: ['445103'] }], null],
    ['two halves of another fact take everything', { region: ['445102'] }, [{ border: [true] }, { border: [false] }], null],
    ['a corner is left', {}, [{ border: [false] }, { region: ['445100', '445102', '445103', '445122', 'CZ-FENGXI'] }], { border: true, region: 'outside' }],
    ['the ordinary value is taken where it may be', { venue: ['platform', 'none'] }, [], { venue: 'none' }],
  ])('%s', (_, within, taken, expected) => {
    expect(example(within, taken, newSearch())).toEqual(expected === null ? null : factsWith(expected));
  });

  it('says the same as looking at every point', () => {
    fc.assert(fc.property(box, fc.array(box, { maxLength: 5 }), (within, taken) => {
      const left = POINTS.filter((point) => fits(within, point) && !taken.some((one) => fits(one, point)));
      const found = example(within, taken, newSearch());
      if (found === null) expect(left).toEqual([]);
      else expect(left).toContainEqual(found);
    }), { numRuns: 500 });
  });

  it('gives up when its steps are used, and says so', () => {
    const taken = NAMES.flatMap((fact) => FACT_VALUES[fact].map((value) => ({ [fact]: [value] })));
    expect(example({}, taken, { steps: 2 })).toBe('tangled');
    expect(example({}, taken, newSearch())).toBeNull();
  });
});

describe('meet and covers', () => {
  it('say the same as looking at every point', () => {
    fc.assert(fc.property(box, box, (one, other) => {
      const both = POINTS.filter((point) => fits(one, point) && fits(other, point));
      const met = meet(one, other);
      expect(met === null ? [] : POINTS.filter((point) => fits(met, point))).toEqual(both);
      expect(covers(one, other)).toBe(POINTS.filter((point) => fits(other, point)).every((point) => fits(one, point)));
    }), { numRuns: 500 });
  });
});

it('an ordinary matter has a value for every fact', () => {
  expect(Object.keys(factsWith({})).sort()).toEqual([...FACT_NAMES].sort());
  for (const fact of FACT_NAMES) expect(FACT_VALUES[fact]).toContain(factsWith({})[fact]);
});
