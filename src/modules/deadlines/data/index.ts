export { CALENDARS } from './calendars.data.js';
export { DEADLINE_KINDS, type DeadlineKindRow } from './deadline-kinds.data.js';
