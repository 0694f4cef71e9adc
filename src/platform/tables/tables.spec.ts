import { describe, expect, it } from '@jest/globals';
import { csvFile, csvRows } from './csv.js';
import { decoded, encodingOf } from './encoding.js';
import { startProblem } from './formats.js';
import { jsonLines } from './json-lines.js';
import type { ByteSource } from './table.js';

/** A file that comes in pieces of so many bytes: characters, line ends and quotes are cut in two. */
const file = (content: string | Buffer, size = 1): ByteSource => {
  const bytes = Buffer.from(content as string);
  return {
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += size) yield bytes.subarray(at, Math.min(end, at + size));
    },
  };
};
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};
/** 潮州 in GB18030. */
const CHAOZHOU = Buffer.from([0xb3, 0xb1, 0xd6, 0xdd]);

describe('the encoding of a file', () => {
  it.each([1, 2, 3, 7, 1000])('is found in pieces of %d bytes', async (size) => {
    expect(await encodingOf(file('潮州 𠮷 abc', size))).toBe('utf-8');
    expect(await encodingOf(file(Buffer.concat([Buffer.from('abc '), CHAOZHOU]), size))).toBe('gb18030');
    expect(await encodingOf(file('abc', size))).toBe('utf-8');
  });

  it.each([['a byte that nothing begins with', [0x61, 0xff]], ['half a character at the end', [0x61, 0xe6]], ['four bytes that mean nothing', [0x84, 0x31, 0xff, 0x30]]])('is none with %s', async (_, bytes) => {
    await expect(encodingOf(file(Buffer.from(bytes)))).rejects.toMatchObject({ code: 'encoding' });
  });

  it('of text that was found comes out without its byte order mark', async () => {
    expect((await all(decoded(file(CHAOZHOU).read(), 'gb18030'))).join('')).toBe('潮州');
    expect((await all(decoded(file('\ufeffa').read(), 'utf-8'))).join('')).toBe('a');
  });
});

describe('CSV', () => {
  it.each([1, 5, 64])('counts rows as a spreadsheet does, in pieces of %d bytes', async (size) => {
    const rows = await all(csvRows(file('\ufeff编号,事实\r\n1,"两\r\n行，""引"""\r\n\r\n2,b\r\n3', size), 'utf-8'));
    expect(rows).toEqual([{ number: 1, cells: ['编号', '事实'] }, { number: 2, cells: ['1', '两\r\n行，"引"'] }, { number: 4, cells: ['2', 'b'] }, { number: 5, cells: ['3'] }]);
  });

  it('is read in GB18030', async () => {
    expect(await all(csvRows(file(Buffer.concat([Buffer.from('a,'), CHAOZHOU, Buffer.from('\n')])), 'gb18030'))).toEqual([{ number: 1, cells: ['a', '潮州'] }]);
  });

  it('hands on an error of the place where it is kept', async () => {
    const broken: ByteSource = { size: 9, read: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })) }) }) };
    await expect(all(csvRows(broken, 'utf-8'))).rejects.toMatchObject({ code: '57P01' });
  });

  it('stops reading when nobody wants more', async () => {
    let given = 0;
    const endless: ByteSource = {
      size: 1e9,
      async *read() {
        for (;;) yield Buffer.from(`${(given += 1)},a\n`.repeat(1000));
      },
    };
    for await (const { number } of csvRows(endless, 'utf-8')) if (number === 5) break;
    expect(given).toBeLessThan(100);
  });

  it('is written with a byte order mark, and with nothing that a spreadsheet would work out', async () => {
    const rows = (async function* () {
      yield ['=1+1', '+1', '-1', '@a', 'a"b,c', '正常'];
    })();
    expect((await all(csvFile(['一', '二', '三', '四', '五', '六'], rows))).map(String).join('')).toBe('\ufeff一,二,三,四,五,六\r\n\'=1+1,\'+1,\'-1,\'@a,"a""b,c",正常\r\n');
  });

  it('breaks off when what it is written from breaks off', async () => {
    const rows = (async function* () {
      yield ['a'];
      throw new Error('gone');
    })();
    await expect(all(csvFile(['a'], rows))).rejects.toThrow('gone');
  });
});

describe('JSON lines', () => {
  it.each([1, 4, 1000])('are counted with the blank ones, in pieces of %d bytes', async (size) => {
    expect(await all(jsonLines(file('\ufeff{"a":"潮"}\r\n\r\n  \n{"b":1}', size), 'utf-8'))).toEqual([{ number: 1, text: '{"a":"潮"}' }, { number: 4, text: '{"b":1}' }]);
  });

  it('in GB18030 are not cut within a character', async () => {
    expect(await all(jsonLines(file(Buffer.concat([CHAOZHOU, Buffer.from('\n'), CHAOZHOU])), 'gb18030'))).toEqual([{ number: 1, text: '潮州' }, { number: 2, text: '潮州' }]);
  });

  it('may be a mebibyte long and no longer', async () => {
    const most = 'a'.repeat(1_048_576);
    expect((await all(jsonLines(file(`${most}\n${most}`, 300_000), 'utf-8'))).length).toBe(2);
    await expect(all(jsonLines(file(`a\n${most}a\nb`, 300_000), 'utf-8'))).rejects.toMatchObject({ code: 'record-too-long', where: { line: 2 } });
    await expect(all(jsonLines(file(`${most}a`, 2_000_000), 'utf-8'))).rejects.toMatchObject({ code: 'record-too-long', where: { line: 1 } });
  });
});

describe('the beginning of a file', () => {
  it.each([['csv', 'PK\x03\x04', 'not-what-it-says'], ['ndjson', '%PDF-1.7', 'not-what-it-says'], ['csv', '\xff\xfea', 'encoding'], ['ndjson', '\xfe\xff', 'encoding'], ['csv', 'PK', null], ['csv', '', null], ['ndjson', '{', null], ['xlsx', 'PK\x03\x04', null], ['xlsx', '\xd0\xcf\x11\xe0', 'encrypted-or-old'], ['xlsx', 'a,b', 'not-what-it-says'], ['xlsx', '', 'not-what-it-says'], ['csv', '\xef\xbb\xbfa', null]] as const)(
    'as %s: %j is %s', (format, start, problem) => {
      expect(startProblem(format, Buffer.from(start, 'latin1'))).toBe(problem);
    });
});
