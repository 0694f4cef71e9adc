import type { Subject } from '../../platform/workflow/subject.js';
import { ComplaintImport } from './import.entity.js';
import { IMPORT_GUARDS } from './domain/import.guards.js';
import { IMPORT_LIFECYCLE } from './domain/import.lifecycle.js';

/** The import as the workflow knows it. It has no clocks: nobody outside waits for a file. */
export const IMPORT: Subject<ComplaintImport> = {
  lifecycle: IMPORT_LIFECYCLE,
  guards: IMPORT_GUARDS,
  entity: ComplaintImport,
  place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }),
};
