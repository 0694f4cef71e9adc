export { firstOf, type First, type Origin } from './domain/first.rules.js';
export { TracksModule } from './tracks.module.js';
export { FirstProceedings, type OriginOfCase } from './tracks.service.js';
