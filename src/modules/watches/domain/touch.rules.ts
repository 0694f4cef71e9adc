/** An entry of the whitelist, as far as a warning needs it. `watched`: its keys. */
export interface WatchedEntry {
  readonly id: string;
  readonly agency: string;
  readonly region: string;
  readonly uscc: string;
  readonly watched: readonly string[];
}

/** Something that happened: keys that it is found by, words in which names and numbers may stand, and firms that are not warned of it. */
export interface Happening {
  readonly kind: 'complaint' | 'right' | 'publication';
  readonly id: string;
  readonly keys: readonly string[];
  /** Folded: letters and figures alone. Empty where only the keys count. */
  readonly words: string;
  /** Credit codes. Nobody is told early of what is complained about himself, nor of his own right. */
  readonly notTold: readonly string[];
}

export interface Touch {
  readonly entry: WatchedEntry;
  readonly key: string;
}

/** In a long text a short name or number stands by chance. */
const SHORTEST_IN_WORDS = 3;

/** Which entries it touches, and by which of their keys; each entry by each key once. */
export function touches({ keys, words, notTold }: Happening, entries: readonly WatchedEntry[]): Touch[] {
  return entries.filter(({ uscc }) => !notTold.includes(uscc)).flatMap((entry) => [...new Set(entry.watched)].filter((key) => keys.includes(key) || standsIn(key, words)).map((key) => ({ entry, key })));
}

function standsIn(key: string, words: string): boolean {
  const value = key.slice(key.indexOf(':') + 1);
  return [...value].length >= SHORTEST_IN_WORDS && words.includes(value);
}
