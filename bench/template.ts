import type { Captured, CapturedQuery } from './capture.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A statement whose values are texts with holes: what was between two marks, and which mark stands there. */
export interface TemplateQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly (Hole | { readonly fixed: unknown })[];
}

interface Hole {
  readonly pieces: readonly string[];
  /** Index of the mark after each piece but the last. */
  readonly marks: readonly number[];
}

export interface Template {
  readonly trips: readonly (readonly TemplateQuery[])[];
  /** The first ones are the marks that were given, in that order; the rest are ids that every request makes anew. */
  readonly marks: readonly string[];
  readonly answer: unknown;
}

/** Turns captured statements into ones that can be sent again with other ids and keys of the same length. `kept` ids stay. */
export function templateOf({ trips, answer }: Captured, given: readonly string[], kept: readonly string[]): Template {
  const values = trips.flat().flatMap((query) => query.values).filter((value) => typeof value === 'string');
  const known = new Set([...given, ...kept]);
  const fresh = [...new Set(values.flatMap((value) => value.match(UUID) ?? []))].filter((id) => !known.has(id));
  const marks = [...given, ...fresh];
  return { trips: trips.map((queries) => queries.map((query) => holed(query, marks))), marks, answer };
}

function holed({ name, text, values }: CapturedQuery, marks: readonly string[]): TemplateQuery {
  return { name, text, values: values.map((value) => (typeof value === 'string' ? cut(value, marks) : { fixed: value })) };
}

function cut(value: string, marks: readonly string[]): Hole {
  const parts = value.split(new RegExp(`(${marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^'})`));
  return { pieces: parts.filter((_, index) => index % 2 === 0), marks: parts.filter((_, index) => index % 2 === 1).map((mark) => marks.indexOf(mark)) };
}

export function filled(query: TemplateQuery, replacements: readonly string[]): { name?: string; text: string; values: unknown[] } {
  return { name: query.name, text: query.text, values: query.values.map((value) => ('fixed' in value ? value.fixed : joined(value, replacements))) };
}

function joined({ pieces, marks }: Hole, replacements: readonly string[]): string {
  let text = pieces[0] ?? '';
  for (const [index, mark] of marks.entries()) text += (replacements[mark] ?? '') + (pieces[index + 1] ?? '');
  return text;
}
