import { kindOn, type DocumentKind } from '../domain/document.rules.js';
import { ADJUDICATION_DOCUMENTS } from './adjudications.data.js';
import { COMPLAINT_DOCUMENTS } from './complaints.data.js';
import { JUDICIAL_DOCUMENTS } from './judicial.data.js';
import { MEDIATION_DOCUMENTS } from './mediations.data.js';
import { PENALTY_DOCUMENTS } from './penalties.data.js';
import { SEIZURE_DOCUMENTS } from './seizures.data.js';
import { SHARED_DOCUMENTS } from './shared.data.js';

/** Every kind of official document, each in every version of its form. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  ...COMPLAINT_DOCUMENTS, ...SHARED_DOCUMENTS, ...PENALTY_DOCUMENTS, ...SEIZURE_DOCUMENTS, ...ADJUDICATION_DOCUMENTS, ...MEDIATION_DOCUMENTS, ...JUDICIAL_DOCUMENTS,
];

/** The kind as its form stood on a day, YYYY-MM-DD. */
export function documentKind(code: string, day: string): DocumentKind | undefined {
  return kindOn(DOCUMENT_KINDS, code, day);
}
