const COMPOUND_SURNAMES = new Set(['欧阳', '太史', '端木', '上官', '司马', '东方', '独孤', '南宫', '夏侯', '诸葛', '尉迟', '皇甫', '公孙', '慕容', '令狐', '宇文', '长孙', '司徒', '司空', '轩辕']);

/** 陈** for a Chinese name; the first letter of any other. An organisation shows two characters. */
export function maskName(name: string): string {
  const text = name.trim();
  const shown = COMPOUND_SURNAMES.has(text.slice(0, 2)) && [...text].length > 2 ? 2 : [...text].length > 4 ? 2 : 1;
  return [...text].length <= 1 ? '*' : `${[...text].slice(0, shown).join('')}**`;
}

/** 138****0000. Anything shorter shows nothing but its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/** First four and last four of an 18-character number; less of a shorter one. */
export function maskDocument(number: string): string {
  const text = number.trim();
  if (text.length >= 15) return `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}`;
  return `${'*'.repeat(Math.max(4, text.length - 2))}${text.slice(-2)}`;
}

/** Down to the district or county; the rest is hidden. */
export function maskAddress(address: string): string {
  const head = /^.*?(?:[省].*?)?(?:[市].*?)?[区县]/.exec(address.trim())?.[0] ?? '';
  return `${head.length < address.trim().length ? head : ''}****`;
}
