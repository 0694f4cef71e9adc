import { randomFillSync } from 'node:crypto';

/** Random bytes for so much at a time: asking the system for each piece would cost more than what is done with it. */
const POOL = Buffer.alloc(4096);
let used = POOL.length;

/** Bytes that were given to nobody else. At most a quarter of the pool. */
export function randomPiece(length: number): Buffer {
  if (length > POOL.length / 4) throw new RangeError(`${length} random bytes at once`);
  if (used + length > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  const piece = Buffer.from(POOL.subarray(used, used + length));
  // Given out once: what is left in memory tells nobody a nonce or a code.
  POOL.fill(0, used, used + length);
  used += length;
  return piece;
}
