/** How the text of a cell becomes a value of the submission. */
export type ColumnKind = 'text' | 'digits' | 'boolean' | 'integer' | 'number' | 'instant' | 'day' | 'code' | 'codes' | 'integers';

/** A column that a file may have: where its value goes, and what people call it. */
export interface Column {
  /** Path in the submission, as its problems name it. */
  readonly path: string;
  readonly kind: ColumnKind;
  /** Headings beside the path itself. */
  readonly labels: readonly string[];
  /** For codes: what people write, and the code. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** The headings of one kind of file, and what such a file need not say. */
export interface Mapping {
  /** Headings that only this kind of file has, or means otherwise: to a path. `null`: known, and of no use here. */
  readonly labels: Readonly<Record<string, string | null>>;
  /** Values of fields that the file has no column for. */
  readonly fixed: Readonly<Record<string, unknown>>;
}

export interface HeadingProblem {
  /** As a spreadsheet names it: A, B, …, AA. */
  readonly column: string;
  readonly code: 'unknown' | 'blank' | 'doubled';
  /** Only where the row is plainly a header: a first row of data would tell who reported. */
  readonly heading?: string;
}

export type HeaderProblem = 'header-missing' | 'columns-unknown' | 'too-many-columns';

export interface Header {
  /** By position; null for a column that is left aside, undefined for one without a heading, which must be empty. */
  readonly columns: readonly (Column | null | undefined)[];
  readonly problems: readonly HeadingProblem[];
  /** What speaks against reading on. */
  readonly refused: HeaderProblem | null;
}

export const MOST_COLUMNS = 300;
const MOST_TOLD = 50;

/** From the first row of a file to its columns. Every heading that is not known is told at once, and refused unless the sender wants it left aside. */
export function readHeader(headings: readonly string[], known: readonly Column[], mapping: Mapping, leaveUnknown: boolean): Header {
  if (headings.length > MOST_COLUMNS) return { columns: [], problems: [], refused: 'too-many-columns' };
  const lookUp = lookUpOf(known, mapping);
  const found = headings.map((heading) => lookUp(heading));
  const named = headings.filter((heading) => plain(heading) !== '');
  const isHeader = found.filter((column) => column !== undefined).length * 2 >= Math.max(1, named.length);
  const problems = headings.flatMap((heading, index) => {
    const code = problemOf(found, headings, index);
    return code === null ? [] : [{ column: letters(index), code, ...(isHeader && mayBeTold(heading) ? { heading: heading.trim() } : {}) }];
  });
  const grave = problems.some(({ code }) => code === 'doubled' || (code === 'unknown' && !leaveUnknown));
  const columns = found.map((column, index) => (column === undefined && plain(headings[index] ?? '') !== '' ? null : column));
  return { columns, problems: problems.slice(0, MOST_TOLD), refused: isHeader ? (grave ? 'columns-unknown' : null) : 'header-missing' };
}

/** A heading is short and holds no long number; what is otherwise may be somebody's. */
function mayBeTold(heading: string): boolean {
  return plain(heading) !== '' && heading.trim().length <= 40 && !/\d{4}/.test(heading.normalize('NFKC'));
}

function problemOf(found: readonly (Column | null | undefined)[], headings: readonly string[], index: number): HeadingProblem['code'] | null {
  const column = found[index];
  if (column === undefined) return plain(headings[index] ?? '') === '' ? 'blank' : 'unknown';
  const first = found.findIndex((other) => other?.path === column?.path);
  return column !== null && first !== index ? 'doubled' : null;
}

/** Undefined for a heading that nobody knows, null for one that is known and left aside. */
function lookUpOf(known: readonly Column[], { labels }: Mapping): (heading: string) => Column | null | undefined {
  const byPath = new Map(known.map((column) => [column.path, column]));
  const byLabel = new Map<string, Column | null | undefined>(known.flatMap((column) => [column.path, ...column.labels].map((label) => [plain(label), column])));
  for (const [label, path] of Object.entries(labels)) byLabel.set(plain(label), path === null ? null : byPath.get(path));
  return (heading) => byLabel.get(plain(heading));
}

/** As people write a heading: width, blanks, a colon at its end, a star for what must be filled in. */
export function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/\s|\(必填\)|\*/g, '').replace(/:$/, '').toLowerCase();
}

/** 0 is A, 25 is Z, 26 is AA. */
export function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
