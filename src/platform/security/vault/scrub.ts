import { fold } from '../../../kernel/folding.js';
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

/** What stands in place of a person's data. */
export const PLACEHOLDER_TEXTS = {
  name: { zh: '〔举报人〕', en: '[reporter]' },
  phone: { zh: '〔电话〕', en: '[telephone]' },
  document: { zh: '〔证件号〕', en: '[document number]' },
  address: { zh: '〔住址〕', en: '[address]' },
  email: { zh: '〔邮箱〕', en: '[e-mail]' },
} as const satisfies Record<string, LocalizedText>;

/** What a scrubbed text holds: the file is kept in Chinese. */
export const PLACEHOLDERS = {
  name: PLACEHOLDER_TEXTS.name.zh, phone: PLACEHOLDER_TEXTS.phone.zh, document: PLACEHOLDER_TEXTS.document.zh, address: PLACEHOLDER_TEXTS.address.zh, email: PLACEHOLDER_TEXTS.email.zh,
} as const;

interface Finder {
  readonly pattern: RegExp;
  readonly placeholder: string;
}

/** Every joiner is folded to a blank first: a class of them in each gap would take longer to compile than to search. */
const GAP = ' *';
/** A point stands in prices too: in anybody's number it joins only the usual groups, in a known value anything. */
const KNOWN_GAP = '[ .]*';
const MOBILE = `(?:\\+?(?:00)?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}|1[3-9]\\d\\.\\d{4}\\.\\d{4}`;
/** Six digits of region, a year 19xx or 20xx, month, day, order, check character. */
const RESIDENT_ID = ['[1-8]', ...times(5, '\\d'), '[12]', '[09]', '\\d', '\\d', '[01]', '\\d', '[0-3]', '\\d', ...times(3, '\\d'), '[\\dx]'].join(GAP);

const ANYBODY: readonly Finder[] = [
  { pattern: new RegExp(`(?<!\\d)(?:${RESIDENT_ID})(?!\\d)`, 'gu'), placeholder: PLACEHOLDERS.document },
  { pattern: new RegExp(`(?<!\\d)(?:${MOBILE})(?!\\d)`, 'gu'), placeholder: PLACEHOLDERS.phone },
];

/** A place in a text, UTF-16 units, and what stands in its place. */
export interface Find {
  readonly start: number;
  readonly end: number;
  readonly placeholder: string;
}

/** Where a person's known values stand in a text, and anything that looks like a mobile or resident identity number; by their start, the longer first. */
export function findsOf(text: string, known: KnownIdentity): Find[] {
  const folded = fold(text);
  const spans = [...knownFinders(known, folded.text), ...ANYBODY].flatMap(({ pattern, placeholder }) =>
    [...folded.text.matchAll(pattern)].map((match) => ({ start: folded.from[match.index] ?? 0, end: folded.from[match.index + match[0].length] ?? 0, placeholder })),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Free text with the known values of a person, and anything that looks like a mobile or resident identity number, replaced;
 * whatever width and separators they were typed with. The rest stays as it was, character for character.
 */
export function scrub(text: string, known: KnownIdentity): string {
  let [result, done] = ['', 0];
  for (const { start, end, placeholder } of findsOf(text, known)) {
    // What overlaps one that is already gone goes with it.
    if (start >= done) result += text.slice(done, start) + placeholder;
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}

/** A pattern, and the characters that every find has in a row once blanks and points are gone. */
interface Loose {
  readonly pattern: string;
  readonly core: string;
}

/** Only what can be there at all is compiled: compiling takes much longer than searching, and every person brings other patterns. */
function knownFinders({ name, phone, address, documentNumber, email }: KnownIdentity, text: string): Finder[] {
  const bare = text.replace(/[ .]/g, '');
  const finders: [string, Loose[]][] = [
    [PLACEHOLDERS.address, addressPatterns(address)],
    [PLACEHOLDERS.email, loose(email, 5)],
    [PLACEHOLDERS.document, loose(documentNumber, 5).map(({ pattern, core }) => ({ pattern: `(?<!\\d)${pattern}(?!\\d)`, core }))],
    [PLACEHOLDERS.phone, (phone ?? '').split(/[/、,，;；或]/).flatMap(phonePatterns)],
    [PLACEHOLDERS.name, namePatterns(name)],
  ];
  return finders.flatMap(([placeholder, patterns]) => patterns.filter(({ core }) => bare.includes(core)).map(({ pattern }) => ({ pattern: new RegExp(pattern, 'gu'), placeholder })));
}

/** A single character would tear the text apart; a Latin name counts only as a word of its own. */
function namePatterns(name: string | undefined): Loose[] {
  return loose(name, 2).map(({ pattern, core }) => ({ pattern: /^[a-z]/.test(pattern) ? `(?<![a-z])${pattern}(?![a-z])` : pattern, core }));
}

/** With or without province, city and district, as long as what is left leads to the door. */
function addressPatterns(address: string | undefined): Loose[] {
  const { province, city, district, detail } = splitAddress(address ?? '');
  const [door] = loose(detail, 4);
  if (door === undefined) return loose(address, 4);
  const before = [province, city, district].flatMap((part) => loose(part, 1)).map(({ pattern }) => `(?:${pattern}${KNOWN_GAP})?`);
  return [{ pattern: `${before.join('')}${door.pattern}`, core: door.core }];
}

/** The whole number with or without the country; of a landline also without its area. */
function phonePatterns(phone: string): Loose[] {
  const digits = fold(phone).text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '').replace(/^(?:00)?860?(?=[1-9]\d{8,})/, '0');
  const [, area, rest = ''] = /^0(10|2\d|[3-9]\d\d)(\d{7,})$/.exec(digits) ?? [];
  // Of a number with an extension only the first seven are sure to be the line itself.
  const local = rest.length === 8 ? rest : rest.slice(0, 7);
  const country = `(?:\\+?(?:00)?86${KNOWN_GAP})?`;
  const whole = area === undefined ? loose(digits, 7) : loose(`${area}${local}`, 7).map(({ pattern, core }) => ({ pattern: `(?:0${KNOWN_GAP})?${pattern}`, core }));
  const all = [...whole.map(({ pattern, core }) => ({ pattern: `${country}${pattern}`, core })), ...loose(local, 7)];
  return all.map(({ pattern, core }) => ({ pattern: `(?<!\\d)${pattern}${rest.length > 8 ? '' : '(?!\\d)'}`, core }));
}

/** The value with anything between its characters; nothing for one shorter than `least`. */
function loose(value: string | undefined, least: number): Loose[] {
  const characters = [...fold(value ?? '').text.replace(/[\s.]/g, '')];
  return characters.length < least || characters.length === 0 ? [] : [{ pattern: characters.map(escaped).join(KNOWN_GAP), core: characters.join('') }];
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
