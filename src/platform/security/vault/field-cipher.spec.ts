import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesNeedRotation, decrypt, decryptBytes, encrypt, encryptBytes, needsRotation, rotate, VaultError } from './field-cipher.js';
import { parseKeyRing } from './key-ring.js';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const OLD = parseKeyRing(`k1:${key(1)}`);
const BOTH = parseKeyRing(`k1:${key(1)},k2:${key(2)}`);
const NEW = parseKeyRing(`k2:${key(2)}`);
const TEXT = '{"name":"陈测试","phone":"13800000000"}';

function failure(act: () => unknown): VaultError {
  try {
    act();
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
  throw new Error('It opened');
}

describe('field cipher', () => {
  it('opens what it sealed, for any text and context', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 }), (plain, context) => {
      expect(decrypt(BOTH, encrypt(BOTH, plain, context), context)).toBe(plain);
    }));
  });

  it('has the documented form, and opens with nothing but AES-256-GCM', () => {
    const [format, id, nonce = '', body = '', ...rest] = encrypt(BOTH, TEXT, 'identity:7').split('.');
    expect([format, id, rest]).toEqual(['v1', 'k2', []]);
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', Buffer.alloc(32, 2), Buffer.from(nonce, 'base64url')).setAAD(Buffer.from('identity:7')).setAuthTag(bytes.subarray(-16));
    expect(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString()).toBe(TEXT);
    expect(Buffer.from(nonce, 'base64url')).toHaveLength(12);
  });

  it('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () => encrypt(OLD, 'x', '').split('.')[2]);
    expect(new Set(nonces).size).toBe(2000);
  });

  it('does not open in another context', () => {
    const sealed = encrypt(OLD, TEXT, 'identity:7');
    expect(failure(() => decrypt(OLD, sealed, 'identity:8'))).toMatchObject({ name: 'VaultError', code: 'not-authentic', message: 'The ciphertext was changed, or belongs to another row' });
  });

  it('does not open under another key of the same name', () => {
    expect(failure(() => decrypt(parseKeyRing(`k1:${key(9)}`), encrypt(OLD, TEXT, ''), '')).code).toBe('not-authentic');
  });

  it('says which key is missing', () => {
    expect(failure(() => decrypt(NEW, encrypt(OLD, TEXT, ''), ''))).toMatchObject({ code: 'unknown-key', message: 'The key ring has no key k1' });
  });

  it('finds any change of any character, and tells nothing of the content', () => {
    const sealed = encrypt(BOTH, TEXT, 'c');
    fc.assert(fc.property(fc.nat({ max: sealed.length - 1 }), fc.constantFrom(...'ABab019-_.=!/+ 中'), (at, character) => {
      fc.pre(sealed[at] !== character);
      const { message } = failure(() => decrypt(BOTH, sealed.slice(0, at) + character + sealed.slice(at + 1), 'c'));
      expect(message).not.toMatch(/陈测试|13800000000/);
    }), { numRuns: 500 });
  });

  it('finds a change of any byte, the tag and the nonce among them', () => {
    const [format, id, nonce = '', body = ''] = encrypt(BOTH, TEXT, 'c').split('.');
    const flipped = (text: string): string[] => [...Buffer.from(text, 'base64url').keys()].map((at) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes.toString('base64url');
    });
    const changed = [...flipped(nonce).map((other) => [format, id, other, body]), ...flipped(body).map((other) => [format, id, nonce, other])];
    for (const parts of changed) expect(failure(() => decrypt(BOTH, parts.join('.'), 'c')).code).toBe('not-authentic');
  });

  it('finds a text whose last character holds other unused bits of the same bytes', () => {
    const sealed = encrypt(OLD, 'ab', ''); // 18 bytes: no unused bits; 17 and 19 have some
    const odd = encrypt(OLD, 'a', '');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = `${odd.slice(0, -1)}${alphabet.charAt(alphabet.indexOf(odd.slice(-1)) + 1)}`;
    expect(Buffer.from(other.split('.')[3] ?? '', 'base64url')).toEqual(Buffer.from(odd.split('.')[3] ?? '', 'base64url'));
    expect(failure(() => decrypt(OLD, other, '')).code).toBe('not-authentic');
    expect(decrypt(OLD, sealed, '')).toBe('ab');
  });

  it.each(['', 'plain text', 'v1', 'v1.k1', 'v1.k1.AAAAAAAAAAAAAAAA', 'v1.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.x', 'v2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA', 'v1.13800000000陈.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA'])('refuses %j as no ciphertext, without repeating it', (text) => {
    expect(failure(() => decrypt(OLD, text, ''))).toMatchObject({ code: 'malformed', message: 'Not a vault ciphertext' });
  });

  it.each(['v1.k1..', 'v1.k1.AAAA.AAAAAAAAAAAAAAAAAAAAAA', 'v1.k1.AAAAAAAAAAAAAAAA.AAAA', 'v1.k1.AAAAAAAAAAAAAAAA.'])('does not open %s: a short nonce or tag is easier to guess', (text) => {
    expect(failure(() => decrypt(OLD, text, '')).code).toBe('not-authentic');
  });

  it('seals again under the key that writes now, so that the old one can go', () => {
    const old = encrypt(OLD, TEXT, 'c');
    expect([needsRotation(OLD, old), needsRotation(BOTH, old)]).toEqual([false, true]);
    const rotated = rotate(BOTH, old, 'c');
    expect(needsRotation(BOTH, rotated)).toBe(false);
    expect(decrypt(NEW, rotated, 'c')).toBe(TEXT);
    expect(failure(() => rotate(BOTH, old, 'd')).code).toBe('not-authentic');
  });
});

