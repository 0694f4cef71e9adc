import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of penalties. */
export const PENALTY_DOCUMENTS: readonly DocumentKind[] = [];
