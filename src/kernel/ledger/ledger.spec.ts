import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical, NotCanonicalError } from './canonical.js';
import { chainEntry, digests, type ChainedEntry, type EntryContent, type Link } from './chain.js';
import { verifyChain } from './verify.js';

describe('canonical', () => {
  it('gives the text of RFC 8785, section 3.2.3', () => {
    const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/', literals: [null, true, false] };
    expect(canonical(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('sorts names by UTF-16 code units, as the sample of RFC 8785, section 3.2.3', () => {
    const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    expect([...canonical(value).matchAll(/:"([^"]*)"/g)].map((match) => match[1])).toEqual(['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']);
  });

  it.each<[number, string]>([[0, '0'], [-0, '0'], [5e-324, '5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'], [9007199254740992, '9007199254740992'], [1e21, '1e+21'], [999999999999999900000, '999999999999999900000'], [0.000001, '0.000001'], [1e-7, '1e-7'], [1424953923781206.2, '1424953923781206.2']])('writes %d as RFC 8785, appendix B', (value, expected) => {
    expect(canonical(value)).toBe(expected);
  });

  it('agrees with another maker of RFC 8785 texts', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => expect(canonical(value)).toBe(canonicalize(value))), { numRuns: 500 });
  });

  it('accepts an object without prototype', () => {
    expect(canonical(Object.assign(Object.create(null) as object, { b: 1, a: '中' }))).toBe('{"a":"中","b":1}');
  });

  class Person {}
  it.each<[string, unknown, string, string]>([
    ['undefined', { a: { b: undefined } }, 'a.b', 'undefined'],
    ['undefined in a list', { a: [1, undefined] }, 'a[1]', 'undefined'],
    ['a hole', { a: [1, , 2] }, 'a[1]', 'undefined'],
    ['NaN', { a: [[NaN]] }, 'a[0][0]', 'NaN'],
    ['infinity', { a: -Infinity }, 'a', '-Infinity'],
    ['a date', { a: { at: new Date(0) } }, 'a.at', 'Date'],
    ['a bigint', { a: 1n }, 'a', 'bigint'],
    ['a function', { a: () => 1 }, 'a', 'function'],
    ['a symbol', { a: Symbol('x') }, 'a', 'symbol'],
    ['a map', { a: new Map() }, 'a', 'Map'],
    ['a class', [new Person()], '[0]', 'Person'],
    ['a lone surrogate', { a: ['\ud800'] }, 'a[0]', 'a lone surrogate'],
    ['a lone surrogate in a name', { a: { '\udc00': 1 } }, 'a.\udc00', 'a lone surrogate'],
    ['a toJSON that would change it', { a: { toJSON: () => 1 } }, 'a.toJSON', 'function'],
  ])('refuses %s and says where', (_, value, path, found) => {
    let caught: unknown;
    try {
      canonical(value);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(NotCanonicalError);
    expect(caught).toMatchObject({ code: 'not-canonical', path, found, message: `${path} is ${found}, which canonical JSON cannot carry` });
  });

  it('names the value itself where there is no path', () => {
    expect(() => canonical(undefined)).toThrow('The value is undefined, which canonical JSON cannot carry');
  });

  it('is JSON that reads back as the same value, whatever the order of names', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
    }), { numRuns: 100 });
  });
});

const content = (n: number): EntryContent => ({ subjectType: 'complaint', subjectId: '019aa1b2-0000-7000-8000-000000000001', at: `2026-11-20T09:10:0${n}.000Z`, actor: 'account:7', event: 'complaint.registered', data: { n, 说明: '测试' } });

function chainOf(contents: readonly EntryContent[]): ChainedEntry[] {
  return contents.reduce<ChainedEntry[]>((chain, item) => [...chain, chainEntry(chain.at(-1) ?? null, item)], []);
}
const headOf = (chain: readonly ChainedEntry[]): Link | null => {
  const last = chain.at(-1);
  return last === undefined ? null : { seq: last.seq, sha256: last.sha256, sm3: last.sm3 };
};
const FIVE = chainOf([1, 2, 3, 4, 5].map(content));
const HEAD = headOf(FIVE);
const replaced = (seq: number, change: Partial<ChainedEntry>): ChainedEntry[] => FIVE.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

