import { fold } from '../../../kernel/folding.js';

/** Shorter names stand in too many words. */
const SHORTEST_NAME = 2;

export interface Watched {
  readonly type: string;
  readonly number: string;
  readonly name: string | null;
}

/** Letters and figures alone, half-width and lower case: as people write a number or a name, it comes to the same. */
export function plain(text: string): string {
  return fold(text).text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function numberKey(type: string, number: string): string {
  return `${type}:${plain(number)}`;
}

export function nameKey(name: string): string | null {
  const folded = plain(name);
  return [...folded].length < SHORTEST_NAME ? null : `name:${folded}`;
}

/** By what a thing that happens is found to touch these rights. */
export function keysOf(rights: readonly Watched[]): string[] {
  return [...new Set(rights.flatMap(({ type, number, name }) => [numberKey(type, number), ...(name === null ? [] : [nameKey(name)].filter((key) => key !== null))]))].sort();
}
