import { splitAddress } from './address.js';

const HIDDEN = '****';

/** The compound surnames in use; any other name is taken to have a surname of one character. */
const COMPOUND_SURNAMES = new Set([
  '欧阳', '太史', '端木', '上官', '司马', '东方', '独孤', '南宫', '夏侯', '诸葛', '尉迟', '皇甫', '公孙', '慕容', '令狐', '宇文', '长孙', '司徒', '司空', '轩辕',
  '闻人', '申屠', '钟离', '淳于', '单于', '濮阳', '赫连', '呼延', '万俟', '澹台', '公冶', '宗政', '太叔', '仲孙', '鲜于', '闾丘', '司寇', '东郭', '南门', '羊舌',
  '梁丘', '左丘', '拓跋', '段干', '百里', '第五',
]);

/** 陈** and 欧阳**: the surname; always two stars, so that the length stays hidden. The first letter of a Latin name; two characters of an organisation. */
export function maskName(name: string): string {
  const characters = [...name.normalize('NFKC').trim()];
  return characters.length <= 1 ? '*' : `${characters.slice(0, shownOfName(characters)).join('')}**`;
}

function shownOfName(characters: readonly string[]): number {
  if (!/\p{Script=Han}/u.test(characters[0] ?? '')) return 1;
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  return compound || characters.length > 4 ? 2 : 1;
}

/** 138****0000. Anything shorter than a whole number shows at most its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}${HIDDEN}${digits.slice(-4)}`;
  return digits.length >= 7 ? `${HIDDEN}${digits.slice(-2)}` : HIDDEN;
}

/** 4451**********1011: first and last four of a resident identity number; the last two of a shorter document number. */
export function maskDocument(number: string): string {
  const characters = [...number.normalize('NFKC').replace(/[\s-]/g, '')];
  const end = (count: number): string => characters.slice(-count).join('');
  if (characters.length >= 15) return `${characters.slice(0, 4).join('')}${'*'.repeat(characters.length - 8)}${end(4)}`;
  return characters.length >= 4 ? `${'*'.repeat(Math.max(4, characters.length - 2))}${end(2)}` : HIDDEN;
}

/** 广东省潮州市湘桥区****: down to the district or county. Nothing of an address without more than that. */
export function maskAddress(address: string): string {
  const { province, city, district, detail } = splitAddress(address);
  return detail === '' ? HIDDEN : `${province}${city}${district}${HIDDEN}`;
}

/** c****@example.cn: the first letter and the domain. */
export function maskEmail(email: string): string {
  const text = email.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  if (at < 0) return maskText(text);
  return `${at >= 3 ? [...text].slice(0, 1).join('') : ''}${HIDDEN}${text.slice(at)}`;
}

/** Anything else: the first character of a text of six or more. */
export function maskText(text: string): string {
  const characters = [...text.normalize('NFKC').trim()];
  return characters.length >= 6 ? `${characters.slice(0, 1).join('')}${HIDDEN}` : HIDDEN;
}
