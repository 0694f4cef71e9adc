export { Fair, FairStall, FairStrike } from './fair.entity.js';
export { FAIR } from './fair.subject.js';
export { FairMatter } from './fair-matter.entity.js';
export { FAIR_MATTER } from './fair-matter.subject.js';
export { FairsModule } from './fairs.module.js';
