import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { decoded, type Encoding } from './encoding.js';
import { RECORD_BYTES, TableFault, type ByteSource, type TableRow } from './table.js';

interface Parsed {
  readonly record: string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

/**
 * Rows of a CSV file as RFC 4180 has them. Quotes are taken strictly: where one is out of place nobody can tell where the row
 * ends, and a reader that guesses would swallow the rows after it. Throws {@link TableFault}.
 */
export async function* csvRows(source: ByteSource, encoding: Encoding): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: RECORD_BYTES });
  const bytes = encoding === 'utf-8' ? source.read() : decoded(source.read(), encoding);
  const fed = Readable.from(bytes, { objectMode: false });
  fed.on('error', (error) => parser.destroy(error));
  fed.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) yield { number: info.records + info.empty_lines, cells: record };
  } catch (error) {
    throw faultOf(error);
  } finally {
    fed.destroy();
    parser.destroy();
  }
}

/** The parser's own messages quote the file. */
function faultOf(error: unknown): unknown {
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  const where: Record<string, number> = typeof lines === 'number' ? { line: lines } : {};
  if (code === 'CSV_MAX_RECORD_SIZE') return new TableFault('record-too-long', where);
  return typeof code === 'string' && /^(CSV_|INVALID_)/.test(code) ? new TableFault('quotes', where) : error;
}

/**
 * A CSV for a spreadsheet, written while it is read: with a byte order mark, so that it shows Chinese, and with an apostrophe
 * before what it would take for a formula.
 */
export function csvFile(headings: readonly string[], rows: AsyncIterable<readonly string[]>): Readable {
  const given = Readable.from(rows);
  const file = stringify({ bom: true, header: true, columns: [...headings], escape_formulas: true, record_delimiter: 'windows' });
  given.on('error', (error) => file.destroy(error));
  file.on('close', () => given.destroy());
  return given.pipe(file);
}
