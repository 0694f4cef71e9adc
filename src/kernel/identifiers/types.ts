import type { LocalizedText } from '../text.js';

export type IdentifierKind =
  | 'uscc' | 'resident_id' | 'patent_application' | 'patent_publication' | 'trademark_registration' | 'work_registration'
  | 'software_registration' | 'geographical_indication' | 'plant_variety' | 'phone' | 'region';

export interface IdentifierWarning {
  readonly code: 'check_digit_mismatch' | 'check_digit_not_verifiable' | 'shape_unexpected' | 'birth_date_impossible' | 'organisation_check_mismatch' | 'kind_letter_mismatch';
  readonly text: LocalizedText;
}

/**
 * `ok` is false only when the text cannot be such an identifier. A wrong check digit is a warning: codes in official use
 * are known to fail it, and a hotline writes down what a caller reads out.
 */
export interface IdentifierCheck {
  readonly ok: boolean;
  readonly kind: IdentifierKind;
  readonly normalized: string;
  readonly warnings: readonly IdentifierWarning[];
  readonly parts?: Readonly<Record<string, string>>;
}

/** Half-width, upper case, without spaces, every dash a hyphen; each kind drops hyphens where they mean nothing. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]/g, '').replace(/[\u2010-\u2015\u2212]+/g, '-').toUpperCase();
}

export function mismatch(expected: string, printed: string): IdentifierWarning {
  return { code: 'check_digit_mismatch', text: { zh: `校验位不符：应为 ${expected}，实为 ${printed}，请核对`, en: `The check digit should be ${expected} but is ${printed}: please compare with the document` } };
}

export function misshapen(kind: IdentifierKind, normalized: string, zh: string, en: string): IdentifierCheck {
  return { ok: false, kind, normalized, warnings: [{ code: 'shape_unexpected', text: { zh: `格式不符：${zh}`, en: `Unexpected form: ${en}` } }] };
}
