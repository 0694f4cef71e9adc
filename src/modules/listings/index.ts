export { Listing } from './listing.entity.js';
export { LISTING } from './listing.subject.js';
export { ListingsModule } from './listings.module.js';
