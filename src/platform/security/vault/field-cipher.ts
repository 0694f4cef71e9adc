import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomPiece } from '../random.js';
import type { KeyRing } from './key-ring.js';

const FORMAT = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class VaultError extends Error {
  constructor(readonly code: 'malformed' | 'unknown-key' | 'not-authentic', message: string) {
    super(message);
    this.name = 'VaultError';
  }
}

/**
 * AES-256-GCM, a fresh 96-bit nonce each time: `v1.<key>.<nonce>.<ciphertext and tag>`, base64url. `context` is bound to the
 * ciphertext: moved to another row, it no longer opens. `plain` is well-formed Unicode.
 */
export function encrypt(ring: KeyRing, plain: string, context: string): string {
  const nonce = randomPiece(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.primary), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, ring.primary, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Throws {@link VaultError}; its text never holds plain text. */
export function decrypt(ring: KeyRing, sealed: string, context: string): string {
  const { id, nonce, bytes } = read(sealed);
  const key = keyOf(ring, id);
  try {
    // A tag of any other length, which would be easier to guess, is refused by authTagLength.
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context, 'utf8'))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw notAuthentic();
  }
}

/**
 * The same for the bytes of a file: `v1.<key>.` in ASCII, then nonce, ciphertext and tag as they are. Nothing is lost to base64,
 * and bytes need not be text.
 */
export function encryptBytes(ring: KeyRing, plain: Buffer, context: string): Buffer {
  const nonce = randomPiece(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.primary), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([Buffer.from(`${FORMAT}.${ring.primary}.`, 'ascii'), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws {@link VaultError} like {@link decrypt}. */
export function decryptBytes(ring: KeyRing, sealed: Buffer, context: string): Buffer {
  const { id, length } = readHead(sealed);
  const [nonce, bytes] = [sealed.subarray(length, length + NONCE_BYTES), sealed.subarray(length + NONCE_BYTES)];
  if (bytes.length < TAG_BYTES) throw new VaultError('malformed', 'Not a vault ciphertext');
  const key = keyOf(ring, id);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context, 'utf8')).setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw notAuthentic();
  }
}

/** True when the bytes were not sealed with the key that writes now. Throws {@link VaultError} for what is no ciphertext. */
export function bytesNeedRotation(ring: KeyRing, sealed: Buffer): boolean {
  return readHead(sealed).id !== ring.primary;
}

function readHead(sealed: Buffer): { id: string; length: number } {
  const [head, id] = /^v1\.([\w-]{1,32})\./.exec(sealed.toString('latin1', 0, 36)) ?? [];
  if (head === undefined || id === undefined) throw new VaultError('malformed', 'Not a vault ciphertext');
  return { id, length: head.length };
}

/** True when the ciphertext was not made with the key that writes now. */
export function needsRotation(ring: KeyRing, sealed: string): boolean {
  return sealed.split('.')[1] !== ring.primary;
}

/** The same content under the key that writes now. Throws {@link VaultError} like {@link decrypt}. */
export function rotate(ring: KeyRing, sealed: string, context: string): string {
  return encrypt(ring, decrypt(ring, sealed, context), context);
}

function read(sealed: string): { id: string; nonce: Buffer; bytes: Buffer } {
  const [, id, ...texts] = /^v1\.([\w-]{1,32})\.([\w-]*)\.([\w-]*)$/.exec(sealed) ?? [];
  const [nonce, bytes] = texts.map((text) => Buffer.from(text, 'base64url'));
  if (id === undefined || nonce === undefined || bytes === undefined) throw new VaultError('malformed', 'Not a vault ciphertext');
  // Node.js ignores the unused bits of a last character: another text would open the same bytes.
  if ([nonce, bytes].some((part, index) => part.toString('base64url') !== texts[index])) throw notAuthentic();
  return { id, nonce, bytes };
}

function notAuthentic(): VaultError {
  return new VaultError('not-authentic', 'The ciphertext was changed, or belongs to another row');
}

function keyOf(ring: KeyRing, id: string): Buffer {
  const key = ring.keys.get(id);
  if (key === undefined) throw new VaultError('unknown-key', `The key ring has no key ${id}`);
  return key;
}