describe('byte cipher', () => {
  const BYTES = Buffer.from([0, 255, 1, 254, 0x2e, 0x2e]);

  it('opens what it sealed, for any bytes and context', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), fc.string({ maxLength: 20 }), (plain, context) => {
      expect(decryptBytes(BOTH, encryptBytes(BOTH, Buffer.from(plain), context), context)).toEqual(Buffer.from(plain));
    }));
  });

  it('has the documented form, opens with nothing but AES-256-GCM, and is never the same twice', () => {
    const sealed = encryptBytes(BOTH, BYTES, 'file:7');
    expect([sealed.toString('latin1', 0, 6), sealed.length]).toEqual(['v1.k2.', 6 + 12 + BYTES.length + 16]);
    const decipher = createDecipheriv('aes-256-gcm', Buffer.alloc(32, 2), sealed.subarray(6, 18)).setAAD(Buffer.from('file:7')).setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(18, -16)), decipher.final()])).toEqual(BYTES);
    expect(encryptBytes(BOTH, BYTES, 'file:7').equals(sealed)).toBe(false);
  });

  it('refuses what was changed in any byte, moved, or cut', () => {
    const sealed = encryptBytes(BOTH, BYTES, 'file:7');
    for (let at = 6; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(failure(() => decryptBytes(BOTH, changed, 'file:7')).code).toBe('not-authentic');
    }
    expect(failure(() => decryptBytes(BOTH, sealed, 'file:8')).code).toBe('not-authentic');
    expect(failure(() => decryptBytes(BOTH, sealed.subarray(0, -1), 'file:7')).code).toBe('not-authentic');
    for (const rubbish of ['', 'v1', 'v1.k2', 'v1.k2.short', 'v2.k2.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'v1..aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']) expect(failure(() => decryptBytes(BOTH, Buffer.from(rubbish), 'file:7')).code).toBe('malformed');
  });

  it('knows which key it was sealed with', () => {
    const old = encryptBytes(OLD, BYTES, 'file:7');
    expect([bytesNeedRotation(BOTH, old), bytesNeedRotation(BOTH, encryptBytes(BOTH, BYTES, 'file:7'))]).toEqual([true, false]);
    expect(failure(() => decryptBytes(NEW, old, 'file:7')).code).toBe('unknown-key');
  });
});
