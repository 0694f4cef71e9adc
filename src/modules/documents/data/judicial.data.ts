import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of referrals and civil suits. */
export const JUDICIAL_DOCUMENTS: readonly DocumentKind[] = [];
