/**
 * Shapes of the reference data of this room. Names of persons never belong here.
 * LocalizedText and Basis repeat the shapes of the core, so that either can be used for the other.
 */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

export type Status = 'verified' | 'unverified';

/** `verified` means: read in a stored copy of the text itself. A mirror, a news item or memory is `unverified`. */
export interface Basis {
  readonly source: string;
  readonly article: string;
  readonly status: Status;
  readonly note?: string;
}

/** The closed list of right types; `none` is a matter without an intellectual-property right (a consumer dispute, say). */
export const RIGHT_TYPES = [
  'trademark', 'patent', 'copyright', 'geographical_indication', 'trade_secret_technical', 'trade_secret_business',
  'unfair_competition', 'plant_variety', 'layout_design', 'special_mark', 'none',
] as const;
export type RightType = (typeof RIGHT_TYPES)[number];

export type Level = 'city' | 'county' | 'local-unit';

export interface RegionRow {
  readonly code: string;
  readonly name: LocalizedText;
  readonly level: Level;
  readonly parent: string | null;
  /** Has a county- or city-level code of GB/T 2260. */
  readonly official: boolean;
  /** Statistical town code that a unit without its own GB/T 2260 code is mapped to. */
  readonly statisticalCode: string | null;
  readonly note: string;
  readonly source: string;
  readonly status: Status;
}

export type AgencyKind =
  | 'administrative' | 'judicial' | 'party' | 'legislative' | 'consultative' | 'mediation'
  | 'public-institution' | 'people-organisation' | 'internal-unit';

/** The full name today, for documents. It is dated knowledge: `unverified` until a text of today was read. */
export interface CurrentName {
  readonly zh: string;
  readonly status: Status;
  readonly source: string;
  readonly note?: string;
}

export interface AgencyRow {
  readonly code: string;
  /** Everyday label of today, for screens and lists. */
  readonly name: LocalizedText;
  /** As printed in the responsibility table of 2021; null when the table does not name it. */
  readonly nameIn2021: string | null;
  readonly currentName: CurrentName;
  /** Other spellings met in incoming papers; an importer matches on them. */
  readonly alsoKnownAs: readonly string[];
  readonly kind: AgencyKind;
  readonly level: Level;
  readonly parent: string | null;
  /** Region that it serves. For an agency seated outside the city: the part of its region that concerns us. */
  readonly region: string;
  readonly outside?: true;
  readonly note?: string;
}

export type CompetenceRole = 'enforcement' | 'adjudication' | 'mediation' | 'border' | 'criminal' | 'civil' | 'intake';

/** Bodies that the table makes answerable without naming them: no account, no scope and no case can belong to one. */
export interface GenericBody {
  readonly code: string;
  readonly name: LocalizedText;
}

export type DefectCode =
  | 'name-missing' | 'text-garbled' | 'stray-punctuation' | 'name-variant' | 'lead-missing' | 'several-leads' | 'bodies-not-named';

export interface MeasureDefect {
  readonly code: DefectCode;
  readonly note: LocalizedText;
}
