import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { httpProblem } from './http.errors.js';

/** Query of every list. Pages follow each other by key, never by offset. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'Rows per page, 1 to 200', default: 50, example: 50, minimum: 1, maximum: 200, type: 'integer' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)) @IsInt() @Min(1) @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: 'Opaque cursor from the Link header of the page before', example: 'WyIyMDI2LTExLTMwVDE1OjU5OjU5Ljk5OVoiLCIwMTlhYyJd' })
  @IsOptional() @IsString() @MaxLength(500)
  cursor?: string;
}

/** Query of a worklist that can be counted. */
export class CountedPageQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'yes: tell in the header Total-Count how many there are, counted up to 10,000 ("10000+" beyond)', example: 'no', enum: ['yes', 'no'] })
  @IsOptional() @IsIn(['yes', 'no'])
  count: 'yes' | 'no' = 'no';
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Cursor of the next page, null on the last. */
  readonly next: string | null;
  readonly total?: string;
}

export const COUNT_CAP = 10_000;

/** Reads one row more than asked: it tells whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const SHAPES = {
  uuid: (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  instant: (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  count: (text: string) => /^\d{1,9}$/.test(text),
  text: (text: string) => text.length > 0 && text.length <= 200,
} as const;

/** The parts of a cursor, checked for their shape: it goes into SQL as it is. Throws request.cursor-invalid. */
export function decodeCursor(cursor: string | undefined, ...shapes: readonly (keyof typeof SHAPES)[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(key) && key.length === shapes.length && shapes.every((shape, index) => typeof key[index] === 'string' && SHAPES[shape](key[index]))) return key as string[];
  } catch {
    // falls through to the refusal
  }
  throw httpProblem('request.cursor-invalid');
}

/** The same selection counted, up to one more than the cap. */
export function countOf(page: string): string {
  return `SELECT count(*)::int AS count FROM (${page}) capped`;
}

/** The page with its total, where one was asked for. */
export function withTotal<Row>(page: Page<Row>, counted: readonly Record<string, unknown>[] | undefined): Page<Row> {
  return counted === undefined ? page : { ...page, total: cappedTotal(Number(counted[0]?.['count'])) };
}

export function cappedTotal(count: number): string {
  return count > COUNT_CAP ? `${COUNT_CAP}+` : String(count);
}
