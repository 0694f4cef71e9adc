import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { newId } from './id.js';

describe('an id', () => {
  it('is a UUIDv7 of now', () => {
    const before = Date.now();
    const id = newId();
    expect([validate(id), version(id)]).toEqual([true, 7]);
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('comes after every one before it, and is never the same', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not to be guessed from the one before', () => {
    const tails = new Set(Array.from({ length: 1000 }, () => newId().slice(-10)));
    expect(tails.size).toBe(1000);
  });
});
