import { checkIdentifier } from '../../../kernel/identifiers/index.js';
import type { LocalizedText } from '../../../kernel/text.js';

export interface PathWarning {
  readonly path: string;
  readonly code: string;
  readonly text: LocalizedText;
}

export interface CheckedCode {
  /** Null where none was given, or where the text cannot be a code. */
  readonly uscc: string | null;
  readonly warnings: readonly PathWarning[];
}

const IDENTITY_NUMBER: PathWarning = { path: 'uscc', code: 'identity_number', text: { zh: '所填似为居民身份证号码，未予保存，请核对', en: 'What was written looks like an identity number of a person and was not kept: please compare with the licence' } };

/**
 * A credit code in normal form. A wrong check digit stays, with a warning. A text of another form is not kept at all: people
 * write identity numbers into this field, and the register shows what it has to everybody who works on cases.
 */
export function checkedCode(text: string | undefined): CheckedCode {
  if (text === undefined || text.trim() === '') return { uscc: null, warnings: [] };
  const { ok, normalized, warnings } = checkIdentifier('uscc', text);
  if (warnings.length > 0 && isIdentityNumber(normalized)) return { uscc: null, warnings: [IDENTITY_NUMBER] };
  return { uscc: ok ? normalized : null, warnings: warnings.map((warning) => ({ ...warning, path: 'uscc' })) };
}

/** Eighteen digits can be either: a date of birth that exists, in a text that fails as a code, makes it a person's. */
function isIdentityNumber(text: string): boolean {
  const { ok, warnings } = checkIdentifier('resident_id', text);
  return ok && !warnings.some(({ code }) => code === 'birth_date_impossible');
}

/** Letters and digits only, half width, lower case: two spellings of one name or address meet. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/**
 * Natural key of an organisation without a code: name and address. The name alone does not tell two shops apart, so that an
 * entry without an address has no key and is merged by hand.
 */
export function nameKey(name: string, address: string | null): string | null {
  const place = plain(address ?? '');
  return place === '' ? null : `${plain(name)}|${place}`;
}

export function searchNames(name: string, former: readonly { readonly name: string }[]): string {
  return [name, ...former.map((one) => one.name)].map((one) => one.normalize('NFKC').trim()).join(' ');
}

interface Named {
  readonly name: string;
  readonly formerNames: readonly { readonly name: string; readonly from: string | null; readonly until: string | null }[];
}

/** The name that it bore on a day (YYYY-MM-DD): of the names given up after that day the one given up first, else the present one. */
export function nameOn({ name, formerNames }: Named, day: string): string {
  const later = formerNames.filter(({ from, until }) => until !== null && day < until && (from === null || from <= day));
  return later.sort((one, other) => String(one.until).localeCompare(String(other.until)))[0]?.name ?? name;
}
