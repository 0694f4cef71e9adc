import type { Subject } from '../../platform/workflow/subject.js';
import { CaseFile } from './case.entity.js';
import { CASE_GUARDS } from './domain/case.guards.js';
import { CASE_LIFECYCLE } from './domain/case.lifecycle.js';

/** The case file as the workflow knows it. */
export const CASE: Subject<CaseFile> = {
  lifecycle: CASE_LIFECYCLE,
  guards: CASE_GUARDS,
  entity: CaseFile,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
  lawDay: ({ lawVersion }) => lawVersion,
  within: { entity: CaseFile, property: 'id' },
};
