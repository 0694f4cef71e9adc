/** What is known of a person, to be found again in free text. */
export interface KnownIdentity {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly documentNumber?: string;
}

export const PLACEHOLDERS = { name: '〔举报人〕', phone: '〔电话〕', document: '〔证件号〕', address: '〔住址〕' } as const;

const SEPARATOR = '[\\s\\-—–.·]*';
const FULL_WIDTH = (character: string): string => (/[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character);

const MOBILE = new RegExp(`(?<![0-9０-９])(?:(?:\\+|＋)?(?:86|８６)${SEPARATOR})?[1１][3-9３-９](?:${SEPARATOR}[0-9０-９]){9}(?![0-9０-９])`, 'gu');
const RESIDENT_ID = new RegExp(`(?<![0-9０-９])[1-8１-８][0-9０-９]{5}${SEPARATOR}(?:19|20|１９|２０)[0-9０-９]{2}${SEPARATOR}[0-9０-９]{4}${SEPARATOR}[0-9０-９]{3}[0-9Xx０-９Ｘｘ](?![0-9０-９])`, 'gu');

/** Free text with the known values of a person, and anything that looks like a mobile or identity number, replaced. */
export function scrub(text: string, known: KnownIdentity): string {
  const { name, phone, address, documentNumber } = known;
  const replacements: [string | undefined, string, number][] = [
    [address, PLACEHOLDERS.address, 4],
    [documentNumber, PLACEHOLDERS.document, 5],
    [phone, PLACEHOLDERS.phone, 7],
    // A single character as a name would tear the text apart.
    [name, PLACEHOLDERS.name, 2],
  ];
  const known_ = replacements.reduce((rest, [value, placeholder, least]) => (value === undefined ? rest : replaceLoosely(rest, value, placeholder, least)), text);
  return known_.replace(RESIDENT_ID, PLACEHOLDERS.document).replace(MOBILE, PLACEHOLDERS.phone);
}

/** Finds the value whatever its width and whatever stands between its characters. */
function replaceLoosely(text: string, value: string, placeholder: string, least: number): string {
  const characters = [...value.normalize('NFKC').replace(/[\s\-—–.·()]/g, '')];
  if (characters.length < least) return text;
  const pattern = characters.map((character) => `[${[character, FULL_WIDTH(character)].map(escaped).join('')}]`).join(SEPARATOR);
  return text.replace(new RegExp(pattern, 'giu'), placeholder);
}

function escaped(character: string): string {
  return character.replace(/[\\\]^-]/g, '\\$&');
}
