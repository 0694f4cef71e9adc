/** Shorter words are in too many names to be looked up. */
export const SHORTEST = 3;

/** What is looked for, as the column has it: half-width, lower case, and no wildcard of its own. */
export function searched(words: string): string {
  return `%${words.normalize('NFKC').toLowerCase().trim().replace(/[\\%_]/g, '\\$&')}%`;
}
