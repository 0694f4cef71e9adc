import { createHmac, hkdfSync } from 'node:crypto';

/** Fields that can be looked up exactly without being readable. */
export type IndexedField = 'phone' | 'document';

/**
 * Keyed digest (HMAC-SHA256, base64url) of a value in normal form. The same value gives the same text; without the key it
 * tells nothing. Each field has its own key, derived from `key` by HKDF, so that equal values of two fields do not meet.
 */
export function blindIndex(key: Buffer, field: IndexedField, value: string): string {
  return createHmac('sha256', keyOf(key, field)).update(normalForm(value), 'utf8').digest('base64url');
}

const KEYS = new WeakMap<Buffer, Map<IndexedField, Buffer>>();

/** Derived once for each key that is held. */
function keyOf(key: Buffer, field: IndexedField): Buffer {
  const derived = KEYS.get(key) ?? new Map<IndexedField, Buffer>();
  KEYS.set(key, derived);
  const known = derived.get(field);
  if (known !== undefined) return known;
  const own = Buffer.from(hkdfSync('sha256', key, '', `blind-index:${field}`, 32));
  derived.set(field, own);
  return own;
}

/** However it was typed: width, separators, letter case, and the country code of a telephone number. */
function normalForm(value: string): string {
  const bare = value.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return bare.replace(/^(?:00)?86(?=1\d{10}$)/, '').replace(/^(?:00)?860?(?=(?:10|[2-9]\d{1,2})\d{7,8}$)/, '0');
}
