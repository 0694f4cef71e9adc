import { Readable } from 'node:stream';
import type exceljs from 'exceljs';
import { TableFault, type ByteSource, type Cell, type TableRow } from './table.js';
import { Zip } from './zip.js';

const MEGABYTE = 1_048_576;
/** What each part may unpack to. Shared texts are held in memory: beyond this a file is better sent as CSV. */
const MOST = { rels: MEGABYTE, workbook: 4 * MEGABYTE, styles: 16 * MEGABYTE, strings: 96 * MEGABYTE, sheet: 4096 * MEGABYTE };
/** Text between two rows: one row of a sheet with its markup. */
const MOST_ROW_CHARACTERS = 8 * MEGABYTE;

const RELS = 'xl/_rels/workbook.xml.rels';
const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

export interface Workbook {
  /** Name of the sheet that is read: the first. */
  readonly sheet: string;
  /** How many sheets are left aside. */
  readonly otherSheets: number;
  /** Refers to other files; they are not followed. */
  readonly externalLinks: boolean;
  readonly rows: () => AsyncGenerator<TableRow>;
}

/**
 * The parts of exceljs's stream reader, which its own `read` calls in the order of the file. A sheet that comes before its
 * texts would wait in a temporary file, in clear: here each part is opened when it is wanted.
 */
interface Parts {
  readonly workbookRels?: readonly { readonly Id: string; readonly Target: string }[];
  readonly model: { readonly sheets?: readonly { readonly name: string; readonly rId: string }[] };
  sharedStrings?: unknown[];
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>;
  _parseWorksheet(part: AsyncIterable<string>, sheet: string): Iterable<{ readonly value: AsyncIterable<exceljs.Row> }>;
}

/** Opens a workbook without unpacking its sheet. Throws {@link TableFault}. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const zip = await Zip.open(source);
  // Loaded with the first workbook: most processes see none.
  const { default: library } = await import('exceljs');
  const parts = new library.stream.xlsx.WorkbookReader(Readable.from([]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' }) as unknown as Parts;
  const part = (name: string, most: number): Readable => Readable.from(zip.text(name, most));
  await reading(async () => {
    await parts._parseRels(part(RELS, MOST.rels));
    await parts._parseWorkbook(part(WORKBOOK, MOST.workbook));
  });
  const { sheets = [] } = parts.model;
  const [first] = sheets;
  const target = parts.workbookRels?.find(({ Id }) => Id === first?.rId)?.Target;
  if (first === undefined || target === undefined) throw new TableFault('workbook-broken', { part: WORKBOOK });
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return {
    sheet: first.name, otherSheets: sheets.length - 1, externalLinks: zip.names.some((name) => name.startsWith('xl/externalLinks/')),
    rows: () => rowsOf(zip, parts, path),
  };
}

async function* rowsOf(zip: Zip, parts: Parts, path: string): AsyncGenerator<TableRow> {
  const part = (name: string, most: number): Readable => Readable.from(zip.text(name, most));
  await reading(async () => {
    if (zip.names.includes(STYLES)) await parts._parseStyles(part(STYLES, MOST.styles));
    parts.sharedStrings = [];
    if (zip.names.includes(STRINGS)) for await (const _ of parts._parseSharedStrings(part(STRINGS, MOST.strings)));
  });
  let [last, waiting] = [0, 0];
  async function* watched(): AsyncGenerator<string> {
    for await (const text of zip.text(path, MOST.sheet)) {
      waiting += text.length;
      if (waiting > MOST_ROW_CHARACTERS) throw new TableFault('record-too-long', { row: last + 1 });
      yield text;
    }
  }
  try {
    for (const { value: sheet } of parts._parseWorksheet(watched(), '1'))
      for await (const row of sheet) {
        if (!(row.number > last)) throw new TableFault('workbook-broken', { row: last });
        [last, waiting] = [row.number, 0];
        yield { number: row.number, cells: cellsOf(row) };
      }
  } catch (error) {
    throw asFault(error);
  }
}

async function reading(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw asFault(error);
  }
}

/** Messages of the XML reader quote the file. What stands in the way of reading the kept bytes goes on as it is. */
function asFault(error: unknown): unknown {
  if (error instanceof TableFault || (error as Error).cause !== undefined) return error;
  return new TableFault('workbook-broken');
}

/** Only what stands there: a cell at the far end of a row must not bring thousands of empty ones. */
function cellsOf(row: exceljs.Row): Cell[] {
  const cells: Cell[] = [];
  row.eachCell((cell, column) => {
    cells[column - 1] = cellOf(cell);
  });
  return cells;
}

/** A formula without text, as the followers of a shared one have it, comes out of exceljs as a text in JSON, its object beside it. */
function cellOf(cell: exceljs.Cell): Cell {
  const { rawValue } = (cell as unknown as { model?: { rawValue?: unknown } }).model ?? {};
  const value = (rawValue ?? cell.value ?? null) as Exclude<exceljs.CellValue, undefined>;
  return typeof value !== 'object' || value === null || value instanceof Date ? value : fromObject(value);
}

function fromObject(value: object): Cell {
  if ('richText' in value) return (value.richText as { text?: string }[]).map(({ text = '' }) => text).join('');
  return { fault: 'error' in value ? 'error-cell' : 'formula-cell' };
}
