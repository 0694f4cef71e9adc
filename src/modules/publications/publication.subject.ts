import type { Subject } from '../../platform/workflow/subject.js';
import { PUBLICATION_GUARDS } from './domain/publication.guards.js';
import { PUBLICATION_LIFECYCLE } from './domain/publication.lifecycle.js';
import { Publication } from './publication.entity.js';

/** Stands in no file: it outlives its case by years. */
export const PUBLICATION: Subject<Publication> = { lifecycle: PUBLICATION_LIFECYCLE, guards: PUBLICATION_GUARDS, entity: Publication, place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }) };
