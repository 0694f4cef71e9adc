import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes for so many ids at a time: asking the system for each would cost more than the rest of it. */
const POOL = Buffer.alloc(16 * 256);
let used = POOL.length;
let [milliseconds, count] = [0, 0];

/** UUIDv7, made in the application: rows can refer to each other before they are written. Those of one process follow each other. */
export function newId(): string {
  const random = taken();
  const now = Date.now();
  if (now > milliseconds) [milliseconds, count] = [now, random.readUInt32BE(6) & 0x7fff_ffff];
  else count += 1;
  return v7({ random, msecs: milliseconds, seq: count });
}

function taken(): Buffer {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += 16;
  return POOL.subarray(used - 16, used);
}
