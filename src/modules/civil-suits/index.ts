export { CIVIL_SUIT } from './civil-suit.subject.js';
export { CivilSuit, CivilSuitEntry } from './civil-suit.entity.js';
export { CivilSuitsModule } from './civil-suits.module.js';
export { GRAVITY, PUNITIVE_SOURCE, WILFULNESS } from './domain/punitive.rules.js';
