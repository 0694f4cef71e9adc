import { csvRows } from '../../platform/tables/csv.js';
import { encodingOf, type Encoding } from '../../platform/tables/encoding.js';
import type { TableFormat } from '../../platform/tables/formats.js';
import { jsonLines } from '../../platform/tables/json-lines.js';
import { isFault, type ByteSource, type Cell, type TableRow } from '../../platform/tables/table.js';
import { openWorkbook } from '../../platform/tables/xlsx.js';
import { COLUMNS } from './data/columns.data.js';
import { mappingOf } from './data/mappings.data.js';
import { bodyOf, isBlank, type RowProblem } from './domain/body.rules.js';
import { letters, readHeader, type Header, type Mapping } from './domain/columns.rules.js';
import { ImportFailure } from './imports.errors.js';

export interface Settings {
  readonly mapping?: string;
  readonly channel?: string;
  readonly sourceSystem?: string;
  readonly region?: string;
  readonly unknownColumns?: 'refuse' | 'ignore';
}

/** A row as it was read: a submission that nobody has checked yet, and its words as they came. */
export interface ReadRow {
  readonly number: number;
  readonly body: unknown;
  /** What the file itself has wrong with it. */
  readonly problems: readonly RowProblem[];
  readonly raw: string;
}

/** A file that was opened and whose form is right. */
export interface OpenFile {
  readonly encoding: Encoding | null;
  readonly warnings: readonly object[];
  /** Reads every row and nothing of it: whatever breaks the file is found before the first row is filed. */
  count(): Promise<number>;
  /** Rows after the one that is named, 0 for all. */
  rows(after: number): AsyncGenerator<ReadRow>;
}

/** Opens a file of any format. `encoding`: as it was found before. Throws {@link ImportFailure} and TableFault. */
export async function openFile(source: ByteSource, format: TableFormat, settings: Settings, known: Encoding | null): Promise<OpenFile> {
  if (format === 'xlsx') {
    const { rows, otherSheets, externalLinks } = await openWorkbook(source);
    const warnings = [...(otherSheets > 0 ? [{ code: 'first-sheet-only', otherSheets }] : []), ...(externalLinks ? [{ code: 'external-links-ignored' }] : [])];
    return openTable(rows, settings, null, warnings);
  }
  const encoding = known ?? (await encodingOf(source));
  return format === 'csv' ? openTable(() => csvRows(source, encoding), settings, encoding, []) : openLines(source, settings, encoding);
}

async function openTable(table: () => AsyncGenerator<TableRow>, settings: Settings, encoding: Encoding | null, warnings: readonly object[]): Promise<OpenFile> {
  const mapping = mappingOf(settings.mapping, settings.channel);
  const first = await firstRow(table());
  const headings = Array.from(first.cells, headingOf);
  const header = readHeader(headings, COLUMNS, mapping, settings.unknownColumns === 'ignore');
  if (header.refused !== null) throw new ImportFailure(`import.${header.refused}`, { columns: header.problems });
  const left = header.problems.filter(({ code }) => code === 'unknown');
  const fixed = fixedOf(settings, mapping);
  const contents = async function* (after: number): AsyncGenerator<TableRow> {
    for await (const row of table()) if (row.number > Math.max(first.number, after) && !isBlank(row.cells)) yield row;
  };
  return {
    encoding, warnings: left.length === 0 ? warnings : [...warnings, { code: 'columns-ignored', columns: left }],
    count: () => countOf(contents(0)),
    async *rows(after) {
      for await (const row of contents(after)) yield readRow(row, header, headings, fixed);
    },
  };
}

function readRow({ number, cells }: TableRow, { columns }: Header, headings: readonly string[], fixed: Readonly<Record<string, unknown>>): ReadRow {
  const { body, problems } = bodyOf(cells, columns, fixed);
  const raw = JSON.stringify(Object.fromEntries(headings.map((heading, index) => [heading === '' ? letters(index) : heading, isFault(cells[index]) ? null : (cells[index] ?? null)])));
  return { number, body, problems, raw };
}

/** A channel that the sender named goes before the one of the mapping. */
function fixedOf({ channel, sourceSystem, region }: Settings, { fixed }: Mapping): Readonly<Record<string, unknown>> {
  return { ...fixed, ...(channel === undefined ? {} : { channel }), ...(sourceSystem === undefined ? {} : { sourceSystem }), ...(region === undefined ? {} : { region }) };
}

async function firstRow(rows: AsyncGenerator<TableRow>): Promise<TableRow> {
  for await (const row of rows) if (!isBlank(row.cells)) return row;
  throw new ImportFailure('import.no-rows');
}

function headingOf(cell: Cell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function openLines(source: ByteSource, settings: Settings, encoding: Encoding): OpenFile {
  const fixed = fixedOf(settings, { labels: {}, fixed: {} });
  return {
    encoding, warnings: [],
    count: () => countOf(jsonLines(source, encoding)),
    async *rows(after) {
      for await (const { number, text } of jsonLines(source, encoding)) if (number > after) yield { number, ...parsedLine(text, fixed), raw: text };
    },
  };
}

function parsedLine(text: string, fixed: Readonly<Record<string, unknown>>): Pick<ReadRow, 'body' | 'problems'> {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { body: withDefaults(value as Record<string, unknown>, fixed), problems: [] };
  } catch {
    // falls through: the message of the parser quotes the line
  }
  return { body: null, problems: [{ path: '', code: 'not-a-json-object' }] };
}

function withDefaults(value: Record<string, unknown>, fixed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const missing = Object.entries(fixed).filter(([name]) => (value[name] ?? null) === null);
  return missing.length === 0 ? value : { ...value, ...Object.fromEntries(missing) };
}

async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}
