import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { checkIdentifier } from '../../kernel/identifiers/index.js';

/** Loaded with the process (a fifth of a second, 38 MB), so that no request waits for it. */
const JIEBA = Jieba.withDict(dict);

/** A tsvector may hold one megabyte; so much text stays far below, whatever is written. */
const MOST_TEXT = 20_000;
const MOST_TERMS = 32;
const LONGEST_WORD = 64;
/** Characters beyond it take two units of a string. */
const LAST_OF_ONE_UNIT = 0xffff;

const HAN = '\\p{Script=Han}';
/** Runs of Chinese, or anything else of letters and digits, with the marks that hold numbers and codes together. */
const RUNS = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{M}\\p{N}])+(?:[.\\-_/](?:(?![${HAN}])[\\p{L}\\p{M}\\p{N}])+)*`, 'gu');
const IS_HAN = new RegExp(`^${HAN}`, 'u');
const JOINERS = /[.\-_/]/;
/** Certificates print 第12345678号; who asks for that means the number. */
const DRESS = /第(?=\p{N})|(?<=[\p{N}Xx])号/gu;

/**
 * What a text can be found by, sorted, each once; letters and digits only, whatever was written. Of Chinese: every word
 * of the dictionary in it, every character, every pair of neighbours. Of numbers: the whole, its parts (no check digit is a word), and an application
 * number without its check digit. Whoever asks for a part of a Chinese sentence, cut anywhere, finds the sentence.
 */
export function words(...texts: readonly string[]): string[] {
  return [...wordsIn(texts)].sort();
}

/** The words as a literal of type tsvector, which puts them into its own order. */
export function vectorOf(...texts: readonly string[]): string {
  const found = wordsIn(texts);
  return found.size === 0 ? '' : quoted([...found].join("' '"));
}

function wordsIn(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const run of runsOf(text)) {
      if (IS_HAN.test(run)) addHanWords(run, found);
      else for (const word of codeWords(run)) found.add(word.slice(0, LONGEST_WORD));
    }
  return found;
}

/** What was asked for as a literal of type tsquery: every word has to be there. Null where nothing can be searched for. */
export function queryOf(text: string): string | null {
  const terms = runsOf(text.replace(DRESS, ' ')).flatMap((run) => (IS_HAN.test(run) ? hanTerms(run) : [codeTerm(run)]));
  const distinct = [...new Set(terms.map((term) => term.slice(0, LONGEST_WORD)))].slice(0, MOST_TERMS);
  return distinct.length === 0 ? null : distinct.map(quoted).join(' & ');
}

/** Half-width and lower case. */
function runsOf(text: string): string[] {
  return text.slice(0, MOST_TEXT).normalize('NFKC').toLowerCase().match(RUNS) ?? [];
}

/** Every submission comes through here, with a few hundred characters: no lists are made on the way, and nothing is put together that can be cut out. */
function addHanWords(run: string, found: Set<string>): void {
  for (const word of JIEBA.cutAll(run)) found.add(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word);
  let before: number | null = null;
  for (let at = 0, end = 0; at < run.length; at = end) {
    end = at + ((run.codePointAt(at) ?? 0) > LAST_OF_ONE_UNIT ? 2 : 1);
    found.add(run.slice(at, end));
    if (before !== null) found.add(run.slice(before, end));
    before = at;
  }
}

/**
 * Words of the dictionary. Characters that are none (names of places and people) count in the order in which they stand:
 * two in a row as a pair, one that begins together with what follows it; a single one after a word just has to be there,
 * so that 不锈钢厂 finds 不锈钢制品厂.
 */
function hanTerms(run: string): string[] {
  const pieces = JIEBA.cut(run, false);
  const terms: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const loose = looseFrom(pieces, at);
    const next = pieces[at + loose.length];
    if (loose.length === 0) terms.push(pieces[at] ?? '');
    else if (loose.length > 1) terms.push(...pairs(loose));
    else terms.push(at === 0 && next !== undefined ? `${loose.join('')}${[...next][0] ?? ''}` : loose.join(''));
    at += Math.max(1, loose.length);
  }
  return terms;
}

/** Single characters in a row. */
function looseFrom(pieces: readonly string[], from: number): string[] {
  const end = pieces.findIndex((piece, index) => index >= from && [...piece].length > 1);
  return pieces.slice(from, end === -1 ? pieces.length : end);
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function codeWords(run: string): string[] {
  const parts = run.split(JOINERS);
  const bare = bareNumber(run);
  return [parts.join(''), ...parts.filter((part) => part.length > 1), ...(bare === null ? [] : [bare.whole, bare.core])];
}

/** Check digits are misheard and left out: an application number is asked for without. Nine digits may be a registration as well. */
function codeTerm(run: string): string {
  const joined = run.split(JOINERS).join('');
  return /^\d{9}$/.test(run) ? joined : (bareNumber(run)?.core ?? joined);
}

/** An application number as its certificate prints it, and without its check digit. */
function bareNumber(run: string): { whole: string; core: string } | null {
  const { ok, normalized } = checkIdentifier('patent_application', run);
  if (!ok) return null;
  const [core = '', check = ''] = normalized.toLowerCase().split('.');
  return { whole: `${core}${check}`, core };
}

/** Words hold nothing that would have to be escaped; the quotes keep operators of the query language out. */
function quoted(word: string): string {
  return `'${word}'`;
}
