import { formOf, formsOn, type DocumentKind } from '../domain/document.rules.js';
import { ADJUDICATION_DOCUMENTS } from './adjudications.data.js';
import { COMPLAINT_DOCUMENTS } from './complaints.data.js';
import { CREDIT_REPAIR_DOCUMENTS } from './credit-repairs.data.js';
import { JUDICIAL_DOCUMENTS } from './judicial.data.js';
import { LISTING_DOCUMENTS } from './listings.data.js';
import { MEDIATION_DOCUMENTS } from './mediations.data.js';
import { PENALTY_DOCUMENTS } from './penalties.data.js';
import { SEIZURE_DOCUMENTS } from './seizures.data.js';
import { SHARED_DOCUMENTS } from './shared.data.js';

/** Every kind of official document, each in every version of its form. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  ...COMPLAINT_DOCUMENTS, ...SHARED_DOCUMENTS, ...PENALTY_DOCUMENTS, ...SEIZURE_DOCUMENTS, ...ADJUDICATION_DOCUMENTS, ...MEDIATION_DOCUMENTS, ...JUDICIAL_DOCUMENTS, ...LISTING_DOCUMENTS, ...CREDIT_REPAIR_DOCUMENTS,
];

/** The forms of a kind on a day, YYYY-MM-DD: those for certain subjects first. */
export function documentForms(code: string, day: string): DocumentKind[] {
  return formsOn(DOCUMENT_KINDS, code, day);
}

/** The form that a document was issued on. */
export function formOfDocument(document: Parameters<typeof formOf>[1]): DocumentKind {
  const form = formOf(DOCUMENT_KINDS, document);
  if (form === undefined) throw new Error(`Document kind ${document.kind} has lost its version of ${document.kindFrom}`);
  return form;
}
