import { checkPatentApplication, checkPatentPublication } from './patent.js';
import { checkPhone } from './phone.js';
import { checkRegistration } from './registrations.js';
import { checkResidentId } from './resident-id.js';
import type { IdentifierCheck, IdentifierKind } from './types.js';
import { checkUscc } from './uscc.js';

export type { IdentifierCheck, IdentifierKind, IdentifierWarning } from './types.js';

/** Normal form, check digit and parts of an identifier. Pure; throws nothing. A warning never repeats the text itself: it is kept where the text may not be. */
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
    case 'phone':
      return checkPhone(text);
    default:
      return checkRegistration(kind, text);
  }
}
