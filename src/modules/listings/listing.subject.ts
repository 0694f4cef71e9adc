import type { Subject } from '../../platform/workflow/subject.js';
import { SERVICE_GUARDS, servesKind } from '../document-services/index.js';
import { LISTING_GUARDS } from './domain/listing.guards.js';
import { LISTING_LIFECYCLE } from './domain/listing.lifecycle.js';
import { Listing } from './listing.entity.js';

/** No proceeding of the case, which it outlives: the case waits only until it is decided. */
export const LISTING: Subject<Listing> = {
  lifecycle: LISTING_LIFECYCLE, guards: { ...SERVICE_GUARDS, 'serves-listing-notice': servesKind('listing-notice'), 'serves-listing-decision': servesKind('listing-decision'), ...LISTING_GUARDS }, entity: Listing,
  place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
};
