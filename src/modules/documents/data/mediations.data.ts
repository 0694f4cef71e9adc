import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of mediations, agreements and confirmations. */
export const MEDIATION_DOCUMENTS: readonly DocumentKind[] = [];