describe('chainEntry', () => {
  it('uses SM3 as published in GB/T 32905-2016, appendix A.1', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('digests the canonical text of content, place and both digests before, written here by hand', () => {
    const first = chainEntry(null, content(1));
    const text1 = '{"actor":"account:7","at":"2026-11-20T09:10:01.000Z","data":{"n":1,"说明":"测试"},"event":"complaint.registered","prevSha256":null,"prevSm3":null,"seq":1,"subjectId":"019aa1b2-0000-7000-8000-000000000001","subjectType":"complaint","v":1}';
    expect(first).toMatchObject({ seq: 1, prevSha256: null, prevSm3: null, sha256: createHash('sha256').update(text1).digest('hex'), sm3: createHash('sm3').update(text1).digest('hex') });
    const second = chainEntry(first, content(2));
    const text2 = `{"actor":"account:7","at":"2026-11-20T09:10:02.000Z","data":{"n":2,"说明":"测试"},"event":"complaint.registered","prevSha256":"${first.sha256}","prevSm3":"${first.sm3}","seq":2,"subjectId":"019aa1b2-0000-7000-8000-000000000001","subjectType":"complaint","v":1}`;
    expect(second).toMatchObject({ seq: 2, prevSha256: first.sha256, prevSm3: first.sm3, sha256: createHash('sha256').update(text2).digest('hex'), sm3: createHash('sm3').update(text2).digest('hex') });
  });

  it('carries nothing but the fields of an entry', () => {
    const entry = chainEntry(null, { ...content(1), name: '陈测试' } as EntryContent);
    expect(Object.keys(entry).sort()).toEqual(['actor', 'at', 'data', 'event', 'prevSha256', 'prevSm3', 'seq', 'sha256', 'sm3', 'subjectId', 'subjectType']);
  });
});

describe('verifyChain', () => {
  it('accepts an untouched chain and an empty one', () => {
    expect(verifyChain(FIVE, HEAD)).toEqual({ ok: true, count: 5 });
    expect(verifyChain([], null)).toEqual({ ok: true, count: 0 });
  });

  const edits: [keyof ChainedEntry, Partial<ChainedEntry>][] = [
    ['subjectType', { subjectType: 'case' }], ['subjectId', { subjectId: '019aa1b2-0000-7000-8000-000000000002' }], ['at', { at: '2026-11-20T09:10:03.001Z' }], ['actor', { actor: 'account:8' }],
    ['event', { event: 'complaint.accepted' }], ['data', { data: { n: 4 } }], ['sha256', { sha256: '0'.repeat(64) }], ['sm3', { sm3: '0'.repeat(64) }], ['prevSha256', { prevSha256: '0'.repeat(64) }], ['prevSm3', { prevSm3: null }],
  ];
  it.each(edits)('names the entry whose %s was edited', (_, change) => {
    for (const seq of [1, 3, 5]) {
      const first = seq === 1 && 'prevSm3' in change ? { prevSm3: '' } : change;
      expect(verifyChain(replaced(seq, first), HEAD)).toMatchObject({ ok: false, firstBadSeq: seq, fault: 'edited' });
    }
  });

  it('finds data that canonical JSON cannot carry, instead of throwing', () => {
    expect(verifyChain(replaced(2, { data: { n: undefined } }), HEAD)).toMatchObject({ ok: false, firstBadSeq: 2, fault: 'edited' });
  });

  it.each([[1, 'missing'], [3, 'missing'], [5, 'truncated']])('names entry %d when it was deleted (%s)', (seq, fault) => {
    expect(verifyChain(FIVE.filter((entry) => entry.seq !== seq), HEAD)).toMatchObject({ firstBadSeq: seq, fault });
  });

  it('names the first of two rows whose contents were swapped', () => {
    const swapped = FIVE.map((entry) => (entry.seq === 2 ? { ...entry, ...content(4) } : entry.seq === 4 ? { ...entry, ...content(2) } : entry));
    expect(verifyChain(swapped, HEAD)).toMatchObject({ firstBadSeq: 2, fault: 'edited' });
  });

  it('names the first of two rows whose numbers were swapped, read in order of number', () => {
    const swapped = FIVE.map((entry) => ({ ...entry, seq: entry.seq === 2 ? 4 : entry.seq === 4 ? 2 : entry.seq })).sort((a, b) => a.seq - b.seq);
    expect(verifyChain(swapped, HEAD)).toMatchObject({ firstBadSeq: 2, fault: 'edited' });
  });

  it('names the place where rows stand in the wrong order', () => {
    expect(verifyChain([1, 3, 2, 4, 5].flatMap((seq) => FIVE.filter((entry) => entry.seq === seq)), HEAD)).toMatchObject({ firstBadSeq: 2 });
  });

  it('names the first entry of a cut end', () => {
    expect(verifyChain(FIVE.slice(0, 2), HEAD)).toMatchObject({ firstBadSeq: 3, fault: 'truncated' });
  });

  it('names a doubled entry', () => {
    expect(verifyChain(FIVE.flatMap((entry) => (entry.seq === 3 ? [entry, entry] : [entry])), HEAD)).toMatchObject({ firstBadSeq: 3, fault: 'out-of-place' });
  });

  it.each([0, -1, 1.5])('names a number that no entry can have: %d', (seq) => {
    expect(verifyChain(replaced(1, { seq }), HEAD)).toMatchObject({ ok: false, firstBadSeq: 1 });
  });

  it('finds an edit whose digests were computed again, at the entry that no longer follows', () => {
    const edited = replaced(3, { data: { n: 99 } }).map((entry) => (entry.seq === 3 ? { ...entry, ...digests(entry, 3, entry.prevSha256, entry.prevSm3) } : entry));
    expect(verifyChain(edited, HEAD)).toMatchObject({ firstBadSeq: 4, fault: 'relinked' });
    const last = replaced(5, { data: { n: 99 } }).map((entry) => (entry.seq === 5 ? { ...entry, ...digests(entry, 5, entry.prevSha256, entry.prevSm3) } : entry));
    expect(verifyChain(last, HEAD)).toMatchObject({ firstBadSeq: 5, fault: 'head-differs' });
  });

  it('finds a relink of one algorithm only', () => {
    for (const change of [{ prevSha256: '0'.repeat(64) }, { prevSm3: '0'.repeat(64) }]) {
      const relinked = replaced(3, change).map((entry) => (entry.seq === 3 ? { ...entry, ...digests(entry, 3, entry.prevSha256, entry.prevSm3) } : entry));
      expect(verifyChain(relinked, HEAD)).toMatchObject({ firstBadSeq: 3, fault: 'relinked' });
    }
  });

  it('finds a first entry that claims one before it', () => {
    const made = chainEntry({ seq: 0, sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }, content(1));
    expect(verifyChain([made], headOf([made]))).toMatchObject({ firstBadSeq: 1, fault: 'relinked' });
  });

  it('finds a chain that was written anew from an entry on, by its head', () => {
    const anew = chainOf([1, 2, 9, 4, 5].map(content));
    expect(verifyChain(anew, HEAD)).toMatchObject({ firstBadSeq: 5, fault: 'head-differs' });
  });

  it.each<[string, Link | null, number, string]>([
    ['is missing', null, 5, 'head-missing'],
    ['has another SHA-256', { seq: 5, sha256: '0', sm3: HEAD?.sm3 ?? '' }, 5, 'head-differs'],
    ['has another SM3', { seq: 5, sha256: HEAD?.sha256 ?? '', sm3: '0' }, 5, 'head-differs'],
    ['stands before the end', headOf(FIVE.slice(0, 3)), 4, 'head-differs'],
  ])('reports a head that %s', (_, head, firstBadSeq, fault) => {
    expect(verifyChain(FIVE, head)).toMatchObject({ firstBadSeq, fault });
  });

  it('reports a whole chain that is gone', () => {
    expect(verifyChain([], HEAD)).toMatchObject({ firstBadSeq: 1, fault: 'truncated' });
  });

  it('gives every fault a text in both languages', () => {
    const { detail } = verifyChain(FIVE, null) as { detail: { zh: string; en: string } };
    expect(detail).toEqual({ zh: '链头记录缺失', en: 'The record of the last entry is missing' });
  });
});

const entryContent: fc.Arbitrary<EntryContent> = fc.record({ subjectType: fc.constantFrom('complaint', 'case'), subjectId: fc.uuid(), at: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()), actor: fc.string(), event: fc.string(), data: fc.dictionary(fc.string(), fc.jsonValue()) })
  .map((value) => JSON.parse(JSON.stringify(value)) as EntryContent);
