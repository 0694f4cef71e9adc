import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { csv, CSV, HEADINGS, imported, LINES, number, quoted, row, upload, workbook, XLSX } from './imports.ground.js';

jest.setTimeout(120_000);

/** Identities that occur nowhere else, all synthetic. */
const CANARIES = Array.from({ length: 12 }, (_, n) => ({ name: `${['陈', '林', '欧阳'][n % 3]}麒麟${'鹭鸶翡翠琥珀璎珞鸳鸯鹦鹉'[n]}`, phone: `1380066${String(1000 + n)}`, address: `广东省潮州市湘桥区金丝雀巷${600 + n}号`, documentNumber: `44510219000101${String(6000 + n)}` }));
type Canary = (typeof CANARIES)[number];

const hits = (text: string): string[] => {
  const plain = text.normalize('NFKC').replace(/[\s\-]/g, '');
  return CANARIES.flatMap(({ name, phone, address, documentNumber }) => [name, phone, documentNumber, address.replace('广东省潮州市湘桥区', '')].filter((value) => plain.includes(value)));
};

describe('who reported it, in a file', () => {
  let app: TestApp;
  let clerk: Client;
  const logged: string[] = [];
  const ids: string[] = [];
  const written = process.stdout.write.bind(process.stdout);

  beforeAll(async () => {
    process.stdout.write = (chunk: string | Uint8Array) => logged.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')) > 0;
    app = await startTestApp({ env: { ROLE: 'all', LOG_LEVEL: 'debug' } });
    clerk = await app.as('intake-clerk');
    const headings = [...HEADINGS, '联系地址', '证件号码'];
    const cells = ({ name, phone, address, documentNumber }: Canary, more: Record<number, string> = {}): string[] => [...row({ 5: name, 6: phone, 11: `本人${name}（电话${phone}）住${address}，举报该店售假。`, ...more }), address, documentNumber];
    const [a, b, c, d, e, f, g, h, i, j, k, l] = CANARIES as unknown as [Canary, Canary, Canary, Canary, Canary, Canary, Canary, Canary, Canary, Canary, Canary, Canary];
    const files: [string, string | Buffer][] = [
      // Filed; refused for another field; refused for the personal field itself; cells that slipped by one; a name as a code; a name as the number.
      [CSV, csv(headings, cells(a), cells(b, { 2: '火星' }), cells({ ...c, name: c.name.repeat(40) }), ['', ...cells(d)], cells(e, { 1: e.name, 3: e.phone }), cells(f, { 0: f.phone }), cells(f, { 0: f.documentNumber }))],
      // No header; unknown columns that hold a name; broken in the middle.
      [CSV, csv(cells(g))],
      [CSV, csv([...headings, g.phone], [...cells(g), g.name])],
      [CSV, `${csv(headings, cells(h))}${quoted(h.name)}x,${h.phone}\r\n`],
      // JSON lines that are cut off, that name a field after somebody, that carry more than the body may.
      [LINES, [JSON.stringify(report({ externalNumber: number(), reporter: i })), `{"reporter":{"name":"${i.name}","phone":"${i.phone}"`, JSON.stringify({ [i.name]: i.phone, [i.phone]: i.name }), JSON.stringify(report({ externalNumber: number(), reporter: { ...i, [i.phone]: 1, wechat: i.phone } }))].join('\n')],
      [XLSX, await workbook((book) => {
        book.addWorksheet(j.name).addRows([headings, cells(j), [...cells(k).slice(0, 13), { formula: `"${k.documentNumber}"`, result: k.documentNumber }]]);
        book.addWorksheet(k.phone);
      })],
    ];
    for (const [type, file] of files) ids.push((await imported(app, clerk, type, file, `channel=hotline-12345&sourceSystem=GD12345&fileName=${encodeURIComponent(`${l.phone} ${l.documentNumber}.csv`)}`)).id);
    await upload(app, clerk, XLSX, `${l.name} ${l.phone}`);
  });
  afterAll(async () => {
    process.stdout.write = written;
    await app.close();
  });

  it('was filed where the row was good, and refused where it was not: the check has something to find', async () => {
    expect(await app.sql.admin('SELECT state, count(*)::int AS n FROM complaint_import GROUP BY state ORDER BY state')).toEqual([{ state: 'failed', n: 3 }, { state: 'finished', n: 3 }]);
    expect(await app.sql.admin('SELECT outcome, count(*)::int AS n FROM import_result GROUP BY outcome ORDER BY outcome')).toEqual([{ outcome: 'filed', n: 5 }, { outcome: 'refused', n: 8 }]);
    expect(hits(JSON.stringify(CANARIES)).length).toBe(48);
  });

  it('stands in no column of any table, nor in the queues, but as ciphertext', async () => {
    const tables = await app.sql.admin<{ name: string }>("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')");
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['vault.import_chunk', 'public.complaint_import', 'public.import_result', 'public.import_checkpoint']));
    const found: [string, string[]][] = [];
    for (const { name } of tables) {
      const dump = (await app.sql.admin<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`)).map(({ row: text }) => text).join('\n');
      // Bytes are shown in hexadecimal: looked for as such too.
      const there = [...hits(dump), ...CANARIES.flatMap(({ name: who, phone }) => [who, phone].filter((value) => dump.includes(Buffer.from(value).toString('hex'))))];
      // A number that was given as the external number of a filed complaint is its key: the sender chose it.
      const own = ['public.complaint', 'public.import_result', 'public.reply_obligation', 'public.ledger_entry'].includes(name) ? there.filter((value) => value !== CANARIES[5]?.phone && value !== CANARIES[5]?.documentNumber) : there;
      if (own.length > 0) found.push([name, own]);
    }
    expect(found).toEqual([]);
  });

  it('comes out of no route of the import, nor of its file', async () => {
    for (const id of ids) {
      for (const path of ['', '/results', '/results?outcome=refused', '/results.csv', '/timeline', '/available-commands']) {
        const { status, body } = await clerk.get(`/v1/complaints/imports/${id}${path}`);
        expect([path, status, hits(JSON.stringify(body)).filter((value) => value !== CANARIES[5]?.phone && value !== CANARIES[5]?.documentNumber)]).toEqual([path, 200, []]);
      }
    }
    expect(hits(JSON.stringify((await clerk.get('/v1/complaints/imports')).body))).toEqual([]);
  });

  it('is not in the log, at the level that tells most', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(hits(logged.join('\n'))).toEqual([]);
  });
});
