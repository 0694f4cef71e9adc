export { CLASS_RULES, DISPLAY_CLASSES, displayClass, type DisplayClassCode } from './data/display-classes.data.js';
export { PROFILES, profileOf, type Profile } from './data/profiles.data.js';
export { displayClassOf, type DisplayClass } from './domain/display.rules.js';
export { Publication } from './publication.entity.js';
export { PUBLICATION } from './publication.subject.js';
export { PublicationsModule } from './publications.module.js';
