import { ANNEX_AGENCIES } from './agencies.annex.data.js';
import { LOCAL_AGENCIES } from './agencies.local.data.js';
import type { RegionCode } from './regions.data.js';
import type { AgencyRow } from './types.js';

export type AgencyCode = (typeof ANNEX_AGENCIES)[number]['code'] | (typeof LOCAL_AGENCIES)[number]['code'];
export type Agency = AgencyRow & { readonly code: AgencyCode; readonly parent: AgencyCode | null; readonly region: RegionCode };

/** Every agency and unit that a case, an account or a measure may name. The compiler checks parents and regions. */
export const AGENCIES: readonly Agency[] = [...ANNEX_AGENCIES, ...LOCAL_AGENCIES];
