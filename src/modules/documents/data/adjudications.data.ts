import type { DocumentKind } from '../domain/document.rules.js';

/** Documents of adjudications. */
export const ADJUDICATION_DOCUMENTS: readonly DocumentKind[] = [];
