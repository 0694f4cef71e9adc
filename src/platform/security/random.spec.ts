import { describe, expect, it } from '@jest/globals';
import { randomPiece } from './random.js';

describe('randomPiece', () => {
  it('gives every piece once, over many fillings, and pieces that stay as they are', () => {
    const pieces = Array.from({ length: 5000 }, (_, index) => randomPiece(12 + (index % 3) * 4));
    const texts = pieces.map((piece) => piece.toString('hex'));
    expect(new Set(texts.map((text) => text.slice(0, 24))).size).toBe(5000);
    randomPiece(1000);
    expect(pieces.map((piece) => piece.toString('hex'))).toEqual(texts);
    expect(pieces.map(({ length }) => length)).toEqual(Array.from({ length: 5000 }, (_, index) => 12 + (index % 3) * 4));
  });

  it('spreads over all values of a byte', () => {
    const counts = new Map<number, number>();
    for (let round = 0; round < 1000; round += 1) for (const byte of randomPiece(64)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
    expect(counts.size).toBe(256);
    // 250 of each are expected; a hundred more or less would be six times the standard deviation.
    expect([...counts.values()].filter((count) => Math.abs(count - 250) > 100)).toEqual([]);
  });

  it('refuses what the pool is too small for', () => {
    expect(() => randomPiece(1025)).toThrow(RangeError);
  });
});
