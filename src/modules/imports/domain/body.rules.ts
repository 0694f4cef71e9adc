import { convert, type CellValue } from './cells.rules.js';
import { letters, type Column } from './columns.rules.js';

export interface RowProblem {
  /** Field path, or the name of the column where no field is meant. */
  readonly path: string;
  readonly code: string;
}

export interface Body {
  readonly body: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
}

type Tree = Record<string, unknown>;

/** From the cells of a row to a submission; every problem of the row at once. */
export function bodyOf(cells: readonly CellValue[], columns: readonly (Column | null | undefined)[], fixed: Readonly<Record<string, unknown>>): Body {
  const body: Tree = {};
  const problems: RowProblem[] = [];
  for (const [path, value] of Object.entries(fixed)) put(body, path, value);
  for (const [index, column] of columns.entries()) {
    if (column === null || column === undefined) continue;
    const converted = convert(cells[index], column);
    if ('problem' in converted) problems.push({ path: column.path, code: converted.problem });
    else if (converted.value !== undefined) put(body, column.path, converted.value);
  }
  for (const index of strays(cells, columns)) problems.push({ path: letters(index), code: 'cell-without-heading' });
  return { body: settled(body), problems };
}

/** A row in which nothing stands is no row: spreadsheets write thousands of them behind the last. */
export function isBlank(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''));
}

/** Whoever is named has not stayed anonymous; a file that has a column for it says so itself. */
function settled(body: Tree): Tree {
  const named = (body['reporter'] as { name?: unknown } | undefined)?.name !== undefined;
  return { realName: named, ...body };
}

function put(body: Tree, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let place = body;
  for (const step of steps) place = (place[step] ??= {}) as Tree;
  place[last] = value;
}

function strays(cells: readonly CellValue[], columns: readonly (Column | null | undefined)[]): number[] {
  return cells.flatMap((cell, index) => (columns[index] === undefined && !isBlank([cell]) ? [index] : []));
}
