import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
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

/** AES-256-GCM. `context` is bound to the ciphertext: moved to another row, it no longer opens. */
export function encrypt(ring: KeyRing, plain: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.primary), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, ring.primary, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Throws {@link VaultError}; its text never holds plain text. */
export function decrypt(ring: KeyRing, sealed: string, context: string): string {
  const [format, id, nonce, body, ...rest] = sealed.split('.');
  if (format !== FORMAT || id === undefined || nonce === undefined || body === undefined || rest.length > 0) throw new VaultError('malformed', 'Not a vault ciphertext');
  const bytes = Buffer.from(body, 'base64url');
  const key = keyOf(ring, id);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context, 'utf8'))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new VaultError('not-authentic', 'The ciphertext was changed, or belongs to another row');
  }
}

/** True when the ciphertext was not made with the key that writes now. */
export function needsRotation(ring: KeyRing, sealed: string): boolean {
  return sealed.split('.')[1] !== ring.primary;
}

function keyOf(ring: KeyRing, id: string): Buffer {
  const key = ring.keys.get(id);
  if (key === undefined) throw new VaultError('unknown-key', `The key ring has no key ${id}`);
  return key;
}
