import { misshapen, mismatch, tidy, type IdentifierCheck, type IdentifierWarning } from './types.js';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const TYPES: Readonly<Record<string, string>> = { 1: 'invention', 2: 'utility-model', 3: 'design', 8: 'invention-pct', 9: 'utility-model-pct' };

/** Year (1985 to 2003), type, serial; often written without its check digit. */
const OLD = /^((?:8[5-9]|9\d|0[0-3])[1-389]\d{5})(?:\.?([\dX]))?$/;

/** Patent application number (ZC 0006-2003); ZL before it, CN, and a missing point are accepted. Numbers before October 2003 have no checkable digit. */
export function checkPatentApplication(text: string): IdentifierCheck {
  const bare = tidy(text).replaceAll('-', '').replace(/^(?:ZL|CN)/, '');
  const [, old, oldPrinted] = OLD.exec(bare) ?? [];
  if (old !== undefined) return oldNumber(oldPrinted === undefined ? old : `${old}.${oldPrinted}`);
  const [, number, printed] = /^((?:19|20)\d{2}[1-389]\d{7})\.?([\dX])$/.exec(bare) ?? [];
  return number === undefined || printed === undefined ? notOne(bare) : newNumber(number, printed);
}

function newNumber(number: string, printed: string): IdentifierCheck {
  const rest = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  const type = number.charAt(4);
  return { ok: true, kind: 'patent_application', normalized: `${number}.${printed}`, warnings: expected === printed ? [] : [mismatch(expected, printed)], parts: { year: number.slice(0, 4), type: TYPES[type] ?? type } };
}

function notOne(bare: string): IdentifierCheck {
  return misshapen('patent_application', bare, '专利申请号形如 202630000001.X（年份4位、种类1位、流水7位、校验1位）', 'a patent application number looks like 202630000001.X: year, type, serial, check');
}

const PUBLICATION = /^CN([1-3])\d{6,8}([ABCUYSD])\d?$/;
/** Kind letters by type of patent (ZC 0007 and 0008, unverified). */
const KIND_LETTERS: Readonly<Record<string, string>> = { 1: 'ABC', 2: 'UY', 3: 'SD' };

/** Publication number: CN, type and number, kind letter. Source of the form unverified, so that a letter of another type is only a warning. */
export function checkPatentPublication(text: string): IdentifierCheck {
  const normalized = tidy(text).replaceAll('-', '');
  const [, type = '', letter = ''] = PUBLICATION.exec(normalized) ?? [];
  if (type === '') return misshapen('patent_publication', normalized, '专利公开（公告）号形如 CN123456789A', 'a publication number looks like CN123456789A');
  const letters = KIND_LETTERS[type] ?? '';
  return { ok: true, kind: 'patent_publication', normalized, warnings: letters.includes(letter) ? [] : [letterMismatch(letters, letter)], parts: { type: TYPES[type] ?? type, letter } };
}

function letterMismatch(expected: string, printed: string): IdentifierWarning {
  const letters = [...expected];
  return { code: 'kind_letter_mismatch', text: { zh: `文献种类代码应为 ${letters.join('、')} 之一，实为 ${printed}，请核对`, en: `The kind letter should be one of ${letters.join(', ')} but is ${printed}: please compare with the document` } };
}

function oldNumber(normalized: string): IdentifierCheck {
  return { ok: true, kind: 'patent_application', normalized, warnings: [{ code: 'check_digit_not_verifiable', text: { zh: '2003年10月以前的申请号，校验规则未核实，请核对原件', en: 'A number from before October 2003: its check rule is not confirmed, compare with the document' } }] };
}
