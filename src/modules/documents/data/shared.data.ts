import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of several tracks. */
export const SHARED_DOCUMENTS: readonly DocumentKind[] = [];
