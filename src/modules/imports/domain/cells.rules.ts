import type { Column, ColumnKind } from './columns.rules.js';

/** A cell as a reader of tables gives it. A date is the wall clock of the sheet in the UTC fields of the object. */
export type CellValue = string | number | boolean | Date | null | undefined | { readonly fault: string };

export type Converted = { readonly value: unknown } | { readonly problem: string };

const NOTHING: Converted = { value: undefined };
const YES = new Set(['是', '√', '✓', '有', 'y', 'yes', 'true', '1', '同意', '实名']);
const NO = new Set(['否', '×', '无', 'n', 'no', 'false', '0', '不同意', '匿名']);
/** A spreadsheet keeps fifteen digits of a number and turns the rest into zeros. */
const FIRST_TOO_LONG = 1e15;
const SCIENTIFIC = /^\d(?:\.\d+)?[eE]\+\d+$/;
const WALL_CLOCK = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** Wall clocks of the files are those of the city. */
const OFFSET = '+08:00';

/**
 * The value of a cell for its column; undefined for an empty one. What cannot be understood goes on as it is, so that the
 * rules of the submission name it as they do everywhere. A problem is told where a spreadsheet has lost or computed the value.
 */
export function convert(cell: CellValue, column: Column): Converted {
  if (cell === null || cell === undefined) return NOTHING;
  if (typeof cell === 'string') return fromText(cell, column);
  if (typeof cell === 'number') return fromNumber(cell, column);
  if (typeof cell === 'boolean') return { value: column.kind === 'text' ? String(cell) : cell };
  return 'fault' in cell ? { problem: cell.fault } : { value: fromDate(cell, column.kind) };
}

function fromText(cell: string, column: Column): Converted {
  const text = cell.trim();
  if (text === '') return NOTHING;
  if (column.kind === 'digits' && SCIENTIFIC.test(text)) return { problem: 'scientific-notation' };
  return { value: READ[column.kind](text, column) };
}

const READ: Readonly<Record<ColumnKind, (text: string, column: Column) => unknown>> = {
  // Told as it was written: blanks and line ends within belong to the story.
  text: (text) => text,
  digits: (text) => text.replace(/^'/, ''),
  boolean: (text) => (YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : text),
  integer: numberOf, number: numberOf,
  instant: (text) => wallClock(text) ?? text,
  day: (text) => wallClock(text)?.slice(0, 10) ?? text,
  code: codeOf,
  codes: (text, column) => listOf(text).map((part) => codeOf(part, column)),
  integers: (text) => listOf(text).map(numberOf),
};

/** Where a text is wanted, a number is read as it would have been typed. */
function fromNumber(cell: number, column: Column): Converted {
  if (column.kind === 'integer' || column.kind === 'number') return { value: cell };
  if (Math.abs(cell) >= FIRST_TOO_LONG) return { problem: 'digits-lost' };
  return { value: READ[column.kind](String(cell), column) };
}

/** A cell of a date where a text is expected, such as a number that a spreadsheet took for a date, stays a date in writing. */
function fromDate(cell: Date, kind: ColumnKind): string {
  if (Number.isNaN(cell.getTime())) return '';
  const wall = cell.toISOString().slice(0, 19);
  return kind === 'instant' ? `${wall}${OFFSET}` : wall.slice(0, 10);
}

/** RFC 3339 with the city's offset; null where the text is no wall clock. */
function wallClock(text: string): string | null {
  const [, year, month, day, hour = '0', minute = '00', second = '00'] = WALL_CLOCK.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const two = (part: string): string => part.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${OFFSET}`;
}

function numberOf(text: string): unknown {
  const bare = text.replaceAll(',', '');
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : text;
}

function codeOf(text: string, { codes = {} }: Column): string {
  return Object.hasOwn(codes, text) ? (codes[text] ?? text) : text;
}

function listOf(text: string): string[] {
  return text.split(/[、,，;；|]/).map((part) => part.trim()).filter((part) => part !== '');
}
