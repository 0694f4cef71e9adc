import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyRingError, parseKeyRing } from './key-ring.js';

const A = Buffer.alloc(32, 1).toString('base64');
const B = Buffer.alloc(32, 2).toString('base64');

function problemOf(text: string): KeyRingError {
  try {
    parseKeyRing(text);
  } catch (error) {
    if (error instanceof KeyRingError) return error;
    throw error;
  }
  throw new Error('The ring was accepted');
}

describe('parseKeyRing', () => {
  it('reads every key, and writes with the last one', () => {
    const ring = parseKeyRing(` k1:${A} , k-2_b:${B}`);
    expect([...ring.keys]).toEqual([['k1', Buffer.alloc(32, 1)], ['k-2_b', Buffer.alloc(32, 2)]]);
    expect(ring.primary).toBe('k-2_b');
    expect(parseKeyRing(`k-2_b:${B},k1:${A}`).primary).toBe('k1');
  });

  it.each<[string, string, KeyRingError['code'], string]>([
    ['nothing', '', 'unnamed', 'key 1 has no usable name'],
    ['a key without a name', `k1:${A},:${B}`, 'unnamed', 'key 2 has no usable name'],
    ['a secret without a colon', 'correct-horse', 'unnamed', 'key 1 has no usable name'],
    ['name and key exchanged', `${A}:k1`, 'unnamed', 'key 1 has no usable name'],
    ['a name with a point, which parts a ciphertext', `k.1:${A}`, 'unnamed', 'key 1 has no usable name'],
    ['a comma too many', `k1:${A},`, 'unnamed', 'key 2 has no usable name'],
    ['31 bytes', `k1:${Buffer.alloc(31).toString('base64')}`, 'not-32-bytes', 'key k1 is not base64 of 32 bytes'],
    ['33 bytes', `k1:${Buffer.alloc(33).toString('base64')}`, 'not-32-bytes', 'key k1 is not base64 of 32 bytes'],
    ['hexadecimal', `k1:${'ab'.repeat(32)}`, 'not-32-bytes', 'key k1 is not base64 of 32 bytes'],
    ['something behind the key', `k1:${A}:x`, 'not-32-bytes', 'key k1 is not base64 of 32 bytes'],
    ['a name twice', `k1:${A},k1:${B}`, 'doubled', 'key k1 stands twice'],
    ['the same bytes twice', `k1:${A},k2:${A}`, 'same-bytes', 'key k2 is the same as key k1: nothing would be rotated'],
  ])('refuses %s', (_, text, code, problem) => {
    expect(problemOf(text)).toMatchObject({ name: 'KeyRingError', code, message: `VAULT_KEYS: ${problem}` });
  });

  it('never tells a secret in its errors', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 25, maxLength: 48 }), fc.constantFrom('', ':', 'k1', 'k1:', 'k1::', 'k1;'), fc.constantFrom('', ':', ':x', ',', ' x'), (bytes, before, after) => {
      const secret = Buffer.from(bytes).toString('base64');
      fc.pre(bytes.length !== 32);
      expect(problemOf(`${before}${secret}${after}`).message).not.toContain(secret.replace(/=+$/, ''));
    }));
  });
});
