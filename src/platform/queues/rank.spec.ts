import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { LAST_PLACE, PLACE_MINUTES, placeOf, writtenAt } from './rank.js';

const MINUTE = 60_000;
const at = (text: string): number => Date.parse(text);

describe('placeOf', () => {
  // Counted by hand: 2026-01-01T00:00Z is the first day; twelve places an hour, 288 a day.
  it.each<[string, boolean, number, number]>([
    ['2026-01-01T00:05:00Z', true, 15, 1], ['2026-01-01T00:09:59Z', true, 15, 1], ['2026-01-01T00:10:00Z', true, 15, 2], ['2026-01-01T00:05:00Z', false, 15, 4],
    ['2026-01-01T00:05:00Z', false, 16, 5], ['2026-01-01T00:05:00Z', false, 0, 1], ['2026-01-02T00:00:00Z', true, 15, 288], ['2026-11-23T00:00:00Z', true, 15, 93_888],
    // Never 0, which would go before everybody, and never more than there is.
    ['2026-01-01T00:00:00Z', true, 15, 1], ['2020-01-01T00:00:00Z', false, 15, 1], ['2045-12-09T00:00:00Z', false, 15, LAST_PLACE], ['2099-01-01T00:00:00Z', true, 15, LAST_PLACE],
  ])('puts what was written at %s (hurried: %s) with a patience of %i minutes at %i', (written, hurried, patience, place) => {
    expect(placeOf(at(written), hurried, patience)).toBe(place);
  });

  it('lasts until December 2045', () => {
    expect([placeOf(at('2045-12-08T00:00:00Z'), true, 15) < LAST_PLACE, placeOf(at('2045-12-09T00:00:00Z'), true, 15)]).toEqual([true, LAST_PLACE]);
  });

  const instant = fc.integer({ min: at('2026-01-02T00:00:00Z'), max: at('2044-01-01T00:00:00Z') });
  const patience = fc.integer({ min: PLACE_MINUTES, max: 600 });

  it('lets hurried work overtake ordinary work only if it was written before a known instant', () => {
    fc.assert(fc.property(instant, fc.integer({ min: -1000, max: 1000 }), patience, (written, minutes, wait) => {
      const ordinary = placeOf(written, false, wait);
      const hurried = placeOf(written + minutes * MINUTE, true, wait);
      // Never overtaken by what came a patience and a place later; overtaken by all that came a place before the patience was over.
      if (minutes >= wait + PLACE_MINUTES) expect(hurried).toBeGreaterThanOrEqual(ordinary);
      if (minutes <= wait - PLACE_MINUTES) expect(hurried).toBeLessThanOrEqual(ordinary);
    }));
  });

  it('keeps the order of writing among equals', () => {
    fc.assert(fc.property(instant, fc.nat(1e9), fc.boolean(), patience, (written, later, hurried, wait) => {
      expect(placeOf(written + later, hurried, wait)).toBeGreaterThanOrEqual(placeOf(written, hurried, wait));
    }));
  });

  // A worker does one job a minute; hurried work comes at the same pace, day and night, and leaves it no free minute.
  it('starves nobody while the hurried lane is always full', () => {
    fc.assert(fc.property(fc.integer({ min: 15, max: 120 }), fc.integer({ min: 0, max: 240 }), (wait, backlog) => {
      const start = at('2026-06-01T00:00:00Z');
      const line = Array.from({ length: backlog }, (_, index) => ({ place: placeOf(start, true, wait), index, ordinary: false }));
      line.push({ place: placeOf(start, false, wait), index: backlog, ordinary: true });
      let minute = 0;
      for (let done = false; !done; minute += 1) {
        line.push({ place: placeOf(start + minute * MINUTE, true, wait), index: backlog + 1 + minute, ordinary: false });
        line.sort((one, other) => one.place - other.place || one.index - other.index);
        done = line.shift()?.ordinary === true;
      }
      // What stood before it, and what came until its place was reached: no more.
      expect(minute).toBeLessThanOrEqual(backlog + wait + 2 * PLACE_MINUTES + 1);
    }), { numRuns: 50 });
  });
});

describe('writtenAt', () => {
  it('reads the milliseconds of a UUIDv7', () => {
    expect(writtenAt('019aa1b2-c3d4-7000-8000-000000000000')).toBe(0x019aa1b2c3d4);
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 47 }), (msecs) => expect(writtenAt(v7({ msecs }))).toBe(msecs)));
  });
});
