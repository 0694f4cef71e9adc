import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digests, NotCanonicalError } from '../../kernel/ledger/index.js';
import { record, type Fact } from './records.js';

const fact = (data: Record<string, unknown>): Fact => ({ subjectType: 'complaint', subjectId: '019aa1b2-0000-7000-8000-000000000000', at: new Date('2026-11-22T09:10:00.000Z'), actor: 'system:test', event: 'complaint.registered', data });

describe('record', () => {
  it('writes down what the database will give back: dates as text, absent members gone, holes null', () => {
    const { entry } = record(fact({ at: new Date(0), none: undefined, list: [1, undefined, { none: undefined, at: new Date(1) }], nothing: null, own: { toJSON: () => ({ day: new Date(2) }) } }), null);
    expect(entry.data).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [1, null, { at: '1970-01-01T00:00:00.001Z' }], nothing: null, own: { day: '1970-01-01T00:00:00.002Z' } });
  });

  it('hashes the same as what comes back from JSON', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (data) => {
      const { entry } = record(fact(data), null);
      const back = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
      expect(digests({ ...entry, at: entry.at.toISOString(), data: back }, 1, null, null)).toEqual({ sha256: entry.sha256, sm3: entry.sm3 });
    }));
  });

  it('keeps a member named __proto__ as a member', () => {
    const { entry } = record(fact(JSON.parse('{"a":{"__proto__":{"b":1}}}') as Record<string, unknown>), null);
    expect(JSON.stringify(entry.data)).toBe('{"a":{"__proto__":{"b":1}}}');
  });

  it.each([[NaN], [1n], [(): number => 1]])('refuses %p, which JSON would drop or change', (value) => {
    expect(() => record(fact({ value }), null)).toThrow(NotCanonicalError);
  });

  it('goes on from the entry before', () => {
    const first = record(fact({ a: 1 }), null);
    const second = record(fact({ a: 2 }), first.head);
    expect([second.entry.seq, second.entry.prevSha256, second.entry.prevSm3]).toEqual([2, first.entry.sha256, first.entry.sm3]);
  });
});
