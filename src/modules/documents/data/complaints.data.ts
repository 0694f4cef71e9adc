import type { DocumentKind } from '../domain/document.rules.js';

/** The ten forms of complaints and reports of 2026. */
export const COMPLAINT_DOCUMENTS: readonly DocumentKind[] = [];
