import { createHmac } from 'node:crypto';

/** Fields that can be looked up exactly without being readable. */
export type IndexedField = 'phone' | 'document';

/** Keyed digest of a value in normal form. The same value gives the same text; without the key it tells nothing. */
export function blindIndex(key: Buffer, field: IndexedField, value: string): string {
  return createHmac('sha256', key).update(`${field}\0${normalForm(value)}`, 'utf8').digest('base64url');
}

function normalForm(value: string): string {
  return value.normalize('NFKC').replace(/[\s\-()+.]/g, '').toUpperCase().replace(/^(?:0086|86)(?=1\d{10}$)/, '');
}
