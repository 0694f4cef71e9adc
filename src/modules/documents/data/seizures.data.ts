import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of seizures, fines and simplified penalties. */
export const SEIZURE_DOCUMENTS: readonly DocumentKind[] = [];
