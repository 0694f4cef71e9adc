import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type Json, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { csv, CSV, HEADINGS, imported, LINES, number, results, row, workbook, XLSX } from './imports.ground.js';

jest.setTimeout(120_000);

const MEBIBYTE = 1_048_576;

interface Part {
  readonly name: string;
  readonly data: Buffer;
  /** What the directory says instead of the truth. */
  readonly lie?: { readonly uncompressed?: number; readonly flags?: number };
}

/** A zip written by hand, so that it can lie: local headers, directory, end. */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, lie = {} } of parts) {
    const packed = deflateRawSync(data);
    const common = (size: number): Buffer => {
      const head = Buffer.alloc(26);
      head.writeUInt16LE(20, 0);
      head.writeUInt16LE(lie.flags ?? 0, 2);
      head.writeUInt16LE(8, 4);
      head.writeUInt32LE(crc32(data), 10);
      head.writeUInt32LE(packed.length, 14);
      head.writeUInt32LE(size, 18);
      head.writeUInt16LE(Buffer.byteLength(name), 22);
      return head;
    };
    const size = lie.uncompressed ?? data.length;
    const here = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(size), Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common(size), tail, Buffer.from(name)]));
    local.push(here);
    offset += here.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, entries, end]);
}

const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const BOOK = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string): Buffer => Buffer.from(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`);
const book = (sheet: Buffer, more: readonly Part[] = [], lie?: Part['lie']): Buffer =>
  zip([{ name: 'xl/_rels/workbook.xml.rels', data: Buffer.from(RELS) }, { name: 'xl/workbook.xml', data: Buffer.from(BOOK) }, { name: 'xl/worksheets/sheet1.xml', data: sheet, ...(lie === undefined ? {} : { lie }) }, ...more]);
const headerRow = `<row r="1">${HEADINGS.map((heading, index) => inline(`${String.fromCharCode(65 + index)}1`, heading)).join('')}</row>`;

describe('a hostile file', () => {
  let app: TestApp;
  let clerk: Client;
  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    clerk = await app.as('intake-clerk');
  });
  afterAll(() => app.close());

  const written = async (): Promise<Json> => (await app.sql.admin('SELECT (SELECT count(*) FROM complaint)::int AS complaints, (SELECT count(*) FROM import_result)::int AS results, (SELECT count(*) FROM ledger_entry WHERE subject_type = $1)::int AS entries', ['complaint']))[0];

  /** The reason, and that nothing at all was filed. */
  async function failsWith(type: string, file: string | Buffer | Readable): Promise<Json> {
    const before = await written();
    const done = await imported(app, clerk, type, file);
    expect([done.state, await written()]).toEqual(['failed', before]);
    expect([typeof done.failure.title, typeof done.failure.remedy, done.allowedCommands]).toEqual(['string', 'string', ['retry']]);
    return [done.failure.code, done.failure.where];
  }

  const good = (): string => csv(row());
  const header = csv(HEADINGS);

  it.each<[string, string, () => string | Buffer, unknown]>([
    ['neither UTF-8 nor GB18030', CSV, () => Buffer.concat([Buffer.from(header + good()), Buffer.from([0x80, 0xff, 0xff, 0x0a])]), ['import.encoding', {}]],
    ['UTF-8 that turns into rubbish at its end', LINES, () => Buffer.concat([Buffer.from(`${JSON.stringify(report())}\n`.repeat(3000)), Buffer.from([0xff, 0xff])]), ['import.encoding', {}]],
    ['a header and nothing else', CSV, () => header, ['import.no-rows', {}]],
    ['blank lines only', CSV, () => '\r\n\r\n', ['import.no-rows', {}]],
    ['a byte order mark only', CSV, () => '\ufeff', ['import.no-rows', {}]],
    ['blank JSON lines', LINES, () => '\n \n\n', ['import.no-rows', {}]],
    ['10,000 columns', CSV, () => csv([...HEADINGS, ...Array.from({ length: 10_000 }, (_, index) => `c${index}`)], row()), ['import.too-many-columns', { columns: [] }]],
    ['a quote that is never closed', CSV, () => `${header}${good()}"${number()},举报\r\n${good()}`, ['import.quotes', { line: expect.any(Number) }]],
    ['a quote in the middle of a cell', CSV, () => `${header}${good()}a"b,举报\r\n${good()}`, ['import.quotes', { line: 3 }]],
    ['text behind a closing quote', CSV, () => `${header}${good()}"a"b,举报\r\n${good()}`, ['import.quotes', { line: 3 }]],
    ['a record of more than a mebibyte', CSV, () => `${header}${good()}"${'a'.repeat(2 * MEBIBYTE)}"\r\n`, ['import.record-too-long', { line: 3 }]],
    ['a JSON line of more than a mebibyte', LINES, () => `${JSON.stringify(report())}\n{"facts":"${'a'.repeat(MEBIBYTE + 1)}"}\n`, ['import.record-too-long', { line: 2 }]],
    ['a workbook cut off', XLSX, () => book(sheetOf(headerRow)).subarray(0, -40), ['import.zip-broken', {}]],
    ['a zip that is no workbook', XLSX, () => zip([{ name: 'a.txt', data: Buffer.from('a') }]), ['import.workbook-broken', { part: 'xl/_rels/workbook.xml.rels' }]],
    ['broken XML in the sheet', XLSX, () => book(sheetOf(`${headerRow}<row r="2"><c r="A2"`)), ['import.workbook-broken', {}]],
    ['rows that go backwards', XLSX, () => book(sheetOf(`${headerRow}<row r="7">${inline('A7', 'a')}</row><row r="3">${inline('A3', 'a')}</row>`)), ['import.workbook-broken', { row: 7 }]],
    ['a row that never ends', XLSX, () => book(sheetOf(`${headerRow}<row r="2">${inline('A2', 'a'.repeat(9 * MEBIBYTE))}</row>`)), ['import.record-too-long', { row: 2 }]],
    ['an encrypted part', XLSX, () => book(sheetOf(headerRow), [], { flags: 1 }), ['import.zip-encrypted', { part: 'xl/worksheets/sheet1.xml' }]],
    ['a part that is larger than it says', XLSX, () => book(sheetOf(`${headerRow}<row r="2">${inline('A2', 'a'.repeat(5000))}</row>`), [], { uncompressed: 200 }), ['import.zip-broken', {}]],
    ['3,000 parts', XLSX, () => zip(Array.from({ length: 3000 }, (_, index) => ({ name: `a${index}`, data: Buffer.from('a') }))), ['import.zip-bomb', { entries: 2000 }]],
    ['shared texts of 100 MB', XLSX, () => book(sheetOf(headerRow), [{ name: 'xl/sharedStrings.xml', data: randomBytes(2 * MEBIBYTE), lie: { uncompressed: 110 * MEBIBYTE } }]), ['import.workbook-too-large', { part: 'xl/sharedStrings.xml', megabytes: 110 }]],
  ])('fails with its reason, and nothing is filed: %s', async (_, type, file, expected) => {
    expect(await failsWith(type, file())).toEqual(expected);
  });

  it('that unpacks to a thousand times its size is not unpacked', async () => {
    const [code, where] = await failsWith(XLSX, book(Buffer.alloc(64 * MEBIBYTE, ' ')));
    expect([code, where.part, where.ratio > 500]).toEqual(['import.zip-bomb', 'xl/worksheets/sheet1.xml', true]);
  });

  it('whose only line is a hundred megabytes fails, and the memory stays where it was', async () => {
    const before = process.memoryUsage().rss;
    const endless = Readable.from((function* () {
      for (let sent = 0; sent < 100; sent += 1) yield Buffer.alloc(MEBIBYTE, 'a');
    })());
    expect(await failsWith(LINES, endless)).toEqual(['import.record-too-long', { line: 1 }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEBIBYTE);
  });

  it('whose first row is data tells columns by letter only: it is full of names', async () => {
    const [code, where] = await failsWith(CSV, csv(row(), row()));
    expect([code, where.columns.length, where.columns[0], JSON.stringify(where).includes('陈测试')]).toEqual(['import.header-missing', 12, { column: 'A', code: 'unknown' }, false]);
  });

  it('of random bytes behind a good beginning fails as a whole', async () => {
    expect((await failsWith(CSV, Buffer.concat([Buffer.from(header), Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))])))[0]).toMatch(/^import\.(encoding|quotes)$/);
  });

  it('with bad rows among the good is read to its end: each row has all its problems, and no value is repeated', async () => {
    const rows = [
      row(), row({ 1: '骂人', 2: '火星', 6: '' }), row({ 0: '有 空格' }), row({ 6: '1.38E+10' }), [...row(), 'nobody named this'], row().slice(0, 11), row({ 11: `a\0b` }), row({ 4: '也许' }), row({ 11: 'a'.repeat(10_001) }), row(),
    ];
    const done = await imported(app, clerk, CSV, csv(HEADINGS, ...rows));
    expect([done.state, done.progress]).toMatchObject(['finished', { rowsTotal: 10, rowsDone: 10, filed: 2, refused: 8 }]);
    expect((await results(clerk, done.id)).map(({ row: line, outcome, problems }) => [line, outcome, ...problems.map(({ path, code }: Json) => `${path} ${code}`)])).toEqual([
      [2, 'filed'],
      [3, 'refused', 'requestType isIn', 'region isIn', 'reporter.phone isNotEmpty', 'reporter.phone isString', 'reporter.phone maxLength'].sort(byText),
      [4, 'refused', 'externalNumber matches'],
      [5, 'refused', 'reporter.phone scientific-notation'],
      [6, 'refused', 'M cell-without-heading'],
      [7, 'refused', 'facts isString', 'facts isNotEmpty', 'facts maxLength'].sort(byText),
      [8, 'refused', 'facts isStorableText'],
      [9, 'refused', 'realName isBoolean'],
      [10, 'refused', 'facts maxLength'],
      [11, 'filed'],
    ].map((one) => expect.arrayContaining(one)));
    expect(JSON.stringify(await results(clerk, done.id))).not.toMatch(/骂人|火星|有 空格|1\.38E|nobody named|也许/);
  });

  it('of JSON lines with every kind of rubbish refuses the lines and files the rest', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const lines = [
      JSON.stringify(report({ externalNumber: number() })), '{"channel": "hotline-12345", "reporter": {"name": "陈测试"', '[]', 'null', '"text"', `{"facts": ${deep}}`, '{"陈测试13800000000": 1}',
      JSON.stringify(report({ externalNumber: number(), state: 'concluded', 'reporter.phone': '1' })), JSON.stringify(report({ externalNumber: number(), reporter: { name: '陈测试', phone: '13800000000', phone13800000000: '1' } })),
      JSON.stringify(report({ externalNumber: number() })).replace('{', '{"__proto__":{"polluted":true},'), JSON.stringify(report({ externalNumber: number(), facts: '\ud800' })), JSON.stringify(report({ externalNumber: number() })),
    ];
    const done = await imported(app, clerk, LINES, lines.join('\n'));
    expect([done.state, done.progress]).toMatchObject(['finished', { rowsTotal: 12, refused: 9 }]);
    const found = await results(clerk, done.id);
    expect(found.map(({ outcome }) => outcome)).toEqual(['filed', ...Array.from({ length: 8 }, () => 'refused'), 'filed', 'refused', 'filed']);
    expect(found.slice(1, 5).map(({ problems }) => problems)).toEqual(Array.from({ length: 4 }, () => [{ path: '', code: 'not-a-json-object' }]));
    expect(found[5].problems).toEqual([{ path: '', code: 'nested-too-deep' }]);
    expect(found[6].problems).toContainEqual({ path: '*', code: 'whitelistValidation' });
    expect(found[7].problems).toEqual(expect.arrayContaining([{ path: 'state', code: 'whitelistValidation' }, { path: 'reporter.phone', code: 'whitelistValidation' }]));
    expect(found[8].problems).toEqual([{ path: '*', code: 'whitelistValidation' }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(JSON.stringify(found)).not.toMatch(/陈测试|13800000000/);
  });

  it('of a spreadsheet with formulas refuses the rows that have them, whatever they have worked out', async () => {
    const file = await workbook((made) => {
      const sheet = made.addWorksheet('a');
      sheet.addRow(HEADINGS);
      sheet.addRow(row());
      sheet.addRow(row());
      sheet.getCell('L3').value = { formula: 'CONCATENATE("a","b")', result: 'ab', date1904: false };
      sheet.addRow(row());
      sheet.addRow(row());
      (sheet as unknown as { fillFormula(range: string, formula: string, values: string[], kind: string): void }).fillFormula('H4:H5', 'A4', ['某厂', '某厂'], 'shared');
      sheet.addRow(row());
      sheet.getCell('A6').value = { error: '#REF!' };
      sheet.addRow([...row().slice(0, 6), 138_000_000_001_234_567, ...row().slice(7)]);
    });
    const done = await imported(app, clerk, XLSX, file);
    expect([done.state, done.progress]).toMatchObject(['finished', { rowsTotal: 6, filed: 1, refused: 5 }]);
    expect((await results(clerk, done.id)).slice(1).map(({ problems }) => problems[0])).toEqual([
      { path: 'facts', code: 'formula-cell' }, { path: 'target.name', code: 'formula-cell' }, { path: 'target.name', code: 'formula-cell' }, { path: 'externalNumber', code: 'error-cell' }, { path: 'reporter.phone', code: 'digits-lost' },
    ]);
  });

  it('with links to other workbooks is read without them, and says so', async () => {
    const cells = row().map((cell, index) => inline(`${String.fromCharCode(65 + index)}2`, cell)).join('');
    const done = await imported(app, clerk, XLSX, book(sheetOf(`${headerRow}<row r="2">${cells}</row>`), [{ name: 'xl/externalLinks/externalLink1.xml', data: Buffer.from('<externalLink/>') }]));
    expect([done.state, done.warnings, done.progress.filed]).toEqual(['finished', [{ code: 'external-links-ignored' }], 1]);
  });

  it('with a cell at the far end of a row, or Chinese at the edge of a piece, is read as it stands', async () => {
    const facts = '疑为侵犯注册商标专用权的商品。'.repeat(600);
    const rows = Array.from({ length: 40 }, (_, n) => `<row r="${n + 2}">${row({ 11: facts }).map((cell, index) => inline(`${String.fromCharCode(65 + index)}${n + 2}`, cell)).join('')}${n === 5 ? inline(`XFD${n + 2}`, 'x') : ''}</row>`);
    const done = await imported(app, clerk, XLSX, book(sheetOf(headerRow + rows.join(''))));
    expect([done.state, done.progress]).toMatchObject(['finished', { filed: 39, refused: 1 }]);
    expect((await results(clerk, done.id, 'outcome=refused'))[0]).toMatchObject({ row: 7, problems: [{ path: 'XFD', code: 'cell-without-heading' }] });
    expect(await app.sql.admin('SELECT DISTINCT facts FROM complaint c JOIN import_result r ON r.complaint_id = c.id WHERE r.import_id = $1', [done.id])).toEqual([{ facts }]);
  });
});

function byText(one: unknown, other: unknown): number {
  return String(one).localeCompare(String(other));
}