const FIELDS = ['subjectType', 'subjectId', 'at', 'actor', 'event', 'data', 'sha256', 'sm3', 'prevSha256', 'prevSm3'] as const;

describe('a random chain', () => {
  it('verifies, and still does after a passage through the text of the database', () => {
    fc.assert(fc.property(fc.array(entryContent, { maxLength: 6 }), (contents) => {
      const chain = chainOf(contents);
      expect(verifyChain(JSON.parse(JSON.stringify(chain)) as ChainedEntry[], headOf(chain))).toEqual({ ok: true, count: contents.length });
    }), { numRuns: 60 });
  });

  it('does not verify after one change, and names the entry that was changed', () => {
    fc.assert(fc.property(fc.array(entryContent, { minLength: 1, maxLength: 6 }), fc.nat(), fc.constantFrom(...FIELDS, 'delete', 'double'), (contents, at, what) => {
      const chain = chainOf(contents);
      const index = at % chain.length;
      const mutate = (entry: ChainedEntry): ChainedEntry[] => {
        if (what === 'delete') return [];
        if (what === 'double') return [entry, entry];
        const change = what === 'data' ? { ...entry.data, 'added-by-hand': 1 } : `${String(entry[what])}!`;
        return [{ ...entry, [what]: change }];
      };
      const mutated = chain.flatMap((entry, place) => (place === index ? mutate(entry) : [entry]));
      expect(verifyChain(mutated, headOf(chain))).toMatchObject({ ok: false, firstBadSeq: index + 1 });
    }), { numRuns: 120 });
  });
});
