export { CRIMINAL_THRESHOLDS } from './criminal-thresholds.data.js';
export { FACT_WORDS } from './fact-words.data.js';
export { FLAG_WORDS, LANE_WORDS, TRACK_WORDS } from './outcome-words.data.js';
export { FIRST_RULE_SET } from './rules.v1.data.js';
export { SECOND_RULE_SET } from './rules.v2.data.js';
export { intakeLawOn, ORIGIN_BASES } from './sources.data.js';
