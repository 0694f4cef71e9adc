import type { AgencyCode } from './agencies.data.js';
import type { RegionCode } from './regions.data.js';
import type { Basis, CompetenceRole, Level, LocalizedText, RightType } from './types.js';

/** What an agency may do, for which rights and where. Absence is an answer: who is not listed hands back to the desk. */
export interface CompetenceRow {
  readonly agency: AgencyCode;
  readonly role: CompetenceRole;
  /** Key of the matter; with agency and role it makes the id. */
  readonly matter: string;
  readonly title: LocalizedText;
  readonly level: Level;
  readonly rightTypes: readonly RightType[];
  /** A region stands for itself and every region below it. */
  readonly regionScope: readonly RegionCode[];
  readonly basis: Basis;
  readonly alsoSee?: readonly Basis[];
  /** Acts only under a written delegation, in this agency's name. */
  readonly delegatedBy?: AgencyCode;
  readonly measures: readonly number[];
}
export type Competence = CompetenceRow & { readonly id: string };
