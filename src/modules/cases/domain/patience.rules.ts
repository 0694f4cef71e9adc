import { LANES } from '../data/lanes.data.js';

const HOUR_MILLISECONDS = 3_600_000;

export const LANE_CODES: readonly string[] = LANES.map(({ code }) => code);

/**
 * From when on a case of the lane ranks with what is due. The instant is fixed when the case comes into the lane, so the case
 * rises by itself while time passes, and after that instant nothing that comes later is put before it.
 */
export function agedAt(lane: string, openedAt: Date): Date {
  const found = LANES.find(({ code }) => code === lane);
  if (found === undefined) throw new Error(`There is no lane ${lane}`);
  return new Date(openedAt.getTime() + found.patience * HOUR_MILLISECONDS);
}
