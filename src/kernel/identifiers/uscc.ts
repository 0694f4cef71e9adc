import { misshapen, mismatch, tidy, type IdentifierCheck, type IdentifierWarning } from './types.js';

/** GB 32100-2015: 31 characters, without I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Unified social credit code with its check character, and that of the organisation code inside (GB 11714). */
export function checkUscc(text: string): IdentifierCheck {
  const normalized = tidy(text).replaceAll('-', '');
  if (!SHAPE.test(normalized)) return misshapen('uscc', normalized, '统一社会信用代码为18位，不含 I、O、S、V、Z', 'a unified social credit code has 18 characters, without I, O, S, V, Z');
  const expected = checkCharacter(normalized);
  const printed = normalized.slice(17);
  const organisation = normalized.slice(8, 17);
  const warnings = [...(expected === printed ? [] : [mismatch(expected, printed)]), ...organisationWarnings(organisation)];
  return { ok: true, kind: 'uscc', normalized, warnings, parts: { registrar: normalized.slice(0, 1), category: normalized.slice(1, 2), region: normalized.slice(2, 8), organisation } };
}

function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CHARACTERS.indexOf(code.charAt(index)), 0);
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

function organisationWarnings(code: string): IdentifierWarning[] {
  const value = (character: string): number => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55);
  const rest = 11 - (ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * value(code.charAt(index)), 0) % 11);
  const expected = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  if (expected === code.charAt(8)) return [];
  return [{ code: 'organisation_check_mismatch', text: { zh: `其中组织机构代码校验位应为 ${expected}，实为 ${code.charAt(8)}`, en: `The organisation code inside should end with ${expected} but ends with ${code.charAt(8)}` } }];
}
