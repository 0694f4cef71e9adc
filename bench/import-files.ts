import exceljs from 'exceljs';
import { PassThrough } from 'node:stream';

export interface Format {
  readonly type: string;
}

export const CSV: Format = { type: 'text/csv' };

const HEADINGS = ['externalNumber', 'requestType', 'hotlineReceivedAt', 'receivedAt', 'region', 'matter', 'realName', 'reporter.name', 'reporter.phone', 'target.name', 'target.uscc', 'target.address', 'right.type', 'right.number', 'right.holder', 'facts'];
const FACTS = '十一月十八日在某网店购得标有他人注册商标的不锈钢餐具二十件，共计人民币一千二百元，包装上未见许可字样，疑为侵犯注册商标专用权的商品。店铺页面显示发货地为潮安区彩塘镇。';
const NAMES = ['陈测试', '林测试', '黄测试', '欧阳测试'];
const REGIONS = ['潮安区', '湘桥区', '饶平县', '枫溪区'];
const RIGHTS = [['商标', '12345678', '无'], ['专利', '202630000001.X', '权利人'], ['版权', '', '无'], ['无', '', '无']];

/** 700 bytes: a report or request as a hotline sends it, over all regions and four kinds of rights. Nobody calls in two series: none of them is a repeat. */
function cells(series: string, n: number): string[] {
  const [right = '', number = '', holder = ''] = RIGHTS[n % 4] ?? [];
  return [
    `${series}-${n}`, '举报', '2026-11-20T16:42:00+08:00', '2026-11-20T17:10:00+08:00', REGIONS[(n >> 2) % 4] ?? '', '侵权', '是', NAMES[n % 4] ?? '', `1${30 + ((series.codePointAt(0) ?? 0) % 70)}${String(10_000_000 + (n % 80_000_000))}`,
    `潮州市某不锈钢制品厂第${n}号（测试）`, '91445103MA00TQT27J', '潮安区彩塘镇测试工业区', right, number, holder, `${FACTS}本件第${n}号。`,
  ];
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function line(kind: 'csv' | 'ndjson', series: string, n: number): string {
  const row = cells(series, n);
  if (kind === 'csv') return `${row.map(quoted).join(',')}\r\n`;
  const [externalNumber, , hotlineReceivedAt, receivedAt, , , , name, phone, target, uscc, address, , , , facts] = row;
  const region = ['445103', '445102', '445122', 'CZ-FENGXI'][(n >> 2) % 4];
  return `${JSON.stringify({ channel: 'hotline-12345', sourceSystem: 'BENCH', externalNumber, requestType: 'report', hotlineReceivedAt, receivedAt, region, matter: 'infringement', realName: true, reporter: { name, phone }, target: { name: target, uscc, address }, right: { type: 'trademark', number: '12345678', holder: 'none' }, facts })}\n`;
}

/** A file of so many rows, made while it is sent. */
export function fileOf(kind: 'csv' | 'ndjson' | 'xlsx', rows: number, series: string): Iterable<Buffer> | AsyncIterable<Buffer> {
  return kind === 'xlsx' ? sheet(rows, series) : text(kind, rows, series);
}

function* text(kind: 'csv' | 'ndjson', rows: number, series: string): Generator<Buffer> {
  let part = kind === 'csv' ? `${HEADINGS.map(quoted).join(',')}\r\n` : '';
  for (let n = 1; n <= rows; n += 1) {
    part += line(kind, series, n);
    if (part.length > 50_000) {
      yield Buffer.from(part);
      part = '';
    }
  }
  yield Buffer.from(part);
}

async function* sheet(rows: number, series: string): AsyncGenerator<Buffer> {
  const out = new PassThrough();
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true });
  const page = book.addWorksheet('工单');
  page.addRow(HEADINGS).commit();
  const written = (async () => {
    for (let n = 1; n <= rows; n += 1) page.addRow(cells(series, n)).commit();
    await book.commit();
  })();
  for await (const part of out) yield part as Buffer;
  await written;
}
