export * from './types.js';
export { dayAfter, instantAt, localOf } from './local.js';
export { isWorkingDay, validateCalendarYear } from './calendar.js';
export { computeDeadline, isInstant, type ClockOptions } from './compute.js';
export { USUAL_REMINDERS } from './reminders.js';
export type { KindRule } from './kind.js';
