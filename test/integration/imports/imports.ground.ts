import { Readable } from 'node:stream';
import exceljs from 'exceljs';
import type { Client, Json, TestApp } from '../../support/app.js';
import { until } from '../../support/wait.js';

export const CSV = 'text/csv';
export const LINES = 'application/x-ndjson';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let made = 0;
/** A source number that no other test has. */
export const number = (): string => `I-${process.pid}-${Date.now()}-${(made += 1)}`;

export const HEADINGS = ['编号', '诉求类型', '区域', '事项', '是否实名', '姓名', '联系电话', '被投诉人', '权利类型', '注册号', '权利人身份', '诉求内容'];

/** A good row for {@link HEADINGS}. Identities are synthetic. */
export function row(more: Partial<Record<number, string>> = {}): string[] {
  return [number(), '举报', '潮安区', '侵权', '是', '陈测试', '13800000000', '潮州市潮安区某不锈钢制品厂（测试）', '商标', '12345678', '无', '市场上出售标有他人注册商标的餐具，疑为侵权商品。'].map((cell, index) => more[index] ?? cell);
}

export const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
export const csv = (...rows: readonly (readonly string[])[]): string => rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

export async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export interface Uploaded {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export const DEFAULTS = 'channel=hotline-12345&sourceSystem=GD12345';

/** A real upload over HTTP; a stream is sent in chunks without a length. */
export async function upload(app: TestApp, client: Client, type: string, body: string | Buffer | Readable, query = DEFAULTS): Promise<Uploaded> {
  const sent = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : typeof body === 'string' ? Buffer.from(body) : body;
  const answer = await fetch(`${app.url}/v1/complaints/imports?${query}`, { method: 'POST', headers: { authorization: `Bearer ${client.token}`, 'accept-language': 'en', 'content-type': type }, body: sent, duplex: 'half' });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

export const ENDED = ['finished', 'failed', 'cancelled'];

export async function ended(client: Client, id: string): Promise<Json> {
  return until(`the import ${id} to end`, async () => {
    const { body } = await client.get(`/v1/complaints/imports/${id}`);
    return ENDED.includes(body.state) ? body : null;
  }, 60);
}

/** Uploads and waits for the end; the upload itself must have been taken. */
export async function imported(app: TestApp, client: Client, type: string, body: string | Buffer | Readable, query = DEFAULTS): Promise<Json> {
  const { status, body: taken } = await upload(app, client, type, body, query);
  if (status !== 202) throw new Error(`The upload was refused with ${status}: ${JSON.stringify(taken)}`);
  return ended(client, taken.id);
}

export async function results(client: Client, id: string, query = 'limit=200'): Promise<Json[]> {
  return (await client.get(`/v1/complaints/imports/${id}/results?${query}`)).body.items;
}
