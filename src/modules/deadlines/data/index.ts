export { CALENDARS } from './calendars.data.js';
export { DEADLINE_KINDS } from './deadline-kinds.data.js';
export { INSTRUMENTS, instrumentsOn, lawVersionOn, type Instrument } from './instruments.data.js';
export { PAUSE_REASONS, type Approver, type DeadlineKindRow, type PauseReason } from './kind.js';
