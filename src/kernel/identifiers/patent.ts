import { misshapen, mismatch, tidy, type IdentifierCheck } from './types.js';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const TYPES: Readonly<Record<string, string>> = { 1: 'invention', 2: 'utility-model', 3: 'design', 8: 'invention-pct', 9: 'utility-model-pct' };

/** Patent application number (ZC 0006-2003); ZL before it, CN, and a missing point are accepted. Numbers before October 2003 have no checkable digit. */
export function checkPatentApplication(text: string): IdentifierCheck {
  const bare = tidy(text).replaceAll('-', '').replace(/^(?:ZL|CN)/, '').replace('．', '.');
  const old = /^(\d{2})([1-389])(\d{5})\.?([\dX])$/.exec(bare);
  if (old !== null) return oldNumber(`${bare.slice(0, 8)}.${old[4] ?? ''}`);
  const match = /^((?:19|20)\d{2})([1-389])(\d{7})\.?([\dX])$/.exec(bare);
  const [, year = '', type = '', serial = '', printed = ''] = match ?? [];
  if (match === null) return misshapen('patent_application', bare, '专利申请号形如 202630000001.X（年份4位、种类1位、流水7位、校验1位）', 'a patent application number looks like 202630000001.X: year, type, serial, check');
  const digits = `${year}${type}${serial}`;
  const rest = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  return { ok: true, kind: 'patent_application', normalized: `${digits}.${printed}`, warnings: expected === printed ? [] : [mismatch(expected, printed)], parts: { year, type: TYPES[type] ?? type } };
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
