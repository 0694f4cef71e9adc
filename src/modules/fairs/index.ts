export { Fair, FairStall, FairStrike } from './fair.entity.js';
export { FAIR, FAIR_MATTER } from './fair.subject.js';
export { FairMatter } from './fair-matter.entity.js';
export { fairErrors } from './fairs.errors.js';
export { FairsModule } from './fairs.module.js';
