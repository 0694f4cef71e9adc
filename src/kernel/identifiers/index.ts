import { checkPatentApplication, checkPatentPublication } from './patent.js';
import { checkRegistration } from './registrations.js';
import { checkResidentId } from './resident-id.js';
import type { IdentifierCheck, IdentifierKind } from './types.js';
import { checkUscc } from './uscc.js';

export type { IdentifierCheck, IdentifierKind, IdentifierWarning } from './types.js';

/** Normal form, check digit and parts of an identifier. Pure; throws nothing. */
export function checkIdentifier(kind: IdentifierKind, text: string): IdentifierCheck {
  switch (kind) {
    case 'uscc':
      return checkUscc(text);
    case 'resident_id':
      return checkResidentId(text);
    case 'patent_application':
      return checkPatentApplication(text);
    case 'patent_publication':
      return checkPatentPublication(text);
    default:
      return checkRegistration(kind, text);
  }
}
