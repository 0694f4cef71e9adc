import { Temporal } from 'temporal-polyfill';
import { misshapen, mismatch, tidy, type IdentifierCheck, type IdentifierWarning } from './types.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const TABLE = '10X98765432';

/** Resident identity number (GB 11643-1999): region, birth date, sequence, check character. */
export function checkResidentId(text: string): IdentifierCheck {
  const normalized = tidy(text).replaceAll('-', '');
  if (!/^[1-9]\d{16}[\dX]$/.test(normalized)) return misshapen('resident_id', normalized, '居民身份证号码为18位，末位可为 X', 'a resident identity number has 18 characters, the last may be X');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(normalized.charAt(index)), 0);
  const expected = TABLE.charAt(sum % 11);
  const birth = `${normalized.slice(6, 10)}-${normalized.slice(10, 12)}-${normalized.slice(12, 14)}`;
  const warnings = [...birthWarnings(birth), ...(expected === normalized.charAt(17) ? [] : [mismatch(expected, normalized.charAt(17))])];
  return { ok: true, kind: 'resident_id', normalized, warnings, parts: { region: normalized.slice(0, 6), birth } };
}

function birthWarnings(birth: string): IdentifierWarning[] {
  try {
    Temporal.PlainDate.from(birth, { overflow: 'reject' });
    return [];
  } catch {
    return [{ code: 'birth_date_impossible', text: { zh: '其中的出生日期不存在，请核对', en: 'There is no such date of birth as the one inside: please compare with the document' } }];
  }
}
