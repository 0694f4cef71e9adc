import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blindIndex } from './blind-index.js';

const KEY = Buffer.alloc(32, 7);
const phone = (text: string): string => blindIndex(KEY, 'phone', text);

describe('blindIndex', () => {
  it('is HMAC-SHA256 under a key derived for the field', () => {
    const own = Buffer.from(hkdfSync('sha256', KEY, new Uint8Array(0), Buffer.from('blind-index:phone'), 32));
    expect(phone('13800000000')).toBe(createHmac('sha256', own).update('13800000000').digest('base64url'));
  });

  it('stays what it was: another value could no longer be found', () => {
    expect([phone('13800000000'), blindIndex(KEY, 'document', '445102190001010011')]).toEqual(['CY12exkc9hSK2nqsxxeAJMCaRgvukYaOFDFjcAcy1ZM', 'uTnOzh4z_UggYbG2wVmdHx17W8iyXB2SUakULVkqIM4']);
  });

  it.each(['138 0000 0000', '138-0000-0000', '１３８００００００００', '+86 138 0000 0000', '0086-13800000000', '86 13800000000', ' 138.0000.0000\t', '（138）00000000', '138—0000—0000'])('finds a mobile number that was typed as %s', (text) => {
    expect(phone(text)).toBe(phone('13800000000'));
  });

  it.each([['0768-2345678', '+86 768 2345678'], ['0768-2345678', '0086 (0)768 2345678'], ['010-12345678', '8610 12345678'], ['020 87654321', '+86-20-87654321']])('finds the landline %s that was typed as %s', (one, other) => {
    expect(phone(other)).toBe(phone(one));
  });

  it('does not take a local number that begins with 86 for a country code', () => {
    expect(phone('86123456')).not.toBe(phone('0123456'));
    expect(phone('8612345')).not.toBe(phone('12345'));
  });

  it.each([['44510219000101001x', '44510219000101001X'], ['４４５１０２ 1900 0101 0011', '445102190001010011'], ['e-1234567', 'E1234567']])('finds the document %s as %s', (one, other) => {
    expect(blindIndex(KEY, 'document', one)).toBe(blindIndex(KEY, 'document', other));
  });

  it('keeps fields and keys apart', () => {
    expect(blindIndex(KEY, 'document', '13800000000')).not.toBe(phone('13800000000'));
    expect(blindIndex(Buffer.alloc(32, 8), 'phone', '13800000000')).not.toBe(phone('13800000000'));
  });

  it('gives different numbers different values', () => {
    const mobile = fc.integer({ min: 13000000000, max: 19999999999 }).map(String);
    fc.assert(fc.property(mobile, mobile, (one, other) => {
      expect(phone(one) === phone(other)).toBe(one === other);
    }));
  });
});
