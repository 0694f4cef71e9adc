import type { LocalizedText } from '../../../kernel/text.js';
import { splitAddress } from './address.js';

/** What is known of a person, to be found again in free text. */
export interface KnownIdentity {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly documentNumber?: string;
  readonly email?: string;
}

/** What stands in place of a person's data. A scrubbed text holds the Chinese form; the English one explains it. */
export const PLACEHOLDERS = {
  name: { zh: '〔举报人〕', en: '[reporter]' },
  phone: { zh: '〔电话〕', en: '[telephone]' },
  document: { zh: '〔证件号〕', en: '[document number]' },
  address: { zh: '〔住址〕', en: '[address]' },
  email: { zh: '〔邮箱〕', en: '[e-mail]' },
} as const satisfies Record<string, LocalizedText>;

interface Finder {
  readonly pattern: RegExp;
  readonly placeholder: string;
}

/** What people put between the characters of a number or a name; no line break, so that lists of figures stay apart. */
const JOINERS = '\\p{Zs}\\t\\-‐-―_·()\\u200b';
const GAP = `[${JOINERS}]{0,3}`;
/** A point stands in prices too: only between the usual groups of a telephone number is it a joiner. */
const MOBILE = `(?:\\+?(?:00)?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}|1[3-9]\\d\\.\\d{4}\\.\\d{4}`;
/** Six digits of region, a year 19xx or 20xx, month, day, order, check character. */
const RESIDENT_ID = ['[1-8]', ...times(5, '\\d'), '[12]', '[09]', '\\d', '\\d', '[01]', '\\d', '[0-3]', '\\d', ...times(3, '\\d'), '[\\dx]'].join(GAP);

const ANYBODY: readonly Finder[] = [
  { pattern: new RegExp(`(?<!\\d)(?:${RESIDENT_ID})(?!\\d)`, 'gu'), placeholder: PLACEHOLDERS.document.zh },
  { pattern: new RegExp(`(?<!\\d)(?:${MOBILE})(?!\\d)`, 'gu'), placeholder: PLACEHOLDERS.phone.zh },
];

/**
 * Free text with the known values of a person, and anything that looks like a mobile or resident identity number, replaced;
 * whatever width and separators they were typed with. The rest stays as it was, character for character.
 */
export function scrub(text: string, known: KnownIdentity): string {
  const folded = fold(text);
  const spans = [...knownFinders(known), ...ANYBODY].flatMap(({ pattern, placeholder }) =>
    [...folded.text.matchAll(pattern)].map((match) => ({ ...original(folded, match.index, match.index + match[0].length), placeholder })),
  );
  let [result, done] = ['', 0];
  for (const { start, end, placeholder } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    // What overlaps one that is already gone goes with it.
    if (start >= done) result += text.slice(done, start) + placeholder;
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}

function knownFinders({ name, phone, address, documentNumber, email }: KnownIdentity): Finder[] {
  const finders: [string, string[]][] = [
    [PLACEHOLDERS.address.zh, addressPatterns(address)],
    [PLACEHOLDERS.email.zh, loose(email, 5)],
    [PLACEHOLDERS.document.zh, loose(documentNumber, 5)],
    [PLACEHOLDERS.phone.zh, (phone ?? '').split(/[/、,，;；或]/).flatMap(phonePatterns)],
    [PLACEHOLDERS.name.zh, namePatterns(name)],
  ];
  return finders.flatMap(([placeholder, patterns]) => patterns.map((pattern) => ({ pattern: new RegExp(pattern, 'gu'), placeholder })));
}

/** A single character would tear the text apart; a Latin name counts only as a word of its own. */
function namePatterns(name: string | undefined): string[] {
  return loose(name, 2).map((pattern) => (/^[a-z]/.test(pattern) ? `(?<![a-z])${pattern}(?![a-z])` : pattern));
}

/** With or without province, city and district, as long as what is left leads to the door. */
function addressPatterns(address: string | undefined): string[] {
  const { province, city, district, detail } = splitAddress(address ?? '');
  const [door] = loose(detail, 4);
  if (door === undefined) return loose(address, 4);
  const before = [province, city, district].flatMap((part) => loose(part, 1)).map((part) => `(?:${part}${GAP})?`);
  return [`${before.join('')}${door}`];
}

/** The whole number, and the local part of a landline. */
function phonePatterns(phone: string): string[] {
  const digits = fold(phone).text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '').replace(/^(?:00)?860?(?=[1-9]\d{8,})/, '0');
  const [, , rest = ''] = /^0(10|2\d|[3-9]\d\d)(\d{7,})$/.exec(digits) ?? [];
  const local = rest.length === 8 ? rest : rest.slice(0, 7);
  return [...loose(digits, 7), ...loose(local, 7).map((pattern) => `(?<!\\d)${pattern}`)];
}

/** The value with anything between its characters; nothing for one shorter than `least`. */
function loose(value: string | undefined, least: number): string[] {
  const characters = [...fold(value ?? '').text.replace(new RegExp(`[\\s${JOINERS}]`, 'gu'), '')];
  return characters.length < least || characters.length === 0 ? [] : [characters.map(escaped).join(GAP)];
}

interface Folded {
  readonly text: string;
  /** Where the character that each unit of `text` comes from starts in the original; one more for its end. */
  readonly from: readonly number[];
}

/** Half-width and lower case, character by character, so that a find can be led back to the original. */
function fold(text: string): Folded {
  let [folded, at] = ['', 0];
  const from: number[] = [];
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    from.push(...times(plain.length, at));
    folded += plain;
    at += character.length;
  }
  return { text: folded, from: [...from, at] };
}

function original({ from }: Folded, start: number, end: number): { start: number; end: number } {
  let after = end;
  while (from[after] === from[end - 1]) after += 1;
  return { start: from[start] ?? 0, end: from[after] ?? 0 };
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
