/** A value as a file gives it. A date is the wall clock that the sheet shows, in the UTC fields of the object. */
export type Cell = string | number | boolean | Date | null | CellFault;

/** A cell whose value is not taken. */
export interface CellFault {
  readonly fault: 'formula-cell' | 'error-cell';
}

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** One line of a file of JSON lines; counted from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** Where the bytes of a file are: read from the start, or a part of it (end exclusive), as often as needed. */
export interface ByteSource {
  readonly size: number;
  read(start?: number, end?: number): AsyncIterable<Buffer>;
}

export type TableFaultCode =
  | 'encoding' | 'record-too-long' | 'quotes'
  | 'zip-broken' | 'zip-bomb' | 'zip-encrypted' | 'workbook-broken' | 'workbook-too-large';

/** The file as a whole cannot be read. `where` holds numbers and names of parts, never contents. */
export class TableFault extends Error {
  constructor(
    readonly code: TableFaultCode,
    readonly where: Readonly<Record<string, string | number>> = {},
  ) {
    super(`The table cannot be read: ${code}`);
    this.name = 'TableFault';
  }
}

/** Longest record, bytes: far beyond any work order, and little enough to hold. */
export const RECORD_BYTES = 1_048_576;

export function isFault(cell: Cell | undefined): cell is CellFault {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}
