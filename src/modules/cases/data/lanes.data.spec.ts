import { describe, expect, it } from '@jest/globals';
import { agedAt, LANE_CODES, LANES } from './lanes.data.js';

describe('the patience of the lanes', () => {
  it.each([
    ['ordinary', '2026-12-02T09:10:00.000Z'],
    ['expedited', '2026-11-25T09:10:00.000Z'],
  ])('%s: opened at 2026-11-22T09:10Z it ranks with what is due from %s on', (lane, aged) => {
    expect(agedAt(lane, new Date('2026-11-22T09:10:00.000Z')).toISOString()).toBe(aged);
  });

  it('knows no other lane', () => {
    expect(() => agedAt('fast', new Date())).toThrow('There is no lane fast');
  });

  it('is longer than nothing, for whoever is overtaken without end would starve, and shorter in every special lane', () => {
    expect(new Set(LANE_CODES).size).toBe(LANES.length);
    for (const { code, patience } of LANES) expect([code, patience > 0, code === 'ordinary' || patience < 240]).toEqual([code, true, true]);
  });
});
