import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';
import { csv, CSV, HEADINGS, LINES, row, upload, XLSX } from './imports.ground.js';

const MEBIBYTE = 1_048_576;

// ROLE=api: nothing is worked on here, only taken.
describe('an upload', () => {
  let app: TestApp;
  let clerk: Client;
  beforeAll(async () => {
    app = await startTestApp({ env: { IMPORT_LIMIT_MIB: '4' } });
    clerk = await app.as('intake-clerk');
  });
  afterAll(() => app.close());

  const chunks = (): Promise<{ import_id: string; seq: number; bytes: number }[]> => app.sql.admin('SELECT import_id, seq, length(sealed) AS bytes FROM vault.import_chunk ORDER BY import_id, seq');

  it('is answered with 202 when the whole file is kept, with its digest and where it can be looked at', async () => {
    const file = csv(HEADINGS, row());
    const { status, body, headers } = await upload(app, clerk, CSV, file, 'fileName=day.csv&channel=hotline-12345&sourceSystem=GD12345');
    expect([status, headers.get('etag'), headers.get('location')]).toEqual([202, '"1"', `/v1/complaints/imports/${body.id}`]);
    expect(body).toMatchObject({
      state: 'received', version: 1, agency: 'cz-ip-intake', uploadedBy: clerk.id, fileName: 'day.csv', format: 'csv', sizeBytes: Buffer.byteLength(file), sha256: createHash('sha256').update(file).digest('hex'),
      settings: { channel: 'hotline-12345', sourceSystem: 'GD12345', unknownColumns: 'refuse' }, encoding: null, warnings: [], failure: null,
      progress: { rowsTotal: null, rowsDone: 0, filed: 0, alreadyFiled: 0, revised: 0, refused: 0, percent: 0 }, startedAt: null, endedAt: null, uploadKeptUntil: null, allowedCommands: ['cancel'],
    });
    expect((await clerk.get(`/v1/complaints/imports/${body.id}`)).body).toEqual(body);
    expect(await app.sql.admin("SELECT event FROM outbox WHERE subject_type = 'import' AND subject_id = $1", [body.id])).toEqual([{ event: 'import.received' }]);
  });

  it('is kept in encrypted pieces of a mebibyte that give back the very bytes', async () => {
    const line = `${JSON.stringify(report({ facts: '很长的故事。'.repeat(1000) }))}\n`;
    const file = Buffer.from(line.repeat(Math.ceil((2.5 * MEBIBYTE) / Buffer.byteLength(line))));
    const { status, body } = await upload(app, clerk, LINES, Readable.from([file.subarray(0, 100), file.subarray(100, 2_000_003), file.subarray(2_000_003)]));
    expect([status, body.sizeBytes, body.sha256]).toEqual([202, file.length, createHash('sha256').update(file).digest('hex')]);
    const own = (await chunks()).filter(({ import_id }) => import_id === body.id);
    expect(own.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    // Name of key, nonce and tag come on top.
    expect(own.map(({ bytes }) => Math.abs(bytes - MEBIBYTE) < 60)).toEqual([true, true, false]);
    const [{ sealed }] = await app.sql.admin<{ sealed: Buffer }>('SELECT sealed FROM vault.import_chunk WHERE import_id = $1 AND seq = 0', [body.id]) as [{ sealed: Buffer }];
    expect(sealed.includes('13800000000')).toBe(false);
  });

  it('leaves nothing when the sender goes away', async () => {
    const before = await chunks();
    const url = new URL(`${app.url}/v1/complaints/imports?channel=hotline-12345`);
    await new Promise<void>((gone) => {
      const sending = request(url, { method: 'POST', headers: { authorization: `Bearer ${clerk.token}`, 'content-type': CSV, 'content-length': 3 * MEBIBYTE } });
      sending.on('error', () => gone());
      sending.write(Buffer.alloc(2 * MEBIBYTE, 'a'));
      void until('two pieces', async () => (await chunks()).length === before.length + 2).then(() => sending.destroy(new Error('gone')));
    });
    await until('the pieces to go', async () => (await chunks()).length === before.length);
    expect(await chunks()).toEqual(before);
  });

  it.each([['announced', Buffer.alloc(4 * MEBIBYTE + 1, 'a')], ['unannounced', null]])('of more than the limit is refused with 413 and leaves nothing: length %s', async (_, file) => {
    const before = await chunks();
    const endless = Readable.from((function* () {
      for (let sent = 0; sent < 64; sent += 1) yield Buffer.alloc(MEBIBYTE / 8, 'a');
    })());
    const { status, body } = await upload(app, clerk, CSV, file ?? endless);
    expect([status, body.code, body.limitBytes]).toEqual([413, 'import.too-large', 4 * MEBIBYTE]);
    expect(await chunks()).toEqual(before);
  });

  it.each<[string, string, string | Buffer, number, string]>([
    ['nothing at all', CSV, '', 422, 'import.empty'],
    ['a workbook as CSV', CSV, Buffer.from('PK\x03\x04rest', 'latin1'), 422, 'import.not-what-it-says'],
    ['a workbook as JSON lines', LINES, Buffer.from('PK\x03\x04rest', 'latin1'), 422, 'import.not-what-it-says'],
    ['a PDF as CSV', CSV, '%PDF-1.7 rest', 422, 'import.not-what-it-says'],
    ['gzip as CSV', CSV, Buffer.from([0x1f, 0x8b, 8, 0]), 422, 'import.not-what-it-says'],
    ['CSV as a workbook', XLSX, 'externalNumber,channel', 422, 'import.not-what-it-says'],
    ['an encrypted workbook', XLSX, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 422, 'import.encrypted-or-old'],
    ['UTF-16', CSV, Buffer.from('\ufeffexternalNumber', 'utf16le'), 422, 'import.encoding'],
  ])('is refused at once: %s', async (_, type, file, status, code) => {
    const before = await chunks();
    const answer = await upload(app, clerk, type, file);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await chunks()).toEqual(before);
  });

  it.each([['application/json', '{}'], ['text/plain', 'a'], ['application/octet-stream', 'a']])('as %s is refused with 415', async (type, file) => {
    const answer = await upload(app, clerk, type, file);
    expect(answer.status).toBe(415);
  });

  it('is taken by the route for files only: the others keep their types and their small limit', async () => {
    const headers = { authorization: `Bearer ${clerk.token}`, 'idempotency-key': 'not-a-file-1' };
    const asCsv = await fetch(`${app.url}/v1/complaints`, { method: 'POST', headers: { ...headers, 'content-type': CSV }, body: 'a,b' });
    expect([asCsv.status, ((await asCsv.json()) as { code: string }).code]).toEqual([415, 'request.media-type']);
    const large = await clerk.post('/v1/complaints', { facts: 'a'.repeat(2 * MEBIBYTE) });
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
  });

  it('needs the permission, and is refused before anything is kept', async () => {
    const before = await chunks();
    for (const role of ['hotline-operator', 'enforcement-officer', 'administrator']) expect([role, (await upload(app, await app.as(role), CSV, 'a')).status]).toEqual([role, 403]);
    const nobody = { ...clerk, token: 'nobody' };
    expect((await upload(app, nobody, CSV, 'a')).status).toBe(401);
    expect(await chunks()).toEqual(before);
  });

  it('names every problem of its settings at once', async () => {
    const { status, body } = await upload(app, clerk, CSV, 'a', 'channel=telex&region=999999&mapping=none&unknownColumns=maybe&sourceSystem=a%20b&colour=red');
    expect([status, body.errors.map(({ path }: { path: string }) => path).sort()]).toEqual([400, ['channel', 'colour', 'mapping', 'region', 'sourceSystem', 'unknownColumns']]);
  });

  it('tells no telephone number in the name of the file', async () => {
    const { body } = await upload(app, clerk, CSV, csv(HEADINGS, row()), `fileName=${encodeURIComponent('陈某13800000000投诉.csv')}`);
    expect(body.fileName).not.toContain('13800000000');
  });

  it('is seen by its own desk and by those who see all, and changed by the desk only', async () => {
    const client = await app.as('system-client');
    const { body } = await upload(app, client, CSV, csv(HEADINGS, row()));
    const [same, other, all] = await Promise.all([app.as('system-client'), app.as('system-client', 'cz-hotline-12315'), app.as('intake-clerk')]);
    expect((await same.get(`/v1/complaints/imports/${body.id}`)).status).toBe(200);
    expect((await other.get(`/v1/complaints/imports/${body.id}`)).status).toBe(404);
    expect((await other.get(`/v1/complaints/imports/${body.id}/results`)).status).toBe(404);
    expect((await other.get(`/v1/complaints/imports/${body.id}/results.csv`)).status).toBe(404);
    expect((await other.command(`/v1/complaints/imports/${body.id}/cancel`, 1)).status).toBe(404);
    expect((await other.get('/v1/complaints/imports')).body.items).toEqual([]);
    expect((await same.get('/v1/complaints/imports')).body.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    const refused = await all.command(`/v1/complaints/imports/${body.id}/cancel`, 1);
    expect([refused.status, refused.body.failedGuards?.[0]?.code]).toEqual([409, 'import.not-own']);
    const cancelled = await same.command(`/v1/complaints/imports/${body.id}/cancel`, 1);
    expect([cancelled.status, cancelled.body.state, cancelled.body.allowedCommands]).toEqual([200, 'cancelled', []]);
    expect((await same.get(`/v1/complaints/imports/${body.id}/timeline`)).body.items.map(({ event }: { event: string }) => event)).toEqual(['import.received', 'import.cancelled']);
  });

  it('is listed newest first, page by page', async () => {
    const client = await app.as('system-client', 'cz-hotline-12315');
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await upload(app, client, CSV, csv(HEADINGS, row()))).body.id);
    const first = await client.get('/v1/complaints/imports?limit=2');
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await client.get(next);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect((await client.get('/v1/complaints/imports?state=running')).body.items).toEqual([]);
  });

  it('of random bytes is kept like any other: what it is shows when it is worked on', async () => {
    expect((await upload(app, clerk, CSV, Buffer.concat([Buffer.from('x'), randomBytes(1000)]))).status).toBe(202);
  });
});
