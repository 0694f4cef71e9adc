import { checkIdentifier, type IdentifierKind } from '../../../kernel/identifiers/index.js';
import type { LocalizedText } from '../../../kernel/text.js';

export interface IdentifierWarning {
  readonly path: string;
  readonly code: string;
  readonly text: LocalizedText;
}

export interface CheckedIdentifiers {
  readonly uscc: string | null;
  readonly rightNumber: string | null;
  readonly warnings: readonly IdentifierWarning[];
}

const NUMBER_KIND: Readonly<Record<string, IdentifierKind>> = {
  trademark: 'trademark_registration',
  patent: 'patent_application',
  copyright: 'work_registration',
  plant_variety: 'plant_variety',
  geographical_indication: 'geographical_indication',
};

/** Identifiers in normal form, with what the operator has to look at. Nothing is rejected: a caller reads a number off a label. */
export function checkedIdentifiers(uscc: string | undefined, rightType: string, rightNumber: string | undefined): CheckedIdentifiers {
  const code = isIdentityNumber(uscc) ? { normalized: null, warnings: [IDENTITY_NUMBER] } : check('target.uscc', 'uscc', uscc);
  const right = check('right.number', numberKind(rightType, rightNumber ?? ''), rightNumber);
  return { uscc: code.normalized, rightNumber: right.normalized, warnings: [...code.warnings, ...right.warnings] };
}

/** Software is a work with a register of its own: 2023SR0123456. */
function numberKind(rightType: string, number: string): IdentifierKind | undefined {
  if (rightType === 'copyright' && /^\s*\d{4}\s*SR/i.test(number)) return 'software_registration';
  return Object.hasOwn(NUMBER_KIND, rightType) ? NUMBER_KIND[rightType] : undefined;
}

/** A person's number is not kept outside the vault; the words as they came, which hold it, lie there. */
const IDENTITY_NUMBER: IdentifierWarning = {
  path: 'target.uscc', code: 'looks-like-identity-number', text: { zh: '所填为身份证件号码而非统一社会信用代码，未保存', en: 'This is the number of an identity document, not a credit code: it was not kept' },
};

/** Eighteen digits can be either: what fails as a code and holds a date of birth is a person's. */
function isIdentityNumber(text: string | undefined): boolean {
  if (text === undefined || checkIdentifier('uscc', text).warnings.length === 0) return false;
  const { ok, warnings } = checkIdentifier('resident_id', text);
  return ok && !warnings.some(({ code }) => code === 'birth_date_impossible');
}

/** A number of a kind without a known form stays as it was written. Blank counts as not given. */
function check(path: string, kind: IdentifierKind | undefined, text: string | null | undefined): { normalized: string | null; warnings: IdentifierWarning[] } {
  const given = (text ?? '').trim();
  if (given === '') return { normalized: null, warnings: [] };
  if (kind === undefined) return { normalized: given, warnings: [] };
  const { normalized, warnings } = checkIdentifier(kind, given);
  return { normalized, warnings: warnings.map((warning) => ({ path, code: warning.code, text: warning.text })) };
}
