import type { LANES } from './lanes.data.js';

/** Lanes whose work in the background goes before that of the others. How long the others wait at most: `patience` of a queue. */
export const HURRIED_LANES = ['exhibition', 'rapid-centre', 'expedited', 'platform', 'market'] as const satisfies readonly (typeof LANES)[number]['code'][];
