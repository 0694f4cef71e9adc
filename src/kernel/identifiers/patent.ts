import { misshapen, mismatch, tidy, type IdentifierCheck } from './types.js';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const TYPES: Readonly<Record<string, string>> = { 1: 'invention', 2: 'utility-model', 3: 'design', 8: 'invention-pct', 9: 'utility-model-pct' };

/** Patent application number (ZC 0006-2003); ZL before it, CN, and a missing point are accepted. Numbers before October 2003 have no checkable digit. */
export function checkPatentApplication(text: string): IdentifierCheck {
  const bare = tidy(text).replaceAll('-', '').replace(/^(?:ZL|CN)/, '');
  const [, number, printed] = /^(\d{12}|\d{8})\.?([\dX])$/.exec(bare) ?? [];
  if (number === undefined || printed === undefined) return notOne(bare);
  if (/^\d{2}[1-389]\d{5}$/.test(number)) return oldNumber(`${number}.${printed}`);
  return /^(?:19|20)\d{2}[1-389]\d{7}$/.test(number) ? newNumber(number, printed) : notOne(bare);
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

/** Publication number: CN, number, kind letter. Source of the form unverified. */
export function checkPatentPublication(text: string): IdentifierCheck {
  const normalized = tidy(text).replaceAll('-', '');
  if (!/^CN[1-3]\d{6,8}[ABCUYSD]\d?$/.test(normalized)) return misshapen('patent_publication', normalized, '专利公开（公告）号形如 CN123456789A', 'a publication number looks like CN123456789A');
  return { ok: true, kind: 'patent_publication', normalized, warnings: [] };
}

function oldNumber(normalized: string): IdentifierCheck {
  return { ok: true, kind: 'patent_application', normalized, warnings: [{ code: 'check_digit_not_verifiable', text: { zh: '2003年10月以前的申请号，校验规则未核实，请核对原件', en: 'A number from before October 2003: its check rule is not confirmed, compare with the document' } }] };
}
