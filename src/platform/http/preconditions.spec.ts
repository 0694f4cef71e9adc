import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { preconditionsOf, type Sent } from './preconditions.js';
import { Problem } from './problem.js';

const digestKey = Buffer.alloc(32, 7);
const KEY = 'a2b9d6a4-6d5c-4f0f-8f8e-0d6c1b0e9a11';
const post = (more: Partial<Sent> = {}): Sent => ({ method: 'POST', url: '/v1/complaints', headers: { 'idempotency-key': KEY }, body: { a: 1, b: [2, '三'] }, ...more });
const read = (sent: Sent, repeatable = false): ReturnType<typeof preconditionsOf> => preconditionsOf(sent, repeatable, digestKey);

function refusal(work: () => unknown): [number, string] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.definition.status, error.code];
  }
}

describe('Idempotency-Key', () => {
  it.each([undefined, ''])('is asked for on POST: %p', (key) => {
    expect(refusal(() => read(post({ headers: { 'idempotency-key': key } })))).toEqual([400, 'idempotency.key-required']);
  });

  it.each(['1234567', 'x'.repeat(129), 'with space', 'tab\tinside', '含有中文的键值很长', 'control\u0007'])('refuses %p', (key) => {
    expect(refusal(() => read(post({ headers: { 'idempotency-key': key } })))).toEqual([400, 'idempotency.key-invalid']);
  });

  it.each(['12345678', 'x'.repeat(128), '!"#$%&~}', KEY])('takes %p', (key) => {
    expect(read(post({ headers: { 'idempotency-key': key } })).idempotency?.key).toBe(key);
  });

  it('is refused when it is sent twice', () => {
    expect(refusal(() => read(post({ headers: { 'idempotency-key': [KEY, KEY] } })))).toEqual([400, 'idempotency.key-invalid']);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is not asked for on %s', (method) => {
    expect(read(post({ method, headers: {} })).idempotency).toBeUndefined();
  });

  it('is not asked for, nor used, where a POST is repeatable', () => {
    expect(read(post({ headers: {} }), true).idempotency).toBeUndefined();
    expect(read(post(), true).idempotency).toBeUndefined();
  });
});

describe('digest of a request', () => {
  const digest = (more: Partial<Sent> = {}, key = digestKey): string | undefined => preconditionsOf(post(more), false, key).idempotency?.digest;

  it('does not depend on the order of members', () => {
    expect(digest({ body: { b: [2, '三'], a: 1 } })).toBe(digest());
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (body) => {
      const turned = Object.fromEntries(Object.entries(body).reverse());
      return digest({ body }) === digest({ body: turned });
    }));
  });

  it.each<Partial<Sent>>([{ body: { a: 1, b: ['三', 2] } }, { body: { a: 2, b: [2, '三'] } }, { body: undefined }, { url: '/v1/complaints?x=1' }, { url: '/v1/cases' }])('depends on %p', (more) => {
    expect(digest(more)).not.toBe(digest());
  });

  it('is keyed', () => {
    expect(digest({}, Buffer.alloc(32, 8))).not.toBe(digest());
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([{ text: '\ud800' }, { number: Infinity }])('refuses a body that has no canonical form: %p', (body) => {
    expect(refusal(() => digest({ body }))).toEqual([400, 'request.unreadable']);
  });
});

describe('If-Match', () => {
  const version = (header: string | string[] | undefined): number | undefined => read(post({ headers: { 'idempotency-key': KEY, 'if-match': header } })).ifMatch;

  it.each([['"1"', 1], [' "42" ', 42], ['"0"', 0], [undefined, undefined]] as const)('reads %p as %p', (header, expected) => {
    expect(version(header)).toBe(expected);
  });

  it('never matches a weak tag', () => {
    expect(refusal(() => version('W/"1"'))).toEqual([412, 'precondition.failed']);
  });

  it.each(['*', '1', '"one"', '"01"', '"-1"', '"1", "2"', '"1e3"', '"9999999999"', ''])('refuses %p', (header) => {
    expect(refusal(() => version(header))).toEqual([400, 'precondition.malformed']);
  });

  it('is read on every method', () => {
    expect(read({ method: 'PUT', url: '/', headers: { 'if-match': '"3"' }, body: {} }).ifMatch).toBe(3);
  });
});
