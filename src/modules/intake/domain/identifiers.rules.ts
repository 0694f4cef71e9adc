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
  const kind = NUMBER_KIND[rightType];
  const code = uscc === undefined ? null : check('target.uscc', 'uscc', uscc);
  const right = rightNumber === undefined ? null : kind === undefined ? { normalized: rightNumber, warnings: [] } : check('right.number', kind, rightNumber);
  return { uscc: code?.normalized ?? null, rightNumber: right?.normalized ?? null, warnings: [...(code?.warnings ?? []), ...(right?.warnings ?? [])] };
}

function check(path: string, kind: IdentifierKind, text: string): { normalized: string; warnings: IdentifierWarning[] } {
  const { normalized, warnings } = checkIdentifier(kind, text);
  return { normalized, warnings: warnings.map((warning) => ({ path, code: warning.code, text: warning.text })) };
}
