import { sha256Of } from '../../../kernel/ledger/index.js';

/** Whom a draw may fall on. `identifier`: credit code, or the name where there is none. `key`: ground in the list of those who are checked more often, else null. */
export interface Candidate {
  readonly identifier: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
  readonly key: string | null;
}

/** Percent of each group, 1 to 100. */
export interface DrawnShares {
  readonly general: number;
  readonly key: number;
}

export interface Drawn {
  readonly candidate: Candidate;
  readonly officers: readonly string[];
}

const digest = (...parts: readonly string[]): string => sha256Of(parts.join('\n'));

/** Fingerprint of a pool: its identifiers with their grounds, sorted, a line each. */
export function poolDigest(pool: readonly Candidate[]): string {
  return digest(...pool.map(({ identifier, key }) => `${identifier}\t${key ?? ''}`).sort());
}

/**
 * Double random (双随机): firms and officers in the order of SHA-256 over the seed and their identifiers. Of each group the first by its share, rounded up; for each
 * firm the first officers. Nothing but the seed decides, so that anybody who knows it comes to the same draw.
 */
export function draw(seed: string, pool: readonly Candidate[], shares: DrawnShares, officers: readonly string[], perCheck: number): Drawn[] {
  const groups = [pool.filter(({ key }) => key !== null), pool.filter(({ key }) => key === null)] as const;
  const [keys, general] = groups.map((group) => inOrder(group, ({ identifier }) => digest(seed, identifier)));
  const taken = [...first(keys ?? [], shares.key), ...first(general ?? [], shares.general)];
  return taken.map((candidate) => ({ candidate, officers: officersInOrder(seed, candidate.identifier, officers).slice(0, perCheck) }));
}

/** How many a draw takes. */
export function sizeOf(pool: readonly Candidate[], shares: DrawnShares): number {
  const keys = pool.filter(({ key }) => key !== null).length;
  return share(keys, shares.key) + share(pool.length - keys, shares.general);
}

/** In the order in which the lot falls on them for one firm: who cannot go is replaced by the next. */
export function officersInOrder(seed: string, identifier: string, officers: readonly string[]): string[] {
  return inOrder(officers, (officer) => digest(seed, identifier, officer));
}

function share(size: number, percent: number): number {
  return Math.ceil((size * percent) / 100);
}

function first<T>(group: readonly T[], percent: number): T[] {
  return group.slice(0, share(group.length, percent));
}

function inOrder<T>(of: readonly T[], by: (one: T) => string): T[] {
  const keyed = of.map((one) => ({ one, key: by(one) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}
