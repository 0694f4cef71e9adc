/** What people put between the characters of a number or a name; no line break, so that lists of figures stay apart. */
const JOINER = /[\p{Zs}\t\-‐-―_·()\u200b]/u;

/** A text made comparable, and the way back. */
export interface Folded {
  readonly text: string;
  /** Where the character that each unit of `text` comes from starts in the original; one more for its end. */
  readonly from: readonly number[];
}

/** Half-width, lower case, a blank for every joiner; one character for one, so that a find can be led back to the original. */
export function fold(text: string): Folded {
  let [folded, at] = ['', 0];
  const from: number[] = [];
  for (const character of text) {
    const plain = foldOne(character);
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
    folded += plain;
    at += character.length;
  }
  from.push(at);
  return { text: folded, from };
}

/** What single characters fold to. The limit only keeps a sender from filling the memory. */
const FOLDED = new Map<string, string>();
const FOLDED_LIMIT = 20_000;

function foldOne(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  if (FOLDED.size >= FOLDED_LIMIT) FOLDED.clear();
  const plain = plainOf(character);
  FOLDED.set(character, plain);
  return plain;
}

/** ① and ² stay: a list mark or a square metre before a telephone number would become one of its digits. */
function plainOf(character: string): string {
  const folded = /\p{No}/u.test(character) ? character : character.normalize('NFKC').toLowerCase();
  const plain = [...folded].length === 1 ? folded : character;
  return JOINER.test(plain) ? ' ' : plain;
}
