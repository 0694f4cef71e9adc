export { Listing } from './listing.entity.js';
export { LISTING } from './listing.subject.js';
export { ListingDecisionsService } from './listings.decision.service.js';
export { ListingsModule } from './listings.module.js';
