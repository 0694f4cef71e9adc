export { CIVIL_SUIT } from './civil-suit.subject.js';
export { CivilSuit, CivilSuitEntry } from './civil-suit.entity.js';
export { CivilSuitsModule } from './civil-suits.module.js';
